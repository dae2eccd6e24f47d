/// Which parts of some bytes are UTF-8.
enum UTF8Validity {
    /// The next part at which the bytes stop being UTF-8.
    struct InvalidPart {
        let offset: Int
        /// Bytes to be read as one U+FFFD: the longest start of a well-formed sequence, or one byte.
        let length: Int
        /// Well-formed sequences of two bytes or more that were passed on the way.
        let multibyteBefore: Int
    }

    /// Looks for the first invalid part, eight bytes at a time where the text is ASCII.
    static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> InvalidPart? {
        let count = bytes.count
        let raw = UnsafeRawBufferPointer(bytes)
        var multibyte = 0
        var index = start
        while index < count {
            if bytes[index] < 0x80 {
                index += 1
                while index + 32 <= count {
                    let word =
                        raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                        | raw.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)
                        | raw.loadUnaligned(fromByteOffset: index + 16, as: UInt64.self)
                        | raw.loadUnaligned(fromByteOffset: index + 24, as: UInt64.self)
                    if word & 0x8080_8080_8080_8080 != 0 { break }
                    index += 32
                }
                continue
            }
            let (length, isValid) = sequence(in: bytes, at: index)
            if !isValid { return InvalidPart(offset: index, length: length, multibyteBefore: multibyte) }
            multibyte += 1
            index += length
        }
        return nil
    }

    /// The sequence that begins with a byte of 0x80 or more. (The Unicode Standard, table 3-7.)
    @inline(__always)
    private static func sequence(
        in bytes: UnsafeBufferPointer<UInt8>,
        at index: Int
    ) -> (length: Int, isValid: Bool) {
        let lead = bytes[index]
        let needed: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: needed = 2
        case 0xE0: (needed, second) = (3, 0xA0...0xBF)
        case 0xED: (needed, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: needed = 3
        case 0xF0: (needed, second) = (4, 0x90...0xBF)
        case 0xF4: (needed, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: needed = 4
        default: return (1, false)
        }
        guard index + 1 < bytes.count, second.contains(bytes[index + 1]) else { return (1, false) }
        var length = 2
        while length < needed {
            guard index + length < bytes.count, bytes[index + length] & 0xC0 == 0x80 else {
                return (length, false)
            }
            length += 1
        }
        return (length, true)
    }
}
