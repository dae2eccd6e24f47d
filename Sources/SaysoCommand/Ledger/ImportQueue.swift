import SaysoLedger

/// Revisions on their way into a ledger, many at a time, and what became of them.
struct ImportQueue {
    private let ledger: Ledger
    private var progress: Progress
    private var waiting: [ArchivedRevision] = []
    /// What is prepared while more is read.
    private var batch: RevisionBatch?
    private var size = 0
    private var position = 0
    private var counts = (articles: 0, revisions: 0, unchanged: 0, statements: 0)
    /// How many lines or files could not be used.
    private(set) var failed = 0

    /// - Parameters:
    ///   - ledger: where they go.
    ///   - paths: the inputs, whose sizes tell how long it takes.
    init(_ ledger: Ledger, paths: [String]) {
        self.ledger = ledger
        progress = Progress(paths)
    }

    /// Takes a revision; it is written when enough wait.
    ///
    /// - Parameters:
    ///   - revision: one without problems.
    ///   - size: how many bytes it was read from.
    /// - Throws: `LedgerError` when what waited cannot be written.
    mutating func append(_ revision: ArchivedRevision, size: Int) throws {
        waiting.append(revision)
        self.size += size
        position += size
        progress.step(position: position)
        if waiting.count >= 1000 || self.size >= 32 << 20 { try write() }
    }

    /// Says what cannot be used, and why.
    mutating func fail(_ message: String) {
        progress.clear()
        failed += 1
        Console.complain(message)
    }

    /// Writes what waits, and says what was done.
    mutating func finish() throws {
        try write()
        try write()
        progress.clear()
        var parts = [Display.count(counts.articles, "article added", "articles added")]
        if counts.revisions > 0 { parts.append("\(counts.revisions) changed") }
        if counts.unchanged > 0 { parts.append("\(counts.unchanged) there already") }
        parts.append(Display.count(counts.statements, "new statement", "new statements"))
        if failed > 0 {
            parts.append(Display.count(failed, "line or file left out", "lines or files left out"))
        }
        Console.out("\(Display.line(ledger.path)): \(parts.joined(separator: ", "))\n")
    }

    /// Writes the batch before, while what waits becomes the next one.
    private mutating func write() throws {
        let next = waiting.isEmpty ? nil : RevisionBatch(archived: waiting)
        defer { (batch, waiting, size) = (next, [], 0) }
        guard let batch else { return }
        for (addition, archived) in zip(try ledger.add(batch), batch.revisions) {
            switch addition {
            case .article: counts.articles += 1
            case .revision: counts.revisions += 1
            case .unchanged:
                counts.unchanged += 1
                continue
            }
            counts.statements += archived.revision.statements.count
        }
    }
}
