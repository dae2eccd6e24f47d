import GRDB

/// A revision that was in a ledger before: it comes with the name and the time that it had there.
public struct ArchivedRevision: Hashable, Sendable {
    /// What it says.
    public var revision: Revision
    /// What it is called; nil where nothing says.
    public var id: RevisionID?
    /// When a ledger first got it, as ISO 8601 in UTC; nil where nothing says.
    public var added: String?

    /// Puts it together.
    public init(_ revision: Revision, id: RevisionID? = nil, added: String? = nil) {
        self.revision = revision
        self.id = id
        self.added = added
    }

    /// What keeps it from going into a ledger; see ``Revision/problems``.
    public var problems: [String] {
        var problems = revision.problems
        if let added, !Revision.isTime(added) {
            problems.append("\"\(added)\" is no time at which it was added")
        }
        if let id {
            let digest = Digest(of: revision.text)
            let time = revision.origin.retrieved ?? added
            if id != RevisionID(of: revision, digest), id != RevisionID(of: revision, digest, time: time) {
                problems.append("\(id) is the name of another revision: something was changed")
            }
        }
        return problems
    }
}

extension Ledger {
    /// Adds revisions that were in a ledger before, all of them or, where something fails, none.
    ///
    /// They keep their names and the times at which they were added. Those of one article are put into the order
    /// in which they were retrieved, else added: what was seen before the article's other revisions becomes no news.
    ///
    /// - Parameters:
    ///   - revisions: what to add; without ``problems``.
    ///   - now: the time that is noted for those that have none.
    /// - Returns: what became of each, in the same order.
    /// - Throws: ``LedgerError`` when the ledger cannot be written.
    @discardableResult
    public func add(archived revisions: [ArchivedRevision], now: String = Ledger.now) throws(LedgerError)
        -> [Addition]
    {
        let preparation = Preparation(revisions.map(\.revision), keepsSources: true)
        defer { preparation.stop() }
        return try write { database in
            var writer = try RevisionWriter(database, keepsSources: true, now: now)
            let additions = try revisions.enumerated().map {
                try writer.add(preparation[$0], id: $1.id, added: $1.added)
            }
            try writer.finish()
            return additions
        }
    }
}
