import SaysoEncoder

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The parts of an attribution.
enum Role: Int, CaseIterable {
    case source, cue, content
}

/// The tags of a window's words: BIO over sources, cues and contents.
struct Tags {
    /// Outside, then a beginning and an inside for each role.
    static let count = 7

    static func begin(_ role: Role) -> Int { 1 + 2 * role.rawValue }
    static func inside(_ role: Role) -> Int { 2 + 2 * role.rawValue }

    /// For each word, the log-probabilities of its tags.
    let logProbabilities: [[Float]]
    /// The spans that the best sequence of tags says, as ranges of the window's words, in order.
    let spans: [(role: Role, words: Range<Int>)]

    init(_ window: Window, _ output: EncoderOutput, transitions: Transitions) {
        logProbabilities = window.positions.map { position in
            let logits = output.tags[position * Self.count..<(position + 1) * Self.count]
            let highest = logits.max() ?? 0
            let sum = logits.reduce(Float(0)) { $0 + exp($1 - highest) }
            return logits.map { $0 - highest - log(sum) }
        }
        var spans: [(role: Role, words: Range<Int>)] = []
        for segment in window.segments {
            let best = transitions.bestTags(logProbabilities[segment])
            for (word, tag) in zip(segment, best) where tag > 0 {
                if tag % 2 == 1 {
                    spans.append((Role.allCases[tag / 2], word..<word + 1))
                } else {
                    let last = spans.count - 1
                    spans[last].words = spans[last].words.lowerBound..<word + 1
                }
            }
        }
        self.spans = spans
    }

    /// How probable a tag is at a word.
    func probability(_ tag: Int, at word: Int) -> Float { exp(logProbabilities[word][tag]) }
}

/// Which tag may follow which, and how readily.
struct Transitions {
    /// Row: the tag before; column: the tag after.
    private let scores: [Float]
    private let start: [Float]

    /// - Parameters:
    ///   - scores: 7 × 7 log-scores, row by row.
    ///   - start: 7 log-scores of a segment's first tag.
    init(scores: [Float], start: [Float]) {
        var scores = scores
        var start = start
        for role in Role.allCases {
            let inside = Tags.inside(role)
            start[inside] = -.infinity
            for before in 0..<Tags.count where before != inside && before != Tags.begin(role) {
                scores[before * Tags.count + inside] = -.infinity
            }
        }
        self.scores = scores
        self.start = start
    }

    /// The most probable sequence of tags (Viterbi, 1967).
    func bestTags(_ words: ArraySlice<[Float]>) -> [Int] {
        guard let first = words.first else { return [] }
        var best = (0..<Tags.count).map { first[$0] + start[$0] }
        var back: [Int8] = []
        back.reserveCapacity(words.count * Tags.count)
        for word in words.dropFirst() {
            var next = best
            for tag in 0..<Tags.count {
                var from = 0
                var highest = -Float.infinity
                for before in 0..<Tags.count {
                    let score = best[before] + scores[before * Tags.count + tag]
                    if score > highest { (from, highest) = (before, score) }
                }
                next[tag] = highest + word[tag]
                back.append(Int8(from))
            }
            best = next
        }
        var tag = best.indices.max { best[$0] < best[$1] } ?? 0
        var tags = [tag]
        for row in stride(from: words.count - 2, through: 0, by: -1) {
            tag = Int(back[row * Tags.count + tag])
            tags.append(tag)
        }
        return tags.reversed()
    }
}
