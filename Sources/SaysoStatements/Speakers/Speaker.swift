/// Somebody or something that an article quotes: what its mentions there refer to.
public struct Speaker: Sendable, Hashable, Identifiable {
    /// What a speaker is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A person with a name.
        case person
        /// An organisation, an outlet, a country that acts.
        case organisation
        /// Several people under one name or description: "the senators", "Democrats".
        case group
        /// A report, a law, a letter, a poll.
        case document
        /// Somebody whom the article does not name: "a senior official".
        case unnamed
    }

    /// Counts the article's speakers from zero, in the order of their first mentions.
    public let id: Int
    /// The fullest name that the article prints; for the unnamed the article's own fullest phrase.
    public let name: String
    /// What it is.
    public let kind: Kind
    /// What the article says the speaker is: "Foreign Ministry spokeswoman", "a doctor".
    public let role: String?
    /// Whom the speaker belongs to, as far as role or name say: "Foreign Ministry".
    public let affiliation: String?
    /// Where the article refers to the speaker, in order; UTF-8 offsets in its text.
    public let mentions: [Range<Int>]
}

/// Whom a statement's source refers to, and why.
public struct Resolution: Sendable, Hashable {
    /// One step from the source's words to a name.
    public struct Step: Sendable, Hashable {
        /// The words of this step; UTF-8 offsets in the article's text.
        public let mention: Range<Int>
        /// What led to them: "name", "short name", "pronoun", "role", …; `Docs/speakers.md` lists them.
        public let rule: String

        package init(mention: Range<Int>, rule: String) {
            self.mention = mention
            self.rule = rule
        }
    }

    /// Who said it: several for a joint statement; none where the article does not say, or not clearly.
    public let speakers: [Speaker]
    /// Whether the source refers to somebody, but the article leaves open to whom.
    public let isUnresolved: Bool
    /// How probable it is that the speakers are right, from 0 to 1.
    public let confidence: Double
    /// From the source's own words to the fullest name.
    public let chain: [Step]

    /// No source at all.
    package static let none = Resolution(speakers: [], isUnresolved: false, confidence: 0, chain: [])

    package init(speakers: [Speaker], isUnresolved: Bool, confidence: Double, chain: [Step]) {
        self.speakers = speakers
        self.isUnresolved = isUnresolved
        self.confidence = confidence
        self.chain = chain
    }
}
