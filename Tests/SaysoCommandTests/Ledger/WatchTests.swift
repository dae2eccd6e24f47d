import Foundation
import TestServer
import Testing

@testable import SaysoCommand

@Suite("Watching")
struct WatchTests {
    @Test("A feed's article is added and told of; what changes is told of, and nothing twice")
    func follow() async throws {
        let folder = try TemporaryFolder()
        let ledger = folder.path + "/news.sayso"
        let feed = """
            <rss version="2.0"><channel><title>Coastwire</title><item><title>Velm ferry</title>\
            <link>/ferry</link></item></channel></rss>
            """
        try await TestServer.with { request in
            let page = Samples.page()
            let body = request.target == "/feed.xml" ? feed : request.target == "/ferry" ? page : ""
            let tag = "\"\(body.utf8.count)\""
            if !body.isEmpty, request.field("If-None-Match") == tag {
                return [.send("HTTP/1.1 304 Not Modified\r\nContent-Length: 0\r\n\r\n")]
            }
            let head = "HTTP/1.1 \(body.isEmpty ? 404 : 200) X\r\nETag: \(tag)\r\n"
            return [.send(head + "Content-Length: \(body.utf8.count)\r\n\r\n" + body)]
        } _: { server in
            let configuration = try folder.file(
                "news.toml",
                """
                feeds = ["\(server.address("/feed.xml"))"]
                least = "1s"
                [[search]]
                name = "ferry"
                query = "ferry"
                [[search]]
                name = "nobody yet"
                query = "ferry outlet:valley.example"
                """
            )
            let run = {
                try Tool.run("watch", "--once", "--allow-private", "--ledger", ledger, configuration)
            }
            let first = try run()
            #expect(first.status == 0, "\(first.errors)")
            let told = try first.records
            #expect(!told.isEmpty)
            #expect(told.allSatisfy { $0["search"] as? String == "ferry" })
            try await Task.sleep(for: .milliseconds(1500))
            let second = try run()
            #expect(second.status == 0, "\(second.errors)")
            #expect(second.text == "")
            #expect(server.requests.contains { $0.target == "/ferry" && $0.field("If-None-Match") != nil })
            let status = try Tool.run("watch", "status", "--ledger", ledger, "--format", "jsonl")
            #expect(
                try status.records.map { $0["kind"] as? String }.sorted { $0 ?? "" < $1 ?? "" } == [
                    "article", "feed",
                ]
            )
            let log = try Tool.run("watch", "log", "--ledger", ledger)
            #expect(log.text.contains("1 entries, 1 new"))
        }
    }

    @Test(
        "A configuration that makes no sense is refused, with the reason",
        arguments: [
            ("feeds = [", "line 1"),
            ("feeds = []", "names neither feeds nor pages"),
            ("feds = [\"https://a.example/\"]", "feds: there is no such setting"),
            ("feeds = [\"ftp://a.example/\"]", "ftp://a.example/"),
            ("feeds = [\"https://a.example/\"]\nleast = \"soon\"", "least wants a duration"),
            ("feeds = [\"https://a.example/\"]\nleast = \"2d\"", "least is longer than most"),
            ("feeds = [\"https://a.example/\"]\n[[search]]\nname = \"a\"", "query"),
            (
                "feeds = [\"https://a.example/\"]\n[[search]]\nname = \"a\"\nquery = \"said:never\"",
                "search a"
            ),
            ("feeds = 7", "feeds has the wrong type"),
        ]
    )
    func bad(text: String, reason: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("news.toml", text)
        let result = try Tool.run("watch", "--once", "--ledger", folder.path + "/x.sayso", file)
        #expect(result.status == 2)
        #expect(result.errors.contains(file) && result.errors.contains(reason), "\(result.errors)")
    }
}
