import GRDB

/// Which changes are asked for.
public struct ChangeFilter: Hashable, Sendable {
    /// Only of this outlet: its name, or the host of its addresses.
    public var outlet: String?
    /// Only of statements of speakers of this name.
    public var speaker: String?
    /// Only from this day on: `2025-03-03`.
    public var since: String?
    /// Only up to this day.
    public var until: String?
    /// Only of these kinds; all when empty.
    public var kinds: Set<RevisionChange.Kind> = []
    /// Only those of which the article says nothing.
    public var isSilent = false

    /// Asks for all changes.
    public init() {}

    /// What `later`, `change`, `old`, `new` and `article` must fulfil, in SQL.
    var condition: (sql: String, arguments: StatementArguments) {
        var parts = ["TRUE"]
        var arguments = StatementArguments()
        func add(_ sql: String, _ values: [any DatabaseValueConvertible]) {
            parts.append(sql)
            arguments += StatementArguments(values)
        }
        if let outlet {
            let host = outlet.lowercased()
            add(
                """
                (later.outlet = ? COLLATE NOCASE OR article.host = ?
                    OR article.outlet_id = (SELECT id FROM outlet WHERE name = ?))
                """,
                [outlet, host.hasPrefix("www.") ? String(host.dropFirst(4)) : host, outlet]
            )
        }
        if let speaker {
            add(
                """
                EXISTS (
                    SELECT 1 FROM statement AS spoken
                    JOIN article_speaker ON article_speaker.revision_id = spoken.revision_id
                        AND ',' || spoken.speakers || ',' LIKE '%,' || article_speaker.number || ',%'
                    JOIN speaker ON speaker.id = article_speaker.speaker_id
                    WHERE spoken.id IN (change.before_id, change.after_id)
                        AND (speaker.name = ? COLLATE NOCASE OR article_speaker.name = ? COLLATE NOCASE)
                )
                """,
                [speaker, speaker]
            )
        }
        if let since { add("substr(coalesce(later.retrieved, later.added), 1, 10) >= ?", [since]) }
        if let until { add("substr(coalesce(later.retrieved, later.added), 1, 10) <= ?", [until]) }
        if !kinds.isEmpty {
            let marks = Array(repeating: "?", count: kinds.count).joined(separator: ", ")
            add("change.kind IN (\(marks))", kinds.map(\.rawValue).sorted())
        }
        if isSilent { add("change.is_silent", []) }
        return (parts.joined(separator: " AND "), arguments)
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
    /// Who says what was changed, by the name that the article prints.
    public var speakers: [String]
}

extension Ledger {
    /// What articles changed after they were printed, the newest first.
    ///
    /// - Parameters:
    ///   - filter: which changes.
    ///   - limit: how many at most.
    ///   - offset: how many of the newest are left out.
    /// - Returns: the changes.
    /// - Throws: ``LedgerError`` when the ledger cannot be read.
    public func changes(
        _ filter: ChangeFilter,
        limit: Int = 1000,
        offset: Int = 0
    ) throws(LedgerError) -> [ArticleChange] {
        try read { database in
            let condition = filter.condition
            let ids = try Row.fetchAll(
                database,
                sql: """
                    SELECT change.id, article.key, later.url, coalesce(later.outlet, outlet.name) AS outlet,
                        later.headline, coalesce(later.retrieved, later.added) AS seen,
                        (
                            SELECT group_concat(article_speaker.name, char(10)) FROM statement AS spoken
                            JOIN article_speaker ON article_speaker.revision_id = spoken.revision_id
                                AND ',' || spoken.speakers || ',' LIKE '%,' || article_speaker.number || ',%'
                            WHERE spoken.id = coalesce(change.after_id, change.before_id)
                        ) AS names
                    FROM change
                    JOIN revision AS later ON later.id = change.revision_id
                    JOIN article ON article.id = later.article_id
                    LEFT JOIN outlet ON outlet.id = article.outlet_id
                    WHERE \(condition.sql)
                    ORDER BY seen DESC, change.id LIMIT ? OFFSET ?
                    """,
                arguments: condition.arguments + [limit, offset]
            )
            return try ids.compactMap { row in
                guard
                    let change = try RevisionChange.fetch(database, where: "change.id = ?", [row["id"]]).first
                else { return nil }
                return try ArticleChange(
                    change: change,
                    article: row["key"],
                    url: row["url"],
                    outlet: row["outlet"],
                    headline: row["headline"],
                    seen: row["seen"],
                    speakers: (row["names"] as String?)?.split(separator: "\n").map(String.init) ?? []
                )
            }
        }
    }
}
