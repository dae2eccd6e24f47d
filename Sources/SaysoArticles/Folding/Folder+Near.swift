extension Folder {
    private static let lengths = fewestWords...120
    /// Passages that hold the same three words are looked at up to this many.
    private static let mostAlike = 16

    /// Folds standfirsts, and leftovers of paragraphs that repeat, when another sentence says the same with
    /// few words more or less.
    mutating func foldNearRepeats() {
        let candidates = nearCandidates()
        guard !candidates.isEmpty else { return }
        let trigrams = trigramPlaces(of: candidates)
        // Work for each word is bounded however alike the sentences are.
        var budget = 256 * passages.hashes.count + 1_000_000
        for candidate in candidates where budget > 0 {
            guard let target = likeliest(for: candidate, trigrams), folds[target] == nil else { continue }
            budget -= passages.sentences[candidate].words.count * passages.sentences[target].words.count
            let comparison = NearComparison(candidate, target, passages) { word in
                trigrams[passages.fingerprint(word..<word + 3)]?.contains {
                    let place = passages.sentence(ofWord: $0)
                    return place != candidate && folds[place] == nil
                } ?? false
            }
            if comparison.isRepeat {
                set(Fold(words: passages.sentences[target].words, isExact: false), for: candidate)
            }
        }
    }

    /// Sentences that stand where repeats stand: ahead of the story, or beside sentences that repeat.
    private func nearCandidates() -> [Int] {
        let body = passages.paragraphs.indices.filter {
            passages.paragraphs[$0].kind == .body || passages.paragraphs[$0].kind == .standfirst
        }
        let line = passages.paragraphs.prefix(10).firstIndex { $0.kind == .timeLine } ?? 0
        var result: [Int] = []
        for (number, paragraph) in body.enumerated() {
            let isAhead = paragraph < line || (number < 2 && body.count > 4)
            guard isAhead || foldedShare(ofParagraph: paragraph) >= 0.5 else { continue }
            result += passages.sentencesOfParagraph[paragraph].filter {
                folds[$0] == nil && Self.lengths.contains(passages.sentences[$0].words.count)
            }
        }
        return result
    }

    /// Where the sequences of three words that candidates hold occur in what is read.
    private func trigramPlaces(of candidates: [Int]) -> [UInt64: [Int]] {
        var places: [UInt64: [Int]] = [:]
        for candidate in candidates {
            let words = passages.sentences[candidate].words
            for word in words.dropLast(2) { places[passages.fingerprint(word..<word + 3)] = [] }
        }
        for (index, sentence) in passages.sentences.enumerated() where folds[index] == nil {
            guard passages.paragraphs[sentence.paragraph].kind != .headline else { continue }
            for word in sentence.words.dropLast(2) {
                let key = passages.fingerprint(word..<word + 3)
                guard let count = places[key]?.count, count < Self.mostAlike else { continue }
                places[key]?.append(word)
            }
        }
        return places
    }

    /// The sentence of another paragraph that shares the most sequences with a candidate.
    private func likeliest(for candidate: Int, _ trigrams: [UInt64: [Int]]) -> Int? {
        let own = passages.sentences[candidate]
        var votes: [Int: Int] = [:]
        for word in own.words.dropLast(2) {
            for place in trigrams[passages.fingerprint(word..<word + 3)] ?? [] {
                let other = passages.sentence(ofWord: place)
                if passages.sentences[other].paragraph != own.paragraph { votes[other, default: 0] += 1 }
            }
        }
        let best = votes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
        return best?.key
    }
}

/// Whether a sentence says what another one says.
struct NearComparison {
    let isRepeat: Bool

    /// Compares a sentence with the one it may repeat.
    ///
    /// Words that were added are no matter when other passages have them, or when they are few and name no
    /// number and deny nothing. Words that were replaced are: "the mayor said" repeats no "the captain said".
    ///
    /// - Parameters:
    ///   - candidate: the sentence that may be a repeat.
    ///   - target: the sentence that it may repeat.
    ///   - passages: the article's words.
    ///   - isElsewhere: whether the three words from a word on stand in another passage too.
    init(_ candidate: Int, _ target: Int, _ passages: Passages, isElsewhere: (Int) -> Bool) {
        let own = passages.sentences[candidate].words
        let others = passages.sentences[target].words
        guard others.count <= 300 else {
            isRepeat = false
            return
        }
        let pairs = WordAlignment(own, others, of: passages.hashes).pairs
        guard pairs.count >= Folder.fewestWords, pairs.count * 5 >= own.count * 3,
            pairs.count * 2 >= others.count
        else {
            isRepeat = false
            return
        }
        var elsewhere: Set<Int> = []
        for word in own.dropLast(2) where isElsewhere(word) { elsewhere.formUnion(word..<word + 3) }

        var (uncovered, runs) = (0, 0)
        var (nextOwn, nextOther) = (own.lowerBound, others.lowerBound)
        for pair in pairs + [(own.upperBound, others.upperBound)] {
            if pair.first > nextOwn || pair.second > nextOther || runs == 0 { runs += 1 }
            let gap = nextOwn..<pair.first
            let added = gap.map(passages.lowercasedWord)
            let dropped = (nextOther..<pair.second).map(passages.lowercasedWord)
            let isNew = gap.map { !elsewhere.contains($0) }
            let isReplaced = !added.isEmpty && !dropped.isEmpty
            let news = zip(added, isNew).lazy.filter(\.1).map(\.0)
            guard !isReplaced || (added + dropped).allSatisfy(Self.isLight),
                // The copy that says whose words they are is the one to read.
                isReplaced || !added.contains(where: Self.attributes),
                !dropped.contains(where: Self.changesMeaning), !news.contains(where: Self.changesMeaning)
            else {
                isRepeat = false
                return
            }
            // "Transport Ministry spokeswoman Dessa Marn said", where the other copy has "Marn said".
            let isRole = runs == 1 && dropped.isEmpty && gap.count <= 8 && passages.isName(pair.first)
            if !isRole { uncovered += news.count { !Self.isLight($0) } }
            (nextOwn, nextOther) = (pair.first + 1, pair.second + 1)
        }
        isRepeat = runs <= 5 && uncovered <= max(2, own.count / 5)
    }

    /// Words that come and go without changing who said what.
    private static func isLight(_ word: String) -> Bool { light.contains(word) }

    private static func attributes(_ word: String) -> Bool {
        Abbreviations.sayingVerbs.contains(word) || word == "according"
    }

    private static func changesMeaning(_ word: String) -> Bool {
        denying.contains(word) || word.hasSuffix("n't") || word.hasSuffix("n’t")
            || word.utf8.contains { (0x30...0x39).contains($0) }
    }

    private static let light = Set(
        """
        a an the on in at of to that has have had is was said says saying told reporters also earlier later
        today yesterday monday tuesday wednesday thursday friday saturday sunday morning afternoon evening
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    )

    private static let denying: Set<String> = [
        "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "and", "or",
        "but", "denied", "denies", "if", "unless", "may", "might", "could", "would", "should", "against",
        "former",
    ]
}

extension Passages {
    /// A word as it is printed, in lower case.
    func lowercasedWord(_ word: Int) -> String {
        text[range(ofWord: word)].lowercased()
    }

    /// Whether a word is printed with a capital; false past the last word.
    fileprivate func isName(_ word: Int) -> Bool {
        guard word < hashes.count else { return false }
        let range = range(ofWord: word)
        return text.letterCase(at: range.lowerBound, to: range.upperBound) == .upper
    }
}
