import SaysoArticles
import Testing
import TestSupport

@Suite struct SentenceTests {
    /// The sentences of a line.
    private func sentences(_ line: String) -> [String] {
        let article = Article(text: line)
        return article.sentences(in: 0..<article.text.count).map { article.text[$0] }
    }

    /// A bar shows where each line should be split, and is itself no part of it.
    @Test(arguments: [
        "The ferry sails.| It is late.",
        "Will it sail?| It will!| Really?!| Yes.",
        // Spaces that were lost.
        "\"…of our relations,\" she said.|The spokeswoman added that it sails.",
        "\"…our leaders,\" Marn said.|The ferry sails.",
        "“It will.”|Another ferry sails.",
        "\"It will.\"|Another ferry sails.",
        "They left the Velsund Region.|Orlonian sailors stayed.",
        "He said so in 2024.|The ferry sails.",
        "They met at 5 p.m.|The ferry sails.",
        "They serve in NATO.|The ferry sails.",
        "Marn said.|\"We sail,\" she added.",
        "Marn said.|“We sail,” she added.",
        "Он сказал.|Паром идёт.",
        "It sails.|A man came.",
        // Stops that end nothing.
        "The U.S. Senate and the U.S.Senate met in Orlo.",
        "He left the U.S.| The ferry sails.",
        "It cost 3.5m at example.com or Booking.Com, said K.L. Vane and K. L. Marn.",
        "See http://example.org/Orlo.Ferry and Sayso.Articles.read(x) and marn@example.Org now.",
        "Mr. Vane met Dr. Marn, Gen. Rask, Sen. Lund and Gov. Berg in St. Orlo on Jan. 3.",
        "He came at 5 p.m. Saturday, i.e. late, with No. 10 vs. No. 11, e.g. by Vane Inc. of Orlo.",
        "It was made by Vane Co. and Marn Ltd. in Orlo.| The firm left.",
        "1. Vane sails.| 2. Marn stays.",
        "The app Yahoo! Mail was down.| It is up.",
        "Well ... I think so... and I stay.",
        "It sailed...| Nobody came.",
        "It sailed in 1992.[12]| The next one did not.",
        // Quotations.
        "\"Will they come?\" she asked.| \"They will!\" Oddur Vane shouted.",
        "“Will they come?” Marn asked.| She left.",
        "\"We came.| We saw,\" he said.| \"We left.\"| He stayed.",
        "«Il part. »| Marn reste.| «Oui.»| Non.",
        "„Nein.“| Er ging.| »Ja.«| Sie kam.",
        "He said 'No.'| She left.| (It rained.)| They sailed.",
        "'We sail.'| 'We stay.'",
        "”It is over.” ― Oddur Vane",
        "船は出る。|船は出ない！|「はい。」",
        "هل تبحر العبارة؟| نعم.",
    ])
    func splits(marked: String) {
        let expected = marked.split(separator: "|").map { part in
            part.first == " " ? String(part.dropFirst()) : String(part)
        }
        #expect(sentences(marked.replacing("|", with: "")) == expected)
    }

    @Test func coversRandomText() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<300 {
            let text = RandomText.jumble(60, using: &generator)
            let article = Article(text: text)
            #expect(article.brokenInvariants(source: Array(text.utf8), using: &generator) == [])
        }
    }

    @Test func cutsWhatIsNoSentence() {
        let article = Article(text: String(repeating: "ferry ", count: 20_000))
        let sentences = article.sentences(in: article.paragraphs[0].body)
        #expect(sentences.count == 7)
        #expect(sentences.allSatisfy { $0.count <= 20_000 && article.text[$0].hasSuffix("ferry") })
    }
}
