/// Walks over the bytes of a written date.
struct DateScanner {
    private let bytes: [UInt8]
    var index = 0

    /// Starts at the first byte of a text that is not white space.
    init(_ text: String) {
        // White space, no-break spaces too, is one space; what follows the last one is the end.
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars.prefix(1024) {
            let isSpace = scalar.isASCII ? scalar.value <= 0x20 : scalar.properties.isWhitespace
            if isSpace || scalar == "\u{FEFF}" {
                if bytes.last != UInt8(ascii: " "), !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
            } else {
                bytes.append(codePoint: scalar.value)
            }
        }
        if bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    /// The byte to be read next; nil at the end.
    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
    }

    /// Reads one of several marks.
    mutating func skip(_ marks: StaticString) -> Bool {
        guard let next else { return false }
        let found = marks.withUTF8Buffer { $0.contains(next) }
        if found { index += 1 }
        return found
    }

    mutating func skipSpace() { _ = skip(" ") }

    /// Reads all digits from here on, if so many; no more than eighteen.
    mutating func digits(_ counts: ClosedRange<Int>) -> (value: Int, count: Int)? {
        var end = index
        while end < bytes.count, Self.isDigit(bytes[end]) { end += 1 }
        let count = end - index
        guard counts.contains(count), count <= 18, let value = number(count) else { return nil }
        return (value, count)
    }

    /// Reads exactly so many digits; more may follow.
    mutating func number(_ count: Int) -> Int? {
        guard index + count <= bytes.count else { return nil }
        let digits = bytes[index..<index + count]
        guard digits.allSatisfy(Self.isDigit) else { return nil }
        index += count
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Reads the letters from here on, in lower case.
    mutating func word() -> String? {
        let start = index
        while index < bytes.count, Self.isLetter(bytes[index]) { index += 1 }
        return start == index ? nil : String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    }
}
