package import SaysoArchives

/// A request and what came back, byte by byte.
package struct Exchange: Sendable {
    package let address: WebAddress
    /// When the request was sent.
    package let requested: UnixTime
    /// The server's address.
    package let remote: IPAddress
    /// The request as it was sent.
    package let request: [UInt8]
    /// The response as it came, with all codings; without encryption.
    package let response: [UInt8]
    /// The same response, read.
    package let message: HTTPMessage
    package let status: Int
    /// Why the response is not whole; nil when it is.
    let failure: WireFailure?

    /// What WARC-Truncated says; nil when the response is whole.
    package var truncation: String? { failure?.truncation.rawValue }
}
