/// Reads lines of a place and a day, as stories and press releases have at their top or end: "Orrin, 3 March
/// 2024", "March 3, 2024 | Orrin".
///
/// Somebody's name and birthday look the same. ``Layout`` asks only where such a line stands by itself at an
/// edge of a text without any time line, and a line is refused when the text tells of years long after it.
struct PlaceLineReader {
    private static let longest = 80  // bytes
    private static let mostWords = 5
    /// Years that an article may look ahead.
    private static let horizon = 20

    private let text: ArticleText
    private let tokens: [LineToken]

    /// The time line that a paragraph of a place and a day is; nil when it says anything else.
    static func timeLine(_ range: Range<Int>, of text: ArticleText) -> TimeLine? {
        guard range.count <= longest else { return nil }
        let reader = PlaceLineReader(text: text, tokens: LineToken.tokens(in: range, of: text))
        guard let stamp = reader.stamp() else { return nil }
        return TimeLine(range: range, stamps: [stamp], isIntroduced: false)
    }

    private func stamp() -> TimeLine.Stamp? {
        for start in tokens.indices {
            var reader = StampReader(tokens)
            reader.index = start
            guard let day = reader.day(), let year = day.year else { continue }
            var clock: StampReader.Clock?
            var end = reader.index
            _ = reader.skip(",")
            if let read = reader.clock(afterDay: true) { (clock, end) = (read, reader.index) }
            guard isPlace(before: start, after: end), !tellsOfYears(after: year + Self.horizon),
                let time = day.stated(at: clock)
            else { return nil }
            let range = tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound
            return TimeLine.Stamp(event: .published, range: range, time: time)
        }
        return nil
    }

    /// Whether a mark sets a place before the day or behind it, and nothing else stands there.
    private func isPlace(before start: Int, after end: Int) -> Bool {
        var rest = tokens[end...]
        if rest.last?.mark == "." { rest.removeLast() }
        if start == 0 {
            guard let mark = rest.first?.mark, Self.separators.contains(mark) else { return false }
            return isPlace(rest.dropFirst())
        }
        guard rest.isEmpty, let mark = tokens[start - 1].mark else { return false }
        return (Self.separators.contains(mark) || mark == ")") && isPlace(tokens[..<start])
    }

    private func isPlace(_ tokens: ArraySlice<LineToken>) -> Bool {
        let words = tokens.filter { $0.word != nil }
        guard (1...Self.mostWords).contains(words.count), let first = words.first?.word,
            !Self.labels.contains(first)
        else { return false }
        return tokens.allSatisfy { token in
            if let word = token.word {
                return DatelineReader.connectors.contains(word)
                    || text.letterCase(at: token.range.lowerBound, to: token.range.upperBound) != .lower
            }
            return token.mark.map { Self.separators.contains($0) || ".'’()".contains($0) } ?? false
        }
    }

    private func tellsOfYears(after latest: Int) -> Bool {
        var (number, digits) = (0, 0)
        for byte in text.utf8 {
            if (0x30...0x39).contains(byte) {
                digits += 1
                number = digits <= 4 ? number * 10 + Int(byte - 0x30) : 0
            } else if digits > 0 {
                if digits == 4, (latest + 1...2100).contains(number) { return true }
                (number, digits) = (0, 0)
            }
        }
        return false
    }

    private static let separators: Set<Character> = Set(",|•·-–—/")
    /// First words of lines that are no places.
    private static let labels: Set<String> = [
        "by", "photo", "image", "picture", "video", "source", "copyright", "born", "died", "since", "until",
        "from", "to", "in", "on",
    ]
}
