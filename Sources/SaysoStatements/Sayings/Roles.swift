/// Which part each word of an article plays in its statements.
struct Roles {
    /// For each token the statement whose content it stands in, the innermost of several; -1 for none.
    private(set) var owners: [Int32]
    /// For each token the statement whose source or cue it is part of, the last of several; -1 for none.
    private(set) var reporters: [Int32]
    /// For each statement its cue's tokens, from the first to the last; nil without a cue.
    private(set) var cues: [Range<Int>?] = []

    /// - Complexity: linear in the text's length and the contents'.
    init(_ statements: [Statement], in prose: Prose) {
        owners = Array(repeating: -1, count: prose.tokens.count)
        reporters = owners
        var lengths: [Int] = []
        lengths.reserveCapacity(statements.count)
        for (index, statement) in statements.enumerated() {
            let length = statement.content.reduce(0) { $0 + $1.count }
            lengths.append(length)
            for span in statement.content {
                for token in prose.tokens(in: span) {
                    let other = Int(owners[token])
                    if other < 0 || lengths[other] > length { owners[token] = Int32(index) }
                }
            }
            for span in statement.source + statement.cue {
                for token in prose.tokens(in: span) { reporters[token] = Int32(index) }
            }
            cues.append(
                statement.cue.first.map { first in
                    prose.tokens(in: first.lowerBound..<(statement.cue.last ?? first).upperBound)
                }
            )
        }
    }
}
