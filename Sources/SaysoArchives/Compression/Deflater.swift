import CZlib

/// Compression with gzip.
package final class Deflater {
    private let stream: UnsafeMutablePointer<z_stream>

    /// Gets ready to compress any number of things, one after the other.
    package init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let result = deflateInit2_(
            stream,
            6,
            Z_DEFLATED,
            Inflater.Format.gzip.rawValue,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        precondition(result == Z_OK, "zlib cannot be used: \(result)")
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Makes one gzip member (RFC 1952).
    package static func gzip(_ bytes: [UInt8]) -> [UInt8] { Deflater().gzip(bytes) }

    /// Makes one gzip member (RFC 1952).
    package func gzip(_ bytes: [UInt8]) -> [UInt8] {
        deflateReset(stream)
        // Enough for anything, so one call is enough but for zlib's counting in 32 bits.
        let room = Int(deflateBound(stream, UInt(bytes.count))) + 64
        return [UInt8](unsafeUninitializedCapacity: room) { output, made in
            bytes.withUnsafeBufferPointer { input in
                var position = 0
                var isOver = false
                while !isOver {
                    let count = min(input.count - position, 1 << 30)
                    let isLast = position + count == input.count
                    stream.pointee.next_in = input.baseAddress.map {
                        UnsafeMutablePointer(mutating: $0 + position)
                    }
                    stream.pointee.avail_in = UInt32(count)
                    stream.pointee.next_out = output.baseAddress.map { $0 + made }
                    let space = min(room - made, 1 << 30)
                    stream.pointee.avail_out = UInt32(space)
                    isOver = deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH) == Z_STREAM_END
                    made += space - Int(stream.pointee.avail_out)
                    position += count - Int(stream.pointee.avail_in)
                }
            }
        }
    }
}
