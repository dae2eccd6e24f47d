import SaysoStatements

/// Where a page of results ended.
struct SearchCursor {
    /// The newest row when the first page was made: what was added since is not shown, so that nothing moves.
    let newest: Int64
    /// What the last result was ordered by, and its row.
    let last: (key: Int64, row: Int64)
    private let question: Int64

    init(newest: Int64, last: (key: Int64, row: Int64), of search: Search) {
        (self.newest, self.last) = (newest, last)
        question = Self.name(search)
    }

    /// - Throws: ``LedgerError`` when it is no cursor, or one of another search.
    init(_ text: String, of search: Search) throws(LedgerError) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.dropFirst().compactMap { Int64($0) }
        guard parts.count == 4, numbers.count == 3, let bytes = Hexadecimal.bytes(parts[0]), bytes.count == 8
        else {
            throw LedgerError(.invalid, "\(text): not a cursor; take it from the end of the results before")
        }
        question = bytes.reduce(0) { $0 << 8 | Int64($1) }
        guard question == Self.name(search) else {
            throw LedgerError(.invalid, "\(text): the cursor of another search; ask the same again")
        }
        (newest, last) = (numbers[0], (numbers[1], numbers[2]))
    }

    /// The cursor as people pass it on.
    var text: String { "\(RevisionID(number: question)).\(newest).\(last.key).\(last.row)" }

    /// A number that another question has not; the size of pages makes no other question.
    private static func name(_ search: Search) -> Int64 {
        let parts: [String] = [
            "\(search.question)", "\(search.speakers)", search.role ?? "", "\(search.outlets)",
            "\(search.said)",
            "\(search.published)", "\(search.forms.map(\.rawValue).sorted())",
            "\(search.kinds.map(\.rawValue).sorted())", "\(search.cluster ?? -1)", "\(search.isChanged)",
            "\(search.hasEarlierRevisions)", "\(search.newerThan ?? 0)", search.order.rawValue,
        ]
        return Digest(of: Array(parts.joined(separator: "\n").utf8)).short
    }
}
