public import SaysoStatements

extension Revision {
    /// Somebody whom the article quotes; see ``SaysoStatements/Speaker``.
    public struct Speaker: Hashable, Sendable {
        /// The fullest name that the article prints.
        public var name: String
        /// What it is.
        public var kind: SaysoStatements.Speaker.Kind
        /// What the article says the speaker is.
        public var role: String?
        /// Whom the speaker belongs to.
        public var affiliation: String?
        /// Where the article refers to the speaker.
        public var mentions: [Range<Int>]

        /// Makes a speaker.
        public init(
            name: String,
            kind: SaysoStatements.Speaker.Kind,
            role: String? = nil,
            affiliation: String? = nil,
            mentions: [Range<Int>] = []
        ) {
            self.name = name
            self.kind = kind
            self.role = role
            self.affiliation = affiliation
            self.mentions = mentions
        }
    }

    /// One act of saying; see ``SaysoStatements/Statement``.
    public struct Statement: Hashable, Sendable {
        /// How the words are given.
        public var form: SaysoStatements.Statement.Form
        /// What the cue says of the act.
        public var kind: Saying.Kind
        /// Whether the cue says that it was not said.
        public var isNegated = false
        /// Whether the cue leaves open that it was said.
        public var isHedged = false
        /// Whether the headline makes it.
        public var isHeadline = false
        /// Who said it.
        public var source: [Range<Int>] = []
        /// The words that report it.
        public var cue: [Range<Int>] = []
        /// What was said; at least one span.
        public var content: [Range<Int>]
        /// Through what.
        public var medium: [Range<Int>] = []
        /// To whom.
        public var addressee: [Range<Int>] = []
        /// Where else the text prints the content.
        public var occurrences: [Range<Int>] = []
        /// The statement that this one stands in, as an index of the revision's statements.
        public var parent: Int?
        /// Whose it is, as indices of the revision's speakers.
        public var speakers: [Int] = []
        /// Whether the article leaves open whose it is.
        public var isUnresolved = false
        /// How probable it is that the speakers are right.
        public var speakerConfidence: Double = 0
        /// From the source's words to the fullest name.
        public var chain: [Step] = []
        /// When it was said; nil when nothing says.
        public var said: SaidTime?
        /// How probable it is that content and source are right.
        public var confidence: Double = 1
        /// Where its source, cue and content stand in the revision's source.
        public var evidence = Evidence(pieces: [])

        /// Makes a statement; everything else is set afterwards.
        public init(form: SaysoStatements.Statement.Form, kind: Saying.Kind, content: [Range<Int>]) {
            self.form = form
            self.kind = kind
            self.content = content
        }

        /// One step from the source's words to a name; see ``SaysoStatements/Resolution/Step``.
        public struct Step: Hashable, Sendable {
            /// The words of the step.
            public var mention: Range<Int>
            /// What led to them.
            public var rule: String

            /// Makes a step.
            public init(mention: Range<Int>, rule: String) {
                self.mention = mention
                self.rule = rule
            }
        }

        /// When a statement was said; see ``SaysoStatements/Said``.
        public struct SaidTime: Hashable, Sendable {
            /// The words that state it; nil when none do.
            public var expression: Range<Int>?
            /// The day or the interval, a TIMEX3 value; nil when not known.
            public var value: String?
            /// How that is known.
            public var basis: Said.Basis

            /// Makes a time.
            public init(expression: Range<Int>?, value: String?, basis: Said.Basis) {
                self.expression = expression
                self.value = value
                self.basis = basis
            }
        }
    }
}
