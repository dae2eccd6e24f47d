import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Ledger {
    /// Looks for statements.
    ///
    /// - Parameter search: what to look for.
    /// - Returns: a page of results.
    /// - Throws: ``LedgerError`` with the code `invalid` when the question makes no sense, `notFound` when there is no
    ///   such speaker or outlet.
    /// - Complexity: a common word costs little more than a rare one: see ``SearchResults/isPartlyRanked``.
    public func search(_ search: Search) throws(LedgerError) -> SearchResults {
        guard (1...10_000).contains(search.limit) else {
            throw LedgerError(.invalid, "a page has from 1 to 10000 results, not \(search.limit)")
        }
        return try read { try SearchRun(search, $0).results() }
    }

    /// How many answers a search has on each day.
    ///
    /// - Parameter search: what to look for; its order, limit and cursor make no difference.
    /// - Returns: the days that have any, in order.
    /// - Throws: ``LedgerError`` as ``search(_:)`` does.
    package func days(of search: Search) throws(LedgerError) -> [DayCount] {
        var search = search
        search.cursor = nil
        return try read { [search] database in try SearchRun(search, database).days() }
    }
}

/// How much was said on a day.
package struct DayCount: Hashable, Sendable {
    /// The day, such as 20250303; 0 when it is not known.
    package let day: Int
    /// How many statements.
    package let statements: Int

    /// Counts statements of a day.
    package init(day: Int, statements: Int) {
        (self.day, self.statements) = (day, statements)
    }
}

/// One search, in one state of the ledger.
struct SearchRun {
    private typealias Place = (key: Int64, row: Int64)

    private let search: Search
    private let database: Database
    private let scope: SearchScope
    private let newest: Int64
    private let after: (key: Int64, row: Int64)?

    init(_ search: Search, _ database: Database) throws {
        self.search = search
        self.database = database
        scope = try SearchScope(search, database)
        let cursor = try search.cursor.map { text throws(LedgerError) in try SearchCursor(text, of: search) }
        newest = try cursor?.newest ?? Int64.fetchOne(database, sql: "SELECT max(id) FROM statement") ?? 0
        after = cursor?.last
    }

    func results() throws -> SearchResults {
        let phrases = scope.match?.phrases.compactMap(\.self) ?? []
        var isPartlyRanked = false
        var places: [Place]
        if search.order == .relevance, let match = scope.match, !phrases.isEmpty {
            (places, isPartlyRanked) = try ranked(match)
        } else if let match = scope.match {
            places = try dated(match)
        } else {
            places = try dated()
        }
        let hasMore = places.count > search.limit
        places = Array(places.prefix(search.limit))
        let marker = try WordMarker(phrases, database)
        return SearchResults(
            hits: try places.map { try SearchHit(row: $0.row, database, marker) },
            next: hasMore ? places.last.map { SearchCursor(newest: newest, last: $0, of: search).text } : nil,
            isPartlyRanked: isPartlyRanked
        )
    }

    /// How many answers there are on each day.
    func days() throws -> [DayCount] {
        let rows: [Row]
        if let match = scope.match {
            rows = try Row.fetchAll(
                database,
                sql:
                    "SELECT statement.day, count(*) \(matches) GROUP BY statement.day ORDER BY statement.day",
                arguments: [match.text, newest]
            )
        } else {
            let conditions = (scope.conditions + ["TRUE"]).joined(separator: " AND ")
            rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT statement.day, count(*) FROM statement\(scope.joins) WHERE \(conditions)
                    GROUP BY statement.day ORDER BY statement.day
                    """
            )
        }
        return try rows.map { try DayCount(day: $0[0], statements: $0[1]) }
    }

    // MARK: By relevance

    private func ranked(_ match: MatchExpression) throws -> (places: [Place], isPartial: Bool) {
        let weights = try weights(match.phrases).withUnsafeBytes { Data($0) }
        let most = SearchResults.mostRanked
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT statement.id, relevance(statement_words, length(statement.content), ?) \(matches)
                ORDER BY statement_words.rowid DESC LIMIT \(most + 1)
                """,
            arguments: [weights, match.text, newest]
        )
        var places = try rows.prefix(most).map { try (key: $0[1] as Int64, row: $0[0] as Int64) }
        if let after { places.removeAll { ($0.key, $0.row) >= after } }
        return (Self.first(search.limit + 1, of: places) { $0 > $1 }, rows.count > most)
    }

    /// The first so many of a list in order.
    private static func first(_ count: Int, of places: [Place], by precedes: (Place, Place) -> Bool)
        -> [Place]
    {
        Array(places.sorted(by: precedes).prefix(count))
    }

    /// How rare each phrase is: what BM25 calls its inverse document frequency, over the matches added last.
    private func weights(_ phrases: [MatchExpression.Phrase?]) throws -> [Double] {
        let sample = 4000
        guard phrases.count(where: { $0 != nil }) > 1 else { return phrases.map { $0 == nil ? 0 : 1 } }
        return try phrases.map { phrase in
            guard let phrase else { return 0 }
            // A beginning stands for many words, rare and common; to count them all would take long.
            if phrase.isPrefix { return 1 }
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT count(*), min(rowid) FROM (
                        SELECT rowid FROM statement_words WHERE statement_words MATCH ? AND rowid <= ?
                        ORDER BY rowid DESC LIMIT \(sample)
                    )
                    """,
                arguments: [phrase.expression, newest]
            )
            let (count, first) = try (row?[0] as Int? ?? 0, row?[1] as Int64? ?? 0)
            let all = Double(newest)
            let share = count < sample ? Double(count) / all : Double(sample) / (all - Double(first) + 1)
            return log(1 + (all - share * all + 0.5) / (share * all + 0.5))
        }
    }

    // MARK: By day

    private var isDescending: Bool { search.order != .oldest }
    private var direction: String { isDescending ? "DESC" : "ASC" }

    private var pageCondition: String {
        after.map { "AND (statement.day, statement.id) \(isDescending ? "<" : ">") (\($0.key), \($0.row))" }
            ?? ""
    }

    private func matches(_ condition: String) -> String {
        let conditions = (scope.indexConditions + scope.conditions).map { " AND " + $0 }.joined()
        return """
            FROM statement_words CROSS JOIN statement ON statement.id = statement_words.rowid\(scope.joins)
            WHERE statement_words MATCH ? AND statement_words.rowid <= ?\(conditions) \(condition)
            """
    }

    private var matches: String { matches("") }

    /// More matches than this are gone through month by month.
    private static let mostSorted = 20_000

    private func dated(_ match: MatchExpression) throws -> [Place] {
        let count = try Int.fetchOne(
            database,
            sql: """
                SELECT count(*) FROM (
                    SELECT 1 FROM statement_words WHERE statement_words MATCH ? AND rowid <= ?
                    LIMIT \(Self.mostSorted + 1)
                )
                """,
            arguments: [match.text, newest]
        )
        if count ?? 0 <= Self.mostSorted { return try page(match.text) }
        var places: [Place] = []
        for month in try months() where places.count <= search.limit {
            places += try page(
                match.with(tags: ["d\(month)"]),
                "AND statement.day / 100 = \(month)",
                limit: search.limit + 1 - places.count
            )
        }
        return places
    }

    private func page(_ expression: String, _ condition: String = "", limit: Int? = nil) throws -> [Place] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT statement.day, statement.id \(matches(condition)) \(pageCondition)
                ORDER BY statement.day \(direction), statement.id \(direction) LIMIT \(limit ?? search.limit + 1)
                """,
            arguments: [expression, newest]
        ).map { try (key: $0[0], row: $0[1]) }
    }

    /// The months in which anything was said, from where the page begins.
    private func months() throws -> [Int] {
        let (end, next, step) = isDescending ? ("max", "<", "* 100") : ("min", ">", "* 100 + 99")
        let start = after.map { "WHERE day \(next)= \($0.key)" } ?? ""
        return try Int.fetchAll(
            database,
            sql: """
                WITH RECURSIVE months (month) AS (
                    SELECT \(end)(day) / 100 FROM statement \(start)
                    UNION ALL
                    SELECT (SELECT \(end)(day) / 100 FROM statement WHERE day \(next) months.month \(step))
                    FROM months WHERE month IS NOT NULL
                )
                SELECT month FROM months WHERE month IS NOT NULL
                """
        )
    }

    /// Without words.
    private func dated() throws -> [Place] {
        let conditions = (scope.conditions + ["statement.id <= \(newest)"]).joined(separator: " AND ")
        let index = scope.isByDay ? " INDEXED BY statement_day" : ""
        return try Row.fetchAll(
            database,
            sql: """
                SELECT statement.day, statement.id FROM statement\(index)\(scope.joins)
                WHERE \(conditions) \(pageCondition)
                ORDER BY statement.day \(direction), statement.id \(direction) LIMIT \(search.limit + 1)
                """
        ).map { try (key: $0[0], row: $0[1]) }
    }
}
