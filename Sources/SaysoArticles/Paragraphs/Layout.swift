/// An article's paragraphs and time lines, found in its text alone.
struct Layout {
    private(set) var paragraphs: [Paragraph] = []
    private(set) var timeLines: [TimeLine] = []

    init(of text: ArticleText) {
        for range in Self.paragraphRanges(in: text) {
            paragraphs.append(Paragraph(kind: .body, range: range))
        }
        markHeadline(in: text)
    }

    private mutating func markHeadline(in text: ArticleText) {
        guard paragraphs.count > 1, paragraphs[0].kind == .body, paragraphs[0].dateline == nil else { return }
        let second = paragraphs.dropFirst().first { $0.kind == .body } ?? paragraphs[1]
        if Headline.isHeadline(paragraphs[0].range, before: second.range, in: text) {
            paragraphs[0].kind = .headline
        }
    }

    /// One paragraph a line, or a block of lines when lines were broken at a column.
    private static func paragraphRanges(in text: ArticleText) -> [Range<Int>] {
        var lines: [HardWrap.Line] = []
        var followsBlank = true
        for range in Lines(text) {
            let line = HardWrap.Line(range, in: text, followsBlank: followsBlank)
            if let line { lines.append(line) }
            followsBlank = line == nil
        }
        guard let wrap = HardWrap(lines, in: text) else { return lines.map(\.range) }
        var ranges: [Range<Int>] = []
        var previous: HardWrap.Line?
        for line in lines {
            if let previous, wrap.continues(previous, into: line), let last = ranges.popLast() {
                ranges.append(last.lowerBound..<line.range.upperBound)
            } else {
                ranges.append(line.range)
            }
            previous = line
        }
        return ranges
    }
}
