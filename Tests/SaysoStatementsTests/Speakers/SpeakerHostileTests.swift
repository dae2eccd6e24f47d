import SaysoArticles
import Testing
import TestSupport

@testable import SaysoStatements

@Suite("Speakers of hostile input")
struct SpeakerHostileTests {
    @Test(
        "Names that look like something else are still told apart, or left open",
        arguments: [
            // one letter
            ("[1:X] {said} <it leaks>. [2:O.] {said} <it dries>. [3:X] {said} <it floods>.", "X, O., X"),
            ("Captain Q came. [1:Q] {said} <it leaks>. [2:Captain Q] {said} <it dries>.", "Q, Q"),
            // capitals throughout, and none at all
            (
                "[1:MARA VENN] {SAID} <IT LEAKS>. [2:VENN] {SAID} <IT DRIES>. [3:SHE] {LEFT} <IT>.",
                "Mara Venn, Mara Venn, Mara Venn"
            ),
            ("[1:mara venn] {said} <it leaks>. [2:venn] {said} <it dries>.", "mara venn, mara venn"),
            // common words
            (
                "Will Hope came. [1:Hope] {said} <it leaks>. [2:Mr. Hope] {hoped} <it will dry>.",
                "Will Hope, Will Hope"
            ),
            (
                "[1:May Frost] {said} <it may leak>. [2:Frost] {said} <frost may come in May>.",
                "May Frost, May Frost"
            ),
            // particles, hyphens, apostrophes, initials
            (
                "[1:Ludwig van der Meer] {said} <it leaks>. [2:Van der Meer] {said} <it dries>.",
                "Ludwig van der Meer, Ludwig van der Meer"
            ),
            (
                "[1:Ronja Lind-Aasen] {said} <it leaks>. [2:Lind-Aasen] {said} <it dries>.",
                "Ronja Lind-Aasen, Ronja Lind-Aasen"
            ),
            (
                "[1:Nuala O’Shane] {said} <it leaks>. [2:O'Shane] {said} <it dries>.",
                "Nuala O’Shane, Nuala O’Shane"
            ),
            (
                "[1:J. R. R. Vane] {said} <it leaks>. [2:Vane] {said} <it dries>.",
                "J. R. R. Vane, J. R. R. Vane"
            ),
            // other letters
            ("[1:Мара Венн] {said} <it leaks>. [2:Венн] {said} <it dries>.", "Мара Венн, Мара Венн"),
            ("[1:Jürgen Ørby] {said} <it leaks>. [2:Orby] {said} <it dries>.", "Jürgen Ørby, Jürgen Ørby"),
            // one name
            (
                "The singer Zinka came. [1:Zinka] {said} <it leaks>. [2:She] {said} <it dries>.",
                "Zinka, Zinka"
            ),
            // sources without a word, with one that says nothing, and over paragraphs
            ("[1:...] {said} <it leaks>. [2:“”] {said} <it dries>. [3:—] {said} <it floods>.", "?, ?, ?"),
            ("Mara Venn [1:and\n\nJoss Averin] {said} <it leaks>.", "Joss Averin"),
        ]
    )
    func names(text: String, expected: String) throws {
        let report = try Self.report(on: text)
        let found = report.statements.map { statement in
            statement.resolution.speakers.map(\.name).joined(separator: " + ")
        }
        #expect(found.map { $0.isEmpty ? "?" : $0 }.joined(separator: ", ") == expected)
    }

    @Test(
        "A range that could go backwards does not",
        arguments: [
            // a role that ends with its sentence, and "and" after it
            "Mara Venn is a judge\n\nAnd [1:she] {said} <it leaks>.",
            // nothing before the words that join
            "Mara Venn, [1:along with the union], {said} <it leaks>.",
            "Mara Venn, [1:together with Joss Averin], {said} <it leaks>.",
            // a verb that ends its sentence
            "[1:Brandt] {1:said} <1:Averin had told\n\nVane that it leaks>.",
            // a source inside a time
            "Late on [1:Tuesday] {said} <it leaks>.",
            // what "whose" stands for, again and again
            "The aide [1:whose aide] [2:whose aide] [3:whose aide] [4:whose aide] {said} <it leaks>, <it dries>, "
                + "<it floods>, <it cracks>.",
        ]
    )
    func bounds(text: String) throws {
        let report = try Self.report(on: text)
        #expect(Self.broken(report, in: try Article(text: MarkedText(text).text)) == [])
    }

    @Test("Five hundred speakers are five hundred")
    func many() throws {
        let text = (0..<500).map {
            "[\($0 + 1):Mara \(Self.name($0))] {said} <the dam leaks>.\n\n[\($0 + 1001):\(Self.name($0))] {said} <so>."
        }
        let report = try Self.report(on: text.joined(separator: "\n\n"))
        #expect(report.speakers.map(\.name) == (0..<500).map { "Mara \(Self.name($0))" })
        #expect(report.speakers.allSatisfy { $0.mentions.count == 2 })
    }

    @Test("Statements over one another keep their own sources")
    func overlapping() throws {
        let article = Article(text: "Mara Venn and Joss Averin said that the dam leaks, Venn said on Monday.")
        let spans = [0..<9, 0..<25, 14..<25, 5..<18, 51..<55, 0..<article.text.count]
        let statements = spans.flatMap { source in
            [31..<49, 36..<43, 26..<article.text.count].map { Self.statement(source, 26..<30, $0) }
        }
        let report = Report(statements.sorted(), in: article)
        #expect(Self.broken(report, in: article) == [])
        for statement in report.statements where statement.source == [51..<55] {
            #expect(statement.resolution.speakers.map(\.name) == ["Mara Venn"])
        }
    }

    @Test("Whatever the words, spans lie in the text and the same comes out twice", arguments: 0..<400)
    func fuzz(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var text = ""
        for _ in 0..<Int.random(in: 1...70, using: &random) {
            text += random.oneIn(6) ? RandomText.jumble(2, using: &random) : random.pick(Self.words)
            text += random.pick(Self.joints)
        }
        if seed % 16 == 0 { text = text.uppercased() }
        if seed % 16 == 1 { text = text.lowercased() }
        let article = Article(text: text)
        let statements = Self.statements(in: Prose(article), using: &random)
        let report = Report(statements, in: article)
        #expect(Self.broken(report, in: article) == [])
        let again = Report(statements, in: article)
        #expect(again.statements == report.statements && again.speakers == report.speakers)
    }

    @Test(
        "Twice the text takes twice the time",
        .timeLimit(.minutes(10)),
        arguments: [
            // aliases of aliases
            "%1 Venn (%0 Venn) came, ~Mara %0^ said <it leaks>.\n",
            // a new name on every line
            "~Mara %0^ said <it leaks>.\n", "~%0 %1^ said <it leaks>.\n",
            // one name on every line, and one without capitals
            "~Mara Venn^ said <it leaks>.\n", "~mara %0^ said <it leaks>.\n",
            // nobody at all
            "~She^ said <it leaks>.\n", "~The company^ said <it leaks>.\n",
            // a sentence without end
            "~%0 Venn^ said <it leaks> and ", "~(%0) [%1^ said “<it ‘leaks> ",
            // a transcript
            "~%0^: <It leaks now and then>.\n",
            // namesakes in headlines
            "~%0 Venn^ Says <Dam Leaks>\n",
            // a list without end, and each of it
            "%0, %1 and ~each^ said <it leaks>; ",
            // a senator of many pairs
            "Senators %0 Lund and Mara Venn came, ~the tall senator^ said <it leaks>.\n",
        ]
    )
    func linear(line: String) {
        func duration(_ size: Int) -> Double {
            let (article, statements) = Self.long(line, size)
            return processorTime { _ = Report(statements, in: article) }
        }
        _ = duration(20_000)
        // What grows as the square takes four times as long every time; a machine that others use does so now and then.
        let isLinear = (0..<4).contains { _ in duration(600_000) < duration(300_000) * 3 + 0.1 }
        #expect(isLinear)
    }
}

extension SpeakerHostileTests {
    private static let words = [
        "Mara", "Venn", "Joss", "Averin", "Brandt", "Harbour", "Trust", "Ministry", "Bank", "HT", "VENN",
        "Ohio",
        "of", "for", "the", "The", "a", "and", "And", "&", "with", "along", "together", "including", "by",
        "By",
        "Will", "Hope", "May", "A", "Q", "X", "J", "Mr", "Dr", "President", "Senators", "Foreign", "State",
        "van",
        "der", "al", "Jr", "minister", "spokeswoman", "lawyer", "company", "union", "report", "board",
        "officials",
        "group", "two", "three", "both", "all", "each", "others", "he", "she", "it", "they", "his", "their",
        "my",
        "I", "we", "who", "which", "whose", "whom", "that", "is", "was", "as", "said", "told", "not",
        "former",
        "latter", "known", "called", "also", "54", "year", "old", "s", "succeeded", "leads", "in", "law",
        "com",
    ]
    private static let joints = [
        " ", " ", " ", " ", " ", " ", ", ", ". ", ".", "\n", "\n\n", "-", " — ", "’", "’s ", "'s ", " \"",
        "\" ",
        " “", "” ", " ‘", "’ ", " (", ") ", " [", "] ", ": ", "/",
    ]

    /// The report on a text whose statements are marked by hand.
    private static func report(on text: String) throws -> Report {
        let marked = try MarkedText(text)
        let statements = marked.statements.values.map { marks in
            Statement(
                form: .indirect,
                source: marks.source,
                cue: marks.cue,
                content: marks.content,
                confidence: 1,
                occurrences: []
            )
        }
        return Report(statements.sorted(), in: Article(text: marked.text))
    }

    private static func statement(_ source: Range<Int>, _ cue: Range<Int>, _ content: Range<Int>) -> Statement
    {
        Statement(
            form: .indirect,
            source: [source],
            cue: [cue],
            content: [content],
            confidence: 1,
            occurrences: []
        )
    }

    /// A word that is no other number's, with a capital.
    private static func name(_ number: Int) -> String {
        var letters = ""
        var rest = number + 26
        while rest > 0 {
            letters += ["ba", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu"][rest % 10]
            rest /= 10
        }
        return "Q" + letters
    }

    /// An article of so many bytes, line after line; `~`, `^`, `<` and `>` mark source and content, `%0` and `%1`
    /// are the line's name and the next one's.
    private static func long(_ line: String, _ size: Int) -> (Article, [Statement]) {
        var text: [UInt8] = []
        var statements: [Statement] = []
        var number = 0
        while text.count < size {
            var starts: [Int] = []
            let words = line.replacing("%0", with: name(number)).replacing("%1", with: name(number + 1))
            for byte in words.utf8 {
                if "~^<>".utf8.contains(byte) { starts.append(text.count) } else { text.append(byte) }
            }
            statements.append(
                statement(starts[0]..<starts[1], starts[1]..<starts[1] + 5, starts[2]..<starts[3])
            )
            number += 1
        }
        return (Article(text: String(decoding: text, as: UTF8.self)), statements)
    }

    /// Statements of any words at all.
    private static func statements(in prose: Prose, using random: inout SeededGenerator) -> [Statement] {
        guard !prose.tokens.isEmpty else { return [] }
        func span(_ longest: Int) -> Range<Int> {
            let start = Int.random(in: prose.tokens.indices, using: &random)
            let end = start + Int.random(in: 1...longest, using: &random)
            return prose.bytes(start..<min(prose.tokens.count, end))
        }
        return (0..<12).map { _ in
            Statement(
                form: .indirect,
                source: random.oneIn(5) ? [] : [span(random.oneIn(2) ? 2 : 8)],
                cue: [span(2)],
                content: [span(20)],
                confidence: 1,
                occurrences: []
            )
        }.sorted()
    }

    /// What is wrong with a report's speakers.
    private static func broken(_ report: Report, in article: Article) -> [String] {
        var broken: [String] = []
        func require(_ condition: Bool, _ message: @autoclosure () -> String) {
            if !condition { broken.append(message()) }
        }
        func isRange(_ range: Range<Int>) -> Bool {
            !range.isEmpty && range.lowerBound >= 0 && range.upperBound <= article.text.count
                && String(validating: article.text.utf8[range], as: UTF8.self) != nil
        }
        for (number, speaker) in report.speakers.enumerated() {
            require(speaker.id == number, "\(speaker.name) has id \(speaker.id), not \(number)")
            require(speaker.mentions.allSatisfy(isRange), "\(speaker.name) is mentioned outside the text")
            require(!speaker.mentions.isEmpty, "\(speaker.name) is never mentioned")
            require(!speaker.name.isEmpty, "speaker \(number) has no name")
            require(!speaker.name.contains(where: \.isNewline), "a name has several lines")
            let places = speaker.mentions.map { [$0.lowerBound, $0.upperBound] }
            require(
                zip(places, places.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) },
                "\(speaker.name) has mentions out of order"
            )
            require(
                report.statements.contains { $0.resolution.speakers.contains(speaker) },
                "\(speaker.name) is quoted nowhere"
            )
        }
        let firsts = report.speakers.compactMap(\.mentions.first?.lowerBound)
        require(firsts == firsts.sorted(), "speakers are out of order")
        for statement in report.statements {
            let resolution = statement.resolution
            require(
                Set(resolution.speakers.map(\.id)).count == resolution.speakers.count,
                "a statement has a speaker twice"
            )
            require((0...1).contains(resolution.confidence), "\(resolution.confidence) is no probability")
            require(
                resolution.isUnresolved == (resolution.speakers.isEmpty && !statement.source.isEmpty),
                "unresolved: \(resolution.isUnresolved), but \(resolution.speakers.count) speakers"
            )
            require(resolution.chain.allSatisfy { isRange($0.mention) }, "a step lies outside the text")
            for speaker in resolution.speakers {
                require(report.speakers[speaker.id] == speaker, "\(speaker.name) is not the article's")
            }
        }
        return broken
    }
}
