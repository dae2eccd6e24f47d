import SaysoArticles
import Testing

@testable import SaysoStatements

@Suite("When it was said")
struct SaidTests {
    private static let line = "16:19 GMT 26.04.2025 (Updated: 16:28 GMT 26.04.2025)"

    /// `expression = value (basis)` of each statement; statements are given as `{source|cue|content}`.
    private func said(_ marked: String, dated: Bool = true) -> [String] {
        var text = dated ? "Orlo ferry report\n\(Self.line)\n" : ""
        var statements: [Statement] = []
        var spans: [[Range<Int>]] = [[], [], []]
        var starts: [(kind: Int, start: Int)] = []
        // <s:…>, <q:…> and <c:…> mark source, cue and content; the content ends the statement.
        var rest = marked[...]
        while let character = rest.first {
            if character == "<",
                let kind = ["s", "q", "c"].firstIndex(of: String(rest.dropFirst().prefix(1)))
            {
                starts.append((kind, text.utf8.count))
                rest = rest.dropFirst(3)
            } else if character == ">", let (kind, start) = starts.popLast() {
                spans[kind].append(start..<text.utf8.count)
                rest = rest.dropFirst()
            } else if character == "#" {
                statements.append(
                    Statement(
                        form: .indirect,
                        source: spans[0],
                        cue: spans[1],
                        content: spans[2],
                        confidence: 1,
                        occurrences: []
                    )
                )
                spans = [[], [], []]
                rest = rest.dropFirst()
            } else {
                text.append(character)
                rest = rest.dropFirst()
            }
        }
        let article = Article(text: text)
        _ = statements.readTimes(in: Prose(article))
        return statements.map { statement in
            guard let said = statement.said else { return "nothing" }
            let words = said.expression.map { article.text[$0] } ?? "-"
            return "\(words) = \(said.value ?? "?") (\(said.basis.rawValue))"
        }
    }

    @Test(
        "Near the cue or in front of the sentence",
        arguments: [
            ("<s:The mayor> <q:said> on Friday <c:that the dam will hold>.#", "Friday = 2025-04-25"),
            ("<c:The dam will hold>, <s:the mayor> <q:said> on Friday.#", "Friday = 2025-04-25"),
            ("On Friday, <s:the mayor> <q:told> reporters <c:the dam will hold>.#", "Friday = 2025-04-25"),
            ("<s:The mayor> on Friday <q:said> <c:the dam will hold>.#", "Friday = 2025-04-25"),
            (
                "<c:“It will hold,”> <s:the mayor> <q:said> at a meeting in Velsund on Friday.#",
                "Friday = 2025-04-25"
            ),
            (
                "<s:The mayor> <q:said in a statement on Friday> <c:the dam will hold>.#",
                "Friday = 2025-04-25"
            ),
            (
                "Earlier in the day, <s:the mayor> <q:said> <c:the dam will hold>.#",
                "Earlier in the day = 2025-04-26"
            ),
            ("<q:According to> <s:a 2018 survey>, <c:the dam will hold>.#", "2018 = 2018"),
            ("At 4 p.m., <s:the mayor> <q:said> <c:the dam will hold>.#", "4 p.m. = 2025-04-26T16:00"),
        ]
    )
    func stated(text: String, expected: String) {
        #expect(said(text) == [expected + " (stated)"])
    }

    @Test(
        "By the clause of the cue, not by those around it",
        arguments: [
            (
                "On Friday <s:the mayor>, who on Sunday had denied it, <q:said> <c:the dam will hold>.#",
                "Friday = 2025-04-25"
            ),
            (
                "On Friday, a day after the storm that struck on Thursday, <s:the mayor> <q:said> <c:no>.#",
                "Friday = 2025-04-25"
            ),
            (
                "At a meeting on Friday that lasted two hours, <s:the mayor> <q:said> <c:no>.#",
                "Friday = 2025-04-25"
            ),
            ("On Friday, when the dam broke, <s:the mayor> <q:said> <c:no>.#", "Friday = 2025-04-25"),
            ("Speaking on Friday after a vote on Sunday, <s:she> <q:said> <c:no>.#", "Friday = 2025-04-25"),
            ("<s:The mayor>, in a speech on Friday, <q:said> <c:no>.#", "Friday = 2025-04-25"),
            ("<s:The mayor>, asked about it on Friday, <q:said> <c:no>.#", "Friday = 2025-04-25"),
            ("<s:The mayor> left on Friday, <q:saying> <c:the dam will hold>.#", "Friday = 2025-04-25"),
            ("<c:“No,”> <s:the mayor> <q:said>, announcing the vote on Friday.#", "Friday = 2025-04-25"),
            ("During Friday's meeting, <s:the mayor> <q:said> <c:no>.#", "Friday = 2025-04-25"),
            ("<s:A survey published on Friday> <q:said> <c:the dam will hold>.#", "Friday = 2025-04-25"),
            ("<s:The report>, dated March 3, <q:said> <c:the dam will hold>.#", "March 3 = 2025-03-03"),
        ]
    )
    func clauses(text: String, expected: String) {
        #expect(said(text) == [expected + " (stated)"])
    }

    @Test(
        "Not by the times of other things",
        arguments: [
            "<s:The mayor> <q:said> <c:the dam will be finished on Friday>.#",
            "<s:The mayor, who resigned in May,> <q:said> <c:the dam will hold>.#",
            "<c:The dam will hold>, <q:said> <s:the mayor>, who resigned in May.#",
            "After the governor left in May, <s:the mayor> <q:said> <c:the dam will hold>.#",
            "<s:The mayor> <q:spoke> of the storm in March and said <c:the dam will hold>.#",
            "<s:The mayor> <q:said> <c:it will hold> for two weeks.#",
            "<s:Mara Venn>, elected on Tuesday, <q:said> <c:the dam will hold>.#",
            "<s:Mara Venn>, mayor from 2014 to 2018, <q:said> <c:the dam will hold>.#",
            "<s:Mara Venn, mayor from 2014 to 2018>, <q:said> <c:the dam will hold>.#",
            "<s:The council>, which met on Tuesday, <q:said> <c:the dam will hold>.#",
            "<s:The mayor> (who on Sunday had denied it) <q:said> <c:the dam will hold>.#",
            "<s:The mayor>, having denied it on Sunday, <q:said> <c:the dam will hold>.#",
            "<s:The mayor>, on leave since Tuesday, <q:said> <c:the dam will hold>.#",
            "<s:The mayor>, before leaving on Tuesday, <q:said> <c:the dam will hold>.#",
            "Days after the storm on Tuesday, <s:the mayor> <q:said> <c:the dam will hold>.#",
            "On the eve of Tuesday's vote, <s:the mayor> <q:said> <c:the dam will hold>.#",
            "By Friday, <s:the mayor> <q:said>, <c:the dam had broken>.#",
            "<s:Witnesses of the storm on Tuesday> <q:said> <c:the dam will hold>.#",
            "<s:A report on Tuesday's storm> <q:said> <c:the dam will hold>.#",
            "<c:“No,”> <q:said> <s:the mayor>, elected on Tuesday.#",
            // Nothing but a content, with a day in it.
            "<c:“The dam broke on Friday, at noon.”>#",
        ]
    )
    func others(text: String) {
        #expect(said(text) == ["- = 2025-04-26 (published)"])
    }

    @Test("The same speaker's next statement was said on the same day")
    func carried() {
        let text = """
            <s:The mayor> <q:said> on Friday <c:that the dam will hold>.# <s:She> <q:added> <c:that it leaks>.#

            <c:“We will mend it,”> <s:she> <q:said>.#

            <s:Her deputy> <q:doubted> <c:that>.#
            """
        #expect(
            said(text) == [
                "Friday = 2025-04-25 (stated)", "Friday = 2025-04-25 (carried)",
                "Friday = 2025-04-25 (carried)",
                "- = 2025-04-26 (published)",
            ]
        )
    }

    @Test("Without the article's day it says so")
    func undated() {
        let text =
            "<s:The mayor> <q:said> on Friday <c:that the dam will hold>.# <s:A pilot> <q:said> <c:no>.#"
        #expect(said(text, dated: false) == ["Friday = ? (stated)", "nothing"])
    }

    @Test("A statement in another's content is told by its own words")
    func nested() {
        let text = "<s:The mayor> <q:said> on Friday <c:that a pilot said on Monday that the dam will hold>.#"
        #expect(said(text) == ["Friday = 2025-04-25 (stated)"])
    }
}

@Suite("The article's day")
struct ArticleClockTests {
    private func day(_ text: String) -> String? {
        ArticleClock(Article(text: text)).day.map { Period(.day, containing: $0).value }
    }

    @Test(
        "By its time line, else by its dateline",
        arguments: [
            ("Ferry sinks\n26.04.2025 16:19\nThe ferry sank in Orlo on Friday, the port said.", "2025-04-26"),
            ("ORLO, April 25, 2025 (Orlo Wire) — The ferry sank on Friday, the port said.", "2025-04-25"),
        ]
    )
    func sources(text: String, expected: String) {
        #expect(day(text) == expected)
    }

    @Test("Datelines that contradict each other say nothing")
    func contradiction() {
        let text = """
            ORLO, April 25, 2025 (Orlo Wire) — The ferry sank on Friday, the port said.

            VELSUND, April 27, 2025 (Orlo Wire) — The ferry was raised, the port said.
            """
        #expect(day(text) == nil)
        #expect(times(text).contains("Friday = ?") == true)
    }

    @Test("A dateline takes its year from the article's day")
    func datelineYear() {
        let text =
            "Ferry sinks\n02.01.2025 16:19\nORLO, Dec. 31 (Orlo Wire) — The ferry sank on Monday, the port said."
        let article = Article(text: text)
        let values = Prose(article).timeExpressions(ArticleClock(article)).map(\.value)
        #expect(values == ["2024-12-31", "2024-12-30"])
    }
}
