import GRDB
import SaysoArchives
import SaysoArticles
import SaysoStatements

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A revision's row.
struct StoredRevision {
    let row: Row

    let id: Int64
    let uid: Int64
    let article: Int64
    let number: Int
    let retrieved: String?
    /// When it was retrieved or, where nobody knows, added.
    let time: String

    /// - Throws: ``LedgerError`` when it is damaged.
    init(row: Row) throws {
        self.row = row
        (id, uid, article, number) = try (row["id"], row["uid"], row["article_id"], row["number"])
        retrieved = try row["retrieved"]
        time = try retrieved ?? row["added"]
        guard (1...1 << 32).contains(number) else { throw damage("number") }
    }

    var name: RevisionID { RevisionID(number: uid) }
    var textDigest: Digest? { (try? row["text_digest"] as Data).flatMap(Digest.init(bytes:)) }

    /// The newest revision of an article.
    static func current(of article: Int64, _ database: Database) throws -> StoredRevision? {
        let find = try database.cachedStatement(
            sql: "SELECT * FROM revision WHERE article_id = ? ORDER BY number DESC LIMIT 1"
        )
        return try Row.fetchOne(find, arguments: [article]).map(StoredRevision.init)
    }

    /// The revision with an id; nil when there is none.
    static func with(id: Int64, _ database: Database) throws -> StoredRevision? {
        let find = try database.cachedStatement(sql: "SELECT * FROM revision WHERE id = ?")
        return try Row.fetchOne(find, arguments: [id]).map(StoredRevision.init)
    }

    /// Whether headline and times are the same.
    func says(_ publication: Revision.Publication) throws -> Bool {
        try row["headline"] == publication.headline && row["published"] == publication.published
            && row["modified"] == publication.modified
    }

    /// The article's key; nil when its row is missing.
    func key(_ database: Database) throws -> String? {
        let find = try database.cachedStatement(sql: "SELECT key FROM article WHERE id = ?")
        return try String.fetchOne(find, arguments: [article])
    }

    /// The article's text as UTF-8.
    func text() throws -> [UInt8] { try Self.unpacked(row["text"], "text of revision \(name)") }

    /// All of the revision.
    ///
    /// - Parameters:
    ///   - database: where it is.
    ///   - unpacksSource: whether the bytes of its source are wanted.
    /// - Returns: the revision.
    /// - Throws: ``LedgerError`` when a part of it is damaged, or says what cannot be.
    func revision(_ database: Database, unpacksSource: Bool = true) throws -> Revision {
        let revision = try unchecked(database, unpacksSource: unpacksSource)
        if let problem = revision.problems.first {
            throw LedgerError(.damaged, "revision \(name): \(problem)")
        }
        return revision
    }

    /// All of the revision, though its places may lie anywhere and its numbers be those of nothing.
    func unchecked(_ database: Database, unpacksSource: Bool = true) throws -> Revision {
        guard let source = try source(database, isUnpacked: unpacksSource), let textDigest else {
            throw damage("digest")
        }
        let text = try text()
        var publication = Revision.Publication()
        publication.headline = try row["headline"]
        publication.standfirst = try row["standfirst"]
        publication.bylines = try (row["bylines"] as String).split(separator: "\n").map(String.init)
        publication.outlet = try row["outlet"]
        publication.wire = try row["wire"]
        publication.section = try row["section"]
        publication.language = try row["language"]
        publication.url = try row["url"]
        publication.published = try row["published"]
        publication.modified = try row["modified"]
        guard let key = try key(database) else { throw damage("article") }
        var revision = try Revision(
            key: key,
            publication: publication,
            origin: Revision.Origin(
                path: row["path"] as String? ?? publication.url ?? "",
                record: row["record"],
                entry: row["entry"],
                entryID: row["entry_id"],
                retrieved: retrieved
            ),
            source: source,
            text: text,
            paragraphs: paragraphs(),
            ownVoice: ownVoice(),
            ownVoiceShare: row["own_voice_share"]
        )
        if source.digest == textDigest { revision.source.bytes = text }
        revision.speakers = try StoredStatement.speakers(of: id, database)
        revision.statements = try StoredStatement.all(of: id, database).enumerated().map { index, stored in
            do { return try stored.statement() } catch {
                throw LedgerError(error, about: "statement \(StatementID(revision: name, index: index))")
            }
        }
        return revision
    }

    func paragraphs() throws -> [Revision.Paragraph] {
        guard let paragraphs = try Places.paragraphs(row["paragraphs"]) else { throw damage("paragraphs") }
        return paragraphs
    }

    /// What the outlet says itself.
    func ownVoice() throws -> [Range<Int>] {
        guard let ranges = try Places.read(row["own_voice"], in: paragraphs()) else {
            throw damage("own voice")
        }
        return ranges
    }

    private func source(_ database: Database, isUnpacked: Bool) throws -> Revision.Source? {
        let find = try database.cachedStatement(sql: "SELECT * FROM source WHERE id = ?")
        guard let source = try Row.fetchOne(find, arguments: [row["source_id"] as Int64]),
            let digest = try Digest(bytes: source["digest"] as Data)
        else { return nil }
        return try Revision.Source(
            digest: digest,
            length: source["length"],
            bytes: isUnpacked
                ? (source["gzip"] as Data?).map { try Self.unpacked($0, "source of revision \(name)") }
                : nil,
            format: row["format"],
            encoding: row["encoding"]
        )
    }

    /// The bytes of its source, as gzip; nil when they are not kept, or are the text itself.
    func packedSource(_ database: Database) throws -> Data? {
        let find = try database.cachedStatement(sql: "SELECT gzip FROM source WHERE id = ?")
        return try Data?.fetchOne(find, arguments: [row["source_id"] as Int64]) ?? nil
    }

    private func damage(_ part: String) -> LedgerError {
        LedgerError(.damaged, "revision \(name): its \(part) cannot be read")
    }

    /// What gzip packed.
    ///
    /// - Throws: ``LedgerError`` when it is damaged.
    static func unpacked(_ data: Data, _ name: String) throws -> [UInt8] {
        let body = ContentCoding.gzip.decode(Array(data), limits: DecodingLimits(size: 1 << 31, ratio: .max))
        guard body.flaws.isEmpty else { throw LedgerError(.damaged, "the \(name) is damaged") }
        return body.bytes
    }
}
