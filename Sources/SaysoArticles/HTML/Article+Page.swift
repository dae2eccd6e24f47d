extension Article {
    /// Reads the article of a web page.
    ///
    /// - Parameters:
    ///   - bytes: the page as it was sent, or saved: HTML in any encoding that pages are in.
    ///   - origin: what is known of it otherwise.
    /// - Throws: ``ArticleError`` when the bytes are no text, or the page has no article.
    public init(page bytes: [UInt8], origin: Origin = Origin()) throws(ArticleError) {
        let decoded = try DecodedText(page: bytes, contentType: origin.contentType)
        let markup = Markup(html: decoded.bytes)
        var page = PageReader(markup, origin)
        var map = decoded.offsetMap
        if let story = page.linkedStory {
            page = PageReader(entry: Markup(html: story.html), page.metadata)
            map = map.under(story.layer)
        }
        guard page.blocks.contains(where: { $0.kind == .body }) else {
            throw ArticleError(code: .noArticle, message: "the page has no article", offset: 0)
        }
        self.init(page, of: decoded, map: map)
    }

    /// Reads a page, or an entry of a feed.
    ///
    /// - Parameters:
    ///   - page: its parts.
    ///   - decoded: the original, decoded.
    ///   - map: takes the page's bytes to the original's.
    init(_ page: PageReader, of decoded: DecodedText, map: OffsetMap) {
        let pageText = page.text
        let text = ArticleText(validUTF8: pageText.bytes)
        let layout = Layout(pageText.paragraphs, of: text)
        self.init(text, layout, of: decoded, map: map.under(pageText.layer), metadata: page.metadata)
    }
}
