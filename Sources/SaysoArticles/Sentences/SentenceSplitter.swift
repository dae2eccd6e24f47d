/// Finds where sentences end, also where the space between two of them was lost.
struct SentenceSplitter {
    /// Sentences past this many bytes are cut at white space: whatever it is, it is no sentence.
    static let longest = 20_000

    private let text: ArticleText
    private let range: Range<Int>
    private var marks = QuotationMarks()

    /// The sentences of a range: in order, without white space at their ends, covering everything else.
    static func sentences(in range: Range<Int>, of text: ArticleText) -> [Range<Int>] {
        var splitter = SentenceSplitter(text: text, range: range)
        return splitter.split()
    }

    private init(text: ArticleText, range: Range<Int>) {
        self.text = text
        self.range = range
    }

    private mutating func split() -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = text.skipSpace(from: range.lowerBound, to: range.upperBound)
        var offset = start
        var lastSpace = start
        func close(at end: Int) {
            if let sentence = text.trimmed(start..<end) {
                // A mark left alone by a stray space belongs to what it closes.
                if let last = sentences.last, isStrayMark(sentence), last.count < Self.longest {
                    sentences[sentences.count - 1] = last.lowerBound..<sentence.upperBound
                } else {
                    sentences.append(sentence)
                }
            }
            start = text.skipSpace(from: end, to: range.upperBound)
            lastSpace = start
        }
        while offset < range.upperBound {
            let (value, length) = text.scalar(at: offset)
            if offset - start >= Self.longest {
                close(at: lastSpace > start ? lastSpace : offset)
                offset = max(offset, start)
                continue
            }
            if ArticleText.isSpace(value) {
                lastSpace = offset
            } else if Self.isTerminator(value) {
                let stop = readStop(from: offset, sentenceStart: start)
                if stop.endsSentence {
                    close(at: stop.end)
                    offset = start
                } else {
                    offset = stop.end
                }
                continue
            } else if QuotationMarks.isMark(value) {
                _ = readMark(value, at: offset, length: length)
            }
            offset += length
        }
        close(at: range.upperBound)
        return sentences
    }

    private func isStrayMark(_ range: Range<Int>) -> Bool {
        let (value, length) = text.scalar(at: range.lowerBound)
        return length == range.count && !Self.isWordCharacter(value)
    }

    static func isTerminator(_ value: UInt32) -> Bool {
        switch value {
        case 0x21, 0x2E, 0x3F: true  // ! . ?
        case ..<0x80: false
        case 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x061F, 0x06D4, 0x0964, 0x203C, 0x2047...0x2049: true
        default: false
        }
    }

    /// Reads terminators with the closing marks after them, and decides whether a sentence ends there.
    private mutating func readStop(from first: Int, sentenceStart: Int) -> (end: Int, endsSentence: Bool) {
        var stop = Stop(offset: first, end: first, sentenceStart: sentenceStart)
        while stop.end < range.upperBound {
            let (value, length) = text.scalar(at: stop.end)
            guard Self.isTerminator(value) else { break }
            stop.terminators += 1
            stop.last = value
            stop.end += length
        }
        // Footnote numbers belong to the sentence they follow: "relations.[12] The …"
        while let end = endOfNumberInBrackets(at: stop.end) { stop.end = end }
        while stop.end < range.upperBound {
            let (value, length) = text.scalar(at: stop.end)
            if value == 0x29 || value == 0x5D || value == 0x7D || value == 0x203A {  // ) ] } ›
                stop.end += length
            } else if QuotationMarks.isMark(value) {
                let before = marks
                guard readMark(value, at: stop.end, length: length) == .closes else {
                    marks = before  // it opens the next sentence, where it will be read
                    break
                }
                stop.end += length
            } else {
                // French puts a space before the mark that closes.
                let next = text.skipSpace(from: stop.end, to: min(stop.end + 4, range.upperBound))
                guard next > stop.end, next < range.upperBound, text.scalar(at: next).value == 0xBB else {
                    break
                }
                stop.end = next
            }
            stop.closers += 1
        }
        return (stop.end, StopReader(text: text, range: range, stop: stop).endsSentence)
    }

    private func endOfNumberInBrackets(at offset: Int) -> Int? {
        guard offset < range.upperBound, text.utf8[offset] == 0x5B else { return nil }
        var end = offset + 1
        while end < range.upperBound, end < offset + 5, (0x30...0x39).contains(text.utf8[end]) { end += 1 }
        guard end > offset + 1, end < range.upperBound, text.utf8[end] == 0x5D else { return nil }
        return end + 1
    }

    private mutating func readMark(_ mark: UInt32, at offset: Int, length: Int) -> QuotationMarks.Effect {
        let end = offset + length
        let before = offset > range.lowerBound ? text.scalar(before: offset).value : 0x20
        let after = end < range.upperBound ? text.scalar(at: end).value : 0x20
        return marks.read(
            mark,
            spaceBefore: ArticleText.isSpace(before) || before == 0x28 || before == 0x5B,
            spaceAfter: ArticleText.isSpace(after),
            letterBefore: Self.isWordCharacter(before),
            letterAfter: Self.isWordCharacter(after)
        )
    }

    static func isWordCharacter(_ value: UInt32) -> Bool {
        (0x30...0x39).contains(value) || ArticleText.letterCase(value) != .none
    }

    /// A run of terminators and the closing marks after it.
    struct Stop {
        /// Where the terminators begin.
        let offset: Int
        /// Past the closing marks.
        var end: Int
        let sentenceStart: Int
        var terminators = 0
        var last: UInt32 = 0
        var closers = 0
    }
}
