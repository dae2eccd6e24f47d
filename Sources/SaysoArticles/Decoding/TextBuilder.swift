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
    ///   - start: where its spelling begins.
    ///   - width: the bytes of its spelling, 1 to 4.
    @inline(__always)
    mutating func append(decoded codePoint: UInt32, from start: Int, width: Int) {
        let upper = codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4
        note(.units(upper: upper, lower: width), at: start..<start + width)
        bytes.append(codePoint: codePoint)
    }

    /// Appends bytes of a single-byte encoding, up to the first that is no character.
    ///
    /// - Parameters:
    ///   - source: all of the other bytes.
    ///   - start: the first to append.
    ///   - spellings: the UTF-8 of each byte, with its length in the highest byte; 0 when it is no character.
    /// - Returns: the index of the first byte that is no character; the end when there is none.
    mutating func append(singleByte source: [UInt8], from start: Int, spellings: [UInt32]) -> Int {
        let blockSize = 4_096
        var index = start
        var width =
            segments.last.flatMap { sourceEnd == start ? $0.form.widths : nil } ?? (upper: 0, lower: 1)
        while index < source.count {
            let end = min(index + blockSize, source.count)
            let first = bytes.count
            let block = [UInt8](unsafeUninitializedCapacity: (end - index) * 3 + 4) { output, count in
                let raw = UnsafeMutableRawBufferPointer(output)
                while index < end {
                    let spelling = spellings[Int(source[index])]
                    if spelling == 0 { break }
                    let length = Int(spelling >> 24)
                    if length != width.upper || width.lower != 1 {
                        width = (length, 1)
                        segments.append(
                            OffsetMap.Layer.Segment(
                                upper: UInt32(clamping: first + count),
                                lower: UInt32(clamping: index),
                                form: .units(upper: length, lower: 1)
                            )
                        )
                    }
                    raw.storeBytes(of: spelling.littleEndian, toByteOffset: count, as: UInt32.self)
                    count += length
                    index += 1
                }
            }
            bytes += block
            sourceEnd = index
            if index < end { break }
        }
        return index
    }

    /// Appends what stands for nothing, as the blank line between paragraphs.
    package mutating func append(inserted text: some Collection<UInt8>) {
        append(text, for: sourceEnd..<sourceEnd)
    }

    /// Notes a part that is about to be appended, unless it goes on where a part of its form ended.
    @inline(__always)
    private mutating func note(_ form: OffsetMap.Layer.Form, at range: Range<Int>) {
        let follows = sourceEnd == range.lowerBound && segments.last?.form == form && form.widths != nil
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
