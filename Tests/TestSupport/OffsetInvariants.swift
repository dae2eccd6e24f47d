public import SaysoArticles

extension OffsetMap {
    /// What must be true of the pieces of every range.
    ///
    /// - Parameters:
    ///   - range: UTF-8 offsets in the text, at code point boundaries.
    ///   - text: the whole text.
    ///   - source: the original's bytes.
    ///   - encoding: the original's encoding.
    ///   - isMoved: whether parts of the text stand elsewhere than in the original, as a headline in front of
    ///     what was printed before it.
    /// - Returns: what is not true; empty for a sound map.
    public func brokenPieces(
        of range: Range<Int>,
        text: [UInt8],
        source: [UInt8],
        encoding: TextEncoding,
        isMoved: Bool = false
    ) -> [String] {
        var broken: [String] = []
        let pieces = pieces(of: range)
        for piece in pieces {
            guard range.contains(piece.text), !piece.text.isEmpty, source.indices.contains(piece.source)
            else {
                broken.append("\(piece) is not of \(range)")
                continue
            }
            if piece.isVerbatim, !encoding.decode(source[piece.source]).utf8.elementsEqual(text[piece.text]) {
                broken.append("\(piece) has other characters")
            }
        }
        for (piece, next) in zip(pieces, pieces.dropFirst())
        where piece.text.upperBound > next.text.lowerBound
            // Parts of one replacement share what it stands for.
            || !isMoved && piece.source.upperBound > next.source.lowerBound
                && (piece.isVerbatim || next.isVerbatim)
            || !isMoved && piece.source.lowerBound > next.source.lowerBound
        {
            broken.append("\(piece) and \(next) overlap or are out of order")
        }
        let ranges = sourceRanges(of: range)
        if pieces.contains(where: { piece in !ranges.contains { $0.contains(piece.source) } }) {
            broken.append("the ranges of \(range) leave out a piece")
        }
        if !isMoved, zip(ranges, ranges.dropFirst()).contains(where: { $0.upperBound >= $1.lowerBound }) {
            broken.append("the ranges of \(range) touch")
        }
        return broken
    }
}

extension Article {
    /// What is not true of the places of a page's article in the page.
    ///
    /// - Parameter page: the page's bytes.
    /// - Returns: as of ``OffsetMap/brokenPieces(of:text:source:encoding:isMoved:)``, over the whole text.
    public func brokenPlaces(in page: [UInt8]) -> [String] {
        offsetMap.brokenPieces(
            of: 0..<text.count,
            text: text.utf8,
            source: page,
            encoding: encoding,
            isMoved: true
        )
    }
}
