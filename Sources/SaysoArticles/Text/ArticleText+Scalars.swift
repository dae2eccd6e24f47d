extension ArticleText {
    /// The code point at an offset, and its length in bytes; the offset must be a boundary before the end.
    @inline(__always)
    func scalar(at offset: Int) -> (value: UInt32, length: Int) {
        let lead = UInt32(utf8[offset])
        if lead < 0x80 { return (lead, 1) }
        let second = UInt32(utf8[offset + 1] & 0x3F)
        if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
        let third = UInt32(utf8[offset + 2] & 0x3F)
        if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, 3) }
        return ((lead & 0x07) << 18 | second << 12 | third << 6 | UInt32(utf8[offset + 3] & 0x3F), 4)
    }

    /// The code point that ends at an offset, and its length in bytes; the offset must not be zero.
    @inline(__always)
    func scalar(before offset: Int) -> (value: UInt32, length: Int) {
        var start = offset - 1
        while utf8[start] & 0xC0 == 0x80 { start -= 1 }
        return scalar(at: start)
    }

    /// The length in bytes of the white space at an offset, zero when there is none.
    @inline(__always)
    func spaceLength(at offset: Int) -> Int {
        let byte = utf8[offset]
        if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : 0 }
        guard byte == 0xC2 || (0xE1...0xEF).contains(byte) else { return 0 }
        let (value, length) = scalar(at: offset)
        return Self.isSpace(value) ? length : 0
    }

    /// Whether a code point is white space; zero-width spaces and stray byte order marks count.
    @inline(__always)
    static func isSpace(_ value: UInt32) -> Bool {
        switch value {
        case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
            0xFEFF:
            true
        default: false
        }
    }

    /// The first offset at or after another that is not white space.
    func skipSpace(from offset: Int, to end: Int) -> Int {
        var offset = offset
        while offset < end {
            let length = spaceLength(at: offset)
            if length == 0 { break }
            offset += length
        }
        return offset
    }

    /// A range without the white space at its ends; nil when there is nothing else.
    package func trimmed(_ range: Range<Int>) -> Range<Int>? {
        let start = skipSpace(from: range.lowerBound, to: range.upperBound)
        guard start < range.upperBound else { return nil }
        var end = range.upperBound
        while true {
            let (value, length) = scalar(before: end)
            if !Self.isSpace(value) { return start..<end }
            end -= length
        }
    }

    /// How a letter is written; anything else is `none`.
    enum LetterCase { case upper, lower, uncased, none }

    /// The case of the letter at an offset, `none` at or past the end.
    func letterCase(at offset: Int, to end: Int) -> LetterCase {
        guard offset < end else { return .none }
        return Self.letterCase(scalar(at: offset).value)
    }

    static func letterCase(_ value: UInt32) -> LetterCase {
        switch value {
        case 0x41...0x5A: return .upper
        case 0x61...0x7A: return .lower
        case ..<0x80: return .none
        default:
            guard let properties = Unicode.Scalar(value)?.properties, properties.isAlphabetic else {
                return .none
            }
            return properties.isLowercase ? .lower : properties.isUppercase ? .upper : .uncased
        }
    }
}
