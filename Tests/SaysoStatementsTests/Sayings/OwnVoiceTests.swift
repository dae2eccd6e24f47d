import SaysoArticles
import Testing

@testable import SaysoStatements

@Suite("The outlet's own voice")
struct OwnVoiceTests {
    @Test("Sentences without any part of a statement, and their share by words")
    func sentences() {
        let text =
            "The dam is old. Brandt said it leaks. Snow fell on it. “It will hold. It must,” Averin said."
        let article = Article(text: text)
        let found = [
            Found("Brandt", "said", "it leaks"), Found("Averin", "Averin said", "“It will hold. It must,”"),
        ]
        let own = OwnVoice(beside: found.map { $0.statement(in: article) }, in: Prose(article))
        #expect(own.sentences.map { article.text[$0] } == ["The dam is old.", "Snow fell on it."])
        #expect(own.share == 8.0 / 19)
    }

    @Test("A sentence of which a part is attributed is not the outlet's own")
    func partly() {
        let text = "Snow fell on the dam, which Brandt called safe, and the road was closed."
        let article = Article(text: text)
        let statement = Found("Brandt", "called", "safe").statement(in: article)
        #expect(OwnVoice(beside: [statement], in: Prose(article)) == OwnVoice(sentences: [], share: 0))
    }

    @Test(
        "All of it, or nothing at all",
        arguments: [("", 0.0), ("…", 0), ("The dam is old.", 1), ("渡轮。", 1)]
    )
    func extremes(text: String, share: Double) {
        #expect(OwnVoice(beside: [], in: Prose(Article(text: text))).share == share)
    }
}
