import SaysoEncoder

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An attribution inside one window: ranges of the window's words.
struct Attribution {
    var source: Range<Int>?
    var cue: Range<Int>?
    var contents: [Range<Int>]
    var signals: Signals

    /// What the network's outputs say about how sure an attribution is, each from 0 to 1.
    struct Signals {
        /// Mean probability of the content's tags.
        var content: Float = 0
        /// Probability of the content's link to its cue.
        var cue: Float = 0
        /// Probability of the cue's link to its source, or to none.
        var source: Float = 0
    }
}

/// Ties contents to cues and cues to sources.
struct Linker {
    /// A link to a word that no tag marks makes the span when it is more probable than this.
    static let creation: Float = 0.2
    /// A span made by a link goes on over words whose inside tag is more probable than this.
    static let continuation: Float = 0.3

    /// A second-best cue is taken for a quotation that is cut off from the best one when it is more probable.
    static let leastOther: Float = 0.001

    private let window: Window
    private let output: EncoderOutput
    private let tags: Tags
    private var roles: [Role?]
    private var cues: [Range<Int>]
    private var sources: [Range<Int>]

    init(_ window: Window, _ output: EncoderOutput, _ tags: Tags) {
        self.window = window
        self.output = output
        self.tags = tags
        roles = Array(repeating: nil, count: window.words.count)
        cues = []
        sources = []
        for span in tags.spans {
            for word in span.words { roles[word] = span.role }
            switch span.role {
            case .cue: cues.append(span.words)
            case .source: sources.append(span.words)
            case .content: break
            }
        }
    }

    /// All attributions of the window, in the order of their contents.
    mutating func attributions() -> [Attribution] {
        var found: [Attribution] = []
        var byCue: [Int: Int] = [:]
        for span in tags.spans where span.role == .content {
            let content = span.words
            let confidence = contentConfidence(content)
            guard let (cue, probability) = cue(of: content) else {
                found.append(Attribution(contents: [content], signals: .init(content: confidence)))
                continue
            }
            if let index = byCue[cue] {
                found[index].contents.append(content)
                // A statement is as sure as the least sure of its parts.
                found[index].signals.content = min(found[index].signals.content, confidence)
                found[index].signals.cue = min(found[index].signals.cue, probability)
            } else {
                byCue[cue] = found.count
                let signals = Attribution.Signals(content: confidence, cue: probability)
                found.append(Attribution(cue: cues[cue], contents: [content], signals: signals))
            }
        }
        for index in found.indices {
            guard let cue = found[index].cue else { continue }
            (found[index].source, found[index].signals.source) = source(of: cue)
            let source = found[index].source
            found[index].contents.removeAll { content in
                content.allSatisfy { cue.contains($0) || source?.contains($0) == true }
            }
        }
        // Nobody says nothing but punctuation.
        return found.filter { attribution in
            attribution.contents.contains { window.words[$0].contains { $0.shape != .punctuation } }
        }
    }

    private func contentConfidence(_ words: Range<Int>) -> Float {
        var sum: Float = 0
        for word in words {
            let tag = word == words.lowerBound ? Tags.begin(.content) : Tags.inside(.content)
            sum += tags.probability(tag, at: word)
        }
        return sum / Float(words.count)
    }

    private mutating func cue(of content: Range<Int>) -> (Int, Float)? {
        let links = Links(pointer: 0, from: content, window, output)
        var (best, probability) = links.best(of: cues)
        if let index = best, isCutOff(content, from: cues[index]) {
            let open = cues.map { isCutOff(content, from: $0) ? 0..<0 : $0 }
            let other = links.best(of: open)
            if other.1 > Self.leastOther { (best, probability) = other }
        }
        if let word = links.bestWord(outside: cues), links.words[word] > max(Self.creation, probability),
            !content.contains(word), roles[word] != .cue
        {
            probability = links.words[word]
            best = cues.count
            cues.append(extended(word, .cue))
        }
        return probability < 0.001 ? nil : best.map { ($0, probability) }
    }

    /// Whether another quotation stands between a quotation and a cue, right beside the first, with no word
    /// between: then somebody else speaks.
    private func isCutOff(_ content: Range<Int>, from cue: Range<Int>) -> Bool {
        tags.spans.contains { other in
            guard other.role == .content, other.words != content else { return false }
            let isBetween =
                cue.lowerBound >= other.words.upperBound && other.words.lowerBound >= content.upperBound
            guard isBetween, window.words[content.upperBound - 1].quotation == .closes else { return false }
            let gap = window.words[content.upperBound..<other.words.lowerBound]
            return gap.isEmpty && window.words[other.words.lowerBound].quotation == .opens
        }
    }

    private mutating func source(of cue: Range<Int>) -> (Range<Int>?, Float) {
        let links = Links(pointer: 1, from: cue, window, output)
        var (best, probability) = links.best(of: sources)
        if let word = links.bestWord(outside: sources),
            links.words[word] > max(Self.creation, probability, links.none), roles[word] != .cue
        {
            probability = links.words[word]
            best = sources.count
            sources.append(extended(word, .source))
        }
        guard let best, probability > links.none else { return (nil, links.none) }
        return (sources[best], probability)
    }

    /// The span that a link makes at a word.
    private mutating func extended(_ word: Int, _ role: Role) -> Range<Int> {
        let segment = window.segments.first { $0.contains(word) } ?? word..<word + 1
        var end = word + 1
        roles[word] = role
        while end < segment.upperBound, roles[end] == nil,
            tags.probability(Tags.inside(role), at: end) > Self.continuation
        {
            roles[end] = role
            end += 1
        }
        return word..<end
    }
}

/// Where one pointer points from a span: probabilities averaged over the span's words.
private struct Links {
    /// For each word of the window.
    var words: [Float]
    /// That there is nothing to point at.
    var none: Float = 0

    init(pointer: Int, from span: Range<Int>, _ window: Window, _ output: EncoderOutput) {
        words = Array(repeating: 0, count: window.words.count)
        let count = output.count
        for word in span {
            let row = (pointer * count + window.positions[word]) * count
            let nothing = output.pointers[row]
            var highest = nothing
            for position in window.positions { highest = max(highest, output.pointers[row + position]) }
            var sum = exp(nothing - highest)
            for position in window.positions { sum += exp(output.pointers[row + position] - highest) }
            let scale = 1 / (sum * Float(span.count))
            none += exp(nothing - highest) * scale
            for (index, position) in window.positions.enumerated() {
                words[index] += exp(output.pointers[row + position] - highest) * scale
            }
        }
    }

    /// The span that the pointer means most.
    func best(of spans: [Range<Int>]) -> (Int?, Float) {
        var best: (Int?, Float) = (nil, 0)
        for (index, span) in spans.enumerated() {
            let probability = words[span].reduce(0, +)
            if probability > best.1 { best = (index, probability) }
        }
        return best
    }

    /// The word that the pointer means most, apart from some spans.
    func bestWord(outside spans: [Range<Int>]) -> Int? {
        var left = words
        for span in spans { for word in span { left[word] = -1 } }
        return left.indices.max { left[$0] < left[$1] }
    }
}
