import Foundation
import SaysoArticles
import SaysoStatements
import TestSupport
import Testing

@testable import SaysoCommand

/// `SAYSO_FUZZ_CASES` sets how many inputs are tried; `SAYSO_FUZZ_SEED` where to begin.
@Suite("Fuzz")
struct FuzzTests {
    private static func seeds(_ usual: Int) -> Range<UInt64> {
        let environment = ProcessInfo.processInfo.environment
        let first = environment["SAYSO_FUZZ_SEED"].flatMap { UInt64($0) } ?? 0
        return first..<first + UInt64(environment["SAYSO_FUZZ_CASES"].flatMap { Int($0) } ?? usual)
    }

    @Test("JSONL of any bytes gives a record a line, each sound")
    func jsonLines() async throws {
        let extractor = try StatementExtractor(model: Array(Data(contentsOf: Checkout.tinyModel)))
        let original = Array(try Data(contentsOf: URL(fileURLWithPath: Checkout.example("articles.jsonl"))))
        let folder = try TemporaryFolder()
        for seed in Self.seeds(500) {
            var generator = SeededGenerator(seed: seed)
            let bytes = Mutation.bytes(original, using: &generator)
            let path = try folder.file("fuzz.jsonl", Data(bytes))
            var reader = DocumentReader([path], form: .jsonl)
            var records = 0
            while let document = await reader.next() {
                records += 1
                let unit = generator.pick(OffsetUnit.allCases)
                let broken = try await RecordChecks.broken(document, unit: unit, extractor)
                try #require(broken.isEmpty, "seed \(seed)")
            }
            let lines = bytes.split(separator: 0x0A).count {
                !$0.allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
            }
            try #require(records == lines, "seed \(seed)")
        }
    }

    @Test("Texts of any bytes give sound records, the same from several threads")
    func texts() async throws {
        let extractor = try StatementExtractor(model: Array(Data(contentsOf: Checkout.tinyModel)))
        let names = [
            "harbour-treaty.txt", "scraped-repeats.txt", "british-single-quotes.txt", "transcript.txt",
        ]
        let originals = try names.map {
            Array(try Data(contentsOf: URL(fileURLWithPath: Checkout.example($0))))
        }
        for seed in Self.seeds(500) {
            var generator = SeededGenerator(seed: seed)
            let bytes = Mutation.bytes(generator.pick(originals), using: &generator)
            let document = Document(id: .text("fuzz"), path: "fuzz", content: .success(.bytes(bytes)))
            let unit = generator.pick(OffsetUnit.allCases)
            let broken = try await RecordChecks.broken(document, unit: unit, extractor)
            try #require(broken.isEmpty, "seed \(seed)")
            guard generator.oneIn(20), let article = try? document.article() else { continue }
            let statements = try await extractor.report(on: article, jobs: 3).statements
            try #require(statements == extractor.statements(in: article), "seed \(seed)")
        }
    }

    @Test("Pages, feeds and archives of any bytes give sound records, each with evidence inside its source")
    func mixed() async throws {
        let extractor = try StatementExtractor(model: Array(Data(contentsOf: Checkout.tinyModel)))
        let originals = [Data(Samples.page().utf8), Data(Samples.feed.utf8), Samples.archive].map {
            Array($0)
        }
        let folder = try TemporaryFolder()
        for seed in Self.seeds(200) {
            var generator = SeededGenerator(seed: seed)
            let bytes = Mutation.bytes(generator.pick(originals), using: &generator)
            let path = try folder.file("fuzz", Data(bytes))
            var reader = DocumentReader(
                [path],
                form: generator.oneIn(4) ? generator.pick(InputForm.allCases) : .auto
            )
            while let document = await reader.next() {
                let unit = generator.pick(OffsetUnit.allCases)
                let broken = try await RecordChecks.broken(document, unit: unit, extractor)
                try #require(broken.isEmpty, "seed \(seed)")
                let record = ArticleRecord(document)
                guard let article = record.article else { continue }
                let ranges = record.sourceRanges([0..<article.text.count])
                try #require(
                    ranges.allSatisfy { $0.upperBound <= bytes.count && !$0.isEmpty },
                    "seed \(seed)"
                )
                for format in ArticleFormat.allCases {
                    format.write(
                        record,
                        isFirst: true,
                        isSingle: true,
                        style: TableStyle(width: 80, hasColour: false)
                    ) { _ in }
                }
            }
        }
    }
}
