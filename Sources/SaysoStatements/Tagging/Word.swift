/// A word, a punctuation mark or an ideograph, as the network reads text.
struct Word {
    /// Offsets in the article's text, in UTF-8 bytes.
    var start: Int
    /// The offset after its last byte.
    var end: Int
    /// What its capitals and digits look like.
    var shape: Shape
    /// Its place in a quotation.
    var quotation: Quotation = .outside
    /// Whether it is a comma, a colon, a dash or the like, which no span should begin or end with.
    var isPause = false

    /// What a word looks like; the vocabulary itself knows no capitals.
    enum Shape: UInt8 {
        case lower, title, upper, mixed, digits, punctuation, capital
    }

    /// Where a word stands in a quotation.
    enum Quotation: UInt8 {
        case outside, opens, inside, closes, apostrophe, opensSingle, insideSingle, closesSingle

        /// Whether these words are somebody's own, by the marks around them.
        var isInside: Bool { self == .inside || self == .insideSingle }
    }

    /// The words of a range of the text, with their places in quotations.
    static func words(in reader: ScalarReader) -> [Word] {
        var words: [Word] = []
        words.reserveCapacity(reader.range.count / 5)
        var offset = reader.range.lowerBound
        while let scalar = reader.scalar(at: offset) {
            let start = offset
            offset += scalar.width
            switch ScalarKind(scalar) {
            case .separator, .joiner: continue
            case .alone:
                words.append(Word(start: start, end: offset, shape: ShapeCounter(scalar).shape))
                words[words.count - 1].isPause = ",;:–—-".unicodeScalars.contains(scalar)
            case .word:
                var form = ShapeCounter(scalar)
                while let next = reader.scalar(at: offset) {
                    let kind = ScalarKind(next)
                    guard kind == .word || kind == .joiner else { break }
                    form.add(next)
                    offset += next.width
                }
                words.append(Word(start: start, end: offset, shape: form.shape))
            }
        }
        words.markQuotations(in: reader)
        return words
    }
}

/// Counts a word's letters and capitals.
private struct ShapeCounter {
    private var letters = 0
    private var capitals = 0
    private var firstIsCapital = false
    private var hasDigit = false

    init(_ first: Unicode.Scalar) { add(first) }

    mutating func add(_ scalar: Unicode.Scalar) {
        if scalar.isLetter {
            let capital = scalar.isCapital
            if letters == 0 { firstIsCapital = capital }
            letters += 1
            capitals += capital ? 1 : 0
        } else if scalar.isASCII {
            hasDigit = hasDigit || (0x30...0x39).contains(scalar.value)
        } else if scalar.properties.generalCategory == .decimalNumber {
            hasDigit = true
        }
    }

    var shape: Word.Shape {
        if hasDigit { return .digits }
        if letters == 0 { return .punctuation }
        if capitals == 0 { return .lower }
        if capitals == letters { return letters > 1 ? .upper : .capital }
        return firstIsCapital ? .title : .mixed
    }
}
