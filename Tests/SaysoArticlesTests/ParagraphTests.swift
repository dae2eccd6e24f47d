import SaysoArticles
import Testing

@Suite struct ParagraphTests {
    private func paragraphs(_ text: String) -> [String] {
        let article = Article(text: text)
        return article.paragraphs.map { article.text[$0.range] }
    }

    @Test(arguments: ["\n", "\r\n", "\r", "\u{2028}", "\u{2029}", "\n\n", " \r\n \r\n\t"])
    func splitsAtAnyLineEnd(end: String) {
        #expect(paragraphs("One sails.\(end)Two stay.\(end)") == ["One sails.", "Two stay."])
    }

    static let wrapped = """
        The ferry between Orlo and Velsund will sail again before the first
        snow, the transport ministry said on Saturday, after a summer in which
        islanders had to wait for supply boats.

        "Nobody here believed it," said Oddur Vane, who manages the yard and
        who has gone through every valve of the ship since May.
        """

    @Test func joinsHardWrappedLines() {
        let article = Article(text: Self.wrapped)
        #expect(article.paragraphs.count == 2)
        #expect(article.text[article.paragraphs[0].range].hasSuffix("for supply boats."))
        #expect(article.sentences(in: article.paragraphs[1].body).count == 1)
    }

    @Test func joinsHardWrappedLinesWithIndents() {
        let indented = Self.wrapped.replacing("\n\n", with: "\n    ")
        #expect(Article(text: indented).paragraphs.count == 2)
    }

    @Test func leavesShortParagraphsAlone() {
        let text = """
            The ferry sails again, said the minister of transport on Saturday.
            She named no day for it.
            The islanders were glad, and the shops ordered bread.
            Vane stayed.
            """
        #expect(Article(text: text).paragraphs.count == 4)
    }

    @Test(arguments: [
        "Velsund ferry sails again",
        "Velsund Ferry Sails Again Before First Snow.",
        "Will the ferry sail?",
        "Marn: ferry will sail 'before the first snow'",
        "Ferry sails (again)",
    ])
    func takesATitleForTheHeadline(title: String) {
        let article = Article(
            text: "\(title)\n\nThe Velsund ferry will sail before the first snow, Marn said."
        )
        #expect(article.headline == 0..<title.utf8.count)
    }

    @Test(arguments: [
        "The ferry sails again.",
        "\"We sail,\" Marn said.",
        "It sails. So they say",
        "ORLO (Vane Wire) — The ferry sails again",
        "16:19 GMT 26.04.2025",
    ])
    func takesNoSentenceForTheHeadline(first: String) {
        let article = Article(
            text: "\(first)\n\nThe Velsund ferry will sail before the first snow, Marn said."
        )
        #expect(article.headline == nil)
    }

    @Test func takesNoLoneLineForTheHeadline() {
        #expect(Article(text: "Velsund ferry sails again").headline == nil)
    }
}
