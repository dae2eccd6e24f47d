import SaysoLedger
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Ctrl-C: the documents in hand are finished and written, then the tool ends; long ones are given up. A second
/// Ctrl-C ends it at once.
enum Interruption {
    private static let flag = Atomic(false)

    /// Whether somebody asked the tool to end.
    static var isRequested: Bool { flag.load(ordering: .relaxed) }

    /// Does work on a ledger that is given up once an interruption is requested.
    ///
    /// - Throws: `ExitStatus.interrupted` when it was, else what the work throws.
    static func stopping(_ work: @escaping @Sendable () throws -> Void) async throws {
        do {
            try await cancelling(work)
        } catch let error as LedgerError where error.code == .cancelled && isRequested {
            throw ExitStatus.interrupted
        }
    }

    /// Does work whose task is cancelled once an interruption is requested.
    static func cancelling(_ work: @escaping @Sendable () async throws -> Void) async throws {
        for number in [SIGINT, SIGTERM] {
            signal(number) { number in
                Interruption.flag.store(true, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
        }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await work()
                return true
            }
            group.addTask {
                while !isRequested { try await Task.sleep(for: .milliseconds(50)) }
                return false
            }
            while let isDone = try await group.next() {
                group.cancelAll()
                if isDone { return }
            }
        }
    }
}
