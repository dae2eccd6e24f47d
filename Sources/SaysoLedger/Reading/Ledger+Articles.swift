import GRDB

/// An article as it is now, in short.
package struct ListedArticle: Hashable, Sendable, LedgerRow {
    /// The newest revision.
    package let id: RevisionID
    /// How many revisions there are.
    package let revisions: Int
    /// The article's key.
    package let key: String
    /// The newest revision's headline.
    package let headline: String?
    /// Who printed it.
    package let outlet: String?
    /// Its address.
    package let url: String?
    /// When it came out.
    package let published: String?
    /// When the newest revision was added; ISO 8601 in UTC.
    package let added: String
    /// How many statements it has now.
    package let statements: Int

    package static let columns = [
        "revision", "revisions", "article", "headline", "outlet", "url", "published", "added", "statements",
    ]

    package var cells: [Cell] {
        [
            .text("\(id)"), .number(revisions), .text(key), .text(headline), .text(outlet), .text(url),
            .text(published), .text(added), .number(statements),
        ]
    }
}

extension Ledger {
    /// Articles as they are now, those whose newest revision was added last first.
    ///
    /// - Parameters:
    ///   - scope: which; its speaker is not looked at.
    ///   - before: where an earlier page ended; nil for the first page.
    ///   - limit: at most so many.
    /// - Returns: the articles, and where the next page begins; nil when nothing comes after.
    /// - Throws: ``LedgerError`` when an outlet is not known or a day is none.
    package func articles(_ scope: AuditScope = AuditScope(), before: Int64? = nil, limit: Int)
        throws(LedgerError) -> (articles: [ListedArticle], next: Int64?)
    {
        try read { database in
            let condition = try scope.articles(database)
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT revision.id, uid, revision.number, key, headline,
                        coalesce(revision.outlet, outlet.name) AS outlet, coalesce(revision.url, article.url) AS url,
                        published, added,
                        (SELECT count(*) FROM statement WHERE revision_id = revision.id) AS statements
                    FROM revision JOIN article ON article.id = article_id LEFT JOIN outlet ON outlet.id = outlet_id
                    WHERE \(condition) AND revision.id < ? ORDER BY revision.id DESC LIMIT ?
                    """,
                arguments: [before ?? .max, limit + 1]
            )
            let articles = try rows.prefix(limit).map { row in
                try ListedArticle(
                    id: RevisionID(number: row["uid"]),
                    revisions: row["number"],
                    key: row["key"],
                    headline: row["headline"],
                    outlet: row["outlet"],
                    url: row["url"],
                    published: row["published"],
                    added: row["added"],
                    statements: row["statements"]
                )
            }
            return try (Array(articles), rows.count > limit ? rows[limit - 1]["id"] : nil)
        }
    }
}
