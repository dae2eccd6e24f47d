import Foundation
import Testing

@testable import SaysoCommand

@Suite("sayso article")
struct ArticleCommandTests {
    private static let page = Samples.page(
        paragraphs: Samples.paragraphs + [
            "1. * This paragraph # looks like _Markdown_ [and] &lt;b&gt;is&lt;/b&gt; none of it, the board wrote."
        ]
    ).replacing(
        "</article>",
        with: """
            <h2>What the board asks for</h2>
            <ul><li>Two new ropes for the landing stage at Velm</li><li>A bell that can be heard in fog</li></ul>
            <blockquote><p>We have waited for this ferry for two winters, and we can wait for a rope.</p></blockquote>
            <p>The board will meet again on Friday, when the ropes are to be chosen and paid for.</p>
            </article>
            """
    )

    @Test("What it prints is what it printed", arguments: ArticleFormat.allCases)
    func golden(format: ArticleFormat) throws {
        let result = try Tool.run("article", "--format", format.rawValue, "-", input: Self.page)
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        expectGolden(result.text, "article-\(format).txt")
    }

    @Test("Several articles are one object a line")
    func lines() throws {
        let folder = try TemporaryFolder()
        try folder.file("a.html", Self.page)
        try folder.file("b.xml", Samples.feed)
        let result = try Tool.run("article", "--format", "json", folder.path)
        #expect(result.status == 0)
        let ids = try result.records.map { $0["id"] as? String }
        #expect(
            ids == [
                "a", "https://coastwire.example/ferry", "https://coastwire.example/lock",
                "https://coastwire.example/fares",
            ]
        )
        #expect(result.text.split(separator: "\n").count == 4)
    }

    @Test("Ranges slice the text in every unit", arguments: ["codepoint", "utf8", "utf16"])
    func ranges(unit: String) throws {
        let page = Samples.page("🚢 Zoë’s ferry")
        let result = try Tool.run("article", "--format", "json", "--offsets", unit, "-", input: page)
        let object = try #require(JSONSerialization.jsonObject(with: result.output) as? [String: Any])
        let text = try #require(object["text"] as? String)
        let paragraphs = try #require(object["paragraphs"] as? [[String: Any]])
        #expect(paragraphs.count == 4)
        for paragraph in paragraphs {
            let range = try #require(paragraph["range"] as? [Int])
            let words = try #require(paragraph["text"] as? String)
            let sliced: String? =
                switch unit {
                case "utf8": String(bytes: Array(text.utf8)[range[0]..<range[1]], encoding: .utf8)
                case "utf16": String(decoding: Array(text.utf16)[range[0]..<range[1]], as: UTF16.self)
                default: String(String.UnicodeScalarView(Array(text.unicodeScalars)[range[0]..<range[1]]))
                }
            #expect(sliced == words)
        }
    }

    @Test("Controls in a page do not reach the terminal", arguments: ["text", "markdown"])
    func controls(format: String) throws {
        let page = Samples.page(
            "\u{1B}[31mRed\u{202E}",
            paragraphs: ["\u{1B}]0;x\u{7} " + Samples.paragraphs[0]]
        )
        let result = try Tool.run("article", "--format", format, "-", input: page)
        #expect(!result.text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
    }
}

@Suite("Filters")
struct FilterTests {
    private static let lines: [(name: String, page: String)] = [
        ("a", Samples.page(day: "2025-03-03")),
        ("b", Samples.page(day: "2025-03-04", outlet: "Harbour Post")),
        ("c", Samples.page(day: "2025-03-05")),
        ("d", "<title>x</title><p>" + Samples.paragraphs.joined(separator: "<p>")),
    ]

    private func ids(_ arguments: String...) throws -> (ids: [String], errors: String) {
        let folder = try TemporaryFolder()
        for (name, page) in Self.lines { try folder.file(name, page) }
        let result = try Tool.run(Tool.path, ["article", "--format", "json", folder.path] + arguments)
        #expect(result.status == 0)
        return (try result.records.compactMap { $0["id"] as? String }, result.errors)
    }

    @Test("Days, with those left out counted")
    func days() throws {
        let since = try ids("--since", "2025-03-04")
        #expect(since.ids == ["b", "c"])
        #expect(since.errors == "sayso: left out: 1 article of another day, 1 article without a date\n")
        #expect(try ids("--until", "2025-03-04").ids == ["a", "b"])
        #expect(try ids("--since", "2025-03-04", "--until", "2025-03-04").ids == ["b"])
    }

    @Test("Outlets by name, in whatever case")
    func outlets() throws {
        #expect(try ids("--outlet", "harbour post").ids == ["b"])
        #expect(try ids("--outlet", "Coastwire", "--outlet", "HARBOUR POST").ids == ["a", "b", "c"])
        #expect(try ids("--outlet", "Nobody").ids.isEmpty)
    }

    @Test(
        "Outlets by host",
        arguments: [
            ("coastwire.example", true), ("WWW.coastwire.example", true), ("wire.example", false),
            ("example", false),
        ]
    )
    func hosts(outlet: String, isWanted: Bool) throws {
        let folder = try TemporaryFolder()
        let record = Samples.record(
            "https://reader@www.Coastwire.example:8080/ferry",
            Data(Samples.page().utf8)
        )
        let path = try folder.file("x.warc", record)
        let result = try Tool.run("article", "--format", "json", "--outlet", outlet, path)
        #expect(try result.records.count == (isWanted ? 1 : 0))
    }

    @Test("Other languages are named and left out, unless they are asked for")
    func languages() throws {
        let folder = try TemporaryFolder()
        let turkish = Samples.page(
            "Velm vapuru yeniden sefere çıkıyor",
            paragraphs: [
                "Velm liman kurulu başkanı Rona Tesk, iskelenin iki gün boyunca incelenmesinin ardından vapurun mayıs "
                    + "ayında yeniden sefere çıkacağını söyledi.",
                "Tesk, “İskele çok sağlam, kimse suya düşmeyecek” dedi ve bu yıl için başka bir plan olmadığını ekledi.",
            ],
            language: "tr"
        )
        let path = try folder.file("t.html", turkish)
        let small = ["--model", Checkout.tinyModel.path, "--format", "jsonl"]
        func extract(_ arguments: String...) throws -> Tool.Result {
            try Tool.run(Tool.path, ["extract", path] + small + arguments)
        }
        let usual = try extract()
        #expect(usual.status == 0)
        #expect(usual.output.isEmpty)
        #expect(
            usual.errors == """
                sayso: \(path): in Turkish; left out, --any-language reads it anyway
                sayso: left out: 1 article in another language

                """
        )
        #expect(try extract("--any-language").records.count == 1)
        #expect(try extract("--language", "tr").records.count == 1)
        #expect(try extract("--language", "en").records.isEmpty)
        let article = try Tool.run("article", "--format", "json", path)
        let object = try #require(JSONSerialization.jsonObject(with: article.output) as? [String: Any])
        #expect(object["language"] as? String == "tr")
    }
}

@Suite("Progress")
struct ProgressTests {
    @Test("The time left follows from the bytes that are done")
    func line() {
        #expect(
            Progress.line(50, position: 250, of: 1000, after: .seconds(10))
                == "50 articles, 5.0 a second, 25%, 30 s left"
        )
        #expect(
            Progress.line(3000, position: 0, of: nil, after: .seconds(60)) == "3000 articles, 50 a second"
        )
        #expect(
            Progress.line(100, position: 1, of: 1000, after: .seconds(10)).hasSuffix(
                "10 a second, 0%, 2 h left"
            )
        )
    }
}
