/// Takes ranges of an article's text back to the bytes they were read from.
///
/// Decoding the original at the mapped range gives the characters of the range.
public struct OffsetMap: Sendable {
    /// How text and original lie to each other.
    enum Form: Sendable {
        /// The same bytes, after a byte order mark or none.
        case shifted(by: Int)
        /// The same bytes but for U+FFFD where they were not UTF-8.
        case repaired([Repair], start: Int)
        case utf16(start: Int, end: Int)
        case singleByte
    }

    /// One U+FFFD of the text.
    struct Repair: Sendable {
        /// Where it begins in the text.
        let text: Int
        /// The invalid bytes that it stands for.
        let source: Int
        let length: Int
    }

    let text: ArticleText
    let form: Form

    /// The range of the original's bytes that hold a range of the text.
    ///
    /// - Parameter range: UTF-8 offsets in the text, at code point boundaries.
    /// - Returns: byte offsets in the original.
    /// - Complexity: constant for UTF-8; a search in a table of one entry a kilobyte for other encodings.
    public func sourceRange(of range: Range<Int>) -> Range<Int> {
        sourceOffset(range.lowerBound)..<sourceOffset(range.upperBound)
    }

    private func sourceOffset(_ offset: Int) -> Int {
        switch form {
        case .shifted(let shift):
            return offset + shift
        case .utf16(let start, let end):
            // A surrogate without its other half became U+FFFD, which is one unit as well.
            return min(start + 2 * text.offset(offset, in: .utf16), end)
        case .singleByte:
            return text.offset(offset, in: .codePoints)
        case .repaired(let repairs, let start):
            let next = repairs.partitioningIndex { $0.text >= offset }
            guard next > 0 else { return offset + start }
            let repair = repairs[next - 1]
            let replacement = 3  // U+FFFD in UTF-8
            if offset < repair.text + replacement { return repair.source }
            return repair.source + repair.length + offset - repair.text - replacement
        }
    }
}
