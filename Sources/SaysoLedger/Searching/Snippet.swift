/// A part of a text with what was looked for in it.
public struct Snippet: Hashable, Sendable {
    /// The part, with `…` where something was left out.
    public var text: String
    /// The marks in it, as UTF-8 offsets.
    public var marks: [Range<Int>]

    /// Cuts out about so many characters, with as many marks as fit.
    ///
    /// - Parameters:
    ///   - text: the whole.
    ///   - marks: UTF-8 offsets in it, in order and apart.
    ///   - length: how many UTF-8 bytes, about.
    public init(of text: String, marks: [Range<Int>], length: Int = 320) {
        let bytes = Array(text.utf8)
        guard bytes.count > length else {
            (self.text, self.marks) = (text, marks)
            return
        }
        let anchor = marks.first?.lowerBound ?? 0
        // A third of the room lies before the first mark.
        var start = max(0, min(anchor - length / 3, bytes.count - length))
        var end = min(bytes.count, max(start + length, marks.first?.upperBound ?? 0))
        let spaces = (UInt8(ascii: " "), UInt8(ascii: "\n"))
        func isSpace(_ index: Int) -> Bool { bytes[index] == spaces.0 || bytes[index] == spaces.1 }
        func isInside(_ index: Int) -> Bool { index < bytes.count && bytes[index] & 0xC0 == 0x80 }
        if start > 0 {
            start =
                (start..<min(start + 40, max(start, anchor))).first(where: isSpace).map { $0 + 1 } ?? start
        }
        let last = marks.last { $0.upperBound <= end }?.upperBound ?? start
        if end < bytes.count { end = (max(end - 40, last)..<end).last(where: isSpace) ?? end }
        while isInside(start) { start += 1 }
        while isInside(end) { end += 1 }
        let (before, after) = (start > 0 ? "… " : "", end < bytes.count ? " …" : "")
        self.text = before + String(decoding: bytes[start..<end], as: UTF8.self) + after
        self.marks = marks.filter { $0.lowerBound >= start && $0.upperBound <= end }.map { mark in
            mark.lowerBound - start + before.utf8.count..<mark.upperBound - start + before.utf8.count
        }
    }
}
