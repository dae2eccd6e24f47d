import GRDB

/// Whom a newsroom quotes, and how: counts of statements in articles' newest revisions.
public struct SourceAudit: Hashable, Sendable {
    /// How many there are of something.
    public struct Count: Hashable, Sendable {
        /// What is counted.
        public let name: String
        /// How many statements.
        public let statements: Int
        /// Their share of all, from 0 to 1.
        public let share: Double
    }

    /// Somebody who is quoted.
    public struct Quoted: Hashable, Sendable {
        /// In this ledger.
        public let speaker: SpeakerID
        /// By name.
        public let name: String
        /// The role that tells the most.
        public let role: String?
        /// In how many stories: copies of one wire story are one.
        public let stories: Int
        /// In how many articles.
        public let articles: Int
        /// How many statements.
        public let statements: Int
    }

    /// All articles.
    public let articles: Int
    /// All stories: copies of one wire story are one.
    public let stories: Int
    /// All statements.
    public let statements: Int
    /// By kind of source: `person`, `organisation`, `group`, `document`, `unnamed`, `several` for joint statements of
    /// different kinds, `unresolved` where the article leaves open whose it is, `none` where it names no source.
    public let sources: [Count]
    /// By form: `direct`, `mixed`, `indirect`.
    public let forms: [Count]
    /// By what the cue says of the act.
    public let kinds: [Count]
    /// The share of unnamed sources among statements with a source, from 0 to 1; nil without any.
    public let unnamedShare: Double?
    /// The mean share of words that articles attribute to nobody, from 0 to 1; nil without articles.
    public let ownVoiceShare: Double?
    /// Those who are quoted in the most stories, the unnamed left out.
    public let quoted: [Quoted]
}

extension Ledger {
    /// Audits the sources of articles.
    ///
    /// - Parameters:
    ///   - scope: which articles and statements.
    ///   - limit: so many of the most quoted.
    /// - Returns: the counts.
    /// - Throws: ``LedgerError`` when an outlet or a speaker is not known.
    public func audit(_ scope: AuditScope = AuditScope(), limit: Int = 10) throws(LedgerError) -> SourceAudit
    {
        try read { database in
            let articles = try scope.articles(database)
            let statements = try scope.statements(database)
            let base = """
                FROM revision CROSS JOIN article ON article.id = revision.article_id
                CROSS JOIN statement ON statement.revision_id = revision.id WHERE \(articles) AND \(statements)
                """
            func counts(_ expression: String) throws -> [SourceAudit.Count] {
                let rows = try Row.fetchAll(
                    database,
                    sql: "SELECT \(expression), count(*) \(base) GROUP BY 1 ORDER BY 2 DESC, 1"
                )
                let all = try rows.reduce(0) { try $0 + ($1[1] as Int) }
                return try rows.map { row in
                    try SourceAudit.Count(
                        name: row[0],
                        statements: row[1],
                        share: Double(row[1] as Int) / Double(all)
                    )
                }
            }
            let sources = try counts(Self.sourceKind)
            let all = sources.reduce(0) { $0 + $1.statements }
            let sourced = sources.filter { $0.name != "none" }.reduce(0) { $0 + $1.statements }
            let unnamed = sources.filter { $0.name == "unnamed" }.reduce(0) { $0 + $1.statements }
            let print = try Row.fetchOne(
                database,
                sql: """
                    SELECT count(*), count(DISTINCT coalesce(story_id, -article.id)), avg(own_voice_share)
                    FROM revision CROSS JOIN article ON article.id = revision.article_id WHERE \(articles)
                    \(scope.speaker == nil ? "" : "AND revision.id IN (SELECT revision_id \(base))")
                    """
            )!
            return try SourceAudit(
                articles: print[0],
                stories: print[1],
                statements: all,
                sources: sources,
                forms: try counts("form"),
                kinds: try counts("statement.kind"),
                unnamedShare: sourced == 0 ? nil : Double(unnamed) / Double(sourced),
                ownVoiceShare: print[2],
                quoted: try Row.fetchAll(
                    database,
                    sql: """
                        SELECT speaker.id, speaker.name, speaker.role,
                            count(DISTINCT coalesce(story_id, -article.id)), count(DISTINCT article.id),
                            count(DISTINCT statement.id)
                        FROM revision CROSS JOIN article ON article.id = revision.article_id
                        CROSS JOIN statement ON statement.revision_id = revision.id
                        CROSS JOIN speaker ON speaker.id IN (
                            SELECT speaker_id FROM article_speaker WHERE revision_id = revision.id
                            UNION SELECT speaker_id FROM statement_speaker WHERE statement_id = statement.id
                        )
                        WHERE \(articles) AND \(statements) AND speaker.kind <> 'unnamed'
                            AND EXISTS (SELECT 1 FROM attribution WHERE attribution.speaker_id = speaker.id
                                AND attribution.day = statement.day
                                AND attribution.statement_id = statement.id)
                        GROUP BY speaker.id ORDER BY 4 DESC, 6 DESC, speaker.id LIMIT ?
                        """,
                    arguments: [limit]
                ).map { row in
                    try SourceAudit.Quoted(
                        speaker: SpeakerID(number: row[0]),
                        name: row[1],
                        role: row[2],
                        stories: row[3],
                        articles: row[4],
                        statements: row[5]
                    )
                }
            )
        }
    }

    /// What a statement's source is, in SQL.
    static let sourceKind = """
        CASE WHEN is_unresolved THEN 'unresolved' WHEN speakers = '' THEN 'none' ELSE coalesce(
            (SELECT CASE WHEN min(kind) = max(kind) THEN min(kind) ELSE 'several' END FROM article_speaker
            WHERE article_speaker.revision_id = statement.revision_id
                AND (',' || statement.speakers || ',') LIKE ('%,' || article_speaker.number || ',%')), 'none') END
        """
}
