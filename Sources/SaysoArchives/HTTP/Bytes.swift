extension UInt8 {
    /// A space or a tab.
    package var isBlank: Bool { self == 0x20 || self == 0x09 }
    var isLineBreak: Bool { self == 0x0A || self == 0x0D }
    /// A letter of ASCII.
    package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    package var isDigit: Bool { self &- 0x30 < 10 }
    /// The small letter of an ASCII capital.
    var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

    /// What a hexadecimal digit counts; nil for other bytes.
    package var hexadecimalValue: Int? {
        switch self {
        case 0x30...0x39: Int(self) - 0x30
        case 0x41...0x46, 0x61...0x66: Int(lowercased) - 0x61 + 10
        default: nil
        }
    }
}

extension ArraySlice<UInt8> {
    /// Without the spaces and controls at its ends.
    package var trimmed: ArraySlice<UInt8> {
        guard let first = firstIndex(where: { $0 > 0x20 }), let last = lastIndex(where: { $0 > 0x20 }) else {
            return self[endIndex...]
        }
        return self[first...last]
    }

    /// The line that begins at an index: without its end, whether it has one, and where the next one begins.
    func line(at index: Int) -> (content: ArraySlice<UInt8>, hasEnd: Bool, next: Int) {
        guard let end = self[index...].firstIndex(of: 0x0A) else { return (self[index...], false, endIndex) }
        let content = end > index && self[end - 1] == 0x0D ? self[index..<end - 1] : self[index..<end]
        return (content, true, end + 1)
    }
}

extension String {
    /// Reads UTF-8, or ISO 8859-1 where it is none: headers are often in the one or the other.
    init(latin bytes: some Collection<UInt8>) {
        if let text = String(validating: bytes, as: UTF8.self) {
            self = text
        } else {
            self.init(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        }
    }
}

extension StringProtocol {
    var trimmingSpaces: SubSequence {
        var text = self[...]
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }

    /// A number of plain digits that is no larger than any file.
    var byteCount: Int? {
        !isEmpty && utf8.count < 18 && utf8.allSatisfy(\.isDigit) ? Int(self) : nil
    }
}
