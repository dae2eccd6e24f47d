/// How an article's original bytes spell its characters.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    /// UTF-8, with or without a byte order mark.
    case utf8 = "utf-8"
    /// UTF-16, low byte first.
    case utf16LittleEndian = "utf-16le"
    /// UTF-16, high byte first.
    case utf16BigEndian = "utf-16be"
    /// The single-byte encoding that browsers read for "Latin-1".
    case windows1252 = "windows-1252"

    /// Decodes part of an original, as a check on its offsets.
    ///
    /// - Parameter bytes: bytes in this encoding, without a byte order mark.
    /// - Returns: the characters; what cannot be decoded is U+FFFD.
    public func decode(_ bytes: some Collection<UInt8>) -> String {
        let bytes = Array(bytes)
        return switch self {
        case .utf8: String(decoding: bytes, as: UTF8.self)
        case .windows1252: String(decoding: Windows1252.utf8(from: bytes).bytes, as: UTF8.self)
        case .utf16LittleEndian, .utf16BigEndian:
            String(
                decoding: UTF16Bytes(bytes[...], bigEndian: self == .utf16BigEndian).utf8().text.bytes,
                as: UTF8.self
            )
        }
    }
}

/// Windows-1252 as the WHATWG Encoding Standard defines it: the five bytes that Microsoft leaves undefined
/// are C1 controls, so every byte is one code point and offsets are code point offsets.
enum Windows1252 {
    /// Code points of the bytes 0x80 ..< 0xA0.
    private static let high: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]

    static func isUndefined(_ byte: UInt8) -> Bool {
        byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D
    }

    static func utf8(from bytes: [UInt8]) -> TextBuilder {
        var result = TextBuilder(capacity: bytes.count + bytes.count / 16)
        for (index, byte) in bytes.enumerated() {
            let codePoint = (0x80..<0xA0).contains(byte) ? UInt32(high[Int(byte) - 0x80]) : UInt32(byte)
            result.append(decoded: codePoint, from: index..<index + 1)
        }
        return result
    }
}

/// UTF-16 code units laid out as bytes; a last odd byte counts as a unit that cannot be decoded.
struct UTF16Bytes {
    let bytes: ArraySlice<UInt8>
    let bigEndian: Bool

    init(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) {
        self.bytes = bytes
        self.bigEndian = bigEndian
    }

    private func unit(at index: Int) -> UInt32 {
        let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
        return bigEndian ? first << 8 | second : second << 8 | first
    }

    /// The characters as UTF-8, how many units could not be decoded, and the first of those as an index.
    func utf8() -> (text: TextBuilder, undecodable: Int, first: Int) {
        var result = TextBuilder(capacity: bytes.count)
        var (undecodable, first) = (0, 0)
        func reject(_ range: Range<Int>) {
            result.append("\u{FFFD}", for: range)
            let index = range.lowerBound
            if undecodable == 0 { first = index }
            undecodable += 1
        }
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let unit = unit(at: index)
            if unit & 0xFC00 == 0xD800, index + 3 < bytes.endIndex {
                let next = self.unit(at: index + 2)
                if next & 0xFC00 == 0xDC00 {
                    let codePoint = 0x10000 + (unit & 0x3FF) << 10 + (next & 0x3FF)
                    result.append(decoded: codePoint, from: index..<index + 4)
                    index += 4
                    continue
                }
            }
            if unit & 0xF800 == 0xD800 {
                reject(index..<index + 2)
            } else {
                result.append(decoded: unit, from: index..<index + 2)
            }
            index += 2
        }
        if index < bytes.endIndex { reject(index..<index + 1) }
        return (result, undecodable, first)
    }
}

extension [UInt8] {
    /// Appends a code point's UTF-8 bytes; surrogates are the caller's to avoid.
    @inline(__always)
    mutating func append(codePoint value: UInt32) {
        switch value {
        case ..<0x80:
            append(UInt8(truncatingIfNeeded: value))
        case ..<0x800:
            append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        case ..<0x10000:
            append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        default:
            append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        }
    }
}
