import CZlib

/// What decompressing some bytes came to.
enum DecompressionStatus {
    /// Some bytes were written, or all input was taken.
    case progress
    /// The compressed stream is over, and its check sum is right.
    case end
    case corrupt
}

/// Decompresses one stream, piece by piece.
protocol Decompressor: AnyObject {
    /// Decompresses some bytes.
    ///
    /// - Parameters:
    ///   - input: holds the compressed bytes.
    ///   - position: where they go on; moved past what is taken.
    ///   - output: where decompressed bytes are appended.
    ///   - count: how many are appended at most; never more than 64 KiB.
    /// - Returns: how it went.
    func decompress(
        _ input: [UInt8],
        from position: inout Int,
        into output: inout [UInt8],
        atMost count: Int
    ) -> DecompressionStatus

    /// Makes ready for another stream after the first, where the format has such.
    func startMember() -> Bool
}

/// One zlib decompression after another (RFC 1950, 1951 and 1952).
final class Inflater: Decompressor {
    /// What the compressed bytes are wrapped in; the values are zlib's window bits.
    enum Format: Int32 {
        case gzip = 31
        case zlib = 15
        case raw = -15
    }

    private let format: Format
    private let stream: UnsafeMutablePointer<z_stream>
    private let scratch: UnsafeMutableBufferPointer<UInt8>
    /// Compressed bytes taken since the last ``reset()``.
    private(set) var taken = 0
    /// Bytes written since the last ``reset()``.
    private(set) var written = 0

    init(_ format: Format) {
        self.format = format
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        scratch = .allocate(capacity: 1 << 16)
        let result = inflateInit2_(
            stream,
            format.rawValue,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        precondition(result == Z_OK, "zlib cannot be used: \(result)")
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        scratch.deallocate()
    }

    /// Makes ready for another stream.
    func reset() {
        inflateReset(stream)
        taken = 0
        written = 0
    }

    func startMember() -> Bool {
        guard format == .gzip else { return false }
        reset()
        return true
    }

    func decompress(
        _ input: [UInt8],
        from position: inout Int,
        into output: inout [UInt8],
        atMost count: Int
    ) -> DecompressionStatus {
        decompress(input, from: &position, into: &output, atMost: count, taking: .max)
    }

    /// As ``decompress(_:from:into:atMost:)``, and takes no more than so many compressed bytes.
    func decompress(
        _ input: [UInt8],
        from position: inout Int,
        into output: inout [UInt8],
        atMost count: Int,
        taking most: Int
    ) -> DecompressionStatus {
        let room = min(scratch.count, max(1, count))
        stream.pointee.next_out = scratch.baseAddress
        stream.pointee.avail_out = UInt32(room)
        let available = min(input.count - position, most, 1 << 30)
        let result = input.withUnsafeBufferPointer { buffer in
            // zlib does not write to its input; its declaration only lacks the word const.
            stream.pointee.next_in = buffer.baseAddress.map { UnsafeMutablePointer(mutating: $0 + position) }
            stream.pointee.avail_in = UInt32(available)
            return CZlib.inflate(stream, Z_NO_FLUSH)
        }
        stream.pointee.next_in = nil
        let used = available - Int(stream.pointee.avail_in)
        let made = room - Int(stream.pointee.avail_out)
        position += used
        taken += used
        written += made
        output.append(contentsOf: scratch[..<made])
        switch result {
        case Z_STREAM_END: return .end
        case Z_OK, Z_BUF_ERROR: return .progress
        default: return .corrupt
        }
    }
}
