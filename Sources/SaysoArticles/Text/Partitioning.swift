extension RandomAccessCollection where Index == Int {
    /// The first index whose element satisfies a predicate that all later elements satisfy too.
    ///
    /// - Parameter belongsInSecondPart: the predicate.
    /// - Returns: the index; `endIndex` when no element satisfies it.
    /// - Complexity: logarithmic in the number of elements.
    package func partitioningIndex(where belongsInSecondPart: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if belongsInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
