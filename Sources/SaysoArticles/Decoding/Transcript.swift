/// The characters of some encoded bytes as UTF-8, and what could not be decoded.
struct Transcript {
    var text: TextBuilder
    /// How many parts became U+FFFD.
    private(set) var undecodable = 0
    /// Where the first of them begins in the bytes.
    private(set) var firstUndecodable = 0

    /// Decodes bytes.
    ///
    /// - Parameters:
    ///   - source: the bytes.
    ///   - encoding: how they spell their characters.
    ///   - start: where to begin, after a byte order mark.
    /// - Complexity: linear.
    init(_ source: [UInt8], encoding: TextEncoding, from start: Int = 0) {
        text = TextBuilder(capacity: source.count + source.count / 8)
        switch encoding {
        case .utf8: readUTF8(source, from: start)
        case .utf16LittleEndian: readUTF16(source, from: start, bigEndian: false)
        case .utf16BigEndian: readUTF16(source, from: start, bigEndian: true)
        case .utf32LittleEndian: readUTF32(source, from: start, bigEndian: false)
        case .utf32BigEndian: readUTF32(source, from: start, bigEndian: true)
        case .iso2022JP: readISO2022JP(source, from: start)
        case _ where encoding.isMultibyte: readMultibyte(source, encoding: encoding, from: start)
        default: readSingleByte(source, encoding: encoding, from: start)
        }
    }

    /// Appends U+FFFD.
    mutating func reject(_ range: Range<Int>) {
        text.append("\u{FFFD}", for: range)
        if undecodable == 0 { firstUndecodable = range.lowerBound }
        undecodable += 1
    }

    /// Appends a character of 1 to 4 bytes.
    @inline(__always)
    mutating func append(_ codePoint: UInt32, from start: Int, width: Int) {
        text.append(decoded: codePoint, from: start, width: width)
    }

    /// Appends a character that cannot be decoded without what comes before it.
    mutating func append(dependent codePoint: UInt32, for range: Range<Int>) {
        guard let scalar = Unicode.Scalar(codePoint) else { return reject(range) }
        text.append(scalar, for: range)
    }

    /// Appends ASCII as it is.
    ///
    /// - Returns: where the ASCII that begins at an index ends.
    @inline(__always)
    mutating func appendASCII(of source: [UInt8], from index: Int) -> Int {
        let end = source.endOfASCII(from: index)
        text.append(verbatim: index..<end, of: source)
        return end
    }

    private mutating func readUTF8(_ source: [UInt8], from start: Int) {
        var index = start
        while let part = source.withUnsafeBufferPointer({ UTF8Validity.firstInvalid(in: $0, from: index) }) {
            text.append(verbatim: index..<part.offset, of: source)
            index = part.offset + part.length
            reject(part.offset..<index)
        }
        text.append(verbatim: index..<source.count, of: source)
    }

    private mutating func readSingleByte(_ source: [UInt8], encoding: TextEncoding, from start: Int) {
        let spellings = CharacterTable.table(of: encoding).spellings
        var index = start
        while index < source.count {
            if spellings[Int(source[index])] == CharacterTable.undefined {
                reject(index..<index + 1)
                index += 1
            } else {
                index = text.append(singleByte: source, from: index, spellings: spellings)
            }
        }
    }

    /// A surrogate without its other half, and a last odd byte, cannot be decoded.
    private mutating func readUTF16(_ source: [UInt8], from start: Int, bigEndian: Bool) {
        func unit(at index: Int) -> UInt32 {
            let (first, second) = (UInt32(source[index]), UInt32(source[index + 1]))
            return bigEndian ? first << 8 | second : second << 8 | first
        }
        var index = start
        while index + 1 < source.count {
            let high = unit(at: index)
            if high & 0xF800 != 0xD800 {
                append(high, from: index, width: 2)
                index += 2
                continue
            }
            if high & 0xFC00 == 0xD800, index + 3 < source.count {
                let low = unit(at: index + 2)
                if low & 0xFC00 == 0xDC00 {
                    append(0x10000 + (high & 0x3FF) << 10 + (low & 0x3FF), from: index, width: 4)
                    index += 4
                    continue
                }
            }
            reject(index..<index + 2)
            index += 2
        }
        if index < source.count { reject(index..<index + 1) }
    }

    private mutating func readUTF32(_ source: [UInt8], from start: Int, bigEndian: Bool) {
        var index = start
        while index + 3 < source.count {
            let unit = source[index..<index + 4]
            let value =
                bigEndian
                ? unit.reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
                : unit.reversed().reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
            if Unicode.Scalar(value) != nil {
                append(value, from: index, width: 4)
            } else {
                reject(index..<index + 4)
            }
            index += 4
        }
        if index < source.count { reject(index..<source.count) }
    }
}

extension [UInt8] {
    /// Where the ASCII that begins at an index ends.
    func endOfASCII(from start: Int) -> Int {
        withUnsafeBytes { bytes in
            var index = start
            while index + 8 <= bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
                let high = word & 0x8080_8080_8080_8080
                if high != 0 { return index + high.trailingZeroBitCount / 8 }
                index += 8
            }
            while index < bytes.count, bytes[index] < 0x80 { index += 1 }
            return index
        }
    }

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
