/// Works on documents in parallel and hands over the results in the order of the documents.
///
/// - Parameters:
///   - jobs: documents in work at the same time; a few more wait for an earlier one, so memory is bounded.
///   - reader: the documents; no more are taken once an interruption is requested.
///   - work: makes a document's result; gets the document's index.
///   - each: takes the results, one after another.
func inOrder<Result: Sendable>(
    jobs: Int,
    from reader: inout DocumentReader,
    work: @escaping @Sendable (Document, Int) throws -> Result,
    each: (Document, Result) throws -> Void
) async throws {
    try await withThrowingTaskGroup(of: (index: Int, document: Document, result: Result).self) { group in
        var waiting: [Int: (Document, Result)] = [:]
        var (started, running, delivered) = (0, 0, 0)
        var isAtEnd = false
        while true {
            while !isAtEnd, running < jobs, started - delivered < 4 * jobs {
                guard !Interruption.isRequested, let document = reader.next() else {
                    isAtEnd = true
                    break
                }
                let index = started
                group.addTask { (index, document, try work(document, index)) }
                started += 1
                running += 1
            }
            guard let done = try await group.next() else { break }
            running -= 1
            waiting[done.index] = (done.document, done.result)
            while let (document, result) = waiting.removeValue(forKey: delivered) {
                try each(document, result)
                delivered += 1
            }
        }
    }
}
