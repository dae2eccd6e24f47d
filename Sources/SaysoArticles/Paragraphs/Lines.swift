/// The lines of a text, told apart by any of the line ends that text has been seen with.
struct Lines: Sequence, IteratorProtocol {
    private let text: ArticleText
    private var offset = 0

    init(_ text: ArticleText) {
        self.text = text
    }

    /// The next line without its end; lines may be empty.
    mutating func next() -> Range<Int>? {
        let utf8 = text.utf8
        guard offset < utf8.count else { return nil }
        let start = offset
        while offset < utf8.count {
            let byte = utf8[offset]
            var length = 0
            if byte == 0x0A {
                length = 1
            } else if byte == 0x0D {
                length = offset + 1 < utf8.count && utf8[offset + 1] == 0x0A ? 2 : 1
            } else if byte == 0xE2, utf8[offset + 1] == 0x80, utf8[offset + 2] & 0xFE == 0xA8 {
                length = 3  // U+2028, U+2029
            }
            if length > 0 {
                defer { offset += length }
                return start..<offset
            }
            offset += 1
        }
        return start..<offset
    }
}
