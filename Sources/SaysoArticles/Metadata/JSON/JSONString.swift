/// Decodes the escapes of JSON strings.
package enum JSONString {
    /// A stretch of a string.
    package struct Piece: Sendable, Hashable {
        /// Its bytes in the document.
        package let source: Range<Int>
        /// The character that an escape stands for; nil when the bytes stand for themselves.
        package let scalar: Unicode.Scalar?
    }

    /// A string as stretches of bytes that stand for themselves and of escapes between them.
    static func pieces(_ bytes: [UInt8], _ range: Range<Int>) -> [Piece] {
        var pieces: [Piece] = []
        var start = range.lowerBound
        var offset = start
        while offset < range.upperBound {
            guard bytes[offset] == 0x5C else {
                offset += 1
                continue
            }
            if start < offset { pieces.append(Piece(source: start..<offset, scalar: nil)) }
            let (scalar, length) = escape(bytes, offset..<range.upperBound)
            if let scalar { pieces.append(Piece(source: offset..<offset + length, scalar: scalar)) }
            offset += length
            start = offset
        }
        if start < offset { pieces.append(Piece(source: start..<offset, scalar: nil)) }
        return pieces
    }

    static func decoded(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        guard bytes[range].contains(0x5C) else { return String(decoding: bytes[range], as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        for piece in pieces(bytes, range) {
            if let scalar = piece.scalar {
                text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            } else {
                text.append(contentsOf: bytes[piece.source])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func equals(_ bytes: [UInt8], _ range: Range<Int>, _ name: StaticString) -> Bool {
        guard range.count == name.utf8CodeUnitCount else { return false }
        for index in 0..<range.count where bytes[range.lowerBound + index] != name.utf8Start[index] {
            return false
        }
        return true
    }

    /// What the escape at the range's start stands for, and its length. Of an escape that is none only the
    /// backslash is taken, as nothing; of half a surrogate pair, U+FFFD.
    private static func escape(_ bytes: [UInt8], _ range: Range<Int>) -> (Unicode.Scalar?, Int) {
        guard range.count > 1 else { return (nil, 1) }
        switch bytes[range.lowerBound + 1] {
        case 0x62: return ("\u{8}", 2)
        case 0x66: return ("\u{C}", 2)
        case 0x6E: return ("\n", 2)
        case 0x72: return ("\r", 2)
        case 0x74: return ("\t", 2)
        case 0x75:
            guard let unit = hexadecimal(bytes, range.dropFirst(2)) else { return (nil, 1) }
            if let scalar = Unicode.Scalar(unit) { return (scalar, 6) }
            let rest = range.dropFirst(6)
            if unit < 0xDC00, rest.count >= 6, bytes[rest.lowerBound] == 0x5C,
                bytes[rest.lowerBound + 1] == 0x75,
                let low = hexadecimal(bytes, rest.dropFirst(2)), (0xDC00...0xDFFF).contains(low)
            {
                return (Unicode.Scalar((unit - 0xD800) << 10 + (low - 0xDC00) + 0x10000), 12)
            }
            return ("\u{FFFD}", 6)
        case let byte where byte < 0x80 && !isLetterOrDigit(byte): return (Unicode.Scalar(byte), 2)
        default: return (nil, 1)
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    private static func hexadecimal(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32? {
        guard range.count >= 4 else { return nil }
        var value: UInt32 = 0
        for byte in bytes[range.lowerBound..<range.lowerBound + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}
