import ArgumentParser
import SaysoLedger

/// `sayso timeline`: one speaker's statements, day by day.
struct TimelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Print what one speaker said, day by day.",
        discussion: """
            A name that several speakers have is answered with all of them and their ids. A statement stands at the \
            day when it was said, else at that of its article. --by counts statements instead.

            EXAMPLES:
              sayso timeline 'Mara Osk'
              sayso timeline p12 --said 2025 --about 'dam OR spillway'
              sayso timeline p12 --by month --format csv
            """
    )

    @OptionGroup var ledger: LedgerOptions
    @Argument(help: .init("A name, a part of one, or an id (p12).", valueName: "speaker"))
    var speaker: String

    @Option(
        help: .init(
            "Only statements that answer this question, written as for search.",
            valueName: "question"
        )
    )
    var about: String = ""

    @Option(
        help: .init("Count the current statements of each day, month or year instead.", valueName: "step")
    )
    var by: Timeline.Step?

    @Flag(help: "The latest day first.")
    var newestFirst = false

    @OptionGroup var options: SearchOptions

    func validate() throws {
        let hasFilters =
            !about.isEmpty || !options.outlet.isEmpty || options.published.days != DayRange()
            || options.form != nil || options.kind != nil || options.changed || options.allRevisions
            || options.cursor != nil || newestFirst
        if by != nil, hasFilters { throw ValidationError("--by goes with --said alone") }
    }

    func run() throws {
        if let by { return try printCounts(by) }
        var search = options.search(try Question(about))
        search.order = newestFirst ? .newest : .oldest
        let timeline = try ledger.open(.readOnly).timeline(of: speaker, search)
        try options.print(
            timeline.hits,
            next: timeline.next,
            empty: "\(timeline.name): no statements"
        )
    }

    private func printCounts(_ step: Timeline.Step) throws {
        let counts = try ledger.open(.readOnly).counts(
            of: speaker,
            by: step,
            days: options.said ?? DayRange()
        )
        var rows = Rows(
            [RowColumn(step.rawValue), RowColumn("statements"), RowColumn("articles")],
            as: options.format
        )
        for count in counts {
            let period = count.period ?? (options.format == .table ? "undated" : nil)
            try rows.append([.text(period), .number(count.statements), .number(count.articles)])
        }
        try rows.finish(empty: "no statements")
    }
}
