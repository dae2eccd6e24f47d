/// What is known of a page's bytes besides the bytes: where and when they were got.
public struct Origin: Hashable, Sendable {
    /// The address they came from, after redirects.
    public var url: String?
    /// The value of the `Content-Type` header, such as `text/html; charset=utf-8`.
    public var contentType: String?
    /// When they were got. No article says truly that it is younger.
    public var retrieved: StatedTime?

    /// Makes an origin; of a file on its own nothing is known.
    public init(url: String? = nil, contentType: String? = nil, retrieved: StatedTime? = nil) {
        self.url = url
        self.contentType = contentType
        self.retrieved = retrieved
    }
}
