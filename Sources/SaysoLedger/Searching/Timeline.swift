import GRDB

/// The statements of one speaker, day by day.
public struct Timeline: Hashable, Sendable {
    /// How many statements fall into a day, a month or a year.
    public struct Count: Hashable, Sendable {
        /// `2025-03-03`, `2025-03` or `2025`; nil for statements of no known day.
        public var period: String?
        /// How many statements.
        public var statements: Int
        /// In how many articles.
        public var articles: Int
    }

    /// How long the periods of counts are.
    public enum Step: String, Hashable, Sendable, CaseIterable {
        case day, month, year
    }

    /// Whose statements.
    public var speaker: SpeakerID
    /// What the speaker is called.
    public var name: String
    /// The statements, the earliest first.
    public var hits: [SearchHit]
    /// Where the next page begins; see ``Search/cursor``.
    public var next: String?
}

extension Ledger {
    /// The statements of one speaker in the order of days.
    ///
    /// - Parameters:
    ///   - reference: a name, a part of one, or an id such as `p12`.
    ///   - search: which of the speaker's statements; its order is that of days, oldest first, whatever it says.
    /// - Returns: a page of statements.
    /// - Throws: ``LedgerError`` when nobody or more than one may be meant, and what ``search(_:)`` throws.
    public func timeline(of reference: String, _ search: Search = Search(Question())) throws(LedgerError)
        -> Timeline
    {
        let (id, name) = try read { database in
            let id = try SpeakerFinder(database).one(reference)
            let find = "SELECT name FROM speaker WHERE id = ?"
            return (
                SpeakerID(number: id), try String.fetchOne(database, sql: find, arguments: [id]) ?? ""
            )
        }
        var search = search
        search.speakers = ["\(id)"]
        if search.order == .relevance { search.order = .oldest }
        let results = try self.search(search)
        return Timeline(speaker: id, name: name, hits: results.hits, next: results.next)
    }

    /// How many current statements of one speaker fall into each day, month or year that has any, in order.
    ///
    /// - Parameters:
    ///   - reference: a name, a part of one, or an id such as `p12`.
    ///   - step: how long the periods are.
    ///   - days: the days that count.
    /// - Returns: the periods that have statements.
    /// - Throws: ``LedgerError`` when nobody or more than one may be meant.
    public func counts(of reference: String, by step: Timeline.Step, days: DayRange = DayRange())
        throws(LedgerError) -> [Timeline.Count]
    {
        let divisor =
            switch step {
            case .day: 1
            case .month: 100
            case .year: 10_000
            }
        return try read { database in
            let speaker = try SpeakerFinder(database).one(reference)
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT attribution.day / \(divisor) AS period, count(*), count(DISTINCT revision.article_id)
                    FROM attribution JOIN statement ON statement.id = attribution.statement_id
                    JOIN revision ON revision.id = statement.revision_id
                    WHERE attribution.speaker_id = ? AND statement.is_current AND attribution.day BETWEEN ? AND ?
                    GROUP BY period ORDER BY period
                    """,
                arguments: [speaker, days.first ?? 0, days.last ?? 99_999_999]
            ).map { row in
                let period: Int = try row[0]
                return try Timeline.Count(
                    period: period == 0 ? nil : SaidDays.spelled(period),
                    statements: row[1],
                    articles: row[2]
                )
            }
        }
    }
}
