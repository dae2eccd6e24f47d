/// What a scalar does to the word it stands in.
///
/// The network was trained on exactly this split: `Training/sayso_training/words.py` is its other half.
enum ScalarKind {
    /// White space and controls: ends a word.
    case separator
    /// Punctuation, ASCII symbols and ideographs: a word of its own.
    case alone
    /// Marks and format characters: continue a word, and are dropped outside one.
    case joiner
    /// Everything else.
    case word

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .word
        case 0...0x20, 0x7F..<0xA1, 0xFFFD: self = .separator
        case 0x21...0x7E, 0x2010...0x2027: self = .alone
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: self = .word
        default: self.init(category: scalar.properties.generalCategory, value: scalar.value)
        }
    }

    private init(category: Unicode.GeneralCategory, value: UInt32) {
        switch category {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .separator
        case .control, .format, .nonspacingMark: self = .joiner
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation:
            self = .alone
        default:
            switch value {
            case 0x3400..<0x4DC0, 0x4E00..<0xA000, 0x20000..<0x30000: self = .alone
            default: self = .word
            }
        }
    }
}

/// Reads scalars at any offset of a buffer that holds valid UTF-8.
struct ScalarReader {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Outside these offsets there is nothing to read.
    let range: Range<Int>

    /// The scalar that begins at an offset, or nil outside the range.
    func scalar(at offset: Int) -> Unicode.Scalar? {
        guard range.contains(offset) else { return nil }
        let first = bytes[offset]
        guard first >= 0x80 else { return Unicode.Scalar(first) }
        var value: UInt32
        let length: Int
        switch first {
        case 0xF0...: (value, length) = (UInt32(first & 0x07), 4)
        case 0xE0...: (value, length) = (UInt32(first & 0x0F), 3)
        default: (value, length) = (UInt32(first & 0x1F), 2)
        }
        guard offset + length <= range.upperBound else { return nil }
        for at in offset + 1..<offset + length { value = value << 6 | UInt32(bytes[at] & 0x3F) }
        return Unicode.Scalar(value)
    }

    /// The scalar that ends at an offset, or nil at the range's beginning.
    func scalar(before offset: Int) -> Unicode.Scalar? {
        var start = offset - 1
        while start > range.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return scalar(at: start)
    }

    /// Whether nothing, white space or a control stands there.
    func isSpace(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return true }
        return ScalarKind(scalar) == .separator
    }

    /// Whether a letter, a digit or another part of a word stands there.
    func isWord(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return ScalarKind(scalar) == .word
    }
}

extension Unicode.Scalar {
    /// Its length in UTF-8 bytes.
    var width: Int { UTF8.width(self) }

    /// Whether its general category is one of the letters'.
    var isLetter: Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0..<0x80: false
        default:
            switch properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
            default: false
            }
        }
    }

    /// Whether it is an upper-case or title-case letter.
    var isCapital: Bool {
        switch value {
        case 0x41...0x5A: true
        case 0..<0x80: false
        default:
            switch properties.generalCategory {
            case .uppercaseLetter, .titlecaseLetter: true
            default: false
            }
        }
    }
}
