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
    static func quoted(_ text: String?) -> String { text.map { "\"\(escaped($0))\"" } ?? "null" }

    /// A text as it is spelled between quotation marks.
    static func escaped(_ text: String) -> String {
        // 0xC2 begins the controls from U+0080 on, and some letters.
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F || $0 == 0xC2 })
        else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\0"..." ", "\u{7F}"..."\u{9F}":
                let digits = String(scalar.value, radix: 16)
                result +=
                    scalar == " " ? " " : "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
