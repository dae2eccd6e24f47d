import TestSupport
import Testing

@testable import SaysoArticles

/// Articles that come from pages: their text, its parts, and the way back to the page's bytes.
@Suite struct PageArticleTests {
    static let page = """
        <!doctype html><html lang="en-GB"><head><meta charset="utf-8">
        <title>Ferry to Orrin Sound stops for winter | The Tamsin Courier</title>
        <meta property="og:site_name" content="The Tamsin Courier">
        <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry to Orrin Sound stops for winter",
        "datePublished": "2025-11-03T07:30:00+01:00", "author": {"@type": "Person", "name": "Mara Venn"}}</script></head>
        <body><nav><ul><li><a href="/">Home</a><li><a href="/sport">Sport</a></ul></nav>
        <main><article><h1>Ferry to Orrin&nbsp;Sound stops  for
            winter</h1><p class="byline">By Mara Venn</p>
        <p>The ferry between Tamsin and Orrin Sound will stop on Monday, the harbour board said, because the boat&rsquo;s
        engine has failed <em>twice</em> in a month and no spare parts are to be had before spring.</p>
        <p>&ldquo;We asked for a new engine in&nbsp;2019,&rdquo; said Petra Lund, who leads the boat owners&#8217;
        association. &ldquo;We were told to wait, and now the islanders will wait with us.&rdquo;</p>
        <figure><img src="boat.jpg" alt=""><figcaption>The ferry at its berth on Friday, before the second failure.</figcaption></figure>
        <h2>What the islanders do</h2>
        <p>Two fishing boats will carry post and medicine three times a week, weather permitting, the council wrote on its
        notice board, and it asked households to order coal &amp; oil before the month is over.</p>
        </article><aside><h3>Most read</h3><ul><li><a href="/1">Council sells the old mill</a><li><a href="/2">Snow shuts
        the pass</a></ul></aside></main>
        <footer><p>Copyright The Tamsin Courier. All rights reserved. <a href="/terms">Terms of use</a></p></footer></body></html>
        """

    @Test func parts() throws {
        let article = try Article(page: Array(Self.page.utf8))
        let parts = article.paragraphs.map { "\($0.kind.rawValue): \(article.text[$0.range].prefix(34))" }
        #expect(
            parts == [
                "headline: Ferry to Orrin\u{A0}Sound stops for win",
                "body: The ferry between Tamsin and Orrin",
                "body: “We asked for a new engine in\u{A0}2019",
                "caption: The ferry at its berth on Friday, ",
                "subhead: What the islanders do", "body: Two fishing boats will carry post ",
            ]
        )
        #expect(article.metadata.headline == "Ferry to Orrin Sound stops for winter")
        #expect(article.metadata.outlet == "The Tamsin Courier")
        #expect(article.metadata.bylines == ["Mara Venn"])
        #expect(article.metadata.language == "en-GB")
        #expect(article.published?.description == "2025-11-03T07:30:00+01:00")
    }

    /// The words around a place lead to the bytes that spell them, tags and references between them.
    @Test(arguments: [
        ("will stop on Monday", ["will stop on Monday"]),
        ("boat’s\nengine", []),
        ("boat’s engine", ["boat&rsquo;s\nengine"]),
        ("failed twice in a month", ["failed ", "twice", " in a month"]),
        ("coal & oil", ["coal &amp; oil"]),
        ("owners’ association", ["owners&#8217;\nassociation"]),
        ("for winter", ["for\n    winter"]),
    ])
    func places(words: String, spelled: [String]) throws {
        let source = Array(Self.page.utf8)
        let article = try Article(page: source)
        guard let range = article.text.description.utf8Range(of: words) else {
            #expect(spelled.isEmpty)
            return
        }
        let ranges = article.offsetMap.sourceRanges(of: range)
        #expect(ranges.map { String(decoding: source[$0], as: UTF8.self) } == spelled)
    }

    /// The same page in other encodings has the same text, and its places in each are its own.
    @Test(arguments: [
        ("windows-1252", "“”’é"), ("koi8-r", "Паром"), ("gbk", "渡轮"),
    ])
    func encodings(label: String, letters: String) throws {
        let encoding = try #require(TextEncoding(label: label))
        let html = Self.page.replacing("<meta charset=\"utf-8\">", with: "").replacing("twice", with: letters)
        let source = try #require(EncodedText.bytes(of: html, in: encoding))
        let article = try Article(page: source, origin: Origin(contentType: "text/html; charset=\(label)"))
        #expect(article.encoding == encoding)
        #expect(article.text.description.contains("failed \(letters) in a month"))
        let all = 0..<article.text.count
        let broken = article.offsetMap.brokenPieces(
            of: all,
            text: article.text.utf8,
            source: source,
            encoding: encoding,
            isMoved: true
        )
        #expect(broken == [])
    }

    /// Pages that give their story to machines alone.
    static let linked = [
        #"The mill was sold on Monday, the council\u2019s clerk said.\n\n\"We had no choice,\" said Ida Pell. \ud83d\ude00\r\n"#
            + "R&amp;D moves out, the owner&#8217;s letter says.",
        #"<p>The mill was sold on Monday, the council\u2019s clerk said.<\/p>\n<p>\"We had no choice,\" said <b>Ida"#
            + #" Pell<\/b>. \ud83d\ude00<\/p><p>R&amp;D moves out, the owner&#8217;s letter says.<\/p>"#,
    ]

    @Test(
        "A story that only machines are shown is read, and its places are those of the script",
        arguments: linked,
        [
            "<div id=app></div>", "<noscript>You need scripts to read this.</noscript>",
            "<p>Please wait while the story is loaded.</p>",
        ]
    )
    func linkedStory(body: String, shown: String) throws {
        let page = """
            <html lang="en"><head><title>Mill at Tolland sold</title><script type="application/ld+json">
            {"@type": "NewsArticle", "headline": "Mill at Tolland sold", "articleBody": "\(body)"}</script></head>
            <body><nav><a href="/">Home</a></nav>\(shown)</body></html>
            """
        let source = Array(page.utf8)
        let article = try Article(page: source)
        #expect(
            article.text.description == """
                Mill at Tolland sold

                The mill was sold on Monday, the council’s clerk said.

                "We had no choice," said Ida Pell. 😀

                R&D moves out, the owner’s letter says.
                """
        )
        #expect(article.brokenPlaces(in: source) == [])
        for (words, spelled) in [
            ("council’s clerk", #"council\u2019s clerk"#), ("R&D moves", "R&amp;D moves"),
        ] {
            let range = try #require(article.text.description.utf8Range(of: words))
            let ranges = article.offsetMap.sourceRanges(of: range)
            #expect(ranges.map { String(decoding: source[$0], as: UTF8.self) }.joined() == spelled)
        }
    }

    @Test("A page that shows its story is read as it shows it")
    func shownStory() throws {
        let script =
            #"<script type="application/ld+json">{"@type": "Article", "articleBody": "Other words."}</script>"#
        let page = Self.page.replacing("</head>", with: script + "</head>")
        #expect(
            try Article(page: Array(page.utf8)).text.utf8 == Article(page: Array(Self.page.utf8)).text.utf8
        )
    }

    @Test("A headline of megabytes does not cost the story its paragraph")
    func longHeadline() throws {
        let words = String(repeating: "Word ", count: 200_000)
        let story = "\"We will not stop,\" said Anna Berg, the mayor of Tollen, on Monday at the town hall."
        let page =
            "<html><head><title>\(words)</title></head><body><h1>\(words)</h1><p>\(story)</p></body></html>"
        let article = try Article(page: Array(page.utf8))
        #expect(article.paragraphs.contains { article.text[$0.range] == story && $0.kind == .body })
    }

    @Test(arguments: [
        ("A\u{AD}B C\u{200B}D \u{FEFF}E\u{2060}", "AB CD E"), ("  A \n\t B&#32;&#10;C  ", "A B C"),
        ("A<br>B<br/> C", "A\nB\nC"), ("A&nbsp;&nbsp;B", "A\u{A0}\u{A0}B"), ("A<b> B</b> <i>C</i>", "A B C"),
        ("A<!-- x -->B", "AB"), ("&#173;&shy;", ""),
    ])
    func whiteSpace(html: String, expected: String) {
        let markup = Markup(html: Array("<p>\(html)</p>".utf8))
        var text = PageText(markup)
        let nodes = markup.nodes.indices.filter { [.text, .br].contains(markup.nodes[$0].tag) }
        text.append(Block(kind: .body, nodes: nodes))
        #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
    }

    @Test(arguments: [
        "", " ", "<html></html>", "<script>var a = 1</script>", "<!-- nothing -->", "<p> </p>", "<img src=x>",
    ])
    func noArticle(html: String) {
        let error = #expect(throws: ArticleError.self) { try Article(page: Array(html.utf8)) }
        #expect([.noArticle, .empty].contains(error?.code))
    }

    /// Whatever happens to a page's bytes, an article of it is sound, or an error says why there is none.
    @Test func fuzz() throws {
        var random = SeededGenerator(seed: 11)
        let source = Array(Self.page.utf8)
        for _ in 0..<fuzzCases(300) {
            var bytes = source
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1:
                    bytes.removeSubrange(
                        place..<min(bytes.count, place + Int.random(in: 1...200, using: &random))
                    )
                case 2:
                    bytes.insert(
                        contentsOf: random.pick(["<", ">", "\"", "</p>", "&", "<p>", "\0", "<!--"]).utf8,
                        at: place
                    )
                default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 300)], at: place)
                }
                if bytes.isEmpty { bytes = [0x3C] }
            }
            guard let article = try? Article(page: bytes) else { continue }
            #expect(article.brokenPlaces(in: bytes) == [])
        }
    }

    @Test func feedEntry() throws {
        let feed = """
            <?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>The Tamsin Courier</title><item>
            <title>Mill &amp;amp; weir sold</title><link>https://courier.example/mill</link>
            <pubDate>Mon, 03 Nov 2025 07:30:00 +0100</pubDate>
            <description>&lt;p&gt;The council sold the mill on Monday, its clerk&amp;rsquo;s office said.&lt;/p&gt;</description>
            </item></channel></rss>
            """
        let source = Array(feed.utf8)
        let document = try #require(try FeedDocument(source))
        let article = try document.article(ofEntry: 0)
        #expect(
            article.text.description
                == "Mill & weir sold\n\nThe council sold the mill on Monday, its clerk’s office said."
        )
        #expect(article.metadata.url == "https://courier.example/mill")
        #expect(article.published?.description == "2025-11-03T07:30:00+01:00")
        let range = try #require(article.text.description.utf8Range(of: "clerk’s office"))
        let ranges = article.offsetMap.sourceRanges(of: range)
        #expect(ranges.map { String(decoding: source[$0], as: UTF8.self) } == ["clerk&amp;rsquo;s office"])
    }
}

extension String {
    fileprivate func utf8Range(of words: String) -> Range<Int>? {
        guard let range = firstRange(of: words) else { return nil }
        return utf8.distance(
            from: startIndex,
            to: range.lowerBound
        )..<utf8.distance(from: startIndex, to: range.upperBound)
    }
}
