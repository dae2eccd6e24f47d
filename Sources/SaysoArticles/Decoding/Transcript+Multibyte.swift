/// The multi-byte encodings of East Asia, as the WHATWG Encoding Standard decodes them.
///
/// What is no character takes its lead byte alone when the next byte is ASCII, so that no markup is swallowed.
extension Transcript {
    mutating func readMultibyte(_ source: [UInt8], encoding: TextEncoding, from start: Int) {
        let table = CharacterTable.table(of: encoding).pairs
        // For sequences of three and four bytes, which are rare.
        let converter = CharacterConverter(encoding)
        var index = start
        while index < source.count {
            let lead = source[index]
            if lead < 0x80 {
                index = appendASCII(of: source, from: index)
                continue
            }
            if let codePoint = encoding.character(of: lead) {
                append(codePoint, from: index, width: 1)
                index += 1
                continue
            }
            guard encoding.isLead(lead), index + 1 < source.count else {
                reject(index..<index + 1)
                index += 1
                continue
            }
            let trail = source[index + 1]
            let entry = table.isEmpty ? CharacterTable.undefined : table[Int(lead) << 8 | Int(trail)]
            if entry != CharacterTable.undefined, encoding.isTrail(trail, after: lead) {
                appendPair(entry, at: index)
                index += 2
                continue
            }
            let length = encoding.longLength(source, at: index)
            if let length, let point = converter?.codePoints(of: Array(source[index..<index + length]))?.first
            {
                append(point, from: index, width: length)
                index += length
                continue
            }
            let rejected = length ?? (trail < 0x80 ? 1 : 2)
            reject(index..<index + rejected)
            index += rejected
        }
    }

    private mutating func appendPair(_ entry: UInt32, at index: Int) {
        guard let mark = CharacterTable.mark(of: entry) else {
            return append(entry, from: index, width: 2)
        }
        var both: [UInt8] = []
        both.append(codePoint: entry & CharacterTable.codePointBits)
        both.append(codePoint: mark)
        text.append(both, for: index..<index + 2)
    }

    /// Characters of ISO-2022-JP between its escape sequences (RFC 1468); a line begins in ASCII.
    mutating func readISO2022JP(_ source: [UInt8], from start: Int) {
        enum CharacterSet { case ascii, roman, katakana, kanji }
        let table = CharacterTable.table(of: .eucJP).pairs
        var set = CharacterSet.ascii
        var index = start
        while index < source.count {
            let byte = source[index]
            if byte == 0x1B {
                let next: CharacterSet? =
                    switch source[(index + 1)...].prefix(2) {
                    case [0x28, 0x42]: .ascii
                    case [0x28, 0x4A]: .roman
                    case [0x28, 0x49]: .katakana
                    case [0x24, 0x40], [0x24, 0x42]: .kanji
                    default: nil
                    }
                if let next { set = next } else { reject(index..<index + 1) }
                index += next == nil ? 1 : 3
                continue
            }
            if byte == 0x0A || byte == 0x0D { set = .ascii }
            switch (set, byte) {
            case (_, 0x80...): reject(index..<index + 1)
            case (.roman, 0x5C): append(dependent: 0xA5, for: index..<index + 1)
            case (.roman, 0x7E): append(dependent: 0x203E, for: index..<index + 1)
            case (.katakana, 0x21...0x5F):
                append(dependent: 0xFF61 - 0x21 + UInt32(byte), for: index..<index + 1)
            case (.kanji, 0x21...0x7E):
                guard index + 1 < source.count, (0x21...0x7E).contains(source[index + 1]) else {
                    reject(index..<index + 1)
                    break
                }
                let entry = table.isEmpty ? 0 : table[Int(byte | 0x80) << 8 | Int(source[index + 1] | 0x80)]
                if entry == CharacterTable.undefined {
                    reject(index..<index + 2)
                } else {
                    append(dependent: entry, for: index..<index + 2)
                }
                index += 1
            default: text.append(verbatim: index..<index + 1, of: source)
            }
            index += 1
        }
    }
}

extension TextEncoding {
    /// The character that a byte of 0x80 or more is by itself.
    fileprivate func character(of byte: UInt8) -> UInt32? {
        switch (self, byte) {
        case (.shiftJIS, 0x80): 0x80
        case (.shiftJIS, 0xA1...0xDF): 0xFF61 - 0xA1 + UInt32(byte)
        case (.gbk, 0x80), (.gb18030, 0x80): 0x20AC
        default: nil
        }
    }

    /// Whether a byte can begin a sequence.
    fileprivate func isLead(_ byte: UInt8) -> Bool {
        switch self {
        case .shiftJIS: (0x81...0x9F).contains(byte) || (0xE0...0xFC).contains(byte)
        case .eucJP: (0xA1...0xFE).contains(byte) || byte == 0x8E || byte == 0x8F
        default: (0x81...0xFE).contains(byte)
        }
    }

    /// Whether a byte can end a pair.
    fileprivate func isTrail(_ byte: UInt8, after lead: UInt8) -> Bool {
        switch self {
        case .shiftJIS: (0x40...0x7E).contains(byte) || (0x80...0xFC).contains(byte)
        case .eucJP: (0xA1...(lead == 0x8E ? 0xDF : 0xFE)).contains(byte)
        case .eucKR: (0x41...0xFE).contains(byte)
        case .big5: (0x40...0x7E).contains(byte) || (0xA1...0xFE).contains(byte)
        default: true
        }
    }

    /// The length of a sequence of three or four bytes; nil when none begins at an index.
    fileprivate func longLength(_ source: [UInt8], at index: Int) -> Int? {
        switch self {
        case .eucJP:
            let isThree =
                source[index] == 0x8F && index + 2 < source.count
                && source[(index + 1)...(index + 2)].allSatisfy { (0xA1...0xFE).contains($0) }
            return isThree ? 3 : nil
        case .gbk, .gb18030:
            let isFour =
                index + 3 < source.count && (0x30...0x39).contains(source[index + 1])
                && (0x81...0xFE).contains(source[index + 2]) && (0x30...0x39).contains(source[index + 3])
            return isFour ? 4 : nil
        default: return nil
        }
    }
}
