import SaysoLedger

/// Writes what people decide into the ledger, one after the other.
///
/// Each time the ledger is opened anew: one that was taken away, replaced or may not be written is noticed at once.
/// What fails is thrown as ``LedgerError``, of which `Problem` makes answers: 503 when another program is writing or
/// the ledger is gone, 507 when the disk is full, 403 when it may not be written.
final class LedgerWriter: Sendable {
    /// By whom decisions are made.
    let author: String
    private let path: String
    private let threads: WorkThreads

    /// - Parameters:
    ///   - path: the ledger's file.
    ///   - author: by whom decisions are made.
    ///   - most: how many may wait; more are refused.
    ///   - time: how long they may take, in seconds.
    init(_ path: String, author: String, most: Int, time: Double) {
        (self.path, self.author) = (path, author)
        threads = WorkThreads(threads: 1, most: most, time: time)
    }

    /// Ends the thread; nothing can be written afterwards.
    func stop() async throws { try await threads.stop() }

    /// Writes.
    ///
    /// - Parameter work: what to write: all of it is in the ledger when this returns.
    /// - Returns: what the work gives.
    /// - Throws: `Problem` when too many write; ``LedgerError`` when it cannot be written; what the work throws.
    func write<Value: Sendable>(_ work: @escaping @Sendable (Ledger) throws -> Value) async throws -> Value {
        try await threads.run { [path] in
            let ledger = try Ledger(path, mode: .existing, patience: 5)
            do {
                let value = try work(ledger)
                try ledger.close()
                return value
            } catch {
                try? ledger.close()
                throw error
            }
        }
    }
}
