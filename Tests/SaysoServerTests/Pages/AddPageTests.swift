import HTTPTypes
import HummingbirdTesting
import NIOCore
import SaysoLedger
import Testing

@testable import SaysoServer

@Suite("Adding by pages")
struct AddPageTests {
    /// Reads what is handed in as a test says, and adds one article for each text.
    private static func intake(_ ledger: InventedLedger) -> Intake {
        Intake(extract: { _ in [] }) { submission, tell in
            switch submission {
            case .address(let address):
                throw IntakeError(code: "refused-address", message: "\(address): this machine’s own address")
            case .bytes(let bytes, _, let address, let name):
                guard !bytes.isEmpty else {
                    throw IntakeError(code: "empty", message: "there is nothing in it")
                }
                guard !bytes.contains(0) else {
                    throw IntakeError(code: "binary", message: "this is no text")
                }
                tell(.found(1))
                let writer = try Ledger(ledger.path)
                defer { try? writer.close() }
                let words = String(decoding: bytes, as: UTF8.self)
                let revision = Revision(
                    name ?? "pasted",
                    headline: "Head of \(words)",
                    [.init("Mara Osk", nil, words)]
                )
                let added = try writer.add([revision])[0]
                tell(.read)
                tell(
                    .added(
                        AddedArticle(
                            result: "added",
                            revision: added.id,
                            statements: 1,
                            changes: 0,
                            article: revision.key,
                            path: submission.path
                        )
                    )
                )
                _ = address
            }
        }
    }

    private static func body(_ parts: [(head: String, bytes: [UInt8])]) -> ByteBuffer {
        var buffer = ByteBuffer()
        for part in parts {
            buffer.writeString("--edge\r\nContent-Disposition: form-data; \(part.head)\r\n\r\n")
            buffer.writeBytes(part.bytes + Array("\r\n".utf8))
        }
        buffer.writeString("--edge--\r\n")
        return buffer
    }

    private static func send(
        _ visitor: Visitor,
        _ parts: [(head: String, bytes: [UInt8])],
        token: String? = nil
    ) async throws -> TestResponse {
        let token = (head: "name=\"form_token\"", bytes: Array((token ?? visitor.token).utf8))
        var headers: HTTPFields = [.accept: "text/html", .contentType: "multipart/form-data; boundary=edge"]
        headers[.cookie] = visitor.cookie
        return try await visitor.client.execute(
            uri: "/add",
            method: .post,
            headers: headers,
            body: body([token] + parts)
        )
    }

    @Test(
        "Good, broken and empty files, a paste and an address in one go: each is told of, with the next step"
    )
    func upload() async throws {
        let ledger = try InventedLedger([])
        try await ledger.server(intake: Self.intake(ledger)).application.test(.router) { client in
            var visitor = Visitor(client)
            let page = try await visitor.get("/add").plain
            PeoplePagesTests.check(page)
            #expect(page.contains("enctype=\"multipart/form-data\"") && page.contains("up to 32 MiB"))
            let answer = try await Self.send(
                visitor,
                [
                    (
                        "name=\"files\"; filename=\"good.txt\"\r\nContent-Type: text/plain",
                        Array("the quay <b>".utf8)
                    ),
                    ("name=\"files\"; filename=\"empty.html\"", []),
                    ("name=\"files\"; filename=\"pic<ture.png\"", [0x89, 0, 1]),
                    ("name=\"text\"", Array("a paste".utf8)), ("name=\"source\"", []),
                    ("name=\"addresses\"", Array("http://127.0.0.1:9/x".utf8)),
                ]
            )
            #expect(answer.status == .seeOther, "\(answer.plain)")
            let place = try #require(answer.headers[.location])
            #expect(place.hasPrefix("/add/"))
            var end = try await visitor.get(place)
            for _ in 0..<1000 where end.plain.contains("data-job") {
                try await Task.sleep(for: .milliseconds(10))
                end = try await visitor.get(place)
            }
            PeoplePagesTests.check(end.plain)
            for words in [
                "2 new articles", "2 new statements", "Head of the quay &lt;b&gt;",
                "3 documents were not added",
                "empty.html", "pic&lt;ture.png", "this is no text", "Save the article as a web page",
                "http://127.0.0.1:9/x", "Only pages of the public web are fetched", "the pasted text",
            ] { #expect(end.plain.contains(words), "\(words)") }
            #expect(!end.plain.contains("http-equiv"))
            #expect(try ledger.read { try $0.articles(limit: 9).articles.count } == 2)
        }
    }

    @Test("While it goes on, the page has a bar, a script, and looks again without one")
    func progress() async throws {
        let ledger = try InventedLedger([])
        let intake = Intake(extract: { _ in [] }) { _, tell in
            tell(.found(4))
            tell(.read)
            try await Task.sleep(for: .seconds(60))
        }
        try await ledger.server(intake: intake) { $0.jobTime = 1 }.application.test(.router) { client in
            var visitor = Visitor(client)
            _ = try await visitor.get("/add")
            let answer = try await Self.send(visitor, [("name=\"text\"", Array("a paste".utf8))])
            let place = try #require(answer.headers[.location])
            var page = try await visitor.get(place).plain
            for _ in 0..<90 where !page.contains("1 of 4 documents read") && page.contains("data-job") {
                try await Task.sleep(for: .milliseconds(10))
                page = try await visitor.get(place).plain
            }
            #expect(page.contains("<progress id=\"progress\" max=\"4\" value=\"1\">"))
            #expect(page.contains("<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>"))
            #expect(page.contains("/assets/add.js?v="))
            for _ in 0..<500 where page.contains("data-job") {
                try await Task.sleep(for: .milliseconds(10))
                page = try await visitor.get(place).plain
            }
            #expect(page.contains("role=\"alert\"") && page.contains("Not all was added"))
        }
    }

    @Test("What is missing or wrong is told, and nothing that was typed is lost")
    func wrong() async throws {
        let ledger = try InventedLedger([])
        try await ledger.server(intake: Self.intake(ledger)) { $0.mostBodyBytes = 100_000 }.application.test(
            .router
        ) { client in
            var visitor = Visitor(client)
            _ = try await visitor.get("/add")
            for (parts, words) in [
                ([("name=\"text\"", "  ")], "Choose a file"),
                (
                    [("name=\"text\"", "kept <words>"), ("name=\"source\"", "coastwire")],
                    "“coastwire” is no address"
                ),
                ([("name=\"addresses\"", "file:///etc/passwd")], "is no address"),
                ([("name=\"addresses\"", String(repeating: "http://a.example/ ", count: 51))], "at most 50"),
            ] {
                let answer = try await Self.send(visitor, parts.map { (head: $0.0, bytes: Array($0.1.utf8)) })
                #expect(answer.status == .unprocessableContent)
                #expect(answer.plain.contains(words), "\(words)")
                if words.contains("coastwire") {
                    #expect(answer.plain.contains("kept &lt;words&gt;</textarea>"))
                }
            }
            let large = try await Self.send(
                visitor,
                [("name=\"text\"", [UInt8](repeating: 0x61, count: 100_001))]
            )
            #expect(large.status == .contentTooLarge)
            let old = try await Self.send(visitor, [("name=\"text\"", Array("words".utf8))], token: "AAAA")
            #expect(old.status == .forbidden)
            #expect(try await visitor.get("/add/8000000000000000").status == .notFound)
            #expect(try ledger.read { try $0.articles(limit: 9).articles.isEmpty })
        }
    }

    @Test("Where nothing may be added, the page says so, and a form is refused")
    func readOnly() async throws {
        let ledger = try InventedLedger([])
        try await ledger.server().application.test(.router) { client in
            var visitor = Visitor(client)
            let page = try await visitor.get("/add").plain
            #expect(page.contains("only reads its ledger") && !page.contains("<form action=\"/add\""))
            #expect(
                try await Self.send(visitor, [("name=\"text\"", Array("words".utf8))]).status == .forbidden
            )
        }
    }
}
