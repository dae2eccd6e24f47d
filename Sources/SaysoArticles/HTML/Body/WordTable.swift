/// A word's hash, made byte by byte (FNV-1a).
struct WordHash {
    private(set) var value: UInt32 = 2_166_136_261

    @inline(__always)
    mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 16_777_619 }

    init() {}

    /// The hash of a word's UTF-8.
    init(_ word: some StringProtocol) {
        for byte in word.utf8 { add(byte) }
    }
}

/// What words mean, by their hashes: a small table that is looked up for every word of a page.
///
/// Two words with the same hash are one here, so a stranger's word may be taken for one of the table's, about
/// once in ten million times.
struct WordTable<Value: FixedWidthInteger & Sendable>: Sendable {
    private var slots: [(hash: UInt32, value: Value)]
    private var isTaken: [Bool]
    private(set) var count = 0

    init() {
        slots = Array(repeating: (0, 0), count: 64)
        isTaken = Array(repeating: false, count: 64)
    }

    /// A table of groups of words, parted by spaces; what a word means in several groups is united bit by bit.
    init(_ groups: [(Value, String)]) {
        self.init()
        for (value, words) in groups {
            for word in words.split(whereSeparator: \.isWhitespace) { unite(value, at: WordHash(word).value) }
        }
    }

    private func slot(of hash: UInt32) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash &* 2_654_435_769 >> 7) & mask
        while isTaken[slot], slots[slot].hash != hash { slot = (slot + 1) & mask }
        return slot
    }

    /// What a word means, nil when it is not in the table.
    subscript(hash: UInt32) -> Value? {
        let slot = slot(of: hash)
        return isTaken[slot] ? slots[slot].value : nil
    }

    /// Adds bits to what a word means.
    mutating func unite(_ value: Value, at hash: UInt32) { set(hash, (self[hash] ?? 0) | value) }

    /// Sets what a word means.
    mutating func set(_ hash: UInt32, _ value: Value) {
        if count * 2 >= slots.count { grow() }
        let slot = slot(of: hash)
        if !isTaken[slot] { count += 1 }
        isTaken[slot] = true
        slots[slot] = (hash, value)
    }

    private mutating func grow() {
        let old = zip(slots, isTaken).filter(\.1).map(\.0)
        slots = Array(repeating: (0, 0), count: slots.count * 4)
        isTaken = Array(repeating: false, count: slots.count)
        for entry in old {
            let slot = slot(of: entry.hash)
            isTaken[slot] = true
            slots[slot] = entry
        }
    }
}
