import Hummingbird
import NIOCore

extension ResponseBody {
    private static let slice = 64 << 10
    /// What is larger goes out in slices.
    private static let most = 256 << 10

    /// A body that is sent in slices where it is large: each that is taken shows ``ConnectionGuard`` that the
    /// client is there.
    ///
    /// - Parameter buffer: all of it.
    init(slicing buffer: ByteBuffer) {
        guard buffer.readableBytes > Self.most else {
            self.init(byteBuffer: buffer)
            return
        }
        self.init(contentLength: buffer.readableBytes) { writer in
            var rest = buffer
            while let slice = rest.readSlice(length: min(Self.slice, rest.readableBytes)),
                slice.readableBytes > 0
            {
                try await writer.write(slice)
            }
            try await writer.finish(nil)
        }
    }
}
