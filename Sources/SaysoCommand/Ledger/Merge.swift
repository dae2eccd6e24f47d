import ArgumentParser
import SaysoLedger

/// `sayso merge`: other ledgers into one.
struct Merge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take what other ledgers hold into a ledger.",
        discussion: """
            All revisions come with their names, the times at which they were added, and their original bytes where \
            the other ledger kept them. Articles that both have get the revisions of both, in the order in which \
            they were retrieved; what changed between them is found anew. What people decided about speakers is taken \
            over where nobody decided otherwise here; speakers log has it, and undo takes it back. The other ledgers \
            are not changed.

            A merge that was stopped goes on where it was when it is asked for again.

            EXAMPLES:
              sayso merge --ledger news.sayso desk.sayso archive/*.sayso
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: .init("Ledgers to take from.", valueName: "other"))
    var others: [String]

    @Option(help: .init("Print a line for each ledger: what became of its articles.", valueName: "form"))
    var format: RowFormat?

    func run() async throws {
        let command = self
        try await Interruption.stopping(Interruption.goesOn) {
            try command.merge()
        }
    }

    private func merge() throws {
        // All of them are opened before any is worked on: a wrong name does no half work.
        let others = try others.map { try Ledger($0, mode: .readOnly) }
        let ledger = try ledger.open(.create)
        for other in others where FileIdentity(path: other.path) == FileIdentity(path: ledger.path) {
            throw UsageError(message: "\(other.path): is the ledger itself; there is nothing to merge")
        }
        var rows = format.map { Rows(Self.columns, as: $0) }
        var isWhole = true
        for other in others {
            var progress = Progress(size: nil)
            defer { progress.clear() }
            let summary = try ledger.merge(other, author: DecisionAuthor.name) { done, all in
                progress.size = all
                progress.step(position: done)
            }
            progress.clear()
            for refusal in summary.refusals { Console.complain("\(other.path): \(refusal)") }
            for damage in summary.damaged { Console.complain("\(other.path): \(damage)") }
            isWhole = isWhole && summary.damaged.isEmpty
            if rows != nil {
                try rows?.append(Self.row(other.path, summary))
            } else {
                Console.out(Self.line(other.path, summary))
            }
        }
        try rows?.finish(empty: "no ledgers")
        if !isWhole { throw ExitStatus.failed }
    }

    private static let columns = [
        RowColumn("ledger", weight: 3), RowColumn("articles"), RowColumn("revisions"), RowColumn("unchanged"),
        RowColumn("statements"), RowColumn("originals"), RowColumn("decisions"), RowColumn("refused"),
        RowColumn("damaged"),
    ]

    private static func row(_ path: String, _ summary: MergeSummary) -> [Cell] {
        [
            .text(path), .number(summary.articles), .number(summary.revisions), .number(summary.unchanged),
            .number(summary.statements), .number(summary.sources), .number(summary.decisions),
            .number(summary.refusals.count), .number(summary.damaged.count),
        ]
    }

    private static func line(_ path: String, _ summary: MergeSummary) -> String {
        var parts = [Display.count(summary.articles, "article added", "articles added")]
        if summary.revisions > 0 {
            parts.append(Display.count(summary.revisions, "revision", "revisions") + " of others")
        }
        if summary.unchanged > 0 { parts.append("\(summary.unchanged) there already") }
        parts.append(Display.count(summary.statements, "new statement", "new statements"))
        if summary.sources > 0 {
            parts.append(Display.count(summary.sources, "original", "originals") + " filled in")
        }
        if summary.decisions > 0 {
            parts.append(Display.count(summary.decisions, "speaker", "speakers") + " as decided there")
        }
        if !summary.refusals.isEmpty {
            parts.append(Display.count(summary.refusals.count, "speaker", "speakers") + " as decided here")
        }
        if !summary.damaged.isEmpty { parts.append("\(summary.damaged.count) damaged") }
        return "\(Display.line(path)): \(parts.joined(separator: ", "))\n"
    }
}
