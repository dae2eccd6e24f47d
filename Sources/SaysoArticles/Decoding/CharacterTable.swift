import Synchronization

/// The characters of a single-byte encoding's bytes, or of a multi-byte encoding's pairs of bytes.
struct CharacterTable: Sendable {
    /// No character.
    static let undefined: UInt32 = 0

    /// The UTF-8 bytes of single bytes, the first lowest, with their number in the highest byte.
    private(set) var spellings: [UInt32] = []
    /// The code points of two bytes, by both as a number; empty for a single-byte encoding.
    private(set) var pairs: [UInt32] = []

    /// The few pairs that are two code points are one of these and a combining mark in the bits above.
    static let codePointBits: UInt32 = 0x1F_FFFF
    private static let markShift: UInt32 = 21
    private static let marks: UInt32 = 0x300

    /// The combining mark that an entry ends with; nil when it is one code point.
    static func mark(of entry: UInt32) -> UInt32? {
        entry > codePointBits ? marks - 1 + entry >> markShift : nil
    }

    /// The table of an encoding, made once.
    static func table(of encoding: TextEncoding) -> CharacterTable {
        made.withLock { made in
            if let table = made[encoding] { return table }
            let table = CharacterTable(encoding)
            made[encoding] = table
            return table
        }
    }

    private static let made = Mutex<[TextEncoding: CharacterTable]>([:])

    /// Asks the machine about every sequence; without a converter, only ASCII is defined.
    private init(_ encoding: TextEncoding) {
        if !encoding.isMultibyte {
            spellings = (0..<0x100).map { $0 < 0x80 ? 1 << 24 | UInt32($0) : Self.undefined }
        }
        guard let converter = CharacterConverter(encoding) else { return }
        if encoding.isMultibyte { askForPairs(converter) } else { askForBytes(converter) }
    }

    private mutating func askForPairs(_ converter: borrowing CharacterConverter) {
        pairs = [UInt32](repeating: Self.undefined, count: 0x10000)
        for lead in UInt8(0x81)...0xFE {
            for trail in UInt8(0x40)...0xFE where trail != 0x7F {
                guard let (first, second) = converter.codePoints(of: [lead, trail]) else { continue }
                let mark = second.map { ($0 &- Self.marks &+ 1) << Self.markShift } ?? 0
                pairs[Int(lead) << 8 | Int(trail)] = first | mark
            }
        }
    }

    private mutating func askForBytes(_ converter: borrowing CharacterConverter) {
        for byte in UInt8(0x80)...0xFF {
            // What a code page of Windows leaves undefined among the C1 controls is one of them.
            let control = byte < 0xA0 ? UInt32(byte) : nil
            guard let codePoint = converter.codePoints(of: [byte])?.first ?? control else { continue }
            spellings[Int(byte)] = Self.spelling(of: codePoint)
        }
    }

    private static func spelling(of codePoint: UInt32) -> UInt32 {
        var utf8: [UInt8] = []
        utf8.append(codePoint: codePoint)
        // No single-byte encoding goes beyond three bytes of UTF-8.
        guard utf8.count <= 3 else { return undefined }
        return utf8.reversed().reduce(UInt32(utf8.count)) { $0 << 8 | UInt32($1) }
            & 0xFFFFFF | UInt32(utf8.count) << 24
    }
}

extension TextEncoding {
    /// Whether characters can have two bytes or more, of which the first is 0x80 or more.
    var isMultibyte: Bool {
        switch self {
        case .gbk, .gb18030, .big5, .eucJP, .iso2022JP, .shiftJIS, .eucKR: true
        default: false
        }
    }
}
