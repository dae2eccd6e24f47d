import GRDB

/// How one outlet treats its sources.
package struct OutletAudit: Hashable, Sendable {
    /// What it is called; nil for articles of no known outlet.
    package let name: String?
    /// Its articles.
    package let articles: Int
    /// Its stories: copies of one wire story are one.
    package let stories: Int
    /// Its statements.
    package let statements: Int
    /// The share of unnamed sources among statements with a source, from 0 to 1; nil without any.
    package let unnamedShare: Double?
    /// The mean share of words that its articles attribute to nobody, from 0 to 1.
    package let ownVoiceShare: Double
}

extension Ledger {
    /// Audits the sources of articles, outlet by outlet.
    ///
    /// - Parameters:
    ///   - scope: which articles; its speaker is not looked at.
    ///   - limit: at most so many outlets.
    /// - Returns: the outlets with the most articles first.
    /// - Throws: ``LedgerError`` when an outlet is not known.
    package func auditByOutlet(_ scope: AuditScope = AuditScope(), limit: Int) throws(LedgerError)
        -> [OutletAudit]
    {
        try read { database in
            let articles = try scope.articles(database)
            var counts: [Int64: (all: Int, sourced: Int, unnamed: Int)] = [:]
            for row in try Row.fetchAll(
                database,
                sql: """
                    SELECT coalesce(article.outlet_id, 0), \(Self.sourceKind), count(*)
                    FROM revision CROSS JOIN article ON article.id = revision.article_id
                    CROSS JOIN statement ON statement.revision_id = revision.id WHERE \(articles) GROUP BY 1, 2
                    """
            ) {
                let (outlet, kind, number): (Int64, String, Int) = try (row[0], row[1], row[2])
                counts[outlet, default: (0, 0, 0)].all += number
                if kind != "none" { counts[outlet]!.sourced += number }
                if kind == "unnamed" { counts[outlet]!.unnamed += number }
            }
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT coalesce(article.outlet_id, 0), outlet.name, count(*),
                        count(DISTINCT coalesce(story_id, -article.id)), avg(own_voice_share)
                    FROM revision CROSS JOIN article ON article.id = revision.article_id
                    LEFT JOIN outlet ON outlet.id = article.outlet_id
                    WHERE \(articles) GROUP BY 1 ORDER BY 3 DESC, 2 LIMIT ?
                    """,
                arguments: [limit]
            ).map { row in
                let count = try counts[row[0]] ?? (0, 0, 0)
                return try OutletAudit(
                    name: row[1],
                    articles: row[2],
                    stories: row[3],
                    statements: count.all,
                    unnamedShare: count.sourced == 0 ? nil : Double(count.unnamed) / Double(count.sourced),
                    ownVoiceShare: row[4]
                )
            }
        }
    }
}
