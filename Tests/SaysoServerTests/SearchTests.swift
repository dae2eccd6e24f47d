import HTTPTypes
import HummingbirdTesting
import NIOCore
import SaysoServer
import Testing

@Suite("Search over HTTP")
struct SearchTests {
    @Test("What was said is found, with who said it and where the words are")
    func found() async throws {
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.router) { client in
            let answer = try await client.execute(uri: "/api/v1/search?q=quay&speaker=Osk", method: .get)
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentType] == "application/json")
            let hits = try answer.list("results")
            #expect(hits.count == 2)
            #expect(hits.allSatisfy { $0["speakers"] as? [String] == ["Mara Osk"] })
            let first = try #require(hits.first)
            let content = try #require(first["content"] as? String)
            let mark = try #require((first["marks"] as? [[Int]])?.first)
            let scalars = Array(content.unicodeScalars)[mark[0]..<mark[1]]
            #expect(String(String.UnicodeScalarView(scalars)) == "quay")
        }
    }

    @Test("Pages of results follow each other, by cursor and by link")
    func pages() async throws {
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.router) { client in
            var address = "/api/v1/search?sort=oldest&limit=1&q=quay"
            var found: [String] = []
            while true {
                let answer = try await client.execute(uri: address, method: .get)
                found += try answer.list("results").compactMap { $0["statement"] as? String }
                guard let cursor = try answer.json["next"] as? String else { break }
                let link = try #require(answer.headers[HTTPField.Name("Link")!])
                #expect(link.contains("cursor=\(cursor)"))
                address = String(link.dropFirst().prefix { $0 != ">" })
            }
            #expect(found.count == 2)
            #expect(Set(found).count == 2)
        }
    }

    @Test(
        "What makes no sense is answered with the reason",
        arguments: [
            ("limit=0", "limit"), ("limit=many", "limit"), ("colour=red", "colour"), ("q=%", "percent"),
            ("q=%ff", "percent"), ("q=a%00b", "percent"), ("form=shouted", "direct"),
            ("said=yesterday", "2025-03"),
            ("q=(", ""), ("cursor=x", "cursor"), ("changed=perhaps", "true"), ("limit=1&limit=2", "2 times"),
        ]
    )
    func nonsense(query: String, reason: String) async throws {
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.router) { client in
            let answer = try await client.execute(uri: "/api/v1/search?\(query)", method: .get)
            #expect(answer.status == .badRequest)
            #expect(answer.headers[.contentType] == "application/problem+json")
            let problem = try answer.json
            #expect(problem["status"] as? Int == 400)
            #expect(problem["type"] as? String == "urn:sayso:problem:invalid")
            let detail = try #require(problem["detail"] as? String)
            #expect(reason.isEmpty || detail.contains(reason))
            #expect(!detail.contains(ledger.folder))
        }
    }

    @Test("Who has an answer already is not sent it again")
    func tags() async throws {
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.router) { client in
            let first = try await client.execute(uri: "/api/v1/search?q=quay", method: .get)
            let tag = try #require(first.headers[.eTag])
            let second = try await client.execute(
                uri: "/api/v1/search?q=quay",
                method: .get,
                headers: [.ifNoneMatch: "W/\(tag)"]
            )
            #expect(second.status == .notModified)
            #expect(second.body.readableBytes == 0)
            let other = try await client.execute(
                uri: "/api/v1/search?q=boat",
                method: .get,
                headers: [.ifNoneMatch: tag]
            )
            #expect(other.status == .ok)
        }
    }

    @Test("The page shows what was found, with the words marked, and nothing of a question runs as a script")
    func page() async throws {
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.router) { client in
            let answer = try await client.execute(uri: "/?q=quay&speaker=&outlet=Fenpost", method: .get)
            #expect(answer.status == .ok)
            #expect(answer.text.contains("<mark>quay</mark>"))
            #expect(answer.text.contains("<bdi>Fenpost"))
            #expect(!answer.text.contains("<bdi>Coastwire"))
            let script = "%3Cscript%3Ealert(1)%3C/script%3E%22onfocus=x"
            let hostile = try await client.execute(
                uri: "/?q=\(script)&said=2025",
                method: .get,
                headers: [.accept: "text/html"]
            )
            #expect(!hostile.text.contains("<script>"))
            #expect(!hostile.text.contains("\"onfocus"))
        }
    }
}
