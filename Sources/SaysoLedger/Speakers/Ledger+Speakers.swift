import GRDB
public import SaysoStatements

/// Somebody over all articles.
public struct KnownSpeaker: Hashable, Sendable {
    /// What the speaker is called in this ledger.
    public let id: SpeakerID
    /// The fullest name that articles print, or the one that a person gave.
    public let name: String
    /// What it is.
    public let kind: Speaker.Kind
    /// The role that tells the most.
    public let role: String?
    /// Who it is in the world, as a person said: an address.
    public let link: String?
    /// How many statements articles have now.
    public let statements: Int
    /// In how many articles.
    public let articles: Int
    /// The outlets, in the order of their names.
    public let outlets: [String]
    /// The first day on which something was said, such as 20250303; nil when none is known.
    public let first: Int?
    /// The last day.
    public let last: Int?

    /// All names, roles and affiliations under which articles know it, with the number of articles.
    public var faces: [Face] = []

    /// One way in which articles name somebody.
    public struct Face: Hashable, Sendable {
        /// The name as printed.
        public let name: String
        /// The role as printed.
        public let role: String?
        /// Whom the speaker belongs to.
        public let affiliation: String?
        /// How many revisions of articles name it so.
        public let articles: Int
        /// The first day on which such an article came out, such as 20250303; nil when none is known.
        public let first: Int?
        /// The last day.
        public let last: Int?
    }
}

/// Two speakers who may be one.
public struct SpeakerDoubt: Hashable, Sendable {
    /// The one met first.
    public let one: SpeakerID
    /// The other one.
    public let other: SpeakerID
    /// Their names.
    public let names: [String]
    /// What articles say that they are.
    public let roles: [String?]
    /// Why they may be one, and why they are not.
    public let reason: String
}

extension Ledger {
    /// Speakers whose names have some words, those with the most statements first.
    ///
    /// - Parameters:
    ///   - name: beginnings of words, all of which must be in the name; nil for everybody.
    ///   - kind: what they are; nil for all but the unnamed.
    ///   - limit: at most so many.
    ///   - offset: leaves out so many before them.
    /// - Returns: the speakers, without faces.
    /// - Throws: ``LedgerError`` when the ledger cannot be read.
    public func speakers(
        named name: String? = nil,
        kind: Speaker.Kind? = nil,
        limit: Int = 50,
        offset: Int = 0
    ) throws(LedgerError) -> [KnownSpeaker] {
        guard let (condition, arguments) = Self.condition(named: name, kind: kind) else { return [] }
        return try read { database in
            let ids = try Int64.fetchAll(
                database,
                sql: """
                    SELECT id FROM speaker LEFT JOIN (
                        SELECT speaker_id, count(*) AS number FROM attribution GROUP BY speaker_id
                    ) ON speaker_id = id WHERE \(condition) ORDER BY number DESC, id LIMIT ? OFFSET ?
                    """,
                arguments: arguments + [limit, offset]
            )
            // What earlier revisions said decides only who comes before the limit.
            return try ids.map { try KnownSpeaker(id: $0, database) }
                .sorted { ($1.statements, $0.id) < ($0.statements, $1.id) }
        }
    }

    /// How many speakers have names with some words; see ``speakers(named:kind:limit:offset:)``.
    ///
    /// - Parameters:
    ///   - name: beginnings of words, all of which must be in the name; nil for everybody.
    ///   - kind: what they are; nil for all but the unnamed.
    /// - Returns: how many there are.
    /// - Throws: ``LedgerError`` when the ledger cannot be read.
    package func speakerCount(named name: String? = nil, kind: Speaker.Kind? = nil) throws(LedgerError) -> Int
    {
        guard let (condition, arguments) = Self.condition(named: name, kind: kind) else { return 0 }
        return try read { database in
            let sql = "SELECT count(*) FROM speaker WHERE \(condition)"
            return try Int.fetchOne(database, sql: sql, arguments: arguments) ?? 0
        }
    }

    /// What must hold of `speaker`, in SQL; nil when nobody can have such a name.
    private static func condition(named name: String?, kind: Speaker.Kind?) -> (String, StatementArguments)? {
        let words = SpeakerFinder.key(name ?? "").split(separator: " ")
        if name != nil, words.isEmpty { return nil }
        var condition = "speaker.merged_into IS NULL"
        var arguments: StatementArguments = []
        if let kind {
            condition += " AND speaker.kind = ?"
            arguments += [kind.rawValue]
        } else {
            condition += " AND speaker.kind <> 'unnamed'"
        }
        for word in words {
            condition += " AND ' ' || name_key LIKE ?"
            arguments += ["% \(word)%"]
        }
        return (condition, arguments)
    }

    /// A speaker with all names and roles.
    ///
    /// - Parameter speaker: a number or a name.
    /// - Returns: the speaker.
    /// - Throws: ``LedgerError`` when there is none, or several, whom the message lists.
    public func speaker(_ speaker: String) throws(LedgerError) -> KnownSpeaker {
        try read { database in
            let id = try SpeakerFinder(database).one(speaker)
            var known = try KnownSpeaker(id: id, database)
            known.faces = try Row.fetchAll(
                database,
                sql: """
                    SELECT name, role, affiliation, count(*), min(nullif(day, 0)), max(nullif(day, 0))
                    FROM article_speaker CROSS JOIN revision ON revision.id = revision_id WHERE speaker_id = ?
                    GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3
                    """,
                arguments: [id]
            ).map { row in
                try KnownSpeaker.Face(
                    name: row[0],
                    role: row[1],
                    affiliation: row[2],
                    articles: row[3],
                    first: row[4],
                    last: row[5]
                )
            }
            return known
        }
    }

    /// Speakers who may be one, and were kept apart.
    ///
    /// - Parameters:
    ///   - limit: at most so many.
    ///   - offset: leaves out so many before them.
    /// - Returns: pairs, by name.
    /// - Throws: ``LedgerError`` when the ledger cannot be read.
    public func speakerDoubts(limit: Int = 100, offset: Int = 0) throws(LedgerError) -> [SpeakerDoubt] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT one_id, other_id, one.name, other.name, one.role, other.role, reason FROM doubt
                    JOIN speaker AS one ON one.id = one_id JOIN speaker AS other ON other.id = other_id
                    WHERE one.merged_into IS NULL AND other.merged_into IS NULL
                    GROUP BY one_id, other_id ORDER BY one.name_key, one_id, other_id LIMIT ? OFFSET ?
                    """,
                arguments: [limit, offset]
            ).map { row in
                try SpeakerDoubt(
                    one: SpeakerID(number: row[0]),
                    other: SpeakerID(number: row[1]),
                    names: [row[2], row[3]],
                    roles: [row[4], row[5]],
                    reason: row[6]
                )
            }
        }
    }

    /// How many pairs of speakers may be one.
    ///
    /// - Returns: how many pairs ``speakerDoubts(limit:offset:)`` has.
    /// - Throws: ``LedgerError`` when the ledger cannot be read.
    package func speakerDoubtCount() throws(LedgerError) -> Int {
        try read { database in
            try Int.fetchOne(
                database,
                sql: """
                    SELECT count(*) FROM (
                        SELECT DISTINCT one_id, other_id FROM doubt
                        JOIN speaker AS one ON one.id = one_id JOIN speaker AS other ON other.id = other_id
                        WHERE one.merged_into IS NULL AND other.merged_into IS NULL
                    )
                    """
            ) ?? 0
        }
    }
}

extension KnownSpeaker {
    /// Reads a speaker, without faces.
    init(id: Int64, _ database: Database) throws {
        let find = try database.cachedStatement(sql: "SELECT * FROM speaker WHERE id = ?")
        guard let row = try Row.fetchOne(find, arguments: [id]),
            let kind = try Speaker.Kind(rawValue: row["kind"])
        else {
            throw LedgerError(.damaged, "speaker \(SpeakerID(number: id)) cannot be read")
        }
        let count = try database.cachedStatement(
            sql: """
                SELECT count(*), count(DISTINCT article_id), min(nullif(attribution.day, 0)),
                    max(nullif(attribution.day, 0))
                FROM attribution CROSS JOIN statement ON statement.id = statement_id
                CROSS JOIN revision ON revision.id = revision_id
                WHERE speaker_id = ? AND statement.is_current
                """
        )
        let counts = try Row.fetchOne(count, arguments: [id])!
        let outlets = try database.cachedStatement(
            sql: """
                SELECT DISTINCT outlet.name FROM article_speaker CROSS JOIN revision ON revision.id = revision_id
                CROSS JOIN article ON article.id = article_id CROSS JOIN outlet ON outlet.id = outlet_id
                WHERE speaker_id = ? ORDER BY 1
                """
        )
        try self.init(
            id: SpeakerID(number: id),
            name: row["name"],
            kind: kind,
            role: row["role"],
            link: row["link"],
            statements: counts[0],
            articles: counts[1],
            outlets: String.fetchAll(outlets, arguments: [id]),
            first: counts[2],
            last: counts[3]
        )
    }
}
