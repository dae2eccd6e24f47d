/// What was saved of a damaged ledger.
public struct Rescue: Hashable, Sendable {
    /// The revisions that are whole in the new ledger.
    public var revisions = 0
    /// Their statements.
    public var statements = 0
    /// What was lost, for people: one line for each revision or run of rows.
    public var losses: [String] = []
}
