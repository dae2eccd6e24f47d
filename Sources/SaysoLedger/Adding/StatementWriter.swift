import GRDB
import SaysoStatements

/// Writes a revision's statements, who said them, and their words for search.
struct StatementWriter {
    private let statement: GRDB.Statement
    private let attribution: GRDB.Statement
    private let words: GRDB.Statement
    private let database: Database

    init(_ database: Database) throws {
        self.database = database
        statement = try database.cachedStatement(
            sql: """
                INSERT INTO statement (
                    revision_id, number, is_current, form, kind, is_negated, is_hedged, is_headline, is_unresolved,
                    parent, speakers, speaker_confidence, chain, said, said_basis, said_at, said_from, said_to,
                    day, confidence, source, cue, content, source_at, cue_at, content_at, medium_at, addressee_at,
                    occurrences, evidence
                ) VALUES (\(Array(repeating: "?", count: 30).joined(separator: ", ")))
                """
        )
        attribution = try database.cachedStatement(
            sql: "INSERT OR IGNORE INTO attribution (speaker_id, day, statement_id) VALUES (?, ?, ?)"
        )
        words = try database.cachedStatement(
            sql: """
                INSERT INTO statement_words (rowid, content, speaker, role, tags)
                SELECT id, content, speaker, role, tags FROM statement_text WHERE revision_id = ?
                """
        )
    }

    /// - Parameters:
    ///   - revision: the revision.
    ///   - row: its row.
    ///   - speakers: the ledger's speakers, by the revision's.
    ///   - isCurrent: whether the revision is its article's newest.
    /// - Returns: the statements' rows, in order.
    /// - Throws: the database's errors.
    mutating func write(
        _ revision: Revision,
        row: Int64,
        speakers: [Int64],
        isCurrent: Bool
    ) throws -> [Int64] {
        let published = SaidDays.day(revision.publication.published)
        var rows: [Int64] = []
        for (index, record) in revision.statements.enumerated() {
            let content = revision.words(record.content)
            let days = SaidDays.of(record.said?.value)
            let day = days?.lowerBound ?? published ?? 0
            try statement.execute(arguments: [
                row, index, isCurrent, record.form.rawValue, record.kind.rawValue, record.isNegated,
                record.isHedged,
                record.isHeadline, record.isUnresolved, record.parent,
                record.speakers.map(String.init).joined(separator: ","), record.speakerConfidence,
                record.chain.map { "\($0.rule) \(Places.spelled([$0.mention]))" }.joined(separator: ";"),
                record.said?.value, record.said?.basis.rawValue,
                record.said?.expression.map { Places.spelled([$0]) }, days?.lowerBound, days?.upperBound,
                day, record.confidence, revision.words(record.source), revision.words(record.cue), content,
                Places.spelled(record.source), Places.spelled(record.cue), Places.spelled(record.content),
                Places.spelled(record.medium), Places.spelled(record.addressee),
                Places.spelled(record.occurrences), record.evidence.spelled,
            ])
            let id = database.lastInsertedRowID
            rows.append(id)
            for speaker in record.speakers {
                try attribution.execute(arguments: [
                    speakers[speaker], day, id,
                ])
            }
        }
        try words.execute(arguments: [row])
        return rows
    }
}
