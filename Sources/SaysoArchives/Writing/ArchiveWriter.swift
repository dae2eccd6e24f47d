/// Writes a WARC 1.1 file (ISO 28500) in which each record is a gzip member.
///
/// Each record is written by one call, so that of a file whose writer was killed all but the last record can be read.
///
/// ```swift
/// let file = try ArchiveFile(creating: "harbour.warc.gz")
/// let writer = try ArchiveWriter(software: "sayso", date: date) { bytes in try file.write(bytes) }
/// let location = try writer.write(exchange)
/// ```
public final class ArchiveWriter {
    /// What was asked of a server, and what it answered.
    public struct Exchange: Sendable {
        /// The address that was asked for.
        public var address: String
        /// When, `2025-04-26T16:19:00Z`; see ``ArchiveWriter/timestamp(secondsSince1970:)``.
        public var date: String
        /// The server's IP address.
        public var ip: String?
        /// The request; `nil` writes none.
        public var request: HTTPMessage?
        /// The response with the body as it was sent, content codings included. Where the HTTP client has removed
        /// chunks, give ``HTTPMessage/withoutTransferCoding()``.
        public var response: HTTPMessage
        /// The request byte by byte; `nil` writes `request` as it prints.
        public var requestBytes: [UInt8]?
        /// The response byte by byte, header and body; `nil` writes `response` as it prints.
        public var responseBytes: [UInt8]?
        /// Why the body is not whole: `length`, `time`, `disconnect`; `nil` when it is.
        public var truncated: String?
        /// The earlier record that the response repeats; the response is then written as a revisit without its body.
        public var revisit: Revisit?

        /// Describes an exchange.
        public init(
            address: String,
            date: String,
            ip: String? = nil,
            request: HTTPMessage? = nil,
            response: HTTPMessage,
            truncated: String? = nil,
            revisit: Revisit? = nil
        ) {
            self.address = address
            self.date = date
            self.ip = ip
            self.request = request
            self.response = response
            self.truncated = truncated
            self.revisit = revisit
        }
    }

    /// What was written of an exchange.
    public struct Written: Hashable, Sendable {
        /// The response's or revisit's identifier, for revisits that refer to it.
        public let id: String
        /// Where it is.
        public let location: ArchiveLocation
        /// Its payload's digest.
        public let payloadDigest: String
    }

    private let sink: ([UInt8]) throws(ArchiveError) -> Void
    private var offset: Int
    private let infoID = ArchiveWriter.recordID()

    /// Begins a file, with a record about the program that writes it.
    ///
    /// - Parameters:
    ///   - software: the program's name and version.
    ///   - date: the present time, `2025-04-26T16:19:00Z`.
    ///   - information: further fields of that record, such as `operator` or `description`.
    ///   - offset: how many bytes the file already has, when records are added to one.
    ///   - sink: writes bytes at the end of the file, all at once.
    /// - Throws: what the sink throws.
    public init(
        software: String,
        date: String,
        information: HeaderFields = HeaderFields(),
        offset: Int = 0,
        sink: @escaping ([UInt8]) throws(ArchiveError) -> Void
    ) throws(ArchiveError) {
        self.sink = sink
        self.offset = offset
        var about = HeaderFields([
            ("software", software), ("format", "WARC File Format 1.1"),
            ("conformsTo", "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
        ])
        about.fields += information.fields
        let fields = HeaderFields([
            ("WARC-Type", "warcinfo"), ("WARC-Record-ID", infoID), ("WARC-Date", date),
            ("Content-Type", "application/warc-fields"),
        ])
        // The block of this record is lines alone.
        try write(fields, block: Array(Self.lines(about)))
    }

    /// Writes a response, or a revisit in its place, and the request.
    ///
    /// - Parameter exchange: the request and the response.
    /// - Returns: what was written of the response.
    /// - Throws: what the sink throws.
    @discardableResult
    public func write(_ exchange: Exchange) throws(ArchiveError) -> Written {
        let id = Self.recordID()
        let digest = RecordDigest.text(of: exchange.response.body[...])
        var fields = HeaderFields([
            ("WARC-Type", exchange.revisit == nil ? "response" : "revisit"), ("WARC-Record-ID", id),
        ])
        fields.fields += common(exchange)
        if let revisit = exchange.revisit {
            fields.append("WARC-Profile", (revisit.profile ?? .identicalPayloadDigest).address)
            if let address = revisit.address { fields.append("WARC-Refers-To-Target-URI", address) }
            if let date = revisit.date { fields.append("WARC-Refers-To-Date", date) }
            if let earlier = revisit.id { fields.append("WARC-Refers-To", earlier) }
        }
        if let truncated = exchange.truncated { fields.append("WARC-Truncated", truncated) }
        // What a server did not send again has no digest.
        if exchange.revisit?.profile != .serverNotModified { fields.append("WARC-Payload-Digest", digest) }
        fields.append("Content-Type", "application/http; msgtype=response")
        let response = exchange.responseBytes ?? exchange.response.bytes
        let head = Array(response.dropLast(exchange.response.body.count))
        let location = try write(fields, block: exchange.revisit == nil ? response : head)

        if let request = exchange.request {
            var fields = HeaderFields([("WARC-Type", "request"), ("WARC-Record-ID", Self.recordID())])
            fields.fields += common(exchange)
            fields.append("WARC-Concurrent-To", id)
            fields.append("WARC-Payload-Digest", RecordDigest.text(of: request.body[...]))
            fields.append("Content-Type", "application/http; msgtype=request")
            try write(fields, block: exchange.requestBytes ?? request.bytes)
        }
        return Written(id: id, location: location, payloadDigest: digest)
    }

    private func common(_ exchange: Exchange) -> [HeaderFields.Field] {
        var fields = HeaderFields([
            ("WARC-Date", exchange.date), ("WARC-Target-URI", exchange.address), ("WARC-Warcinfo-ID", infoID),
        ])
        if let ip = exchange.ip { fields.append("WARC-IP-Address", ip) }
        return fields.fields
    }

    @discardableResult
    private func write(_ fields: HeaderFields, block: [UInt8]) throws(ArchiveError) -> ArchiveLocation {
        var fields = fields
        fields.append("WARC-Block-Digest", RecordDigest.text(of: block[...]))
        fields.append("Content-Length", String(block.count))
        let lines = Array("WARC/1.1\r\n".utf8) + Self.lines(fields) + [0x0D, 0x0A]
        let member = Deflater.gzip(lines + block + Array("\r\n\r\n".utf8))
        try sink(member)
        defer { offset += member.count }
        return ArchiveLocation(basis: .file, offset: offset, length: member.count)
    }

    /// Fields as lines; a line break in a value would make another field and becomes a space.
    private static func lines(_ fields: HeaderFields) -> [UInt8] {
        fields.fields.flatMap { field in
            "\(field.name): \(field.value)".utf8.map { $0.isLineBreak ? 0x20 : $0 } + [0x0D, 0x0A]
        }
    }
}
