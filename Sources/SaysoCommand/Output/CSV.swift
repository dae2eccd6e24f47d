import SaysoStatements

/// Rows as RFC 4180 has them, one a statement; spans are written `start-end`, parted by semicolons.
enum CSV {
    static let header =
        "article_id,path,statement_id,form,source_text,cue_text,content_text,confidence,"
        + "source,cue,content,occurrences\n"

    static func write(_ record: ArticleRecord, to write: (String) throws -> Void) rethrows {
        for (index, statement) in record.statements.enumerated() {
            let fields = [
                record.id.description, record.path, "s\(index + 1)", statement.form.rawValue,
                record.words(statement.source), record.words(statement.cue), record.words(statement.content),
                "\(statement.roundedConfidence)", spans(record.offsets(statement.source)),
                spans(record.offsets(statement.cue)), spans(record.offsets(statement.content)),
                spans(record.offsets(statement.occurrences)),
            ]
            try write(fields.map(quoted).joined(separator: ",") + "\n")
        }
    }

    private static func spans(_ ranges: [Range<Int>]) -> String {
        ranges.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ";")
    }

    /// A field, in quotation marks where it needs them.
    static func quoted(_ field: String) -> String {
        // Scalars, since a mark that a combining accent follows is another Character.
        guard field.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else {
            return field
        }
        var result = "\"".unicodeScalars
        for scalar in field.unicodeScalars {
            if scalar == "\"" { result.append(scalar) }
            result.append(scalar)
        }
        return String(result) + "\""
    }
}
