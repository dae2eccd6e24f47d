/// Why a model file can't be used.
package struct ModelError: Error, Hashable, Sendable {
    /// What kind of thing is wrong. More kinds may come.
    package struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The kind's name, for logs and tests.
        package let description: String

        /// The file ends before what it promises.
        package static let truncated = Code(description: "truncated")
        /// The header isn't the JSON that safetensors asks for.
        package static let malformedHeader = Code(description: "malformed header")
        /// Two entries have one name.
        package static let duplicateName = Code(description: "duplicate name")
        /// A tensor's bytes lie outside the file, overlap another's, or leave a gap.
        package static let badOffsets = Code(description: "bad offsets")
        /// A tensor that the network needs isn't there.
        package static let missingTensor = Code(description: "missing tensor")
        /// A tensor has another type than the network needs.
        package static let wrongType = Code(description: "wrong type")
        /// A tensor has another shape than the network needs.
        package static let wrongShape = Code(description: "wrong shape")
        /// A tensor holds values that make no sense, such as a scale that isn't finite.
        package static let badValues = Code(description: "bad values")
        /// The metadata don't describe a network that this version can run.
        package static let unsupported = Code(description: "unsupported")
    }

    /// What kind of thing is wrong.
    package let code: Code
    /// What is wrong, where, for a person to read.
    package let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

extension ModelError: CustomStringConvertible {
    package var description: String { "\(code): \(message)" }
}
