import Foundation
import SaysoArticles
import SaysoStatements
import TestSupport
import Testing

@testable import SaysoCommand

@Suite("Offsets")
struct OffsetTests {
    private static let names = [
        "harbour-treaty.txt", "scraped-repeats.txt", "british-single-quotes.txt", "transcript.txt",
    ]

    @Test("Every span slices the text to its words, in every unit", arguments: names, OffsetUnit.allCases)
    func examples(name: String, unit: OffsetUnit) async throws {
        let extractor = try StatementExtractor()
        let text = try String(contentsOfFile: Checkout.example(name), encoding: .utf8)
        for seed in 0..<6 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let changed = seed == 0 ? text : Mutation.text(text, using: &generator)
            let document = Document(
                id: .text(name),
                path: name,
                content: .success(.text(changed, Metadata()))
            )
            let broken = try await RecordChecks.broken(document, unit: unit, extractor)
            #expect(broken.isEmpty, "seed \(seed)")
        }
    }

    @Test("Offsets after emoji, accents and marks")
    func units() async throws {
        let extractor = try StatementExtractor()
        let text = "🚢 Zoe\u{308} Młynarz said that the lock is open."
        let expected: [OffsetUnit: Range<Int>] = [.utf8: 5..<19, .codePoints: 2..<14, .utf16: 3..<15]
        for (unit, range) in expected {
            let document = Document(id: .text("x"), path: "x", content: .success(.text(text, Metadata())))
            let record = await ArticleRecord(document, Selection(unit: unit)) { extractor.report(on: $0) }
            let statement = try #require(record.statements.first)
            #expect(record.words(statement.source).hasSuffix("Zoe\u{308} Młynarz"))
            #expect(record.offsets(statement.source).last?.upperBound == range.upperBound)
        }
    }
}
