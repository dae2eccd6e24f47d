/// Takes ranges of an article's text back to the bytes they were read from.
///
/// A text is made in steps: bytes are decoded, markup is taken off, an entry is taken out of a feed. Each step
/// is a layer; a range goes down through all of them. Decoding the original at a mapped range gives the
/// characters of the range, unless markup, references or white space stood there.
public struct OffsetMap: Sendable {
    /// The steps, the one that made the text first.
    package let layers: [Layer]

    /// Puts steps together.
    ///
    /// - Parameter layers: the one that made the text first, the one that read the original last; none when the
    ///   text's bytes are the original's.
    package init(layers: [Layer] = []) {
        self.layers = layers.filter { !$0.isIdentity }
    }

    /// The map of a text that was made from this map's text.
    package func under(_ layer: Layer) -> OffsetMap {
        OffsetMap(layers: [layer] + layers)
    }

    /// The ranges of the original's bytes that hold a range of the text.
    ///
    /// What stands for something else, as a space for a run of white space or `&` for `&amp;`, brings all that
    /// it stands for, even when the range holds a part of it.
    ///
    /// - Parameter range: UTF-8 offsets in the text, at code point boundaries.
    /// - Returns: byte offsets in the original, in the order of the text; neighbours are merged, so there is
    ///   more than one range where something of the original, such as a tag, is not in the text. Empty when the
    ///   original has nothing of the range, as of the blank line between two paragraphs.
    /// - Complexity: a binary search in each layer, then linear in the pieces of the range.
    public func sourceRanges(of range: Range<Int>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for piece in pieces(of: range) where !piece.source.isEmpty {
            // Two parts of one replacement both bring all of it.
            if let last = ranges.last, (last.lowerBound...last.upperBound).contains(piece.source.lowerBound) {
                ranges[ranges.count - 1] = last.hull(piece.source)
            } else {
                ranges.append(piece.source)
            }
        }
        return ranges
    }

    /// The smallest range of the original's bytes around all that holds a range of the text.
    ///
    /// - Parameter range: UTF-8 offsets in the text, at code point boundaries.
    /// - Returns: byte offsets in the original; an empty range where it has nothing of the range.
    /// - Complexity: a binary search in each layer, then linear in the pieces of the range.
    public func sourceRange(of range: Range<Int>) -> Range<Int> {
        let pieces = pieces(of: range)
        guard let first = pieces.first else {
            let offset = layers.reduce(range.lowerBound) { $1.lowerOffset($0) }
            return offset..<offset
        }
        return pieces.reduce(first.source) { $0.hull($1.source) }
    }

    /// A part of the text and what it was made from.
    package struct Piece: Hashable, Sendable {
        /// UTF-8 offsets in the text.
        package var text: Range<Int>
        /// Byte offsets in the original.
        package var source: Range<Int>
        /// Whether the original has the same characters here, in its own encoding.
        package var isVerbatim: Bool
    }

    /// What a range of the text was made from, part by part.
    ///
    /// - Parameter range: UTF-8 offsets in the text, at code point boundaries.
    /// - Returns: the parts in the order of the text, without those that stand for nothing.
    package func pieces(of range: Range<Int>) -> [Piece] {
        guard !range.isEmpty else { return [] }
        var pieces = [Piece(text: range, source: range, isVerbatim: true)]
        for layer in layers {
            var below: [Piece] = []
            below.reserveCapacity(pieces.count)
            for piece in pieces { layer.append(piece, to: &below) }
            pieces = below
        }
        return pieces
    }
}

extension Range<Int> {
    /// The smallest range around both.
    func hull(_ other: Range<Int>) -> Range<Int> {
        Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
    }
}
