import Hummingbird
import NIOCore
import NIOPosix
import SaysoLedger
import Synchronization

/// Reads a ledger for many at once: on threads of its own, with a connection for each, so that no socket waits for
/// the disk.
final class LedgerReaders: Sendable {
    /// An open file.
    private struct Connection {
        let ledger: Ledger
        let file: LedgerFileIdentity
        /// SQLite's count of what others have written, as it was last seen here.
        var version: Int?
    }

    private struct State {
        var file: LedgerFileIdentity
        /// When the file was last looked at.
        var looked: ContinuousClock.Instant
        /// Connections that nobody uses now.
        var idle: [Connection]
        /// What was answered while the ledger was as it is now, as far as anybody has noticed.
        var answers = KnownAnswers()
        /// Requests that read, or wait for it.
        var requests = 0
    }

    let path: String
    private let threads: NIOThreadPool
    private let time: TimeAmount
    private let most: Int
    private let cacheBytes: Int
    private let state: Mutex<State>

    /// - Parameters:
    ///   - path: the ledger's file.
    ///   - count: how many read at once.
    ///   - time: how long one of them may, in seconds.
    ///   - cacheBytes: how much of the ledger they may keep in memory, together.
    /// - Throws: ``LedgerError`` when the ledger cannot be opened.
    init(_ path: String, count: Int, time: Double, cacheBytes: Int = 64 << 20) throws(LedgerError) {
        (self.path, self.cacheBytes) = (path, cacheBytes / count)
        self.time = .milliseconds(Int64(time * 1000))
        // As many wait as are done within a second or so.
        most = count * 32
        let ledger = try Ledger(path, mode: .readOnly, cacheBytes: self.cacheBytes)
        let file = try LedgerFileIdentity(path)
        state = Mutex(State(file: file, looked: .now, idle: [Connection(ledger: ledger, file: file)]))
        threads = NIOThreadPool(numberOfThreads: count)
        threads.start()
    }

    /// Ends the threads and closes the file; nothing can be read afterwards.
    func stop() async throws {
        try await threads.shutdownGracefully()
        let idle = state.withLock { state in
            defer { state.idle = [] }
            return state.idle
        }
        for connection in idle { try connection.ledger.close() }
    }

    /// How many requests read, or wait for it.
    var requests: Int { state.withLock { $0.requests } }

    /// Reads.
    ///
    /// - Parameter work: what to read; it is given up when it takes too long, or nobody waits for it any more.
    /// - Returns: what the work gives.
    /// - Throws: `Problem` when too many read or it takes too long; ``LedgerError`` when the file is gone or is no
    ///   ledger any more; what the work throws.
    func read<Value: Sendable>(_ work: @escaping @Sendable (Ledger) throws -> Value) async throws -> Value {
        try await run { try work($0.ledger) }
    }

    /// Answers a request with what is read, or with what was answered to the same request since the ledger was last
    /// written.
    ///
    /// - Parameters:
    ///   - request: asks for nothing but what its address says.
    ///   - work: what to read.
    /// - Returns: the answer.
    /// - Throws: what ``read(_:)`` throws.
    func answer(_ request: Request, _ work: @escaping @Sendable (Ledger) throws -> Representation)
        async throws
        -> Response
    {
        let key = "\(request.head.authority ?? "") \(request.uri)"
        return try await run { (connection: inout Connection) -> Representation in
            let generation = try self.generation(&connection)
            if let known = self.state.withLock({ $0.answers[key] }) { return known }
            let answer = try work(connection.ledger)
            self.state.withLock { $0.answers.keep(answer, for: key, generation) }
            return answer
        }.response(to: request)
    }

    /// What the ledger is like now: another number when it may be otherwise than before.
    private func generation(_ connection: inout Connection) throws -> Int {
        let version = try connection.ledger.version()
        defer { connection.version = version }
        return state.withLock { [connection] state in
            if connection.version != version { state.answers.forget() }
            return state.answers.generation
        }
    }

    private func run<Value: Sendable>(_ work: @escaping @Sendable (inout Connection) throws -> Value)
        async throws -> Value
    {
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
                    var connection = try self.borrow()
                    guard job.begin(connection.ledger) else {
                        self.giveBack(connection)
                        throw CancellationError()
                    }
                    defer {
                        job.end()
                        self.giveBack(connection)
                    }
                    return try work(&connection)
                }
            } onCancel: {
                job.giveUp(late: false)
            }
        } catch {
            guard job.isLate else { throw error }
            throw Problem.busy("this took longer than the server may take; ask for less")
        }
    }

    private func borrow() throws -> Connection {
        let (idle, file) = try state.withLock { state in
            if ContinuousClock.now - state.looked >= .seconds(1) {
                let file = try LedgerFileIdentity(path)
                // Another file has taken its place: what is open is the old one.
                if file != state.file {
                    (state.file, state.idle) = (file, [])
                    state.answers.forget()
                }
                state.looked = .now
            }
            return (state.idle.popLast(), state.file)
        }
        if let idle { return idle }
        return Connection(ledger: try Ledger(path, mode: .readOnly, cacheBytes: cacheBytes), file: file)
    }

    private func giveBack(_ connection: Connection) {
        state.withLock { if connection.file == $0.file { $0.idle.append(connection) } }
    }
}

/// Answers that hold as long as the ledger is as it was; those that were given first go first.
private struct KnownAnswers {
    private static let mostBytes = 32 << 20
    private static let mostBytesOfOne = 256 << 10

    /// Counts how often the ledger was seen to be otherwise.
    private(set) var generation = 0
    private var answers: [String: Representation] = [:]
    private var order: ArraySlice<String> = []
    private var size = 0

    subscript(key: String) -> Representation? { answers[key] }

    /// Keeps an answer, unless the ledger was seen to change since it was begun.
    mutating func keep(_ answer: Representation, for key: String, _ generation: Int) {
        let bytes = answer.bytes.count + key.utf8.count
        guard generation == self.generation, bytes <= Self.mostBytesOfOne, answers[key] == nil else { return }
        while size + bytes > Self.mostBytes, let first = order.popFirst() {
            size -= (answers.removeValue(forKey: first)?.bytes.count ?? 0) + first.utf8.count
        }
        answers[key] = answer
        order.append(key)
        size += bytes
    }

    mutating func forget() {
        generation += 1
        (answers, order, size) = ([:], [], 0)
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
        let isReading = state.withLock { state in
            if !state.isGivenUp { (state.isGivenUp, state.isLate) = (true, late) }
            state.ledger?.interrupt()
            return state.ledger != nil
        }
        guard isReading else { return }
        // Between two of its statements SQLite takes no notice, so it is told until nobody reads.
        MultiThreadedEventLoopGroup.singleton.any().scheduleTask(in: .milliseconds(20)) {
            self.giveUp(late: late)
        }
    }
}
