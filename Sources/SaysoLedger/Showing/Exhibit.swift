import SaysoArticles

/// A statement with where it stands.
package struct Exhibit {
    package let id: StatementID
    package let revision: Revision
    package let statement: Revision.Statement
    package let appearances: [RevisionDetails.Appearance]
    package let changes: [RevisionChange]

    package init(_ details: RevisionDetails, _ number: Int, _ appearances: [RevisionDetails.Appearance]) {
        id = StatementID(revision: details.id, number: number)
        revision = details.revision
        statement = details.revision.statements[number - 1]
        self.appearances = appearances
        let id = id
        changes = details.changes.filter { $0.before == id || $0.after == id }
    }

    /// - Parameters:
    ///   - reading: the revision that the statement stands in.
    ///   - index: the statement's place there.
    package init(_ reading: ArticleReading, _ index: Int) {
        id = reading.name(index)
        revision = reading.revision
        statement = reading.revision.statements[index]
        (appearances, changes) = ([], [])
    }

    /// The spans of source, cue and content.
    package var parts: [(name: String, spans: [Range<Int>])] {
        [("source", statement.source), ("cue", statement.cue), ("content", statement.content)]
    }

    /// From the source's words to the fullest name: each with the rule that led there.
    package var chain: [(words: String, rule: String)] {
        statement.chain.map { (revision.words([$0.mention]), $0.rule) }
    }

    /// The paragraphs that the statement stands in, each with marks around source, cue and content, and with
    /// `…` for what is far from them.
    package var context: [String] {
        let spans = parts.flatMap(\.spans)
        return revision.paragraphs.compactMap { paragraph -> String? in
            let range = paragraph.range
            let inside = spans.filter { $0.overlaps(range) }
            guard let first = inside.map(\.lowerBound).min(), let last = inside.map(\.upperBound).max() else {
                return nil
            }
            let near = around((first..<last).clamped(to: range), in: range)
            return (near.lowerBound > range.lowerBound ? "…" : "") + marked(near)
                + (near.upperBound < range.upperBound ? "…" : "")
        }
    }

    /// The most bytes from the beginning of a paragraph's first span to the end of its last.
    private static let mostBetween = 20_000
    /// The most bytes before and after them.
    private static let mostBeside = 1_000

    /// What of a paragraph is near its spans, cut between characters.
    private func around(_ spans: Range<Int>, in range: Range<Int>) -> Range<Int> {
        var start = max(range.lowerBound, spans.lowerBound - Self.mostBeside)
        let last = min(spans.upperBound, spans.lowerBound + Self.mostBetween)
        var end = min(range.upperBound, last + Self.mostBeside)
        func isInside(_ index: Int) -> Bool { revision.text[index] & 0xC0 == 0x80 }
        while start < spans.lowerBound, isInside(start) { start += 1 }
        while end > last, end < range.upperBound, isInside(end) { end -= 1 }
        return start..<end
    }

    private func marked(_ range: Range<Int>) -> String {
        var marks: [(at: Int, isEnd: Bool, text: String)] = []
        for (part, signs) in zip(parts, [("<", ">"), ("{", "}"), ("[", "]")]) {
            for span in part.spans where span.overlaps(range) {
                marks.append((max(span.lowerBound, range.lowerBound), false, signs.0))
                marks.append((min(span.upperBound, range.upperBound), true, signs.1))
            }
        }
        marks.sort { ($0.at, $0.isEnd ? 0 : 1) < ($1.at, $1.isEnd ? 0 : 1) }
        var text = ""
        var start = range.lowerBound
        for mark in marks {
            text += revision.words([start..<mark.at]) + mark.text
            start = mark.at
        }
        return text + revision.words([start..<range.upperBound])
    }

    /// What was said.
    package var content: String { revision.words(statement.content) }

    /// Where a part stands in the source's bytes.
    package func bytes(of spans: [Range<Int>]) -> [Range<Int>] { statement.evidence.sourceRanges(of: spans) }

    /// The first original bytes of a part, as hexadecimal digits and as text; nil when they were not kept.
    package func excerpt(of spans: [Range<Int>]) -> (hexadecimal: String, text: String)? {
        guard let source = revision.source.bytes, let range = bytes(of: spans).first,
            range.upperBound <= source.count
        else { return nil }
        let bytes = source[range]
        let digits = bytes.prefix(16).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        let encoding = TextEncoding(rawValue: revision.source.encoding) ?? .utf8
        return (digits.joined(separator: " ") + (bytes.count > 16 ? " …" : ""), encoding.decode(bytes))
    }
}
