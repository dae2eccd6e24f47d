#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Boosted trees that make a probability of a block's measures.
struct BodyModel: Sendable {
    private struct Node {
        let measure: Int32
        let threshold: Float
        /// Where the walk goes on below or at the threshold, and above it; a leaf's index, inverted, at its end.
        let left: Int32
        let right: Int32
    }

    private var nodes: [Node] = []
    private var leaves: [Float] = []
    private var roots: [Int32] = []

    /// - Parameter text: a tree a line, its nodes parted by `;`: the measure's number, the threshold, and the two
    ///   children, each a node's number or `=` and what the leaf adds.
    init(_ text: String) {
        for line in text.split(separator: "\n") {
            let first = Int32(nodes.count)
            func child(_ text: Substring) -> Int32 {
                guard text.first == "=" else { return first + (Int32(text) ?? 0) }
                leaves.append(Float(text.dropFirst()) ?? 0)
                return ~Int32(leaves.count - 1)
            }
            if line.first == "=" {
                roots.append(child(line))
                continue
            }
            roots.append(first)
            for node in line.split(separator: ";") {
                let parts = node.split(separator: " ")
                nodes.append(
                    Node(
                        measure: Int32(parts[0]) ?? 0,
                        threshold: Float(parts[1]) ?? 0,
                        left: child(parts[2]),
                        right: child(parts[3])
                    )
                )
            }
        }
    }

    /// How probably a block with such measures belongs to the article.
    func probability(_ values: UnsafeBufferPointer<Float>) -> Float {
        var sum: Float = 0
        nodes.withUnsafeBufferPointer { nodes in
            for root in roots {
                var index = root
                while index >= 0 {
                    let node = nodes[Int(index)]
                    index = values[Int(node.measure)] <= node.threshold ? node.left : node.right
                }
                sum += leaves[Int(~index)]
            }
        }
        return 1 / (1 + exp(-sum))
    }
}
