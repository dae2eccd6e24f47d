import SaysoArticles

/// Places in a text as the ledger's file spells them: `12+13,30+11`, where they begin and how long they are, for a
/// person with any SQLite tool.
enum Places {
    /// Spells half-open ranges.
    static func spelled(_ ranges: [Range<Int>]) -> String {
        var text = ""
        for (index, range) in ranges.enumerated() {
            if index > 0 { text += "," }
            text += spelled(range)
        }
        return text
    }

    /// Spells a half-open range.
    static func spelled(_ range: Range<Int>) -> String { "\(range.lowerBound)+\(range.count)" }

    /// Reads ranges; nil when it is no list of them.
    static func read(_ text: String) -> [Range<Int>]? {
        if text.isEmpty { return [] }
        var ranges: [Range<Int>] = []
        for part in text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            guard let range = range(part) else { return nil }
            ranges.append(range)
        }
        return ranges
    }

    /// Reads one range, such as `12+13`.
    static func range(_ text: Substring.UTF8View) -> Range<Int>? {
        let numbers = text.split(separator: UInt8(ascii: "+"), omittingEmptySubsequences: false)
        let limit = 1 << 48
        guard numbers.count == 2, let start = Int(Substring(numbers[0])),
            let count = Int(Substring(numbers[1])), (0..<limit).contains(start), (0..<limit).contains(count)
        else { return nil }
        return start..<start + count
    }
}

extension Places {
    /// What stands between two paragraphs, as a rule: a line end and an empty line.
    private static let gap = 2

    /// Spells paragraphs: `headline 0+60,120,85`, their lengths, each after its kind where it is not of the body, and
    /// after the number of bytes since the paragraph before where these are not two.
    static func spelled(_ paragraphs: [Revision.Paragraph]) -> String {
        var (text, end) = ("", 0)
        for (index, paragraph) in paragraphs.enumerated() {
            if index > 0 { text += "," }
            if paragraph.kind != .body { text += paragraph.kind.rawValue + " " }
            let gap = paragraph.range.lowerBound - end
            if gap != Self.gap { text += "\(gap)+" }
            text += "\(paragraph.range.count)"
            end = paragraph.range.upperBound
        }
        return text
    }

    /// Spells ranges as ``spelled(_:)-swift.type.method`` does, but whole paragraphs as their numbers, from 0 on.
    static func spelled(_ ranges: [Range<Int>], in paragraphs: [Revision.Paragraph]) -> String {
        var numbers: [Range<Int>: Int] = [:]
        for (number, paragraph) in paragraphs.enumerated() { numbers[paragraph.range] = number }
        return ranges.map { numbers[$0].map(String.init) ?? spelled($0) }.joined(separator: ",")
    }

    /// Reads ranges among which are whole paragraphs; nil when it is no list of them.
    static func read(_ text: String, in paragraphs: [Revision.Paragraph]) -> [Range<Int>]? {
        var ranges: [Range<Int>] = []
        for part in text.utf8.split(separator: UInt8(ascii: ",")) {
            if let number = Int(Substring(part)) {
                guard paragraphs.indices.contains(number) else { return nil }
                ranges.append(paragraphs[number].range)
            } else {
                guard let range = range(part) else { return nil }
                ranges.append(range)
            }
        }
        return ranges
    }

    /// Reads paragraphs; nil when it is no list of them.
    static func paragraphs(_ text: String) -> [Revision.Paragraph]? {
        var (paragraphs, end): ([Revision.Paragraph], Int) = ([], 0)
        for part in text.split(separator: ",") {
            let words = part.split(separator: " ")
            guard (1...2).contains(words.count),
                let kind = words.count == 1 ? .body : Paragraph.Kind(rawValue: String(words[0]))
            else { return nil }
            let numbers = words[words.count - 1].split(separator: "+", omittingEmptySubsequences: false)
                .map { Int($0) ?? .max }
            let limit = 1 << 48
            guard (1...2).contains(numbers.count), numbers.allSatisfy({ (-limit..<limit).contains($0) })
            else { return nil }
            let start = end + (numbers.count == 2 ? numbers[0] : gap)
            end = start + numbers[numbers.count - 1]
            guard 0 <= start, start <= end, end < limit else { return nil }
            paragraphs.append(Revision.Paragraph(kind: kind, range: start..<end))
        }
        return paragraphs
    }
}

extension Evidence {
    /// How the ledger's file spells it: nothing where the source is the text itself; `+1000` where all that it is for
    /// stands 1000 bytes further behind in the source; else pieces such as `12+13@1012+15`, with `~` for `@` where
    /// the source spells the characters in another way, and without the second length where both are of one.
    ///
    /// - Parameter spans: what it is for.
    /// - Returns: the spelling, in ASCII.
    func spelled(of spans: [Range<Int>]) -> String {
        if let first = pieces.first {
            let distance = first.source.lowerBound - first.text.lowerBound
            if self == Evidence(for: spans, at: distance) { return (distance < 0 ? "" : "+") + "\(distance)" }
        }
        var text = ""
        for (index, piece) in pieces.enumerated() {
            if index > 0 { text += "," }
            let isSame = piece.isVerbatim && piece.source.count == piece.text.count
            text += Places.spelled(piece.text) + (piece.isVerbatim ? "@" : "~")
            text += isSame ? "\(piece.source.lowerBound)" : Places.spelled(piece.source)
        }
        return text
    }

    /// Reads what the ledger's file spells; nil when it is no evidence.
    init?(spelled text: String, of spans: [Range<Int>]) {
        if let mark = text.utf8.first, mark == UInt8(ascii: "+") || mark == UInt8(ascii: "-") {
            let least = spans.map(\.lowerBound).min() ?? 0
            guard let distance = Int(text), distance < 1 << 48, distance >= -least else { return nil }
            self.init(for: spans, at: distance)
            return
        }
        self.init(pieces: [])
        for part in text.utf8.split(separator: UInt8(ascii: ",")) {
            guard let mark = part.firstIndex(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "~") }),
                let text = Places.range(part[..<mark])
            else { return nil }
            let isVerbatim = part[mark] == UInt8(ascii: "@")
            let place = part[part.index(after: mark)...]
            let start = Int(Substring(place)).flatMap { $0 >= 0 && $0 < 1 << 48 ? $0 : nil }
            let same = isVerbatim ? start.map { $0..<$0 + text.count } : nil
            guard let source = same ?? Places.range(place) else { return nil }
            pieces.append(Piece(text: text, source: source, isVerbatim: isVerbatim))
        }
    }
}
