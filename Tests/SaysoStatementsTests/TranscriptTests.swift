import SaysoArticles
import Testing

@testable import SaysoStatements

@Suite("Transcripts")
struct TranscriptTests {
    private func turns(_ text: String) -> [String] {
        let article = Article(text: text)
        return Transcript(Prose(article)).turns.map {
            "\(article.text[$0.label]): \(article.text[$0.content])"
        }
    }

    @Test(
        "A label leads each turn",
        arguments: [
            (
                "VENN: Is it safe?\n\nHALE: It was never safe.",
                ["VENN: Is it safe?", "HALE: It was never safe."]
            ),
            ("Q: Is it safe?\n\nA: It was never safe.", ["Q: Is it safe?", "A: It was never safe."]),
            (
                "MR. THIEL: He is late.\n\nDR. O'HARA: He is ill.",
                ["MR. THIEL: He is late.", "DR. O'HARA: He is ill."]
            ),
            (
                "\"VENN: Is it safe?\n\n\"HALE: It was never safe.\"",
                ["VENN: Is it safe?", "HALE: It was never safe.\""]
            ),
            (
                "Mara Venn: Is it safe?\n\nHale: No.\n\nMara Venn: Why not?\n\nHale: It has cracks.",
                [
                    "Mara Venn: Is it safe?", "Hale: No.", "Mara Venn: Why not?", "Hale: It has cracks.",
                ]
            ),
        ]
    )
    func labels(text: String, expected: [String]) {
        // "No." is one word and its stop: enough for an answer.
        #expect(turns(text) == expected)
    }

    @Test(
        "Colons elsewhere make no transcript",
        arguments: [
            "Minister: dam is safe\n\nThe minister said on Monday that the dam was safe.",
            "The newly chosen are: Venn, Hale and Thiel.\n\nThey begin on Monday.",
            "Orrin: The ferry is late.\n\nTamsin: The ferry is early.",
            "NOTE: the map is old.",
            "VENN:\n\nHALE:",
        ]
    )
    func none(text: String) {
        #expect(turns(text) == [])
    }

    @Test("Each turn is its speaker's statement, and what is quoted in it stays")
    func statements() {
        let text = """
            Mara Venn chairs the inquiry. Corin Hale built the pier.

            VENN: Did the board know of the cracks?

            HALE: The engineer’s letter states that the board had read the report.
            """
        let article = Article(text: text)
        let statements = extractor.report(on: article).statements
        let lines = statements.map { statement in
            "\(statement.resolution.speakers.map(\.name).joined(separator: "; ")): \(article.text[statement.content[0]])"
        }
        #expect(lines.contains("Mara Venn: Did the board know of the cracks?"))
        #expect(
            lines.contains("Corin Hale: The engineer’s letter states that the board had read the report.")
        )
        let turns = statements.filter { $0.form == .direct }
        #expect(turns.count == 2)
        let inner = statements.first { article.text[$0.content[0]].hasPrefix("that the board") }
        #expect(inner?.parent.map { statements[$0].resolution.speakers.map(\.name) } == ["Corin Hale"])
    }
}
