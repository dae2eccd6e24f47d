import SaysoLedger
import SaysoServer

/// Articles on their way into a ledger: they are written many at a time, since each transaction waits for the disk.
struct AdditionQueue {
    private let ledger: Ledger
    private let keepsSources: Bool
    private var rows: Rows?
    private var waiting: [LedgerDocument] = []
    private var size = 0
    private var first = ContinuousClock.now
    private var counts = (articles: 0, revisions: 0, unchanged: 0, statements: 0)

    /// - Parameters:
    ///   - ledger: where they go.
    ///   - keepsSources: whether the bytes that they were read from are kept.
    ///   - format: how each article is reported; nil for a summary alone.
    init(_ ledger: Ledger, keepsSources: Bool, format: RowFormat?) {
        self.ledger = ledger
        self.keepsSources = keepsSources
        rows = format.map { Rows(Self.columns, as: $0) }
    }

    private static let columns = [
        RowColumn("result"), RowColumn("revision"), RowColumn("statements"), RowColumn("changes"),
        RowColumn("article", weight: 3), RowColumn("path", weight: 3, .dim),
    ]

    /// Takes an article; it is written when enough wait, or have waited for a second.
    mutating func append(_ document: LedgerDocument) throws {
        guard document.key != nil else { return }
        if waiting.isEmpty { first = .now }
        waiting.append(document)
        size += document.revision.map { $0.text.count + ($0.source.bytes?.count ?? 0) } ?? 0
        if waiting.count >= 200 || size >= 32 << 20 || ContinuousClock.now - first > .seconds(1) {
            try write()
        }
    }

    /// Writes what waits, and says what was done.
    mutating func finish() throws {
        try write()
        defer { if Interruption.isRequested { Console.complain(Interruption.goesOn) } }
        if let rows { return try rows.finish(empty: "no articles") }
        var parts = [Display.count(counts.articles, "article added", "articles added")]
        if counts.revisions > 0 { parts.append("\(counts.revisions) changed") }
        if counts.unchanged > 0 { parts.append("\(counts.unchanged) there already") }
        parts.append(Display.count(counts.statements, "new statement", "new statements"))
        Console.out("\(Display.line(ledger.path)): \(parts.joined(separator: ", "))\n")
    }

    private mutating func write() throws {
        var additions = try ledger.add(waiting.compactMap(\.revision), keepsSources: keepsSources)[...]
        for document in waiting {
            let addition = document.revision.flatMap { _ in additions.popFirst() }
            switch addition {
            case .article: counts.articles += 1
            case .revision: counts.revisions += 1
            case .unchanged, nil: counts.unchanged += 1
            }
            let added = document.added(addition)
            counts.statements += added.statements
            try rows?.append(added.cells)
        }
        waiting.removeAll()
        size = 0
        try rows?.flush()
    }
}
