import TestSupport
import Testing

@testable import SaysoArticles

/// The tree that a page makes.
@Suite struct MarkupTests {
    @Test(arguments: [
        // Implied ends
        ("<p>One<p>Two", "(p 'One')(p 'Two')"),
        ("<p>One<div>Two</div>Three", "(p 'One')(div 'Two')'Three'"),
        ("<ul><li>One<li>Two</ul>", "(ul (li 'One')(li 'Two'))"),
        ("<ul><li>One<ul><li>Two</ul><li>Three</ul>", "(ul (li 'One'(ul (li 'Two')))(li 'Three'))"),
        ("<dl><dt>One<dd>Two<dt>Three</dl>", "(dl (dt 'One')(dd 'Two')(dt 'Three'))"),
        (
            "<table><tr><td>One<td>Two<tr><td>Three</table>",
            "(table (tr (td 'One')(td 'Two'))(tr (td 'Three')))"
        ),
        ("<table><tr><td><table><tr><td>A</table>B</table>", "(table (tr (td (table (tr (td 'A')))'B')))"),
        ("<h2>One<h3>Two</h3>", "(h2 'One')(h3 'Two')"),
        ("<head><title>T</title><p>One", "(head (title 'T'))(p 'One')"),
        ("<head><meta name=a>Text", "(head (meta))'Text'"),
        ("<option>One<option>Two", "(option 'One')(option 'Two')"),
        // Ends that do not fit
        ("<div>One</span></section></div>Two", "(div 'One')'Two'"),
        ("<b><p>One</b>Two</p>Three", "(b (p 'One''Two'))'Three'"),
        ("<a href=x><div>One</a>Two</div>Three", "(a (div 'One''Two'))'Three'"),
        ("<a href=x>One<a href=y>Two</a>", "(a 'One')(a 'Two')"),
        ("One</p>Two", "'One'(p )'Two'"),
        ("One</br>Two", "'One'(br )'Two'"),
        ("<p><table><tr><td>One</p>Two</table>", "(p )(table (tr (td 'One'(p )'Two')))"),
        ("<html><body>One</body></html>Two", "(html (body 'One''Two'))"),
        // Raw texts
        ("<script>if (a<b) '</p>'</script>X", "(script 'if (a<b) '</p>'')'X'"),
        ("<script><!-- <script> </script> --></script>X", "(script '<!-- <script> </script> -->')'X'"),
        ("<title>A &amp; <b></title>X", "(title 'A & <b>')'X'"),
        ("<textarea><p></TEXTAREA >X", "(textarea '<p>')'X'"),
        // Comments and the like
        ("One<!-- <p> -- > -->Two", "'One''Two'"),
        ("One<!-->Two<!--->Three", "'One''Two''Three'"),
        ("<!doctype html><?xml x?>One</ >Two<![CDATA[Three]]>", "'One''Two'"),
        ("a < b <3 <", "'a < b <3 <'"),
        ("One<!-- never ends", "'One'"),
        ("One<p class='never ends>Two", "'One'"),
        ("<svg><path/><title>T</title></svg>One", "(svg (path )(title 'T'))'One'"),
        ("<svg><g><p>One", "(svg (g ))(p 'One')"),
        ("<my-Card>One</MY-card>Two", "(my-card 'One')'Two'"),
    ])
    func tree(html: String, expected: String) {
        #expect(dump(Markup(html: Array(html.utf8))) == expected.replacing("(meta)", with: "(meta )"))
    }

    @Test(arguments: [
        ("<a><b/>One</a>", "(a (b )'One')"),
        ("<a><![CDATA[<p>&amp;]]></a>", "(a '<p>&amp;')"),
        ("<Item><title>One</item>", "(Item (title 'One'))"),
        ("<a>One<br>Two</a>", "(a 'One'(br 'Two'))"),
        ("<a:b xmlns:a='x'>&rsquo;&lt;</a:b>", "(a:b '’<')"),
        ("<!DOCTYPE a [<!ENTITY x \"Ölm's\"><!ENTITY y '&x;&x;'>]><a>&x;&y;</a>", "(a 'Ölm's&y;')"),
        ("<a b='1'<c>One</c></a>", "(a (c 'One'))"),
        ("<?xml version='1.0'?><a>1 &amp; 2 & 3</a>", "(a '1 & 2 & 3')"),
    ])
    func treeOfXML(xml: String, expected: String) {
        #expect(dump(Markup(xml: Array(xml.utf8))) == expected)
    }

    @Test(arguments: [
        ("&amp;&lt;&nbsp;&hellip;", "&<\u{A0}…"), ("&#8217;&#x2019;&#X2019", "’’’"), ("&#151;", "—"),
        ("&#0;&#xD800;&#99999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
        ("&copy 2025 &notit; &notin;", "© 2025 ¬it; ∉"),
        ("&;&#;&#x;&unknown; A&B", "&;&#;&#x;&unknown; A&B"), ("&NotEqualTilde;", "≂̸"),
    ])
    func references(text: String, expected: String) {
        let markup = Markup(html: Array(text.utf8))
        #expect(markup.text(of: 0) == expected)
    }

    @Test func attributes() {
        let html = "<a HREF='x?a=1&copy=2&amp;b' class=one CLASS=two disabled title=\"A &quot;B&quot;\">"
        let markup = Markup(html: Array(html.utf8))
        #expect(markup.attribute("href", of: 1) == "x?a=1&copy=2&b")
        #expect(markup.attribute("class", of: 1) == "one")
        #expect(markup.attribute("disabled", of: 1) == "")
        #expect(markup.attribute("title", of: 1) == "A \"B\"")
        #expect(markup.attribute("id", of: 1) == nil)
        #expect(markup.attributes(of: 1).map(\.name) == ["HREF", "class", "CLASS", "disabled", "title"])
    }

    @Test func places() throws {
        let html = "<div><p id=a>One &amp; two</p>Three</div>"
        let markup = Markup(html: Array(html.utf8))
        let words = { (range: Range<Int>) in String(decoding: markup.bytes[range], as: UTF8.self) }
        let paragraph = try #require(markup.nodes.indices.first { markup.nodes[$0].tag == .p })
        #expect(words(markup.nodes[paragraph].range) == "<p id=a>One &amp; two</p>")
        #expect(words(markup.nodes[paragraph].content) == "One &amp; two")
        #expect(markup.children(of: 1).map { words(markup.nodes[$0].range) }.last == "Three")
    }

    /// Time is linear in pages made to be slow.
    @Test(arguments: [
        ("nested", "<div>", ""), ("nested and misnested", "<b><i>", "</p>"), ("unmatched", "<b>", "</i>"),
        ("attributes", "<p ", "a=1 "), ("names", "", "<x#>"), ("comments", "", "<!--"),
        ("formats", "<a>", "<p></a>"),
        ("script", "<script><!--", "<"), ("tables", "<table>", "<tr><td>"),
        ("references", "", "&notanentity"),
        ("less", "", "<"), ("slashes", "<p", "/"), ("titles", "", "<title>"),
        ("cdata", "<svg>", "<![CDATA[]]"),
    ])
    func hostile(name: String, start: String, part: String) {
        var times: [Double] = []
        for count in [50_000, 200_000] {
            var html = String(
                repeating: start,
                count: name == "nested" || part.isEmpty || start == "<b>" ? count : 1
            )
            for number in 0..<count { html += part.contains("#") ? "<x\(number)>" : part }
            times.append(processorTime { _ = Markup(html: Array(html.utf8)).text(of: 0) })
        }
        #expect(times[1] < max(8 * times[0], 1), "\(name): \(times)")
    }

    /// Whatever comes in, nodes lie inside each other in order, and their places inside the page.
    @Test func fuzz() {
        var random = SeededGenerator(seed: 7)
        let parts = [
            "<p>", "</p>", "<div a=b>", "</div>", "<a href='", "'", "\"", ">", "<", "&amp;", "&#", "x", " ",
            "<!--", "-->",
            "<script>", "</script>", "<table>", "<td>", "</table>", "<svg>", "</svg>", "<li>", "</li>",
            "<ul>", "</b>", "<b>",
            "]]>", "<![CDATA[", "<!DOCTYPE a [", "]", "é", "\0", "/", "<br/>", "<title>", "<h1>", "</h2>",
            "<template>",
        ]
        for _ in 0..<fuzzCases(3000) {
            let text = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
                parts.randomElement(using: &random) ?? ""
            }.joined()
            check(Markup(html: Array(text.utf8)), text)
            check(Markup(xml: Array(text.utf8)), text)
        }
    }

    private func check(_ markup: Markup, _ text: String) {
        for (index, node) in markup.nodes.enumerated() {
            #expect(node.end > index && node.end <= markup.nodes.count, "\(text)")
            #expect(node.range.upperBound <= markup.bytes.count, "\(text)")
            guard index > 0 else { continue }
            let parent = markup.nodes[Int(node.parent)]
            #expect(Int(node.parent) < index && node.end <= parent.end, "\(text)")
            #expect(
                parent.content.lowerBound <= node.range.lowerBound
                    && node.range.upperBound <= parent.content.upperBound,
                "\(text)"
            )
            #expect(markup.nodes[index - 1].start <= node.start, "\(text)")
        }
    }

    private func dump(_ markup: Markup, _ index: Int = 0) -> String {
        if markup.nodes[index].tag == .text { return "'\(markup.text(of: index))'" }
        let inner = markup.children(of: index).map { dump(markup, $0) }.joined()
        return index == 0 ? inner : "(\(markup.name(of: index)) \(inner))"
    }
}
