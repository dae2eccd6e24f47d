import GRDB

/// How much a ledger holds.
package struct LedgerSize: Hashable, Sendable {
    /// How many articles.
    package let articles: Int
    /// How many times an article was printed otherwise than before.
    package let changedArticles: Int
    /// How many statements, as articles are now.
    package let statements: Int
    /// How many speakers with a name.
    package let speakers: Int
    /// How many outlets.
    package let outlets: Int
    /// The first day on which something was said, such as `2025-03-03`; nil when none is known.
    package let first: String?
    /// The last day.
    package let last: String?
}

extension Ledger {
    /// The revision that was added last, which tells whether anything has come; nil for an empty ledger.
    ///
    /// - Throws: ``LedgerError`` when the ledger cannot be read.
    package func newestRevision() throws(LedgerError) -> RevisionID? {
        try read { database in
            try Int64.fetchOne(database, sql: "SELECT uid FROM revision ORDER BY id DESC LIMIT 1").map(
                RevisionID.init(number:)
            )
        }
    }

    /// How many times something was decided about speakers or undone, which tells whether they changed.
    ///
    /// - Returns: a number that only grows.
    /// - Throws: ``LedgerError`` when the ledger cannot be read.
    package func decisionSteps() throws(LedgerError) -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT count(*) + count(undone) FROM decision") ?? 0 }
    }

    /// Counts what the ledger holds.
    ///
    /// - Throws: ``LedgerError`` when the ledger cannot be read.
    /// - Complexity: O(statements); a tenth of a second for a million.
    package func size() throws(LedgerError) -> LedgerSize {
        try read { database in
            func count(_ what: String) throws -> Int {
                try Int.fetchOne(database, sql: "SELECT count(*) FROM \(what)") ?? 0
            }
            let days = try Row.fetchOne(
                database,
                sql: "SELECT (SELECT min(day) FROM statement WHERE day > 0), (SELECT max(day) FROM statement)"
            )
            return try LedgerSize(
                articles: count("article"),
                changedArticles: count("revision WHERE number = 2"),
                statements: count("statement WHERE is_current"),
                speakers: count("speaker WHERE merged_into IS NULL AND kind <> 'unnamed'"),
                outlets: count("outlet"),
                first: (days?[0] as Int?).map(SaidDays.spelled),
                last: (days?[1] as Int?).flatMap { $0 > 0 ? SaidDays.spelled($0) : nil }
            )
        }
    }
}
