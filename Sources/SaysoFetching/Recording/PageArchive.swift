package import SaysoArchives

/// A new WARC 1.1 file of all that was sent and got.
package actor PageArchive {
    private let writer: ArchiveWriter
    private let earlier: EarlierVisits
    /// Why writing stopped; nothing more is written then.
    package private(set) var failure: ArchiveError?

    /// Creates the file.
    ///
    /// - Parameters:
    ///   - path: where; there must be no file yet.
    ///   - software: the program and its version.
    ///   - contact: how the robot's operator can be reached.
    ///   - earlier: what was fetched before, which answers "not modified" refer to.
    /// - Throws: `ArchiveError` when it cannot be created.
    package init(
        creating path: String,
        software: String,
        contact: String?,
        earlier: EarlierVisits
    ) throws(ArchiveError) {
        let file = try ArchiveFile(creating: path)
        var information = HeaderFields([("robots", "RFC 9309")])
        if let contact { information.append("operator", contact) }
        writer = try ArchiveWriter(software: software, date: UnixTime.now.iso8601, information: information) {
            bytes throws(ArchiveError) in try file.write(bytes)
        }
        self.earlier = earlier
    }

    /// Adds a request and its response.
    package func write(_ exchange: Exchange) {
        guard failure == nil else { return }
        let address = exchange.address.description
        var entry = ArchiveWriter.Exchange(
            address: address,
            date: exchange.requested.iso8601,
            ip: exchange.remote.description,
            request: HTTPMessage(startLine: ""),
            response: exchange.message,
            truncated: exchange.truncation
        )
        entry.requestBytes = exchange.request
        entry.responseBytes = exchange.response
        if exchange.status == 304, let before = earlier[address: address] {
            entry.revisit = Revisit(
                profile: .serverNotModified,
                address: address,
                date: before.date,
                id: before.recordID
            )
        }
        do throws(ArchiveError) {
            try writer.write(entry)
        } catch {
            failure = error
        }
    }
}
