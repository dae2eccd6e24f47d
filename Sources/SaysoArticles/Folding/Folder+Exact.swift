extension Folder {
    /// Folds sentences whose words are all the same as another's.
    mutating func foldExactRepeats() {
        let groups = SentenceGroups(passages)
        let copies = CopyQuality(passages, groups)
        var candidates: [(sentence: Int, kept: Int)] = []
        for group in groups.all
        where passages.sentences[group[group.startIndex]].words.count >= Self.fewestWords {
            guard let kept = group.min(by: { copies.isBetter($0, than: $1) }) else { continue }
            candidates += group.lazy.filter { $0 != kept }.map { ($0, kept) }
        }
        candidates.sort { $0.sentence < $1.sentence }

        // Suppose all of them repeats, then take back those that a paragraph's other words speak against.
        for (sentence, kept) in candidates where folds[sentence] == nil && folds[kept] == nil {
            set(Fold(words: passages.sentences[kept].words, isExact: true), for: sentence)
        }
        let isCredible = passages.paragraphs.indices.map { foldedShare(ofParagraph: $0) >= 0.5 }
        var taken: [Int] = []
        for (sentence, _) in candidates {
            let place = passages.sentences[sentence]
            if !isCredible[place.paragraph], !isLongRun(around: sentence) { taken.append(sentence) }
        }
        for sentence in taken { set(nil, for: sentence) }
    }

    /// Whether a sentence and the folded ones beside it, copied as they stand together, are too many words to
    /// be the same by chance.
    private func isLongRun(around sentence: Int) -> Bool {
        let enough = 20
        guard let fold = folds[sentence] else { return false }
        var count = fold.words.count
        let paragraph = passages.sentencesOfParagraph[passages.sentences[sentence].paragraph]
        if sentence > paragraph.lowerBound, let before = folds[sentence - 1],
            before.words.upperBound == fold.words.lowerBound
        {
            count += before.words.count
        }
        if sentence + 1 < paragraph.upperBound, let after = folds[sentence + 1],
            after.words.lowerBound == fold.words.upperBound
        {
            count += after.words.count
        }
        return count >= enough
    }
}

/// Sentences with the same words.
struct SentenceGroups {
    /// For each sentence the index of its group; nil when no other has its words.
    private(set) var groupOf: [Int?]
    /// Sentences in order, by group.
    private(set) var all: [ArraySlice<Int>] = []

    /// Headlines are left out: they are neither folded into the body nor the body into them.
    init(_ passages: Passages) {
        let sentences = passages.sentences
        var groups: [UInt64: Int] = [:]
        var numbers: [Int] = []
        var sizes: [Int] = []
        numbers.reserveCapacity(sentences.count)
        for (index, sentence) in sentences.enumerated() {
            let isHeadline = passages.paragraphs[sentence.paragraph].kind == .headline
            let key =
                sentence.words.isEmpty || isHeadline
                ? UInt64(truncatingIfNeeded: ~index) : passages.fingerprint(sentence.words)
            let number = groups[key] ?? sizes.count
            if number == sizes.count {
                groups[key] = number
                sizes.append(0)
            }
            sizes[number] += 1
            numbers.append(number)
        }
        var next: [Int] = []
        next.reserveCapacity(sizes.count)
        var total = 0
        for size in sizes {
            next.append(total)
            total += size
        }
        let starts = next
        var ordered = [Int](repeating: 0, count: sentences.count)
        for (index, number) in numbers.enumerated() {
            ordered[next[number]] = index
            next[number] += 1
        }
        var groupOfNumber = [Int?](repeating: nil, count: sizes.count)
        for (number, size) in sizes.enumerated() where size > 1 {
            groupOfNumber[number] = all.count
            all.append(ordered[starts[number]..<starts[number] + size])
        }
        groupOf = numbers.map { groupOfNumber[$0] }
    }
}

/// Which of several copies of a sentence is the best to read.
struct CopyQuality {
    private struct Paragraph {
        /// Line ends that other copies have between this paragraph's sentences.
        var lostBreaks = 0
        /// Sentences that follow another one without a space.
        var glued = 0
        /// It stands before the line that states the time, and the story after it.
        var isAhead = false
        /// It stands beside the story: a standfirst, a caption, a pull quote.
        var isBeside = false
        /// Nearly all of its words stand elsewhere too, as in captions and pulled quotations.
        var isAllRepeated = false
    }

    private let passages: Passages
    private var paragraphs: [Paragraph]

    init(_ passages: Passages, _ groups: SentenceGroups) {
        self.passages = passages
        paragraphs = zip(passages.sentencesOfParagraph, passages.paragraphs).map { range, paragraph in
            var result = Paragraph()
            result.isBeside = [.standfirst, .caption, .pullQuote].contains(paragraph.kind)
            var (repeated, total) = (0, 0)
            for index in range {
                let sentence = passages.sentences[index]
                total += sentence.words.count
                guard let group = groups.groupOf[index] else { continue }
                repeated += sentence.words.count
                guard index > range.lowerBound else { continue }
                if passages.sentences[index - 1].range.upperBound == sentence.range.lowerBound {
                    result.glued += 1
                }
                if let before = groups.groupOf[index - 1],
                    Self.isBroken(between: groups.all[before], and: groups.all[group], in: passages)
                {
                    result.lostBreaks += 1
                }
            }
            result.isAllRepeated = repeated * 10 >= total * 9
            return result
        }
        markAhead()
    }

    private mutating func markAhead() {
        guard let line = passages.paragraphs.firstIndex(where: { $0.kind == .timeLine }) else { return }
        let firstAfter = passages.sentencesOfParagraph[line].lowerBound
        guard firstAfter < passages.sentences.count else { return }
        let wordsBefore = passages.sentences[firstAfter].words.lowerBound
        guard wordsBefore < passages.hashes.count - wordsBefore else { return }
        for index in 0..<line { paragraphs[index].isAhead = true }
    }

    /// Whether some copy of two neighbours has them in different paragraphs, one soon after the other.
    private static func isBroken(
        between first: ArraySlice<Int>,
        and second: ArraySlice<Int>,
        in passages: Passages
    ) -> Bool {
        first.prefix(16).contains { copy in
            let next = second.partitioningIndex { $0 > copy }
            guard next < second.endIndex else { return false }
            let distance = passages.sentences[second[next]].paragraph - passages.sentences[copy].paragraph
            return (1...3).contains(distance)
        }
    }

    /// Whether one copy of a sentence is better to read than another.
    func isBetter(_ first: Int, than second: Int) -> Bool {
        let (one, two) = (passages.sentences[first].paragraph, passages.sentences[second].paragraph)
        let (a, b) = (paragraphs[one], paragraphs[two])
        if a.lostBreaks != b.lostBreaks { return a.lostBreaks < b.lostBreaks }
        if a.glued != b.glued { return a.glued < b.glued }
        if a.isAhead != b.isAhead { return b.isAhead }
        if a.isBeside != b.isBeside { return b.isBeside }
        if a.isAllRepeated != b.isAllRepeated { return b.isAllRepeated }
        return first < second
    }
}
