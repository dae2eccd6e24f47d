import SaysoLedger
import Testing

@Suite("Differences word by word")
struct WordDifferenceTests {
    @Test(
        "What is gone and what has come is marked",
        arguments: [
            ("The dam is safe", "The dam is safe", "The dam is safe"),
            ("“The dam is safe,”", "\"the dam  is safe.\"", "“The dam is safe,”"),
            ("The dam is safe", "The dam was safe", "The dam [-is-] {+was+} safe"),
            ("The old dam is safe", "The dam is safe today", "The [-old-] dam is safe {+today+}"),
            ("", "All new", "{+All new+}"),
            ("All gone", "", "[-All gone-]"),
            ("", "", ""),
        ]
    )
    func marks(earlier: String, later: String, marked: String) {
        #expect(WordDifference(from: earlier, to: later).marked == marked)
    }

    @Test("As few words as can be are gone and come")
    func least() {
        let parts = WordDifference(from: "a b c a b b a", to: "c b a b a c").parts
        #expect(parts.filter { $0.kind != .same }.flatMap { $0.text.split(separator: " ") }.count == 5)
    }

    @Test("Both texts can be read off it", arguments: 1...200 as ClosedRange<UInt64>)
    func whole(seed: UInt64) {
        var generator = Seeded(state: seed)
        func text() -> [String] {
            (0..<Int.random(in: 0...30, using: &generator)).map { _ in
                ["one", "two", "three", "four"].randomElement(using: &generator)!
            }
        }
        let (old, new) = (text(), text())
        let parts = WordDifference(from: old.joined(separator: " "), to: new.joined(separator: " ")).parts
        func words(without kind: WordDifference.Part.Kind) -> [String] {
            parts.filter { $0.kind != kind }.flatMap { $0.text.split(separator: " ").map(String.init) }
        }
        #expect(words(without: .come) == old)
        #expect(words(without: .gone) == new)
    }

    @Test("Long texts without a common word take no long time", .timeLimit(.minutes(10)))
    func long() {
        let old = (0..<20_000).map { "old\($0)" }.joined(separator: " ")
        let new = (0..<20_000).map { "new\($0)" }.joined(separator: " ")
        #expect(WordDifference(from: old, to: new).parts.map(\.kind) == [.gone, .come])
    }
}
