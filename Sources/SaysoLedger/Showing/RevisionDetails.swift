import GRDB

/// A revision beside the other revisions of its article.
public struct RevisionDetails: Sendable {
    /// One revision among those of an article.
    public struct Sibling: Hashable, Sendable {
        /// Its name.
        public var id: RevisionID
        /// Its place among the article's revisions, counted from 1.
        public var number: Int
        /// When it was added; ISO 8601 in UTC.
        public var added: String
        /// When its bytes were got; nil when nobody knows.
        public var retrieved: String?
        /// Its headline.
        public var headline: String?
    }

    /// The same quotation elsewhere.
    public struct Appearance: Hashable, Sendable {
        /// The statement.
        public var id: StatementID
        /// Who printed it.
        public var outlet: String?
        /// When.
        public var published: String?
        /// Its words.
        public var content: String
    }

    /// Its name.
    public var id: RevisionID
    /// Its place among the article's revisions, counted from 1.
    public var number: Int
    /// All that it holds.
    public var revision: Revision
    /// All revisions of the article, the first one first.
    public var siblings: [Sibling]
    /// How it differs from the one before it, and the one after it from it.
    public var changes: [RevisionChange]
}

extension RevisionDetails.Sibling {
    /// All revisions of an article, the first one first.
    static func all(of article: Int64, _ database: Database) throws -> [Self] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT uid, number, added, retrieved, headline FROM revision WHERE article_id = ? ORDER BY number
                """,
            arguments: [article]
        ).map { row in
            try Self(
                id: RevisionID(number: row[0]),
                number: row[1],
                added: row[2],
                retrieved: row[3],
                headline: row[4]
            )
        }
    }
}

extension Ledger {
    /// A revision with its place in the article's history.
    ///
    /// - Throws: ``LedgerError`` when there is none of this name, or it is damaged.
    public func details(of id: RevisionID) throws(LedgerError) -> RevisionDetails {
        try read { database in
            let find = try database.cachedStatement(sql: "SELECT * FROM revision WHERE uid = ?")
            guard let row = try Row.fetchOne(find, arguments: [id.number]) else {
                throw LedgerError(.notFound, "\(path): there is no revision \(id)")
            }
            let stored = try StoredRevision(row: row)
            return try RevisionDetails(
                id: id,
                number: stored.number,
                revision: stored.revision(database),
                siblings: RevisionDetails.Sibling.all(of: stored.article, database),
                changes: RevisionChange.fetch(
                    database,
                    where: "change.revision_id = ? OR change.earlier_id = ?",
                    [stored.id, stored.id]
                )
            )
        }
    }

    /// Where else the same quotation is printed, by day of publication.
    ///
    /// - Parameters:
    ///   - id: a statement.
    ///   - limit: how many are given at most.
    /// - Returns: the other places.
    /// - Throws: ``LedgerError`` when there is no such statement.
    public func appearances(of id: StatementID, limit: Int = 50) throws(LedgerError) -> [RevisionDetails
        .Appearance]
    {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT revision.uid, other.number, revision.outlet, revision.published, other.content
                    FROM revision AS own
                    JOIN statement ON statement.revision_id = own.id AND statement.number = ?
                    JOIN statement AS other ON other.cluster_id = statement.cluster_id AND other.id <> statement.id
                        AND other.is_current
                    JOIN revision ON revision.id = other.revision_id
                    WHERE own.uid = ? ORDER BY revision.day, other.id LIMIT ?
                    """,
                arguments: [id.number - 1, id.revision.number, limit]
            )
            return try rows.map { row in
                try RevisionDetails.Appearance(
                    id: StatementID(revision: RevisionID(number: row[0]), index: row[1]),
                    outlet: row[2],
                    published: row[3],
                    content: row[4]
                )
            }
        }
    }

    /// The bytes that a revision was read from, as they were.
    ///
    /// - Throws: ``LedgerError`` when there is no such revision, its bytes were not kept, or they are not those that
    ///   their digest is of.
    public func source(of id: RevisionID) throws(LedgerError) -> [UInt8] {
        let source = try revision(id).source
        guard let bytes = source.bytes else {
            throw LedgerError(
                .notFound,
                "revision \(id): its original bytes were not kept (\(source.digest))"
            )
        }
        guard Digest(of: bytes) == source.digest else {
            throw LedgerError(.damaged, "revision \(id): its original bytes are damaged")
        }
        return bytes
    }
}
