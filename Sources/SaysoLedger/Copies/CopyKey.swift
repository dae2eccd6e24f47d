/// That a row has a key: 40 bits of the key, the row, and who speaks in it. Keys are in order of these.
struct CopyKey: Comparable {
    /// The first bits of the key, after a multiplication that spreads what is least of many.
    let hash: UInt64
    let row: Int64
    let tag: Int64

    /// How many bits of a key are kept.
    static let bits = 40
    /// How many bytes it is written with.
    static let size = 11

    init(_ key: UInt64, of row: Int64, tag: Int64) {
        (hash, self.row, self.tag) = (Self.hash(key), row, tag)
    }

    static func hash(_ key: UInt64) -> UInt64 { (key &* 0x9E37_79B9_7F4A_7C15) >> (64 - bits) }

    static func < (left: CopyKey, right: CopyKey) -> Bool {
        (left.hash, left.row) < (right.hash, right.row)
    }

    // MARK: Bytes: 5 of the hash, 4 of the row, 2 of the tag, the highest first

    init(_ bytes: UnsafeRawBufferPointer, at index: Int) {
        let start = index * Self.size
        let first = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        let last = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: start + 7, as: UInt32.self))
        hash = first >> 24
        row = Int64(first & 0xFF_FFFF) << 8 | Int64(last >> 16 & 0xFF)
        tag = Int64(Int16(truncatingIfNeeded: last))
    }

    func append(to bytes: inout [UInt8]) {
        for shift in [32, 24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: hash >> UInt64(shift))) }
        for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: row >> Int64(shift))) }
        for shift in [8, 0] { bytes.append(UInt8(truncatingIfNeeded: tag >> Int64(shift))) }
    }
}
