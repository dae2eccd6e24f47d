import Foundation
import SaysoArchives
import TestServer
import Testing

@testable import SaysoFetching

@Suite("Archives of what was fetched", .timeLimit(.minutes(10)))
struct PageArchiveTests {
    /// Fetches addresses into a new archive and gives its path.
    private func archive(
        _ targets: [String],
        from server: TestServer,
        since earlier: EarlierVisits = EarlierVisits()
    ) async throws -> String {
        let path = FileManager.default.temporaryDirectory.path + "/sayso-\(UUID().uuidString).warc.gz"
        let archive = try PageArchive(creating: path, software: "sayso/1", contact: nil, earlier: earlier)
        try await Fetcher.with(Fetching.options, earlier: earlier, record: { await archive.write($0) }) {
            fetcher in
            try await Crawl(fetcher).run(targets.map { server.address($0) }) { _ in }
        }
        #expect(await archive.failure == nil)
        return path
    }

    private func records(_ path: String) throws -> [ArchiveRecord] {
        let reader = try ArchiveReader(FileSource(path: path))
        var records: [ArchiveRecord] = []
        while let item = try reader.next() {
            switch item {
            case .record(let record): records.append(record)
            case .problem(let problem): Issue.record("\(problem)")
            }
        }
        return records
    }

    @Test("What was got is read back alike: redirects, errors, codings, and what was cut off")
    func roundTrip() async throws {
        try await TestServer.with { request in
            switch request.target {
            case "/old": .redirect("/gzip")
            case "/gzip":
                .response(
                    200,
                    bytes: Compressed.gzip,
                    ["Content-Encoding: gzip", "Content-Type: text/plain"]
                )
            case "/cut": [.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nFerry"), .close]
            case "/odd":
                [
                    .send(
                        "HTTP/1.1 200 \r\nx:y\r\nZ:   \u{E9} \r\nTransfer-Encoding: chunked\r\n\r\n1\r\nF\r\n0\r\n\r\n"
                    )
                ]
            default: .response(404, "no")
            }
        } _: { server in
            let path = try await archive(["/old", "/cut", "/odd"], from: server)
            defer { try? FileManager.default.removeItem(atPath: path) }
            let records = try records(path)
            func record(_ target: String) throws -> ArchiveRecord {
                try #require(records.last { $0.address == server.address(target) })
            }
            #expect(try record("/robots.txt").status == 404)
            #expect(try record("/old").headers["Location"] == "/gzip")
            let page = try record("/gzip")
            #expect(String(decoding: page.body, as: UTF8.self) == "Ferry Ferry Ferry\n")
            #expect(page.ip == "127.0.0.1")
            #expect(page.problems.isEmpty)
            #expect(page.date?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
            let cut = try record("/cut")
            #expect(cut.truncated == "disconnect")
            #expect(cut.body == Array("Ferry".utf8))
            let odd = try record("/odd")
            #expect(odd.headers["Z"] == "é")
            #expect(odd.body == Array("F".utf8))
            #expect(odd.problems.isEmpty)
            // Four tries, each with its request.
            #expect(records.filter { $0.address == server.address("/cut") }.count == 4)
        }
    }

    @Test("An earlier archive makes requests conditional; what has not changed becomes a revisit")
    func conditional() async throws {
        try await TestServer.with { request in
            let tag = request.target == "/changed" ? "\"\(request.earlier)\"" : "\"one\""
            switch request.target {
            case "/robots.txt": return .response(404)
            case "/plain": return .response(200, "Ferry")
            case "/dated":
                if request.field("If-Modified-Since") != nil { return [.send("HTTP/1.1 304 Same\r\n\r\n")] }
                return .response(200, "Ferry", "Last-Modified: Wed, 25 Nov 2026 10:15:00 GMT")
            default:
                if request.field("If-None-Match") == tag {
                    return [.send("HTTP/1.1 304 Same\r\nETag: \(tag)\r\n\r\n")]
                }
                return .response(200, "Ferry \(request.earlier)", "ETag: \(tag)")
            }
        } _: { server in
            let targets = ["/tagged", "/dated", "/plain", "/changed"]
            let first = try await archive(targets, from: server)
            defer { try? FileManager.default.removeItem(atPath: first) }
            var earlier = EarlierVisits()
            try earlier.add(FileSource(path: first))
            #expect(earlier.count == 3)
            let second = try await archive(targets, from: server, since: earlier)
            defer { try? FileManager.default.removeItem(atPath: second) }
            // The second archive alone is enough for a third run.
            var later = EarlierVisits()
            try later.add(FileSource(path: second))
            let third = try await archive(["/tagged"], from: server, since: later)
            defer { try? FileManager.default.removeItem(atPath: third) }
            let original = try #require(records(first).first { $0.address == server.address("/tagged") })
            for path in [second, third] {
                let records = try records(path)
                let same = try #require(records.first { $0.address == server.address("/tagged") })
                #expect(same.kind == .revisit)
                #expect(same.revisit?.profile == .serverNotModified)
                #expect(same.revisit?.id == original.id)
                #expect(same.revisit?.date == original.date)
                #expect(same.body.isEmpty)
                #expect(same.problems.isEmpty)
            }
            let again = try records(second)
            #expect(again.first { $0.address == server.address("/plain") }?.kind == .response)
            #expect(again.first { $0.address == server.address("/changed") }?.status == 200)
            #expect(again.first { $0.address == server.address("/dated") }?.kind == .revisit)
        }
    }

    @Test("Nothing is overwritten")
    func existing() throws {
        let path = FileManager.default.temporaryDirectory.path + "/sayso-\(UUID().uuidString).warc.gz"
        try Data("precious".utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(throws: ArchiveError.self) {
            try PageArchive(creating: path, software: "sayso/1", contact: nil, earlier: EarlierVisits())
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("precious".utf8))
    }
}
