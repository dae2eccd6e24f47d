import Foundation
import SaysoArticles
import Testing
import TestSupport

@testable import SaysoStatements

@Suite("Statements of articles")
struct ExtractorTests {
    @Test(
        "Who said what",
        arguments: [
            (
                "The dam will be finished by May, the water board said on Monday.",
                ["the water board | said | The dam will be finished by May (indirect)"]
            ),
            (
                "“The dam will hold,” said Ilse Maarten, the board’s chief engineer. “It has to.”",
                [
                    "Ilse Maarten, the board’s chief engineer | said | “The dam will hold,” … “It has to.” (direct)"
                ]
            ),
            (
                "According to the Ferry Post, two ships were held.",
                ["the Ferry Post | According to | two ships were held (indirect)"]
            ),
            (
                "Brandt denied that the contract was “a gift to his friends”.",
                ["Brandt | denied | that the contract was “a gift to his friends” (mixed)"]
            ),
        ]
    )
    func whoSaidWhat(text: String, expected: [String]) {
        #expect(dump(text) == expected)
    }

    @Test("A quotation over several paragraphs is one statement, closed or not", arguments: ["”", ""])
    func continued(close: String) {
        let text = """
            Ilse Maarten, the chief engineer, said: “The dam was built in a hurry and nobody looked at the rock.

            “We found three cracks last week, and we told the ministry about each of them.

            “Nobody answered our letters.\(close)

            The ministry did not reply to questions.
            """
        let statements = dump(text)
        #expect(statements.count { $0.hasPrefix("Ilse Maarten") } == 1)
        #expect(statements.first?.contains("three cracks") == true)
        #expect(statements.first?.contains("Nobody answered") == true)
    }

    @Test("Marks without words cost next to nothing", arguments: ["<", "\"", "(", "<( \" "])
    func marks(unit: String) {
        func seconds(_ text: String) -> Double {
            let article = Article(text: text)
            return processorTime { _ = extractor.statements(in: article) }
        }
        let words = (1...80).map { "Dam number \($0) would hold, the board said on Monday. " }.joined()
        // As much time as words take would be ten times as long.
        let marks = String(repeating: unit, count: 10 * words.utf8.count / unit.utf8.count)
        #expect(seconds(marks) < seconds(words))
    }

    @Test(
        "Unusual marks do not derail it",
        arguments: [
            "„Der Damm hält“, said Ilse Maarten.", "«The dam will hold», said Ilse Maarten.",
            "‘The dam will hold,’ said Ilse Maarten.", "``The dam will hold,'' said Ilse Maarten.",
            "\"The dam will hold, said Ilse Maarten.", "The dam will hold,\" said Ilse Maarten.",
            "“The dam “will” hold,” said Ilse Maarten.",
        ]
    )
    func marks(text: String) {
        let statements = dump(text)
        #expect(statements.count == 1)
        #expect(statements.first?.hasPrefix("Ilse Maarten | said | ") == true)
    }

    @Test("A question and the answer right after it have two speakers")
    func questionAndAnswer() {
        let statements = dump(
            "Defending, Simon Achebe asked a witness: “Did you ever see my client with the horse?” “No,” she "
                + "replied. “But everyone knew.”"
        )
        #expect(statements.count { $0.hasPrefix("Simon Achebe") && $0.contains("horse?") } == 1)
        #expect(statements.count { $0.hasPrefix("she | replied | “No,” … “But everyone knew.”") } == 1)
    }

    @Test("A quotation that is never closed goes on for a thousand paragraphs", .timeLimit(.minutes(10)))
    func neverClosed() {
        let more = String(repeating: "\n\n“And it leaks.", count: 1000)
        let text = "Ilse Maarten said: “The dam is old." + more
        let statements = dump(text)
        #expect(statements.count == 1)
        #expect(statements.first?.hasPrefix("Ilse Maarten") == true)
    }

    @Test("Every span is a range of the text at character boundaries", arguments: 0..<200)
    func spans(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var characters = Array(Self.story)
        for _ in 0..<Int.random(in: 0...30, using: &random) {
            let place = Int.random(in: 0..<characters.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: characters.remove(at: place)
            case 1: characters.insert(random.pick(Array("“”\"'’«\n\u{301}👩‍🚒é\u{202E}. ,")), at: place)
            case 2: characters.swapAt(place, Int.random(in: 0..<characters.count, using: &random))
            default: characters.insert(contentsOf: characters[place...].prefix(20), at: place)
            }
        }
        let article = Article(text: String(characters))
        for statement in extractor.statements(in: article) {
            #expect(!statement.content.isEmpty)
            #expect((0...1).contains(statement.confidence))
            let spans = statement.source + statement.cue + statement.content + statement.occurrences
            for span in spans {
                #expect(!span.isEmpty && span.upperBound <= article.text.count)
                let bytes = article.text.utf8[span]
                #expect(String(validating: bytes, as: UTF8.self) == article.text[span])
            }
            for (left, right) in zip(statement.content, statement.content.dropFirst()) {
                #expect(left.upperBound <= right.lowerBound)
            }
        }
    }

    @Test("The same article gives the same statements on many threads at once")
    func threads() async {
        let article = Article(text: Self.story)
        let expected = extractor.statements(in: article)
        #expect(!expected.isEmpty)
        await withTaskGroup(of: [Statement].self) { group in
            for _ in 0..<8 { group.addTask { extractor.statements(in: article) } }
            for await statements in group { #expect(statements == expected) }
        }
    }

    @Test(
        "Text without statements has none",
        arguments: ["", " ", "“”", "\"\"\"\"", "...", "\n\n\n", "🚢", "“\n“\n“"]
    )
    func nothing(text: String) {
        #expect(dump(text).isEmpty)
    }

    @Test("One word of a million letters is read")
    func endlessWord() {
        _ = dump("Venn said " + String(repeating: "a", count: 1_000_000) + " was odd.")
        _ = dump(String(repeating: "\u{301}", count: 100_000))
    }

    static let story = """
        Harbour pilots refuse night shifts

        PORT ELLERY, March 3 — Pilots will no longer board ships after dark, their union said on Tuesday.

        “Two of us fell last winter,” said Maud Ferrant, who speaks for the pilots. “We will not wait for a third.”

        The harbour master, Josef Lindqvist-Ó Brien, called the decision “a surprise to everyone” and promised talks. \
        He told the Ferry Post that he had not been asked.

        According to two officials, ships are already waiting.
        """
}

@Suite("The scraped article", .enabled(if: CrawledArticle.isThere, "skipped: no corpora beside the checkout"))
struct ScrapedArticleTests {
    @Test("Eight statements, each once, with all their occurrences")
    func eight() throws {
        let article = try Article(bytes: CrawledArticle.bytes())
        let statements = extractor.statements(in: article)
        let contents = statements.map { $0.content.map { article.text[$0] }.joined(separator: " … ") }
        #expect(statements.count == 8)
        #expect(Set(contents).count == 8)
        #expect(contents.contains { $0.contains("solidarity regarding the liberation") })
        for (statement, content) in zip(statements, contents) {
            #expect(!content.contains(".Ukrainian") && !content.contains("said.The"))
            let copies = article.text.description.components(separatedBy: content).count - 1
            #expect(statement.occurrences.count >= copies - 1, "\(content)")
        }
    }
}

/// The one article as a crawler saved it, which is no part of the project.
enum CrawledArticle {
    private static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../shared/data/scrape/scraped-article.txt").standardizedFileURL

    static var isThere: Bool { FileManager.default.isReadableFile(atPath: url.path) }

    static func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: url)) }
}
