import Foundation
import SaysoArchives
import Testing

/// `Examples/courier.warc.gz` holds the other examples as a crawler would have got them. With `SAYSO_RECORD=1` it is
/// written anew.
@Suite("The example archive")
struct ExampleArchiveTests {
    private static let pages = [
        (
            "https://courier.example/sea/skerry-light-reprieve", "lighthouse.html",
            "text/html; charset=utf-8", "200 OK"
        ),
        ("https://courier.example/feed", "courier.xml", "application/rss+xml", "200 OK"),
        ("https://courier.example/sea/no-such-page", nil, "text/html", "404 Not Found"),
        (
            "https://coastwire.example/harbour-treaty", "harbour-treaty.txt", "text/plain; charset=utf-8",
            "200 OK"
        ),
    ]

    @Test("It holds the other examples")
    func contents() throws {
        let path = Checkout.example("courier.warc.gz")
        if ProcessInfo.processInfo.environment["SAYSO_RECORD"] != nil {
            try? FileManager.default.removeItem(atPath: path)
            try record(path)
            Issue.record("recorded courier.warc.gz; run again without SAYSO_RECORD")
        }
        let reader = try ArchiveReader(FileSource(path: path))
        var addresses: [String] = []
        while let item = try reader.next() {
            guard case .record(let record) = item else {
                Issue.record("a problem in the archive")
                continue
            }
            #expect(record.problems.isEmpty)
            let page = try #require(Self.pages.first { $0.0 == record.address })
            addresses.append(record.address)
            #expect(try record.body == body(page.1))
        }
        #expect(addresses == Self.pages.map(\.0))
    }

    private func record(_ path: String) throws {
        let file = try ArchiveFile(creating: path)
        let date = "2025-03-07T10:00:00Z"
        let writer = try ArchiveWriter(software: "sayso", date: date) { (bytes) throws(ArchiveError) in
            try file.write(bytes)
        }
        for (address, example, type, status) in Self.pages {
            let body = try body(example)
            let headers = HeaderFields([("Content-Type", type), ("Content-Length", "\(body.count)")])
            let response = HTTPMessage(startLine: "HTTP/1.1 \(status)", headers: headers, body: body)
            try writer.write(ArchiveWriter.Exchange(address: address, date: date, response: response))
        }
    }

    private func body(_ example: String?) throws -> [UInt8] {
        guard let example else { return Array("<p>There is no such page.</p>\n".utf8) }
        return Array(try Data(contentsOf: URL(fileURLWithPath: Checkout.example(example))))
    }
}
