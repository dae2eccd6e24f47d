/// Tells whether a text's lines were broken at a column, and which line ends are ends of paragraphs then.
struct HardWrap {
    /// A line that is not blank.
    struct Line {
        /// Without white space at its ends.
        let range: Range<Int>
        /// Code points from the line's beginning to its last character.
        let columns: Int
        /// Code points before its first character.
        let indent: Int
        /// Code points of its first word.
        let firstWord: Int
        let followsBlank: Bool
    }

    private static let plausibleWidths = 45...100

    /// The column that no line passes.
    private let width: Int

    /// Nil when line ends are ends of paragraphs, as they are in most text.
    ///
    /// Lines were wrapped when the first word of nearly every line would not have fitted at the end of the
    /// line before, and many lines begin in the middle of a sentence.
    init?(_ lines: [Line], in text: ArticleText) {
        let short = lines.filter { $0.columns <= Self.plausibleWidths.upperBound }
        guard short.count >= 3, short.count * 10 >= lines.count * 9 else { return nil }
        let width = short.reduce(0) { max($0, $1.columns) }
        guard Self.plausibleWidths.contains(width) else { return nil }
        var (pairs, full, continued) = (0, 0, 0)
        for (line, next) in zip(lines, lines.dropFirst()) where !next.followsBlank {
            guard next.indent <= line.indent + 1 else { continue }
            pairs += 1
            full += Self.isFull(line, before: next, width: width) ? 1 : 0
            continued += text.letterCase(at: next.range.lowerBound, to: text.count) == .lower ? 1 : 0
        }
        guard pairs >= 2, full * 10 >= pairs * 7, continued * 3 >= pairs else { return nil }
        self.width = width
    }

    /// Whether a line goes on in the next one.
    func continues(_ line: Line, into next: Line) -> Bool {
        !next.followsBlank && next.indent <= line.indent + 1 && Self.isFull(line, before: next, width: width)
    }

    private static func isFull(_ line: Line, before next: Line, width: Int) -> Bool {
        // Writers and editors leave a few columns; a line past the width is no wrapped line's end.
        line.columns <= width && line.columns + 1 + next.firstWord > width - 4
    }
}

extension HardWrap.Line {
    /// Measures a line; nil when it is blank.
    init?(_ line: Range<Int>, in text: ArticleText, followsBlank: Bool) {
        guard let range = text.trimmed(line) else { return nil }
        self.range = range
        self.followsBlank = followsBlank
        indent = text.codePoints(in: line.lowerBound..<range.lowerBound)
        // No need to measure what is no wrapped line anyhow.
        guard range.upperBound - line.lowerBound <= 400 else {
            (columns, firstWord) = (.max, 0)
            return
        }
        columns = text.codePoints(in: line.lowerBound..<range.upperBound)
        var end = range.lowerBound
        while end < range.upperBound, text.spaceLength(at: end) == 0 { end += 1 }
        firstWord = text.codePoints(in: range.lowerBound..<end)
    }
}

extension ArticleText {
    /// Counts the code points of a short range.
    fileprivate func codePoints(in range: Range<Int>) -> Int {
        utf8[range].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    }
}
