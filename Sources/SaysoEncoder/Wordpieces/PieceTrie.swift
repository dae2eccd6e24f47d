/// The vocabulary as a tree of bytes: walking a word down it finds the longest piece that the word begins
/// with.
///
/// The edges lie in one open-addressing table keyed by node and byte, so a step is one look at one cache
/// line, and the few thousand edges that ordinary English takes stay in the cache.
struct PieceTrie: Sendable {
    /// The node that whole words and their beginnings hang from.
    static let beginning: UInt32 = 0
    /// The node that continuations (`##ing`) hang from.
    static let continuation: UInt32 = 1

    /// Key in the high half, node reached in the low half; zero where empty, since no edge reaches node 0.
    private var edges: [UInt64] = []
    /// The piece that ends at a node, or -1.
    private var ends: [Int32] = [-1, -1]
    private var shift: UInt64 = 0

    init(vocabulary: UnsafeRawBufferPointer) {
        // each byte adds at most one edge; a table at most half full keeps walks short
        var bits: UInt64 = 4
        while 1 << bits < 2 * vocabulary.count { bits += 1 }
        shift = 64 - bits
        edges = Array(repeating: 0, count: 1 << bits)

        let mark = UInt8(ascii: "#")
        for (id, line) in vocabulary.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated()
        where !line.isEmpty {
            let continues =
                line.count > 2 && line[line.startIndex] == mark && line[line.startIndex + 1] == mark
            var node = continues ? Self.continuation : Self.beginning
            for byte in continues ? line.dropFirst(2) : line { node = child(of: node, addingIfMissing: byte) }
            if ends[Int(node)] < 0 { ends[Int(node)] = Int32(truncatingIfNeeded: id) }
        }
    }

    /// The longest piece at the start of `word` below `node`, and where it ends.
    @inline(__always)
    func longestMatch(in word: UnsafeBufferPointer<UInt8>, from start: Int, below node: UInt32) -> (
        id: Int32, end: Int
    )? {
        edges.withUnsafeBufferPointer { edges in
            ends.withUnsafeBufferPointer { ends in
                var node = node
                var best: (id: Int32, end: Int)?
                for position in start..<word.count {
                    guard let next = Self.edge(from: node, by: word[position], in: edges, shift) else {
                        break
                    }
                    node = next
                    if ends[Int(node)] >= 0 { best = (ends[Int(node)], position + 1) }
                }
                return best
            }
        }
    }

    @inline(__always)
    private static func slot(of key: UInt64, _ shift: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    }

    @inline(__always)
    private static func edge(
        from node: UInt32,
        by byte: UInt8,
        in edges: UnsafeBufferPointer<UInt64>,
        _ shift: UInt64
    ) -> UInt32? {
        let key = UInt64(node) << 8 | UInt64(byte)
        var slot = slot(of: key, shift)
        while true {
            let edge = edges[slot]
            if edge == 0 { return nil }
            if edge >> 32 == key { return UInt32(truncatingIfNeeded: edge) }
            slot = (slot + 1) & (edges.count - 1)
        }
    }

    private mutating func child(of node: UInt32, addingIfMissing byte: UInt8) -> UInt32 {
        let key = UInt64(node) << 8 | UInt64(byte)
        var slot = Self.slot(of: key, shift)
        while edges[slot] != 0 {
            if edges[slot] >> 32 == key { return UInt32(truncatingIfNeeded: edges[slot]) }
            slot = (slot + 1) & (edges.count - 1)
        }
        let child = UInt32(ends.count)
        ends.append(-1)
        edges[slot] = key << 32 | UInt64(child)
        return child
    }
}
