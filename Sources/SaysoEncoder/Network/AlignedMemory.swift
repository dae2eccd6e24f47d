/// A block of memory that begins at a cache line.
///
/// Swift's arrays begin 32 bytes past one, which would make every vector of 64 bytes straddle two lines.
///
/// It is unchecked because the compiler can't see what keeps it safe: weights are written before their block
/// is shared and never again, and a call's scratch isn't shared at all.
final class AlignedMemory: @unchecked Sendable {
    let start: UnsafeMutableRawPointer

    init(byteCount: Int) {
        start = .allocate(byteCount: max(byteCount, 64), alignment: 64)
        start.initializeMemory(as: UInt8.self, repeating: 0, count: max(byteCount, 64))
    }

    deinit { start.deallocate() }

    /// The memory from `byte` on as values of some type.
    func pointer<Value>(at byte: Int = 0, as type: Value.Type = Value.self) -> UnsafeMutablePointer<Value> {
        (start + byte).assumingMemoryBound(to: type)
    }
}

extension Int {
    /// The next multiple of `unit`.
    func roundedUp(to unit: Int) -> Int {
        (self + unit - 1) / unit * unit
    }
}
