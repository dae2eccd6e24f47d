/// How much a body may hold and how much it may grow by decompression, against bytes that are meant to fill memory.
public struct DecodingLimits: Hashable, Sendable {
    /// How many bytes a decoded body, or a record as it is stored, may have. 64 MiB.
    public var size: Int
    /// How many bytes one compressed byte may become, past the first ``allowance``. 1,000, which deflate reaches only
    /// with one byte value without an end.
    public var ratio: Int
    /// How many decoded bytes are not held against ``ratio``. 1 MiB.
    public var allowance: Int

    /// Sets limits.
    public init(size: Int = 64 << 20, ratio: Int = 1_000, allowance: Int = 1 << 20) {
        self.size = size
        self.ratio = ratio
        self.allowance = allowance
    }

    /// Whether so few bytes may not become so many.
    func isBomb(taken: Int, written: Int) -> Bool {
        written > allowance && written / max(1, ratio) > taken
    }
}
