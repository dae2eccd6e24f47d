import SaysoLedger

/// A stretch of an article's text in which the same statements stand.
struct ArticleSegment: Hashable {
    /// UTF-8 offsets in the text.
    fileprivate(set) var range: Range<Int>
    /// The paragraph, as an index; nil for what lies between.
    let paragraph: Int?
    /// The innermost statement whose content it is, as an index.
    let content: Int?
    /// The statement whose source it names.
    let source: Int?
    /// The statement whose cue it is.
    let cue: Int?
    /// Whether it is a sentence that the article attributes to nobody.
    let isOwnVoice: Bool
    /// Whether a statement's content begins here, of which this is the first segment that shows it.
    let isFirst: Bool

    /// Whether nothing tells it from the segment before it.
    fileprivate func continues(_ other: ArticleSegment) -> Bool {
        !isFirst && paragraph == other.paragraph && content == other.content && source == other.source
            && cue == other.cue && isOwnVoice == other.isOwnVoice
    }
}

/// Cuts an article's text where statements begin and end.
enum ArticleSegments {
    /// The segments in order; joined they are the text.
    ///
    /// - Parameters:
    ///   - revision: the article.
    ///   - chosen: the only statement that is looked at, as an index; nil for all.
    /// - Returns: no empty ones.
    /// - Complexity: O(text + spans · log spans).
    static func of(_ revision: Revision, only chosen: Int? = nil) -> [ArticleSegment] {
        func layer(_ part: (Revision.Statement) -> [Range<Int>]) -> Layer {
            Layer(
                revision.statements.enumerated().map { index, statement in
                    chosen == nil || chosen == index ? part(statement) : []
                }
            )
        }
        var (content, source, cue) = (layer(\.content), layer(\.source), layer(\.cue))
        var ownVoice = Layer(revision.ownVoice.map { [$0] })
        var paragraph = Layer(revision.paragraphs.map { [$0.range] })
        var cuts = [0, revision.text.count]
        for layer in [content, source, cue, ownVoice, paragraph] {
            for span in layer.spans { cuts += [span.range.lowerBound, span.range.upperBound] }
        }
        cuts.sort()
        var segments: [ArticleSegment] = []
        segments.reserveCapacity(cuts.count)
        var seen: Set<Int> = []
        for (start, end) in zip(cuts, cuts.dropFirst()) where start < end {
            let inner = content.owner(at: start)
            let segment = ArticleSegment(
                range: start..<end,
                paragraph: paragraph.owner(at: start),
                content: inner,
                source: source.owner(at: start),
                cue: cue.owner(at: start),
                isOwnVoice: ownVoice.owner(at: start) != nil,
                isFirst: inner.map { seen.insert($0).inserted } ?? false
            )
            // Where only a statement that is hidden ends, nothing is cut.
            if let last = segments.last, segment.continues(last) {
                segments[segments.count - 1].range = last.range.lowerBound..<end
            } else {
                segments.append(segment)
            }
        }
        return segments
    }

    /// Spans of one sort, gone through from the beginning of the text.
    private struct Layer {
        struct Span {
            let range: Range<Int>
            let owner: Int
        }

        /// By their beginnings; of those that begin together the longest first.
        let spans: [Span]
        private var next = 0
        /// Those that have begun, the innermost last; some may have ended.
        private var open: [Span] = []

        /// - Parameter owned: the spans of each owner.
        init(_ owned: [[Range<Int>]]) {
            spans = owned.enumerated()
                .flatMap { owner, ranges in ranges.map { Span(range: $0, owner: owner) } }
                .filter { !$0.range.isEmpty }
                .sorted {
                    ($0.range.lowerBound, $1.range.upperBound, $0.owner)
                        < ($1.range.lowerBound, $0.range.upperBound, $1.owner)
                }
        }

        /// Whose innermost span a place lies in; places only grow.
        mutating func owner(at place: Int) -> Int? {
            while next < spans.count, spans[next].range.lowerBound <= place {
                open.append(spans[next])
                next += 1
            }
            while let last = open.last, last.range.upperBound <= place { open.removeLast() }
            return open.last?.owner
        }
    }
}
