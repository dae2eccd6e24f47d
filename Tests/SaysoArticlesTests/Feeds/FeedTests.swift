import SaysoArticles
import TestSupport
import Testing

@Suite struct FeedTests {
    /// What a reader of a feed sees of it, line by line.
    static func dump(_ text: String, address: String? = nil) -> String {
        guard let feed = Feed(Array(text.utf8), address: address) else { return "no feed" }
        func field(_ name: String, _ value: (some CustomStringConvertible)?) -> String {
            value.map { " \(name)=\($0)" } ?? ""
        }
        var lines = [
            "feed" + field("title", feed.title) + field("subtitle", feed.subtitle) + field("link", feed.link)
                + field("language", feed.language) + field("published", feed.published)
                + field("updated", feed.updated)
        ]
        for entry in feed.entries {
            func html(_ content: Feed.Content) -> String {
                String(decoding: feed.html(of: content).bytes, as: UTF8.self)
                    .split { $0.isWhitespace }.joined(separator: " ")
            }
            lines.append(
                "entry" + field("id", entry.id) + field("title", entry.title) + field("link", entry.link)
                    + entry.authors.map { field("by", $0) }.joined() + field("published", entry.published)
                    + field("updated", entry.updated) + field("language", entry.language)
                    + entry.categories.map { field("in", $0) }.joined()
                    + field("summary", entry.summary.map(html))
                    + entry.contents.map { field("content", html($0)) }.joined()
            )
        }
        return lines.joined(separator: "\n")
    }

    @Test(arguments: [
        (
            "RSS 2.0",
            """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
              xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Marn Gazette</title>
            <link>https://gazette.example/</link><description>News of the isles</description>
            <language>en-GB</language><lastBuildDate>Sat, 26 Apr 2025 16:28:00 GMT</lastBuildDate>
            <image><title>Logo</title><link>https://gazette.example/logo</link></image>
            <item><title>Ferry &amp;amp; quay</title><link>https://gazette.example/ferry</link>
            <guid isPermaLink="false">ferry-1</guid><dc:creator>Dessa Marn</dc:creator>
            <pubDate>Sat, 26 Apr 2025 16:19:00 GMT</pubDate><category>Transport</category>
            <description>A short &lt;b&gt;word&lt;/b&gt;</description>
            <content:encoded><![CDATA[<p>It will sail.</p>]]></content:encoded></item></channel></rss>
            """,
            """
            feed title=The Marn Gazette subtitle=News of the isles link=https://gazette.example/ language=en-GB \
            updated=2025-04-26T16:28:00Z
            entry id=ferry-1 title=Ferry & quay link=https://gazette.example/ferry by=Dessa Marn \
            published=2025-04-26T16:19:00Z language=en-GB in=Transport summary=A short <b>word</b> \
            content=<p>It will sail.</p>
            """
        ),
        (
            "RSS 0.91 with authors as mail has them",
            """
            <rss version="0.91"><channel><title>Marn</title><item><title>One</title>
            <author>desk@marn.example (Oddur Vane)</author><description>Plain</description></item>
            <item><author>Tove Rask &lt;tove@marn.example&gt;</author><guid>https://marn.example/2</guid></item>
            <item><author>desk@marn.example</author></item></channel></rss>
            """,
            """
            feed title=Marn
            entry title=One by=Oddur Vane summary=Plain
            entry id=https://marn.example/2 link=https://marn.example/2 by=Tove Rask
            entry
            """
        ),
        (
            "RSS 1.0",
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
              xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://orlo.example/">
            <title>Orlo</title><items><rdf:Seq><rdf:li rdf:resource="https://orlo.example/1"/></rdf:Seq></items>
            </channel><item rdf:about="https://orlo.example/1"><title>One</title><dc:date>2025-04-26</dc:date>
            <dc:subject>Harbour</dc:subject></item><textinput><title>Search</title></textinput></rdf:RDF>
            """,
            """
            feed title=Orlo link=https://orlo.example/
            entry id=https://orlo.example/1 title=One link=https://orlo.example/1 published=2025-04-26 in=Harbour
            """
        ),
        (
            "Atom 1.0",
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="is"><title type="html">Orlo &amp;mdash; now</title>
            <link rel="self" href="https://orlo.example/feed"/><link href="https://orlo.example/"/>
            <updated>2025-04-26T16:28:00Z</updated><author><name>Orlo desk</name></author>
            <entry><title>2 &lt; 3</title><id>tag:orlo.example,2025:1</id>
            <link rel="enclosure" href="https://orlo.example/1.ogg"/>
            <link rel="alternate" type="application/pdf" href="https://orlo.example/1.pdf"/>
            <link rel="alternate" type="text/html" href="/1"/>
            <author><name>Dessa Marn</name><uri>https://orlo.example/dessa</uri></author>
            <author><name>Oddur Vane</name></author><category term="x-1" label="Sea"/>
            <published>2025-04-26T18:19:00+02:00</published><updated>2025-04-26T16:28:00Z</updated>
            <summary>1 &amp; 2</summary><content type="xhtml" xml:lang="en"><div
            xmlns="http://www.w3.org/1999/xhtml"><p>It will &amp; must<br/> sail.</p></div></content>
            <source><title>Elsewhere</title><id>other</id></source></entry></feed>
            """,
            """
            feed title=Orlo — now link=https://orlo.example/ language=is updated=2025-04-26T16:28:00Z
            entry id=tag:orlo.example,2025:1 title=2 < 3 link=https://orlo.example/1 by=Dessa Marn by=Oddur Vane \
            published=2025-04-26T18:19:00+02:00 updated=2025-04-26T16:28:00Z language=is in=Sea summary=1 &amp; 2 \
            content=<div xmlns="http://www.w3.org/1999/xhtml"><p>It will &amp; must<br/> sail.</p></div>
            """
        ),
        (
            "Atom 0.3",
            """
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Orlo</title><tagline>Isles</tagline>
            <modified>2004-01-02T00:00:00Z</modified><entry><title mode="escaped" type="text/html">A &lt;i&gt;b
            &lt;/i&gt;</title><issued>2004-01-01T09:00:00Z</issued><created>2003-12-31</created>
            <content mode="base64" type="text/html">PHA+SGFyYm91cjwvcD4=</content></entry></feed>
            """,
            """
            feed title=Orlo subtitle=Isles updated=2004-01-02T00:00:00Z
            entry title=A b published=2004-01-01T09:00:00Z content=<p>Harbour</p>
            """
        ),
        (
            "CDF",
            """
            <CHANNEL HREF="https://orlo.example/"><TITLE>Orlo</TITLE><ABSTRACT>Isles</ABSTRACT>
            <ITEM HREF="https://orlo.example/1" LASTMOD="2004-04-06T23:05:43-05:00"><TITLE>One</TITLE></ITEM></CHANNEL>
            """,
            """
            feed title=Orlo subtitle=Isles link=https://orlo.example/
            entry title=One link=https://orlo.example/1 updated=2004-04-06T23:05:43-05:00
            """
        ),
        (
            "JSON Feed",
            #"""
            {"version": "https://jsonfeed.org/version/1.1", "title": "Orlo", "home_page_url": "https://orlo.example",
            "language": "en", "description": "Isles", "items": [{"id": 7, "url": "/1", "title": "A \u003c B \"c\"",
            "content_html": "<p>It\u2019s <b>late<\/b>.<\/p>", "content_text": "It’s\n\nlate.", "tags": ["Sea"],
            "date_published": "2025-04-26T16:19:00Z", "authors": [{"name": "Dessa Marn"}]}]}
            """#,
            """
            feed title=Orlo subtitle=Isles link=https://orlo.example language=en
            entry id=7 title=A < B "c" link=https://orlo.example/1 by=Dessa Marn published=2025-04-26T16:19:00Z \
            language=en in=Sea content=<p>It’s <b>late</b>.</p> content=It’s <p> late.
            """
        ),
    ]) func reads(_ kind: String, _ text: String, _ expected: String) {
        #expect(Self.dump(text) == expected)
        #expect(Feed.isFeed(Array(text.utf8)))
    }

    @Test(arguments: [
        ("", false), ("   ", false), ("{}", false), ("{\"version\": \"2\"}", false), ("plain words", false),
        ("<!DOCTYPE html><html><head><title>Feed</title></head><body><rss></rss></body></html>", false),
        ("<urlset><url/></urlset>", false), ("<opml><body><outline/></body></opml>", false),
        ("<feed><product/></feed>", false), ("<rdf:RDF><owl:Class/></rdf:RDF>", false),
        ("<rdf:RDF xmlns='http://purl.org/rss/1.0/'/>", true),
        ("\u{FEFF}<?xml version='1.0'?><!-- a --><?style?><!DOCTYPE rss [<!ENTITY a \"b\">]><rss/>", true),
        ("<b>Warning</b>: line 3<br/>\n<?xml version='1.0'?><RSS><CHANNEL/></RSS>", true),
        ("<feed xmlns='http://www.w3.org/2005/Atom'/>", true), ("<atom:feed><atom:entry/></atom:feed>", true),
        ("\n {\"version\":\"https://jsonfeed.org/version/1\"", true),
    ]) func tellsFeedsFromOtherThings(_ text: String, _ isFeed: Bool) {
        #expect(Feed.isFeed(Array(text.utf8)) == isFeed)
        #expect((Feed(Array(text.utf8)) != nil) == isFeed)
    }

    @Test(arguments: [
        ("a prefix nobody declared", "<rss><item><dc:creator>Vane</dc:creator></item></rss>", "by=Vane"),
        ("a stray ampersand", "<rss><item><title>Vane & Rask</title></item></rss>", "title=Vane & Rask"),
        ("HTML's references", "<rss><item><title>Caf&eacute;</title></item></rss>", "title=Café"),
        ("wrong case", "<RSS><Channel><Item><TITLE>Sea</Title></ITEM></CHANNEL></RSS>", "title=Sea"),
        ("an unclosed title", "<rss><item><title>Sea<guid>7</guid></item></rss>", "id=7 title=Sea"),
        (
            "an unclosed item",
            "<rss><channel><item><title>Sea</title><item><title>Land</title></item></channel></rss>",
            "title=Sea\nentry title=Land"
        ),
        (
            "an unclosed picture",
            "<rss><item><media:content url='x'><pubDate>1 Jan 2004</pubDate><title>Sea</title></item></rss>",
            "title=Sea published=2004-01-01"
        ),
        (
            "markup in CDATA beside a stray element",
            "<rss><item><description><![CDATA[<p>Sea</p>]]><x/></description></item></rss>",
            "summary=<p>Sea</p>"
        ),
        (
            "another's author",
            "<rss><item><x:note><author>Rask</author></x:note><title>Sea</title></item></rss>", "title=Sea"
        ),
        (
            "a feed that breaks off", "<rss><channel><item><title>Sea</title><description>Wat",
            "title=Sea summary=Wat"
        ),
        (
            "markup that nobody escaped",
            "<rss><item><description>A <b>b</b> <p/>c &amp; d</description></item></rss>",
            "summary=A <b>b</b> <p></p>c &amp; d"
        ),
        (
            "a title of another vocabulary",
            "<rss><item><media:title>Picture</media:title><title>Sea</title></item></rss>", "title=Sea"
        ),
        (
            "prefixes for everything",
            """
            <a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:h="http://www.w3.org/1999/xhtml"><a:entry>\
            <a:title>Sea</a:title><a:content type="xhtml"><h:div><h:p>Wet<h:br/></h:p></h:div></a:content>\
            </a:entry></a:feed>
            """, "title=Sea content=<div><p>Wet<br/></p></div>"
        ),
        (
            "an unknown namespace for all",
            "<rss xmlns='urn:x'><channel><item><title>Sea</title></item></channel></rss>", "title=Sea"
        ),
        (
            "another XML inside",
            "<feed><id/><entry><content type='application/atom+xml'><entry><title>In</title></entry></content>"
                + "<title>Out</title></entry></feed>",
            "title=Out"
        ),
        (
            "CDATA in XHTML",
            "<feed><id/><entry><content type='xhtml'><p>a</p><![CDATA[<b> & c]]></content></entry></feed>",
            "content=<p>a</p>&lt;b> &amp; c"
        ),
        (
            "escaped markup that calls itself text",
            "<feed><id/><entry><summary>A &lt;b&gt;b&lt;/b&gt;</summary><title>a &lt; b</title></entry></feed>",
            "title=a < b summary=A <b>b</b>"
        ),
        (
            "text that only shows markup",
            "<feed><id/><entry><summary type='text'>A &lt;b&gt;</summary></entry></feed>", "summary=A &lt;b>"
        ),
        (
            "an entity of its own",
            "<!DOCTYPE rss [<!ENTITY marn 'Marn'>]><rss><item><title>&marn; &other;</title></item></rss>",
            "title=Marn &other;"
        ),
        (
            "an entity of a file",
            "<!DOCTYPE rss [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><rss><item><title>a&f;</title></item></rss>",
            "title=a&f;"
        ),
        (
            "a picture as base64",
            "<feed><id/><entry><content type='image/png'>iVBORw0KGgo=</content></entry></feed>", "content="
        ),
    ]) func takesBadXML(_ what: String, _ text: String, _ expected: String) {
        let lines = Self.dump(text).split(separator: "\n").dropFirst().joined(separator: "\n")
        #expect(lines == "entry " + expected)
    }

    @Test(arguments: [
        (
            "<rss><channel><link>https://orlo.example/a/</link><item><link>b?c=1&amp;d</link></item></channel></rss>",
            nil, "https://orlo.example/a/b?c=1&d"
        ),
        (
            "<rss><item><link>b</link></item></rss>", "https://orlo.example/a/feed.xml",
            "https://orlo.example/a/b"
        ),
        ("<rss><item><link>b</link></item></rss>", nil, nil),
        ("<rss><item><link>javascript:alert(1)</link></item></rss>", "https://orlo.example/", nil),
        (
            "<rss><item><guid>/g</guid><link>/l</link></item></rss>", "https://orlo.example/",
            "https://orlo.example/l"
        ),
        ("<rss><item><guid>17</guid></item></rss>", "https://orlo.example/", nil),
        (
            "<rss><item><link>/l</link><feedburner:origLink>/o</feedburner:origLink></item></rss>",
            "https://orlo.example/", "https://orlo.example/o"
        ),
        (
            "<feed xml:base='/a/'><entry xml:base='b/'><link xml:base='c/' href='../d'/></entry></feed>",
            "https://orlo.example/x", "https://orlo.example/a/b/d"
        ),
        (
            "<feed xml:base='/a/'><entry xml:base='b/'><id/></entry><entry><link href='d'/></entry></feed>",
            "https://orlo.example/x", "https://orlo.example/a/d"
        ),
        (
            "<feed><entry><content src='/film'/></entry></feed>", "https://orlo.example/",
            "https://orlo.example/film"
        ),
    ]) func completesAddresses(_ text: String, _ address: String?, _ expected: String?) throws {
        let feed = try #require(Feed(Array(text.utf8), address: address))
        #expect(feed.entries.last?.link == expected)
    }

    @Test func languagesAreInherited() throws {
        let feed = try #require(
            Feed(
                Array(
                    """
                    <feed xml:lang="en"><entry><title/></entry><entry xml:lang="fi"><title xml:lang="sv">Hamn</title>
                    <summary>Satama</summary></entry><entry xml:lang=""/></feed>
                    """.utf8
                )
            )
        )
        #expect(feed.entries.map(\.language) == ["en", "fi", "en"])
        #expect(feed.entries[1].heading?.language == "sv")
        #expect(feed.entries[1].summary?.language == "fi")
    }

    @Test func entriesArePages() throws {
        let text = """
            <rss><item><title>Ferry &lt;i&gt;sails&lt;/i&gt; &amp;amp; docks</title>
            <description>It will sail before […]</description>
            <content:encoded>&lt;p&gt;It will sail before the first snow.&lt;/p&gt;</content:encoded></item>
            <item><title>Two</title><description>In short.</description><content:encoded>&lt;p&gt;At length.&lt;/p&gt;
            </content:encoded><author>By Dessa Marn and Oddur Vane</author><pubDate>1 января 2004 г.</pubDate></item></rss>
            """
        let feed = try #require(Feed(Array(text.utf8)))
        let pages = feed.entries.map { String(decoding: feed.html(of: $0).bytes, as: UTF8.self) }
        #expect(
            pages[0] == "<h1>Ferry sails &amp; docks</h1>\n<div><p>It will sail before the first snow.</p>"
        )
        #expect(pages[1].hasPrefix("<h1>Two</h1>\n<p>In short.</p>\n<div><p>At length.</p>"))
        let metadata = feed.metadata(of: feed.entries[1])
        #expect(metadata.headline == "Two" && metadata.standfirst == "In short.")
        #expect(
            metadata.bylines == ["Dessa Marn", "Oddur Vane"]
                && metadata.published?.description == "2004-01-01"
        )
    }
}
