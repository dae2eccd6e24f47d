/// Reads the words of a text so that case, marks and spacing make no difference between them.
struct WordScanner {
    /// A word: what it says, as a hash, and where it stands.
    struct Word {
        let hash: UInt32
        let range: Range<Int>
    }

    private let text: ArticleText
    private let end: Int
    private var offset: Int

    init(_ text: ArticleText, in range: Range<Int>) {
        self.text = text
        offset = range.lowerBound
        end = range.upperBound
    }

    /// The next word, skipping everything between words.
    mutating func next() -> Word? {
        while offset < end {
            let (value, length) = text.scalar(at: offset)
            let start = offset
            offset += length
            switch Self.role(of: value) {
            case .gap, .ignored, .apostrophe: continue
            case .alone: return Word(hash: Self.mix(Self.seed, value), range: start..<offset)
            case .letter: return rest(of: start, value)
            }
        }
        return nil
    }

    private mutating func rest(of start: Int, _ first: UInt32) -> Word {
        var hash = Self.mix(Self.seed, Self.folded(first))
        var wordEnd = offset
        while offset < end {
            let (value, length) = text.scalar(at: offset)
            switch Self.role(of: value) {
            case .letter:
                hash = Self.mix(hash, Self.folded(value))
                offset += length
                wordEnd = offset
                continue
            case .ignored, .apostrophe:
                offset += length
                continue
            case .gap, .alone: break
            }
            break
        }
        return Word(hash: hash, range: start..<wordEnd)
    }

    private enum Role { case letter, apostrophe, ignored, alone, gap }

    /// What a code point does to words: letters and digits make them, Chinese characters and kana are words.
    private static func role(of value: UInt32) -> Role {
        switch value {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: .letter
        case 0x27: .apostrophe
        case ..<0xAA: .gap
        case 0xAA, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA: .letter
        case 0xAD, 0x300...0x36F, 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: .ignored
        case ..<0xC0, 0xD7, 0xF7: .gap
        case 0x2019, 0x02BC: .apostrophe
        case 0x060C, 0x061B, 0x061F, 0x06D4, 0x0964, 0x0965, 0x05BE: .gap
        case 0x1680, 0x2000...0x206F, 0x20A0...0x20CF, 0x2100...0x2BFF, 0x2E00...0x2E7F: .gap
        case 0x3000...0x303F, 0xFE10...0xFE6F, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFFFD: .gap
        case 0x3040...0x30FF, 0x3400...0x9FFF, 0x20000...0x3FFFF: .alone
        default: .letter
        }
    }

    /// Lower case by arithmetic where alphabets are laid out for it; a case it misses is a match missed.
    private static func folded(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x41...0x5A, 0xC0...0xDE, 0x391...0x3AB, 0x410...0x42F: value + 0x20
        case 0x400...0x40F: value + 0x50
        case 0x100...0x137, 0x14A...0x177, 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: value | 1
        default: value
        }
    }

    private static let seed: UInt32 = 0x811C_9DC5

    private static func mix(_ hash: UInt32, _ value: UInt32) -> UInt32 {
        let mixed = (hash ^ value) &* 0x9E37_79B1
        return mixed ^ mixed >> 15
    }
}
