import SaysoLedger
import Testing

@Suite("Questions")
struct QuestionTests {
    @Test(
        "What makes no sense is said in words of ours",
        arguments: [
            "\"", "dam \"", "*", "**", "d*m", "da*", "NEAR(", "(", ")", "(dam", "dam)", "dam OR", "OR dam",
            "dam OR OR flood", "-", "🚢", "- -", "!!!", "NOT", "dam NOT", "nobody:osk", "speaker:",
            "speaker: osk",
            "kind:shouted", "form:loud", "said:yesterday", "said:2025-13", "said:2025-03..2025-02", "said:..",
            "(said:2025)", "dam OR said:2025", "-changed:yes", "changed:no", "cluster:x",
            String(repeating: "(", count: 10_000), String(repeating: "dam ", count: 2_500),
            String(repeating: "a\"", count: 5_001), String(repeating: "x", count: 30_000),
        ]
    )
    func nonsense(text: String) throws {
        do {
            _ = try Question(text)
            // `-` alone is nothing; all else must be refused.
            #expect(text == "-" || text == "- -")
        } catch {
            #expect(error.code == .invalid)
            #expect(error.message.hasPrefix("the question makes no sense: "))
            #expect(!error.message.lowercased().contains("fts") && !error.message.contains("syntax"))
        }
    }

    /// Whatever is written, an answer comes or a message of ours.
    @Test("Odd questions never reach the database's own language")
    func odd() throws {
        try withLedger { ledger in
            try ledger.add(SearchTests.press)
            let pieces = [
                "dam", "\"", "*", "NEAR(", "(", ")", "-", "OR", "NOT", "AND", ":", "content:", "tags:", "{",
                "}", "^",
                "+", "'", "\\", ";", "--", "\0", "🚢", "“", "”", "speaker:", "rowid", "osk", "kind:said",
                "said:2025",
                "|", "e\u{301}", "漢字", " ", "\n", "statement_words", ",", "outlet:Coastwire", "p1",
            ]
            var state: UInt64 = 5
            for _ in 0..<3_000 {
                var text = ""
                for _ in 0..<8 {
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    text += pieces[Int(state >> 33) % pieces.count]
                    if state >> 60 < 9 { text += " " }
                }
                do {
                    _ = try ledger.search(Search(try Question(text)))
                } catch let error as LedgerError {
                    #expect([.invalid, .notFound].contains(error.code), "\(text.debugDescription): \(error)")
                }
            }
        }
    }

    @Test(
        "Long words find nothing, and quickly",
        arguments: [
            String(repeating: "x", count: 10_000), String(repeating: "é", count: 9_999) + "*", "a\0b",
        ]
    )
    func long(text: String) throws {
        try withLedger { ledger in
            try ledger.add(SearchTests.press)
            #expect(try ledger.search(Search(try Question(text))).hits.isEmpty)
        }
    }

    @Test(
        "Days",
        arguments: [
            ("2025-03-03", 20_250_303, 20_250_303), ("2025-03", 20_250_301, 20_250_331),
            ("2025", 20_250_101, 20_251_231),
            ("2025-03-03..2025-04", 20_250_303, 20_250_430), ("..2025-04", nil, 20_250_430),
            ("2025-04..", 20_250_401, nil),
        ] as [(String, Int?, Int?)]
    )
    func days(text: String, first: Int?, last: Int?) {
        #expect(DayRange(text) == DayRange(first: first, last: last))
    }
}
