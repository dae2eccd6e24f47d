import Testing

@testable import SaysoArticles

/// A page of an invented outlet, with all that stands around a story.
private func page(_ story: String, after: String = "") -> String {
    let links = (1...8).map { "<li><a href='/\($0)'>Section number \($0)</a></li>" }.joined()
    let teasers = (1...5).map {
        """
        <div class="teaser"><h3><a href="/t\($0)">Ferry number \($0) stays in port</a></h3>
        <p>The ferry's owners say it will be some days before it sails again, storm or no…</p></div>
        """
    }.joined()
    return """
        <!DOCTYPE html><html lang="en"><head><title>Lock at Ostholm opens after 12 years | The Ostholm Courier</title>
        <meta property="og:title" content="Lock at Ostholm opens after 12 years"></head><body>
        <div class="cookie-banner" role="dialog"><p>We use cookies to make this site better. By going on you accept
        our privacy policy and our terms of use.</p><button>Accept all</button></div>
        <header><a href="/">The Ostholm Courier</a><nav><ul>\(links)</ul></nav></header>
        <main><article><h1>Lock at Ostholm opens after 12 years</h1>
        <div class="byline">By <a href="/nils">Nils Orrin</a></div>
        <div class="share"><a href="/f">Share</a> <a href="/t">Tweet</a></div>
        <div class="article-body">\(story)</div>
        <div class="newsletter"><p>Sign up to our newsletter and get the harbour's news in your inbox.</p>
        <form><input name="email"><button>Subscribe</button></form></div></article>
        <aside class="related"><h2>More from the harbour</h2>\(teasers)</aside></main>
        <section id="comments"><h2>Comments</h2><div class="comment"><p>Finally! My boat has been waiting for this
        since my daughter was born, and she is in school now.</p></div></section>\(after)
        <footer><p>© The Ostholm Courier. All rights reserved.</p><ul>\(links)</ul></footer></body></html>
        """
}

private let paragraphs = [
    "The lock at Ostholm opened on Friday, twelve years after the first stone was laid, and the boats of three "
        + "villages went through it one after another.",
    "“We had stopped believing in it,” said Petra Lund, who leads the boat owners' association. “My father bought "
        + "a bigger boat for this lock, and he sold it again.”",
    "The harbour authority blamed floods, a bankrupt builder and a court case for the delay, which cost the "
        + "region 40 million crowns, by its own account.",
    "Fishing crews will pay nothing for the first year. After that, the fee depends on a boat's length and on how "
        + "often it passes, the authority said.",
]
private let story = paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n")

@Suite("Bodies of pages")
struct BodyTests {
    private func read(_ html: String) -> [(kind: Paragraph.Kind, text: String)] {
        let markup = Markup(html: Array(html.utf8))
        var text = PageText(markup)
        for block in BodyReader.blocks(of: markup) { text.append(block) }
        let bytes = text.bytes
        return text.paragraphs.map { ($0.kind, String(decoding: bytes[$0.range], as: UTF8.self)) }
    }

    @Test("The story is found, and nothing around it")
    func story() {
        let found = read(page(SaysoArticlesTests.story))
        #expect(found.map(\.text) == paragraphs)
        #expect(found.allSatisfy { $0.kind == .body })
    }

    @Test("Subheads, lists and quoted passages keep their kinds")
    func kinds() {
        let html = page(
            """
            <p>\(paragraphs[0])</p><h2>Twelve years of waiting</h2><p>\(paragraphs[1])</p>
            <blockquote><p>The lock shall serve the boats of all three villages alike, and no village shall pay for
            the boats of another.</p></blockquote><p>\(paragraphs[2])</p>
            <ul><li>Boats up to six metres pay twenty crowns for each passage.</li>
            <li>Boats up to twelve metres pay fifty crowns for each passage.</li></ul><p>\(paragraphs[3])</p>
            """
        )
        let kinds: [Paragraph.Kind] = [
            .body, .subhead, .body, .blockquote, .body, .listItem, .listItem, .body,
        ]
        #expect(read(html).map(\.kind) == kinds)
    }

    @Test("Captions are told from the story")
    func captions() {
        let figure = """
            <figure><img src="lock.jpg"><figcaption>The lock on its first morning, seen from the pilot's tower.
            </figcaption></figure>
            """
        let found = read(page("<p>\(paragraphs[0])</p>\(figure)" + SaysoArticlesTests.story))
        #expect(
            found.filter { $0.kind == .caption }.map(\.text).allSatisfy {
                $0.hasPrefix("The lock on its first")
            }
        )
        #expect(found.filter { $0.kind == .body }.map(\.text) == paragraphs)
    }

    @Test("What is printed twice is read once, and so is what is hidden")
    func copies() {
        let hidden = "<div style='display: none'>\(SaysoArticlesTests.story)</div>"
        #expect(read(page(SaysoArticlesTests.story, after: hidden)).map(\.text) == paragraphs)
        let lead = "<p class='lead'>\(paragraphs[1])</p>"
        #expect(read(page(lead + SaysoArticlesTests.story)).map(\.text).sorted() == paragraphs.sorted())
        #expect(read(page(SaysoArticlesTests.story + SaysoArticlesTests.story)).map(\.text) == paragraphs)
        let twice = paragraphs.map { "<p>\($0)</p>" + ($0 == paragraphs[2] ? "<p>\($0)</p>" : "") }
        #expect(read(page(twice.joined())).map(\.text) == paragraphs)
    }

    @Test("What is said again in the story's own course stays", arguments: ["p", "div"])
    func refrains(turn: String) {
        let answer = "Tesk: I do not recall that conversation, Madam Chair, and nor does my clerk."
        let said = paragraphs.flatMap { [$0, answer] }
        let turns = said.map { turn == "p" ? "<p>\($0)</p>" : "<div class='turn'><p>\($0)</p></div>" }
        #expect(read(page(turns.joined())).map(\.text) == said)
    }

    @Test(
        "A list in the story, however long, costs it none of its paragraphs",
        arguments: [10, 50, 200],
        ["<article>|</article>", "<main>|</main>", "<div class='story'>|</div>", "|"]
    )
    func lists(length: Int, container: String) {
        let board =
            "The harbour board of Vik said on Monday that the pier would stay shut until it was looked at."
        let clerk = "The board will meet again on Friday, its clerk said, and hear the engineers."
        let speakers = ["Ada Bren", "Olin Marsh", "Tess Gower", "Finn Alder"]
        let items = (1...length).map { "\(speakers[$0 % 4]) said: \"We will fix pier \($0) by spring.\"" }
        let list = "<ul>\(items.map { "<li>\($0)</li>" }.joined())</ul>"
        let ends = container.split(separator: "|", omittingEmptySubsequences: false)
        let html = """
            <html><head><title>Vik's piers stay shut</title></head><body>\(ends[0])<h1>Vik's piers stay shut</h1>
            <p>\(board)</p>\(list)<p>\(clerk)</p>\(ends[1])</body></html>
            """
        #expect(read(html).filter { $0.kind != .subhead }.map(\.text) == [board] + items + [clerk])
    }

    @Test("Two line breaks part paragraphs, inline elements do not")
    func breaks() {
        let html = page(
            "<div>"
                + paragraphs.map { "<b>\($0.prefix(8))</b>\($0.dropFirst(8))" }.joined(
                    separator: "<br>\n<br>"
                )
                + "</div>"
        )
        #expect(read(html).map(\.text) == paragraphs)
    }

    @Test("A table of data is read by its rows")
    func tables() {
        let rows = [("Ostholm", 31), ("Vik", 12), ("Sandö", 9)].map {
            "<tr><td>\($0.0)</td><td>\($0.1)</td><td>boats</td></tr>"
        }
        let table = "<table><tr><th>Village</th><th>Boats</th><th>Kind</th></tr>\(rows.joined())</table>"
        let outline = PageOutline(Markup(html: Array(page(SaysoArticlesTests.story + table).utf8)))
        let texts = outline.blocks.indices.map { outline.text(of: $0) }
        #expect(texts.contains("Sandö 9 boats"))
    }

    @Test(
        "Pages without a story are read without fail",
        arguments: ["", "<p>", "<html></html>", "<a>x</a>", "x"]
    )
    func empty(html: String) {
        #expect(read(html).count <= 1)
    }
}
