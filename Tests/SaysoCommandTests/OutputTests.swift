import Foundation
import SaysoArticles
import Testing

@testable import SaysoCommand
@testable import SaysoStatements

@Suite("Output")
struct OutputTests {
    @Test("JSON texts come back as they were")
    func json() throws {
        let text = "a\"b\\c/d\u{0}\u{1}\u{1F}\u{7F}\n\r\t\u{2028}é🚢\"\u{301}"
        let value = try JSONSerialization.jsonObject(
            with: Data(JSON.quoted(text).utf8),
            options: .fragmentsAllowed
        )
        #expect((value as? String)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
        #expect(JSON.quoted(nil) == "null")
    }

    @Test("A long text is written in pieces, and comes back as it was")
    func pieces() throws {
        let text = String(repeating: "Zoë’s 🚢 is “late”, said \"Ivo\\Marn\".\n", count: 20_000)
        let record = ArticleRecord(
            Document(id: .text("a"), path: "a.txt", content: .success(.text(text, Metadata())))
        )
        var pieces: [String] = []
        ArticleJSON(record, isPretty: false).write { pieces.append($0) }
        let object = try JSONSerialization.jsonObject(with: Data(pieces.joined().utf8)) as? [String: Any]
        #expect(object?["text"] as? String == text)
        #expect(pieces.allSatisfy { $0.utf8.count < 200_000 })
    }

    @Test(
        "CSV fields are quoted where they must be",
        arguments: [
            ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("\"\u{301}", "\"\"\"\u{301}\""), ("", ""),
        ]
    )
    func csv(field: String, expected: String) {
        #expect(CSV.quoted(field) == expected)
    }

    @Test("Text wraps at spaces, and longer words anywhere")
    func wrap() {
        #expect(Display.wrap("one two three", to: 7) == ["one two", "three"])
        #expect(Display.wrap("a abcdefgh b", to: 3) == ["a", "abc", "def", "gh", "b"])
        #expect(Display.wrap("漢字漢字", to: 5) == ["漢字", "漢字"])
        #expect(Display.wrap("", to: 5) == [""])
    }

    @Test(
        "Columns of a text",
        arguments: [("abc", 3), ("e\u{301}", 1), ("漢", 2), ("🚢", 2), ("👩‍👩‍👧", 2), ("🇳🇴", 2), ("\u{200B}", 0)]
    )
    func width(text: String, columns: Int) {
        #expect(Display.width(text) == columns)
    }

    @Test("Nothing in a text steers the terminal")
    func controls() {
        #expect(Display.line("a\u{1B}[31mb\u{7}\n\n c\u{202E}d") == "a\u{FFFD}[31mb\u{FFFD} c\u{FFFD}d")
    }

    @Test("No brat span crosses a line's end")
    func brat() async {
        let text =
            "Nils Orrin said that the lock is open and that it\nwill stay open until the river falls again\nin May.\n"
        let document = Document(id: .text("x"), path: "x", content: .success(.text(text, Metadata())))
        let record = await ArticleRecord(document) { _ in
            let statement = Statement(
                form: .indirect,
                source: [0..<10],
                cue: [11..<15],
                content: [16..<99],
                confidence: 1,
                occurrences: []
            )
            let ownVoice = OwnVoice(sentences: [], share: 0)
            return Report(statements: [statement], speakers: [], times: [], ownVoice: ownVoice)
        }
        var standoff = ""
        let brat = Brat(record)
        brat.write { standoff += $0 }
        #expect(
            standoff == """
                T1\tContent 16 49;50 92;93 99\tthat the lock is open and that it will stay open until the river falls again in May
                T2\tSource 0 10\tNils Orrin
                T3\tCue 11 15\tsaid
                T4\tAttribution 11 15\tsaid
                E1\tAttribution:T4 Content:T1 Source:T2 Cue:T3

                """
        )
    }
}
