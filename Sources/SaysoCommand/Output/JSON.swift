import SaysoArticles

/// How JSON is laid out and spelled.
struct JSON {
    /// Whether members stand on lines of their own.
    let isPretty: Bool

    /// The end of a line and the next one's indentation; nothing where all stands on one line.
    func line(_ depth: Int) -> String {
        isPretty ? "\n" + String(repeating: "  ", count: depth) : ""
    }

    /// A member's name with its colon.
    func name(_ name: String) -> String { "\"\(name)\":" + (isPretty ? " " : "") }

    /// Members without the braces around them.
    func members(_ members: [(String, String)], depth: Int) -> String {
        members.map { name($0) + $1 }.joined(separator: "," + line(depth))
    }

    /// An object whose braces stand at a depth.
    func object(_ members: [(String, String)], depth: Int) -> String {
        "{" + line(depth + 1) + self.members(members, depth: depth + 1) + line(depth) + "}"
    }

    /// An array whose brackets stand at a depth.
    func list(_ values: [String], depth: Int) -> String {
        values.isEmpty
            ? "[]"
            : "[" + line(depth + 1) + values.joined(separator: "," + line(depth + 1)) + line(depth) + "]"
    }

    /// A span as `[start, end]`; `null` for none.
    func span(_ range: Range<Int>?) -> String {
        range.map { "[\($0.lowerBound)\(isPretty ? ", " : ",")\($0.upperBound)]" } ?? "null"
    }

    /// Spans as `[[start, end], …]`.
    func spans(_ ranges: [Range<Int>]) -> String {
        "[" + ranges.map(span).joined(separator: isPretty ? ", " : ",") + "]"
    }

    /// Texts as `["…", "…"]`.
    func texts(_ texts: [String]) -> String {
        "[" + texts.map { Self.quoted($0) }.joined(separator: isPretty ? ", " : ",") + "]"
    }

    /// A text in quotation marks; `null` for none.
    static func quoted(_ text: String?) -> String {
        guard let text else { return "null" }
        var bytes: [UInt8] = []
        JSONString.append(text.utf8, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A text as it is spelled between quotation marks.
    static func escaped(_ text: String) -> String { String(quoted(text).dropFirst().dropLast()) }
}
