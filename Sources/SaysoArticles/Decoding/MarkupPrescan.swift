/// Reads tags out of bytes whose encoding is not known yet; all that it looks for is ASCII.
struct MarkupPrescan {
    private let bytes: ArraySlice<UInt8>
    /// The next byte.
    var index: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    /// An attribute of a tag.
    struct Attribute {
        /// In lower case.
        let name: String
        let value: String
        /// Where the value begins.
        let offset: Int
    }

    private var next: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    mutating func skipSpace() {
        while let next, next.isMarkupSpace { index += 1 }
    }

    /// Goes past some text, in any case, if it comes next.
    mutating func take(_ text: String) -> Bool {
        guard matches(Array(text.utf8), at: index) else { return false }
        index += text.utf8.count
        return true
    }

    /// Goes past the next occurrence of some text, in any case; to the end when there is none.
    mutating func skip(past text: String) -> Bool {
        let text = Array(text.utf8)
        while index < bytes.endIndex {
            if matches(text, at: index) {
                index += text.count
                return true
            }
            index += 1
        }
        return false
    }

    private func matches(_ text: [UInt8], at index: Int) -> Bool {
        guard bytes.endIndex - index >= text.count else { return false }
        for offset in text.indices where bytes[index + offset].asciiLowercased != text[offset] {
            return false
        }
        return true
    }

    /// The letters of a tag's name, in lower case; empty when none come next.
    mutating func name() -> String {
        let start = index
        while let next, (0x61...0x7A).contains(next.asciiLowercased) { index += 1 }
        return lowercased(start..<index)
    }

    private func lowercased(_ range: Range<Int>) -> String {
        String(decoding: bytes[range].map(\.asciiLowercased), as: UTF8.self)
    }

    /// The attributes up to the end of the tag, which is passed.
    mutating func attributes() -> [Attribute] {
        var attributes: [Attribute] = []
        while let next {
            if next.isMarkupSpace || next == 0x2F || next == 0x3F {
                index += 1
                continue
            }
            if next == 0x3E {
                index += 1
                break
            }
            let start = index
            index += 1
            while let next = self.next, !next.isMarkupSpace, ![0x2F, 0x3D, 0x3E].contains(next) { index += 1 }
            let name = lowercased(start..<index)
            skipSpace()
            guard take("=") else { continue }
            skipSpace()
            let isQuoted = self.next == 0x22 || self.next == 0x27
            let offset = isQuoted ? index + 1 : index
            let value = value(endsAt: 0x3E)
            // No tag that matters here has more, and nobody's memory is to hold those of one that does not.
            if attributes.count < 64 {
                attributes.append(Attribute(name: name, value: value, offset: offset))
            }
        }
        return attributes
    }

    /// A value in quotes, or up to white space or a byte.
    mutating func value(endsAt end: UInt8) -> String {
        skipSpace()
        if let quote = next, quote == 0x22 || quote == 0x27 {
            index += 1
            let start = index
            while let next, next != quote { index += 1 }
            let value = String(decoding: bytes[start..<index], as: UTF8.self)
            if next != nil { index += 1 }
            return value
        }
        let start = index
        while let next, !next.isMarkupSpace, next != end { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }
}

extension UInt8 {
    /// The letter in lower case; other bytes as they are.
    fileprivate var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
