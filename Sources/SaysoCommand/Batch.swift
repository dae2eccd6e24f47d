import Dispatch
import SaysoArticles

/// Works through a command's inputs: each article on its own, and whatever goes wrong with one is no other's
/// trouble.
struct Batch {
    let input: InputOptions
    let selection: Selection
    /// What is done already and is to be noted as done; nil where nobody asks.
    var state: RunState?

    /// - Parameters:
    ///   - sink: where records go.
    ///   - work: makes a document's record with so many threads; nil when it was given up.
    /// - Throws: `ExitStatus` when some documents failed, or somebody interrupted.
    func run(
        to sink: Sink,
        work: @escaping @Sendable (Document, Int) async throws -> ArticleRecord?
    ) async throws {
        var sink = sink
        try await run(
            written: Set([sink.identity, state?.identity].compactMap(\.self)),
            work: work,
            record: { $0 },
            write: { record in
                // It is tried again, and everything is there once.
                if state != nil, Self.isOutOfReach(record) { return }
                try sink.write(record)
            },
            delivered: { record in
                guard !Self.isOutOfReach(record) else {
                    state?.leaveOpen(record.part)
                    return
                }
                guard let file = sink.file else { return }
                try state?.deliver(record.part, hasFailed: !record.errors.isEmpty, to: file)
            },
            finish: {
                try sink.finish()
                if let file = sink.file { try state?.finish(file, isWhole: !Interruption.isRequested) }
            }
        )
    }

    /// - Parameters:
    ///   - written: files and folders that are written, which are no inputs.
    ///   - work: makes what a document gives, with so many threads; nil when it was given up.
    ///   - record: what is said of the document.
    ///   - write: takes what was made of each document that is not left out, one after another.
    ///   - delivered: is told of every document that is done, written or left out.
    ///   - finish: comes after the last.
    /// - Throws: `ExitStatus` when some documents failed, or somebody interrupted.
    func run<Result: Sendable>(
        written: Set<FileIdentity>,
        work: @escaping @Sendable (Document, Int) async throws -> Result?,
        record: (Result) -> ArticleRecord,
        write: (Result) throws -> Void,
        delivered: (ArticleRecord) throws -> Void = { _ in },
        finish: () throws -> Void
    ) async throws {
        if input.paths.contains(where: PageFetcher.isAddress) {
            try await PageFetcher.fetching(allowsPrivate: input.allowPrivate) { fetch in
                try await run(written, fetch, work, record, write, delivered, finish)
            }
        } else {
            try await run(written, .none, work, record, write, delivered, finish)
        }
    }

    private func run<Result: Sendable>(
        _ written: Set<FileIdentity>,
        _ fetch: PageFetcher,
        _ work: @escaping @Sendable (Document, Int) async throws -> Result?,
        _ record: (Result) -> ArticleRecord,
        _ write: (Result) throws -> Void,
        _ delivered: (ArticleRecord) throws -> Void,
        _ finish: () throws -> Void
    ) async throws {
        var (failed, skips) = ((state?.failed ?? 0) > 0, SkipCounts())
        let throughput = Throughput()
        let signals = throughput.answerSignals()
        defer { signals.cancel() }
        var reader = DocumentReader(
            input.paths,
            form: input.input,
            written: written,
            fetch: fetch,
            begin: { state?.begin($0) ?? 0 }
        )
        var progress = Progress(input.paths)
        try await inOrder(jobs: input.cores, from: &reader, isLong: Self.isLong, work: work) { result in
            let record = record(result)
            guard state?.expects(record.part) ?? true else { return }
            for error in record.errors {
                failed = true
                progress.clear()
                Console.complain(error.message)
            }
            if let skip = record.skip {
                skips.count(skip)
                // Whoever gets a line for each needs no message.
                if !selection.listsLeftOut,
                    let message = Self.message(on: record, skip, hint: selection.filter.hint)
                {
                    progress.clear()
                    Console.complain(message)
                }
                if selection.listsLeftOut { try write(result) }
            } else {
                try write(result)
            }
            try delivered(record)
            throughput.count(record)
            progress.step(position: record.position)
        }
        progress.clear()
        try finish()
        for note in reader.notes { Console.complain(note) }
        skips.add(reader.skips)
        if let line = skips.line { Console.complain(line) }
        if selection.tellsThroughput, throughput.documents >= 100 || state != nil {
            Console.complain(throughput.line(isOver: true))
        }
        if Interruption.isRequested { throw ExitStatus.interrupted }
        if failed { throw ExitStatus.failed }
    }

    /// Whether an input could not be opened, fetched or read to its end, or is a folder of nothing: that may be
    /// otherwise the next time.
    private static func isOutOfReach(_ record: ArticleRecord) -> Bool {
        record.errors.contains {
            ["unreadable", "empty-folder"].contains($0.code) || PageFetcher.passingCodes.contains($0.code)
        }
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
