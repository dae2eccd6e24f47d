import GRDB

extension Ledger {
    /// What somebody calls a revision or a statement.
    public enum Named: Hashable, Sendable {
        /// A revision.
        case revision(RevisionID)
        /// A statement.
        case statement(StatementID)
    }

    /// Finds what a name stands for.
    ///
    /// - Parameter name: of a statement or a revision; its sixteen digits may be shortened to four or more, as long as
    ///   only one revision begins with them.
    /// - Returns: what it stands for.
    /// - Throws: ``LedgerError`` when it is no name, nothing has it, or several revisions begin with it; the message
    ///   lists these.
    public func named(_ name: String) throws(LedgerError) -> Named {
        let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let number = parts.count == 2 ? Int(parts[1]) : nil
        guard let digits = parts.first, let range = RevisionID.range(prefix: digits.lowercased()),
            parts.count == 1 || number.map({ $0 > 0 }) == true
        else {
            throw LedgerError(
                .invalid,
                "\"\(name)\" is no name of a statement, such as 7f3a9c21be045d10.12, or of a revision; four of its "
                    + "digits are needed at least"
            )
        }
        return try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT uid, headline, article.key FROM revision JOIN article ON article.id = article_id
                    WHERE uid BETWEEN ? AND ? ORDER BY uid LIMIT 11
                    """,
                arguments: [range.lowerBound, range.upperBound]
            )
            guard let first = rows.first else {
                throw LedgerError(.notFound, "\(path): there is no revision \(digits)")
            }
            if rows.count > 1 {
                let names = try rows.prefix(10).map { row in
                    try "\(RevisionID(number: row[0])) (\(row[1] ?? row[2] as String))"
                }
                throw LedgerError(
                    .invalid,
                    "\(digits) may be \(names.joined(separator: ", "))\(rows.count > 10 ? " and more" : ""); give "
                        + "more digits"
                )
            }
            let revision = try RevisionID(number: first[0])
            guard let number else { return .revision(revision) }
            let count = try Int.fetchOne(
                database,
                sql:
                    "SELECT count(*) FROM statement JOIN revision ON revision.id = revision_id WHERE uid = ?",
                arguments: [revision.number]
            )
            guard number <= count ?? 0 else {
                throw LedgerError(
                    .notFound,
                    "\(path): there is no statement \(number) in revision \(revision), which has \(count ?? 0)"
                )
            }
            return .statement(StatementID(revision: revision, number: number))
        }
    }
}

extension RevisionID {
    /// The numbers of all names that begin with some digits; nil when these are fewer than four, or none.
    static func range(prefix: String) -> ClosedRange<Int64>? {
        guard (4...16).contains(prefix.utf8.count),
            let low = RevisionID(prefix + String(repeating: "0", count: 16 - prefix.utf8.count)),
            let high = RevisionID(prefix + String(repeating: "f", count: 16 - prefix.utf8.count))
        else { return nil }
        return low.number...high.number
    }
}
