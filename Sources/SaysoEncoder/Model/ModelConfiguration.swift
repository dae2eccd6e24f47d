/// The sizes of a network, from its file's metadata.
package struct ModelConfiguration: Hashable, Sendable {
    /// Layers of the network.
    package let layers: Int
    /// Values in the vector of a wordpiece: a multiple of 32.
    package let width: Int
    /// Attention heads, each 32 wide.
    package let heads: Int
    /// Values between the two halves of a layer's feed-forward part.
    package let feedForward: Int
    /// Values in one pointer's query or key.
    package let pointerWidth: Int
    /// Wordpieces in the longest window that the network can take.
    package let positions: Int
    /// Wordpieces in a window as the network was trained, with those that begin and end it.
    package let window: Int
    /// The sizes of the head that tells names, where the model has one.
    package let names: Names?
    /// What the model is called, where its file says so.
    package let name: String?
    /// The licence of the weights, where the file says so.
    package let license: String?

    /// The sizes of the head that tells names.
    package struct Names: Hashable, Sendable {
        /// How many layers the rows that it reads have been through.
        package let layer: Int
        /// Values between its two halves: a multiple of 32.
        package let width: Int
        /// Wordpieces on each side that it looks at.
        package static let neighbours = 2
        /// What it says of a wordpiece: a beginning and an inside of four kinds of name after outside, then
        /// whether the name is a man's or a woman's.
        package static let outputs = 10
    }

    /// Tags that a wordpiece can have.
    package static let tags = 7
    /// Kinds of shape that a wordpiece can have.
    package static let shapes = 7
    /// Kinds of place in a quotation that a wordpiece can have.
    package static let quotations = 8
    /// Links that each wordpiece can have to another.
    package static let pointers = 2

    init(metadata: [String: String]) throws(ModelError) {
        guard metadata["format"] == "sayso-encoder" else {
            throw ModelError(.unsupported, "the metadata don't say \"format\": \"sayso-encoder\"")
        }
        guard metadata["version"] == "1" else {
            let version = metadata["version"] ?? "none"
            throw ModelError(.unsupported, "the model's version is '\(version)', this program reads '1'")
        }

        func size(_ name: String, in range: ClosedRange<Int>, multipleOf unit: Int = 1) throws(ModelError)
            -> Int
        {
            guard let text = metadata[name] else {
                throw ModelError(.unsupported, "the metadata lack '\(name)'")
            }
            guard let value = Int(text), range.contains(value), value.isMultiple(of: unit) else {
                throw ModelError(
                    .unsupported,
                    "'\(name)' is '\(text)', and must be a multiple of \(unit) in \(range)"
                )
            }
            return value
        }

        layers = try size("layers", in: 1...64)
        width = try size("width", in: 32...4096, multipleOf: 32)
        heads = try size("heads", in: 1...128)
        feedForward = try size("feed_forward", in: 32...16384, multipleOf: 32)
        pointerWidth = try size("pointer_width", in: 16...1024, multipleOf: 16)
        positions = try size("positions", in: 3...4096)
        window = try size("window", in: 3...positions)
        guard heads * 32 == width else {
            throw ModelError(.unsupported, "\(heads) heads of 32 don't make the width of \(width)")
        }
        if metadata["names_layer"] != nil {
            names = Names(
                layer: try size("names_layer", in: 1...layers),
                width: try size("names_width", in: 32...4096, multipleOf: 32)
            )
        } else {
            names = nil
        }
        name = metadata["name"]
        license = metadata["license"]
    }
}
