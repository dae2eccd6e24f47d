import Foundation
import Testing

@testable import SaysoArchives

/// Writing, and reading again what was written.
@Suite struct WriterTests {
    static let date = "2025-04-26T16:19:00Z"

    static func exchange(_ address: String = "https://orlo.example/ferry") -> ArchiveWriter.Exchange {
        ArchiveWriter.Exchange(
            address: address,
            date: date,
            ip: "192.0.2.7",
            request: HTTPMessage(
                startLine: "GET /ferry HTTP/1.1",
                headers: HeaderFields([("Host", "orlo.example")])
            ),
            response: HTTPMessage(
                startLine: "HTTP/1.1 200 OK",
                headers: HeaderFields([
                    ("Content-Type", "text/html"), ("Content-Encoding", "gzip"), ("Set-Cookie", "a=1"),
                    ("Set-Cookie", "b=2"),
                ]),
                body: ContentCodingTests.gzipped
            )
        )
    }

    @Test func whatWasWrittenIsReadAlike() throws {
        var pieces: [[UInt8]] = []
        let writer = try ArchiveWriter(
            software: "sayso",
            date: Self.date,
            information: HeaderFields([("operator", "Dessa Marn")])
        ) { pieces.append($0) }
        let first = try writer.write(Self.exchange())
        var repeated = Self.exchange()
        repeated.revisit = Revisit(
            profile: .identicalPayloadDigest,
            address: repeated.address,
            date: Self.date,
            id: first.id
        )
        try writer.write(repeated)
        repeated.revisit?.profile = .serverNotModified
        repeated.response = HTTPMessage(startLine: "HTTP/1.1 304 Not Modified")
        repeated.request = nil
        try writer.write(repeated)
        var cut = Self.exchange("https://orlo.example/long")
        cut.truncated = "length"
        cut.response.headers = HeaderFields([("Content-Length", "1000000")])
        let last = try writer.write(cut)

        // Each record was one call and is one member.
        #expect(pieces.count == 8)
        let bytes = Array(pieces.joined())
        let reading = try Reading(bytes)
        #expect(reading.allCodes == [])
        #expect(reading.counts == [.warcinfo: 1, .response: 2, .revisit: 2, .request: 3])
        let records = reading.records
        #expect(records[0].body == ContentCodingTests.plain)
        #expect(records[0].headers.fields == Self.exchange().response.headers.fields)
        #expect(records.map(\.status) == [200, 200, 304, 200])
        #expect(records.allSatisfy { $0.date == Self.date && $0.ip == "192.0.2.7" })
        #expect(records[0].id == first.id)
        #expect(records[0].location == first.location)
        #expect(records[0].payloadDigest == first.payloadDigest)
        #expect(
            records.map { $0.revisit?.profile } == [nil, .identicalPayloadDigest, .serverNotModified, nil]
        )
        #expect(records.map { $0.revisit?.location } == [nil, first.location, first.location, nil])
        #expect(records[3].truncated == "length")
        #expect(records[3].location == last.location)
        #expect(Set(records.map(\.id)).count == 4)
    }

    @Test func aKilledWriterLeavesWholeRecords() throws {
        var bytes: [UInt8] = []
        let writer = try ArchiveWriter(software: "sayso", date: Self.date) { bytes += $0 }
        let first = try writer.write(Self.exchange())
        let end = bytes.count
        let second = try writer.write(Self.exchange())
        #expect(second.location.offset == end)
        let reading = try Reading(Array(bytes[..<(end + 30)]))
        #expect(reading.records.map(\.id) == [first.id])
        #expect(reading.problems.map(\.code) == [.truncated])
        #expect(reading.problems.map(\.location.offset) == [end])
    }

    @Test func fieldsCannotBreakOut() throws {
        var bytes: [UInt8] = []
        let writer = try ArchiveWriter(software: "sayso", date: Self.date) { bytes += $0 }
        var exchange = Self.exchange("https://orlo.example/\r\nWARC-Type: resource")
        exchange.response.headers.append("X-Evil", "a\r\n\r\n<p>")
        try writer.write(exchange)
        let reading = try Reading(bytes)
        #expect(reading.allCodes == [])
        #expect(reading.records.map(\.kind) == [.response])
        #expect(reading.records[0].headers["X-Evil"] == "a    <p>")
    }

    @Test func aBodyWithoutItsChunksSaysSo() throws {
        let message = HTTPMessage(
            startLine: "HTTP/1.1 200 OK",
            headers: HeaderFields([("Transfer-Encoding", "chunked")]),
            body: Array("Snow".utf8)
        ).withoutTransferCoding()
        let read = try #require(HTTPMessage(response: message.bytes[...]))
        #expect(read.headers["Content-Length"] == "4")
        #expect(read.headers["X-Crawler-Transfer-Encoding"] == "chunked")
        #expect(read.decodedBody().flaws == [])
    }

    @Test func writesFilesAndReadsThem() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).warc.gz").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = try ArchiveFile(creating: path)
        let writer = try ArchiveWriter(software: "sayso", date: Self.date) { (bytes) throws(ArchiveError) in
            try file.write(bytes)
        }
        let written = try writer.write(Self.exchange())
        let reading = try Reading(FileSource(path: path))
        #expect(reading.records.map(\.location) == [written.location])
        #expect(throws: ArchiveError.self) { try ArchiveFile(creating: path) }
        #expect(throws: ArchiveError.self) { try FileSource(path: path + ".none") }
        #expect(throws: ArchiveError.self) { try FileSource(path: "/") }
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"),
        (1_745_684_340, "2025-04-26T16:19:00Z"),
        (253_402_300_799, "9999-12-31T23:59:59Z"),
    ])
    func writesMoments(seconds: Int, text: String) {
        #expect(ArchiveWriter.timestamp(secondsSince1970: seconds) == text)
    }
}
