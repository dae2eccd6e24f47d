import GRDB

/// An outlet that the ledger has articles of.
package struct ListedOutlet: Hashable, Sendable {
    /// What it is called.
    package let name: String
    /// How many articles of it there are.
    package let articles: Int
}

/// An outlet that quotes somebody.
package struct QuotingOutlet: Hashable, Sendable {
    /// What it is called; nil for articles of no known outlet.
    package let name: String?
    /// How many statements of theirs its articles have now.
    package let statements: Int
    /// In how many articles.
    package let articles: Int
    /// The first day on which something was said, such as 20250303; nil when none is known.
    package let first: Int?
    /// The last day.
    package let last: Int?
}

extension Ledger {
    /// The outlets with the most articles.
    ///
    /// - Parameter limit: at most so many.
    /// - Returns: those with the most articles, by name.
    /// - Throws: ``LedgerError`` when the ledger cannot be read.
    package func outlets(limit: Int) throws(LedgerError) -> [ListedOutlet] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT name, number FROM (
                        SELECT outlet_id, count(*) AS number FROM article WHERE outlet_id IS NOT NULL
                        GROUP BY outlet_id ORDER BY 2 DESC, 1 LIMIT ?
                    ) JOIN outlet ON outlet.id = outlet_id ORDER BY name COLLATE NOCASE
                    """,
                arguments: [limit]
            ).map { try ListedOutlet(name: $0[0], articles: $0[1]) }
        }
    }

    /// Who quotes somebody.
    ///
    /// - Parameters:
    ///   - speaker: a number or a name.
    ///   - limit: at most so many.
    /// - Returns: the outlets that do so most first.
    /// - Throws: ``LedgerError`` when there is no such speaker, or there are several.
    package func outlets(quoting speaker: String, limit: Int) throws(LedgerError) -> [QuotingOutlet] {
        try read { database in
            let id = try SpeakerFinder(database).one(speaker)
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT outlet.name, count(*), count(DISTINCT article.id), min(nullif(attribution.day, 0)),
                        max(nullif(attribution.day, 0))
                    FROM attribution CROSS JOIN statement ON statement.id = statement_id
                    CROSS JOIN revision ON revision.id = revision_id CROSS JOIN article ON article.id = article_id
                    LEFT JOIN outlet ON outlet.id = outlet_id
                    WHERE speaker_id = ? AND statement.is_current GROUP BY outlet_id ORDER BY 2 DESC, 1 LIMIT ?
                    """,
                arguments: [id, limit]
            ).map {
                try QuotingOutlet(name: $0[0], statements: $0[1], articles: $0[2], first: $0[3], last: $0[4])
            }
        }
    }
}
