import CZlib

/// Compression with gzip.
enum Deflater {
    /// Makes one gzip member (RFC 1952).
    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        let result = deflateInit2_(
            &stream,
            6,
            Z_DEFLATED,
            Inflater.Format.gzip.rawValue,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        precondition(result == Z_OK, "zlib cannot be used: \(result)")
        defer { deflateEnd(&stream) }
        var output: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 1 << 16)
        var position = 0
        var isOver = false
        while !isOver {
            // zlib counts in 32 bits.
            let count = min(bytes.count - position, 1 << 30)
            let isLast = position + count == bytes.count
            let made = bytes.withUnsafeBufferPointer { input in
                room.withUnsafeMutableBufferPointer { buffer in
                    stream.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0 + position) }
                    stream.avail_in = UInt32(count)
                    stream.next_out = buffer.baseAddress
                    stream.avail_out = UInt32(buffer.count)
                    isOver = deflate(&stream, isLast ? Z_FINISH : Z_NO_FLUSH) == Z_STREAM_END
                    return buffer.count - Int(stream.avail_out)
                }
            }
            position += count - Int(stream.avail_in)
            output += room[..<made]
        }
        return output
    }
}
