/// Which words of two runs correspond: a longest common subsequence.
struct WordAlignment {
    /// Pairs of word indices, rising on both sides.
    let pairs: [(first: Int, second: Int)]

    /// Aligns two runs of words; runs whose product passes four million are aligned at their equal ends only.
    ///
    /// - Complexity: the product of the lengths, or their sum when the words are all the same.
    init(_ first: Range<Int>, _ second: Range<Int>, of hashes: [UInt32]) {
        var pairs: [(first: Int, second: Int)] = []
        var (low, high) = (0, 0)
        let shorter = min(first.count, second.count)
        while low < shorter, hashes[first.lowerBound + low] == hashes[second.lowerBound + low] {
            pairs.append((first.lowerBound + low, second.lowerBound + low))
            low += 1
        }
        while high < shorter - low,
            hashes[first.upperBound - 1 - high] == hashes[second.upperBound - 1 - high]
        {
            high += 1
        }
        let firstRest = first.lowerBound + low..<first.upperBound - high
        let secondRest = second.lowerBound + low..<second.upperBound - high
        if firstRest.count * secondRest.count <= 4_000_000 {
            pairs += Self.middle(firstRest, secondRest, of: hashes)
        }
        for index in 0..<high { pairs.append((firstRest.upperBound + index, secondRest.upperBound + index)) }
        self.pairs = pairs
    }

    private static func middle(
        _ first: Range<Int>,
        _ second: Range<Int>,
        of hashes: [UInt32]
    ) -> [(first: Int, second: Int)] {
        guard !first.isEmpty, !second.isEmpty else { return [] }
        let width = second.count + 1
        // lengths[i, j]: the longest common subsequence of the words from i and from j on.
        var lengths = [UInt16](repeating: 0, count: (first.count + 1) * width)
        for i in (0..<first.count).reversed() {
            for j in (0..<second.count).reversed() {
                let isSame = hashes[first.lowerBound + i] == hashes[second.lowerBound + j]
                lengths[i * width + j] =
                    isSame
                    ? lengths[(i + 1) * width + j + 1] + 1
                    : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
        var pairs: [(first: Int, second: Int)] = []
        var (i, j) = (0, 0)
        while i < first.count, j < second.count {
            if hashes[first.lowerBound + i] == hashes[second.lowerBound + j] {
                pairs.append((first.lowerBound + i, second.lowerBound + j))
                i += 1
                j += 1
            } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return pairs
    }
}
