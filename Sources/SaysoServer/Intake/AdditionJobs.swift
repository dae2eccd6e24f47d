import HTTPTypes
import SaysoLedger
import Synchronization

/// What is added while nobody waits for it: one thing after the other, looked at by its name meanwhile.
///
/// A page or a program hands in with ``start(_:)``, gets the name of a job, and asks ``job(_:)`` for it until it
/// `isOver`; browsers ask `GET /api/v1/add/{job}` for the same as JSON. Jobs are kept for an hour, and at most
/// ``kept`` of them. When the server stops, jobs are given up: what they have added stays.
final class AdditionJobs: Sendable {
    /// How many are kept; the oldest that are over are forgotten.
    static let kept = 100
    /// For how long one that is over is kept.
    private static let memory = Duration.seconds(3600)

    private struct State {
        var jobs: [String: AdditionJob] = [:]
        /// When each ended, the first first.
        var ends: [(id: String, time: ContinuousClock.Instant)] = []
        var tasks: [String: Task<Void, Never>] = [:]
        var last: Task<Void, Never>?
        var isStopped = false
    }

    private let ledger: String
    private let intake: Intake
    private let threads: WorkThreads
    private let most: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - ledger: its file.
    ///   - intake: reads and adds.
    ///   - most: how many run or wait; more are refused.
    ///   - time: how long one may run, in seconds.
    init(ledger: String, intake: Intake, most: Int, time: Double) {
        (self.ledger, self.intake, self.most) = (ledger, intake, most)
        threads = WorkThreads(threads: 1, most: 1, time: time)
    }

    /// Hands in what is to be added.
    ///
    /// - Parameter submissions: what; one after the other, and each whatever becomes of the others.
    /// - Returns: the job, which waits.
    /// - Throws: `Problem` when too many wait, or the server stops.
    func start(_ submissions: [Submission]) throws(Problem) -> AdditionJob {
        let id = String(UInt64.random(in: .min ... .max) | 1 << 63, radix: 16)
        let job = AdditionJob(id: id, title: Self.title(submissions), began: Ledger.now)
        try state.withLock { state throws(Problem) in
            forget(&state)
            guard !state.isStopped else {
                throw .busy("the server is stopping; hand it in when it runs again")
            }
            guard state.tasks.count < most else {
                throw .busy("others are added at the moment; hand it in again when they are done")
            }
            state.jobs[id] = job
            let task = Task { [previous = state.last] in
                await previous?.value
                await run(id, submissions)
            }
            (state.last, state.tasks[id]) = (task, task)
        }
        return job
    }

    /// A job; nil when there is none of this name any more.
    func job(_ id: String) -> AdditionJob? {
        state.withLock { state in
            forget(&state)
            return state.jobs[id]
        }
    }

    /// Gives up what runs, and waits until it has ended.
    func stop() async throws {
        let tasks = state.withLock { state in
            state.isStopped = true
            return Array(state.tasks.values)
        }
        for task in tasks { task.cancel() }
        for task in tasks { await task.value }
        try await threads.stop()
    }

    private func run(_ id: String, _ submissions: [Submission]) async {
        var failure: Problem?
        do {
            try await threads.run { [self] in
                change(id) { $0.state = .running }
                for submission in submissions {
                    try Task.checkCancellation()
                    do {
                        try await intake.add(submission) { step in self.change(id) { $0.take(step) } }
                    } catch let error as IntakeError {
                        change(id) { $0.take(.problem(error, path: submission.path)) }
                    }
                }
            }
        } catch {
            switch error {
            case let problem as Problem: failure = problem
            case let error as LedgerError: failure = Problem(error, path: ledger)
            case is CancellationError:
                failure = .busy(
                    "the server was stopped; what is listed here is in the ledger, hand in the rest again"
                )
            default:
                failure = Problem(
                    .internalServerError,
                    "unexpected",
                    "something went wrong; hand it in again"
                )
            }
        }
        state.withLock { [failure] state in
            state.jobs[id]?.state = failure == nil ? .done : .failed
            state.jobs[id]?.failure = failure
            state.jobs[id]?.ended = Ledger.now
            state.tasks[id] = nil
            state.ends.append((id, .now))
        }
    }

    private func change(_ id: String, _ change: (inout AdditionJob) -> Void) {
        state.withLock { state in
            if var job = state.jobs.removeValue(forKey: id) {
                change(&job)
                state.jobs[id] = job
            }
        }
    }

    private func forget(_ state: inout State) {
        while let first = state.ends.first,
            state.jobs.count >= Self.kept || first.time.advanced(by: Self.memory) < .now
        {
            state.jobs[first.id] = nil
            state.ends.removeFirst()
        }
    }

    private static func title(_ submissions: [Submission]) -> String {
        let first = submissions.first?.path ?? "nothing"
        return submissions.count > 1 ? "\(first) and \(submissions.count - 1) more" : first
    }
}

extension Submission {
    /// Where it came from, as the ledger notes it: `-` where nobody says.
    package var path: String {
        switch self {
        case .address(let address): address
        case .bytes(_, _, let address, let name): address ?? name.map { "-:" + $0 } ?? "-"
        }
    }
}
