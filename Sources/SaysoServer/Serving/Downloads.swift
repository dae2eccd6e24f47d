import Dispatch
import Hummingbird
import NIOPosix
import Synchronization

/// Long answers that are written on threads of their own while they are sent: the writer waits for the client, so
/// that neither takes more memory than some pieces.
final class Downloads: Sendable {
    private let threads: NIOThreadPool
    private let most: Int
    private let patience: Double
    private let count = Mutex(0)

    /// - Parameters:
    ///   - most: how many at once; more are refused.
    ///   - patience: for how many seconds a client may take nothing.
    init(most: Int, patience: Double) {
        (self.most, self.patience) = (most, patience)
        threads = NIOThreadPool(numberOfThreads: most)
        threads.start()
    }

    /// Ends the threads.
    func stop() async throws { try await threads.shutdownGracefully() }

    /// Begins to write.
    ///
    /// - Parameter work: hands over bytes, in order.
    /// - Returns: the body, as soon as there is something of it.
    /// - Throws: `Problem` when there are too many downloads; what the work throws before it has handed over bytes.
    func body(_ work: @escaping @Sendable (([UInt8]) throws -> Void) throws -> Void) async throws
        -> ResponseBody
    {
        try count.withLock { count throws(Problem) in
            guard count < most else { throw .busy("others are downloading; ask again in a moment") }
            count += 1
        }
        let pipe = Pipe(patience: patience)
        threads.submit { [self] _ in
            defer { count.withLock { $0 -= 1 } }
            pipe.fill(work)
        }
        var iterator = pipe.pieces.makeAsyncIterator()
        let first = try await iterator.next()
        return ResponseBody { writer in
            if let first { try await writer.write(first) }
            pipe.makeRoom()
            for try await piece in pipe.pieces {
                try await writer.write(piece)
                pipe.makeRoom()
            }
            try await writer.finish(nil)
        }
    }
}

/// Pieces on their way from a thread to a client.
private final class Pipe: Sendable {
    private static let size = 64 << 10
    /// Pieces that are written ahead of what was sent.
    private static let ahead = 4

    let pieces: AsyncThrowingStream<ByteBuffer, any Error>
    private let continuation: AsyncThrowingStream<ByteBuffer, any Error>.Continuation
    private let patience: Double
    private let isOver = Mutex(false)
    // It may only be let go with as much in it as it began with.
    private let room = DispatchSemaphore(value: 0)

    init(patience: Double) {
        self.patience = patience
        (pieces, continuation) = AsyncThrowingStream.makeStream()
        for _ in 0..<Self.ahead { room.signal() }
        continuation.onTermination = { [weak self] _ in
            self?.isOver.withLock { $0 = true }
            self?.room.signal()
        }
    }

    /// A piece was sent.
    func makeRoom() { room.signal() }

    /// Writes all pieces; waits where too many are not sent yet.
    func fill(_ work: (([UInt8]) throws -> Void) throws -> Void) {
        var buffer: [UInt8] = []
        func send() throws {
            guard room.wait(timeout: .now() + patience) == .success, !isOver.withLock({ $0 }) else {
                throw CancellationError()
            }
            continuation.yield(ByteBuffer(bytes: buffer))
            buffer.removeAll(keepingCapacity: true)
        }
        do {
            try work { bytes in
                buffer += bytes
                if buffer.count >= Self.size { try send() }
            }
            try send()
            continuation.finish()
        } catch { continuation.finish(throwing: error) }
    }
}
