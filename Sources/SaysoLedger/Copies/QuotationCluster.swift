import GRDB

/// One quotation wherever it is printed.
public struct QuotationCluster: Hashable, Sendable {
    /// One printing.
    public struct Appearance: Hashable, Sendable {
        /// The statement.
        public let statement: StatementID
        /// What was said, as it is printed there.
        public let content: String
        /// The names of those who said it, as the ledger knows them.
        public let speakers: [String]
        /// Who printed it.
        public let outlet: String?
        /// The article's address.
        public let url: String?
        /// The article's headline.
        public let headline: String?
        /// When it came out.
        public let published: String?
        /// Equal for articles that are copies of one text.
        public let story: Int64
    }

    /// Its number in this ledger, which changes when clusters turn out to be one.
    public let id: Int64
    /// Where it is printed: the first appearance first. At least one.
    public let appearances: [Appearance]

    /// In how many outlets it appears, where copies of one story count once.
    public var outlets: Int {
        let names = Set(appearances.map { $0.outlet?.lowercased() ?? $0.statement.revision.description })
        return min(names.count, Set(appearances.map(\.story)).count)
    }
}

/// A quotation's spread in short.
public struct ClusterSummary: Hashable, Sendable {
    /// The cluster's number.
    public let id: Int64
    /// In how many outlets it appears, where copies of one story count once.
    public let outlets: Int
    /// In how many articles.
    public let articles: Int
    /// Its first appearance.
    public let first: QuotationCluster.Appearance
}

/// Which clusters are wanted: those with an appearance that meets all of this.
public struct ClusterFilter: Hashable, Sendable {
    /// The days of publication.
    public var published = DayRange()
    /// The outlet's name or host.
    public var outlet: String?
    /// The speaker's number or name; a name may mean several.
    public var speaker: String?

    /// Wants all.
    public init() {}
}

extension Ledger {
    /// A quotation wherever the ledger has it, in current revisions.
    ///
    /// - Throws: ``LedgerError`` when there is no such cluster.
    public func cluster(_ id: Int64) throws(LedgerError) -> QuotationCluster {
        try read { database in
            let appearances = try QuotationCluster.Appearance.fetch(
                database,
                where: "statement.cluster_id = ? AND statement.is_current",
                [id]
            )
            guard !appearances.isEmpty else {
                throw LedgerError(.notFound, "\(path): there is no cluster \(id)")
            }
            return QuotationCluster(id: id, appearances: appearances)
        }
    }

    /// The cluster that a statement is in; nil when nothing else in the ledger has its words.
    ///
    /// - Throws: ``LedgerError`` when there is no such statement.
    public func cluster(of statement: StatementID) throws(LedgerError) -> Int64? {
        try read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT cluster_id FROM statement JOIN revision ON revision.id = revision_id
                    WHERE uid = ? AND statement.number = ?
                    """,
                arguments: [statement.revision.number, statement.number - 1]
            )
            guard let row else {
                throw LedgerError(.notFound, "\(path): there is no statement \(statement)")
            }
            return try row[0]
        }
    }

    /// The quotations that appear in the most outlets, copies of one story counted once.
    ///
    /// - Parameters:
    ///   - filter: which are wanted.
    ///   - limit: at most how many.
    /// - Returns: the most widespread first.
    /// - Throws: ``LedgerError`` when no outlet or speaker has the name, or the ledger cannot be read.
    public func clusters(
        _ filter: ClusterFilter = ClusterFilter(),
        limit: Int = 20
    ) throws(LedgerError) -> [ClusterSummary] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT cluster_id, count(DISTINCT counted_article.article_id) AS articles,
                        min(count(DISTINCT coalesce(outlet_id, -counted_article.article_id)), count(DISTINCT story))
                            AS outlets
                    FROM statement JOIN revision ON revision.id = statement.revision_id
                    JOIN counted_article ON counted_article.article_id = revision.article_id
                    WHERE cluster_id IS NOT NULL AND statement.is_current \(try filter.condition(database))
                    GROUP BY cluster_id HAVING articles > 1
                    ORDER BY outlets DESC, articles DESC, cluster_id LIMIT ?
                    """,
                arguments: [limit]
            )
            return try rows.compactMap { row in
                let id: Int64 = try row["cluster_id"]
                let first = try QuotationCluster.Appearance.fetch(
                    database,
                    where: "statement.cluster_id = ? AND statement.is_current",
                    [id],
                    limit: 1
                )
                return try first.first.map {
                    try ClusterSummary(id: id, outlets: row["outlets"], articles: row["articles"], first: $0)
                }
            }
        }
    }
}

extension ClusterFilter {
    /// A condition that begins with `AND`, or nothing.
    fileprivate func condition(_ database: Database) throws -> String {
        guard self != ClusterFilter() else { return "" }
        func list(_ rows: [Int64]) -> String { rows.map(String.init).joined(separator: ", ") }
        var conditions = [published.condition(on: "revision.day")]
        if let outlet {
            let rows = try OutletReference(database: database).rows(outlet)
            conditions.append("article.outlet_id IN (\(list(rows)))")
        }
        if let speaker {
            let rows = try SpeakerFinder(database).some(speaker)
            conditions.append(
                "statement.id IN (SELECT statement_id FROM attribution WHERE speaker_id IN (\(list(rows))))"
            )
        }
        return """
            AND cluster_id IN (
                SELECT cluster_id FROM statement JOIN revision ON revision.id = statement.revision_id
                JOIN article ON article.id = revision.article_id
                WHERE cluster_id IS NOT NULL AND statement.is_current AND \(conditions.joined(separator: " AND "))
            )
            """
    }
}

extension QuotationCluster.Appearance {
    /// Appearances, the first first: by the time of publication, where it is known.
    fileprivate static func fetch(
        _ database: Database,
        where condition: String,
        _ arguments: StatementArguments,
        limit: Int = .max
    ) throws -> [Self] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT statement.id, statement.number, revision.id AS revision, statement.speakers, uid, content,
                    headline, published, story, article.url, outlet.name AS outlet
                FROM statement JOIN revision ON revision.id = revision_id
                JOIN article ON article.id = revision.article_id
                JOIN counted_article ON counted_article.article_id = article.id
                LEFT JOIN outlet ON outlet.id = article.outlet_id
                WHERE \(condition)
                ORDER BY uid, statement.number
                """,
            arguments: arguments
        )
        let sorted = try PublicationTime.sorted(rows) { try $0["published"] as String? }
        return try sorted.prefix(limit).map { row in
            let names = try database.cachedStatement(
                sql: """
                    SELECT speaker.name FROM article_speaker
                    LEFT JOIN statement_speaker ON statement_id = ?
                        AND statement_speaker.number = article_speaker.number
                    JOIN speaker ON speaker.id = coalesce(statement_speaker.speaker_id, article_speaker.speaker_id)
                    WHERE revision_id = ? AND article_speaker.number = ?
                    """
            )
            return try Self(
                statement: StatementID(revision: RevisionID(number: row["uid"]), index: row["number"]),
                content: row["content"],
                speakers: (row["speakers"] as String).split(separator: ",").compactMap {
                    let place: StatementArguments = try [
                        row["id"] as Int64, row["revision"] as Int64, Int($0),
                    ]
                    return try String.fetchOne(names, arguments: place)
                },
                outlet: row["outlet"],
                url: row["url"],
                headline: row["headline"],
                published: row["published"],
                story: row["story"]
            )
        }
    }
}
