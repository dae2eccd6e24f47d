import Hummingbird

/// The members of a JSON object that somebody sends, taken one by one; what nobody takes makes no sense.
struct JSONFields {
    private var members: [String: JSONValue]

    /// - Parameter bytes: the object; nothing at all counts as an object without members.
    /// - Throws: `Problem` when they are something else.
    init(_ bytes: [UInt8]) throws(Problem) {
        if bytes.isEmpty {
            members = [:]
            return
        }
        guard Self.parts(of: bytes) <= Self.most else { throw .invalid("the body has too many parts") }
        let value: JSONValue
        do { value = try JSONValue(bytes) } catch {
            throw .invalid("the body is no JSON: it is broken or ends too early")
        }
        guard case .object(let members) = value else { throw .invalid("the body is a JSON object") }
        self.members = members
    }

    /// Objects here are small; each part of a large one would cost time before anything is known of it.
    private static let most = 10_000

    /// How many commas and brackets stand outside of texts.
    private static func parts(of bytes: [UInt8]) -> Int {
        var (count, isText, isEscaped) = (0, false, false)
        for byte in bytes {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\"") {
                isText.toggle()
            } else if isText {
                isEscaped = byte == UInt8(ascii: "\\")
            } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
                count += 1
            }
        }
        return count
    }

    /// A text; nil when there is none, or it is null.
    mutating func text(_ name: String) throws(Problem) -> String? {
        switch members.removeValue(forKey: name) {
        case .string(let text): return text
        case nil, .null: return nil
        default: throw .invalid("\(name) is a text")
        }
    }

    /// Some texts; none when they are not given.
    mutating func texts(_ name: String) throws(Problem) -> [String] {
        guard let value = members.removeValue(forKey: name) else { return [] }
        guard case .array(let values) = value else { throw .invalid("\(name) is an array of texts") }
        return try values.map { value throws(Problem) in
            guard let text = value.text else { throw .invalid("\(name) is an array of texts") }
            return text
        }
    }

    /// Whether a member is there, be it null.
    func has(_ name: String) -> Bool { members[name] != nil }

    /// Sees to it that nothing is left.
    func finish() throws(Problem) {
        if let name = members.keys.min() { throw .invalid("there is no member “\(name.prefix(60))” here") }
    }
}
