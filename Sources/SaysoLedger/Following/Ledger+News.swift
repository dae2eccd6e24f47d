import GRDB

extension Ledger {
    /// What a saved search finds among statements that were added after one, unchanged ones of new revisions left
    /// out.
    ///
    /// - Parameters:
    ///   - question: what is looked for.
    ///   - row: the row of the last statement that was looked at.
    /// - Returns: what was found, in the order of adding; the row up to which everything was looked at; and, where
    ///   the ledger knows no such speaker or outlet yet, whose words cannot be among these, what says so.
    /// - Throws: ``LedgerError`` when the ledger cannot be read.
    package func news(_ question: Question, after row: Int64) throws(LedgerError) -> (
        hits: [SearchHit], last: Int64, unknown: String?
    ) {
        let last = try read { try Int64.fetchOne($0, sql: "SELECT coalesce(max(id), 0) FROM statement") ?? 0 }
        guard last > row else { return ([], row, nil) }
        var search = Search(question)
        search.newerThan = row
        // What a later revision took the place of before anybody was told is told nevertheless.
        search.hasEarlierRevisions = true
        search.order = .oldest
        search.limit = 1000
        var hits: [SearchHit] = []
        while true {
            let page: SearchResults
            do { page = try self.search(search) } catch {
                if error.code == .notFound { return ([], last, error.message) }
                throw error
            }
            hits += page.hits.filter { $0.row <= last }
            guard let next = page.next else { break }
            search.cursor = next
        }
        return (hits.sorted { $0.row < $1.row }, last, nil)
    }
}
