import Foundation
import SaysoArticles
import SaysoLedger
import SaysoStatements
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Forms of exports")
struct ExportFormatTests {
    private static let dam = """
        Dam at Orrin holds, ministry says

        <Mara Osk> {said} [“The dam is safe & sound.”] Engineers look at it daily.

        <a ministry report> {warned} [that the “spillway” would not last the winter].
        """

    private static func fill(_ ledger: Ledger) throws {
        var revision = Revision(
            marked: dam,
            url: "https://coastwire.example/dam?a=1&b=2",
            outlet: "Coastwire",
            roles: ["Mara Osk": "minister"]
        )
        revision.speakers[1].kind = .document
        try ledger.add([revision])
        try ledger.add([
            Revision(
                marked: "Another day\n\n<Jon Tarrel> {asked} [who would pay for it].",
                url: "https://valley.example/pay",
                outlet: "Valley Post",
                published: "2025-03-09"
            )
        ])
    }

    private static func text(
        _ ledger: Ledger,
        _ format: ExportFormat,
        _ change: (inout ExportSelection) -> Void = { _ in }
    ) throws -> String {
        var selection = ExportSelection()
        change(&selection)
        var bytes: [UInt8] = []
        _ = try ledger.export(selection, as: format, to: { bytes += $0 })
        return try #require(String(validating: bytes, as: UTF8.self))
    }

    private static func graph(_ text: String, _ key: String = "@graph") throws -> [[String: Any]] {
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        return try #require(value?[key] as? [[String: Any]])
    }

    @Test("Quotations and claims say where they appeared, and never whether they are true")
    func linkedData() throws {
        try withLedger { ledger in
            try Self.fill(ledger)
            let text = try Self.text(ledger, .linkedData)
            let graph = try Self.graph(text)
            // Who asks claims nothing.
            #expect(
                graph.map { $0["@type"] as? String } == [
                    "NewsArticle", "Quotation", "Claim", "Quotation", "Claim", "NewsArticle",
                ]
            )
            #expect(graph[1]["text"] as? String == "“The dam is safe & sound.”")
            let creator = graph[1]["creator"] as? [[String: Any]]
            #expect(creator?.first?["name"] as? String == "Mara Osk")
            #expect(creator?.first?["jobTitle"] as? String == "minister")
            #expect(
                (graph[1]["interpretedAsClaim"] as? [String: Any])?["@id"] as? String == graph[2]["@id"]
                    as? String
            )
            let first = graph[2]["firstAppearance"] as? [String: Any]
            #expect(first?["url"] as? String == "https://coastwire.example/dam?a=1&b=2")
            #expect((graph[2]["appearance"] as? [Any])?.count == 1)
            #expect(!text.lowercased().contains("rating"))
        }
    }

    @Test("What appears first is told by time, whatever the zones; a day alone comes after its times")
    func firstAppearance() throws {
        try withLedger { ledger in
            // In another order than that of time, and than that of the letters.
            let times = [
                "2025-03-03", "2025-03-03T05:00:00Z",
                "2025-03-02T23:30:00-05:00", "2025-03-03T09:00:00+05:00",
            ]
            for (number, time) in times.enumerated() {
                try ledger.add([
                    Revision(
                        marked: """
                            Dam at Orrin holds

                            <Mara Osk> {said} [“The spillway can carry every winter flood.”]
                            """,
                        url: "https://paper\(number).example/dam",
                        outlet: "Paper \(number)",
                        published: time
                    )
                ])
            }
            let expected = [times[3], times[2], times[1], times[0]]
            let graph = try Self.graph(try Self.text(ledger, .linkedData))
            let claim = try #require(graph.first { $0["@type"] as? String == "Claim" })
            let appearances = try #require(claim["appearance"] as? [[String: Any]])
            #expect(appearances.map { $0["datePublished"] as? String } == expected)
            let first = claim["firstAppearance"] as? [String: Any]
            #expect(first?["datePublished"] as? String == expected[0])
            let summary = try #require(try ledger.clusters().first)
            #expect(summary.first.published == expected[0])
            #expect(try ledger.cluster(summary.id).appearances.map(\.published) == expected)
        }
    }

    @Test("A page of Wikidata stands for what it is about, other links for themselves")
    func links() throws {
        try withLedger { ledger in
            try Self.fill(ledger)
            try ledger.link("Mara Osk", to: "Q42", author: "ida")
            let entity = "\"sameAs\":\"http://www.wikidata.org/entity/Q42\""
            #expect(try Self.text(ledger, .linkedData).contains(entity))
            try ledger.link("Mara Osk", to: "https://orrin.example/Q42", author: "ida")
            let other = "\"sameAs\":\"https://orrin.example/Q42\""
            #expect(try Self.text(ledger, .linkedData).contains(other))
        }
    }

    @Test("Annotations have their words at their places", arguments: OffsetUnit.allCases)
    func annotations(unit: OffsetUnit) throws {
        try withLedger { ledger in
            try Self.fill(ledger)
            var bytes: [UInt8] = []
            _ = try ledger.export(as: .webAnnotation, unit: unit, to: { bytes += $0 })
            let value = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
            #expect(value?["total"] as? Int == 3)
            let page = try #require(value?["first"] as? [String: Any])
            let items = try #require(page["items"] as? [[String: Any]])
            #expect(items.count == 3)
            let article = try ledger.revision(try ledger.revisions()[0])
            let text = String(decoding: article.text, as: UTF8.self)
            for target in items[0]["target"] as? [[String: Any]] ?? [] {
                let selectors = try #require(target["selector"] as? [[String: Any]])
                let exact = try #require(selectors[0]["exact"] as? String)
                let (start, end) = (selectors[1]["start"] as? Int ?? 0, selectors[1]["end"] as? Int ?? 0)
                let words: String? =
                    switch unit {
                    case .utf8: String(decoding: article.text[start..<end], as: UTF8.self)
                    case .utf16: String(decoding: Array(text.utf16)[start..<end], as: UTF16.self)
                    case .codePoints:
                        String(String.UnicodeScalarView(Array(text.unicodeScalars)[start..<end]))
                    }
                #expect(words == exact)
                let (prefix, suffix) = (
                    selectors[0]["prefix"] as? String ?? "", selectors[0]["suffix"] as? String ?? ""
                )
                #expect(text.contains(prefix + exact + suffix))
                #expect(target["offsets"] as? String == unit.rawValue)
            }
        }
    }

    @Test("TEI names its speakers and marks what they say")
    func tei() throws {
        try withLedger { ledger in
            try Self.fill(ledger)
            let text = try Self.text(ledger, .tei)
            #expect(XMLParser(data: Data(text.utf8)).parse())
            let id = try ledger.revisions()[0]
            #expect(text.contains("<person xml:id=\"r\(id).p1\" n=\"p1\"><persName>Mara Osk</persName>"))
            #expect(
                text.contains(
                    "who=\"#r\(id).p1\" direct=\"true\" ana=\"#said\">“The dam is safe &amp; sound.”</said>"
                )
            )
            #expect(text.contains("<quote xml:id=\"r\(id).s2\" n=\"\(id).2\" source=\"#r\(id).p2\""))
            #expect(text.contains("<idno type=\"URI\">https://coastwire.example/dam?a=1&amp;b=2</idno>"))
        }
    }

    @Test("In TEI an organisation's number goes before notes, as the schema has it")
    func organisation() throws {
        try withLedger { ledger in
            var revision = Revision(
                marked: "Dam at Orrin holds\n\n<Harbour Trust> {said} [“The dam is safe.”]",
                url: "https://coastwire.example/dam",
                roles: ["Harbour Trust": "operator of the dam"]
            )
            revision.speakers[0].kind = .organisation
            try ledger.add([revision])
            try ledger.link("Harbour Trust", to: "https://trust.example/", author: "ida")
            #expect(
                try Self.text(ledger, .tei).contains(
                    "<orgName>Harbour Trust</orgName><idno type=\"URI\">https://trust.example/</idno>"
                        + "<note>operator of the dam</note></org>"
                )
            )
        }
    }

    @Test("Of nothing there is no TEI, and not a byte is written; other forms are empty")
    func nothing() throws {
        try withLedger { ledger in
            var bytes: [UInt8] = []
            let error = #expect(throws: LedgerError.self) {
                try ledger.export(as: .tei, to: { bytes += $0 })
            }
            #expect(error?.code == .notFound)
            #expect(bytes == [])
            let graph = try Self.graph(Self.text(ledger, .linkedData))
            #expect(graph.isEmpty)
            #expect(try Self.text(ledger, .csv).split(separator: "\n").count == 1)
        }
    }

    @Test(
        "Whatever a ledger holds, JSON is JSON, XML is XML and CSV has its columns",
        arguments: 0..<20 as Range<UInt64>
    )
    func random(seed: UInt64) throws {
        try withLedger { ledger in
            try SharingTests.fill(ledger, seed: seed)
            for format in ExportFormat.allCases where format != .csv {
                let text = try Self.text(ledger, format) { $0.allRevisions = true }
                switch format {
                case .tei:
                    let parser = XMLParser(data: Data(text.utf8))
                    #expect(parser.parse(), "\(parser.parserError as Any)")
                case .jsonLines:
                    for line in text.split(separator: "\n") {
                        _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
                    }
                default: _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
                }
            }
        }
    }

    @Test("Rows are one a statement, and only those that were asked for")
    func csv() throws {
        try withLedger { ledger in
            try Self.fill(ledger)
            func rows(_ change: (inout ExportSelection) -> Void) throws -> Int {
                try Self.text(ledger, .csv, change).split(separator: "\n").count - 1
            }
            #expect(try rows { _ in } == 3)
            #expect(try rows { $0.outlet = "coastwire" } == 2)
            #expect(try rows { $0.outlet = "valley.example" } == 1)
            #expect(try rows { $0.speaker = "mara osk" } == 1)
            #expect(try rows { $0.speaker = "p1" } == 1)
            #expect(try rows { $0.published.first = 2025_03_04 } == 1)
            #expect(try rows { $0.published.last = 2025_03_04 } == 2)
            for change: (inout ExportSelection) -> Void in [
                { $0.outlet = "Nowhere" }, { $0.speaker = "Nobody" },
            ] {
                #expect(throws: LedgerError.self) { try rows(change) }
            }
        }
    }

    @Test("Superseded revisions come when they are asked for")
    func superseded() throws {
        try withLedger { ledger in
            for words in ["safe", "not safe at all, she thinks"] {
                try ledger.add([
                    Revision(
                        marked: Self.dam.replacing("safe", with: words),
                        url: "https://coastwire.example/dam"
                    )
                ])
            }
            #expect(try Self.text(ledger, .jsonLines).split(separator: "\n").count == 1)
            #expect(
                try Self.text(ledger, .jsonLines) { $0.allRevisions = true }.split(separator: "\n").count == 2
            )
        }
    }

    @Test("brat standoff is imported as it was exported")
    func brat() throws {
        try withFolder { folder in
            let ledger = try Ledger(folder + "/a.sayso", mode: .create)
            try Self.fill(ledger)
            _ = try ledger.exportBrat(to: folder + "/brat")
            let first = try ledger.revisions()[0]
            let path = "\(folder)/brat/\(first)"
            let (imported, problems) = try Revision.read(
                text: Array(Data(contentsOf: URL(fileURLWithPath: path + ".txt"))),
                standoff: String(
                    decoding: Data(contentsOf: URL(fileURLWithPath: path + ".ann")),
                    as: UTF8.self
                ),
                path: path + ".txt"
            )
            #expect(problems.isEmpty)
            #expect(imported.problems == [])
            let original = try ledger.revision(first)
            #expect(imported.text == original.text)
            #expect(imported.statements.map(\.content) == original.statements.map(\.content))
            #expect(imported.statements.map(\.source) == original.statements.map(\.source))
            #expect(imported.statements.map(\.cue) == original.statements.map(\.cue))
            #expect(imported.statements.map(\.form) == [.direct, .mixed])
            let names = imported.statements.map { $0.speakers.map { imported.speakers[$0].name } }
            #expect(names == [["Mara Osk"], ["a ministry report"]])
            try ledger.close()
        }
    }

    @Test("A broken line of standoff is named, and the others are read")
    func brokenStandoff() throws {
        let text = "Mara Osk said that the dam is safe."
        let standoff = """
            T1\tSource 0 8\tMara Osk
            T2\tCue 9 13\tsaid
            T3\tContent 14 34\tthat the dam is safe
            T4\tContent 14 340\tthat
            T5 Content
            T6\tContent x y\tthat
            E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3
            E2\tAttribution:T2 Source:T1 Cue:T2 Content:T4
            E3\tAttribution:T2 Source:T9 Cue:T2 Content:T3
            #1\tAnnotatorNotes T1\tMara Osk, minister
            """
        let (revision, problems) = try Revision.read(
            text: Array(text.utf8),
            standoff: standoff,
            path: "/a.txt"
        )
        #expect(problems.map(\.line) == [5, 6, 8, 9])
        #expect(revision.problems == [])
        #expect(revision.statements.count == 2)
        #expect(revision.speakers[revision.statements[0].speakers[0]].name == "Mara Osk")
    }

    @Test("A crate names its files with their sizes and digests")
    func crate() throws {
        try withFolder { folder in
            let ledger = try Ledger(folder + "/a.sayso", mode: .create)
            try Self.fill(ledger)
            let crate = folder + "/crate"
            _ = try ledger.exportCrate(to: crate, now: "2025-04-01T00:00:00Z")
            let data = try Data(contentsOf: URL(fileURLWithPath: crate + "/ro-crate-metadata.json"))
            let graph = try Self.graph(String(decoding: data, as: UTF8.self))
            let whole = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            let context = try #require(whole?["@context"] as? [Any])
            #expect(context.first as? String == "https://w3id.org/ro/crate/1.1/context")
            #expect(context.last as? [String: String] == ["sha256": "https://schema.org/sha256"])
            #expect(graph[0]["@id"] as? String == "ro-crate-metadata.json")
            let root = try #require(graph.first { $0["@id"] as? String == "./" })
            let parts = (root["hasPart"] as? [[String: String]])?.compactMap { $0["@id"] } ?? []
            #expect(parts == ["ledger.jsonl", "statements.csv", "ledger.schema.json"])
            for part in parts {
                let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: "\(crate)/\(part)")))
                let entity = try #require(graph.first { $0["@id"] as? String == part })
                #expect(entity["contentSize"] as? String == "\(bytes.count)")
                #expect("sha256:\(entity["sha256"] as? String ?? "")" == Digest(of: bytes).description)
            }
            // What is there is not touched.
            #expect(throws: LedgerError.self) { try ledger.exportCrate(to: crate) }
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder).count { $0.contains("part") } == 0
            )
            try ledger.close()
        }
    }

    @Test("An export that is given up leaves nothing")
    func givenUp() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path
        let result = await Task {
            let ledger = try Ledger(path + "/a.sayso", mode: .create)
            try SharingTests.fill(ledger, seed: 5)
            _ = try ledger.exportCrate(to: path + "/crate") { _, _ in withUnsafeCurrentTask { $0?.cancel() } }
        }.result
        let error = #expect(throws: LedgerError.self) { try result.get() }
        #expect(error?.code == .cancelled)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: path).allSatisfy { $0.hasPrefix("a.sayso") }
        )
    }
}
