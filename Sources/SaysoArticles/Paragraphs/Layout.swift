/// An article's paragraphs and time lines, found in its text alone.
struct Layout {
    private(set) var paragraphs: [Paragraph] = []
    private(set) var timeLines: [TimeLine] = []

    init(of text: ArticleText) {
        paragraphs = Self.paragraphRanges(in: text).map { Paragraph(kind: .body, range: $0) }
        markTimeLines(in: text)
        markHeadline(in: text)
        markStandfirst()
        markDatelines(in: text)
    }

    /// Takes paragraphs whose parts are known, and finds the lines that say when the article came out, and the
    /// datelines.
    init(_ paragraphs: [Paragraph], of text: ArticleText) {
        self.paragraphs = paragraphs
        markTimeLines(in: text)
        markDatelines(in: text)
    }

    /// A short paragraph ahead of the time line sums up the story that follows it.
    private mutating func markStandfirst() {
        guard let line = paragraphs.prefix(6).firstIndex(where: { $0.kind == .timeLine }),
            let first = paragraphs[..<line].firstIndex(where: { $0.kind == .body })
        else { return }
        let longest = 400  // bytes
        let story = paragraphs[line...].lazy.filter { $0.kind == .body }.map(\.range.count).reduce(0, +)
        guard paragraphs[first].range.count <= longest, story > 2 * paragraphs[first].range.count else {
            return
        }
        paragraphs[first].kind = .standfirst
    }

    private mutating func markTimeLines(in text: ArticleText) {
        // A bare date in the middle of a story heads a section.
        let edge = 12
        for index in paragraphs.indices where paragraphs[index].kind == .body {
            guard let line = TimeLineReader.timeLine(paragraphs[index].range, of: text) else { continue }
            guard index < edge || index >= paragraphs.count - edge || line.isIntroduced else { continue }
            if !line.isIntroduced, index > 0, isCorrection(paragraphs[index - 1].range, in: text) { continue }
            paragraphs[index].kind = .timeLine
            timeLines.append(line)
        }
        if timeLines.isEmpty { markPlaceLine(in: text) }
    }

    /// Whether a paragraph corrects the story: a day behind it is the correction's, often weeks later.
    private func isCorrection(_ range: Range<Int>, in text: ArticleText) -> Bool {
        guard range.count <= 1000 else { return false }
        let words = text[range].lowercased().split { !$0.isLetter }
        return words.contains { ["correction", "clarification", "misstated", "misidentified"].contains($0) }
            || zip(words, words.dropFirst()).contains { ["editing error", "s note"].contains("\($0) \($1)") }
    }

    /// A place and a day, before the story or at its end.
    private mutating func markPlaceLine(in text: ArticleText) {
        guard paragraphs.count > 1 else { return }
        for index in Array(0..<min(4, paragraphs.count - 1)) + [paragraphs.count - 1] {
            guard let line = PlaceLineReader.timeLine(paragraphs[index].range, of: text) else { continue }
            paragraphs[index].kind = .timeLine
            timeLines.append(line)
            return
        }
    }

    private mutating func markDatelines(in text: ArticleText) {
        // The headline, a byline and a standfirst may stand before the story.
        var before = 0
        for index in paragraphs.indices where paragraphs[index].kind == .body {
            let dateline = DatelineReader.dateline(
                of: paragraphs[index].range,
                in: text,
                opensStory: before < 3
            )
            paragraphs[index].dateline = dateline
            before += 1
        }
    }

    private mutating func markHeadline(in text: ArticleText) {
        guard paragraphs.count > 1, paragraphs[0].kind == .body else { return }
        guard DatelineReader.dateline(of: paragraphs[0].range, in: text, opensStory: true) == nil else {
            return
        }
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
