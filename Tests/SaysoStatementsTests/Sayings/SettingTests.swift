import Testing

@testable import SaysoStatements

@Suite("Through what, where and to whom")
struct SettingTests {
    /// One sentence with its statement, and what shall be found.
    struct Case: CustomTestStringConvertible, Sendable {
        let text: String
        let cue: String
        let content: String
        var medium = ""
        var addressee = ""

        var testDescription: String { text }
    }

    static let media = [
        Case(
            text:
                "Brandt said in a statement published on the foreign ministry's website on Friday that it leaks.",
            cue: "said",
            content: "that it leaks",
            medium: "in a statement published on the foreign ministry's website"
        ),
        Case(
            text: "In a statement published on the ministry's website on Friday, Brandt said that it leaks.",
            cue: "said",
            content: "that it leaks",
            medium: "In a statement published on the ministry's website"
        ),
        Case(
            text: "“No,” Brandt said at a rally in Ohio.",
            cue: "said",
            content: "“No,”",
            medium: "at a rally in Ohio"
        ),
        Case(text: "“No,” Brandt wrote on X.", cue: "wrote", content: "“No,”", medium: "on X"),
        Case(text: "“No,” Brandt wrote on X.", cue: "wrote on X", content: "“No,”", medium: "on X"),
        Case(text: "“No,” said Brandt by phone.", cue: "said", content: "“No,”", medium: "by phone"),
        Case(text: "“No,” said Brandt via Telegram.", cue: "said", content: "“No,”", medium: "via Telegram"),
        Case(
            text: "In a tweet on Monday, Brandt denied it.",
            cue: "denied",
            content: "it",
            medium: "In a tweet"
        ),
        Case(
            text: "In an interview with Channel 4, Brandt said it leaks.",
            cue: "said",
            content: "it leaks",
            medium: "In an interview with Channel 4"
        ),
        Case(
            text: "“No,” Brandt said in Brussels on Friday.",
            cue: "said",
            content: "“No,”",
            medium: "in Brussels"
        ),
        Case(
            text: "“No,” Brandt said on Friday in Brussels.",
            cue: "said",
            content: "“No,”",
            medium: "in Brussels"
        ),
        Case(
            text: "Speaking at the quay, Brandt said it leaks.",
            cue: "said",
            content: "it leaks",
            medium: "at the quay"
        ),
        Case(
            text: "“No,” Brandt said on Channel Six's “The Evening Show”.",
            cue: "said",
            content: "“No,”",
            medium: "on Channel Six's “The Evening Show”"
        ),
        Case(
            text: "“No,” Brandt told a news conference in Orlo.",
            cue: "told",
            content: "“No,”",
            medium: "a news conference in Orlo"
        ),
        Case(
            text: "Brandt took to Twitter on Monday: “No.”",
            cue: "took to Twitter",
            content: "“No.”",
            medium: "to Twitter"
        ),
    ]

    static let audiences = [
        Case(text: "“No,” Brandt told Reuters.", cue: "told", content: "“No,”", addressee: "Reuters"),
        Case(
            text: "“No,” Brandt told The Ferry Post's Ann Lee.",
            cue: "told",
            content: "“No,”",
            addressee: "The Ferry Post's Ann Lee"
        ),
        Case(
            text: "Brandt told The Orlo Times on Monday that it leaks.",
            cue: "told",
            content: "that it leaks",
            addressee: "The Orlo Times"
        ),
        Case(
            text: "Brandt asked the court to stop it.",
            cue: "asked",
            content: "to stop it",
            addressee: "the court"
        ),
        Case(text: "“No,” Brandt said to reporters.", cue: "said", content: "“No,”", addressee: "reporters"),
        Case(text: "“No,” Brandt told him.", cue: "told", content: "“No,”", addressee: "him"),
        Case(
            text: "“No,” Brandt told members of the council.",
            cue: "told",
            content: "“No,”",
            addressee: "members of the council"
        ),
        Case(
            text: "“No,” Brandt wrote in a letter to the governor.",
            cue: "wrote",
            content: "“No,”",
            medium: "in a letter",
            addressee: "the governor"
        ),
        Case(
            text: "“No,” Brandt told Reuters in an email.",
            cue: "told",
            content: "“No,”",
            medium: "in an email",
            addressee: "Reuters"
        ),
        Case(
            text: "“No,” Brandt told reporters at the quay in Orlo on Tuesday.",
            cue: "told",
            content: "“No,”",
            medium: "at the quay in Orlo",
            addressee: "reporters"
        ),
        Case(
            text: "Speaking to reporters in Brussels, Brandt said it leaks.",
            cue: "said",
            content: "it leaks",
            medium: "in Brussels",
            addressee: "reporters"
        ),
    ]

    static let nothing = [
        Case(text: "The commander-in-chief Brandt said it leaks.", cue: "said", content: "it leaks"),
        Case(text: "“No,” Brandt said to cheers.", cue: "said", content: "“No,”"),
        Case(text: "“No,” Brandt said on Monday.", cue: "said", content: "“No,”"),
        Case(text: "“No,” Brandt said in March.", cue: "said", content: "“No,”"),
        Case(text: "“No,” Brandt said at least twice.", cue: "said", content: "“No,”"),
        Case(text: "“No,” Brandt said in response to a question.", cue: "said", content: "“No,”"),
        Case(text: "Brandt went to say that it leaks.", cue: "went to say", content: "that it leaks"),
        Case(text: "Brandt thinks in Brussels that it leaks.", cue: "thinks", content: "that it leaks"),
        Case(
            text: "“It was in a letter to me,” Brandt said.",
            cue: "said",
            content: "“It was in a letter to me,”"
        ),
    ]

    @Test(
        "Medium and addressee are spans of the statement's own clause",
        arguments: media + audiences + nothing
    )
    func settings(of example: Case) throws {
        let found = Found("Brandt", example.cue, example.content)
        let (article, statements) = sayings(example.text, [found])
        let statement = try #require(statements.first)
        #expect(article.words(statement.medium) == example.medium)
        #expect(article.words(statement.addressee) == example.addressee)
    }

    @Test("Two statements of a sentence keep their settings apart")
    func two() {
        let text = "Brandt denied the leak in a letter and told Reuters that Orlo pays."
        let (article, statements) = sayings(
            text,
            [Found("Brandt", "denied", "the leak"), Found("Brandt", "told", "that Orlo pays")]
        )
        #expect(statements.map { article.words($0.medium) } == ["in a letter", ""])
        #expect(statements.map { article.words($0.addressee) } == ["", "Reuters"])
    }
}
