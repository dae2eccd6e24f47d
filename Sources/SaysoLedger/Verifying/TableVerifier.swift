import GRDB

/// Looks at what ties the rows of a ledger together.
enum TableVerifier {
    /// More problems of one kind than this tell nothing more.
    private static let most = 100

    /// Rows, indices, references, who said what, and the words for search.
    ///
    /// - Parameters:
    ///   - database: the ledger.
    ///   - progress: is told what share is done.
    /// - Returns: what is wrong.
    /// - Throws: an error when the ledger cannot be read.
    static func problems(_ database: Database, progress: (Double) -> Void) throws -> [Verification.Problem] {
        var problems: [Verification.Problem] = []
        for text in try String.fetchAll(database, sql: "PRAGMA integrity_check(\(most))") where text != "ok" {
            problems.append(.init(what: text))
        }
        progress(0.5)
        let references = try Row.fetchCursor(database, sql: "PRAGMA foreign_key_check")
        while let row = try references.next(), problems.count < most {
            let number = try (row[1] as Int64?).map { " \($0)" } ?? ""
            try problems.append(
                .init(
                    what:
                        "row\(number) of \(row[0] as String) needs a row of \(row[2] as String) that is missing"
                )
            )
        }
        progress(0.6)
        problems += try attributions(database)
        progress(0.7)
        return problems + (try words(database))
    }

    /// Statements whose speakers in their article are not those under whose names the ledger lists them.
    private static func attributions(_ database: Database) throws -> [Verification.Problem] {
        // A person may have given a statement to somebody else.
        let strange = """
            SELECT statement.revision_id, statement.number FROM attribution
            JOIN statement ON statement.id = attribution.statement_id
            WHERE NOT EXISTS (
                SELECT 1 FROM article_speaker WHERE article_speaker.revision_id = statement.revision_id
                    AND article_speaker.speaker_id = attribution.speaker_id
            ) AND NOT EXISTS (
                SELECT 1 FROM statement_speaker WHERE statement_speaker.statement_id = statement.id
                    AND statement_speaker.speaker_id = attribution.speaker_id
            ) LIMIT \(most)
            """
        let missing = """
            SELECT statement.revision_id, statement.number FROM statement
            JOIN article_speaker ON article_speaker.revision_id = statement.revision_id
                AND ',' || statement.speakers || ',' LIKE '%,' || article_speaker.number || ',%'
            LEFT JOIN statement_speaker ON statement_speaker.statement_id = statement.id
                AND statement_speaker.number = article_speaker.number
            WHERE NOT EXISTS (
                SELECT 1 FROM attribution WHERE attribution.day = statement.day
                    AND attribution.speaker_id = coalesce(statement_speaker.speaker_id, article_speaker.speaker_id)
                    AND attribution.statement_id = statement.id
            ) LIMIT \(most)
            """
        return try [
            (strange, "the ledger gives it to somebody whom its article does not quote"),
            (missing, "the ledger does not list it under its speaker's name"),
        ]
        .flatMap { sql, what in
            try Row.fetchAll(database, sql: sql).map { row in
                try problem(what, revision: row[0], index: row[1], database)
            }
        }
    }

    private static func problem(_ what: String, revision: Int64, index: Int, _ database: Database) throws
        -> Verification.Problem
    {
        let revision = try StoredRevision.with(id: revision, database)
        return Verification.Problem(
            article: try revision?.key(database),
            revision: revision?.name,
            statement: index &+ 1,
            what: what
        )
    }

    /// Statements that a search would not find by their words, or finds by others.
    private static func words(_ database: Database) throws -> [Verification.Problem] {
        let rows: [Int64]
        do { rows = try WordVerifier(database).differing() } catch let error as DatabaseError
            where error.resultCode == .SQLITE_CORRUPT
        {
            return [.init(what: "the words for search are damaged")]
        }
        let find = try database.cachedStatement(sql: "SELECT revision_id, number FROM statement WHERE id = ?")
        return try rows.prefix(most).map { id in
            guard let row = try Row.fetchOne(find, arguments: [id]) else {
                return .init(what: "there are words for search of a statement that there is not")
            }
            return try problem(
                "its words for search are not those that it has",
                revision: row[0],
                index: row[1],
                database
            )
        }
    }

    /// Whether FTS5 finds its own table of words in order.
    ///
    /// - Parameter database: one that can be written, as FTS5 wants it, though nothing is.
    /// - Returns: what is wrong.
    /// - Throws: an error when the ledger cannot be read.
    static func problemsOfWords(_ database: Database) throws -> [Verification.Problem] {
        try wordTables(database).compactMap { table in
            do {
                try database.execute(
                    sql: "INSERT INTO \(table) (\(table)) VALUES ('integrity-check')"
                )
                return nil
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
                return .init(what: "the words for search in \(table) are damaged")
            }
        }
    }

    /// The tables of FTS5.
    static func wordTables(_ database: Database) throws -> [String] {
        try String.fetchAll(
            database,
            sql:
                "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%'"
        )
    }

    /// Which table or index a page belongs to; nil where nobody can tell.
    static func owner(ofPage page: Int, _ database: Database) -> String? {
        guard PageChecks.trust(.all, in: database) else { return nil }
        defer {
            PageChecks.trust(.none, in: database)
            // What was read meanwhile must not be taken for sound later on.
            try? database.execute(sql: "PRAGMA shrink_memory")
        }
        return try? String.fetchOne(
            database,
            sql: "SELECT name FROM dbstat WHERE pageno = ? LIMIT 1",
            arguments: [page]
        )
    }
}
