import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Ledger {
    /// Adds revisions of articles, all of them or, where something fails, none.
    ///
    /// What the ledger holds already is left as it is. When this returns, all is on the disk.
    ///
    /// - Parameters:
    ///   - revisions: what to add; some thousand at a time are quickest.
    ///   - keepsSources: whether the bytes that the articles were read from are kept.
    ///   - now: the time that is noted as when they were added; ISO 8601 in UTC.
    /// - Returns: what became of each, in the same order.
    /// - Throws: ``LedgerError`` when the ledger cannot be written.
    @discardableResult
    public func add(
        _ revisions: [Revision],
        keepsSources: Bool = true,
        now: String = Ledger.now
    ) throws(LedgerError) -> [Addition] {
        try add(RevisionBatch(revisions, keepsSources: keepsSources), now: now)
    }

    /// Adds the revisions of a batch, all of them or, where something fails, none.
    ///
    /// Those that were in a ledger before keep their names and the times at which they were added. Those of one article
    /// are put into the order in which they were retrieved, else added: what was seen before the article's other
    /// revisions becomes no news. When this returns, all is on the disk.
    ///
    /// - Parameters:
    ///   - batch: what to add.
    ///   - now: the time that is noted for those that have none; ISO 8601 in UTC.
    /// - Returns: what became of each, in the same order.
    /// - Throws: ``LedgerError`` when the ledger cannot be written.
    @discardableResult
    public func add(_ batch: RevisionBatch, now: String = Ledger.now) throws(LedgerError) -> [Addition] {
        try write { database in
            var writer = try RevisionWriter(database, now: now)
            let additions = try batch.write(with: &writer)
            try writer.finish()
            return additions
        }
    }

    /// The revision of an article that is in the ledger just as some bytes have it, so that it need not be read
    /// again; nil when there is none.
    ///
    /// - Parameters:
    ///   - key: the article's.
    ///   - digest: of the bytes it is read from.
    ///   - text: of its text.
    ///   - hasSource: whether those bytes must be kept too, or be the text itself.
    /// - Returns: the revision's name.
    /// - Throws: ``LedgerError`` when the ledger cannot be read.
    public func revision(
        key: String,
        digest: Digest,
        text: Digest,
        hasSource: Bool = false
    ) throws(LedgerError) -> RevisionID? {
        try read { database in
            let find = try database.cachedStatement(
                sql: """
                    SELECT uid FROM article JOIN revision ON revision.article_id = article.id
                    JOIN source ON source.id = revision.source_id
                    WHERE article.key = ? AND revision.is_current AND source.digest = ? AND revision.text_digest = ?
                    AND (? OR source.gzip IS NOT NULL OR source.digest = revision.text_digest)
                    """
            )
            return try Int64.fetchOne(find, arguments: [key, digest.data, text.data, !hasSource])
                .map(RevisionID.init(number:))
        }
    }

    /// The time as ISO 8601 in UTC: `2025-03-03T16:40:00Z`.
    public static var now: String { Date.now.formatted(.iso8601) }
}
