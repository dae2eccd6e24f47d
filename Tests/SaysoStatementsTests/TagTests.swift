import TestSupport
import Testing

@testable import SaysoStatements

@Suite("Tags")
struct TagTests {
    @Test("No inside tag without the same role before it, whatever the scores", arguments: 0..<50)
    func constraints(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let transitions = Transitions(
            scores: (0..<49).map { _ in Float.random(in: -3...3, using: &random) },
            start: (0..<7).map { _ in Float.random(in: -3...3, using: &random) }
        )
        let words = (0..<40).map { _ in (0..<7).map { _ in Float.random(in: -9...0, using: &random) } }
        let tags = transitions.bestTags(words[...])
        #expect(tags.count == words.count)
        for (index, tag) in tags.enumerated() where tag > 0 && tag % 2 == 0 {
            #expect(index > 0 && (tags[index - 1] == tag || tags[index - 1] == tag - 1))
        }
    }

    @Test("The best sequence is the best of all", arguments: 0..<20)
    func bestOfAll(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let scores = (0..<49).map { _ in Float.random(in: -2...2, using: &random) }
        let start = (0..<7).map { _ in Float.random(in: -2...2, using: &random) }
        let words = (0..<4).map { _ in (0..<7).map { _ in Float.random(in: -5...0, using: &random) } }
        var best: (score: Float, tags: [Int]) = (-.infinity, [])
        for number in 0..<7 * 7 * 7 * 7 {
            let tags = [number / 343, number / 49 % 7, number / 7 % 7, number % 7]
            guard tags[0] % 2 == 1 || tags[0] == 0 else { continue }
            let isAllowed = zip(tags, tags.dropFirst()).allSatisfy { before, tag in
                tag == 0 || tag % 2 == 1 || before == tag || before == tag - 1
            }
            guard isAllowed else { continue }
            var score = start[tags[0]] + words[0][tags[0]]
            for index in 1..<4 {
                score += scores[tags[index - 1] * 7 + tags[index]] + words[index][tags[index]]
            }
            if score > best.score { best = (score, tags) }
        }
        #expect(Transitions(scores: scores, start: start).bestTags(words[...]) == best.tags)
    }

    @Test("A segment without words has no tags")
    func empty() {
        let transitions = Transitions(
            scores: .init(repeating: 0, count: 49),
            start: .init(repeating: 0, count: 7)
        )
        #expect(transitions.bestTags([]).isEmpty)
    }
}
