/// Where an archive's bytes come from: read from the beginning to the end, and elsewhere where that is possible.
public protocol ByteSource {
    /// Appends some more bytes.
    ///
    /// - Parameter bytes: where they are appended; some ten thousand a call are right.
    /// - Returns: how many; zero at the end.
    /// - Throws: why there are no more.
    mutating func read(into bytes: inout [UInt8]) throws(ArchiveError) -> Int

    /// How many bytes there are; `nil` where only the end will tell.
    var size: Int? { get }

    /// Reads elsewhere, without moving the place at which ``read(into:)`` goes on. WACZ files need it.
    ///
    /// - Parameters:
    ///   - offset: the place of the first byte.
    ///   - count: how many bytes; fewer are returned only at the end.
    /// - Returns: the bytes; `nil` where only the next bytes can be read, as from a pipe.
    /// - Throws: why they cannot be read.
    func read(at offset: Int, count: Int) throws(ArchiveError) -> [UInt8]?
}

extension ByteSource {
    /// Not known.
    public var size: Int? { nil }

    /// Not possible.
    public func read(at offset: Int, count: Int) throws(ArchiveError) -> [UInt8]? { nil }
}

/// Bytes in memory.
public struct MemorySource: ByteSource {
    private let bytes: [UInt8]
    private let chunk: Int
    private var position = 0

    /// Reads an array.
    ///
    /// - Parameters:
    ///   - bytes: the array.
    ///   - chunk: how many bytes one call reads at most.
    public init(_ bytes: [UInt8], chunk: Int = 1 << 16) {
        self.bytes = bytes
        self.chunk = chunk
    }

    /// How many bytes there are.
    public var size: Int? { bytes.count }

    /// Appends the next chunk.
    public mutating func read(into other: inout [UInt8]) throws(ArchiveError) -> Int {
        let count = min(chunk, bytes.count - position)
        other.append(contentsOf: bytes[position..<position + count])
        position += count
        return count
    }

    /// Reads elsewhere.
    public func read(at offset: Int, count: Int) throws(ArchiveError) -> [UInt8]? {
        let start = min(max(0, offset), bytes.count)
        return Array(bytes[start..<start + min(max(0, count), bytes.count - start)])
    }
}
