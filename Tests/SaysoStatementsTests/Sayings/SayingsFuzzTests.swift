import SaysoArticles
import Testing
import TestSupport

@testable import SaysoStatements

@Suite("Sayings of any text")
struct SayingsFuzzTests {
    @Test("Spans lie in the text on character boundaries, and no parents go in circles", arguments: 0..<300)
    func jumble(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let text = RandomText.jumble(Int.random(in: 1...120, using: &random), using: &random)
        let article = Article(text: Self.spiced(text, using: &random))
        let prose = Prose(article)
        var statements = Self.statements(in: prose, using: &random)
        statements.readSayings(in: prose)
        #expect(Self.broken(statements, in: article).isEmpty)
        let own = OwnVoice(beside: statements, in: prose)
        #expect((0...1).contains(own.share))
    }

    @Test("What the network finds in mistreated stories", arguments: 0..<40)
    func stories(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var text = ScrapedArticle.ferry.text
        switch seed % 4 {
        case 0: text = text.uppercased()
        case 1: text = text.lowercased()
        case 2: text = Self.spiced(text, using: &random)
        default: break
        }
        let article = Article(text: text)
        #expect(Self.broken(extractor.statements(in: article), in: article).isEmpty)
    }

    @Test("Ten million bytes with a name on every line", .timeLimit(.minutes(10)))
    func long() {
        let line =
            "Averin Vane told Reuters in a letter, quoted by Yonhap, that Brandt had warned that it leaks.\n"
        let count = 10_000_000 / line.utf8.count
        let article = Article(text: line)
        let found = Found("Averin Vane", "told", "that Brandt had warned that it leaks").statement(
            in: article
        )
        var lines = ""
        for number in 0..<count { lines += line.replacing("Vane", with: "V\(number % 90_000 + 10_000)") }
        let long = Article(text: lines)
        let prose = Prose(long)
        let width = line.utf8.count + 2
        var statements = (0..<count).map { number in
            func moved(_ spans: [Range<Int>], by grown: Int) -> [Range<Int>] {
                spans.map { $0.lowerBound + number * width + grown..<$0.upperBound + number * width + 2 }
            }
            return Statement(
                form: .indirect,
                source: moved(found.source, by: 0),
                cue: moved(found.cue, by: 2),
                content: moved(found.content, by: 2),
                confidence: 1,
                occurrences: []
            )
        }
        statements.readSayings(in: prose); let own = OwnVoice(beside: statements, in: prose)
        #expect(own.share == 0); #expect(statements.count >= count)
        #expect(statements.count { $0.addressee.isEmpty } < statements.count)
    }

    @Test("A sentence without end and a thousand statements in it", .timeLimit(.minutes(10)))
    func endless() {
        let text = String(repeating: "citing Averin said to Rask that quoted by Vane, ", count: 4000)
        let article = Article(text: text)
        let prose = Prose(article)
        var random = SeededGenerator(seed: 1)
        var statements = Self.statements(in: prose, using: &random, count: 4000)
        statements.readSayings(in: prose)
        #expect(Self.broken(statements, in: article).isEmpty)
    }

    /// A text with words that rules look for.
    private static func spiced(_ text: String, using random: inout SeededGenerator) -> String {
        let words = [
            "that", "said", "told", "in a letter to", "citing", "quoted by", "as saying", "on X", ", ", "“",
            "”", "‘",
            "’", "at a rally in", "to reporters", ":", " - ",
        ]
        var result = ""
        for character in text {
            result.append(character)
            if character == " ", random.oneIn(3) { result += random.pick(words) + " " }
        }
        return result
    }

    /// Statements of any words at all.
    private static func statements(
        in prose: Prose,
        using random: inout SeededGenerator,
        count: Int = 12
    ) -> [Statement] {
        guard !prose.tokens.isEmpty else { return [] }
        func span(_ longest: Int) -> Range<Int> {
            let start = Int.random(in: prose.tokens.indices, using: &random)
            return prose.bytes(
                start..<min(prose.tokens.count, start + Int.random(in: 1...longest, using: &random))
            )
        }
        return (0..<count).map { _ in
            let contents = [span(20), span(20)].sorted { $0.lowerBound < $1.lowerBound }
            return Statement(
                form: random.pick(Statement.Form.allCases),
                source: random.oneIn(5) ? [] : [span(4)],
                cue: random.oneIn(5) ? [] : [span(4)],
                content: contents[0].overlaps(contents[1]) ? [contents[0]] : contents,
                confidence: 0.5,
                occurrences: []
            )
        }.sorted()
    }

    /// What is wrong with some statements.
    private static func broken(_ statements: [Statement], in article: Article) -> [String] {
        var broken: [String] = []
        for (index, statement) in statements.enumerated() {
            let spans = statement.source + statement.cue + statement.content
            for span in spans + statement.medium + statement.addressee {
                if span.isEmpty || span.upperBound > article.text.count
                    || String(validating: article.text.utf8[span], as: UTF8.self) == nil
                {
                    broken.append("\(span) is no range of characters")
                }
            }
            var (ancestor, steps) = (statement.parent, 0)
            while let next = ancestor, steps <= statements.count {
                if next == index || !statements.indices.contains(next) {
                    broken.append("\(index) is its own ancestor")
                }
                ancestor = statements.indices.contains(next) ? statements[next].parent : nil
                steps += 1
            }
        }
        return broken
    }
}
