package import SaysoArchives

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A new WARC 1.1 file of all that was sent and got.
package actor PageArchive {
    private let path: String
    private let writer: ArchiveWriter
    private let earlier: EarlierVisits
    /// Why writing stopped; nothing more is written then.
    package private(set) var failure: ArchiveError?
    /// Bytes of all responses that were added.
    package private(set) var received = 0

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
        self.path = path
        let file = try ArchiveFile(creating: path)
        var information = HeaderFields([("robots", "RFC 9309")])
        if let contact { information.append("operator", contact) }
        writer = try ArchiveWriter(software: software, date: UnixTime.now.iso8601, information: information) {
            bytes throws(ArchiveError) in try file.write(bytes)
        }
        self.earlier = earlier
    }

    /// Ends the writing, and removes the file when nothing was added to it.
    ///
    /// - Returns: the path; nil when there is no file any more.
    package func close() -> String? {
        if received == 0 { unlink(path) }
        return received == 0 ? nil : path
    }

    /// Adds a request and its response.
    package func write(_ exchange: Exchange) {
        guard failure == nil else { return }
        received += exchange.response.count
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
