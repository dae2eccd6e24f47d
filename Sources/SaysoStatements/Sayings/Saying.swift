/// How something was said, by its cue.
public struct Saying: Sendable, Hashable {
    /// What the cue says of the act.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case said
        case wrote
        case claimed
        case denied
        case asked
        case ordered
        case promised
        case warned
        case thought
        case decided
        case other
    }

    /// What the cue says of the act.
    public let kind: Kind
    /// Whether the cue says that it was not said: "did not say", "declined to comment".
    public let isNegated: Bool
    /// Whether the cue leaves open that it was said: "reportedly said", "may have told".
    public let isHedged: Bool

    package init(kind: Kind, isNegated: Bool = false, isHedged: Bool = false) {
        self.kind = kind
        self.isNegated = isNegated
        self.isHedged = isHedged
    }
}
