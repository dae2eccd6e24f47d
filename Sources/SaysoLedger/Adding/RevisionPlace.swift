import GRDB

/// Where a revision stands among those of its article, which are in the order in which they were retrieved or, where
/// nobody knows that, added.
struct RevisionPlace {
    /// The one before it.
    let earlier: StoredRevision?
    /// The one after it.
    let later: StoredRevision?

    /// The only one.
    init() { (earlier, later) = (nil, nil) }

    /// - Parameters:
    ///   - article: the article's row.
    ///   - time: when it was retrieved, else added; nil for now.
    ///   - database: the ledger.
    /// - Throws: the database's errors.
    init(article: Int64, time: String?, _ database: Database) throws {
        let newest = try StoredRevision.current(of: article, database)
        guard let time, let newest, newest.time > time else {
            (earlier, later) = (newest, nil)
            return
        }
        let before = try database.cachedStatement(
            sql: """
                SELECT * FROM revision WHERE article_id = ? AND coalesce(retrieved, added) <= ?
                ORDER BY number DESC LIMIT 1
                """
        )
        earlier = try Row.fetchOne(before, arguments: [article, time]).map(StoredRevision.init)
        let after = try database.cachedStatement(
            sql: "SELECT * FROM revision WHERE article_id = ? AND number > ? ORDER BY number LIMIT 1"
        )
        later = try Row.fetchOne(after, arguments: [article, earlier?.number ?? 0]).map(StoredRevision.init)
    }

    /// Its number among the article's, counted from 1.
    var number: Int { (earlier?.number ?? 0) + 1 }

    /// Makes the numbers of all later ones higher by one, and forgets how the next one differs from the one before.
    func makeRoom(_ database: Database) throws {
        guard let later else { return }
        // In two steps, since no two may have the same number in between.
        for sql in [
            "UPDATE revision SET number = -number - 1 WHERE article_id = ? AND number >= ?",
            "UPDATE revision SET number = -number WHERE article_id = ? AND number < 0 AND -number >= ?",
        ] {
            try database.cachedStatement(sql: sql).execute(arguments: [later.article, later.number])
        }
        try database.cachedStatement(sql: "DELETE FROM change WHERE revision_id = ?")
            .execute(arguments: [later.id])
    }
}
