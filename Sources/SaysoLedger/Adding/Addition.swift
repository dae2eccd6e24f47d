/// What became of a revision that was added.
public enum Addition: Hashable, Sendable {
    /// Its article was not in the ledger before.
    case article(RevisionID)
    /// Its article was there, and said something else.
    case revision(RevisionID, changes: Int)
    /// The ledger holds it already, or what differs does not matter.
    case unchanged(RevisionID)

    /// The revision that stands for it in the ledger.
    public var id: RevisionID {
        switch self {
        case .article(let id), .revision(let id, _), .unchanged(let id): id
        }
    }
}
