import SaysoArticles

@testable import SaysoCommand
@testable import SaysoStatements

/// A record in which everything that a report can say is said once, whatever the rules that find it.
enum SampleReport {
    static let text = """
        Velm ferry to sail again

        The Velm ferry will sail in May, Rona Tesk, head of the Velm harbour board, told Coastwire on 3 March. \
        In a note to captains she wrote that “the pier, as Ivo Marn put it, is sound”. \
        Tesk and Marn believe that fares will fall. \
        He was reported to have denied it. Nobody at the board would say why.
        """

    /// Makes the record.
    static func record(_ selection: Selection = Selection()) async -> ArticleRecord {
        let document = Document(
            id: .text("ferry"),
            path: "ferry.txt",
            content: .success(.text(text, Metadata()))
        )
        return await ArticleRecord(document, selection) { _ in
            Report(
                statements: statements,
                speakers: [tesk, marn],
                times: [
                    TimeExpression(range: span("May"), kind: .date, value: "2025-05"),
                    TimeExpression(range: span("on 3 March"), kind: .date, value: nil),
                ],
                ownVoice: OwnVoice(sentences: [span("Velm ferry to sail again")], share: 0.1)
            )
        }
    }

    private static let tesk = Speaker(
        id: 0,
        name: "Rona Tesk",
        kind: .person,
        role: "head of the Velm harbour board",
        affiliation: "Velm harbour board",
        mentions: [span("Rona Tesk"), span("she"), span("Tesk and Marn").prefix(4)]
    )
    private static let marn = Speaker(
        id: 1,
        name: "Ivo Marn",
        kind: .person,
        role: nil,
        affiliation: nil,
        mentions: [span("Ivo Marn"), span("Marn believe").prefix(4)]
    )

    private static var statements: [Statement] {
        let source = span("Rona Tesk")
        var ferry = statement("The Velm ferry will sail in May", by: source, "told")
        ferry.resolution = resolved([tesk], [("Rona Tesk", "name")])
        ferry.addressee = [span("Coastwire")]
        ferry.said = Said(expression: span("on 3 March"), value: "2025-03-03T09:30", basis: .stated)

        var pier = statement("that “the pier, as Ivo Marn put it, is sound”", by: span("she"), "wrote")
        pier.saying = Saying(kind: .wrote)
        pier.resolution = resolved([tesk], [("she", "pronoun"), ("Rona Tesk", "name")])
        pier.medium = [span("In a note to captains")]
        pier.said = Said(expression: nil, value: "2025-03-03", basis: .carried)

        var sound = statement("is sound", by: span("Ivo Marn"), "put it")
        sound.resolution = resolved([marn], [("Ivo Marn", "name")])
        sound.parent = 1

        var fares = statement("that fares will fall", by: span("Tesk and Marn"), "believe")
        fares.saying = Saying(kind: .thought)
        fares.resolution = resolved([tesk, marn], [("Tesk and Marn", "joint")])

        var denial = statement("it.", by: span("He was").prefix(2), "denied")
        denial.saying = Saying(kind: .denied, isHedged: true)
        denial.resolution = Resolution(
            speakers: [],
            isUnresolved: true,
            confidence: 0.4,
            chain: [Resolution.Step(mention: span("He was").prefix(2), rule: "pronoun")]
        )

        var why = statement("why", by: span("Nobody at the board"), "would say")
        why.saying = Saying(kind: .said, isNegated: true)
        return [ferry, pier, sound, fares, denial, why]
    }

    private static func statement(_ content: String, by source: Range<Int>, _ cue: String) -> Statement {
        Statement(
            form: content.contains("“") ? .mixed : .indirect,
            source: [source],
            cue: [span(cue)],
            content: [span(content)],
            confidence: 0.9,
            occurrences: []
        )
    }

    private static func resolved(_ speakers: [Speaker], _ chain: [(String, String)]) -> Resolution {
        let steps = chain.map { Resolution.Step(mention: span($0), rule: $1) }
        return Resolution(speakers: speakers, isUnresolved: false, confidence: 0.95, chain: steps)
    }

    /// The first place of some words.
    private static func span(_ words: String) -> Range<Int> {
        guard let range = text.firstRange(of: words) else { preconditionFailure("no \(words)") }
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return start..<start + words.utf8.count
    }
}

extension Range<Int> {
    /// Its first so many bytes.
    fileprivate func prefix(_ count: Int) -> Range<Int> { lowerBound..<lowerBound + count }
}
