import SaysoLedger
import SaysoStatements

/// Rows as RFC 4180 has them, but that lines end in LF: one a statement, or one a speaker. Spans are written `start-end`; semicolons part
/// spans, and the parts of a joint statement's speakers.
enum CSV {
    /// The names of the columns.
    static func header(_ selection: Selection) -> String {
        (selection.listsSpeakers ? speakerColumns : statementColumns).joined(separator: ",") + "\n"
    }

    static func write(_ record: ArticleRecord, to write: (String) throws -> Void) rethrows {
        let id = [record.id.description, record.path]
        if record.selection.listsSpeakers {
            for (speaker, statements) in record.speakers {
                try write(row(id + fields(of: speaker, statements, in: record)))
            }
        } else {
            for index in record.shown { try write(row(id + fields(ofStatement: index, in: record))) }
        }
    }

    private static let statementColumns = [
        "article_id", "path", "statement_id", "parent", "form", "kind", "negated", "hedged", "speaker",
        "speaker_kind", "role", "affiliation", "speaker_confidence", "unresolved", "said", "said_basis",
        "said_text", "source_text", "cue_text", "content_text", "medium_text", "addressee_text", "confidence",
        "source", "cue", "content", "medium", "addressee", "said_span", "occurrences",
    ]

    private static func fields(ofStatement index: Int, in record: ArticleRecord) -> [String] {
        let statement = record.statements[index]
        let (saying, resolution, said) = (statement.saying, statement.resolution, statement.said)
        func joined(_ part: (Speaker) -> String?) -> String {
            let parts = resolution.speakers.map { part($0) ?? "" }
            return parts.allSatisfy(\.isEmpty) ? "" : parts.joined(separator: "; ")
        }
        let expression = said?.expression.map { [$0] } ?? []
        let parts = [
            statement.source, statement.cue, statement.content, statement.medium, statement.addressee,
        ]
        return [
            ArticleRecord.statementID(index), statement.parent.map(ArticleRecord.statementID) ?? "",
            statement.form.rawValue, saying.kind.rawValue, "\(saying.isNegated)", "\(saying.isHedged)",
            joined(\.name), joined(\.kind.rawValue), joined(\.role), joined(\.affiliation),
            resolution.speakers.isEmpty ? "" : "\(resolution.confidence.inThousandths)",
            "\(resolution.isUnresolved)", said?.value ?? "", said?.basis.rawValue ?? "",
            record.words(expression),
        ] + parts.map { record.words($0) } + ["\(statement.confidence.inThousandths)"]
            + (parts + [expression, statement.occurrences]).map { spans(record.offsets($0)) }
    }

    private static let speakerColumns = [
        "article_id", "path", "speaker_id", "name", "kind", "role", "affiliation", "statements", "mentions",
    ]

    private static func fields(
        of speaker: Speaker,
        _ statements: Int,
        in record: ArticleRecord
    ) -> [String] {
        [
            ArticleRecord.speakerID(speaker), speaker.name, speaker.kind.rawValue, speaker.role ?? "",
            speaker.affiliation ?? "", "\(statements)", spans(record.offsets(speaker.mentions)),
        ]
    }

    private static func row(_ fields: [String]) -> String {
        fields.map(quoted).joined(separator: ",") + "\n"
    }

    private static func spans(_ ranges: [Range<Int>]) -> String {
        ranges.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ";")
    }

    /// A field, in quotation marks where it needs them.
    static func quoted(_ field: String) -> String { CSVField.quoted(field) }
}
