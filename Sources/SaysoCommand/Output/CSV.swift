/// Rows as RFC 4180 has them, one a statement; spans are written `start-end`, parted by semicolons.
enum CSV {
    static let header =
        "article_id,path,statement_id,form,source_text,cue_text,content_text,confidence,"
        + "source,cue,content,occurrences\n"

    static func rows(_ record: ArticleRecord) -> String {
        record.statements.map { statement in
            [
                record.id.description, record.path, statement.id, statement.form, statement.sourceText,
                statement.cueText, statement.contentText, "\(statement.confidence)", spans(statement.source),
                spans(statement.cue), spans(statement.content), spans(statement.occurrences),
            ].map(quoted).joined(separator: ",") + "\n"
        }.joined()
    }

    private static func spans(_ offsets: [Offsets]) -> String {
        offsets.map { "\($0.start)-\($0.end)" }.joined(separator: ";")
    }

    private static func quoted(_ field: String) -> String {
        guard field.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}
