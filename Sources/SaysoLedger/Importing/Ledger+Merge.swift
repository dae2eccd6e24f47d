import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What uniting two ledgers did.
public struct MergeSummary: Hashable, Sendable {
    /// Articles that were not there before.
    public var articles = 0
    /// Revisions of articles that were there.
    public var revisions = 0
    /// Revisions that were there already.
    public var unchanged = 0
    /// Statements that came with them.
    public var statements = 0
    /// Sources whose bytes only the other ledger had.
    public var sources = 0
    /// Speakers of whom something was taken over that people decided in the other ledger.
    public var decisions = 0
    /// What people decided otherwise in this ledger, which stays.
    public var refusals: [String] = []
    /// Revisions of the other ledger that could not be taken, and why.
    public var damaged: [String] = []

    /// Nothing yet.
    public init() {}
}

extension Ledger {
    /// So many revisions go into the ledger at a time.
    private static let mergeBatch = 200
    /// Or so many bytes of texts and sources.
    private static let mergeSize = 32 << 20

    /// Takes in all revisions of another ledger, each article's in the order in which they were retrieved, and what
    /// people decided about speakers there, where nobody decided otherwise here.
    ///
    /// What is there already stays as it is, so a merge that was stopped goes on where it was when it is asked for
    /// again. The other ledger is not changed.
    ///
    /// - Parameters:
    ///   - other: where they come from.
    ///   - author: who takes over what people decided about speakers there.
    ///   - progress: is told how many of how many revisions are done.
    /// - Returns: what was done.
    /// - Throws: ``LedgerError`` when both are the same file, when the other cannot be read or this one cannot be
    ///   written.
    public func merge(
        _ other: Ledger,
        author: String = "",
        progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws(LedgerError) -> MergeSummary {
        if LedgerFile.isSame(path, other.path) {
            throw LedgerError(.invalid, "\(other.path): this is the ledger itself; there is nothing to merge")
        }
        var summary = MergeSummary()
        var failure: LedgerError?
        do {
            try other.read { database in
                let all = try Int.fetchOne(database, sql: "SELECT count(*) FROM revision") ?? 0
                let ids = try Int64.fetchCursor(
                    database,
                    sql: "SELECT id FROM revision ORDER BY coalesce(retrieved, added), id"
                )
                var (done, size) = (0, 0)
                var waiting: [ArchivedRevision] = []
                var batch: RevisionBatch?
                // Writes the batch before, while the next one is prepared.
                func add() throws {
                    let next = waiting.isEmpty ? nil : RevisionBatch(archived: waiting)
                    do throws(LedgerError) { try take(batch, &summary) } catch {
                        failure = error
                        throw error
                    }
                    (batch, waiting, size) = (next, [], 0)
                }
                while let id = try ids.next() {
                    try Task.checkCancellation()
                    done += 1
                    progress(done, all)
                    do {
                        guard let stored = try StoredRevision.with(id: id, database) else { continue }
                        guard let revision = try archived(stored, database, &summary) else { continue }
                        size += revision.revision.text.count + (revision.revision.source.bytes?.count ?? 0)
                        waiting.append(revision)
                    } catch let error as LedgerError where error.code == .damaged {
                        summary.damaged.append(error.message)
                    }
                    if waiting.count >= Self.mergeBatch || size >= Self.mergeSize { try add() }
                }
                try add()
                try add()
            }
        } catch {
            throw failure ?? error
        }
        try adoptDecisions(of: other, author: author, &summary)
        return summary
    }

    private func adoptDecisions(of other: Ledger, author: String, _ summary: inout MergeSummary)
        throws(LedgerError)
    {
        let decided = try other.read { try DecidedSpeaker.all($0) }
        guard !decided.isEmpty else { return }
        let outcomes = try write { database in
            let editor = SpeakerEditor(database: database, author: author, now: Ledger.now)
            var adoption = try SpeakerAdoption(decided, editor)
            return try decided.map { try adoption.adopt($0) }
        }
        for outcome in outcomes {
            switch outcome {
            case .nothing: continue
            case .adopted: summary.decisions += 1
            case .refused(let why): summary.refusals.append(why)
            }
        }
    }

    /// A revision of another ledger; nil when it is here, with no less than there.
    private func archived(
        _ stored: StoredRevision,
        _ database: Database,
        _ summary: inout MergeSummary
    ) throws -> ArchivedRevision? {
        let id = stored.name
        if let lacks = try lacksSource(of: id) {
            summary.unchanged += 1
            guard lacks, let packed = try stored.packedSource(database) else { return nil }
            let bytes = try StoredRevision.unpacked(packed, "source of revision \(id)")
            if try fill(Digest(of: bytes), with: packed, length: bytes.count) { summary.sources += 1 }
            return nil
        }
        return try ArchivedRevision(stored.revision(database), id: id, added: stored.row["added"])
    }

    private func take(_ batch: RevisionBatch?, _ summary: inout MergeSummary) throws(LedgerError) {
        guard let batch else { return }
        for (addition, archived) in zip(try add(batch), batch.revisions) {
            switch addition {
            case .article: summary.articles += 1
            case .revision: summary.revisions += 1
            case .unchanged:
                summary.unchanged += 1
                continue
            }
            summary.statements += archived.revision.statements.count
        }
    }

    /// Whether the bytes of a revision's source are not here; nil when there is no such revision.
    private func lacksSource(of id: RevisionID) throws(LedgerError) -> Bool? {
        try read { database in
            let find = try database.cachedStatement(
                sql: """
                    SELECT gzip IS NULL AND digest <> text_digest FROM revision
                    JOIN source ON source.id = source_id WHERE uid = ?
                    """
            )
            return try Bool.fetchOne(find, arguments: [id.number])
        }
    }

    /// Keeps the bytes of a source that had none.
    private func fill(_ digest: Digest, with packed: Data, length: Int) throws(LedgerError) -> Bool {
        try write { database in
            let fill = try database.cachedStatement(
                sql: "UPDATE source SET gzip = ?, length = ? WHERE digest = ? AND gzip IS NULL"
            )
            try fill.execute(arguments: [packed, length, digest.data])
            return database.changesCount > 0
        }
    }
}
