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
            // All statements are gone through once.
            var (sources, forms, kinds): ([String: Int], [String: Int], [String: Int]) = ([:], [:], [:])
            for row in try Row.fetchAll(
                database,
                sql: """
                    SELECT \(Self.sourceKind), statement.form, statement.kind, count(*) \(base) GROUP BY 1, 2, 3
                    """
            ) {
                let number: Int = try row[3]
                try sources[row[0], default: 0] += number
                try forms[row[1], default: 0] += number
                try kinds[row[2], default: 0] += number
            }
            let all = sources.values.reduce(0, +)
            func counts(_ numbers: [String: Int]) -> [SourceAudit.Count] {
                numbers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
                    SourceAudit.Count(name: $0, statements: $1, share: Double($1) / Double(all))
                }
            }
            let sourced = all - sources["none", default: 0]
            let unnamed = sources["unnamed", default: 0]
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
                sources: counts(sources),
                forms: counts(forms),
                kinds: counts(kinds),
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
                        CROSS JOIN article_speaker ON article_speaker.revision_id = revision.id
                            AND \(Self.speaks)
                        LEFT JOIN statement_speaker ON statement_speaker.statement_id = statement.id
                            AND statement_speaker.number = article_speaker.number
                        CROSS JOIN speaker
                            ON speaker.id = coalesce(statement_speaker.speaker_id, article_speaker.speaker_id)
                        WHERE \(articles) AND \(statements) AND speaker.kind <> 'unnamed'
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

    /// Whether a statement is somebody's of its article, in SQL.
    private static let speaks = """
        (',' || statement.speakers || ',') LIKE ('%,' || article_speaker.number || ',%')
        """

    /// What a statement's source is, in SQL. Most have one speaker, who is found at once.
    static let sourceKind = """
        CASE WHEN is_unresolved THEN 'unresolved' WHEN speakers = '' THEN 'none' ELSE coalesce(
            CASE WHEN instr(speakers, ',') = 0 THEN
                (SELECT kind FROM article_speaker WHERE article_speaker.revision_id = statement.revision_id
                    AND article_speaker.number = CAST(statement.speakers AS INTEGER))
            ELSE
                (SELECT CASE WHEN min(kind) = max(kind) THEN min(kind) ELSE 'several' END FROM article_speaker
                    WHERE article_speaker.revision_id = statement.revision_id AND \(speaks))
            END, 'none') END
        """
}
