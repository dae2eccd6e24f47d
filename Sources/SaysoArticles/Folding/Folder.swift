/// Finds what an article prints more than once and decides which copy is read.
///
/// A repeat is a whole sentence of eight words or more, or what stands next to one inside a copied run: a
/// phrase that two sentences share is no repeat. When in doubt nothing is folded, because a false fold loses
/// a statement and a missed one only reports it twice.
struct Folder {
    /// Sentences with fewer words repeat by chance.
    static let fewestWords = 8

    /// That a sentence is not read, and the words that are read instead.
    struct Fold {
        let words: Range<Int>
        let isExact: Bool
    }

    let passages: Passages
    /// For each sentence, nil while it is read.
    private(set) var folds: [Fold?]
    /// For each paragraph.
    private var wordCounts: [Int]
    private var foldedWordCounts: [Int]

    /// The repeats of an article, in order.
    static func repeats(in paragraphs: [Paragraph], of text: ArticleText) -> [Repeat] {
        var folder = Folder(Passages(paragraphs, of: text))
        folder.foldHeadlines()
        folder.foldExactRepeats()
        folder.foldContained()
        folder.foldNeighbours()
        folder.foldNearRepeats()
        return folder.repeats()
    }

    private init(_ passages: Passages) {
        self.passages = passages
        folds = Array(repeating: nil, count: passages.sentences.count)
        foldedWordCounts = Array(repeating: 0, count: passages.paragraphs.count)
        wordCounts = foldedWordCounts
        for sentence in passages.sentences { wordCounts[sentence.paragraph] += sentence.words.count }
    }

    /// Says that a sentence is not read, or, with nil, that it is read after all.
    mutating func set(_ fold: Fold?, for sentence: Int) {
        let (paragraph, count) = (
            passages.sentences[sentence].paragraph, passages.sentences[sentence].words.count
        )
        if folds[sentence] != nil { foldedWordCounts[paragraph] -= count }
        if fold != nil { foldedWordCounts[paragraph] += count }
        folds[sentence] = fold
    }

    /// The share of a paragraph's words that repeat others, 0 to 1.
    func foldedShare(ofParagraph paragraph: Int, adding sentence: Int? = nil) -> Double {
        let added = sentence.map { passages.sentences[$0].words.count } ?? 0
        let folded = foldedWordCounts[paragraph] + added
        return folded == 0 ? 0 : Double(folded) / Double(wordCounts[paragraph])
    }

    /// Title and first heading are often the same, and short.
    private mutating func foldHeadlines() {
        guard let headline = passages.paragraphs.firstIndex(where: { $0.kind == .headline }),
            let words = words(ofParagraph: headline), words.count >= 3
        else { return }
        for paragraph in passages.paragraphs.indices.dropFirst(headline + 1).prefix(5) {
            guard let copy = self.words(ofParagraph: paragraph), passages.areEqual(copy, words) else {
                continue
            }
            var start = words.lowerBound
            for sentence in passages.sentencesOfParagraph[paragraph] {
                let count = passages.sentences[sentence].words.count
                if count > 0 { set(Fold(words: start..<start + count, isExact: true), for: sentence) }
                start += count
            }
        }
    }

    private func words(ofParagraph paragraph: Int) -> Range<Int>? {
        let sentences = passages.sentencesOfParagraph[paragraph]
        guard let first = sentences.first, let last = sentences.last else { return nil }
        return passages.sentences[first].words.lowerBound..<passages.sentences[last].words.upperBound
    }

    /// Folds short sentences that go on where the repeat next to them breaks off.
    ///
    /// A paragraph of its own needs a repeat on both sides: the same short answer may be given twice.
    private mutating func foldNeighbours() {
        let sentences = passages.sentences
        for index in sentences.indices.dropFirst() where folds[index] == nil {
            guard let before = folds[index - 1]?.words else { continue }
            let words = before.upperBound..<before.upperBound + sentences[index].words.count
            let isAlone = sentences[index - 1].paragraph != sentences[index].paragraph
            let nextBegins = index + 1 < sentences.count ? folds[index + 1]?.words.lowerBound : nil
            if isAlone, nextBegins != words.upperBound { continue }
            foldNeighbour(index, to: words)
        }
        for index in sentences.indices.dropLast().reversed() where folds[index] == nil {
            guard let after = folds[index + 1]?.words,
                sentences[index + 1].paragraph == sentences[index].paragraph
            else { continue }
            foldNeighbour(index, to: after.lowerBound - sentences[index].words.count..<after.lowerBound)
        }
    }

    private mutating func foldNeighbour(_ sentence: Int, to words: Range<Int>) {
        let own = passages.sentences[sentence].words
        guard !words.isEmpty, words.lowerBound >= 0, words.upperBound <= passages.hashes.count,
            !words.overlaps(own), passages.areEqual(own, words), isRead(words)
        else { return }
        set(Fold(words: words, isExact: true), for: sentence)
    }

    /// Whether words belong to sentences that are read, all in one paragraph.
    func isRead(_ words: Range<Int>) -> Bool {
        let first = passages.sentence(ofWord: words.lowerBound)
        let last = passages.sentence(ofWord: words.upperBound - 1)
        return passages.sentences[first].paragraph == passages.sentences[last].paragraph
            && (first...last).allSatisfy { folds[$0] == nil }
    }

    /// Turns folds into ranges; a fold onto a sentence that was folded later leads to that one's original.
    private func repeats() -> [Repeat] {
        var repeats: [Repeat] = []
        for index in folds.indices {
            guard var fold = folds[index] else { continue }
            var steps = 0
            while let further = self.further(fold), steps < 4 {
                fold = further
                steps += 1
            }
            repeats.append(
                Repeat(
                    range: passages.sentences[index].range,
                    original: passages.range(ofWords: fold.words),
                    isExact: fold.isExact
                )
            )
        }
        return repeats
    }

    /// What a fold leads to when the sentence it leads to is itself folded.
    private func further(_ fold: Fold) -> Fold? {
        let sentence = passages.sentence(ofWord: fold.words.lowerBound)
        guard let next = folds[sentence] else { return nil }
        let own = passages.sentences[sentence].words
        guard next.isExact, next.words.count == own.count else {
            return Fold(words: next.words, isExact: false)
        }
        let shift = next.words.lowerBound - own.lowerBound
        let words = fold.words.lowerBound + shift..<fold.words.upperBound + shift
        return Fold(words: words, isExact: fold.isExact)
    }
}
