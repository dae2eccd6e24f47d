import Foundation
import SaysoArticles
import Testing
import TestSupport

/// Inputs that make careless programs slow or stop them.
@Suite struct HostileInputTests {
    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            (
                "a sentence a hundred thousand times", "The Velsund ferry will sail before the first snow. ",
                100_000
            ),
            (
                "a line a hundred thousand times", "The Velsund ferry will sail before the first snow.\n",
                100_000
            ),
            ("one word", "a", 5_000_000),
            ("words without an end", "ferry ", 900_000),
            ("stops", ".", 3_000_000),
            ("spaced stops", ". ", 2_000_000),
            ("marks", "\"", 3_000_000),
            ("initials", "K. L.M. ", 400_000),
            ("abbreviations", "Mr. ", 700_000),
            ("combining marks", "\u{301}", 1_500_000),
            ("dashes", "ORLO — ", 300_000),
            ("dates", "26.04.2025 ", 300_000),
            ("glued sentences", "The ferry sails.", 200_000),
        ]
    )
    func staysLinear(name: String, unit: String, count: Int) throws {
        let bytes = Array(String(repeating: unit, count: count).utf8)
        let article = try Article(bytes: bytes)
        #expect(article.text.count == bytes.count)
        #expect(!article.paragraphs.isEmpty)
    }

    @Test(.timeLimit(.minutes(10)))
    func staysLinearWhenSentencesBeginAlike() {
        var generator = SeededGenerator(seed: 2)
        let opening = RandomText.sentence(100, using: &generator).dropLast()
        let text = (0..<10_000).map { "\(opening) \($0)." }.joined(separator: "\n")
        #expect(Article(text: text).repeats.isEmpty)
    }

    /// `SAYSO_FUZZ_CASES` sets how many inputs are tried.
    @Test func anyBytesFuzz() {
        let wish = ProcessInfo.processInfo.environment["SAYSO_FUZZ_CASES"].flatMap { Int($0) }
        let cases = wish ?? 5_000
        for seed in 0..<UInt64(cases) {
            var generator = SeededGenerator(seed: seed)
            let source = Self.source(using: &generator)
            guard let article = try? Article(bytes: source) else { continue }
            let broken = article.brokenInvariants(source: source, using: &generator)
            if !broken.isEmpty {
                Issue.record("seed \(seed): \(broken.joined(separator: "; "))")
                return
            }
        }
    }

    private static func source(using generator: inout SeededGenerator) -> [UInt8] {
        var bytes: [UInt8]
        switch Int.random(in: 0..<6, using: &generator) {
        case 0:
            return (0..<Int.random(in: 0...300, using: &generator)).map { _ in
                UInt8(truncatingIfNeeded: generator.next())
            }
        case 1, 2:
            bytes = Array(
                RandomText.jumble(Int.random(in: 1...80, using: &generator), using: &generator).utf8
            )
        case 3:
            bytes = Array(fixtures[0].utf8)
            for _ in 0..<Int.random(in: 1...6, using: &generator) { shuffle(&bytes, using: &generator) }
        default:
            bytes = Array(generator.pick(fixtures).utf8)
        }
        for _ in 0..<Int.random(in: 0...5, using: &generator) { damage(&bytes, using: &generator) }
        if generator.oneIn(6) {
            let text = String(decoding: bytes, as: UTF8.self)
            bytes = DecodingTests.utf16(text, bigEndian: generator.oneIn(2), mark: !generator.oneIn(4))
            if generator.oneIn(2) { damage(&bytes, using: &generator) }
        }
        return bytes
    }

    private static let fixtures = [
        ScrapedArticle.ferry.text,
        ScrapedArticle.ferry.glued,
        "ORLO, March 3 (AP) — “Ørby,” he said.\r\nUpdated 26.04.2025 16:19 MSK\r\n«Oui. » Il part…",
        ParagraphTests.wrapped,
    ]

    /// Copies or moves a piece to another place.
    private static func shuffle(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard bytes.count > 2 else { return }
        let start = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, start + Int.random(in: 1...400, using: &generator))
        let piece = Array(bytes[start..<end])
        if generator.oneIn(2) { bytes.removeSubrange(start..<end) }
        bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &generator))
    }

    private static func damage(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let index = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[index] = UInt8(truncatingIfNeeded: generator.next())
        case 1: bytes.remove(at: index)
        case 2:
            bytes.insert(generator.pick(Array(".\"?! \n\u{0}'".utf8) + [0xE2, 0x80, 0x9D, 0xFF]), at: index)
        default:
            bytes.removeSubrange(index..<min(bytes.count, index + Int.random(in: 0...40, using: &generator)))
        }
    }
}
