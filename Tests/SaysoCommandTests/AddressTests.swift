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
