import GRDB
import SaysoStatements

/// Writes revisions' statements, who said them, and their words for search.
struct StatementWriter {
    private let statement: DirectStatement
    private let attribution: DirectStatement
    private let words: DirectStatement
    private let database: Database
    private var waiting: [Words] = []

    private struct Words {
        let row: Int64
        let outlet: Int64?
        let statement: PreparedStatement
    }

    /// - Parameter database: inside a transaction.
    /// - Throws: when the database fails.
    init(_ database: Database) throws {
        self.database = database
        statement = try DirectStatement(
            database,
            """
            INSERT INTO statement (
                revision_id, is_current, number, form, kind, is_negated, is_hedged, is_headline, is_unresolved,
                parent, speakers, speaker_confidence, chain, said, said_basis, said_at, said_to, day,
                confidence, source, cue, content, source_at, cue_at, content_at, medium_at, addressee_at,
                occurrences, evidence
            ) VALUES (\(Array(repeating: "?", count: 29).joined(separator: ", ")))
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
            waiting.append(Words(row: id, outlet: outlet, statement: prepared))
            return id
        }
    }

    /// Writes the words of all statements, just as the view `statement_text` has them.
    ///
    /// - Throws: the database's errors.
    mutating func finish() throws {
        for waiting in waiting {
            let statement = waiting.statement
            try words.run(
                waiting.row.databaseValue,
                statement.content.databaseValue,
                statement.who,
                statement.role,
                ("o" + (waiting.outlet.map(String.init) ?? "") + statement.tags).databaseValue
            )
        }
        waiting = []
    }
}
