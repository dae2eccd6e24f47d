import SaysoArticles
import SaysoStatements

/// Article records as JSON, statement by statement; `Docs/extract.schema.json` describes them.
struct JSON {
    /// Whether members stand on lines of their own.
    let isPretty: Bool

    /// Writes a record without a line end after it.
    ///
    /// - Parameters:
    ///   - record: what to write.
    ///   - write: takes the pieces.
    func write(_ record: ArticleRecord, to write: (String) throws -> Void) rethrows {
        let article = record.article
        let head = [
            ("id", Self.id(record.id)),
            ("path", Self.quoted(record.path)),
            (
                "headline",
                Self.quoted(article.flatMap { article in article.headline.map { article.text[$0] } })
            ),
            ("published", Self.quoted(article?.published?.description)),
            ("modified", Self.quoted(article?.modified?.description)),
            ("encoding", Self.quoted(article?.encoding.rawValue)),
            ("text_digest", Self.quoted(record.textDigest)),
            ("offsets", Self.quoted(record.unit.rawValue)),
        ]
        try write("{" + line(1) + members(head, depth: 1) + "," + line(1) + name("statements") + "[")
        for (index, statement) in record.statements.enumerated() {
            let object = object(members(of: statement, number: index + 1, in: record), depth: 2)
            try write((index == 0 ? "" : ",") + line(2) + object)
        }
        if !record.statements.isEmpty { try write(line(1)) }
        let warnings = article?.warnings.map { Self.quoted($0.description) } ?? []
        let errors = record.errors.map { error in
            object([("code", Self.quoted(error.code)), ("message", Self.quoted(error.message))], depth: 2)
        }
        try write(
            "]," + line(1) + members([("warnings", list(warnings)), ("errors", list(errors))], depth: 1)
        )
        try write(line(0) + "}")
    }

    private func members(
        of statement: Statement,
        number: Int,
        in record: ArticleRecord
    ) -> [(String, String)] {
        [
            ("id", "\"s\(number)\""),
            ("form", Self.quoted(statement.form.rawValue)),
            ("source", spans(record.offsets(statement.source))),
            ("cue", spans(record.offsets(statement.cue))),
            ("content", spans(record.offsets(statement.content))),
            ("source_text", Self.quoted(record.words(statement.source))),
            ("cue_text", Self.quoted(record.words(statement.cue))),
            ("content_text", Self.quoted(record.words(statement.content))),
            ("confidence", "\(statement.roundedConfidence)"),
            ("occurrences", spans(record.offsets(statement.occurrences))),
        ]
    }

    private func line(_ depth: Int) -> String {
        isPretty ? "\n" + String(repeating: "  ", count: depth) : ""
    }

    private func name(_ name: String) -> String { "\"\(name)\":" + (isPretty ? " " : "") }

    private func members(_ members: [(String, String)], depth: Int) -> String {
        members.map { name($0) + $1 }.joined(separator: "," + line(depth))
    }

    private func object(_ members: [(String, String)], depth: Int) -> String {
        "{" + line(depth + 1) + self.members(members, depth: depth + 1) + line(depth) + "}"
    }

    private func list(_ values: [String]) -> String {
        values.isEmpty ? "[]" : "[" + line(2) + values.joined(separator: "," + line(2)) + line(1) + "]"
    }

    /// Spans as `[[start, end], …]`.
    private func spans(_ ranges: [Range<Int>]) -> String {
        let comma = isPretty ? ", " : ","
        return "[" + ranges.map { "[\($0.lowerBound)\(comma)\($0.upperBound)]" }.joined(separator: comma)
            + "]"
    }

    private static func id(_ id: DocumentID) -> String {
        switch id {
        case .text(let text): quoted(text)
        case .number: id.description
        }
    }

    /// A text in quotation marks; `null` for none.
    static func quoted(_ text: String?) -> String {
        guard let text else { return "null" }
        // 0xC2 begins the controls from U+0080 on, and some letters.
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F || $0 == 0xC2 })
        else {
            return "\"\(text)\""
        }
        var result = "\""
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
        return result + "\""
    }
}
