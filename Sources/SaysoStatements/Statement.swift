/// One act of saying that an article reports.
///
/// A statement holds no text of its own: its spans are ranges of the article's text, in UTF-8 bytes, and the
/// article gives their words. Source, cue and content are the terms of PolNeAR (Newell et al., LREC 2018).
public struct Statement: Sendable, Hashable {
    /// How the words are given.
    public enum Form: String, Sendable, Hashable, CaseIterable {
        /// All of the content stands in quotation marks, or behind its speaker's label in a transcript.
        case direct
        /// Some of the content stands in quotation marks.
        case mixed
        /// None of it does.
        case indirect
    }

    /// How the words are given.
    public let form: Form
    /// Who said it, in the article's words: no span where the article does not say.
    public let source: [Range<Int>]
    /// The words that report the saying; no span where there are none.
    public let cue: [Range<Int>]
    /// What was said: at least one span, in order; a quotation with its cue in the middle has two.
    public let content: [Range<Int>]
    /// How probable it is that content and source are right, from 0 to 1, calibrated on articles that were
    /// not trained on.
    public let confidence: Double
    /// Where else the article's text prints the content: passages that repeat the ones above.
    public let occurrences: [Range<Int>]

    /// How it was said, by its cue.
    public internal(set) var saying = Saying(kind: .said)
    /// Whom the source refers to.
    public internal(set) var resolution = Resolution.none
    /// When it was said; nil when neither the statement nor the article says.
    public internal(set) var said: Said?
    /// Through what or on what occasion: "in a statement published on the ministry's website", "at a rally in
    /// Ohio", "on X".
    public internal(set) var medium: [Range<Int>] = []
    /// To whom: "Reuters" in "told Reuters".
    public internal(set) var addressee: [Range<Int>] = []
    /// Whether the article's headline makes it.
    public internal(set) var isHeadline = false
    /// The statement whose content this one stands in, as an index of the article's statements.
    public internal(set) var parent: Int?

    package init(
        form: Form,
        source: [Range<Int>],
        cue: [Range<Int>],
        content: [Range<Int>],
        confidence: Double,
        occurrences: [Range<Int>]
    ) {
        self.form = form
        self.source = source
        self.cue = cue
        self.content = content
        self.confidence = confidence
        self.occurrences = occurrences
    }
}

extension Statement: Comparable {
    /// Statements follow the order of their contents in the text; of two that begin together the longer comes
    /// first, which the other one may stand in.
    public static func < (left: Statement, right: Statement) -> Bool {
        (left.content[0].lowerBound, -left.content[0].upperBound)
            < (right.content[0].lowerBound, -right.content[0].upperBound)
    }
}
