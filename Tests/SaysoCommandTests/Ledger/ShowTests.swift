import Foundation
import Testing

@Suite("Showing what is in a ledger")
struct ShowTests {
    private static func statement() throws -> String {
        try PressLedger.statement("look at every stone", outlet: "Coastwire")
    }

    @Test("A statement stands in its paragraph, with its history")
    func text() throws {
        let name = try Self.statement()
        let result = try PressLedger.run("show", name)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.text.contains("  [“The dam is safe, and we look at every stone of it"))
        #expect(result.text.contains("{said} <Mara"))
        #expect(result.text.contains("\nchanged      reworded, silently: “The dam is safe"))
        #expect(result.text.contains("{+week+}"))
        #expect(result.text.contains("\nrevision 2   \(name.prefix(16))"))
        // Four digits do, whatever their case.
        let short = try PressLedger.run("show", name.prefix(4).uppercased() + name.dropFirst(16))
        #expect(short.text == result.text)
    }

    @Test("JSON names the bytes, and those are in the source")
    func json() throws {
        let name = try Self.statement()
        let result = try PressLedger.run("show", "--format", "json", name)
        let object = try #require(
            try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
        )
        #expect(object["revision"] as? String == String(name.prefix(16)))
        #expect((object["revisions"] as? [Any])?.count == 2)
        let statement = try #require((object["statements"] as? [[String: Any]])?.first)
        #expect(statement["id"] as? String == name)
        let change = try #require((statement["changes"] as? [[String: Any]])?.first)
        let parts = try #require(change["difference"] as? [[String: String]])
        #expect(parts.compactMap { $0["come"] } == ["week"])
        #expect((statement["appearances"] as? [[String: Any]])?.first?["outlet"] as? String == "Fenpost")
        let cue = try #require(statement["cue"] as? [String: Any])
        let bytes = try #require((cue["bytes"] as? [[Int]])?.first)
        let source = try PressLedger.run("source", name).output
        #expect(String(decoding: source[bytes[0]..<bytes[1]], as: UTF8.self) == cue["text"] as? String)
        let page = try PressLedger.shared.get().folder.path + "/dam.html"
        #expect(try Data(contentsOf: URL(fileURLWithPath: page)) == source)
        #expect(try PressLedger.run("show", "--source", name).output == source)
    }

    @Test("A revision has all of its statements")
    func revision() throws {
        let revision = String(try Self.statement().prefix(16))
        let result = try PressLedger.run("show", revision)
        let count = result.text.matches(of: /\n\n[0-9a-f]{16}\.[0-9]+\n/).count
        let found = try PressLedger.run("search", "--format", "jsonl", "--outlet", "Coastwire").records
        #expect(count == found.count)
    }

    @Test("What is no name is told from what is not there", arguments: ["show", "source"])
    func wrong(command: String) throws {
        let name = try Self.statement()
        for (text, status) in [
            ("dam", 2), ("123", 2), ("zzzz", 2), ("\(name).1", 2), ("\(name.prefix(16)).0", 2),
            ("\(name.prefix(16)).999", 1), ("0000000000000001", 1),
        ] {
            let result = try PressLedger.run(command, text)
            #expect(result.status == status, "\(text)")
            #expect(result.errors.hasPrefix("sayso: ") && result.output.isEmpty)
        }
    }
}
