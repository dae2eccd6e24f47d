/// An article's sentences and words, in the form in which repeats are looked for.
struct Passages {
    struct Sentence {
        let range: Range<Int>
        /// Index of its paragraph.
        let paragraph: Int
        /// Indices of its words.
        let words: Range<Int>
    }

    let text: ArticleText
    let paragraphs: [Paragraph]
    private(set) var sentences: [Sentence] = []
    /// Indices of each paragraph's sentences; none for time lines.
    private(set) var sentencesOfParagraph: [Range<Int>] = []
    /// What each word says.
    private(set) var hashes: [UInt32] = []
    private var starts: [UInt32] = []

    /// Texts of more than 4 GB are left without passages.
    init(_ paragraphs: [Paragraph], of text: ArticleText) {
        self.text = text
        self.paragraphs = paragraphs
        guard text.count <= UInt32.max else {
            sentencesOfParagraph = paragraphs.map { _ in 0..<0 }
            return
        }
        for (index, paragraph) in paragraphs.enumerated() {
            let first = sentences.count
            if paragraph.kind != .timeLine {
                for range in SentenceSplitter.sentences(in: paragraph.body, of: text) {
                    append(range, paragraph: index)
                }
            }
            sentencesOfParagraph.append(first..<sentences.count)
        }
    }

    private mutating func append(_ range: Range<Int>, paragraph: Int) {
        let first = hashes.count
        var scanner = WordScanner(text, in: range)
        while let word = scanner.next() {
            hashes.append(word.hash)
            starts.append(UInt32(word.range.lowerBound))
        }
        sentences.append(Sentence(range: range, paragraph: paragraph, words: first..<hashes.count))
    }

    /// The sentence that a word is part of, as an index.
    func sentence(ofWord word: Int) -> Int {
        sentences.partitioningIndex { $0.words.upperBound > word }
    }

    /// Where a word stands in the text.
    func range(ofWord word: Int) -> Range<Int> {
        var scanner = WordScanner(text, in: Int(starts[word])..<text.count)
        return scanner.next()?.range ?? Int(starts[word])..<Int(starts[word])
    }

    /// Where a run of words stands: a whole sentence with its marks, otherwise from the first word to the
    /// last.
    func range(ofWords words: Range<Int>) -> Range<Int> {
        let (first, last) = (sentence(ofWord: words.lowerBound), sentence(ofWord: words.upperBound - 1))
        let lower =
            sentences[first].words.lowerBound == words.lowerBound
            ? sentences[first].range.lowerBound : Int(starts[words.lowerBound])
        let upper =
            sentences[last].words.upperBound == words.upperBound
            ? sentences[last].range.upperBound : range(ofWord: words.upperBound - 1).upperBound
        return lower..<upper
    }

    /// Whether the words of two runs are the same.
    func areEqual(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        hashes[first].elementsEqual(hashes[second])
    }

    /// A hash of a run of words.
    func fingerprint(_ words: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for word in hashes[words] {
            hash = (hash ^ UInt64(word)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
        return hash
    }
}
