import GRDB
import SaysoArchives
import SaysoArticles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writes revisions inside one transaction.
struct RevisionWriter {
    private let database: Database
    private let keepsSources: Bool
    private let now: String
    private let packer = Deflater()
    private var outlets: [String: Int64] = [:]
    private var copies: CopyFinder

    /// - Parameters:
    ///   - database: inside a transaction.
    ///   - keepsSources: whether sources' bytes are kept.
    ///   - now: ISO 8601 in UTC.
    ///   - crowd: see ``CopyGroups/crowd``.
    /// - Throws: when the database fails.
    init(_ database: Database, keepsSources: Bool, now: String, crowd: Int = CopyGroups.crowd) throws {
        self.database = database
        copies = try CopyFinder(database, crowd: crowd)
        self.keepsSources = keepsSources
        self.now = now
    }

    /// To be called once all revisions are added.
    func finish() throws { try copies.finish() }

    /// Adds a revision, unless it is there.
    ///
    /// - Parameters:
    ///   - revision: the revision.
    ///   - name: what it is called in the ledger that it comes from; nil where nothing says.
    ///   - added: when that ledger got it; nil where nothing says.
    /// - Returns: what became of it.
    /// - Throws: the database's errors, and ``LedgerError`` when the article's other revisions are damaged.
    mutating func add(_ revision: Revision, id name: RevisionID? = nil, added: String? = nil) throws
        -> Addition
    {
        let textDigest = Digest(of: revision.text)
        let base = RevisionID(of: revision, textDigest)
        let again = RevisionID(of: revision, textDigest, time: revision.origin.retrieved ?? added ?? now)
        if let name, let id = try known(name) { return .unchanged(id) }
        let article = try article(revision)
        let time = revision.origin.retrieved ?? added
        let place = try RevisionPlace(article: article.id, time: time, database)
        if let earlier = place.earlier {
            if try says(earlier, base, textDigest, revision) {
                return .unchanged(RevisionID(number: earlier.uid))
            }
            // An older copy of what was seen since, or the same again.
            let isLater = time.map { $0 > earlier.retrieved ?? "" } ?? false
            if name == nil, !isLater, let id = try known(base) { return .unchanged(id) }
            if try RevisionComparison(earlier.revision(database), revision).isTrivial {
                return .unchanged(RevisionID(number: earlier.uid))
            }
        }
        if let later = place.later,
            try says(later, base, textDigest, revision)
                || RevisionComparison(revision, later.revision(database)).isTrivial
        {
            return .unchanged(RevisionID(number: later.uid))
        }
        // What an article said before can be printed again.
        let id = try name ?? (known(base) == nil ? base : again)
        if let id = try known(id) { return .unchanged(id) }
        try place.makeRoom(database)
        let row = try insert(revision, id, textDigest, article: article.id, at: place, added: added ?? now)
        if let later = place.later {
            try RevisionComparison(revision, later.revision(database)).write(
                to: database,
                earlier: row,
                later: later.id
            )
        }
        guard let earlier = place.earlier else {
            return place.later == nil ? .article(id) : .revision(id, changes: 0)
        }
        let changes = try RevisionComparison(earlier.revision(database), revision).write(
            to: database,
            earlier: earlier.id,
            later: row
        )
        return .revision(id, changes: changes)
    }

    /// Whether a revision of the ledger says the same, byte by byte.
    private func says(
        _ stored: StoredRevision,
        _ base: RevisionID,
        _ textDigest: Digest,
        _ revision: Revision
    ) throws -> Bool {
        try stored.uid == base.number || stored.textDigest == textDigest && stored.says(revision.publication)
    }

    private func known(_ id: RevisionID) throws -> RevisionID? {
        let statement = try database.cachedStatement(sql: "SELECT 1 FROM revision WHERE uid = ?")
        return try Int.fetchOne(statement, arguments: [id.number]).map { _ in id }
    }

    // MARK: Rows

    private mutating func article(_ revision: Revision) throws -> (id: Int64, isNew: Bool) {
        let find = try database.cachedStatement(sql: "SELECT id FROM article WHERE key = ?")
        if let id = try Int64.fetchOne(find, arguments: [revision.key]) { return (id, false) }
        let host = ArticleKey.host(of: revision.publication.url)
        let insert = try database.cachedStatement(
            sql: "INSERT INTO article (key, url, host, outlet_id) VALUES (?, ?, ?, ?)"
        )
        try insert.execute(arguments: [
            revision.key, revision.publication.url, host, try outlet(revision.publication.outlet ?? host),
        ])
        return (database.lastInsertedRowID, true)
    }

    private mutating func outlet(_ name: String?) throws -> Int64? {
        guard let name else { return nil }
        if let id = outlets[name] { return id }
        let insert = try database.cachedStatement(sql: "INSERT OR IGNORE INTO outlet (name) VALUES (?)")
        try insert.execute(arguments: [name])
        let find = try database.cachedStatement(sql: "SELECT id FROM outlet WHERE name = ?")
        let id = try Int64.fetchOne(find, arguments: [name])
        outlets[name] = id
        return id
    }

    private func source(_ source: Revision.Source, isText: Bool) throws -> Int64 {
        let find = try database.cachedStatement(sql: "SELECT id, gzip IS NULL FROM source WHERE digest = ?")
        let bytes = keepsSources && !isText ? source.bytes : nil
        if let row = try Row.fetchOne(find, arguments: [source.digest.data]) {
            if let bytes, try row[1] as Bool {
                let fill = try database.cachedStatement(sql: "UPDATE source SET gzip = ? WHERE id = ?")
                try fill.execute(arguments: [Data(packer.gzip(bytes)), row[0] as Int64])
            }
            return try row[0]
        }
        let insert = try database.cachedStatement(
            sql: "INSERT INTO source (digest, length, gzip) VALUES (?, ?, ?)"
        )
        try insert.execute(arguments: [
            source.digest.data, source.length, bytes.map { Data(packer.gzip($0)) },
        ])
        return database.lastInsertedRowID
    }

    private mutating func insert(
        _ revision: Revision,
        _ id: RevisionID,
        _ textDigest: Digest,
        article: Int64,
        at place: RevisionPlace,
        added: String
    ) throws -> Int64 {
        if let current = place.earlier, place.later == nil {
            let retire = try database.cachedStatement(sql: "UPDATE revision SET is_current = 0 WHERE id = ?")
            try retire.execute(arguments: [current.id])
            let statements = try database.cachedStatement(
                sql: "UPDATE statement SET is_current = 0 WHERE revision_id = ?"
            )
            try statements.execute(arguments: [current.id])
        }
        let (publication, origin) = (revision.publication, revision.origin)
        let source = try source(revision.source, isText: revision.source.digest == textDigest)
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO revision (
                    uid, article_id, number, is_current, added, retrieved, path, record, entry, entry_id, headline,
                    standfirst, bylines, outlet, wire, section, language, url, published, modified, day, format,
                    encoding, source_id, text_digest, text_length, text, paragraphs, own_voice, own_voice_share
                ) VALUES (\(Array(repeating: "?", count: 30).joined(separator: ", ")))
                """
        )
        try insert.execute(arguments: [
            id.number, article, place.number, place.later == nil, added, origin.retrieved, origin.path,
            origin.record,
            origin.entry, origin.entryID, publication.headline, publication.standfirst,
            publication.bylines.joined(separator: "\n"), publication.outlet, publication.wire,
            publication.section,
            publication.language, publication.url, publication.published, publication.modified,
            SaidDays.day(publication.published), revision.source.format, revision.source.encoding, source,
            textDigest.data, revision.text.count, Data(packer.gzip(revision.text)),
            revision.paragraphs.map {
                ($0.kind == .body ? "" : $0.kind.rawValue + " ") + Places.spelled([$0.range])
            }.joined(
                separator: ","
            ),
            Places.spelled(revision.ownVoice), revision.ownVoiceShare,
        ])
        let row = database.lastInsertedRowID
        let directory = SpeakerDirectory(database)
        let speakers = try directory.add(
            revision.speakers,
            of: revision,
            row: row,
            earlier: place.earlier?.id
        )
        var writer = try StatementWriter(database)
        let statements = try writer.write(
            revision,
            row: row,
            speakers: speakers,
            isCurrent: place.later == nil
        )
        if let earlier = place.earlier { try directory.keepGivenStatements(from: earlier.id, to: row) }
        try copies.add(revision, row: row, statements: statements)
        return row
    }
}
