import Foundation
import SaysoLedger
import Testing

@testable import SaysoCommand

@Suite("Adding to a ledger")
struct AddTests {
    private static let text = """
        Dam at Orrin holds, ministry says

        ORRIN, 3 March 2025 - "The dam is safe," said Mara Osk, the water minister. "We look at it every day."

        Jon Tarrel, an engineer, warned that the spillway would not last the winter.
        """

    private static let page =
        "<html lang=\"en\"><body><article><h1>Dam at Orrin holds, ministry says</h1>"
        + text.split(separator: "\n\n").dropFirst().map { "<p>\($0)</p>" }.joined()
        + "</article></body></html>"

    @Test("What is added is there, once, and the same command changes nothing")
    func twice() throws {
        let folder = try TemporaryFolder()
        let ledger = folder.path + "/news.sayso"
        let article = try folder.file("dam.txt", Self.text)
        let first = try Tool.run("add", "--ledger", ledger, "--format", "jsonl", article)
        let second = try Tool.run("add", "--ledger", ledger, "--format", "jsonl", article)
        #expect([first.status, second.status] == [0, 0], "\(first.errors) \(second.errors)")
        let (added, again) = (try #require(first.records.first), try #require(second.records.first))
        #expect(added["result"] as? String == "added")
        #expect(added["statements"] as? Int ?? 0 > 1)
        #expect(again["result"] as? String == "unchanged")
        #expect(again["revision"] as? String == added["revision"] as? String)
        let opened = try Ledger(ledger, mode: .readOnly)
        #expect(try opened.revisions().map(\.description) == [added["revision"] as? String])
    }

    @Test("An article that changed is a revision")
    func changed() throws {
        let folder = try TemporaryFolder()
        let ledger = folder.path + "/news.sayso"
        var article = try folder.file("dam.txt", Self.text)
        _ = try Tool.run("add", "--ledger", ledger, article)
        article = try folder.file("dam.txt", Self.text.replacing("is safe", with: "is not safe"))
        let result = try Tool.run("add", "--ledger", ledger, "--format", "jsonl", article)
        let record = try #require(result.records.first)
        #expect(record["result"] as? String == "changed")
        #expect(record["changes"] as? Int == 1)
    }

    @Test("An original that was left out can be added later")
    func originalLater() throws {
        let folder = try TemporaryFolder()
        let ledger = folder.path + "/news.sayso"
        let page = try folder.file("dam.html", Self.page)
        for options in [["--without-originals"], [], []] {
            let result = try Tool.run(Tool.path, ["add", "--ledger", ledger, page] + options)
            #expect(result.status == 0, "\(result.errors)")
        }
        let opened = try Ledger(ledger, mode: .readOnly)
        let ids = try opened.revisions()
        #expect(ids.count == 1)
        #expect(try ids.map { try opened.revision($0).source.bytes } == [Array(Self.page.utf8)])
    }

    @Test(
        "The date of an archive's record counts when it can be one, in UTC",
        arguments: [
            ("zzz", nil), ("2999-01-01T00:00:00Z", nil),
            ("2025-03-05T13:00:00+01:00", "2025-03-05T12:00:00Z"),
        ] as [(String, String?)]
    )
    func archiveDate(written: String, retrieved: String?) throws {
        let folder = try TemporaryFolder()
        let ledger = folder.path + "/news.sayso"
        let record = Samples.record("https://coastwire.example/dam", Data(Self.page.utf8))
        let text = String(decoding: record, as: UTF8.self).replacing("2025-03-05T12:00:00Z", with: written)
        let result = try Tool.run("add", "--ledger", ledger, try folder.file("crawl.warc", text))
        let opened = try Ledger(ledger, mode: .readOnly)
        let times = try opened.revisions().map { try opened.revision($0).origin.retrieved }
        #expect(times == [retrieved], "\(result.errors)")
    }

    @Test("One bad document stops no other")
    func bad() throws {
        let folder = try TemporaryFolder()
        let ledger = folder.path + "/news.sayso"
        let (good, empty) = (try folder.file("dam.txt", Self.text), try folder.file("empty.txt", ""))
        let result = try Tool.run("add", "--ledger", ledger, empty, good)
        #expect(result.status == 1)
        #expect(result.text.contains("1 article added"))
        #expect(result.errors.contains("empty.txt"))
    }

    @Test("A ledger is found by its option, else by the environment, else in the user's data folder")
    func places() throws {
        let folder = try TemporaryFolder()
        let article = try folder.file("dam.txt", Self.text)
        let home = ["HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data", "SAYSO_LEDGER": ""]
        let usual = try Tool.run("add", article, environment: home)
        #expect(usual.status == 0, "\(usual.errors)")
        let named = try Tool.run("add", article, environment: ["SAYSO_LEDGER": folder.path + "/named.sayso"])
        #expect(named.status == 0, "\(named.errors)")
        let expected = LedgerOptions.usual(home)
        #expect(FileManager.default.fileExists(atPath: expected))
        #expect(FileManager.default.fileExists(atPath: folder.path + "/named.sayso"))
    }

    @Test(
        "What is no ledger is left as it is, and said",
        arguments: ["", "x", String(repeating: "no ledger ", count: 500)]
    )
    func noLedger(content: String) throws {
        let folder = try TemporaryFolder()
        let (article, other) = (try folder.file("dam.txt", Self.text), try folder.file("other", content))
        // An empty file is what `mktemp` makes, and becomes a ledger.
        let result = try Tool.run("add", "--ledger", other, article)
        #expect(result.status == (content.isEmpty ? 0 : 1))
        if content.isEmpty { return }
        #expect(result.errors.contains("\(other): not a ledger"))
        #expect(try String(contentsOfFile: other, encoding: .utf8) == content)
    }
}
