/// What stands before a record's block, of a WARC or an ARC record alike.
struct RecordHead {
    var kind: RecordKind
    var fields: HeaderFields
    /// Bytes of the block, as the record says.
    var length: Int
    /// The media type of the block.
    var mediaType: String?
    var address: String
    var date: String?
    var id: String?
    var ip: String?

    init(_ line: ARCLine) throws(Flaw) {
        length = try Self.length(line.length, name: "length")
        // Whether it is a response shows in its block.
        kind = line.address.hasPrefix("filedesc:") ? .warcinfo : .resource
        fields = HeaderFields()
        mediaType = line.mediaType.isEmpty || line.mediaType == "-" ? nil : line.mediaType
        address = Self.address(line.address)
        date = line.isoDate
        ip = line.ip
    }

    /// Reads a WARC record's fields.
    ///
    /// - Parameter fields: the fields.
    /// - Throws: why it is no record header.
    init(_ fields: HeaderFields) throws(Flaw) {
        guard let length = fields["Content-Length"] else {
            throw Flaw(code: .badHeader, message: "the record header has no Content-Length")
        }
        guard let type = fields["WARC-Type"] else {
            throw Flaw(code: .badHeader, message: "the record header has no WARC-Type")
        }
        self.length = try Self.length(length, name: "Content-Length")
        self.fields = fields
        kind = RecordKind(rawValue: type.lowercased()) ?? .other
        mediaType = fields["Content-Type"]
        address = Self.address(fields["WARC-Target-URI"] ?? "")
        date = fields["WARC-Date"]
        id = fields["WARC-Record-ID"]
        ip = fields["WARC-IP-Address"]
    }

    private static func length(_ text: String, name: String) throws(Flaw) -> Int {
        if let length = text.byteCount { return length }
        let isNumber = !text.isEmpty && text.utf8.allSatisfy(\.isDigit)
        let reason = isNumber ? "larger than any file" : "no number"
        throw Flaw(code: .badHeader, message: "the record's \(name) \"\(text.prefix(40))\" is \(reason)")
    }

    /// An address without the angle brackets that some writers put around it, its spaces written as browsers send them.
    static func address(_ text: String) -> String {
        var text = text.trimmingSpaces
        if text.hasPrefix("<"), text.hasSuffix(">") { text = text.dropFirst().dropLast() }
        return text.contains(" ")
            ? text.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20")
            : String(text)
    }
}

extension Flaw: Error {}

/// What a record of an archive is (ISO 28500, 6).
public enum RecordKind: String, Hashable, Sendable, CaseIterable {
    /// About the records that follow, by the program that wrote them.
    case warcinfo
    /// What a server answered.
    case response
    /// Something that was got in another way, without a protocol's header.
    case resource
    /// What a server was asked.
    case request
    /// About another record.
    case metadata
    /// What a server answered when that was nothing new: it refers to an earlier record.
    case revisit
    /// Another form of a record, made later.
    case conversion
    /// A later part of a segmented record.
    case continuation
    /// A type that ISO 28500 does not name.
    case other

    /// Whether records of this kind are handed over.
    var isContent: Bool {
        switch self {
        case .response, .resource, .revisit, .conversion: true
        case .warcinfo, .request, .metadata, .continuation, .other: false
        }
    }
}
