/// That a row has a key: 32 bits of the key, the row, and who speaks in it. Keys are in order of these.
struct CopyKey: Comparable {
    /// The first bits of the key, after a multiplication that spreads what is least of many.
    let hash: UInt64
    let row: Int64
    let tag: UInt8

    /// How many bits of a key are kept.
    static let bits = 32

    init(_ key: UInt64, of row: Int64, tag: UInt8) {
        (hash, self.row, self.tag) = (Self.hash(key), row, tag)
    }

    static func hash(_ key: UInt64) -> UInt64 { (key &* 0x9E37_79B9_7F4A_7C15) >> (64 - bits) }

    static func < (left: CopyKey, right: CopyKey) -> Bool {
        (left.hash, left.row) < (right.hash, right.row)
    }
}

/// Keys with the same first bits, as they are written: in as many bytes as it takes the other bits of the hash, 4 of the
/// row, and the tag, the highest first.
struct CopyKeyBlock {
    /// The first bits.
    let number: UInt64
    /// How many these are.
    let bits: Int

    /// Whether a hash begins with the block's bits.
    func has(_ hash: UInt64) -> Bool { hash >> UInt64(CopyKey.bits - bits) == number }

    /// Whether a hash belongs into a block before this one.
    func isBehind(_ hash: UInt64) -> Bool { hash >> UInt64(CopyKey.bits - bits) < number }

    private var hashSize: Int { (CopyKey.bits - bits + 7) / 8 }
    /// The bytes of a key.
    private var size: Int { hashSize + 5 }

    /// How many keys some bytes have.
    func count(_ bytes: UnsafeRawBufferPointer) -> Int { bytes.count / size }

    /// Finds the keys with a hash.
    func find(_ hash: UInt64, in bytes: UnsafeRawBufferPointer) -> [CopyKey] {
        let count = count(bytes)
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self.hash(bytes, at: middle) < hash { low = middle + 1 } else { high = middle }
        }
        var found: [CopyKey] = []
        while low < count, self.hash(bytes, at: low) == hash {
            found.append(key(bytes, at: low))
            low += 1
        }
        return found
    }

    /// Reads the hash of a key.
    private func hash(_ bytes: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
        let start = index * size
        var rest: UInt64 = 0
        for offset in start..<start + hashSize { rest = rest << 8 | UInt64(bytes[offset]) }
        // A damaged file may say anything.
        return number << UInt64(CopyKey.bits - bits) | rest & (1 << UInt64(CopyKey.bits - bits) - 1)
    }

    /// Reads a key.
    func key(_ bytes: UnsafeRawBufferPointer, at index: Int) -> CopyKey {
        let start = index * size + hashSize
        return CopyKey(
            hash: hash(bytes, at: index),
            row: Int64(UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self))),
            tag: bytes[start + 4]
        )
    }

    /// Writes keys.
    func bytes(_ keys: ArraySlice<CopyKey>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(keys.count * size)
        for key in keys {
            for index in (0..<hashSize).reversed() {
                bytes.append(UInt8(truncatingIfNeeded: key.hash >> UInt64(8 * index)))
            }
            for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: key.row >> Int64(shift))) }
            bytes.append(key.tag)
        }
        return bytes
    }
}

extension CopyKey {
    fileprivate init(hash: UInt64, row: Int64, tag: UInt8) {
        (self.hash, self.row, self.tag) = (hash, row, tag)
    }
}
