import GRDB
import GRDBSQLite
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
    private let now: String
    private let findRevision: DirectStatement
    private let findArticle: DirectStatement
    private var outlets: [String: Int64] = [:]
    private let directory: SpeakerDirectory
    private var statements: StatementWriter
    private var copies: CopyFinder

    /// - Parameters:
    ///   - database: inside a transaction.
    ///   - now: ISO 8601 in UTC.
    ///   - crowd: see ``CopyGroups/crowd``.
    /// - Throws: when the database fails.
    init(_ database: Database, now: String, crowd: Int = CopyGroups.crowd) throws {
        self.database = database
        findRevision = try DirectStatement(database, "SELECT 1 FROM revision WHERE uid = ?")
        findArticle = try DirectStatement(database, "SELECT id, outlet_id FROM article WHERE key = ?")
        directory = try SpeakerDirectory(database)
        statements = try StatementWriter(database)
        copies = try CopyFinder(database, crowd: crowd)
        self.now = now
    }

    /// To be called once all revisions are added.
    mutating func finish() throws {
        try copies.finish()
        // The last thing: whenever something else is changed after words were, SQLite writes these in a part of
        // their own.
        try statements.finish()
    }

    /// Adds a revision, unless it is there.
    ///
    /// - Parameters:
    ///   - prepared: the revision.
    ///   - name: what it is called in the ledger that it comes from; nil where nothing says.
    ///   - added: when that ledger got it; nil where nothing says.
    /// - Returns: what became of it.
    /// - Throws: the database's errors, and ``LedgerError`` when the article's other revisions are damaged.
    mutating func add(_ prepared: PreparedRevision, id name: RevisionID? = nil, added: String? = nil) throws
        -> Addition
    {
        let addition = try place(prepared, id: name, added: added)
        if case .unchanged(let id) = addition, let packed = prepared.source {
            try fill(prepared.revision.source, with: packed, of: id)
        }
        return addition
    }

    private mutating func place(_ prepared: PreparedRevision, id name: RevisionID?, added: String?) throws
        -> Addition
    {
        let (revision, textDigest) = (prepared.revision, prepared.textDigest)
        let base = RevisionID(of: revision, textDigest)
        let again = RevisionID(of: revision, textDigest, time: revision.origin.retrieved ?? added ?? now)
        if let name, let id = try known(name) { return .unchanged(id) }
        let article = try article(prepared)
        let time = revision.origin.retrieved ?? added
        let place =
            try article.isNew ? RevisionPlace() : RevisionPlace(article: article.row, time: time, database)
        if name == nil, revision.origin.entry != nil, let page = try page(place) { return .unchanged(page) }
        if let earlier = place.earlier {
            if try says(earlier, base, textDigest, revision) {
                return .unchanged(RevisionID(number: earlier.uid))
            }
            // An older copy of what was seen since; what has no time is got now.
            let isLater = time.map { $0 > earlier.retrieved ?? "" } ?? true
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
        let row = try insert(prepared, id, article: article, at: place, added: added ?? now)
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

    /// The page beside which a revision stands; nil where there is none, or only entries of feeds: what they give of
    /// an article is often short, and takes no page's place.
    private func page(_ place: RevisionPlace) throws -> RevisionID? {
        try [place.earlier, place.later].compactMap(\.self)
            .first { try $0.row["entry"] as Int? == nil }
            .map { RevisionID(number: $0.uid) }
    }

    private func known(_ id: RevisionID) throws -> RevisionID? {
        try findRevision.first(id.number.databaseValue) { _ in id }
    }

    // MARK: Rows

    private struct Article {
        let row: Int64
        let outlet: Int64?
        let isNew: Bool
    }

    private mutating func article(_ prepared: PreparedRevision) throws -> Article {
        let revision = prepared.revision
        let known = try findArticle.first(revision.key.databaseValue) { row in
            let hasOutlet = sqlite3_column_type(row, 1) != SQLITE_NULL
            return Article(
                row: sqlite3_column_int64(row, 0),
                outlet: hasOutlet ? sqlite3_column_int64(row, 1) : nil,
                isNew: false
            )
        }
        if let known { return known }
        let outlet = try outlet(revision.publication.outlet ?? prepared.host)
        let insert = try database.cachedStatement(
            sql: "INSERT INTO article (key, url, host, outlet_id) VALUES (?, ?, ?, ?)"
        )
        try insert.execute(arguments: [
            revision.key, revision.publication.url, prepared.host, outlet,
        ])
        return Article(row: database.lastInsertedRowID, outlet: outlet, isNew: true)
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

    private func source(_ source: Revision.Source, packed: Data?) throws -> Int64 {
        let find = try database.cachedStatement(sql: "SELECT id, gzip IS NULL FROM source WHERE digest = ?")
        if let row = try Row.fetchOne(find, arguments: [source.digest.data]) {
            let id = try row[0] as Int64
            if let packed, try row[1] as Bool {
                let fill = try database.cachedStatement(
                    sql: "UPDATE source SET gzip = ?, length = ? WHERE id = ?"
                )
                try fill.execute(arguments: [packed, source.bytes?.count ?? source.length, id])
            }
            return id
        }
        let insert = try database.cachedStatement(
            sql: "INSERT INTO source (digest, length, gzip) VALUES (?, ?, ?)"
        )
        try insert.execute(arguments: [source.digest.data, source.length, packed])
        return database.lastInsertedRowID
    }

    /// Keeps the bytes of a revision's source, where it is this one and had none.
    private func fill(_ source: Revision.Source, with packed: Data, of id: RevisionID) throws {
        let fill = try database.cachedStatement(
            sql: """
                UPDATE source SET gzip = ?, length = ? WHERE digest = ? AND gzip IS NULL
                AND id = (SELECT source_id FROM revision WHERE uid = ?)
                """
        )
        let length = source.bytes?.count ?? source.length
        try fill.execute(arguments: [packed, length, source.digest.data, id.number])
    }

    private mutating func insert(
        _ prepared: PreparedRevision,
        _ id: RevisionID,
        article: Article,
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
        let revision = prepared.revision
        let (publication, origin) = (revision.publication, revision.origin)
        let source = try source(revision.source, packed: prepared.source)
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
            id.number, article.row, place.number, place.later == nil, added, origin.retrieved,
            origin.path == publication.url ? nil : origin.path,
            origin.record,
            origin.entry, origin.entryID, publication.headline, publication.standfirst,
            publication.bylines.joined(separator: "\n"), publication.outlet, publication.wire,
            publication.section,
            publication.language, publication.url, publication.published, publication.modified,
            SaidDays.day(publication.published), revision.source.format, revision.source.encoding, source,
            prepared.textDigest.data, revision.text.count, prepared.text, prepared.paragraphs,
            prepared.ownVoice, revision.ownVoiceShare,
        ])
        let row = database.lastInsertedRowID
        let speakers = try directory.add(
            revision.speakers,
            faces: prepared.faces,
            row: row,
            earlier: place.earlier?.id
        )
        let statements = try statements.write(
            prepared,
            row: row,
            outlet: article.outlet,
            speakers: speakers,
            isCurrent: place.later == nil
        )
        if let earlier = place.earlier { try directory.keepGivenStatements(from: earlier.id, to: row) }
        copies.add(prepared, row: row, statements: statements)
        return row
    }
}
