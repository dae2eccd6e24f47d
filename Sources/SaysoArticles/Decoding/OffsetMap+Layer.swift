extension OffsetMap {
    /// One step from an original to a text: how the bytes above it, nearer the text, lie to those below.
    ///
    /// A table of segments that together cover the bytes above; identical bytes need none. Offsets have 32 bits:
    /// larger originals are refused before they get here.
    package struct Layer: Sendable {
        /// From its offset to the next segment's.
        struct Segment: Hashable, Sendable {
            let upper: UInt32
            let lower: UInt32
            let form: Form
        }

        /// How a segment's bytes lie to those below.
        struct Form: Hashable, Sendable {
            private let value: Int32

            /// Characters of constant widths, in bytes of 1 to 4 above and below.
            static func units(upper: Int, lower: Int) -> Form {
                Form(value: -Int32(truncatingIfNeeded: upper << 3 | lower))
            }
            /// The same bytes.
            static let verbatim = units(upper: 1, lower: 1)
            /// Together they stand for so many bytes below; for nothing when they were inserted.
            static func replacement(of count: Int) -> Form { Form(value: Int32(clamping: count)) }

            /// The widths of a run of characters; nil for a replacement.
            var widths: (upper: Int, lower: Int)? {
                value < 0 ? (Int(-value) >> 3, Int(-value) & 7) : nil
            }
            /// How many bytes a replacement stands for.
            var replaced: Int { Int(max(value, 0)) }
        }

        let segments: [Segment]
        /// The number of bytes above.
        package let count: Int

        init(segments: [Segment], count: Int) {
            self.segments = segments
            self.count = count
        }

        /// The same bytes after some that were left out.
        ///
        /// - Parameters:
        ///   - shift: the number of bytes left out in front.
        ///   - count: the number of bytes that stay.
        package init(shift: Int, count: Int) {
            let segment = Segment(upper: 0, lower: UInt32(clamping: shift), form: .verbatim)
            self.init(segments: shift == 0 || count == 0 ? [] : [segment], count: count)
        }

        /// Whether both sides are the same bytes.
        package var isIdentity: Bool {
            segments.isEmpty || segments == [Segment(upper: 0, lower: 0, form: .verbatim)]
        }

        /// Takes a piece that ends in this layer's upper bytes down to the lower ones.
        func append(_ piece: Piece, to pieces: inout [Piece]) {
            let range = piece.source.clamped(to: 0..<count)
            guard !range.isEmpty else { return }
            let follows = piece.isVerbatim && piece.text.count == piece.source.count
            let first = pieces.count
            var index = max(segments.partitioningIndex { $0.upper > range.lowerBound } - 1, 0)
            while index < segments.endIndex, segments[index].upper < range.upperBound {
                if let part = part(of: range, in: index) {
                    let start = piece.text.lowerBound - piece.source.lowerBound
                    pieces.append(
                        Piece(
                            text: follows
                                ? start + part.upper.lowerBound..<start + part.upper.upperBound : piece.text,
                            source: part.lower,
                            isVerbatim: piece.isVerbatim && part.isVerbatim
                        )
                    )
                }
                index += 1
            }
            // A replacement, or characters of another width, stay one piece.
            if !follows, pieces.count - first > 1 {
                let source = pieces[first...].reduce(pieces[first].source) { $0.hull($1.source) }
                pieces.removeSubrange(first...)
                pieces.append(Piece(text: piece.text, source: source, isVerbatim: false))
            }
        }

        /// What a segment has of a range; nil when it stands for nothing.
        private func part(
            of range: Range<Int>,
            in index: Int
        ) -> (upper: Range<Int>, lower: Range<Int>, isVerbatim: Bool)? {
            let segment = segments[index]
            let (start, end, lower) = (Int(segment.upper), self.end(of: index), Int(segment.lower))
            let upper = range.clamped(to: start..<end)
            guard let widths = segment.form.widths else {
                let replaced = segment.form.replaced
                return replaced == 0 ? nil : (upper, lower..<lower + replaced, false)
            }
            let first = (upper.lowerBound - start) / widths.upper * widths.lower
            let last = (upper.upperBound - start + widths.upper - 1) / widths.upper * widths.lower
            return (upper, lower + first..<lower + last, true)
        }

        private func end(of index: Int) -> Int {
            index + 1 < segments.endIndex ? Int(segments[index + 1].upper) : count
        }

        /// Where below an offset above lies; for bytes that stand for nothing, where they were put in.
        func lowerOffset(_ offset: Int) -> Int {
            let index = segments.partitioningIndex { $0.upper > offset } - 1
            guard index >= 0 else { return offset }
            let segment = segments[index]
            let inside = min(offset, count) - Int(segment.upper)
            guard let widths = segment.form.widths else {
                return Int(segment.lower) + (offset < count ? 0 : segment.form.replaced)
            }
            return Int(segment.lower) + inside / widths.upper * widths.lower
        }
    }
}
