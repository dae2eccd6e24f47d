import SaysoArticles

/// Works through a command's inputs: each article on its own, and whatever goes wrong with one is no other's
/// trouble.
struct Batch {
    let input: InputOptions
    let selection: Selection

    /// - Parameters:
    ///   - sink: where records go.
    ///   - work: makes a document's record with so many threads; nil when it was given up.
    /// - Throws: `ExitStatus` when some documents failed, or somebody interrupted.
    func run(
        to sink: Sink,
        work: @escaping @Sendable (Document, Int) async throws -> ArticleRecord?
    ) async throws {
        if input.paths.contains(where: PageFetcher.isAddress) {
            try await PageFetcher.fetching(allowsPrivate: input.allowPrivate) { fetch in
                try await run(to: sink, fetch: fetch, work: work)
            }
        } else {
            try await run(to: sink, fetch: .none, work: work)
        }
    }

    private func run(
        to sink: Sink,
        fetch: PageFetcher,
        work: @escaping @Sendable (Document, Int) async throws -> ArticleRecord?
    ) async throws {
        var (sink, failed, skips) = (sink, false, SkipCounts())
        var reader = DocumentReader(input.paths, form: input.input, output: sink.identity, fetch: fetch)
        var progress = Progress(input.paths)
        try await inOrder(jobs: input.cores, from: &reader, isLong: Self.isLong, work: work) { record in
            for error in record.errors {
                failed = true
                progress.clear()
                Console.complain(error.message)
            }
            if let skip = record.skip {
                skips.count(skip)
                if let message = Self.message(on: record, skip, hint: selection.filter.hint) {
                    progress.clear()
                    Console.complain(message)
                }
            } else {
                try sink.write(record)
            }
            progress.step(position: record.position)
        }
        progress.clear()
        try sink.finish()
        for note in reader.notes { Console.complain(note) }
        skips.add(reader.skips)
        if let line = skips.line { Console.complain(line) }
        if Interruption.isRequested { throw ExitStatus.interrupted }
        if failed { throw ExitStatus.failed }
    }

    /// Whether a document gets all cores for itself, rather than one.
    private static func isLong(_ document: Document) -> Bool { document.size > 512 * 1024 }

    /// What is said of a document that is left out, beside the count of them; nil for nothing.
    private static func message(on record: ArticleRecord, _ skip: Skip, hint: String) -> String? {
        let name = Document.name(of: record.path)
        switch skip {
        case .language(let code): return "\(name): in \(LanguageName.english(code)); left out\(hint)"
        case .emptyFeed: return "\(name): the feed has no entries"
        default: return nil
        }
    }
}
