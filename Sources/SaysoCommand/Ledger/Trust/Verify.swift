import ArgumentParser
import SaysoLedger
import Synchronization

/// `sayso verify`: whether a ledger is as it was written.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find every statement of a ledger again in its original bytes.",
        discussion: """
            Looks at every byte of the file, makes each digest again, and looks for the words of each statement in the \
            bytes that its article was read from. Whatever is not as it was written is named: the article, the \
            revision, the statement, and what is wrong with it. The ledger can be in use meanwhile.

            EXAMPLES:
              sayso verify
              sayso verify --ledger news.sayso
              sayso verify --ledger news.sayso --format jsonl > problems.jsonl

            EXIT STATUS:
              0 all is as it was written, 1 something is not, 2 there is no such ledger
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Option(help: .init("Print problems as rows of this form, not as messages.", valueName: "form"))
    var format: RowFormat?

    @Option(name: .shortAndLong, help: .init("How many articles to look at at a time.", valueName: "number"))
    var jobs = 2

    func validate() throws {
        if jobs < 1 { throw ValidationError("--jobs is at least 1") }
    }

    func run() async throws {
        // Read only would not look at the words for search; where the file cannot be written, that must do.
        let path = ledger.path
        let ledger: Ledger
        do { ledger = try self.ledger.open(.existing) } catch let error as LedgerError
            where error.code == .readOnly
        {
            ledger = try self.ledger.open(.readOnly)
        }
        let (jobs, format) = (jobs, format)
        try await Interruption.cancelling {
            let printer = ProblemPrinter()
            let result: Verification
            do {
                result = try await ledger.verify(
                    jobs: jobs,
                    progress: { printer.show($0) },
                    report: { printer.take($0, prints: format == nil) }
                )
            } catch {
                printer.clear()
                if (error as? LedgerError)?.code == .cancelled { throw ExitStatus.interrupted }
                throw error
            }
            printer.clear()
            if let format { try printer.write(as: format) }
            if format == nil {
                func revisions(_ count: Int) -> String { Display.count(count, "revision", "revisions") }
                let kept =
                    result.withoutSource == 0
                    ? "" : "; the original bytes of \(revisions(result.withoutSource)) were not kept"
                let what =
                    Display.count(result.statements, "statement", "statements")
                    + " of \(revisions(result.revisions)) found again\(kept)"
                let start = Display.line(path)
                Console.out(
                    result.isClean
                        ? "\(start): all \(what)\n"
                        : "\(start): \(Display.count(result.problems, "problem", "problems")); \(what)\n"
                )
            }
            if !result.isClean { throw ExitStatus.failed }
        }
    }
}

/// What verify finds, from several threads.
private final class ProblemPrinter: Sendable {
    private struct State {
        var problems: [Verification.Problem] = []
        var isShown = false
        var last: ContinuousClock.Instant?
    }

    private let state = Mutex(State())

    func show(_ progress: Verification.Progress) {
        guard Console.errorIsTerminal else { return }
        state.withLock { state in
            let now = ContinuousClock.now
            if let last = state.last, now - last < .milliseconds(200) { return }
            state.last = now
            state.isShown = true
            Console.err("\r\u{1B}[K\(progress.stage.rawValue): \(Int(progress.share * 100))%")
        }
    }

    func take(_ problem: Verification.Problem, prints: Bool) {
        state.withLock { state in
            guard prints else { return state.problems.append(problem) }
            if state.isShown { Console.err("\r\u{1B}[K") }
            state.isShown = false
            let name = problem.statement.flatMap { number in problem.revision.map { "\($0).\(number)" } }
            let place = [problem.article, name ?? problem.revision?.description].compactMap(\.self)
            Console.complain((place + [problem.what]).joined(separator: ": "))
        }
    }

    func clear() {
        state.withLock { if $0.isShown { Console.err("\r\u{1B}[K") } }
    }

    func write(as format: RowFormat) throws {
        var rows = Rows(
            [
                RowColumn("article", weight: 2), RowColumn("revision"), RowColumn("statement"),
                RowColumn("what", weight: 3),
            ],
            as: format
        )
        for problem in state.withLock({ $0.problems }) {
            try rows.append([
                .text(problem.article), .text(problem.revision?.description), .number(problem.statement),
                .text(problem.what),
            ])
        }
        try rows.finish(empty: "all is as it was written")
    }
}
