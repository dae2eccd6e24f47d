/// Puts a text together out of parts of other bytes, and notes where each part came from.
package struct TextBuilder: Sendable {
    /// The text so far.
    package private(set) var bytes: [UInt8] = []
    private var segments: [OffsetMap.Layer.Segment] = []
    /// Where the last part ended in the other bytes.
    private var sourceEnd = 0

    /// Starts an empty text.
    ///
    /// - Parameter capacity: how many bytes the text will have, if that is known.
    package init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// Appends bytes as they are.
    ///
    /// - Parameters:
    ///   - range: where they are, whole code points.
    ///   - source: all of the other bytes.
    package mutating func append(verbatim range: Range<Int>, of source: [UInt8]) {
        guard !range.isEmpty else { return }
        note(.verbatim, at: range)
        bytes += source[range]
    }

    /// Appends what stands for some bytes.
    ///
    /// - Parameters:
    ///   - replacement: UTF-8, as the character of a reference, or one space for a run of white space.
    ///   - range: what it stands for; empty when it stands for nothing.
    package mutating func append(_ replacement: some Collection<UInt8>, for range: Range<Int>) {
        guard !replacement.isEmpty else { return }
        note(.replacement(of: range.count), at: range)
        bytes += replacement
    }

    /// Appends a character that stands for some bytes.
    ///
    /// - Parameters:
    ///   - scalar: the character.
    ///   - range: what it stands for.
    package mutating func append(_ scalar: Unicode.Scalar, for range: Range<Int>) {
        note(.replacement(of: range.count), at: range)
        bytes.append(codePoint: scalar.value)
    }

    /// Appends a character that is spelled in another encoding.
    ///
    /// - Parameters:
    ///   - codePoint: the character; no surrogate.
    ///   - range: its spelling, of 1 to 4 bytes.
    mutating func append(decoded codePoint: UInt32, from range: Range<Int>) {
        let upper = codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4
        note(.units(upper: upper, lower: range.count), at: range)
        bytes.append(codePoint: codePoint)
    }

    /// Appends what stands for nothing, as the blank line between paragraphs.
    package mutating func append(inserted text: some Collection<UInt8>) {
        append(text, for: sourceEnd..<sourceEnd)
    }

    /// Notes a part that is about to be appended, unless it goes on where a part of its form ended.
    private mutating func note(_ form: OffsetMap.Layer.Form, at range: Range<Int>) {
        let follows = sourceEnd == range.lowerBound && form.widths != nil && segments.last?.form == form
        sourceEnd = range.upperBound
        if follows { return }
        segments.append(
            OffsetMap.Layer.Segment(
                upper: UInt32(clamping: bytes.count),
                lower: UInt32(clamping: range.lowerBound),
                form: form
            )
        )
    }

    /// Where the text's bytes came from.
    package var layer: OffsetMap.Layer {
        OffsetMap.Layer(segments: segments, count: bytes.count)
    }
}
