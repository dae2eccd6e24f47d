import GRDB

/// Which changes are asked for.
public struct ChangeFilter: Hashable, Sendable {
    /// Only of this outlet: its name or host.
    public var outlet: String?
    /// Only of what this speaker says: a number or a name, which may mean several.
    public var speaker: String?
    /// Only of the article that this is a revision of.
    package var article: RevisionID?
    /// The days on which the later revision was seen.
    public var seen = DayRange()
    /// Only of these kinds; all when empty.
    public var kinds: Set<RevisionChange.Kind> = []
    /// Only those of which the article says nothing.
    public var isSilent = false

    /// Asks for all changes.
    public init() {}

    /// What `later`, `change` and `article` must fulfil, in SQL.
    func condition(_ database: Database) throws -> String {
        func list(_ rows: [Int64]) -> String { rows.map(String.init).joined(separator: ", ") }
        let day = "CAST(replace(substr(coalesce(later.retrieved, later.added), 1, 10), '-', '') AS INTEGER)"
        var parts = [seen.condition(on: day)]
        if let outlet {
            let rows = try OutletReference(database: database).rows(outlet)
            parts.append("article.outlet_id IN (\(list(rows)))")
        }
        if let speaker {
            let rows = try SpeakerFinder(database).some(speaker)
            let spoken = "(SELECT statement_id FROM attribution WHERE speaker_id IN (\(list(rows))))"
            parts.append("(change.before_id IN \(spoken) OR change.after_id IN \(spoken))")
        }
        if let article {
            parts.append(
                "later.article_id = (SELECT article_id FROM revision WHERE uid = \(article.number))"
            )
        }
        if !kinds.isEmpty {
            let names = kinds.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
            parts.append("change.kind IN (\(names))")
        }
        if isSilent { parts.append("change.is_silent") }
        return parts.joined(separator: " AND ")
    }
}

/// A change with the article in which it was made.
public struct ArticleChange: Hashable, Sendable {
    /// The change.
    public var change: RevisionChange
    /// The article's key.
    public var article: String
    /// Its address, as the later revision has it.
    public var url: String?
    /// Who prints it.
    public var outlet: String?
    /// The later revision's headline.
    public var headline: String?
    /// When the later revision was seen; ISO 8601 in UTC.
    public var seen: String
    /// Who says what was changed, by the names that the article prints; of what is gone, who said it.
    public var speakers: [String]
    /// Who said it before the change; the same but where it was moved.
    public var formerSpeakers: [String]
}

extension Ledger {
    /// What articles changed after they were printed, the newest first.
    ///
    /// - Parameters:
    ///   - filter: which changes.
    ///   - limit: how many at most.
    ///   - offset: how many of the newest are left out.
    /// - Returns: the changes.
    /// - Throws: ``LedgerError`` when no outlet or speaker has the name, or the ledger cannot be read.
    public func changes(
        _ filter: ChangeFilter,
        limit: Int = 1000,
        offset: Int = 0
    ) throws(LedgerError) -> [ArticleChange] {
        try read { database in
            func names(_ statement: String) -> String {
                """
                (SELECT group_concat(name, char(10)) FROM statement JOIN article_speaker
                    ON article_speaker.revision_id = statement.revision_id
                        AND ',' || speakers || ',' LIKE '%,' || article_speaker.number || ',%'
                    WHERE statement.id = \(statement))
                """
            }
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT change.id, article.key, later.url, coalesce(later.outlet, outlet.name) AS outlet,
                        later.headline, coalesce(later.retrieved, later.added) AS seen,
                        \(names("change.before_id")) AS former, \(names("change.after_id")) AS names
                    FROM change
                    JOIN revision AS later ON later.id = change.revision_id
                    JOIN article ON article.id = later.article_id
                    LEFT JOIN outlet ON outlet.id = article.outlet_id
                    WHERE \(try filter.condition(database))
                    ORDER BY seen DESC, change.id LIMIT ? OFFSET ?
                    """,
                arguments: [limit, offset]
            )
            return try rows.compactMap { row in
                guard
                    let change = try RevisionChange.fetch(database, where: "change.id = ?", [row["id"]]).first
                else { return nil }
                let former = try (row["former"] as String?)?.split(separator: "\n").map(String.init)
                let speakers = try (row["names"] as String?)?.split(separator: "\n").map(String.init)
                return try ArticleChange(
                    change: change,
                    article: row["key"],
                    url: row["url"],
                    outlet: row["outlet"],
                    headline: row["headline"],
                    seen: row["seen"],
                    speakers: speakers ?? former ?? [],
                    formerSpeakers: former ?? speakers ?? []
                )
            }
        }
    }
}
