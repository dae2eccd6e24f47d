import SaysoArticles
import SaysoLedger
import TestSupport
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("Export and import")
struct SharingTests {
    /// A ledger of random articles, some of which say something else later.
    static func fill(_ ledger: Ledger, seed: UInt64, articles: Int = 30) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<articles {
            let number = Int.random(in: 0..<articles, using: &generator)
            let revision = Revision.random(number, using: &generator)
            #expect(revision.problems == [])
            try ledger.add([revision], now: "2025-04-01T00:00:\(10 + number % 40)Z")
        }
    }

    static func lines(_ ledger: Ledger, unit: OffsetUnit = .codePoints, originals: Bool = true) throws
        -> [String]
    {
        var selection = ExportSelection()
        selection.allRevisions = true
        var bytes: [UInt8] = []
        let summary = try ledger.export(
            selection,
            as: .jsonLines,
            unit: unit,
            includesOriginals: originals,
            to: { bytes += $0 }
        )
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        #expect(lines.count == summary.revisions)
        #expect(summary.damaged == [])
        return lines
    }

    @Test(
        "What is exported and imported is exported again just so",
        arguments: 0..<20 as Range<UInt64>,
        OffsetUnit.allCases
    )
    func roundTrip(seed: UInt64, unit: OffsetUnit) throws {
        try withLedger { ledger in
            try Self.fill(ledger, seed: seed)
            let lines = try Self.lines(ledger, unit: unit)
            #expect(lines.count > 15)
            try withLedger { copy in
                let revisions = try lines.map { try ArchivedRevision(line: $0.utf8) }
                try copy.add(RevisionBatch(archived: revisions))
                #expect(try Self.lines(copy, unit: unit) == lines)
                #expect(try copy.revisions() == ledger.revisions())
                for id in try ledger.revisions() {
                    #expect(try copy.revision(id) == ledger.revision(id))
                    #expect(try copy.changes(of: id) == ledger.changes(of: id))
                }
                let again = try copy.add(RevisionBatch(archived: revisions))
                #expect(again.allSatisfy { if case .unchanged = $0 { true } else { false } })
            }
        }
    }

    @Test("Without the originals only they are missing")
    func withoutOriginals() throws {
        try withLedger { ledger in
            try Self.fill(ledger, seed: 1)
            let lines = try Self.lines(ledger, originals: false)
            try withLedger { copy in
                try copy.add(RevisionBatch(archived: try lines.map { try ArchivedRevision(line: $0.utf8) }))
                #expect(try Self.lines(copy, originals: true) == lines)
            }
        }
    }

    private static let dam = Revision(
        marked: """
            Dam at Orrin holds, ministry says

            <Mara Osk> {said} [“The dam is säfe.”] Engineers look at it daily.
            """,
        url: "https://coastwire.example/dam",
        outlet: "Coastwire",
        page: { "<html><p>\($0)</p></html>" }
    )

    private static func line() throws -> String {
        try withLedger { ledger in
            try ledger.add([dam])
            return try lines(ledger, unit: .utf8)[0]
        }
    }

    @Test(
        "A line that says what cannot be is answered with the reason",
        arguments: [
            ("\"version\":1", "\"version\":2", "version 2"),
            ("\"version\":1", "\"version\":\"1\"", "\"version\" is of a wrong type"),
            ("\"article\":", "\"artikel\":", "no \"article\""),
            ("\"confidence\":1.0", "\"confidence\":1.5", "confidence"),
            ("\"confidence\":1.0", "\"confidence\":NaN", "not valid JSON"),
            ("\"confidence\":1.0", "\"confidence\":1e999", ""),
            ("\"kind\":\"said\"", "\"kind\":\"shouted\"", "kind"),
            ("\"speakers\":[0]", "\"speakers\":[1]", "speaker that there is not"),
            ("\"speakers\":[0]", "\"speakers\":[-1]", "speaker that there is not"),
            ("\"speakers\":[0]", "\"speakers\":[99999999999999999999]", ""),
            ("\"parent\":null", "\"parent\":0", "stands in a statement that there is not"),
            ("\"content\":[[49,72]]", "\"content\":[[49,7000]]", "span"),
            ("\"content\":[[49,72]]", "\"content\":[[49,65]]", "span"),
            ("\"content\":[[49,72]]", "\"content\":[[72,49]]", "span"),
            ("\"content\":[[49,72]]", "\"content\":[[-1,72]]", "span"),
            ("\"content\":[[49,72]]", "\"content\":[[49]]", "span"),
            ("\"content\":[[49,72]]", "\"content\":[[49,49]]", "no words"),
            ("\"content\":[[49,72]]", "\"content\":[]", "no content"),
            ("\"verbatim\":true", "\"verbatim\":1", "wrong type"),
            ("holds, ministry", "leaks, ministry", "text_digest"),
            ("\"url\":\"https", "\"url\":\"\\u0000https", "NUL"),
            ("\"retrieved\":null", "\"retrieved\":\"zzzz\"", "time"),
            ("\"encoding\":\"utf-8\"", "\"encoding\":\"utf-9\"", "encoding"),
            ("\"gzip\":\"H4s", "\"gzip\":\"H4x", "damaged"),
            ("\"gzip\":\"H4s", "\"gzip\":\"!", "base64"),
            ("\"headline\":\"Dam", "\"headline\":\"A dam", "another revision"),
            ("{\"version\"", "{{\"version\"", "not valid JSON"),
            ("{\"version\"", "[\"version\"", "not valid JSON"),
        ]
    )
    func hostile(old: String, new: String, reason: String) throws {
        let line = try Self.line()
        #expect(line.contains(old))
        let changed = line.replacing(old, with: new)
        let problem = #expect(throws: ArchivedRevision.Problem.self) {
            _ = try ArchivedRevision(line: changed.utf8)
        }
        #expect(problem?.description.contains(reason) == true, "\(problem?.description ?? "")")
        #expect(throws: Never.self) { _ = try ArchivedRevision(line: line.utf8) }
    }

    @Test("Whatever is done to a line, what is read has no problems", arguments: 0..<300 as Range<UInt64>)
    func fuzz(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var bytes = Array(try Self.line().utf8)
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes.remove(at: place)
            case 2:
                bytes.insert(
                    contentsOf: generator.pick([Array("9".utf8), [0xFF], Array("]".utf8)]),
                    at: place
                )
            default: bytes[place] = generator.pick(Array("0123456789-,[]{}\"".utf8))
            }
        }
        guard let read = try? ArchivedRevision(line: bytes) else { return }
        #expect(read.problems == [])
        try withLedger { ledger in
            let id = try ledger.add(RevisionBatch(archived: [read]))[0].id
            #expect(try ledger.revision(id) == read.revision)
            #expect(try Self.lines(ledger).count == 1)
        }
    }

    @Test("Nothing is deep enough to end the program")
    func deep() {
        for line in [
            String(repeating: "[", count: 1_000_000), String(repeating: "{\"a\":", count: 200_000), "",
        ] {
            #expect(throws: ArchivedRevision.Problem.self) { _ = try ArchivedRevision(line: line.utf8) }
        }
    }
}
