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

    /// `SAYSO_FUZZ_CASES` sets how many reports are tried.
    private static let cases =
        ProcessInfo.processInfo.environment["SAYSO_FUZZ_CASES"].flatMap { UInt64($0) } ?? 300

    @Test("What was said when is a range of the text at character boundaries", arguments: 0..<cases)
    func fuzz(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var text = random.oneIn(2) ? "Ferry sinks\n16:19 GMT 26.04.2025\n" : ""
        for _ in 0..<Int.random(in: 1...80, using: &random) {
            text += random.oneIn(5) ? RandomText.jumble(2, using: &random) : random.pick(Self.pieces)
            text += random.pick([" ", " ", " ", "", "\n", ". "])
        }
        let article = Article(text: text)
        let report = Report(Self.statements(in: text, using: &random), in: article)
        let expressions = report.statements.compactMap(\.said?.expression)
        for range in expressions + report.times.map(\.range) {
            #expect(!range.isEmpty && range.upperBound <= article.text.count)
            #expect(String(validating: article.text.utf8[range], as: UTF8.self) != nil)
        }
        #expect(expressions.allSatisfy { range in report.times.contains { $0.range == range } })
    }

    /// Statements whose spans begin and end at any characters.
    private static func statements(in text: String, using random: inout SeededGenerator) -> [Statement] {
        let offsets =
            text.indices.map { text.utf8.distance(from: text.startIndex, to: $0) } + [text.utf8.count]
        func span() -> Range<Int> {
            let first = Int.random(in: 0..<offsets.count - 1, using: &random)
            let longest = random.oneIn(4) ? offsets.count : 30
            let last = Int.random(in: first + 1..<min(offsets.count, first + 1 + longest), using: &random)
            return offsets[first]..<offsets[last]
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
