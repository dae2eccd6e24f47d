import SaysoArticles

/// Where the entries of feeds lead to.
enum FeedLinks {
    /// The addresses of a feed's entries, in its order; where the feed is cut off in an entry, not that one's, which
    /// may be cut off too.
    ///
    /// - Parameters:
    ///   - body: what a server sent.
    ///   - contentType: what its header says that it is.
    ///   - address: where it was got; relative addresses start from there.
    /// - Returns: nil when it is no feed, whatever the header says.
    @Sendable
    static func links(_ body: [UInt8], _ contentType: String?, _ address: String) -> [String]? {
        let origin = Origin(url: address, contentType: contentType)
        guard let document = try? FeedDocument(body, origin: origin) else { return nil }
        return document.feed.entries.filter(\.isWhole).compactMap(\.link)
    }
}
