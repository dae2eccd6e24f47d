import TestSupport
import Testing

@testable import SaysoArticles

/// Pages that make careless programs slow or stop them.
@Suite("Bodies of hostile pages")
struct BodyHostileTests {
    @Test(
        "Time is linear",
        arguments: [
            ("nested elements", "<div class='story'>"), ("paragraphs", "<p>ab cd, ef gh"),
            ("one paragraph", "ferry, "),
            ("tables in tables", "<table><tr><td>"), ("cells", "<td>7</td>"), ("line breaks", "a<br>"),
            ("hidden copies", "<p style='display:none'>one two three four five six seven eight nine</p>"),
            ("styles", "<i style='display:display:'></i>"),
            ("classes without end", "<i class=aBcD-eF_gH>x</i>"),
            ("a long story", "<p>The dam number # will hold, the board said on Monday, as it must.</p>"),
            (
                "list items",
                "<ul><li>The dam # will hold, said the board, and so it must.</ul><p>Ferry # sails."
            ),
            ("paragraphs printed twice", "<p>The dam will hold, the board said, as it always must.</p><p>#"),
            ("bodies for machines", "<script>\"articleBody\":\"one two</script>"),
        ]
    )
    func time(name: String, unit: String) {
        func seconds(_ count: Int) -> Double {
            let html = (0..<count).map { unit.replacing("#", with: "\($0)") }.joined()
            let markup = Markup(html: Array(html.utf8))
            return processorTime { _ = BodyReader.blocks(of: markup) }
        }
        let (short, long) = (seconds(2_000), seconds(16_000))
        // Eight times as much; a square would be 64.
        #expect(long < 24 * max(short, 0.001), "\(name): \(short) s, then \(long) s")
    }

    /// `SAYSO_FUZZ_CASES` sets how many pages are tried.
    @Test("Any page is read, and each text at most once")
    func fuzz() {
        var generator = SeededGenerator(seed: 31)
        let pieces = [
            "<p>", "</p>", "<div>", "</div>", "<br>", "<table>", "<tr>", "<td>", "</table>", "<li>", "<ul>",
            "</ul>",
            "<h2>", "</h2>", "<aside>", "<figure>", "<figcaption>", "<a href=x>", "</a>", "<b>", "</b>",
            "&amp;", "&nbsp;",
            "<blockquote>", "<p class='pull-quote'>", "<p hidden>", "<script>", "</script>", "<title>",
            "</title>",
            "\u{E9}", "漢字", "\u{301}", "<div style='display:none'>",
            "<meta name=description content='The ferry sails'>",
        ]
        for _ in 0..<fuzzCases(300) {
            var html = ""
            for _ in 0..<Int.random(in: 0..<60, using: &generator) {
                html +=
                    generator.oneIn(2)
                    ? generator.pick(pieces) : RandomText.sentence(9, using: &generator) + " "
            }
            let markup = Markup(html: Array(html.utf8))
            let nodes = BodyReader.blocks(of: markup).flatMap(\.nodes)
            #expect(nodes == nodes.sorted() && Set(nodes).count == nodes.count)
            #expect(nodes.allSatisfy { markup.nodes.indices.contains($0) })
        }
    }
}
