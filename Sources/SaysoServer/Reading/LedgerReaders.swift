import NIOCore
import NIOPosix
import SaysoLedger
import Synchronization

/// Reads a ledger for many at once: on threads of its own, with a connection for each, so that no socket waits for
/// the disk.
final class LedgerReaders: Sendable {
    private struct State {
        var file: LedgerFileIdentity
        /// When the file was last looked at.
        var looked: ContinuousClock.Instant
        /// Connections that nobody uses now.
        var idle: [Ledger]
        /// Requests that read, or wait for it.
        var requests = 0
    }

    let path: String
    private let threads: NIOThreadPool
    private let time: TimeAmount
    private let most: Int
    private let state: Mutex<State>

    /// - Parameters:
    ///   - path: the ledger's file.
    ///   - count: how many read at once.
    ///   - time: how long one of them may, in seconds.
    /// - Throws: ``LedgerError`` when the ledger cannot be opened.
    init(_ path: String, count: Int, time: Double) throws(LedgerError) {
        self.path = path
        self.time = .milliseconds(Int64(time * 1000))
        // As many wait as are done within a second or so.
        most = count * 32
        let ledger = try Ledger(path, mode: .readOnly)
        let file = try LedgerFileIdentity(path)
        state = Mutex(State(file: file, looked: .now, idle: [ledger]))
        threads = NIOThreadPool(numberOfThreads: count)
        threads.start()
    }

    /// Ends the threads; nothing can be read afterwards.
    func stop() async throws { try await threads.shutdownGracefully() }

    /// How many requests read, or wait for it.
    var requests: Int { state.withLock { $0.requests } }

    /// Reads.
    ///
    /// - Parameter work: what to read; it is given up when it takes too long, or nobody waits for it any more.
    /// - Returns: what the work gives.
    /// - Throws: `Problem` when too many read or it takes too long; ``LedgerError`` when the file is gone or is no
    ///   ledger any more; what the work throws.
    func read<Value: Sendable>(_ work: @escaping @Sendable (Ledger) throws -> Value) async throws -> Value {
        try state.withLock { state throws(Problem) in
            guard state.requests < most else { throw .busy() }
            state.requests += 1
        }
        defer { state.withLock { $0.requests -= 1 } }
        let job = ReadingJob()
        let limit = MultiThreadedEventLoopGroup.singleton.any().scheduleTask(in: time) {
            job.giveUp(late: true)
        }
        defer { limit.cancel() }
        do {
            return try await withTaskCancellationHandler {
                try await threads.runIfActive {
                    let (ledger, file) = try self.borrow()
                    guard job.begin(ledger) else { throw CancellationError() }
                    defer {
                        job.end()
                        self.giveBack(ledger, file)
                    }
                    return try work(ledger)
                }
            } onCancel: {
                job.giveUp(late: false)
            }
        } catch {
            guard job.isLate else { throw error }
            throw Problem.busy("this took longer than the server may take; ask for less")
        }
    }

    /// A connection, and the file that it has open.
    private func borrow() throws -> (ledger: Ledger, file: LedgerFileIdentity) {
        let (idle, file) = try state.withLock { state in
            if ContinuousClock.now - state.looked >= .seconds(1) {
                let file = try LedgerFileIdentity(path)
                // Another file has taken its place: what is open is the old one.
                if file != state.file { (state.file, state.idle) = (file, []) }
                state.looked = .now
            }
            return (state.idle.popLast(), state.file)
        }
        return (try idle ?? Ledger(path, mode: .readOnly), file)
    }

    private func giveBack(_ ledger: Ledger, _ file: LedgerFileIdentity) {
        state.withLock { if file == $0.file { $0.idle.append(ledger) } }
    }
}

/// One reading, which may be given up from elsewhere.
private final class ReadingJob: Sendable {
    private struct State {
        var ledger: Ledger?
        var isGivenUp = false
        var isLate = false
    }

    private let state = Mutex(State())

    /// Whether it took too long.
    var isLate: Bool { state.withLock { $0.isLate } }

    /// Begins to read; false when it has been given up.
    func begin(_ ledger: Ledger) -> Bool {
        state.withLock { state in
            if !state.isGivenUp { state.ledger = ledger }
            return !state.isGivenUp
        }
    }

    /// Nothing is read any more.
    func end() { state.withLock { $0.ledger = nil } }

    /// Stops reading, now or before it begins.
    func giveUp(late: Bool) {
        state.withLock { state in
            (state.isGivenUp, state.isLate) = (true, late)
            state.ledger?.interrupt()
        }
    }
}
