import SaysoArticles
import TestSupport
import Testing

@Suite struct FeedHostileTests {
    /// A feed of each kind, for breaking.
    private static let feeds = [
        """
        <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY m "Marn">]><rss version="2.0"
        xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel xml:base="https://marn.example/">
        <title>&m; &amp; isles</title><item><title>Ferry &lt;b&gt;sails&lt;/b&gt; é</title><link>a/b</link>
        <guid>7</guid><pubDate>Sat, 26 Apr 2025 16:19:00 GMT</pubDate><author>a@b.example (Vane)</author>
        <description>Short &amp;amp; sweet</description><content:encoded><![CDATA[<p>“Late”</p>]]></content:encoded>
        </item><item><title>Two</title></item></channel></rss>
        """,
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Orlo</title><entry><id>1</id>
        <link href="../x"/><author><name>Vane</name></author><updated>2025-04-26T16:28:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Wet<br/>é</p><![CDATA[<&>]]></div></content>
        <summary mode="base64">V2V0</summary></entry></feed>
        """,
        #"""
        {"version":"https://jsonfeed.org/version/1.1","title":"Orlo","items":[{"id":"1","url":"/x","title":"A \u00e9",
        "content_html":"<p>\ud83d\ude00 &amp; \"é\"<\/p>","content_text":"a\n\nb","date_published":"2025-04-26"}]}
        """#,
        """
        <CHANNEL HREF="https://orlo.example/"><TITLE>Orlo</TITLE><ITEM HREF="1"><ABSTRACT>A &lt; b</ABSTRACT></ITEM>
        </CHANNEL>
        """,
    ]

    @Test func damagedFeedsFuzz() {
        var generator = SeededGenerator(seed: 45)
        let parts =
            Self.feeds.flatMap { $0.split(separator: "<").map { "<" + $0 } } + [
                "<![CDATA[", "]]>", "&", "\"", "{",
            ]
        for _ in 0..<fuzzCases(400) {
            var bytes = Array(generator.pick(Self.feeds).utf8)
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let at = Int.random(in: 0...bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0:
                    bytes.removeSubrange(
                        at..<min(bytes.count, at + Int.random(in: 1...30, using: &generator))
                    )
                case 1: bytes.insert(contentsOf: Array(generator.pick(parts).utf8), at: at)
                case 2: if at < bytes.count { bytes[at] = UInt8.random(in: 0x20...0x7E, using: &generator) }
                default: bytes = Array(bytes.prefix(max(at, 20)))
                }
            }
            bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
            guard let feed = Feed(bytes, address: "https://marn.example/feed") else { continue }
            var broken = Feed.isFeed(bytes) ? [] : ["is no feed"]
            for entry in feed.entries {
                broken += Self.broken(feed.html(of: entry), of: feed)
                for content in [entry.heading, entry.summary].compactMap({ $0 }) + entry.contents {
                    broken += Self.broken(content, of: feed)
                }
            }
            #expect(broken.isEmpty, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    /// What is wrong with some HTML: it must be UTF-8, and its verbatim pieces must stand in the feed.
    private static func broken(_ html: (bytes: [UInt8], layer: OffsetMap.Layer), of feed: Feed) -> [String] {
        let pieces = OffsetMap(layers: [html.layer]).pieces(of: 0..<html.bytes.count)
        let strays = pieces.filter { piece in
            !feed.bytes.indices.contains(piece.source)
                || piece.isVerbatim && feed.bytes[piece.source] != html.bytes[piece.text]
        }
        let isText = String(validating: html.bytes, as: UTF8.self) != nil
        return strays.map { "\($0) is not in the feed" } + (isText ? [] : ["not UTF-8"])
    }

    /// What is wrong with a text: its pieces must be in the feed's order as well.
    private static func broken(_ content: Feed.Content, of feed: Feed) -> [String] {
        let html = feed.html(of: content)
        let map = OffsetMap(layers: [html.layer])
        let whole = 0..<html.bytes.count
        return map.brokenPieces(of: whole, text: html.bytes, source: feed.bytes, encoding: .utf8)
    }

    @Test func textsHavePlaces() throws {
        let text =
            "<rss><item><description>&lt;p&gt;Vane &amp;amp; Rask sail&lt;/p&gt;</description></item></rss>"
        let feed = try #require(Feed(Array(text.utf8)))
        let html = feed.html(of: try #require(feed.entries[0].summary))
        #expect(String(decoding: html.bytes, as: UTF8.self) == "<p>Vane &amp; Rask sail</p>")
        let range = try #require(html.bytes.firstRange(of: Array("Rask".utf8)))
        let source = OffsetMap(layers: [html.layer]).sourceRanges(of: range)
        #expect(source.map { String(decoding: feed.bytes[$0], as: UTF8.self) } == ["Rask"])
        let ampersand = try #require(html.bytes.firstRange(of: Array("&amp;".utf8)))
        let spelled = OffsetMap(layers: [html.layer]).sourceRanges(of: ampersand)
        #expect(spelled.map { String(decoding: feed.bytes[$0], as: UTF8.self) } == ["&amp;amp;"])
    }

    @Test(arguments: [
        ("nested elements", "<rss><item>", "<a>", ""),
        ("nested items", "<rss>", "<item><title>a", ""),
        ("nested bases", "<rss>", "<item xml:base='aaaaaaaa/'><link>b", ""),
        ("nested namespaces", "<rss>", "<item xmlns='urn:a' xmlns:b='urn:b' xml:lang='en'>", ""),
        (
            "entries", "<rss>",
            "<item><title>Sea &lt;b&gt;</title><link>a</link><pubDate>1 Jan 2004</pubDate></item>", ""
        ),
        ("unclosed titles", "<rss><item>", "<title>a", ""),
        ("authors", "<rss><item>", "<author>Vane</author>", ""),
        (
            "CDATA in XHTML", "<feed><entry><content type='xhtml'><p/>", "<![CDATA[<]]>",
            "</content></entry></feed>"
        ),
        (
            "empty elements in XHTML", "<feed><entry><content type='xhtml'>", "<p/>&amp;",
            "</content></entry></feed>"
        ),
        ("tags without an end", "<feed><entry><content type='xhtml'><p/>", "<a ", ""),
        ("references", "<rss><item><title>", "&amp;amp;", ""),
        ("declared entities", "<!DOCTYPE rss [", "<!ENTITY a 'bbbbbbbbbbbbbbbb'>", "]><rss><item><title>&a;"),
        ("attributes", "<rss><item ", "xmlns:a='b' ", "><title>a"),
        (
            "items of JSON", "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[",
            "{\"title\":\"a\\u00e9\"},", ""
        ),
        (
            "members of JSON", "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{",
            "\"title\":\"a\",", ""
        ),
    ]) func staysLinear(_ name: String, _ start: String, _ part: String, _ end: String) {
        func time(_ count: Int) -> Double {
            let bytes = Array((start + String(repeating: part, count: count) + end).utf8)
            return processorTime {
                guard let feed = Feed(bytes, address: "https://marn.example/") else { return }
                for entry in feed.entries.prefix(3) { _ = feed.html(of: entry) }
            }
        }
        let count = 500
        // Eight times the input may take no more than 20 times as long.
        #expect(time(8 * count) < 20 * max(time(count), 0.002))
    }

    @Test func entitiesDoNotGrow() throws {
        var text = "<!DOCTYPE rss [<!ENTITY a0 \"aaaaaaaaaa\">"
        for level in 1..<20 {
            let reference = "&a\(level - 1);"
            text += "<!ENTITY a\(level) \"\(String(repeating: reference, count: 10))\">"
        }
        text += "]><rss><item><title>&a19;</title></item></rss>"
        let feed = try #require(Feed(Array(text.utf8)))
        #expect((feed.entries.first?.title ?? "").utf8.count < 100)
    }
}
