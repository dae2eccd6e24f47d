import Foundation
import HTTPTypes
import HummingbirdTesting
import SaysoLedger
import Testing

@testable import SaysoServer

@Suite("An article that means no good")
struct HostileTests {
    private static let tag = "<img src=x onerror=alert(1)>"
    /// Ends attributes, elements, scripts and lines.
    private static let evil =
        "\"'></title></script><script>alert(1)</script>\(tag){{{q}}}\r\nSet-Cookie: a=b\u{2028}\u{202E}"

    /// A ledger with an article that has this in every field.
    private static func ledger() throws -> ServedLedger {
        let served = try ServedLedger()
        let ledger = try Ledger(served.path, mode: .existing)
        let escaped = "&lt;img src=x onerror=alert(1)&gt;"
        let page = ServedLedger.Page(
            outlet: "Fenpost",
            address: "https://fenpost.example/evil",
            day: "2025-03-06",
            headline: "Evil at the quay",
            paragraphs: [
                "Ivo \(escaped) Brandt came to the quay of Tamsin on Thursday with a bucket of paint in his hands.",
                "“The quay will stay open \(escaped) for every boat that wants to land its fish here,” said Ivo Brandt.",
            ]
        )
        try ServedLedger.add(page, to: ledger) { revision in
            revision.publication.headline = evil
            revision.publication.standfirst = evil
            revision.publication.bylines = [evil.filter { !$0.isNewline }]
            revision.publication.outlet = evil
            revision.publication.wire = evil
            revision.publication.section = evil
            revision.publication.url = "javascript:alert(1)//" + evil
            revision.publication.published = evil
            revision.publication.modified = evil
            revision.origin.path = evil
            revision.origin.entryID = evil
            for index in revision.speakers.indices {
                (revision.speakers[index].name, revision.speakers[index].role) = (evil, evil)
            }
        }
        try ledger.rename("Mara Osk", to: tag + "\"'>", author: evil)
        try ledger.close()
        return served
    }

    @Test("Whatever is asked about it, nothing of it runs, and nothing of it stands in a header")
    func everywhere() async throws {
        let ledger = try Self.ledger()
        let reader = try Ledger(ledger.path, mode: .readOnly)
        let hit = try #require(try reader.search(Search(try Question("onerror"))).hits.first)
        let speaker = try #require(try reader.speakers(named: "onerror", kind: nil, limit: 1).first)
        let names = [
            "statement": "\(hit.id)", "revision": "\(hit.id.revision)", "speaker": "\(speaker.id)",
            "cluster": "\(hit.cluster ?? 1)",
        ]
        let server = try ledger.server(intake: DocumentTests.intake(ledger.path))
        let routes = server.table.routes.filter { $0.method == .get }.map(\.path)
        try await server.application.test(.router) { client in
            var seen: Set<String> = []
            for route in routes {
                var paths = [route]
                if route.contains("{format}") {
                    paths = ["jsonl", "csv", "json-ld", "web-annotation", "tei"].map {
                        route.replacing("{format}", with: $0)
                    }
                }
                for var path in paths {
                    for (name, value) in names { path = path.replacing("{\(name)}", with: value) }
                    if path.hasSuffix("/compare") { path += "?first=fenpost.example&second=Coastwire" }
                    if path == "/stories" { path += "?outlet=fenpost.example&outlet=Coastwire" }
                    if path == "/" || path.hasSuffix("/search") || path.hasPrefix("/feeds/") {
                        path += "?q=onerror"
                    }
                    let answer = try await client.execute(
                        uri: path,
                        method: .get,
                        headers: [.accept: "text/html"]
                    )
                    if answer.status == .ok { seen.insert(route) }
                    #expect(answer.status.code < 500, "\(path): \(answer.text.prefix(300))")
                    check(answer, path)
                }
            }
            // There is no job, and files have names of their own.
            let missing = Set(routes).subtracting(seen)
            #expect(missing == ["/api/v1/add/{job}", "/add/{job}", "/assets/{name}"])
        }
    }

    private func check(_ answer: TestResponse, _ path: String) {
        let type = answer.headers[.contentType] ?? "none"
        #expect(answer.headers[.xContentTypeOptions] == "nosniff", "\(path)")
        #expect(answer.headers[.setCookie]?.contains("a=b") != true, "\(path)")
        for field in answer.headers {
            #expect(
                !field.value.contains { $0.isNewline } && !field.value.contains("alert"),
                "\(path): \(field)"
            )
        }
        switch type.prefix(while: { $0 != ";" }) {
        case "text/html":
            #expect(!answer.text.contains("<img") && !answer.text.contains("<script>"), "\(path)")
            let address = answer.text.firstMatch(of: /(href|src|action)="\s*javascript:/)
            #expect(address == nil, "\(path)")
        case "application/atom+xml", "application/tei+xml":
            #expect(!answer.text.contains("<img") && !answer.text.contains("<script"), "\(path)")
            #expect(!answer.text.contains("href=\"javascript:"), "\(path)")
        case "application/json", "application/problem+json", "application/feed+json", "application/ld+json":
            let value = try? JSONSerialization.jsonObject(with: Data(answer.text.utf8))
            #expect(value != nil, "\(path)")
        case "text/plain", "text/css", "text/javascript", "image/svg+xml":
            #expect(!answer.text.contains("alert"), "\(path)")
        default:
            // What browsers keep and do not show.
            #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment") == true, "\(path): \(type)")
        }
    }
}
