public import SaysoStatements

/// What is looked for in a ledger, how much of it, and in which order.
public struct Search: Hashable, Sendable {
    /// In which order results come.
    public enum Order: String, Hashable, Sendable, CaseIterable {
        /// Those that answer the question best first; without words to go by, the newest first.
        case relevance
        /// The latest day first.
        case newest
        /// The earliest day first.
        case oldest
    }

    /// The words that are looked for.
    public var question: Question
    /// Whose statements: names, parts of names, or ids such as `p12`. Any of them; none for everybody's.
    public var speakers: [String] = []
    /// Words of a role, all of which it must have, as the article prints it.
    public var role: String?
    /// Which outlets, by name or host. Any of them; none for all.
    public var outlets: [String] = []
    /// When it was said. What was said over several days counts for the first; what names no day counts for that of
    /// publication.
    public var said = DayRange()
    /// When it was published.
    public var published = DayRange()
    /// Which forms; none for all.
    public var forms: Set<Statement.Form> = []
    /// Which kinds of saying; none for all.
    public var kinds: Set<Saying.Kind> = []
    /// Places of one quotation alone.
    public var cluster: Int?
    /// Only what was added, removed, reworded or given to another speaker after publication.
    public var isChanged = false
    /// Whether statements of earlier revisions are found, too.
    public var hasEarlierRevisions = false
    /// Only what was added after this row, and was not in the revision before; nil for everything.
    package var newerThan: Int64?
    /// In which order.
    public var order = Order.relevance
    /// How many results at most, from 1 to 10,000.
    public var limit = 20
    /// Where an earlier search with the same question and order ended, as ``SearchResults/next`` had it.
    public var cursor: String?

    /// Looks for what answers a question.
    public init(_ question: Question) {
        self.question = question
    }
}

/// What a search found.
public struct SearchResults: Hashable, Sendable {
    /// The results, in order.
    public var hits: [SearchHit]
    /// The cursor of the search that goes on here; nil when nothing comes after.
    public var next: String?
    /// Whether more than ``mostRanked`` statements answer the question: of these only the ones that were added last
    /// were ranked.
    public var isPartlyRanked: Bool

    /// How many statements are ranked by relevance.
    public static let mostRanked = 10_000
}

/// A statement that a search found, and where it stands.
public struct SearchHit: Hashable, Sendable {
    /// Its row; later ones were added later.
    package var row: Int64
    /// The statement.
    public var id: StatementID
    /// Who said it: the names that the ledger knows them by; none where the article leaves it open.
    public var speakers: [String]
    /// The speakers' ids, such as `p12`.
    public var speakerIDs: [String]
    /// The first speaker's role in this article.
    public var role: String?
    /// How the words are given.
    public var form: Statement.Form
    /// What the cue says of the act.
    public var kind: Saying.Kind
    /// Whether the cue says that it was not said.
    public var isNegated: Bool
    /// The words that name the source.
    public var source: String
    /// The words that report it.
    public var cue: String
    /// What was said.
    public var content: String
    /// The question's words in the content, as UTF-8 offsets, in order.
    public var marks: [Range<Int>]
    /// The day or the time when it was said, a TIMEX3 value; nil when not known.
    public var said: String?
    /// The first day on which it was said, else that of publication, as `2025-03-03`; nil when neither is known.
    public var day: String?
    /// Who printed it.
    public var outlet: String?
    /// The article's headline.
    public var headline: String?
    /// The article's address.
    public var url: String?
    /// When the article came out.
    public var published: String?
    /// The quotation that it is a place of; nil for none.
    public var cluster: Int?
    /// Whether the article still says so, as far as the ledger knows.
    public var isCurrent: Bool
}
