import Foundation
import SaysoArticles
import TestServer
import Testing

@testable import SaysoCommand

@Suite("Addresses as inputs")
struct AddressTests {
    private static let address = "https://coastwire.example/ferry"

    /// The records of what a web of one page answers.
    private func records(_ arguments: [String], _ page: PageFetcher.Page?) async -> [ArticleRecord] {
        let fetch = PageFetcher { (address) throws(InputFile.Failure) in
            guard let page, address == Self.address else {
                throw InputFile.Failure(code: "status", reason: "the server answers 404, which is no article")
            }
            return page
        }
        var reader = DocumentReader(arguments, fetch: fetch)
        var records: [ArticleRecord] = []
        while let document = await reader.next() { records.append(ArticleRecord(document)) }
        return records
    }

    private func page(_ body: String) -> PageFetcher.Page {
        PageFetcher.Page(
            url: "https://www.coastwire.example/ferry",
            contentType: "text/html; charset=utf-8",
            retrieved: StatedTime(year: 2025, month: 3, day: 5),
            body: Array(body.utf8)
        )
    }

    @Test("A page is an article that knows where it was got")
    func single() async throws {
        let records = await records([Self.address], page(Samples.page()))
        let record = try #require(records.first)
        #expect(records.count == 1)
        #expect(record.isAlone)
        #expect(record.id == .text("https://www.coastwire.example/ferry"))
        #expect(record.path == Self.address)
        #expect(record.url == "https://www.coastwire.example/ferry")
        #expect(record.format == "html")
        #expect(record.headline == "Velm ferry to sail again")
    }

    @Test("A feed is as many articles as it has entries")
    func feed() async {
        let records = await records([Self.address], page(Samples.feed))
        #expect(records.map(\.provenance.entry?.number) == [1, 2, 3])
        #expect(records.allSatisfy { !$0.isAlone && $0.format == "feed" })
    }

    @Test("What is not there is said, and the rest is done")
    func missing() async throws {
        let folder = try TemporaryFolder()
        let text = try folder.file("a.txt", "Nils Orrin said no.")
        let records = await records(
            ["https://coastwire.example/gone", Self.address, text],
            page(Samples.page())
        )
        #expect(records.map { $0.errors.first?.code } == ["status", nil, nil])
        #expect(
            records[0].errors[0].message
                == "https://coastwire.example/gone: the server answers 404, which is no article"
        )
    }

    @Test("A page of the web is read, after robots.txt")
    func served() async throws {
        let page = Samples.page()
        let result = try await TestServer.with { request in
            let body = request.target == "/ferry" ? page : ""
            let head = "HTTP/1.1 \(body.isEmpty ? 404 : 200) X\r\nContent-Type: text/html\r\n"
            return [.send(head + "Content-Length: \(body.utf8.count)\r\n\r\n" + body)]
        } _: { server in
            let address = server.address("/ferry")
            let result = try Tool.run("article", "--format", "json", "--allow-private", address)
            #expect(server.targets == ["/robots.txt", "/ferry"])
            return result
        }
        #expect(result.errors.isEmpty)
        let object = try #require(JSONSerialization.jsonObject(with: result.output) as? [String: Any])
        #expect(object["headline"] as? String == "Velm ferry to sail again")
    }

    @Test("A page that is cut off is an article all the same, and is said to be cut off")
    func cutOff() async throws {
        let page = Samples.page()
        try await TestServer.with { request in
            if request.target == "/robots.txt" { return .response(404) }
            let length = page.utf8.count + (request.target == "/cut" ? 9 : 0)
            return [
                .send("HTTP/1.1 200 X\r\nContent-Type: text/html\r\nContent-Length: \(length)\r\n\r\n" + page)
            ]
                + (request.target == "/cut" ? [.close] : [])
        } _: { server in
            let address = server.address("/cut")
            let result = try Tool.run("article", "--allow-private", address)
            #expect(result.status == 1)
            #expect(result.text.contains("Velm ferry to sail again"))
            #expect(
                result.errors == "sayso: \(address): is cut off: the server closed the connection early\n"
            )
            let both = try Tool.run("article", "--format", "json", "--allow-private", address)
            let list = try both.records
            #expect(list.map { ($0["errors"] as? [[String: String]])?.first?["code"] } == [nil, "damaged"])
        }
    }

    @Test("A body that is not in the coding it names is said alike, from an address and from an archive")
    func falseCoding() async throws {
        let page = Samples.page()
        try await TestServer.with { request in
            request.target == "/robots.txt"
                ? .response(404) : .response(200, page, "Content-Type: text/html", "Content-Encoding: gzip")
        } _: { server in
            let folder = try TemporaryFolder()
            let (address, archive) = (server.address("/ferry"), folder.path + "/a.warc.gz")
            let fetched = try Tool.run("fetch", "--allow-private", "--output", archive, address)
            #expect(fetched.status == 0)
            for input in [address, archive] {
                let result = try Tool.run("article", "--allow-private", input)
                #expect(result.status == 1)
                #expect(result.text.contains("Velm ferry to sail again"))
                #expect(result.errors.contains("sayso: \(input): "))
                #expect(result.errors.contains(": the body is not gzip\n"))
            }
        }
    }

    @Test("Between pages of a host is the pause that its robots.txt asks for")
    func crawlDelay() async throws {
        let page = Samples.page()
        try await TestServer.with { request in
            request.target == "/robots.txt"
                ? .response(200, "User-agent: *\nCrawl-delay: 2")
                : .response(200, page, "Content-Type: text/html")
        } _: { server in
            let result = try Tool.run(
                "article",
                "--allow-private",
                server.address("/a"),
                server.address("/b")
            )
            #expect(result.status == 0)
            #expect(server.targets == ["/robots.txt", "/a", "/b"])
            #expect(server.times[2] - server.times[1] >= .seconds(2))
        }
    }

    @Test(
        "What is neither an address that is read nor a file",
        arguments: [
            ("", "an empty name: name a file, a folder or an address"),
            (
                "ftp://coastwire.example/a",
                "ftp://coastwire.example/a: of addresses, only those with http and https are read"
            ),
            ("file:///tmp/a.html", "file:///tmp/a.html: give the file's path, as in /tmp/a.html"),
        ]
    )
    func noAddress(argument: String, message: String) throws {
        for command in ["article", "extract"] {
            let result = try Tool.run(command, argument)
            #expect(result.status == 1)
            #expect(result.errors == "sayso: \(message)\n")
        }
    }

    @Test("Private addresses are not connected to")
    func privateAddress() throws {
        let result = try Tool.run("article", "--format", "json", "http://127.0.0.1:9/x")
        #expect(result.status == 1)
        #expect(result.errors.hasPrefix("sayso: http://127.0.0.1:9/x: "))
        #expect(result.errors.contains("loopback"))
        let object = try #require(JSONSerialization.jsonObject(with: result.output) as? [String: Any])
        let errors = try #require(object["errors"] as? [[String: String]])
        #expect(errors.first?["code"] == "refused-address")
    }

    @Test("A contact that is none is wrong usage")
    func contact() throws {
        let environment = ["SAYSO_CONTACT": "nobody"]
        let result = try Tool.run("article", "https://coastwire.example/", environment: environment)
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("sayso: SAYSO_CONTACT: "))
    }

    @Test(
        "What is an address",
        arguments: [
            ("https://a.example", true), ("HTTP://a.example", true), ("ftp://a.example", false),
            ("https:a", false),
            ("a.html", false), ("-", false),
        ]
    )
    func addresses(argument: String, isAddress: Bool) {
        #expect(PageFetcher.isAddress(argument) == isAddress)
    }
}
