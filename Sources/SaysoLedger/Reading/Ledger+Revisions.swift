import GRDB

extension Ledger {
    /// A revision, with all that it reports, as it was added.
    ///
    /// - Throws: ``LedgerError`` when there is none of this name, or it is damaged.
    public func revision(_ id: RevisionID) throws(LedgerError) -> Revision {
        try read { database in
            let find = try database.cachedStatement(sql: "SELECT * FROM revision WHERE uid = ?")
            guard let row = try Row.fetchOne(find, arguments: [id.number]) else {
                throw LedgerError(.notFound, "\(path): there is no revision \(id)")
            }
            return try StoredRevision(row: row).revision(database)
        }
    }

    /// The names of all revisions, in the order in which they were added.
    public func revisions() throws(LedgerError) -> [RevisionID] {
        try read { database in
            try Int64.fetchAll(database, sql: "SELECT uid FROM revision ORDER BY id").map(
                RevisionID.init(number:)
            )
        }
    }
}
