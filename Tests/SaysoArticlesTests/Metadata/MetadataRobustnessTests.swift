import Foundation
import SaysoArticles
import Testing
import TestSupport

@Suite struct MetadataRobustnessTests {
    @Test(arguments: [
        ("<h1>The ferry is late</h1>", 2_000), ("<time datetime=2021-03-03>", 5_000),
        ("<div itemprop=datePublished>", 5_000),
        (#"<meta name=date content="3 March 2021">"#, 2_000), ("<div itemscope itemprop=author>", 3_000),
        (#"<script type="application/ld+json">{"@type":"Article"}</script>"#, 2_000),
        ("<span>3 March 2021 ", 5_000),
        ("<p>By Petra Lund and ", 5_000), ("<b>", 37_000), ("© AP ", 18_000), ("a, ", 25_000),
        ("3.3.", 25_000),
        (#"<h1 class=byline><a rel=author itemprop=name>"#, 2_000), ("<title>x - </title>", 3_000),
    ])
    func staysLinear(_ unit: String, _ count: Int) {
        for wrapped in [("", ""), ("<h1>The ferry is late</h1>", ""), ("<title>", "</title>")] {
            let html = wrapped.0 + String(repeating: unit, count: count) + wrapped.1
            let markup = Markup(html: Array(html.utf8))
            let seconds = processorTime {
                _ = MetadataReader.read(markup, origin: Origin(url: "https://velsund.example/a"))
            }
            #expect(seconds < 2)
        }
    }

    @Test("One enormous value of each kind")
    func bigValues() {
        let big = String(repeating: "By Petra Lund, 3 March 2021 | ", count: 3_000)
        let json =
            #"{"@type": "NewsArticle", "headline": "\#(big)", "datePublished": "\#(big)", "author": "\#(big)"}"#
        for html in [
            "<script type=application/ld+json>\(json)</script>", "<meta name=author content='\(big)'>",
            "<title>\(big)</title>",
            "<h1>\(big)</h1>", "<h1>Ferry is late</h1><p class=byline>\(big)</p>",
            "<time datetime='\(big)'>\(big)</time>",
            "<html lang='\(big)'>", "<link rel=canonical href='\(big)'>",
            "<h1>\(String(repeating: "a<br>", count: 12_000))</h1>",
        ] {
            let markup = Markup(html: Array(html.utf8))
            #expect(processorTime { _ = MetadataReader.read(markup, origin: Origin(url: big)) } < 2)
        }
    }

    /// `SAYSO_FUZZ_CASES` sets how many inputs are tried.
    @Test func mutatedPagesFuzz() {
        let wish = ProcessInfo.processInfo.environment["SAYSO_FUZZ_CASES"].flatMap { Int($0) }
        let retrieved = StatedTime(year: 2021, month: 3, day: 3)
        for seed in 0..<UInt64(wish ?? 2_000) {
            var generator = SeededGenerator(seed: seed)
            var bytes = Array(Self.page.utf8)
            for _ in 0..<Int.random(in: 1...30, using: &generator) {
                let at = Int.random(in: bytes.indices, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[at] = UInt8.random(in: 0...127, using: &generator)
                case 1:
                    bytes.removeSubrange(
                        at..<min(bytes.count, at + Int.random(in: 1...40, using: &generator))
                    )
                case 2: bytes.insert(contentsOf: Array(generator.pick(Self.pieces).utf8), at: at)
                default: bytes += bytes[at...].prefix(Int.random(in: 1...200, using: &generator))
                }
                if bytes.isEmpty { bytes = [0x3C] }
            }
            let markup = Markup(html: Array(String(decoding: bytes, as: UTF8.self).utf8))
            let page = MetadataReader.read(
                markup,
                origin: Origin(url: "https://velsund.example/a", retrieved: retrieved)
            )
            let nodes = page.bylines + page.timeLines + [page.headline].compactMap(\.self)
            let isSound =
                nodes.allSatisfy(markup.nodes.indices.contains)
                && (page.articleBody.map { $0.range.upperBound <= markup.bytes.count } ?? true)
                && page.metadata.claims.allSatisfy { ($0.time.year ?? 0) <= 2021 }
                && page.metadata.bylines.count <= 12
            if !isSound {
                Issue.record("seed \(seed)")
                return
            }
        }
    }

    private static let pieces = [
        "<", ">", "\"", "'", "{", "}", "[", "]", "<!--", "-->", "<h1>", "</h1>", "<script>", "\\u", "&#x",
        "é", "2021-03-03",
        "By ", "3 March 2021", " itemprop=", " datetime=", "<meta ", "\u{0}", "年", "١٢",
    ]

    private static let page = """
        <!doctype html><html lang="en"><head><title>Ferry late again | Velsund Post</title>
        <meta property="og:title" content="Ferry late again"><meta name="author" content="Petra Lund, Reuters">
        <meta property="article:published_time" content="2021-03-03T07:15:00+01:00">
        <link rel="canonical" href="/2021/03/03/ferry"><script type="application/ld+json">{"@graph": [{"@type":
        "NewsArticle", "headline": "Ferry \\u201clate\\u201d again", "author": {"@id": "#p"}, "datePublished":
        "2021-03-03T06:15:00Z", "articleBody": "The ferry was late."}, {"@id": "#p", "@type": "Person", "name":
        "Petra Lund"}]}</script></head><body><nav><a href="/">Velsund</a></nav><article itemscope
        itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Ferry late again</h1><p class="byline">By
        <a rel="author" itemprop="author">Petra Lund</a> | <time itemprop="datePublished" datetime="2021-03-03">3
        March 2021, 07:15</time> Updated 03/03/2021</p><p>VELSUND, March 3 (Reuters) - The ferry to Marn was late
        again on Wednesday, and nobody at the pier could say why that was.</p></article><footer>&copy; 2021 Velsund
        Post</footer></body></html>
        """
}
