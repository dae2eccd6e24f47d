import SaysoArticles

/// Where the entries of feeds lead to.
enum FeedLinks {
    /// The addresses of a feed's entries, in its order.
    ///
    /// Addresses are ASCII, and so are the tags around them, in all encodings that feeds come in but UTF-16; so
    /// other characters may be read wrongly here.
    ///
    /// - Parameters:
    ///   - body: what a server sent.
    ///   - contentType: what the header says it is, which feeds' servers are often wrong about.
    ///   - address: where it was got; relative addresses start from there.
    /// - Returns: nil when it is no feed.
    @Sendable
    static func links(_ body: [UInt8], _ contentType: String?, _ address: String) -> [String]? {
        let text = Array(String(decoding: body, as: UTF8.self).utf8)
        guard Feed.isFeed(text) else { return nil }
        return Feed(text, address: address)?.entries.compactMap(\.link)
    }
}
