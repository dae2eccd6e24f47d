import Foundation
import SaysoArticles
import Testing
import TestSupport

@testable import SaysoStatements

/// Reports on any statements at all: the network may give spans of any shape.
@Suite("Reports on any statements")
struct ReportFuzzTests {
    private static let pieces = [
        "on Monday", "Monday's", "who", "said", "told", "“", "”", "(", ")", ",", "May", "in 2019",
        "at 4 p.m.",
        "April 26, 2025", "a 2018 survey", "She", "he", "the mayor", "Mara Venn", "citing", "according to",
        "Q:", "VENN:", "yesterday", "two days ago", "from 3 to 5 May", "that", "-", "—", ".", "\n",
    ]

    /// `SAYSO_FUZZ_CASES` sets how many reports are tried, `SAYSO_FUZZ_SEED` where to begin.
    @Test("What was said when is a range of the text at character boundaries")
    func anyStatementsFuzz() {
        func setting(_ name: String) -> UInt64? {
            ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
        }
        let first = setting("SAYSO_FUZZ_SEED") ?? 0
        for seed in first..<first + (setting("SAYSO_FUZZ_CASES") ?? 2000) {
            var random = SeededGenerator(seed: seed)
            let text = Self.text(using: &random)
            let article = Article(text: text)
            let report = Report(Self.statements(in: article, text, using: &random), in: article)
            let expressions = report.statements.compactMap(\.said?.expression)
            let times = report.times.map(\.range)
            let areRanges = (expressions + times).allSatisfy { range in
                !range.isEmpty && range.upperBound <= article.text.count
                    && String(validating: article.text.utf8[range], as: UTF8.self) != nil
            }
            guard areRanges, expressions.allSatisfy(times.contains) else {
                Issue.record("seed \(seed): \(text)")
                return
            }
        }
    }

    private static func text(using random: inout SeededGenerator) -> String {
        var text = random.oneIn(2) ? "Ferry sinks\n16:19 GMT 26.04.2025\n" : ""
        for _ in 0..<Int.random(in: 1...80, using: &random) {
            text += random.oneIn(5) ? RandomText.jumble(2, using: &random) : random.pick(pieces)
            text += random.pick([" ", " ", " ", "", "\n", ". "])
        }
        return text
    }

    /// Statements whose spans begin and end at any characters and hold a word.
    private static func statements(
        in article: Article,
        _ text: String,
        using random: inout SeededGenerator
    ) -> [Statement] {
        let prose = Prose(article)
        guard !prose.tokens.isEmpty else { return [] }
        let offsets =
            text.indices.map { text.utf8.distance(from: text.startIndex, to: $0) } + [text.utf8.count]
        func span() -> Range<Int> {
            while true {
                let first = Int.random(in: 0..<offsets.count - 1, using: &random)
                let longest = random.oneIn(4) ? offsets.count : 30
                let last = Int.random(in: first + 1..<min(offsets.count, first + 1 + longest), using: &random)
                let span = offsets[first]..<offsets[last]
                if !prose.tokens(in: span).isEmpty { return span }
            }
        }
        func spans(_ count: ClosedRange<Int>) -> [Range<Int>] {
            (0..<Int.random(in: count, using: &random)).map { _ in span() }
                .sorted { $0.lowerBound < $1.lowerBound }
                .reduce(into: []) { kept, span in
                    if kept.last.map({ $0.upperBound <= span.lowerBound }) ?? true { kept.append(span) }
                }
        }
        return (0..<Int.random(in: 1...12, using: &random)).map { _ in
            Statement(
                form: random.pick(Statement.Form.allCases),
                source: spans(0...2),
                cue: spans(0...2),
                content: spans(1...3),
                confidence: 0.5,
                occurrences: []
            )
        }.sorted()
    }
}
