import GRDB
import SaysoStatements

/// Writes revisions' statements, who said them, and their words for search.
struct StatementWriter {
    private let statement: DirectStatement
    private let attribution: DirectStatement
    private let words: DirectStatement
    private let database: Database
    private var waiting: [[DatabaseValue]] = []

    /// - Parameter database: inside a transaction.
    /// - Throws: when the database fails.
    init(_ database: Database) throws {
        self.database = database
        statement = try DirectStatement(
            database,
            """
            INSERT INTO statement (
                revision_id, is_current, number, form, kind, is_negated, is_hedged, is_headline, is_unresolved,
                parent, speakers, speaker_confidence, chain, said, said_basis, said_at, said_from, said_to, day,
                confidence, source, cue, content, source_at, cue_at, content_at, medium_at, addressee_at,
                occurrences, evidence
            ) VALUES (\(Array(repeating: "?", count: 30).joined(separator: ", ")))
            """
        )
        attribution = try DirectStatement(
            database,
            "INSERT OR IGNORE INTO attribution (speaker_id, day, statement_id) VALUES (?, ?, ?)"
        )
        words = try DirectStatement(
            database,
            "INSERT INTO statement_words (rowid, content, speaker, role, tags) VALUES (?, ?, ?, ?, ?)"
        )
    }

    /// - Parameters:
    ///   - prepared: the revision.
    ///   - row: its row.
    ///   - outlet: the row of its article's outlet.
    ///   - speakers: the ledger's speakers, by the revision's.
    ///   - isCurrent: whether the revision is its article's newest.
    /// - Returns: the statements' rows, in order.
    /// - Throws: the database's errors.
    mutating func write(
        _ prepared: PreparedRevision,
        row: Int64,
        outlet: Int64?,
        speakers: [Int64],
        isCurrent: Bool
    ) throws -> [Int64] {
        let revision = prepared.revision
        let published = SaidDays.day(revision.publication.published)
        return try zip(prepared.statements, revision.statements).map { prepared, record in
            try statement.run(row.databaseValue, isCurrent.databaseValue, then: prepared.columns)
            let id = database.lastInsertedRowID
            for speaker in record.speakers {
                try attribution.run(
                    speakers[speaker].databaseValue,
                    prepared.day.databaseValue,
                    id.databaseValue
                )
            }
            let named = record.speakers.map { revision.speakers[$0] }
            let roles = named.compactMap { $0.role ?? $0.affiliation }
            waiting.append([
                id.databaseValue, prepared.content.databaseValue,
                named.isEmpty
                    ? revision.words(record.source).databaseValue
                    : named.map(\.name).joined(separator: " / ").databaseValue,
                roles.isEmpty ? .null : roles.joined(separator: " / ").databaseValue,
                Self.tags(
                    outlet,
                    kind: record.kind.rawValue,
                    form: record.form.rawValue,
                    day: prepared.day,
                    published: published
                )
                .databaseValue,
            ])
            return id
        }
    }

    /// Writes the words of all statements, just as the view `statement_text` has them.
    ///
    /// - Throws: the database's errors.
    mutating func finish() throws {
        for values in waiting { try words.run(then: values) }
        waiting = []
    }

    private static func tags(_ outlet: Int64?, kind: String, form: String, day: Int, published: Int?)
        -> String
    {
        var tags = "o\(outlet.map(String.init) ?? "") k\(kind) f\(form) d\(day / 10000) d\(day / 100)"
        if let published, published / 10000 != day / 10000 { tags += " p\(published / 10000)" }
        if let published, published / 100 != day / 100 { tags += " p\(published / 100)" }
        return tags
    }
}
