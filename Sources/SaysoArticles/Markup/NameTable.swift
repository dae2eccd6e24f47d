/// Numbers for the names of elements, upper and lower case alike, in linear time whatever names a page invents.
struct NameTable {
    /// Numbers below this are raw values of `Tag`.
    static let known = Int32(Tag.allCases.count)

    private struct Entry {
        let hash: UInt64
        let number: Int32
        /// Where the name was first seen; for known names, an index of `Tag`.
        let start: Int32
        let length: Int32
    }

    private static let tags: [(name: [UInt8], tag: Tag)] = Tag.allCases.filter { $0 > .other }.map {
        (Array($0.spelling.utf8), $0)
    }
    private static let initial: NameTable = {
        var table = NameTable(slots: Array(repeating: -1, count: 1024), entries: [])
        for (index, entry) in tags.enumerated() {
            let hash = entry.name.withUnsafeBufferPointer { NameTable.hash($0) }
            table.add(
                Entry(
                    hash: hash,
                    number: Int32(entry.tag.rawValue),
                    start: Int32(index),
                    length: Int32(entry.name.count)
                )
            )
        }
        return table
    }()

    /// Indices of `entries`, -1 where there is none; open addressing.
    private var slots: [Int32]
    private var entries: [Entry]

    private init(slots: [Int32], entries: [Entry]) {
        (self.slots, self.entries) = (slots, entries)
    }

    /// A table of the known names.
    init() { self = Self.initial }

    /// How many numbers there are.
    var count: Int { Int(Self.known) + entries.count - Self.tags.count }

    /// The number of a name, a new one when it was not seen before.
    ///
    /// - Parameters:
    ///   - range: where the name stands.
    ///   - source: the page, the same at each call.
    /// - Returns: the raw value of a `Tag`, or a number above all of them.
    mutating func number(of range: Range<Int>, in source: UnsafeBufferPointer<UInt8>) -> Int32 {
        let name = UnsafeBufferPointer(rebasing: source[range])
        let hash = Self.hash(name)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 {
            let entry = entries[Int(slots[slot])]
            if entry.hash == hash, Int(entry.length) == name.count, Self.matches(entry, name, in: source) {
                return entry.number
            }
            slot = (slot + 1) & mask
        }
        let number = Int32(count)
        add(Entry(hash: hash, number: number, start: Int32(range.lowerBound), length: Int32(range.count)))
        return number
    }

    private static func matches(
        _ entry: Entry,
        _ name: UnsafeBufferPointer<UInt8>,
        in source: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        if entry.number < known {
            return tags[Int(entry.start)].name.withUnsafeBufferPointer { isEqual($0, name) }
        }
        let start = Int(entry.start)
        return isEqual(UnsafeBufferPointer(rebasing: source[start..<start + Int(entry.length)]), name)
    }

    private static func isEqual(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>)
        -> Bool
    {
        for index in one.indices where one[index].lowercasedASCII != other[index].lowercasedASCII {
            return false
        }
        return true
    }

    private mutating func add(_ entry: Entry) {
        if entries.count * 2 >= slots.count { grow() }
        entries.append(entry)
        place(Int32(entries.count - 1))
    }

    private mutating func place(_ index: Int32) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: entries[Int(index)].hash) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = index
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for index in entries.indices { place(Int32(index)) }
    }

    /// A hash of a name in lower case, seeded anew in each process so that no page can make names collide.
    @inline(__always)
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = seed
        for byte in name {
            hash = (hash ^ UInt64(byte.lowercasedASCII)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
        return hash
    }

    private static let seed = UInt64.random(in: 0...UInt64.max)
}

extension Tag: Comparable {
    package static func < (one: Tag, other: Tag) -> Bool { one.rawValue < other.rawValue }
}

extension UInt8 {
    /// The letter in lower case; any other byte as it is.
    @inline(__always)
    var lowercasedASCII: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

    /// Whether it is white space between tags' parts.
    @inline(__always)
    var isMarkupSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C }

    @inline(__always)
    var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}
