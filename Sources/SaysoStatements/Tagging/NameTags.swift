import SaysoArticles
import SaysoEncoder

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the network takes an article's words for: parts of the names of people, organisations and places.
///
/// Only words that may well be part of a name are kept, 12 bytes each. The network sees a word with those
/// around it and nothing else of the article, so where a name comes again and again, what is said of it each
/// time should be taken together.
package struct NameTags: Sendable, Equatable {
    /// What a name is the name of.
    package enum Kind: Int, CaseIterable, Sendable {
        /// A person.
        case person
        /// A company, a party, an authority, an outlet.
        case organisation
        /// A country, a town, a river.
        case place
        /// Peoples, events, works and the like.
        case other
    }

    /// One word.
    package struct Tag: Sendable, Equatable {
        private let offset: UInt32
        /// For each kind, 255ths.
        private let shares: SIMD4<UInt8>
        private let beginning: UInt8
        /// 16ths of a log-odds.
        private let gender: Int8

        /// Where the word begins; a UTF-8 offset in the article's text.
        package var start: Int { Int(offset) }

        /// How probable it is that the word is part of a name of some kind, from 0 to 1.
        package func probability(of kind: Kind) -> Float { Float(shares[kind.rawValue]) / 255 }

        /// How probable it is that a name begins here, rather than goes on, if there is one; from 0 to 1.
        package var beginsName: Float { Float(beginning) / 255 }

        /// The log of the odds that it is a man's name and not a woman's, if it is a person's; from -8 to 8.
        package var masculine: Float { Float(gender) / 16 }

        /// The most probable kind; nil where it is more probable that the word is part of no name.
        package var kind: Kind? {
            let best = Kind.allCases.max { shares[$0.rawValue] < shares[$1.rawValue] }
            let none = 255 - Kind.allCases.reduce(0) { $0 + Int(shares[$1.rawValue]) }
            return best.flatMap { Int(shares[$0.rawValue]) > none ? $0 : nil }
        }

        /// Reads the logits of a word's first piece; nil where it is hardly part of a name.
        fileprivate init?(start: Int, logits: ArraySlice<Float>) {
            let first = logits.startIndex
            let tags = 1 + 2 * Kind.allCases.count
            let highest = logits.prefix(tags).max() ?? 0
            let powers = logits.prefix(tags).map { exp($0 - highest) }
            let sum = powers.reduce(0, +)
            let names = 1 - powers[0] / sum
            guard names >= NameTags.least else { return nil }
            var shares = SIMD4<UInt8>()
            var beginning: Float = 0
            for kind in Kind.allCases {
                let (begins, goesOn) = (powers[1 + 2 * kind.rawValue], powers[2 + 2 * kind.rawValue])
                shares[kind.rawValue] = UInt8(255 * (begins + goesOn) / sum)
                beginning += begins / sum
            }
            offset = UInt32(start)
            self.shares = shares
            self.beginning = UInt8(255 * min(1, beginning / names))
            gender = Int8(max(-8, min(7.9, logits[first + tags])) * 16)
        }
    }

    /// A word that is part of a name with less probability than this is left out.
    private static let least: Float = 0.05

    /// The words, in order.
    package private(set) var tags: [Tag] = []

    /// Of an article without any.
    package init() {}

    /// Reads what the network says of a window; nothing, where the model has no head for names.
    init(_ window: Window, _ output: EncoderOutput) {
        let outputs = ModelConfiguration.Names.outputs
        guard !output.names.isEmpty else { return }
        for (word, position) in zip(window.words, window.positions) where word.shape != .punctuation {
            let logits = output.names[position * outputs..<(position + 1) * outputs]
            if let tag = Tag(start: word.start, logits: logits) { tags.append(tag) }
        }
    }

    mutating func append(_ others: NameTags) { tags += others.tags }

    /// What is known of the word that begins at an offset; nil where it is hardly part of a name.
    ///
    /// - Complexity: logarithmic in the number of tags.
    package func tag(at start: Int) -> Tag? { tags(in: start..<start + 1).first }

    /// What is known of the words that begin in a range of the text.
    ///
    /// - Complexity: logarithmic in the number of tags.
    package func tags(in range: Range<Int>) -> ArraySlice<Tag> {
        let first = tags.partitioningIndex { $0.start >= range.lowerBound }
        let end = tags.partitioningIndex { $0.start >= range.upperBound }
        return tags[first..<end]
    }
}
