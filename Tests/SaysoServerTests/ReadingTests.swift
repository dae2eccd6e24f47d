import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import SaysoLedger
import Testing

@testable import SaysoServer

@Suite("Reading a ledger over HTTP")
struct ReadingTests {
    @Test("A statement comes with its bytes, its other places, and how their words differ")
    func statement() async throws {
        let ledger = try ServedLedger()
        let name = try #require(try ledger.names()["statement"])
        try await ledger.server().application.test(.router) { client in
            let answer = try await client.execute(uri: "/api/v1/statements/\(name)", method: .get)
            let statement = try #require(try answer.list("statements").first)
            let content = try #require(statement["content"] as? [String: Any])
            #expect((content["original"] as? String)?.contains("quay will stay open") == true)
            let appearances = try #require(statement["appearances"] as? [[String: Any]])
            #expect(appearances.count == 1)
            let difference = try #require(appearances.first?["difference"] as? [[String: String]])
            #expect(difference.allSatisfy { $0["same"] != nil })
            let context = try #require((statement["context"] as? [String])?.first)
            #expect(context.contains("<Mara Osk"))
            #expect(context.contains("{said}"))
        }
    }

    @Test("An article is as it is now, a revision as it was, with the bytes that it was read from")
    func revisions() async throws {
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.router) { client in
            let changes = try await client.execute(uri: "/api/v1/changes?kind=reworded,added", method: .get)
            let change = try #require(try changes.list("changes").first)
            let earlier = String(try #require(change["earlier"] as? String).prefix(16))
            let later = String(try #require(change["later"] as? String).prefix(16))
            let article = try await client.execute(uri: "/api/v1/articles/\(earlier)", method: .get)
            #expect(try article.json["revision"] as? String == later)
            let old = try await client.execute(uri: "/api/v1/revisions/\(earlier)", method: .get)
            #expect(try (old.json["text"] as? String)?.contains("twice as much") == true)
            let new = try await client.execute(uri: "/api/v1/revisions/\(later)", method: .get)
            #expect(try (new.json["text"] as? String)?.contains("three times as much") == true)
            let source = try await client.execute(uri: "/api/v1/revisions/\(earlier)/source", method: .get)
            #expect(source.text == ServedLedger.quay.html)
            // A browser that is led here must not run it.
            #expect(source.headers[.contentType] == "application/octet-stream")
            #expect(source.headers[.contentDisposition]?.hasPrefix("attachment") == true)
        }
    }

    @Test("Downloads are what the tool exports, byte by byte", arguments: ExportFormat.allCases)
    func downloads(format: ExportFormat) async throws {
        let ledger = try ServedLedger()
        var written: [UInt8] = []
        _ = try Ledger(ledger.path, mode: .readOnly).export(as: format, to: { written += $0 })
        let expected = written
        try await ledger.server().application.test(.router) { client in
            let answer = try await client.execute(uri: "/api/v1/export/\(format.rawValue)", method: .get)
            #expect(answer.status == .ok)
            #expect(Array(buffer: answer.body) == expected)
            #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            let other = try await client.execute(
                uri: "/api/v1/export/\(format.rawValue)?speaker=Nobody%20At%20All",
                method: .get
            )
            #expect(other.status == .notFound)
        }
    }

    @Test("Folders are downloaded as archives that others open", arguments: ["brat", "ro-crate"])
    func archives(form: String) async throws {
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.router) { client in
            let answer = try await client.execute(uri: "/api/v1/export/\(form)", method: .get)
            #expect(answer.status == .ok)
            let file = ledger.folder + "/\(form).zip"
            try Data(Array(buffer: answer.body)).write(to: URL(fileURLWithPath: file))
            let check = Process()
            check.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            check.arguments = ["python3", "-m", "zipfile", "-t", file]
            let output = Pipe()
            check.standardOutput = output
            try check.run()
            let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            check.waitUntilExit()
            #expect(check.terminationStatus == 0)
            #expect(text.contains("Done testing") && !text.contains("bad"), "\(text)")
            let isThere = form == "brat" ? ".ann" : "ro-crate-metadata.json"
            #expect(answer.text.contains(isThere))
        }
    }

    @Test("Feeds hold what was said last, and nothing in them can end an element")
    func feeds() async throws {
        let ledger = try ServedLedger()
        let writer = try Ledger(ledger.path, mode: .existing)
        try ServedLedger.add(
            ServedLedger.Page(
                outlet: "Fenpost",
                address: "https://fenpost.example/signs",
                day: "2025-03-05",
                headline: "Signs &lt;b&gt;go up&lt;/b&gt; at the quay",
                paragraphs: [
                    "New signs were put up at the quay of Tamsin on Wednesday, to the surprise of everybody there.",
                    "“The sign reads &lt;/content&gt;&lt;script&gt; &amp;amp; nobody knows why,” said Petra Lund of the quay.",
                ],
                time: "16:40Z"
            ),
            to: writer
        )
        try writer.close()
        try await ledger.server().application.test(.router) { client in
            let atom = try await client.execute(uri: "/feeds/search.atom?q=%22sign%22", method: .get)
            #expect(atom.status == .ok)
            #expect(atom.text.contains("&lt;/content&gt;&lt;script&gt;"))
            #expect(!atom.text.contains("<script>"))
            #expect(atom.text.contains("<updated>2025-03-05T16:40:00Z</updated>"))
            #expect(atom.text.contains("<title>Sayso: &quot;sign&quot;</title>"))
            let parser = XMLCheck(atom.text)
            #expect(parser.error == nil)
            #expect(parser.entries == 1)
            let json = try await client.execute(uri: "/feeds/search.json?q=quay", method: .get)
            let items = try json.list("items")
            #expect(items.count >= 2)
            let dates = items.compactMap { $0["date_published"] as? String }
            #expect(dates == dates.sorted(by: >))
        }
    }

    @Test("Two outlets are compared within days, and by who speaks")
    func story() async throws {
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.router) { client in
            func items(_ query: String) async throws -> [String: Int] {
                let uri = "/api/v1/compare?first=coastwire.example&second=Fenpost" + query
                let answer = try await client.execute(uri: uri, method: .get)
                #expect(answer.status == .ok, "\(answer.text)")
                let items = try answer.list("items").compactMap { $0["reported"] as? String }
                return Dictionary(items.map { ($0, 1) }, uniquingKeysWith: +)
            }
            let all = try await items("")
            #expect(all["both"] == 1)
            #expect(all["first", default: 0] > 0 && all["second", default: 0] > 0)
            // The second outlet printed nothing on that day.
            let day = try await items("&since=2025-03-03&until=2025-03-03")
            #expect(day["both"] == nil && day["second"] == nil && day["first", default: 0] > 0)
            #expect(try await items("&since=2025-04").isEmpty)
            #expect(try await items("&speaker=Mara%20Osk") == ["both": 1])
            #expect(try await items("&shared=true") == ["both": 1])
            for query in [
                "first=Coastwire", "first=Coastwire&second=Coastwire", "first=Coastwire&second=Nobody",
            ] {
                let answer = try await client.execute(uri: "/api/v1/compare?\(query)", method: .get)
                #expect(answer.status == (query.hasSuffix("Nobody") ? .notFound : .badRequest))
            }
        }
    }

    @Test("Names that there are not, and cursors of other questions, are answered with the reason")
    func unknown() async throws {
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.router) { client in
            for path in [
                "statements/0123456789abcdef.1", "revisions/0123456789abcdef", "articles/0123456789abcdef",
                "revisions/0123456789abcdef/source", "speakers/p999", "speakers/p999/timeline",
                "clusters/999",
                "search?speaker=Nobody", "search?outlet=Nobody",
            ] {
                let answer = try await client.execute(uri: "/api/v1/" + path, method: .get)
                #expect(answer.status == .notFound, "\(path): \(answer.text)")
                #expect(answer.headers[.contentType] == "application/problem+json")
            }
            let first = try await client.execute(
                uri: "/api/v1/search?q=quay&limit=1&sort=newest",
                method: .get
            )
            let cursor = try #require(try first.json["next"] as? String)
            for query in [
                "q=quay&sort=oldest", "q=boat&sort=newest", "q=quay", "q=quay&sort=newest&outlet=Fenpost",
            ] {
                let uri = "/api/v1/search?\(query)&cursor=\(Query.encoded(cursor))"
                let answer = try await client.execute(uri: uri, method: .get)
                #expect([200, 400].contains(answer.status.code), "\(query): \(answer.text)")
            }
            for bad in [
                "x", "%00", "-1", String(repeating: "9", count: 5000), cursor + "0",
                String(cursor.dropLast()),
            ] {
                let uri = "/api/v1/search?q=quay&sort=newest&cursor=\(bad)"
                let answer = try await client.execute(uri: uri, method: .get)
                #expect([200, 400].contains(answer.status.code), "\(bad.prefix(20)): \(answer.text)")
            }
        }
    }

    @Test("Where there are more requests than can be worked on, some are refused and told when to come again")
    func busy() async throws {
        let ledger = try ServedLedger()
        try await ledger.server { $0.mostRequests = 0 }.application.test(.router) { client in
            let answer = try await client.execute(uri: "/api/v1/search?q=quay", method: .get)
            #expect(answer.status == .serviceUnavailable)
            #expect(answer.headers[.retryAfter] == "1")
        }
    }

    @Test("What is handed in is limited, and must be something that is read")
    func bodies() async throws {
        let ledger = try ServedLedger()
        let server = try ledger.server(intake: DocumentTests.intake(ledger.path)) { $0.mostBodyBytes = 1000 }
        try await server.application.test(.router) { client in
            for (type, size, status) in [
                ("text/plain", 1000, 200), ("text/plain", 1001, 413), ("image/png", 10, 415),
                ("text/plain", 0, 422),
            ] {
                let answer = try await client.execute(
                    uri: "/api/v1/articles",
                    method: .post,
                    headers: [.contentType: type],
                    body: ByteBuffer(string: String(repeating: "a", count: size))
                )
                #expect(answer.status.code == status, "\(type) \(size)")
            }
            // A page without referrer is called "null": the browser has to say that it is ours.
            for (path, origin, site, status) in [
                ("/api/v1/articles", "https://evil.example", nil, 403),
                ("/api/v1/articles", "null", nil, 403),
                ("//api/v1/articles", "null", nil, 403), ("/api/v1/articles", "null", "cross-site", 403),
                ("/api/v1/articles", "null", "same-origin", 200),
                ("/api/v1/articles", "http://localhost", nil, 200),
            ] as [(String, String, String?, Int)] {
                var headers: HTTPFields = [.contentType: "text/plain", .origin: origin]
                headers[.secFetchSite] = site
                let answer = try await client.execute(
                    uri: path,
                    method: .post,
                    headers: headers,
                    body: ByteBuffer(string: "a")
                )
                #expect(answer.status.code == status, "\(path) \(origin) \(site ?? "")")
            }
        }
    }
}

/// Whether a text is well-formed XML, and how many entries it has.
private final class XMLCheck {
    let error: String?
    let entries: Int

    init(_ text: String) {
        entries = text.components(separatedBy: "<entry>").count - 1
        var open: [Substring] = []
        var error: String?
        var rest = text[...]
        while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("?") || tag.hasSuffix("/") { continue }
            if tag.hasPrefix("/") {
                if open.popLast() != tag.dropFirst() { error = "</\(tag)> closes another element" }
            } else {
                open.append(tag.prefix { $0 != " " })
            }
        }
        self.error = open.isEmpty ? error : "\(open) are not closed"
    }
}
