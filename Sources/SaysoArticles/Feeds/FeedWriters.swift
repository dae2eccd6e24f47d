/// Writes characters as HTML: markup's marks as references, a `p` for each blank line.
struct PlainTextWriter {
    let bytes: [UInt8]
    /// Whether nothing but white space came since the last line end.
    private var isLineEmpty = false

    init(of bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Writes a run that is spelled somewhere, or what it means when that is something else.
    mutating func write(_ range: Range<Int>, _ characters: ArraySlice<UInt8>?, to builder: inout TextBuilder)
    {
        if let characters {
            for byte in characters { note(byte, in: &builder) }
            if let escaped = characters.count == 1 ? Self.escaped(characters.first) : nil {
                builder.append(escaped.utf8, for: range)
            } else {
                builder.append(characters, for: range)
            }
            return
        }
        var start = range.lowerBound
        for offset in range {
            if let escaped = Self.escaped(bytes[offset]) {
                builder.append(verbatim: start..<offset, of: bytes)
                builder.append(escaped.utf8, for: offset..<offset + 1)
                start = offset + 1
            }
            if bytes[offset] == 0x0A, isLineEmpty {
                builder.append(verbatim: start..<offset, of: bytes)
                start = offset
            }
            note(bytes[offset], in: &builder)
        }
        builder.append(verbatim: start..<range.upperBound, of: bytes)
    }

    private mutating func note(_ byte: UInt8, in builder: inout TextBuilder) {
        if byte == 0x0A {
            if isLineEmpty { builder.append(inserted: "<p>".utf8) }
            isLineEmpty = true
        } else if !byte.isMarkupSpace {
            isLineEmpty = false
        }
    }

    private static func escaped(_ byte: UInt8?) -> String? {
        switch byte {
        case 0x26: "&amp;"
        case 0x3C: "&lt;"
        default: nil
        }
    }
}

/// Writes XHTML as HTML: prefixes are taken off, empty elements get end tags, CDATA becomes characters.
struct InlineMarkupWriter {
    let bytes: [UInt8]

    init(of bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Writes what stands between an element's tags.
    func write(_ range: Range<Int>, to builder: inout TextBuilder) {
        var start = range.lowerBound
        var offset = start
        func flush(to end: Int) { builder.append(verbatim: start..<end, of: bytes) }
        while offset < range.upperBound {
            guard bytes[offset] == 0x3C else {
                offset += 1
                continue
            }
            if bytes[offset..<range.upperBound].starts(with: "<![CDATA[".utf8) {
                flush(to: offset)
                offset = writeCharacterData(offset + 9..<range.upperBound, to: &builder)
                start = offset
                continue
            }
            let nameStart = offset + (offset + 1 < range.upperBound && bytes[offset + 1] == 0x2F ? 2 : 1)
            var nameEnd = nameStart
            var colon: Int?
            while nameEnd < range.upperBound, isName(bytes[nameEnd]) {
                if bytes[nameEnd] == 0x3A { colon = nameEnd }
                nameEnd += 1
            }
            let name = (colon.map { $0 + 1 } ?? nameStart)..<nameEnd
            if colon != nil, !name.isEmpty {
                flush(to: nameStart)
                start = name.lowerBound
            }
            offset = max(endOfTag(from: nameEnd, to: range.upperBound), offset + 1)
            let isEmpty = offset - 2 >= nameEnd && bytes[offset - 1] == 0x3E && bytes[offset - 2] == 0x2F
            if isEmpty, !name.isEmpty, bytes[nameStart].isASCIILetter,
                !Self.voidNames.contains(spelling(of: name))
            {
                flush(to: offset - 2)
                builder.append("></".utf8 + bytes[name] + ">".utf8, for: offset - 2..<offset)
                start = offset
            }
        }
        flush(to: range.upperBound)
    }

    private func spelling(of name: Range<Int>) -> String { String(decoding: bytes[name], as: UTF8.self) }

    private func isName(_ byte: UInt8) -> Bool {
        !byte.isMarkupSpace && byte != 0x2F && byte != 0x3E && byte != 0x3C
    }

    /// One past the ">" of a tag, or the end.
    private func endOfTag(from start: Int, to end: Int) -> Int {
        var quote: UInt8?
        for offset in start..<end {
            let byte = bytes[offset]
            if let mark = quote {
                if byte == mark { quote = nil }
            } else if byte == 0x22 || byte == 0x27, bytes[offset - 1] == 0x3D {
                quote = byte
            } else if byte == 0x3E {
                return offset + 1
            }
        }
        return end
    }

    /// Writes CDATA up to its end.
    ///
    /// - Returns: where the feed goes on.
    private func writeCharacterData(_ range: Range<Int>, to builder: inout TextBuilder) -> Int {
        var end = range.lowerBound
        while end < range.upperBound, !bytes[end..<range.upperBound].starts(with: "]]>".utf8) { end += 1 }
        var writer = PlainTextWriter(of: bytes)
        writer.write(range.lowerBound..<end, nil, to: &builder)
        return min(end + 3, range.upperBound)
    }

    private static let voidNames = Set(Tag.allCases.filter { $0.is(.void) }.map(\.spelling))
}

/// Base64 (RFC 4648) as mail and feeds have it: with white space, with or without its last signs.
enum Base64 {
    /// The bytes of a text; nil when it is not base64 or they are not UTF-8.
    static func decode(_ text: some Sequence<UInt8>) -> [UInt8]? {
        var decoded: [UInt8] = []
        var (bits, count, hasEnded) = (UInt32(0), 0, false)
        for byte in text where !byte.isMarkupSpace {
            if byte == 0x3D {
                hasEnded = true
                continue
            }
            guard !hasEnded, let value = value(of: byte) else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return String(validating: decoded, as: UTF8.self) == nil ? nil : decoded
    }

    private static func value(of byte: UInt8) -> UInt8? {
        switch byte {
        case 0x41...0x5A: byte - 0x41
        case 0x61...0x7A: byte - 0x61 + 26
        case 0x30...0x39: byte - 0x30 + 52
        case 0x2B, 0x2D: 62
        case 0x2F, 0x5F: 63
        default: nil
        }
    }
}
