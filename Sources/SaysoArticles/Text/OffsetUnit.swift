/// What an offset counts.
public enum OffsetUnit: String, Hashable, Sendable, CaseIterable {
    /// Bytes of UTF-8, as everywhere inside this package.
    case utf8
    /// Unicode code points, as Python and most annotation formats count.
    case codePoints = "codepoint"
    /// UTF-16 code units, as JavaScript counts.
    case utf16
}

/// Counts of code points and UTF-16 units up to each kilobyte of a text, so that conversion is quick.
struct UnitIndex: Sendable {
    private static let step = 1024

    /// What comes before each multiple of `step` bytes.
    private let counts: [(codePoints: Int, utf16: Int)]

    /// Makes the table; nil when the text is ASCII, where all units agree.
    init?(_ utf8: [UInt8]) {
        let isASCII = utf8.withUnsafeBufferPointer { $0.reduce(UInt8(0), |) } < 0x80
        guard !isASCII else { return nil }
        var counts: [(codePoints: Int, utf16: Int)] = []
        counts.reserveCapacity(utf8.count / Self.step + 1)
        var total = (codePoints: 0, utf16: 0)
        for start in stride(from: 0, to: utf8.count + 1, by: Self.step) {
            counts.append(total)
            let units = Self.units(in: utf8, start..<min(start + Self.step, utf8.count))
            total = (total.codePoints + units.codePoints, total.utf16 + units.utf16)
        }
        self.counts = counts
    }

    func units(before offset: Int, in unit: OffsetUnit, utf8: [UInt8]) -> Int {
        let block = offset / Self.step
        let rest = Self.units(in: utf8, block * Self.step..<offset)
        return unit == .utf16 ? counts[block].utf16 + rest.utf16 : counts[block].codePoints + rest.codePoints
    }

    func utf8Offset(of count: Int, in unit: OffsetUnit, utf8: [UInt8]) -> Int? {
        let before = { (index: Int) in
            unit == .utf16 ? counts[index].utf16 : counts[index].codePoints
        }
        let block = counts.indices.partitioningIndex { before($0) > count } - 1
        var (offset, units) = (block * Self.step, before(block))
        while true {
            // A code point that began in the block before has been counted there.
            while offset < utf8.count, utf8[offset] & 0xC0 == 0x80 { offset += 1 }
            if units == count { return offset }
            guard units < count, offset < utf8.count else { return nil }
            units += unit == .utf16 && utf8[offset] >= 0xF0 ? 2 : 1
            offset += 1
        }
    }

    /// Code points that begin in a range of bytes, and the UTF-16 units they make.
    private static func units(in utf8: [UInt8], _ range: Range<Int>) -> (codePoints: Int, utf16: Int) {
        utf8.withUnsafeBufferPointer { bytes in
            var (codePoints, supplementary) = (0, 0)
            for byte in bytes[range] {
                codePoints &+= byte & 0xC0 != 0x80 ? 1 : 0
                supplementary &+= byte >= 0xF0 ? 1 : 0
            }
            return (codePoints, codePoints &+ supplementary)
        }
    }
}
