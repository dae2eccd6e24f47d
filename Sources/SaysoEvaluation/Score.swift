/// Precision, recall and their harmonic mean, from counts.
package struct Measure: Sendable {
    /// Right.
    package var matched = 0
    /// Everything predicted.
    package var predicted = 0
    /// Everything in the gold.
    package var gold = 0

    /// Makes a measure of nothing.
    package init() {}

    /// The share of the predicted that is right.
    package var precision: Double { predicted > 0 ? Double(matched) / Double(predicted) : 0 }
    /// The share of the gold that was found.
    package var recall: Double { gold > 0 ? Double(matched) / Double(gold) : 0 }
    /// The harmonic mean of both.
    package var f1: Double {
        let sum = precision + recall
        return sum > 0 ? 2 * precision * recall / sum : 0
    }
}

/// How one gold attribution or one prediction fared.
package enum Outcome: String, Sendable, CaseIterable {
    /// Content at IoU ≥ 0.5 and an overlapping source, or none in both.
    case matched
    /// Content at IoU ≥ 0.5, but another source, or none.
    case wrongSource = "wrong source"
    /// Content overlaps, but not by half.
    case wrongBoundary = "wrong boundary"
    /// Nothing of the content was found; of a prediction, nothing of it is in the gold.
    case missed
}

/// The measures of attributions against gold, micro-averaged over articles.
///
/// Words are runs of letters, digits and underscores. **who+what** pairs contents one to one, best overlap
/// first, and counts the pairs with an intersection over union of at least one half whose sources overlap.
package struct Score: Sendable {
    /// Articles scored.
    package private(set) var documents = 0
    /// Words of all sources, cues and contents.
    package private(set) var source = Measure()
    /// The same of cues.
    package private(set) var cue = Measure()
    /// The same of contents.
    package private(set) var content = Measure()
    /// Contents whose words are exactly the same.
    package private(set) var strict = Measure()
    /// Contents at IoU ≥ 0.5.
    package private(set) var overlap = Measure()
    /// Contents at IoU ≥ 0.5 with the right source.
    package private(set) var whoWhat = Measure()
    private var softPrecision = 0.0
    private var softRecall = 0.0

    /// Makes an empty score.
    package init() {}

    /// Proportional overlap of contents, as Pareti et al. (2013) measure it: precision, recall and F1.
    package var soft: (precision: Double, recall: Double, f1: Double) {
        let precision = whoWhat.predicted > 0 ? softPrecision / Double(whoWhat.predicted) : 0
        let recall = whoWhat.gold > 0 ? softRecall / Double(whoWhat.gold) : 0
        let sum = precision + recall
        return (precision, recall, sum > 0 ? 2 * precision * recall / sum : 0)
    }

    /// Adds one article.
    ///
    /// - Returns: what became of each gold attribution and of each prediction that has a word of content, by
    ///   their indices.
    @discardableResult
    package mutating func add(
        gold: [GoldAttribution],
        predicted: [GoldAttribution],
        text: [Unicode.Scalar]
    ) -> (gold: [Int: Outcome], predicted: [Int: Outcome]) {
        documents += 1
        let gold = gold.enumerated().map { WordSets($1, text, $0) }.filter { !$0.content.isEmpty }
        let predicted = predicted.enumerated().map { WordSets($1, text, $0) }.filter { !$0.content.isEmpty }
        Self.count(gold.map(\.source), predicted.map(\.source), into: &source)
        Self.count(gold.map(\.cue), predicted.map(\.cue), into: &cue)
        Self.count(gold.map(\.content), predicted.map(\.content), into: &content)
        for key in [\Score.strict, \.overlap, \.whoWhat] as [WritableKeyPath<Score, Measure>] {
            self[keyPath: key].gold += gold.count
            self[keyPath: key].predicted += predicted.count
        }
        var goldOutcomes = Dictionary(uniqueKeysWithValues: gold.map { ($0.index, Outcome.missed) })
        var outcomes = Dictionary(uniqueKeysWithValues: predicted.map { ($0.index, Outcome.missed) })
        var pairs: [(overlap: Double, gold: Int, predicted: Int)] = []
        var goldBest = Array(repeating: 0.0, count: gold.count)
        var predictedBest = Array(repeating: 0.0, count: predicted.count)
        for (i, g) in gold.enumerated() {
            for (j, p) in predicted.enumerated() {
                let common = g.content.intersection(p.content).count
                guard common > 0 else { continue }
                goldBest[i] = max(goldBest[i], Double(common) / Double(g.content.count))
                predictedBest[j] = max(predictedBest[j], Double(common) / Double(p.content.count))
                pairs.append((Double(common) / Double(g.content.union(p.content).count), i, j))
                goldOutcomes[g.index] = .wrongBoundary
                outcomes[p.index] = .wrongBoundary
            }
        }
        softRecall += goldBest.reduce(0, +)
        softPrecision += predictedBest.reduce(0, +)
        var goldUsed: Set<Int> = []
        var predictedUsed: Set<Int> = []
        for (overlap, i, j) in pairs.sorted(by: { $0 > $1 })
        where !goldUsed.contains(i) && !predictedUsed.contains(j) {
            goldUsed.insert(i)
            predictedUsed.insert(j)
            if overlap == 1 { strict.matched += 1 }
            guard overlap >= 0.5 else { continue }
            self.overlap.matched += 1
            let (g, p) = (gold[i], predicted[j])
            let right = !g.source.isDisjoint(with: p.source) || (g.source.isEmpty && p.source.isEmpty)
            if right { whoWhat.matched += 1 }
            goldOutcomes[g.index] = right ? .matched : .wrongSource
            outcomes[p.index] = right ? .matched : .wrongSource
        }
        return (goldOutcomes, outcomes)
    }

    private static func count(_ gold: [Set<Int>], _ predicted: [Set<Int>], into measure: inout Measure) {
        let gold = gold.reduce(into: Set()) { $0.formUnion($1) }
        let predicted = predicted.reduce(into: Set()) { $0.formUnion($1) }
        measure.matched += gold.intersection(predicted).count
        measure.predicted += predicted.count
        measure.gold += gold.count
    }
}

/// An attribution as sets of words, each named by where it begins.
private struct WordSets {
    let index: Int
    let source: Set<Int>
    let cue: Set<Int>
    let content: Set<Int>

    init(_ attribution: GoldAttribution, _ text: [Unicode.Scalar], _ index: Int) {
        self.index = index
        source = Self.words(attribution.source, text)
        cue = Self.words(attribution.cue, text)
        content = Self.words(attribution.content, text)
    }

    private static func words(_ spans: [Range<Int>], _ text: [Unicode.Scalar]) -> Set<Int> {
        var starts: Set<Int> = []
        for span in spans {
            var inside = false
            for at in span.clamped(to: 0..<text.count) {
                let isWord = isWord(text[at])
                if isWord, !inside { starts.insert(at) }
                inside = isWord
            }
        }
        return starts
    }

    /// What `\w` matches in Python: letters, numbers of every kind, and the underscore.
    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: scalar == "_" || scalar.properties.numericType != nil
        }
    }
}
