import SaysoArticles
import Testing

@testable import SaysoStatements

@Suite("What a headline says")
struct HeadlineTests {
    private static let story = """
        The dam at Velsund was built forty years ago, and nobody has looked at it since then. The water board has \
        owned it for all of that time. Five thousand people live below it in two villages.

        “We look at it every week,” Halina Brandt told reporters on Monday.
        """

    @Test(
        "Colons, dashes and verbs",
        arguments: [
            ("Minister: dam is safe", "Minister | : | dam is safe"),
            ("Dam is safe, says minister", "minister | says | Dam is safe"),
            ("‘Dam is safe’ – minister", "minister | – | ‘Dam is safe’"),
            ("Dam is safe - minister", "minister | - | Dam is safe"),
            ("Brandt denies dam claims", "Brandt | denies | dam claims"),
            ("Dam is safe: Brandt", "Brandt | : | Dam is safe"),
            ("Dam at Velsund can wait: report", "report | : | Dam at Velsund can wait"),
            ("Nine boats lost off Velsund, police say", "police | say | Nine boats lost off Velsund"),
            ("Brandt says dam will hold", "Brandt | says | dam will hold"),
        ]
    )
    func forms(headline: String, expected: String) throws {
        let article = Article(text: headline + "\n\n" + Self.story)
        #expect(article.headline.map { article.text[$0] } == headline)
        let statements = extractor.statements(in: article).filter(\.isHeadline)
        let found = statements.map { statement in
            [statement.source, statement.cue, statement.content].map(article.words).joined(separator: " | ")
        }
        #expect(found == [expected])
    }

    @Test(
        "Labels and outlets say nothing",
        arguments: [
            "Opinion: The dam must go", "UPDATE: Nine boats lost", "Dam is safe – The Orlo Herald",
            "Velsund - a village below a dam",
        ]
    )
    func labels(headline: String) {
        let article = Article(text: headline + "\n\n" + Self.story)
        #expect(extractor.statements(in: article).filter(\.isHeadline).isEmpty)
    }

    @Test(
        "No content spans from the headline into the story",
        arguments: [
            "“We look at it every week", "“We look at it every week”", "‘We look at it every week’",
            "We look at it every week", "\"We look at it every week", "Brandt: “We look at it every week",
        ],
        [
            "“We look at it every week,” Halina Brandt said on Monday.",
            "“We look at it every week. Nobody else does.”", "Halina Brandt said the dam would hold.",
        ]
    )
    func border(headline: String, paragraph: String) throws {
        let article = try Article(
            page: Array("<html><article><h1>\(headline)</h1><p>\(paragraph)</p></article></html>".utf8)
        )
        let title = try #require(article.headline)
        let statements = extractor.statements(in: article)
        for statement in statements {
            let inside = statement.content.filter { title.contains($0.lowerBound) }
            #expect(inside.isEmpty || inside.count == statement.content.count)
            #expect(inside.allSatisfy { $0.upperBound <= title.upperBound })
        }
        // What the story quotes is not lost to the headline.
        #expect(statements.contains { $0.content[0].lowerBound >= title.upperBound })
    }

    @Test("Statements of the story are not the headline's")
    func story() throws {
        let article = Article(text: "Brandt says dam will hold\n\n" + Self.story)
        let statements = extractor.statements(in: article)
        #expect(statements.count { !$0.isHeadline } == 1)
    }
}
