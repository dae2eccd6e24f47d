import Testing

@testable import SaysoEvaluation

@Suite("Scores")
struct ScoreTests {
    private static let text = "Nils Orrin said the lock is open. Petra Lund denied that it was shut."
    private static let gold = [
        attribution("Nils Orrin", "said", "the lock is open"),
        attribution("Petra Lund", "denied", "that it was shut"),
    ]

    private static func attribution(_ source: String?, _ cue: String?, _ content: String) -> GoldAttribution {
        GoldAttribution(source: spans(source), cue: spans(cue), content: spans(content))
    }

    /// The first place of some words, which are ASCII and so the same in code points.
    private static func spans(_ words: String?) -> [Range<Int>] {
        guard let words, let range = text.firstRange(of: words) else { return [] }
        let start = text.distance(from: text.startIndex, to: range.lowerBound)
        return [start..<start + words.count]
    }

    private static func score(_ predicted: [GoldAttribution]) -> (Score, [Int: Outcome], [Int: Outcome]) {
        var score = Score()
        let outcomes = score.add(gold: gold, predicted: predicted, text: Array(text.unicodeScalars))
        return (score, outcomes.gold, outcomes.predicted)
    }

    @Test("A case counted by hand")
    func byHand() {
        let (score, gold, predicted) = Self.score([
            Self.attribution("Orrin", "said", "lock is open"),  // three of four words
            Self.attribution("Nils Orrin", nil, "that it was shut"),  // somebody else said it
            Self.attribution(nil, nil, "Petra Lund"),  // nobody said it
        ])
        #expect(counts(score.source) == [2, 2, 4])
        #expect(counts(score.cue) == [1, 1, 2])
        #expect(counts(score.content) == [7, 9, 8])
        #expect(counts(score.strict) == [1, 3, 2])
        #expect(counts(score.overlap) == [2, 3, 2])
        #expect(counts(score.whoWhat) == [1, 3, 2])
        #expect(score.soft.precision == 2.0 / 3)
        #expect(score.soft.recall == 0.875)
        #expect(abs(score.whoWhat.f1 - 0.4) < 1e-12)
        #expect(gold == [0: .matched, 1: .wrongSource])
        #expect(predicted == [0: .matched, 1: .wrongSource, 2: .missed])
    }

    @Test("Contents pair one to one, best overlap first")
    func pairs() {
        let (score, gold, predicted) = Self.score([
            Self.attribution("Nils Orrin", "said", "lock is open"),
            Self.attribution("Nils Orrin", "said", "the lock is open"),
        ])
        #expect(counts(score.whoWhat) == [1, 2, 2])
        #expect(counts(score.strict) == [1, 2, 2])
        #expect(gold == [0: .matched, 1: .missed])
        #expect(predicted == [0: .wrongBoundary, 1: .matched])
    }

    @Test("Less than half of a content is not enough, and a content without words is none")
    func boundaries() {
        let (score, gold, _) = Self.score([
            Self.attribution("Nils Orrin", "said", "open"), Self.attribution("Nils Orrin", "said", "."),
        ])
        #expect(counts(score.overlap) == [0, 1, 2])
        #expect(gold == [0: .wrongBoundary, 1: .missed])
    }

    @Test("No source on either side is agreement; on one side it is not")
    func noSource() {
        var score = Score()
        let content = Self.attribution(nil, nil, "the lock is open")
        score.add(gold: [content], predicted: [content], text: Array(Self.text.unicodeScalars))
        score.add(gold: [content], predicted: [Self.gold[0]], text: Array(Self.text.unicodeScalars))
        #expect(counts(score.whoWhat) == [1, 2, 2])
        #expect(score.documents == 2)
    }

    @Test("Words are what Python's \\w matches, and spans may cut them or reach past the text")
    func words() {
        let text = Array("snake_case Ⅷ ½ naïve 渡轮 e\u{301}t !?".unicodeScalars)
        var score = Score()
        let all = GoldAttribution(content: [0..<text.count + 50])
        score.add(gold: [all], predicted: [all], text: text)
        // The accent parts its word in two.
        #expect(score.content.gold == 7)
        score.add(gold: [GoldAttribution(content: [2..<5])], predicted: [], text: text)
        #expect(score.content.gold == 8)
    }

    @Test("Nothing against nothing")
    func nothing() {
        var score = Score()
        score.add(gold: [], predicted: [], text: [])
        #expect(score.whoWhat.f1 == 0)
        #expect(score.soft.f1 == 0)
    }

    private func counts(_ measure: Measure) -> [Int] { [measure.matched, measure.predicted, measure.gold] }
}
