/// A page's metadata, and where in the page it stands.
package struct PageMetadata: Sendable {
    /// What the page says about its article.
    package var metadata = Metadata()
    /// The element that is the headline: the innermost heading.
    package var headline: Int?
    /// Text nodes near the headline that are bylines.
    package var bylines: [Int] = []
    /// Text nodes near the headline that say when the article came out or changed.
    package var timeLines: [Int] = []
    /// The article's text as structured data holds it.
    package var articleBody: ArticleBody?

    /// The text of an article in a script of structured data: no paragraphs are marked but by line ends.
    package struct ArticleBody: Sendable {
        /// The characters, escapes decoded.
        package let text: String
        /// Where they are spelled in the page's bytes, between the quotation marks.
        package let range: Range<Int>
        /// The stretches that the text is made of, in order.
        package let pieces: [JSONString.Piece]
    }

    package init() {}
}
