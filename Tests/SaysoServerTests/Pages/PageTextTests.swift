import Testing

@testable import SaysoServer

@Suite("Text on pages")
struct PageTextTests {
    @Test(
        "Nothing ends an attribute or begins an element, not even marks with accents on them",
        arguments: [
            "\"\u{301} onfocus=\u{22}x", "<\u{338}script>", "'\u{200D}", "&\u{20E3}lt;", "<", ">", "\0",
        ]
    )
    func escaping(text: String) {
        let escaped = EscapedText().escapeText(text)
        #expect(!escaped.utf8.contains { [0, 0x22, 0x27, 0x3C, 0x3E].contains($0) })
    }

    @Test("What a page shows goes through it, in its own elements and in what it inherits")
    func rendering() throws {
        let pages = try Pages(ledger: "/a/\"\u{301}b\u{202E}.sayso")
        let text = pages.text("problem", title: "<\u{338}", ["heading": "\"\u{301}<\u{338}b>"])
        #expect(text.contains("&quot;\u{301}&lt;\u{338}b&gt;"))
        #expect(text.contains("<title>&lt;\u{338}"))
        #expect(text.contains("&quot;\u{301}b.sayso"))
    }

    @Test(
        "Days are written as people write them",
        arguments: [
            ("2025-03-03", "3 March 2025"), ("2025-12", "December 2025"), ("2025", "2025"),
            ("2025-03-03T08:00:00Z", "3 March 2025, 08:00 UTC"),
            ("2025-03-03T08:00+02:00", "3 March 2025, 08:00 (UTC+02:00)"), ("2025-W10", "week 10, 2025"),
            ("2025-03-03TMO", "3 March 2025, morning"), ("2025-SU", "summer 2025"),
            ("2025-03-01/2025-03-04", "1 March 2025 to 4 March 2025"), ("P3D", "P3D"),
            ("2025-13-01", "2025-13-01"),
            ("yesterday", "yesterday"), ("", ""), ("-", "-"), ("T", "T"), ("/", " to "),
        ]
    )
    func days(value: String, text: String) {
        #expect(DayText.spelled(value) == text)
    }

    @Test("A short text is one line that steers nothing beside it")
    func lines() {
        #expect(ShortText.line("a\n\u{202E}b\u{2066}c\u{7}") == "a bc ")
        #expect(ShortText.line(String(repeating: "x", count: 1_000_000), 10) == "xxxxxxxxxx…")
    }

    @Test(
        "Numbers and shares are told in words",
        arguments: [(0, "0"), (999, "999"), (1_234_567, "1,234,567")]
    )
    func numbers(number: Int, text: String) {
        #expect(PlainWords.grouped(number) == text)
        #expect(PlainWords.count(1, "statement") == "1 statement")
        #expect(PlainWords.confidence(0.97) == "nearly sure (97%)")
    }
}
