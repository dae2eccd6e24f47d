import GRDB
import Synchronization

extension Ledger {
    /// Looks through the whole ledger: whether each byte of the file is as it was written, each digest fits, and each
    /// statement is found again in its original bytes.
    ///
    /// Others may read and write meanwhile; while the words for search are looked at, at the end, they cannot write.
    /// What is in the write-ahead log only is looked at, too, though not byte by byte.
    ///
    /// - Parameters:
    ///   - jobs: how many articles are looked at at a time.
    ///   - progress: is told how far it has come, from any thread.
    ///   - report: is given each problem, from any thread.
    /// - Returns: what was found again, and how many problems there are.
    /// - Throws: ``LedgerError`` when the task is cancelled, or the file cannot be read at all.
    public func verify(
        jobs: Int = 2,
        progress: @escaping @Sendable (Verification.Progress) -> Void = { _ in },
        report: @escaping @Sendable (Verification.Problem) -> Void = { _ in }
    ) async throws(LedgerError) -> Verification {
        var result = try pages(progress, report)
        let isIntact = result.isClean
        do {
            result.add(try await revisions(jobs: jobs, progress, report))
        } catch {
            throw LedgerError(error, path: path)
        }
        // Damaged pages are named already; the tables would only say so again.
        guard isIntact else { return result }
        progress(.init(stage: .tables, share: 0))
        var problems = try read { database in
            try TableVerifier.problems(database) { progress(.init(stage: .tables, share: $0)) }
        }
        if canWrite { problems += try write { try TableVerifier.problemsOfWords($0) } }
        progress(.init(stage: .tables, share: 1))
        problems.forEach(report)
        result.problems += problems.count
        return result
    }

    private func pages(
        _ progress: (Verification.Progress) -> Void,
        _ report: (Verification.Problem) -> Void
    ) throws(LedgerError) -> Verification {
        // What waits in the log is looked at as pages of the file, where nobody is reading older ones.
        if canWrite { try? checkpoint() }
        return try read { database in
            var result = Verification()
            func add(_ what: String) {
                result.problems += 1
                report(.init(what: what))
            }
            guard PageChecks.are(in: database) else {
                add("the file's header is damaged, or another program has rewritten the file without checks")
                return result
            }
            let damaged = try PageChecks.damaged(in: database) { progress(.init(stage: .pages, share: $0)) }
            for page in damaged {
                let owner = TableVerifier.owner(ofPage: page, database).map { ", which holds \($0)," } ?? ""
                add("page \(page) of the file\(owner) is damaged")
            }
            return result
        }
    }

    private func revisions(
        jobs: Int,
        _ progress: @escaping @Sendable (Verification.Progress) -> Void,
        _ report: @escaping @Sendable (Verification.Problem) -> Void
    ) async throws -> Verification {
        let rows = try read { RevisionVerifier.rows($0) }
        let next = NextRow()
        return try await withThrowingTaskGroup(of: Verification.self) { group in
            for _ in 0..<max(1, jobs) {
                group.addTask { try self.verify(rows, next, progress, report) }
            }
            var result = Verification()
            for try await part in group { result.add(part) }
            return result
        }
    }

    /// Looks at blocks of revisions until none is left. (Swift 6.3's optimizer ends when it inlines this into a task.)
    @inline(never)
    private func verify(
        _ rows: [Int64],
        _ next: NextRow,
        _ progress: (Verification.Progress) -> Void,
        _ report: @Sendable (Verification.Problem) -> Void
    ) throws -> Verification {
        let block = 16
        var result = Verification()
        while true {
            try Task.checkCancellation()
            let start = next.take(block)
            guard start < rows.count else { return result }
            let end = min(start + block, rows.count)
            let part = try read { database in
                var part = Verification()
                for row in rows[start..<end] {
                    part.add(RevisionVerifier(database).verify(row: row, report: report))
                }
                return part
            }
            result.add(part)
            progress(.init(stage: .revisions, share: Double(end) / Double(rows.count)))
        }
    }
}

/// Hands out rows to those who look at them.
private final class NextRow: Sendable {
    private let next = Atomic(0)

    func take(_ count: Int) -> Int { next.wrappingAdd(count, ordering: .relaxed).oldValue }
}
