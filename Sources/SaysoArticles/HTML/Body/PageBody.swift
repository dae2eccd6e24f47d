/// The story of a page as text, without its headline, standfirst and captions.
package struct PageBody: Sendable {
    /// The paragraphs, parted by empty lines.
    package let text: String

    /// Reads a page.
    ///
    /// - Parameter bytes: the page, in any encoding.
    /// - Throws: ``ArticleError`` when there is nothing, or the bytes are not text.
    package init(page bytes: [UInt8]) throws(ArticleError) {
        self.init(Markup(html: try DecodedText(page: bytes).bytes))
    }

    /// Reads a page that is parsed.
    package init(_ markup: Markup) {
        var text = PageText(markup)
        for block in BodyReader.blocks(of: markup) where Self.kinds.contains(block.kind) {
            text.append(block)
        }
        self.text = String(decoding: text.bytes, as: UTF8.self)
    }

    private static let kinds: [Paragraph.Kind] = [.body, .subhead, .listItem, .blockquote]
}
