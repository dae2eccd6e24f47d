/// An HTTP message as it is sent: a start line, header fields and a body.
public struct HTTPMessage: Hashable, Sendable {
    /// `HTTP/1.1 200 OK`, or `GET / HTTP/1.1`.
    public var startLine: String
    /// The header fields.
    public var headers: HeaderFields
    /// The body with its codings.
    public var body: [UInt8]

    /// Makes a message.
    public init(startLine: String, headers: HeaderFields = HeaderFields(), body: [UInt8] = []) {
        self.startLine = startLine
        self.headers = headers
        self.body = body
    }

    /// Reads a response. Interim ones (1xx) before it are passed over; ``isWhole`` tells whether the header has its
    /// end.
    ///
    /// - Parameter bytes: begin with a status line, or there is no message.
    public init?(response bytes: ArraySlice<UInt8>) {
        var position = bytes.startIndex
        while true {
            guard bytes[position...].starts(with: "HTTP/".utf8) else { return nil }
            let line = bytes.line(at: position)
            guard line.content.count < 8_000 else { return nil }
            startLine = String(latin: line.content.trimmed)
            position = line.next
            let longest = min(bytes.endIndex, position + Self.longestHeader)
            let read = HeaderFields.read(bytes[..<longest], from: &position)
            headers = read.fields
            isWhole = read.isWhole
            body = []
            guard let status else { return nil }
            let isInterim = (100..<200).contains(status) && status != 101
            if !isInterim || !bytes[position...].starts(with: "HTTP/".utf8) { break }
        }
        body = Array(bytes[position...])
    }

    /// What is beyond is body: fields take more memory than the bytes that they are made of.
    private static let longestHeader = 1 << 20

    /// Whether the header was read with the empty line that ends it.
    public private(set) var isWhole = true

    /// The status of a response; `nil` for a request.
    public var status: Int? {
        guard startLine.hasPrefix("HTTP/") else { return nil }
        let words = startLine.split(separator: " ", maxSplits: 2)
        guard words.count > 1, words[1].utf8.count == 3, let status = words[1].byteCount else { return nil }
        return status >= 100 ? status : nil
    }

    /// The body without transfer codings (RFC 9112, 6.1) and content codings.
    ///
    /// - Parameter limits: how many bytes may come of it.
    /// - Returns: the body, and what was wrong. A header that lies about the codings loses nothing of the body.
    public func decodedBody(limits: DecodingLimits = DecodingLimits()) -> DecodedBody {
        var decoded = transferDecodedBody(limits: limits)
        let content = ContentCoding.decode(
            decoded.bytes,
            names: headers.list("Content-Encoding"),
            limits: limits
        )
        decoded.bytes = content.bytes
        decoded.flaws += content.flaws
        return decoded
    }

    /// The body without transfer codings: what payload digests are usually made of.
    func transferDecodedBody(limits: DecodingLimits) -> DecodedBody {
        let codings = headers.list("Transfer-Encoding").map { $0.lowercased() }
        guard codings.last == "chunked" else {
            return ContentCoding.decode(body, names: codings, limits: limits)
        }
        var decoded = ChunkedBody.decode(body[...])
        let others = ContentCoding.decode(decoded.bytes, names: codings.dropLast(), limits: limits)
        decoded.bytes = others.bytes
        decoded.flaws += others.flaws
        return decoded
    }

    /// How many bytes of the body are missing by its `Content-Length`; zero where none are, or nothing says.
    var missing: Int {
        guard headers["Transfer-Encoding"] == nil, let length = headers["Content-Length"]?.byteCount else {
            return 0
        }
        return max(0, length - body.count)
    }

    /// Whether all of a response is there by its own header.
    var isComplete: Bool {
        guard isWhole, status != nil else { return false }
        if headers["Transfer-Encoding"] != nil { return ChunkedBody.decode(body[...]).flaws.isEmpty }
        return headers["Content-Length"]?.byteCount != nil && missing == 0
    }

    /// The message with a `Content-Length` in place of its transfer coding, for a body from which an HTTP client has
    /// already removed that. The former header remains as `X-Crawler-Transfer-Encoding`.
    public func withoutTransferCoding() -> HTTPMessage {
        guard headers["Transfer-Encoding"] != nil else { return self }
        var message = self
        message.headers.fields = headers.fields.compactMap { field in
            switch field.name.lowercased() {
            case "transfer-encoding":
                HeaderFields.Field(name: "X-Crawler-Transfer-Encoding", value: field.value)
            case "content-length": nil
            default: field
            }
        }
        message.headers.append("Content-Length", String(body.count))
        return message
    }

    /// The message as it is sent. Line breaks within fields, which would make new ones, become spaces.
    public var bytes: [UInt8] { head + body }

    /// The start line and the header, with the empty line that ends it.
    var head: [UInt8] {
        let lines = [startLine] + headers.fields.map { "\($0.name): \($0.value)" }
        return lines.flatMap { line in line.utf8.map { $0.isLineBreak ? 0x20 : $0 } + [0x0D, 0x0A] } + [
            0x0D, 0x0A,
        ]
    }
}
