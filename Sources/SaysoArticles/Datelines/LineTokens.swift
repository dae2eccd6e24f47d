/// One number, word or mark of a line that may state a time.
struct LineToken {
    enum Kind: Equatable {
        /// A run of digits: its value and how many they are.
        case number(Int, digits: Int)
        /// A run of letters, in lower case.
        case word(String)
        /// Any other code point that is not white space.
        case mark(UInt32)
    }

    let kind: Kind
    let range: Range<Int>

    /// The tokens of a range that is known to be short.
    static func tokens(in range: Range<Int>, of text: ArticleText) -> [LineToken] {
        var tokens: [LineToken] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            let start = offset
            let (value, length) = text.scalar(at: offset)
            offset += length
            if ArticleText.isSpace(value) { continue }
            if isDigit(value) {
                var number = Int(value - 0x30)
                while offset < range.upperBound, isDigit(UInt32(text.utf8[offset])) {
                    number = min(number * 10 + Int(text.utf8[offset] - 0x30), 1_000_000)
                    offset += 1
                }
                tokens.append(LineToken(kind: .number(number, digits: offset - start), range: start..<offset))
            } else if ArticleText.letterCase(value) != .none {
                while offset < range.upperBound {
                    let next = text.scalar(at: offset)
                    if ArticleText.letterCase(next.value) == .none { break }
                    offset += next.length
                }
                let word = text[start..<offset].lowercased()
                tokens.append(LineToken(kind: .word(word), range: start..<offset))
            } else {
                tokens.append(LineToken(kind: .mark(value), range: start..<offset))
            }
        }
        return tokens
    }

    private static func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }

    var word: String? {
        if case .word(let word) = kind { word } else { nil }
    }

    var mark: Character? {
        if case .mark(let value) = kind, let scalar = Unicode.Scalar(value) { Character(scalar) } else { nil }
    }

    func number(digits: ClosedRange<Int>) -> Int? {
        if case .number(let number, let count) = kind, digits.contains(count) { number } else { nil }
    }
}
