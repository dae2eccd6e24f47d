import CBrotli

/// A brotli decompression (RFC 7932).
final class BrotliDecoder: Decompressor {
    private let state: OpaquePointer
    private var scratch = [UInt8](repeating: 0, count: 1 << 16)

    init() {
        guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else {
            preconditionFailure("there is no memory for a brotli decoder")
        }
        self.state = state
    }

    deinit {
        BrotliDecoderDestroyInstance(state)
    }

    /// A brotli stream is one.
    func startMember() -> Bool { false }

    func decompress(
        _ input: [UInt8],
        from position: inout Int,
        into output: inout [UInt8],
        atMost count: Int
    ) -> DecompressionStatus {
        var available = input.count - position
        var made = 0
        let result = input.withUnsafeBufferPointer { buffer in
            scratch.withUnsafeMutableBufferPointer { room in
                var next = buffer.baseAddress.map { $0 + position }
                var free = min(room.count, max(1, count))
                let size = free
                var place = room.baseAddress
                let result = BrotliDecoderDecompressStream(state, &available, &next, &free, &place, nil)
                made = size - free
                return result
            }
        }
        position = input.count - available
        output.append(contentsOf: scratch[..<made])
        switch result {
        case BROTLI_DECODER_RESULT_SUCCESS: return .end
        case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT, BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: return .progress
        default: return .corrupt
        }
    }
}
