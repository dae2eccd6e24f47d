import Foundation
import Testing

@Suite("Asking a ledger")
struct LedgerQuestionTests {
    /// Commands that print rows, and what tables say without any.
    private static let rows: [[String]] = [
        ["search", "dam"], ["timeline", "p1"], ["timeline", "p1", "--by", "month"], ["speakers", "list"],
        ["speakers", "show", "p1"], ["speakers", "doubts"], ["speakers", "log"], ["stats"],
        ["compare", "Coastwire", "Fenpost"], ["clusters"], ["cluster", "1"], ["changes"],
        ["watch", "status"],
        ["watch", "log"], ["verify"],
    ]

    @Test("All forms of rows say the same, without colours", arguments: rows)
    func formats(command: [String]) throws {
        let results = try ["table", "json", "jsonl", "csv"].map {
            try PressLedger.run(command + ["--format", $0])
        }
        for result in results {
            #expect(result.status == 0, "\(result.errors)")
            #expect(!result.output.contains(0x1B))
        }
        #expect(!results[0].output.isEmpty)
        let array = try JSONSerialization.jsonObject(with: results[1].output) as? [[String: Any]]
        let (json, lines) = (try #require(array), try results[2].records)
        #expect(json as NSArray == lines as NSArray)
        let names = results[3].text.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
        for record in json { #expect(Set(record.keys) == Set(names)) }
        // No field of these has a line end.
        #expect(results[3].text.split(separator: "\n").count == json.count + 1)
    }

    @Test(
        "Nothing found is no error, and said to people only",
        arguments: [
            (["search", "zeppelin"], "nothing found\n"),
            (["search", "--said", "1999", "dam"], "nothing found\n"),
            (["speakers", "list", "zeppelin"], "no speakers\n"), (["speakers", "log"], "no decisions\n"),
            (["clusters", "--until", "1999"], "no quotations\n"),
            (["changes", "--until", "1999"], "no changes\n"),
            (["changes", "--kind", "headline"], "no changes\n"),
            (["timeline", "p1", "--said", "1999"], "the water board: no statements\n"),
        ]
    )
    func nothing(command: [String], words: String) throws {
        let table = try PressLedger.run(command)
        #expect(table.status == 0)
        if command[0] == "timeline" {
            #expect(table.text.hasSuffix(": no statements\n"))
        } else {
            #expect(table.text == words)
        }
        #expect(try PressLedger.run(command + ["--format", "json"]).text == "[]\n")
        #expect(try PressLedger.run(command + ["--format", "jsonl"]).text.isEmpty)
        #expect(try PressLedger.run(command + ["--format", "csv"]).text.split(separator: "\n").count == 1)
    }

    @Test(
        "A name that nobody has is said, in the same words everywhere",
        arguments: [
            ["search", "--speaker", "Zeppelin"], ["timeline", "Zeppelin"], ["speakers", "show", "Zeppelin"],
            ["speakers", "show", "p999"], ["speakers", "merge", "p1", "Zeppelin"],
            ["speakers", "rename", "Zeppelin", "x"], ["stats", "--speaker", "Zeppelin"],
            ["compare", "Coastwire", "Fenpost", "--speaker", "Zeppelin"],
            ["clusters", "--speaker", "Zeppelin"],
            ["changes", "--speaker", "Zeppelin"], ["export", "--speaker", "Zeppelin"],
            ["search", "--outlet", "Zeppelin", "dam"], ["search", "outlet:Zeppelin"],
            ["stats", "--outlet", "Zeppelin"], ["compare", "Coastwire", "Zeppelin"],
            ["clusters", "--outlet", "Zeppelin"], ["changes", "--outlet", "Zeppelin"],
            ["export", "--outlet", "Zeppelin"],
        ]
    )
    func unknown(command: [String]) throws {
        let result = try PressLedger.run(command)
        #expect(result.status == 1)
        #expect(result.output.isEmpty)
        let isOutlet =
            command.contains { $0.contains("outlet") } || command[0] == "compare" && command.count == 3
        let name = command.contains("p999") ? "p999" : "Zeppelin"
        #expect(
            result.errors
                == (isOutlet
                    ? "sayso: \(name): there is no such outlet in the ledger, by name or host\n"
                    : "sayso: \(name): there is no such speaker in the ledger\n")
        )
    }

    @Test(
        "Where one is wanted, a name of several is answered with all of them",
        arguments: [
            ["timeline", "mara osk"], ["speakers", "show", "Mara Osk"], ["speakers", "merge", "Osk", "p1"],
            ["stats", "--speaker", "Dr. Mara Osk"],
        ]
    )
    func ambiguous(command: [String]) throws {
        let result = try PressLedger.run(command)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("Mara Osk, water minister (2)"))
        #expect(result.errors.contains("Mara Osk, harbour pilot of Tamsin (2)"))
    }

    @Test("What was looked for is marked; places in JSON are those of the content")
    func search() throws {
        let result = try PressLedger.run("search", "--outlet", "fenpost.example", "boats")
        #expect(result.text.contains("\n  “We have forty [boats], and each of them floats,”\n"))
        #expect(result.text.hasPrefix("2025-03-05  Mara Osk, harbour pilot of Tamsin  "))
        let record = try #require(
            try PressLedger.run("search", "--outlet", "Fenpost", "--format", "jsonl", "boats").records.first
        )
        let content = Array(try #require(record["content"] as? String).unicodeScalars)
        let marks = try #require(record["marks"] as? [[Int]])
        #expect(marks.map { String(String.UnicodeScalarView(content[$0[0]..<$0[1]])) } == ["boats"])
        #expect(record["published"] as? String == "2025-03-05T10:00:00Z")
    }

    @Test("A search goes on where it ended")
    func cursor() throws {
        func names(_ result: Tool.Result) throws -> [String] {
            try result.records.compactMap { $0["statement"] as? String }
        }
        let all = try names(try PressLedger.run("search", "--format", "jsonl", "dam OR spillway"))
        #expect(all.count > 3)
        let first = try PressLedger.run("search", "--format", "jsonl", "--limit", "2", "dam OR spillway")
        let cursor = try #require(first.errors.firstMatch(of: /--cursor (\S+)\n/)?.1)
        let rest = try PressLedger.run(
            "search",
            "--format",
            "jsonl",
            "--cursor",
            "\(cursor)",
            "dam OR spillway"
        )
        #expect(try names(first) + names(rest) == all)
    }

    @Test("One speaker, day by day")
    func timeline() throws {
        let pilot = try #require(
            try PressLedger.run("speakers", "list", "osk", "--format", "jsonl").records.first {
                $0["role"] as? String == "harbour pilot of Tamsin"
            }?["id"] as? String
        )
        let days = try PressLedger.run("timeline", pilot, "--format", "jsonl").records
        #expect(days.map { $0["day"] as? String } == ["2025-03-05", "2025-03-05"])
        let counts = try PressLedger.run("timeline", pilot, "--by", "year", "--format", "csv")
        #expect(counts.text == "year,statements,articles\n2025,2,1\n")
        let about = try PressLedger.run("timeline", pilot, "--about", "boats -larger", "--format", "jsonl")
        #expect(try about.records.count == 1)
    }

    @Test("A quotation in two outlets, with the differences word by word")
    func cluster() throws {
        let statement = try PressLedger.statement("look at every stone", outlet: "Coastwire")
        let result = try PressLedger.run("cluster", String(statement.dropFirst(0)))
        #expect(result.text.hasPrefix("Cluster "))
        #expect(result.text.contains("every single [-week-] {+day+} of the year,”"))
        let records = try PressLedger.run("cluster", statement, "--format", "jsonl").records
        #expect(records.map { $0["outlet"] as? String } == ["Coastwire", "Fenpost"])
        #expect(records[0]["difference"] is NSNull)
        let parts = try #require(records[1]["difference"] as? [[String: String]])
        #expect(parts.compactMap { $0["gone"] } == ["week"])
        #expect(parts.compactMap { $0["come"] } == ["day"])
        let number = try #require(records[0]["cluster"] as? Int)
        let listed = try PressLedger.run("clusters", "--speaker", "Osk", "--format", "jsonl").records
        #expect(listed.map { $0["cluster"] as? Int } == [number])
        // Copies of one story count as one outlet.
        #expect(listed.first?["outlets"] as? Int == 1)
        #expect(listed.first?["articles"] as? Int == 2)
        #expect(try PressLedger.run("cluster", "999").status == 1)
        for wrong in ["first", "12.x", String(statement.prefix(16))] {
            #expect(try PressLedger.run("cluster", wrong).status == 2)
        }
    }

    @Test("What was changed, word by word")
    func changes() throws {
        let result = try PressLedger.run("changes", "--kind", "reworded")
        let lines = result.text.split(separator: "\n")
        #expect(lines.first?.hasSuffix("  reworded  silently  Mara Osk") == true)
        #expect(result.text.contains("every single [-day-] {+week+} of the year,”"))
        #expect(
            lines.last?.hasSuffix(" · Coastwire · Dam at Orrin holds · https://coastwire.example/dam") == true
        )
        let records = try PressLedger.run("changes", "--format", "jsonl").records
        #expect(records.map { $0["kind"] as? String } == ["reworded"])
        let record = try #require(records.first)
        let parts = try #require(record["difference"] as? [[String: String]])
        #expect(parts.compactMap { $0["gone"] } == ["day"])
        #expect(parts.compactMap { $0["come"] } == ["week"])
        #expect((record["before"] as? String)?.contains("single day") == true)
        #expect(record["speakers"] as? [String] == ["Mara Osk"])
        #expect(record["former_speakers"] as? [String] == ["Mara Osk"])
        for filter in [["--speaker", "Osk"], ["--outlet", "coastwire.example"], ["--silent"]] {
            #expect(try PressLedger.run(["changes", "--format", "jsonl"] + filter).records.count == 1)
        }
        for filter in [["--speaker", "Tarrel"], ["--outlet", "Fenpost"], ["--kind", "added,removed"]] {
            #expect(try PressLedger.run(["changes", "--format", "jsonl"] + filter).records.isEmpty)
        }
    }

    @Test("Sources are counted, and each share is of all")
    func stats() throws {
        let records = try PressLedger.run("stats", "--format", "jsonl").records
        func counts(_ group: String) -> [String: Int] {
            Dictionary(
                records.filter { $0["group"] as? String == group }.compactMap { record in
                    (record["name"] as? String).flatMap { name in
                        (record["statements"] as? Int).map { (name, $0) }
                    }
                },
                uniquingKeysWith: +
            )
        }
        let all = try #require(counts("all")["all"])
        for group in ["source", "form", "kind"] {
            #expect(counts(group).values.reduce(0, +) == all, "\(group)")
        }
        #expect(counts("source")["unnamed"] == 2)
        #expect(counts("quoted")["Jon Tarrel"] ?? 0 > 3)
        let one = try PressLedger.run(
            "stats",
            "--outlet",
            "Fenpost",
            "--since",
            "2025-03-05",
            "--format",
            "jsonl"
        )
        #expect(try one.records.first?["articles"] as? Int == 1)
    }

    @Test("What both reported, and what one left out")
    func compare() throws {
        let records = try PressLedger.run("compare", "coastwire.example", "fenpost", "--format", "jsonl")
            .records
        func speakers(_ result: String) -> [[String]] {
            records.filter { $0["reported"] as? String == result }.compactMap { $0["speakers"] as? [String] }
        }
        #expect(speakers("both").contains(["Mara Osk"]))
        #expect(speakers("first").isEmpty)
        #expect(speakers("second") == [["Mara Osk"], ["Mara Osk"]])
        #expect(try PressLedger.run("compare", "Coastwire", "coastwire.example").status == 2)
    }
}
