/// A feed as it came, and its entries as articles whose places lead back to the feed's bytes.
public struct FeedDocument: Sendable {
    /// What the feed says.
    public let feed: Feed
    /// What entries may have been lost by, at its place in the bytes as they came; nil for nothing.
    public let damage: Feed.Damage?
    private let decoded: DecodedText

    /// Reads a feed; nil when the bytes are none.
    ///
    /// - Parameters:
    ///   - bytes: RSS, Atom, CDF or JSON Feed, in any encoding that feeds are in.
    ///   - origin: what is known of it otherwise; relative addresses start from its address.
    /// - Throws: ``ArticleError`` when the bytes are no text.
    public init?(_ bytes: [UInt8], origin: Origin = Origin()) throws(ArticleError) {
        decoded = try DecodedText(xml: bytes, contentType: origin.contentType)
        guard let feed = Feed(decoded.bytes, address: origin.url) else { return nil }
        self.feed = feed
        damage = feed.damage.map { [decoded] damage in
            let place = damage.offset..<min(damage.offset + 1, feed.bytes.count)
            let offset = decoded.offsetMap.sourceRanges(of: place).first?.lowerBound ?? bytes.count
            return Feed.Damage(reason: damage.reason, offset: offset)
        }
    }

    /// An entry as an article: its title, its summary unless the content begins with it, its content.
    ///
    /// - Parameter index: of the feed's entries.
    /// - Returns: the article; its places are places in the feed's bytes.
    /// - Throws: ``ArticleError`` when the entry has no words.
    public func article(ofEntry index: Int) throws(ArticleError) -> Article {
        let entry = feed.entries[index]
        let html = feed.html(of: entry)
        let page = PageReader(entry: Markup(html: html.bytes), feed.metadata(of: entry))
        guard !page.text.paragraphs.isEmpty else {
            throw ArticleError(
                code: .empty,
                message: "the entry has no words",
                offset: entry.body?.range.lowerBound ?? 0
            )
        }
        return Article(page, of: decoded, map: decoded.offsetMap.under(html.layer))
    }
}
