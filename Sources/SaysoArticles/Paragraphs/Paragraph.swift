/// A paragraph of an article: a range of its text with a part to play.
public struct Paragraph: Hashable, Sendable {
    /// The part a paragraph plays.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The article's title.
        case headline
        /// The summary that stands before the body.
        case standfirst
        /// The story itself, and whatever was not told apart from it.
        case body
        /// A line that says when the article was published or changed.
        case timeLine = "time-line"
        /// The title of a part of the story.
        case subhead
        /// An item of a list.
        case listItem = "list-item"
        /// A passage that is quoted at length: a ruling, a letter, a post.
        case blockquote
        /// Words of the story, printed again beside it in large letters.
        case pullQuote = "pull-quote"
        /// The words under a picture.
        case caption
    }

    /// The part it plays.
    public internal(set) var kind: Kind
    /// Where it lies, without white space at its ends; UTF-8 offsets in the article's text.
    public let range: Range<Int>
    /// The place, agency and date before its first sentence.
    public internal(set) var dateline: Dateline?

    /// The paragraph without its dateline.
    public var body: Range<Int> {
        dateline.map { $0.end..<range.upperBound } ?? range
    }
}
