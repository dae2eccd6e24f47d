import SaysoArticles
import Testing

@Suite struct MetadataTests {
    private static let address = "https://velsund.example/news/ferry"

    private static func read(_ html: String, url: String? = address, retrieved: StatedTime? = nil)
        -> PageMetadata
    {
        MetadataReader.read(Markup(html: Array(html.utf8)), origin: Origin(url: url, retrieved: retrieved))
    }

    private static func linked(_ json: String) -> String {
        #"<script type="application/ld+json">\#(json)</script>"#
    }

    @Test("JSON-LD gives everything")
    func linkedData() {
        let page = Self.read(
            Self.linked(
                #"""
                {"@context": "https://schema.org", "@type": ["NewsArticle"], "headline": "Ferry late &amp; full",
                 "description": "The third delay in a week at the new pier.", "inLanguage": "en_gb",
                 "author": [{"@type": "Person", "name": "Petra Lund"}, {"@type": "Person", "name": "Nils Orrin"}],
                 "publisher": {"@type": "Organization", "name": "Velsund Post"},
                 "mainEntityOfPage": {"@id": "https://velsund.example/2021/ferry"}, "articleSection": ["Local"],
                 "datePublished": "2021-03-03T07:15:00+01:00", "dateModified": "2021-03-03T09:00:00+01:00",
                 "articleBody": "The ferry was late.\nAgain."}
                """#
            )
        )
        let metadata = page.metadata
        #expect(metadata.headline == "Ferry late & full")
        #expect(metadata.standfirst == "The third delay in a week at the new pier.")
        #expect(metadata.bylines == ["Petra Lund", "Nils Orrin"])
        #expect(metadata.outlet == "Velsund Post")
        #expect(metadata.url == "https://velsund.example/2021/ferry")
        #expect(metadata.language == "en-GB")
        #expect(metadata.section == "Local")
        #expect(metadata.published?.description == "2021-03-03T07:15:00+01:00")
        #expect(metadata.modified?.description == "2021-03-03T09:00:00+01:00")
        #expect(metadata.wire == nil)
        #expect(metadata.claims.map(\.source) == ["json-ld", "json-ld"])
        #expect(page.articleBody?.text == "The ferry was late.\nAgain.")
        #expect(page.articleBody?.pieces.count == 3)
    }

    @Test(arguments: [
        (
            "a graph",
            #"{"@graph": [{"@type": "WebSite", "name": "Velsund"}, {"@type": "Article", "datePublished": "2021-03-03"}]}"#
        ),
        (
            "an array",
            #"[{"@type": "Organization"}, {"@type": "NewsArticle", "datePublished": "2021-03-03"}]"#
        ),
        (
            "an entity of the page",
            #"{"@type": "WebPage", "datePublished": "2020-01-01", "mainEntity": {"@type": "Article", "datePublished": "2021-03-03"}}"#
        ),
        ("a comma too many", #"{"@type": "NewsArticle", "datePublished": "2021-03-03",}"#),
        (
            "a line end in a string",
            "{\"@type\": \"NewsArticle\", \"headline\": \"Ferry\nlate\", \"datePublished\": \"2021-03-03\"}"
        ),
        ("an HTML comment around", #"<!-- {"@type": "NewsArticle", "datePublished": "2021-03-03"} -->"#),
        (
            "CDATA around",
            "//<![CDATA[\n{\"@type\": \"NewsArticle\", \"datePublished\": \"2021-03-03\"}\n//]]>"
        ),
        (
            "quotation marks in a string",
            #"{"@type": "NewsArticle", "headline": "The "new" ferry", "datePublished": "2021-03-03"}"#
        ),
        (
            "broken off",
            #"{"@type": "NewsArticle", "datePublished": "2021-03-03", "articleBody": "The ferry wa"#
        ),
        (
            "a type with its address",
            #"{"@type": "http://schema.org/NewsArticle", "datePublished": "2021-03-03"}"#
        ),
        (
            "other articles in a list",
            #"{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2019-01-01"}]} {"@type": "NewsArticle", "datePublished": "2021-03-03"}"#
        ),
        (
            "an article with another address",
            #"[{"@type": "NewsArticle", "url": "https://velsund.example/other", "datePublished": "2019-01-01"}, {"@type": "NewsArticle", "url": "https://velsund.example/news/ferry/", "datePublished": "2021-03-03"}]"#
        ),
    ])
    func findsTheArticle(_ what: String, _ json: String) {
        #expect(Self.read(Self.linked(json)).metadata.published?.description == "2021-03-03")
    }

    @Test("Authors by reference, organisations apart")
    func references() {
        let metadata = Self.read(
            Self.linked(
                #"""
                {"@graph": [{"@type": "NewsArticle", "author": {"@id": "#p"}, "publisher": {"@id": "#o"}},
                  {"@type": "Person", "@id": "#p", "name": "Petra Lund"},
                  {"@type": "Organization", "@id": "#o", "name": "Velsund Post"}]}
                """#
            )
        ).metadata
        #expect(metadata.bylines == ["Petra Lund"])
        #expect(metadata.outlet == "Velsund Post")
        let wire = Self.read(
            Self.linked(
                #"{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "The Associated Press"}}"#
            )
        ).metadata
        #expect(wire.bylines == [])
        #expect(wire.wire == "AP")
    }

    @Test(arguments: [
        (
            #"<meta property="article:published_time" content="2021-03-03T07:15:00Z">"#,
            "2021-03-03T07:15:00Z", "meta article:published_time"
        ),
        (
            #"<meta name="parsely-pub-date" content="2021-03-03T07:15:00Z">"#, "2021-03-03T07:15:00Z",
            "meta parsely-pub-date"
        ),
        (
            #"<meta name="sailthru.date" content="2021-03-03 07:15:00 UTC">"#, "2021-03-03T07:15:00Z",
            "meta sailthru.date"
        ),
        (
            #"<meta name="cXenseParse:recs:publishtime" content="2021-03-03T07:15:00Z">"#,
            "2021-03-03T07:15:00Z", "meta cxenseparse:recs:publishtime"
        ),
        (#"<meta name="DC.date.issued" content="2021-03-03">"#, "2021-03-03", "meta dc.date.issued"),
        (
            #"<meta name="citation_publication_date" content="2021/03/03">"#, "2021-03-03",
            "meta citation_publication_date"
        ),
        (#"<meta name="bt:pubDate" content="20210303T071500Z">"#, "2021-03-03T07:15:00Z", "meta bt:pubdate"),
        (#"<meta name="date" content="Wed, 03 Mar 2021 07:15:00 GMT">"#, "2021-03-03T07:15:00Z", "meta date"),
        (
            #"<div itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="datePublished" content="2021-03-03"></div>"#,
            "2021-03-03", "microdata"
        ),
        (
            #"<span property="schema:datePublished" content="2021-03-03">3 March</span>"#, "2021-03-03",
            "microdata"
        ),
        (
            #"<h1>The ferry to Marn is late</h1><time datetime="2021-03-03T07:15:00+01:00">3 Mar</time>"#,
            "2021-03-03T07:15:00+01:00", "time element"
        ),
        (
            #"<h1>The ferry to Marn is late</h1><p>Published 3 March 2021, 07:15</p>"#, "2021-03-03T07:15",
            "text"
        ),
        (
            #"<div><p class="when">miércoles 3 de marzo de 2021</p><h1>The ferry to Marn is late</h1></div>"#,
            "2021-03-03", "text"
        ),
        (#"<h2>Ferry</h2><div class="post-date">03.03.2021</div>"#, "2021-03-03", "text elsewhere"),
        (#"<link rel="canonical" href="/2021/03/03/ferry">"#, "2021-03-03", "address"),
    ])
    func findsTimes(_ html: String, _ time: String, _ source: String) {
        let metadata = Self.read(html).metadata
        #expect(metadata.published?.description == time)
        #expect(metadata.claims.first?.source == source)
    }

    @Test(arguments: [
        (#"<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><meta itemprop="datePublished" content="2021-03-03"></div>"#),
        (#"<h1>The ferry to Marn is late</h1><footer><p>3 March 2021</p></footer>"#),
        (#"<h1>The ferry to Marn is late</h1><nav><time datetime="2021-03-03">now</time></nav>"#),
        (#"<meta property="article:published_time" content="1970-01-01T00:00:00Z">"#),
        (#"<meta property="article:published_time" content="0001-01-01T00:00:00">"#),
        (#"<meta property="article:published_time" content="soon">"#),
        (#"<h1>The ferry to Marn is late</h1><p>The last one sank on 3 March 2021, a winter that the people of Marn remember well, as nothing sailed for weeks.</p>"#),
    ])
    func leavesOtherTimesAlone(_ html: String) {
        #expect(Self.read(html).metadata.published == nil)
    }

    @Test("Nothing is later than the page's retrieval, but for zones")
    func future() {
        let html =
            #"<meta property="article:published_time" content="2021-03-03T07:15:00Z"><meta name="date" content="2021-03-01">"#
        let time: (Int) -> StatedTime? = {
            StatedTime(year: 2021, month: 3, day: $0, clock: .init(hour: 9, minute: 0, zone: 0))
        }
        #expect(Self.read(html, retrieved: time(2)).metadata.published?.description == "2021-03-01")
        #expect(Self.read(html, retrieved: time(2)).metadata.claims.count == 1)
        #expect(Self.read(html, retrieved: time(3)).metadata.published?.description == "2021-03-03T07:15:00Z")
        let day = #"<meta name="date" content="2021-03-03">"#
        #expect(Self.read(day, retrieved: StatedTime(year: 2021, month: 3, day: 3)).metadata.published != nil)
        #expect(
            Self.read(day, retrieved: StatedTime(year: 2021, month: 2, day: 28)).metadata.published == nil
        )
    }

    @Test("Where sources disagree, all are kept")
    func conflicts() {
        let metadata = Self.read(
            Self.linked(#"{"@type": "NewsArticle", "datePublished": "2021-03-04"}"#)
                + #"<meta property="article:published_time" content="2021-03-01"><h1>Ferry late again</h1><p>1 March 2021</p>"#
        ).metadata
        #expect(metadata.published?.description == "2021-03-04")
        #expect(
            Set(metadata.claims.map { "\($0.source) \($0.time)" }) == [
                "json-ld 2021-03-04", "meta article:published_time 2021-03-01", "text 2021-03-01",
            ]
        )
    }

    @Test("A program's day in Greenwich gives way to the newsroom's")
    func zones() {
        let utc = Self.linked(#"{"@type": "NewsArticle", "datePublished": "2021-03-04T02:15:00Z"}"#)
        func published(_ rest: String) -> String? { Self.read(utc + rest).metadata.published?.description }
        #expect(published("") == "2021-03-04T02:15:00Z")
        #expect(published("<h1>Ferry late again</h1><p>March 3, 2021</p>") == "2021-03-03")
        #expect(
            published("<h1>Ferry late again</h1><p>March 3, 2021 9:15 p.m.</p>") == "2021-03-03T21:15-05:00"
        )
        #expect(
            published(#"<meta property="article:published_time" content="2021-03-03T21:15:00-05:00">"#)
                == "2021-03-03T21:15:00-05:00"
        )
        #expect(published(#"<h1>Ferry late again</h1><p>March 1, 2021</p>"#) == "2021-03-04T02:15:00Z")
    }

    @Test("A change is one only after the publication")
    func modified() {
        func modified(_ published: String, _ modified: String) -> String? {
            Self.read(
                #"<meta property="article:published_time" content="\#(published)"><meta property="article:modified_time" content="\#(modified)">"#
            ).metadata.modified?.description
        }
        #expect(modified("2021-03-03T07:15:00Z", "2021-03-03T08:00:00Z") == "2021-03-03T08:00:00Z")
        #expect(modified("2021-03-03T07:15:00Z", "2021-03-03T07:15:00Z") == nil)
        #expect(modified("2021-03-03T07:15:00Z", "2021-03-02T07:15:00Z") == nil)
        #expect(modified("2021-03-03", "2021-03-03T08:00:00Z") == nil)
        #expect(modified("2021-03-03", "2021-03-05") == "2021-03-05")
    }

    @Test(arguments: [
        ("<title>The ferry is late again | Velsund Post</title>", "The ferry is late again"),
        (
            "<title>Velsund: The ferry is late again - velsund.example</title>",
            "Velsund: The ferry is late again"
        ),
        (
            #"<title>x</title><meta property="og:title" content="The ferry is late again">"#,
            "The ferry is late again"
        ),
        (
            #"<meta property="og:title" content="The ferry is late"><h1>Velsund Post</h1><h1>The  ferry is <i>late</i></h1>"#,
            "The ferry is late"
        ),
        (
            "<title>The ferry is late again – Velsund Post</title><h2>Most read</h2><h2>The ferry is late again</h2>",
            "The ferry is late again"
        ),
        ("<h1>The ferry to Marn is late again</h1>", "The ferry to Marn is late again"),
        ("<p>Nothing</p>", nil),
    ])
    func findsHeadlines(_ html: String, _ headline: String?) {
        let outlet = #"<meta property="og:site_name" content="Velsund Post">"#
        #expect(Self.read(outlet + html).metadata.headline == headline)
    }

    @Test func tellsWhereLinesStand() throws {
        let html = """
            <title>The ferry is late again</title><article><h1>The ferry is <b>late</b> again</h1>
            <div class="byline">By <a rel="author" href="/lund">Petra Lund</a></div><p class="date">3 March 2021</p>
            <p>\(String(repeating: "The ferry to Marn was late for the third time this week. ", count: 8))</p></article>
            """
        let markup = Markup(html: Array(html.utf8))
        let page = MetadataReader.read(markup)
        let headline = try #require(page.headline)
        #expect(markup.name(of: headline) == "h1")
        #expect(page.bylines.map { markup.text(of: $0) } == ["By ", "Petra Lund"])
        #expect(page.timeLines.map { markup.text(of: $0) } == ["3 March 2021"])
        #expect(page.metadata.bylines == ["Petra Lund"])
    }

    @Test(arguments: [
        (#"<link rel="canonical" href="https://velsund.example/ferry">"#, "https://velsund.example/ferry"),
        (#"<link rel="canonical" href="../ferry?id=2">"#, "https://velsund.example/ferry?id=2"),
        (
            #"<link rel="canonical" href="https://velsund.example/"><meta property="og:url" content="https://velsund.example/a">"#,
            "https://velsund.example/a"
        ),
        (#"<link rel="canonical" href="javascript:void(0)">"#, address),
        ("", address),
    ])
    func findsAddresses(_ html: String, _ url: String) {
        #expect(Self.read(html).metadata.url == url)
    }

    @Test(arguments: [
        (#"<html lang="en-GB">"#, nil, "en-GB"),
        (#"<meta http-equiv="content-language" content="fr">"#, nil, "fr"),
        (#"<meta property="og:locale" content="tr_TR">"#, nil, "tr-TR"),
        (
            #"<html lang="en">"#,
            "Vapur bir kez daha gecikti ve liman müdürü bunun için ne olduğu konusunda bir bilgi almadı, ama yolcular için yeni bir sefer olarak bu akşam var.",
            "tr"
        ),
        (
            #"<html lang="de">"#,
            "The ferry to Marn was late again, and the harbour master said that he had not been told why it was, or when it will sail.",
            "en"
        ),
        (
            "",
            "The ferry to Marn was late again, and the harbour master said that he had not been told why it was, or when it will sail.",
            "en"
        ),
        ("", nil, nil),
    ])
    func tellsLanguages(_ html: String, _ text: String?, _ language: String?) {
        #expect(Self.read(html + (text.map { "<p>\($0)</p>" } ?? "")).metadata.language == language)
    }

    @Test(arguments: [
        ("<h1>Ferry is late again</h1><p>Source: Reuters</p>", "Reuters"),
        (
            "<h1>Ferry is late again</h1><p>VELSUND, March 3 (AP) — The ferry to Marn was late again on Wednesday, its master said.</p>",
            "AP"
        ),
        (#"<h1>Ferry is late again</h1><span class="author">Agence France-Presse</span>"#, "AFP"),
        (#"<meta name="author" content="Petra Lund, Associated Press">"#, "AP"),
        (
            #"<meta name="copyright" content="Copyright 2021 The Associated Press. All rights reserved.">"#,
            "AP"
        ),
        (
            "<h1>Ferry is late again</h1><p>Text.</p><p>© 2021 The Associated Press. All rights reserved.</p>",
            "AP"
        ),
        (
            "<h1>Ferry is late again</h1><figure><figcaption>The pier. (Nils Orrin / AP)</figcaption></figure>",
            nil
        ),
        ("<h1>Ferry is late again</h1><p>The pier. (Nils Orrin / Associated Press)</p>", nil),
        ("<h1>Ferry is late again</h1><p>Photo: Reuters</p>", nil),
        ("<h1>Reuters reporters on the ferry</h1>", nil),
    ])
    func findsWires(_ html: String, _ wire: String?) {
        #expect(Self.read(html).metadata.wire == wire)
    }

    @Test(arguments: [
        (#"<meta property="og:site_name" content="Velsund Post">"#, "Velsund Post"),
        ("<title>Ferry late | The Velsund</title>", "The Velsund"),
        (#"<meta property="og:site_name" content="https://velsund.example">"#, nil),
        ("<title>Ferry late | News</title>", nil),
    ])
    func findsOutlets(_ html: String, _ outlet: String?) {
        #expect(Self.read(html, url: "https://www.velsund.example/ferry").metadata.outlet == outlet)
    }
}
