package import SaysoArchives

/// What pages said of themselves when they were fetched before, so that they are only sent again when changed
/// (RFC 9110 section 13).
package struct EarlierVisits: Sendable {
    /// One page's answer.
    package struct Entry: Sendable {
        let entityTag: String?
        let lastModified: String?
        /// WARC-Date of the record that holds the page.
        let date: String?
        /// WARC-Record-ID of that record.
        let recordID: String?
    }

    private var entries: [String: Entry] = [:]

    /// Nothing was fetched before.
    package init() {}

    /// How many pages can be asked for so.
    package var count: Int { entries.count }

    package subscript(address address: String) -> Entry? { entries[address] }

    /// Adds the pages of an archive; of several answers for one address the last one counts.
    ///
    /// - Throws: `ArchiveError` when it cannot be read.
    package mutating func add(_ archive: any ByteSource) throws(ArchiveError) {
        let reader = try ArchiveReader(archive, options: ArchiveReader.Options(checksDigests: false))
        while let item = try reader.next() {
            guard case .record(let record) = item else { continue }
            let revisit = record.revisit?.profile == .serverNotModified ? record.revisit : nil
            guard
                record.kind == .response && record.status == 200 && record.truncated == nil || revisit != nil
            else {
                continue
            }
            // Archives may hold addresses in another form than ours.
            guard let address = try? WebAddress(record.address).description else { continue }
            let before = entries[address]
            let (tag, date) = (record.headers["ETag"], record.headers["Last-Modified"])
            guard tag != nil || date != nil || revisit != nil else {
                // What says nothing of itself now cannot be asked for by what was said of it before.
                entries[address] = nil
                continue
            }
            entries[address] = Entry(
                entityTag: tag ?? (revisit == nil ? nil : before?.entityTag),
                lastModified: date ?? (revisit == nil ? nil : before?.lastModified),
                date: revisit?.date ?? record.date,
                recordID: revisit?.id ?? record.id
            )
        }
    }

    /// Notes what a page said of itself, instead of what it said before.
    mutating func note(_ address: String, entityTag: String?, lastModified: String?) {
        let isKnown = entityTag != nil || lastModified != nil
        entries[address] =
            isKnown ? Entry(entityTag: entityTag, lastModified: lastModified, date: nil, recordID: nil) : nil
    }

    /// The fields that ask for a page only when it has changed.
    func conditions(for address: String) -> HeaderFields {
        var fields = HeaderFields()
        if let tag = entries[address]?.entityTag { fields.append("If-None-Match", tag) }
        if let date = entries[address]?.lastModified { fields.append("If-Modified-Since", date) }
        return fields
    }
}
