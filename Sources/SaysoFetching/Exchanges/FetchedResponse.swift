public import SaysoArchives

/// What a server answered in the end.
public struct FetchedResponse: Sendable {
    /// The address that was asked for, in normal form.
    public let address: String
    /// The addresses that redirected, from the first to the last; empty when none did.
    public let redirects: [String]
    /// The address that answered.
    public let finalAddress: String
    /// The HTTP status; whoever wants a page looks for 200.
    public let status: Int
    /// The header.
    public let headers: HeaderFields
    /// The body without transfer and content codings; in the page's own character encoding.
    public let body: [UInt8]
    /// Bytes that came over the wire for this response, with its header.
    public let size: Int
    /// When the request was sent: ISO 8601 in UTC.
    public let retrieved: String
    /// The server's IP address.
    public let remoteAddress: String
    /// Whether the response ended early or was given up, or decodes to more than it may; the body is what there is
    /// until then.
    public let isTruncated: Bool
    /// Whether it was given up because it is longer than it may be, as it comes or decoded.
    let isTooLong: Bool
    /// What is wrong with the response, for people: cut off, or not in the coding that it names. Empty for most.
    public let problems: [String]

    /// What the header says of the body's kind: `text/html; charset=…`.
    public var contentType: String? { headers["Content-Type"] }

    init(_ exchange: Exchange, chain: RedirectChain, limits: DecodingLimits, note: String? = nil) {
        address = chain.addresses[0].description
        redirects = chain.addresses.dropLast().map(\.description)
        finalAddress = exchange.address.description
        status = exchange.status
        headers = exchange.message.headers
        let decoded = exchange.message.decodedBody(limits: limits)
        body = decoded.bytes
        size = exchange.response.count
        retrieved = exchange.requested.iso8601
        remoteAddress = exchange.remote.description
        let isTooLong =
            exchange.failure?.error.code == .tooLarge
            || decoded.flaws.contains { [.tooLong, .bomb].contains($0.code) }
        self.isTooLong = isTooLong
        isTruncated = isTooLong || exchange.failure != nil
        let cut = exchange.failure.map { "is cut off: \($0.error.message)" }
        // What was cut off explains why the rest cannot be decoded.
        problems = cut.map { [$0] } ?? (decoded.flaws.map(\.message) + [note].compactMap(\.self))
    }
}
