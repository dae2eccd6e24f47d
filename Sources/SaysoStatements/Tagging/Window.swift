import SaysoEncoder

/// A paragraph, or the part of one that fits a window.
struct Segment {
    var words: ArraySlice<Word>
    /// For each word, how many wordpieces it has.
    var lengths: ArraySlice<Int>
    var pieces: ArraySlice<Int32>
}

/// What the network reads at once: whole paragraphs, with a separator between.
struct Window {
    /// All the window's words in order.
    private(set) var words: [Word] = []
    /// For each word, the position of its first wordpiece in the input.
    private(set) var positions: [Int] = []
    /// Ranges of `words`, one a segment; no span crosses from one into the next.
    private(set) var segments: [Range<Int>] = []
    private(set) var input: EncoderInput
    private let separator: Int32

    init(_ special: SpecialPieces) {
        separator = special.end
        input = EncoderInput(
            pieces: [special.beginning],
            shapes: [Word.Shape.punctuation.rawValue],
            quotations: [Word.Quotation.outside.rawValue]
        )
    }

    var isEmpty: Bool { words.isEmpty }

    func hasRoom(for segment: Segment, limit: Int) -> Bool {
        input.pieces.count + segment.pieces.count + 1 <= limit
    }

    mutating func append(_ segment: Segment) {
        segments.append(words.count..<words.count + segment.words.count)
        var piece = segment.pieces.startIndex
        for (word, length) in zip(segment.words, segment.lengths) {
            positions.append(input.pieces.count)
            input.pieces += segment.pieces[piece..<piece + length]
            input.shapes += repeatElement(word.shape.rawValue, count: length)
            input.quotations += repeatElement(word.quotation.rawValue, count: length)
            piece += length
        }
        words += segment.words
        input.pieces.append(separator)
        input.shapes.append(Word.Shape.punctuation.rawValue)
        input.quotations.append(Word.Quotation.outside.rawValue)
    }
}

/// Packs paragraphs into windows, in order.
struct WindowPacker {
    private let wordpieces: Wordpieces
    private let special: SpecialPieces
    /// Wordpieces in a window at most.
    private let limit: Int
    private var open: Window
    private(set) var complete: [Window] = []

    init(_ wordpieces: Wordpieces, _ model: EncoderModel) {
        self.wordpieces = wordpieces
        special = model.special
        limit = model.configuration.window
        open = Window(special)
    }

    /// Takes the words of one paragraph.
    mutating func add(_ words: [Word], in reader: ScalarReader) {
        var pieces: [Int32] = []
        var lengths: [Int] = []
        lengths.reserveCapacity(words.count)
        for word in words {
            let before = pieces.count
            wordpieces.append(word: reader.bytes.extracting(word.start..<word.end).span, to: &pieces)
            // A word of more pieces than a window holds is nobody's word; it keeps its place as unknown.
            if pieces.count - before > limit / 4 {
                pieces.removeLast(pieces.count - before)
                pieces.append(special.unknown)
            }
            lengths.append(pieces.count - before)
        }
        var word = 0
        var piece = 0
        while word < words.count {
            let end = self.end(from: word, words: words, lengths: lengths, in: reader)
            let length = lengths[word..<end].reduce(0, +)
            let segment = Segment(
                words: words[word..<end],
                lengths: lengths[word..<end],
                pieces: pieces[piece..<piece + length]
            )
            if !open.isEmpty, !open.hasRoom(for: segment, limit: limit) { flush() }
            open.append(segment)
            word = end
            piece += length
        }
    }

    /// Where the segment that begins at a word ends: at the paragraph's end if that fits, else at the last
    /// of the best breaks in the second half of what fits.
    private func end(from start: Int, words: [Word], lengths: [Int], in reader: ScalarReader) -> Int {
        let room = limit - 2
        var length = 0
        var end = start
        while end < words.count, length + lengths[end] <= room {
            length += lengths[end]
            end += 1
        }
        guard end < words.count else { return end }
        var best = (break: Break.none, index: end)
        var candidate = end - 1
        length -= lengths[candidate]
        while candidate > start, length * 2 >= room {
            let quality = Break(before: candidate, of: words, in: reader)
            if quality > best.break { best = (quality, candidate) }
            candidate -= 1
            length -= lengths[candidate]
        }
        return max(best.index, start + 1)
    }

    /// Closes the window in hand.
    mutating func flush() {
        guard !open.isEmpty else { return }
        complete.append(open)
        open = Window(special)
    }

    /// Hands over the windows that are complete.
    mutating func take() -> [Window] {
        defer { complete = [] }
        return complete
    }
}
