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

    /// What is said when work was stopped that writes to a ledger bit by bit.
    static let goesOn = "stopped; what was written stays, and the same command goes on"

    /// Does work on a ledger that is given up once an interruption is requested.
    ///
    /// - Parameters:
    ///   - outcome: what is said of what was done until then.
    ///   - work: the work.
    /// - Throws: `ExitStatus.interrupted` when it was, else what the work throws.
    static func stopping(_ outcome: String, _ work: @escaping @Sendable () throws -> Void) async throws {
        do {
            try await cancelling(work)
        } catch let error as LedgerError where error.code == .cancelled && isRequested {
            Console.complain(outcome)
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
