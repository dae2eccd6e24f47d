import Foundation
import Testing

@Suite("Speakers of a ledger")
struct SpeakersTests {
    /// A ledger that may be changed, and what was asked of it.
    private struct Desk {
        let folder: TemporaryFolder
        let path: String

        init() throws { (folder, path) = try PressLedger.copy() }

        func run(_ arguments: String...) throws -> Tool.Result {
            try PressLedger.run(["speakers"] + arguments, ledger: path)
        }

        /// The id of the speaker of this name and role.
        func id(_ name: String, _ role: String?) throws -> String {
            let speakers = try run("list", name, "--format", "jsonl").records
            return try #require(speakers.first { $0["role"] as? String == role }?["id"] as? String)
        }

        func contents(of speaker: String) throws -> [String] {
            try PressLedger.run("timeline", speaker, "--format", "jsonl", ledger: path).records
                .compactMap { $0["content"] as? String }
        }
    }

    @Test("Those with the most statements come first, with what they are")
    func list() throws {
        let records = try PressLedger.run("speakers", "list", "--format", "jsonl").records
        let counts = records.compactMap { $0["statements"] as? Int }
        #expect(counts == counts.sorted(by: >))
        #expect(records.first?["name"] as? String == "Jon Tarrel")
        #expect(!records.contains { $0["kind"] as? String == "unnamed" })
        let unnamed = try PressLedger.run("speakers", "list", "--kind", "unnamed", "--format", "jsonl")
            .records
        #expect(unnamed.count == 2)
        let osks = try PressLedger.run("speakers", "list", "os", "MAR", "--format", "jsonl").records
        #expect(Set(osks.map { $0["name"] as? String }) == ["Mara Osk"])
        #expect(osks.count == 3)
    }

    @Test("Merged speakers are one in every answer, the log has it, and undone they are as before")
    func merge() throws {
        let desk = try Desk()
        let (minister, plain) = (try desk.id("osk", "water minister"), try desk.id("osk", nil))
        let before = try desk.run("list", "--format", "csv").text
        let merged = try desk.run("merge", minister, plain)
        #expect(
            merged.text
                == "merge \(plain) (Mara Osk) into \(minister) (Mara Osk): sayso speakers undo 1 undoes it\n"
        )
        #expect(try desk.contents(of: minister).contains("The dam is safe. We look at it every day."))
        let shown = try desk.run("show", plain)
        #expect(shown.text.hasPrefix("\(minister) Mara Osk, water minister (person)\n"))
        let log = try #require(try desk.run("log", "--format", "jsonl").records.first)
        #expect(log["action"] as? String == "merge")
        #expect(log["speakers"] as? [String] == [minister, plain])
        #expect(log["undone"] is NSNull)
        #expect(try desk.run("undo").text.hasSuffix(": undone\n"))
        #expect(try desk.run("list", "--format", "csv").text == before)
        #expect(try desk.run("log", "--format", "jsonl").records.first?["undone"] is String)
        #expect(try desk.run("undo").status == 2)
        #expect(try desk.run("undo", "7").status == 1)
        #expect(try desk.run("merge", minister, minister).status == 2)
    }

    @Test("A statement that was split off is somebody else's in every answer")
    func split() throws {
        let desk = try Desk()
        let tarrel = try desk.id("tarrel", "engineer at the Ellery Institute")
        let statement = try PressLedger.statement("spillway would not last", outlet: "Coastwire")
        // Names of statements may be shortened, as everywhere.
        let short = statement.prefix(6) + statement.dropFirst(16)
        let result = try desk.run("split", tarrel, "--statements", "\(short)", "--name", "Jon Tarrel junior")
        #expect(result.status == 0, "\(result.errors)")
        #expect(try desk.contents(of: "tarrel junior") == ["that the spillway would not last the winter"])
        let found = try PressLedger.run(
            "search",
            "--format",
            "jsonl",
            "outlet:coastwire spillway",
            ledger: desk.path
        )
        #expect(try found.records.first?["speakers"] as? [String] == ["Jon Tarrel junior"])
        let cluster = try PressLedger.run("cluster", statement, "--format", "jsonl", ledger: desk.path)
        #expect(try cluster.records.first?["speakers"] as? [String] == ["Jon Tarrel junior"])
        let compared = try PressLedger.run(
            "compare",
            "Coastwire",
            "Fenpost",
            "--format",
            "jsonl",
            ledger: desk.path
        )
        #expect(try compared.records.contains { $0["speakers"] as? [String] == ["Jon Tarrel junior"] })
        #expect(try desk.run("undo").status == 0)
        #expect(try desk.run("list", "junior").text == "no speakers\n")
    }

    @Test("A name and an address that a person gave")
    func names() throws {
        let desk = try Desk()
        let pilot = try desk.id("osk", "harbour pilot of Tamsin")
        #expect(try desk.run("rename", pilot, "Mára Osk-Lund").status == 0)
        #expect(try desk.run("link", "mara osk lund", "Q42").status == 0)
        let shown = try desk.run("show", "osk-lund")
        #expect(shown.text.hasPrefix("\(pilot) Mára Osk-Lund, harbour pilot of Tamsin (person)\n"))
        #expect(shown.text.contains("\nhttps://www.wikidata.org/wiki/Q42\n"))
        #expect(shown.text.contains("\n2 statements in 1 article, 2025-03-05\n"))
        let late = try desk.run("undo", "1")
        #expect(late.status == 2)
        #expect(late.errors.contains("decision 2 (link "))
        for (command, status) in [
            (["rename", pilot, " "], 2), (["rename", pilot, "p7"], 2), (["link", pilot, "nowhere"], 2),
            (["split", pilot, "--roles", "mayor"], 2),
            (["split", pilot, "--articles", "https://x.example/"], 2),
            (["split", pilot, "--statements", "0000000000000001.1"], 1),
        ] {
            let result = try PressLedger.run(["speakers"] + command, ledger: desk.path)
            #expect(result.status == Int32(status), "\(command): \(result.errors)")
        }
        #expect(try desk.run("log", "--format", "jsonl").records.count == 2)
    }

    @Test("Who may be one is listed with the reason")
    func doubts() throws {
        let records = try PressLedger.run("speakers", "doubts", "--format", "jsonl").records
        #expect(records.contains { ($0["reason"] as? String)?.contains("without a role") == true })
    }
}
