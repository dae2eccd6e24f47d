/// Works on documents in parallel and hands over the results in the order of the documents.
///
/// - Parameters:
///   - jobs: threads at the same time. A document that is long gets all of them, one document at a time.
///   - room: bytes of documents that may be in hand at the same time, or one document.
///   - reader: the documents.
///   - isLong: whether a document is worth several threads.
///   - work: makes a document's result with so many threads; nil when it was given up.
///   - each: takes the results, one after another.
/// - Throws: the first error that `work` or `each` throws.
func inOrder<Result: Sendable>(
    jobs: Int,
    room: Int = 256 << 20,
    from reader: inout DocumentReader,
    isLong: (Document) -> Bool,
    work: @escaping @Sendable (Document, Int) async throws -> Result?,
    each: (Result) throws -> Void
) async throws {
    try await withThrowingTaskGroup(of: (index: Int, jobs: Int, size: Int, result: Result?).self) { group in
        var waiting: [Int: (size: Int, result: Result?)] = [:]
        var (started, running, delivered) = (0, 0, 0)
        var held = 0
        var next: Document?
        while true {
            // While others wait for their turn to be written, nobody waits for input that is slow to come.
            while running < jobs, started - delivered < 4 * jobs, held < room,
                next != nil || running == 0 || reader.isReady
            {
                if next == nil { next = await reader.next() }
                guard let document = next else { break }
                let share = isLong(document) ? jobs : 1
                if running + share > jobs { break }
                next = nil
                let (index, size) = (started, document.size)
                group.addTask { (index, share, size, try await work(document, share)) }
                started += 1
                running += share
                held += size
            }
            guard let done = try await group.next() else { break }
            running -= done.jobs
            waiting[done.index] = (done.size, done.result)
            while let (size, result) = waiting.removeValue(forKey: delivered) {
                if let result { try each(result) }
                delivered += 1
                held -= size
            }
        }
    }
}
