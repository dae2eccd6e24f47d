/// An article's text: one buffer of valid UTF-8 that never changes.
///
/// Every range in this package is a half-open range of byte offsets in such a buffer.
public struct ArticleText: Sendable, CustomStringConvertible {
    /// The text's UTF-8 bytes.
    public let utf8: [UInt8]
    private let index: UnitIndex?

    /// Takes bytes that are known to be valid UTF-8.
    package init(validUTF8 utf8: [UInt8]) {
        self.utf8 = utf8
        index = UnitIndex(utf8)
    }

    /// The text's length in UTF-8 bytes.
    public var count: Int { utf8.count }

    /// The whole text as a string; this copies it.
    public var description: String { self[0..<count] }

    /// The characters of a range, copied.
    ///
    /// - Parameter range: UTF-8 offsets, at code point boundaries.
    public subscript(range: Range<Int>) -> String {
        String(decoding: utf8[range], as: UTF8.self)
    }

    /// Converts an offset in UTF-8 bytes to another unit.
    ///
    /// - Parameters:
    ///   - offset: a UTF-8 offset at a code point boundary, up to and including `count`.
    ///   - unit: what to count in.
    /// - Returns: the number of units before the offset.
    /// - Complexity: constant; a text of nothing but ASCII needs no table.
    public func offset(_ offset: Int, in unit: OffsetUnit) -> Int {
        guard let index, unit != .utf8 else { return offset }
        return index.units(before: offset, in: unit, utf8: utf8)
    }

    /// Converts a range of UTF-8 bytes to another unit.
    ///
    /// - Parameters:
    ///   - range: UTF-8 offsets at code point boundaries.
    ///   - unit: what to count in.
    /// - Returns: the same range in that unit.
    public func range(_ range: Range<Int>, in unit: OffsetUnit) -> Range<Int> {
        offset(range.lowerBound, in: unit)..<offset(range.upperBound, in: unit)
    }

    /// Converts an offset in another unit to UTF-8 bytes.
    ///
    /// - Parameters:
    ///   - count: the number of units before the offset.
    ///   - unit: what `count` counts in.
    /// - Returns: the UTF-8 offset; nil when the text is shorter or the place lies inside a code point.
    /// - Complexity: logarithmic in the text's length.
    public func utf8Offset(of count: Int, in unit: OffsetUnit) -> Int? {
        guard count >= 0 else { return nil }
        guard let index, unit != .utf8 else { return isBoundary(count) ? count : nil }
        return index.utf8Offset(of: count, in: unit, utf8: utf8)
    }

    /// Whether a UTF-8 offset lies between code points (or at either end).
    package func isBoundary(_ offset: Int) -> Bool {
        offset == count || (offset >= 0 && offset < count && utf8[offset] & 0xC0 != 0x80)
    }
}
