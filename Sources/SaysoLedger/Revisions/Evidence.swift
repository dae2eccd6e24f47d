import SaysoArticles

/// Where words of an article's text stand in the bytes it was read from: enough for anyone to check.
public struct Evidence: Hashable, Sendable {
    /// A part of the text and what it was made from.
    public struct Piece: Hashable, Sendable {
        /// UTF-8 offsets in the text.
        public var text: Range<Int>
        /// Byte offsets in the source.
        public var source: Range<Int>
        /// Whether the source has the same characters there, in its own encoding; else they stand for something,
        /// as a space for a line end or `&` for `&amp;`.
        public var isVerbatim: Bool

        /// Makes a piece.
        public init(text: Range<Int>, source: Range<Int>, isVerbatim: Bool) {
            self.text = text
            self.source = source
            self.isVerbatim = isVerbatim
        }
    }

    /// In the order of the text; none where the source is the text itself.
    public var pieces: [Piece]

    /// Takes pieces in the order of the text.
    public init(pieces: [Piece]) {
        self.pieces = pieces
    }

    /// The evidence for some spans.
    ///
    /// - Parameters:
    ///   - spans: UTF-8 offsets in the text, in any order.
    ///   - map: takes the text to its source.
    init(for spans: [Range<Int>], by map: OffsetMap) {
        pieces = Self.apart(spans).flatMap { span in
            map.pieces(of: span).map { Piece(text: $0.text, source: $0.source, isVerbatim: $0.isVerbatim) }
        }
    }

    /// The evidence for some spans that all stand at one distance in the source, character by character.
    ///
    /// - Parameters:
    ///   - spans: UTF-8 offsets in the text, in any order.
    ///   - distance: how many bytes further behind they stand in the source.
    init(for spans: [Range<Int>], at distance: Int) {
        pieces = Self.apart(spans).map { span in
            let source = span.lowerBound + distance..<span.upperBound + distance
            return Piece(text: span, source: source, isVerbatim: true)
        }
    }

    /// Spans in order, without the words that they share with those before them.
    private static func apart(_ spans: [Range<Int>]) -> [Range<Int>] {
        var (parts, end): ([Range<Int>], Int) = ([], 0)
        for span in spans.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            let start = max(span.lowerBound, end)
            guard start < span.upperBound else { continue }
            parts.append(start..<span.upperBound)
            end = span.upperBound
        }
        return parts
    }

    /// The ranges of the source's bytes that hold some spans, neighbours merged.
    ///
    /// - Parameter spans: UTF-8 offsets in the text that this is evidence for.
    /// - Returns: byte offsets in the source, in the order of the text.
    public func sourceRanges(of spans: [Range<Int>]) -> [Range<Int>] {
        if pieces.isEmpty { return spans }
        var ranges: [Range<Int>] = []
        for span in spans {
            for piece in pieces where piece.text.overlaps(span) {
                let follows = piece.isVerbatim && piece.text.count == piece.source.count
                let part = piece.text.clamped(to: span)
                let start = piece.source.lowerBound - piece.text.lowerBound
                let range = follows ? start + part.lowerBound..<start + part.upperBound : piece.source
                if let last = ranges.last, (last.lowerBound...last.upperBound).contains(range.lowerBound) {
                    ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
                } else {
                    ranges.append(range)
                }
            }
        }
        return ranges
    }
}
