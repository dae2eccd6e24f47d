import GRDB

extension Ledger {
    /// What some revisions have above them.
    ///
    /// - Parameter revisions: which; those that are not there are left out.
    /// - Returns: the headlines of those that have one.
    /// - Throws: ``LedgerError`` when the ledger cannot be read.
    package func headlines(of revisions: [RevisionID]) throws(LedgerError) -> [RevisionID: String] {
        try read { database in
            let find = try database.cachedStatement(sql: "SELECT headline FROM revision WHERE uid = ?")
            var headlines: [RevisionID: String] = [:]
            for revision in revisions {
                if let headline = try String.fetchOne(find, arguments: [revision.number]) {
                    headlines[revision] = headline
                }
            }
            return headlines
        }
    }
}
