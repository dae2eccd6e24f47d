/// How something was said, by its cue.
public struct Saying: Sendable, Hashable {
    /// What the cue says of the act. `Docs/sayings.md` has examples of each.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Spoken, or given in words, and no more is said of it: said, told, added, explained, according to.
        case said
        /// Written by somebody: wrote, tweeted, posted, signed a letter.
        case wrote
        /// Made known to the public: announced, declared, revealed, launched.
        case announced
        /// Given as a fact by a document, a study or a newsroom: reported, found, showed, documented.
        case reported
        /// Put forward as true, and open to doubt: claimed, argued, alleged, insisted, suggested.
        case claimed
        /// Said to be so after all: confirmed, admitted, acknowledged, agreed, conceded.
        case confirmed
        /// Said not to be so, or turned down: denied, rejected, dismissed, disputed, refused.
        case denied
        /// A question or a request: asked, wondered, called for, urged, proposed, recommended.
        case asked
        /// An order or a demand: ordered, demanded, banned, instructed, told somebody to.
        case ordered
        /// A promise or an offer: promised, vowed, pledged, assured, offered.
        case promised
        /// A warning or a threat: warned, cautioned, threatened.
        case warned
        /// Said of what is to come, or of a number: predicted, forecast, estimated.
        case predicted
        /// Blame: criticised, accused, condemned, mocked, complained.
        case criticised
        /// Praise or thanks: praised, welcomed, thanked, endorsed, defended.
        case praised
        /// A belief, a feeling or a wish, which may never have been uttered: thought, knew, feared, wanted.
        case thought
        /// A decision, a plan or a vote: decided, ruled, planned, approved, signed.
        case decided
        /// Anything else, and cues that say nothing of how: seemed, of, known as.
        case other

        /// Whether words were uttered, in speech or in writing: all kinds but thoughts, decisions and the rest.
        public var isUttered: Bool {
            switch self {
            case .thought, .decided, .other: false
            default: true
            }
        }
    }

    /// What the cue says of the act.
    public let kind: Kind
    /// Whether the cue says that it was not said: "did not say", "declined to comment".
    public let isNegated: Bool
    /// Whether the cue leaves open that it was said: "reportedly said", "may have told", "will announce".
    public let isHedged: Bool

    package init(kind: Kind, isNegated: Bool = false, isHedged: Bool = false) {
        self.kind = kind
        self.isNegated = isNegated
        self.isHedged = isHedged
    }
}
