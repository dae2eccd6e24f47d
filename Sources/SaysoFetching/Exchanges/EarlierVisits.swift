import SaysoArchives

/// What pages said of themselves when they were fetched before, so that they are only sent again when changed
/// (RFC 9110 section 13).
package struct EarlierVisits: Sendable {
    /// One page's answer.
    package struct Entry: Sendable {
        package let entityTag: String?
        package let lastModified: String?
        /// WARC-Date of the record.
        package let date: String
        /// WARC-Record-ID of the record.
        package let recordID: String?
        /// WARC-Payload-Digest of the record.
        package let payloadDigest: String?
    }

    private var entries: [String: Entry] = [:]

    package init() {}

    package var isEmpty: Bool { entries.isEmpty }

    /// Remembers a page; of several answers the last one counts.
    package mutating func add(_ entry: Entry, for address: String) {
        guard entry.entityTag != nil || entry.lastModified != nil else { return }
        // In archives, addresses stand as they were asked for.
        guard let address = try? WebAddress(address).description else { return }
        entries[address] = entry
    }

    package subscript(address: String) -> Entry? { entries[address] }

    /// The fields that ask for a page only when it has changed.
    func conditions(for address: String) -> HeaderFields {
        guard let entry = entries[address] else { return HeaderFields() }
        var fields = HeaderFields()
        if let tag = entry.entityTag { fields.append("If-None-Match", tag) }
        if let date = entry.lastModified { fields.append("If-Modified-Since", date) }
        return fields
    }
}
