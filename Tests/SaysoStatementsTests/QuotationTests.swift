import Foundation
import SaysoArticles
import Testing

@testable import SaysoStatements

@Suite("Quotation marks")
struct QuotationTests {
    /// The words that stand in quotation marks.
    private func quoted(_ text: String) -> String {
        withWords(of: text) { words, reader in
            words.filter(\.quotation.isInside).map(reader.text).joined(separator: " ")
        }
    }

    @Test(
        "Every style of marks is read",
        arguments: [
            "\"We will go,\" said Orla Venn.", "“We will go,” said Orla Venn.",
            "„We will go“, said Orla Venn.", "«We will go», said Orla Venn.", "»We will go«, said Orla Venn.",
            "‘We will go,’ said Orla Venn.", "'We will go,' said Orla Venn.",
            "``We will go,'' said Orla Venn.", "''We will go,'' said Orla Venn.",
            "« We will go », said Orla Venn.",
        ]
    )
    func styles(text: String) {
        #expect(quoted(text).hasPrefix("We will go"))
        #expect(!quoted(text).contains("said"))
    }

    @Test(
        "Apostrophes quote nothing",
        arguments: [
            "The ministers’ plan isn’t Orla’s.", "The ministers' plan isn't Orla's.",
            "In the '90s they didn't.", "Rock ’n’ roll on the quay.", "It is 5' 10\" tall.",
        ]
    )
    func apostrophes(text: String) {
        #expect(quoted(text).isEmpty)
    }

    @Test("A quotation in a quotation stays inside")
    func nested() {
        #expect(quoted("“She said ‘no’ to me,” he said.") == "She said no to me ,")
        #expect(quoted("‘She said “no” to me,’ he said.") == "She said no to me ,")
    }

    @Test("An odd mark does not turn the rest inside out")
    func oddMarks() {
        #expect(quoted("\"We will go, said Venn. \"And stay,\" he added.").hasSuffix("And stay ,"))
        #expect(quoted("We will go,\" said Venn. \"And stay,\" he added.") == "And stay ,")
        #expect(quoted("The 12\" pipe burst. \"It happens,\" he added.") == "It happens ,")
    }

    @Test("Sentences glued without a space keep their quotations")
    func glued() {
        #expect(quoted("\"We will go,\" she said.\"And stay,\" he added.") == "We will go , And stay ,")
        let curly = "“We will go,” she said.The envoy added: “And stay.”Another left."
        #expect(quoted(curly) == "We will go , And stay .")
    }

    @Test(
        "A content's own marks make its form",
        arguments: [
            ("“We will go,” said Orla Venn.", "We will go", Statement.Form.direct),
            ("“We will go,” said Orla Venn.", "“We will go,”", .direct),
            ("Venn said the plan was “a joke” at best.", "the plan was “a joke” at best", .mixed),
            ("Venn said the plan was a joke.", "the plan was a joke", .indirect),
            ("“Orla says the plan is mad,” said Ames.", "the plan is mad", .indirect),
            ("He spoke of a “joke”.", "joke", .direct),
            ("‘She said “no” to me,’ he said.", "‘She said “no” to me,’", .direct),
        ]
    )
    func form(text: String, content: String, expected: Statement.Form) throws {
        let range = try #require(text.range(of: content))
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        let end = text.utf8.distance(from: text.startIndex, to: range.upperBound)
        let article = Article(text: text)
        #expect(QuotedWords(article).form(of: [start..<end]) == expected)
    }
}
