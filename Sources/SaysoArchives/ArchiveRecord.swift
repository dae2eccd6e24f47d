/// Something that was got from the web and kept in an archive.
public struct ArchiveRecord: Sendable {
    /// Response, resource, revisit or conversion.
    public var kind: RecordKind
    /// The address, without angle brackets and with spaces as `%20`; empty where the record has none.
    public var address: String
    /// When it was got, as the record says, `2025-04-26T16:19:00Z`; fractions of a second may be there.
    public var date: String?
    /// The record's own identifier, `<urn:uuid:…>`.
    public var id: String?
    /// The address of the server.
    public var ip: String?
    /// Which bytes of the file it is.
    public var location: ArchiveLocation
    /// The fields of the WARC record itself; empty for ARC.
    public var fields: HeaderFields

    /// The HTTP status; `nil` for what was not got by HTTP.
    public var status: Int?
    /// The HTTP header.
    public var headers = HeaderFields()
    /// The media type with its parameters: of the HTTP header, or of the record where there is none.
    public var contentType: String?
    /// The body without transfer and content codings; empty for a revisit.
    public var body: [UInt8] = []

    /// The payload's digest as the record states it.
    public var payloadDigest: String?
    /// Why the body is not whole, as its writer says: `length`, `time`, `disconnect` …
    public var truncated: String?
    /// What a revisit refers to; `nil` for other records.
    public var revisit: Revisit?
    /// What is wrong with the record.
    public var problems: [ArchiveProblem] = []
}

/// The earlier record that a revisit stands for (ISO 28500, 6.7).
public struct Revisit: Hashable, Sendable {
    /// How it is known that nothing changed.
    public enum Profile: String, Hashable, Sendable {
        /// The payload had the same digest.
        case identicalPayloadDigest = "identical-payload-digest"
        /// The server said so: 304.
        case serverNotModified = "server-not-modified"

        /// The address that `WARC-Profile` names.
        var address: String { "http://netpreserve.org/warc/1.1/revisit/\(rawValue)" }
    }

    /// How it is known; `nil` for a profile that is not known here.
    public var profile: Profile?
    /// The earlier record's address.
    public var address: String?
    /// The earlier record's date.
    public var date: String?
    /// The earlier record's identifier.
    public var id: String?
    /// Where the earlier record is in the same archive, when it was seen.
    public var location: ArchiveLocation?

    /// Says what a revisit refers to.
    public init(profile: Profile?, address: String? = nil, date: String? = nil, id: String? = nil) {
        self.profile = profile
        self.address = address
        self.date = date
        self.id = id
    }

    init(_ fields: HeaderFields) {
        self.init(
            profile: fields["WARC-Profile"]?.split(separator: "/").last.flatMap {
                Profile(rawValue: String($0))
            },
            address: fields["WARC-Refers-To-Target-URI"].map { RecordHead.address($0) },
            date: fields["WARC-Refers-To-Date"],
            id: fields["WARC-Refers-To"]
        )
    }
}

/// What a reader hands over, in the order of the file.
public enum ArchiveItem: Sendable {
    /// A record, with what is wrong with it.
    case record(ArchiveRecord)
    /// Something wrong that left no record to hand over.
    case problem(ArchiveProblem)
}
