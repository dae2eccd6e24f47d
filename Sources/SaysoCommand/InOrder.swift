/// Works on documents in parallel and hands over the results in the order of the documents.
///
/// - Parameters:
///   - jobs: threads at the same time. A document that is long gets all of them, one document at a time.
///   - reader: the documents.
///   - isLong: whether a document is worth several threads.
///   - work: makes a document's result with so many threads; nil when it was given up.
///   - each: takes the results, one after another.
/// - Throws: the first error that `work` or `each` throws.
func inOrder<Result: Sendable>(
    jobs: Int,
    from reader: inout DocumentReader,
    isLong: (Document) -> Bool,
    work: @escaping @Sendable (Document, Int) async throws -> Result?,
    each: (Result) throws -> Void
) async throws {
    try await withThrowingTaskGroup(of: (index: Int, jobs: Int, result: Result?).self) { group in
        var waiting: [Int: Result?] = [:]
        var (started, running, delivered) = (0, 0, 0)
        var held: Document?
        while true {
            // While others wait for their turn to be written, nobody waits for input that is slow to come.
            while running < jobs, started - delivered < 4 * jobs,
                held != nil || running == 0 || reader.isReady
            {
                guard let document = held ?? reader.next() else { break }
                let share = isLong(document) ? jobs : 1
                held = running + share > jobs ? document : nil
                if held != nil { break }
                let index = started
                group.addTask { (index, share, try await work(document, share)) }
                started += 1
                running += share
            }
            guard let done = try await group.next() else { break }
            running -= done.jobs
            waiting[done.index] = .some(done.result)
            while let result = waiting.removeValue(forKey: delivered) {
                if let result { try each(result) }
                delivered += 1
            }
        }
    }
}
