import NIOPosix
import Synchronization

/// Threads for work that takes long, so that what is quick does not wait for it.
final class WorkThreads: TaskExecutor {
    private let threads: NIOThreadPool
    private let most: Int
    private let time: Duration
    private let count = Mutex(0)

    /// - Parameters:
    ///   - threads: how many work at once.
    ///   - most: how many pieces of work are taken on; others are refused.
    ///   - time: how long one may take, in seconds.
    init(threads: Int, most: Int, time: Double) {
        self.threads = NIOThreadPool(numberOfThreads: threads)
        (self.most, self.time) = (most, .milliseconds(Int64(time * 1000)))
        self.threads.start()
    }

    /// Ends the threads.
    func stop() async throws { try await threads.shutdownGracefully() }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedTaskExecutor()
        threads.submit { _ in job.runSynchronously(on: executor) }
    }

    /// Takes on a piece of work.
    ///
    /// - Parameter work: is cancelled when it takes too long.
    /// - Returns: what it gives.
    /// - Throws: `Problem` when there is too much to do or it takes too long; what the work throws.
    func run<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        try count.withLock { count throws(Problem) in
            guard count < most else { throw .busy() }
            count += 1
        }
        defer { count.withLock { $0 -= 1 } }
        return try await withThrowingTaskGroup(of: Value.self) { [time] group in
            group.addTask(executorPreference: self) { try await work() }
            group.addTask {
                try await Task.sleep(for: time)
                throw Problem.busy("this took longer than the server may take; hand in less at once")
            }
            defer { group.cancelAll() }
            return try await group.next()!
        }
    }
}
