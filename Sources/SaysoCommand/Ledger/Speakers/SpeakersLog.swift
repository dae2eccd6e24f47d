import ArgumentParser
import SaysoLedger

/// `sayso speakers log`: what people decided.
struct SpeakersLog: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "List what people decided about speakers, the newest first.",
        discussion: """
            EXAMPLES:
              sayso speakers log
              sayso speakers log --format jsonl
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Option(help: .init("What to print.", valueName: "form"))
    var format: RowFormat = .table

    func run() throws {
        var rows = Rows(
            [
                RowColumn("number"), RowColumn("action"), RowColumn("details", weight: 3),
                RowColumn("speakers", weight: 0), RowColumn("made", .dim), RowColumn("by"),
                RowColumn("undone", .dim),
                RowColumn("undone_by", weight: 0),
            ],
            as: format
        )
        for decision in try ledger.open(.readOnly).decisions() {
            try rows.append(decision.cells)
        }
        try rows.finish(empty: "no decisions")
    }
}

/// `sayso speakers undo`: takes a decision back.
struct SpeakersUndo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Undo a decision: the last one that holds, or the one of a number.",
        discussion: """
            EXAMPLES:
              sayso speakers undo
              sayso speakers undo 3
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: .init("The decision's number in sayso speakers log.", valueName: "number"))
    var number: Int?

    func run() throws {
        let ledger = try ledger.open(.existing)
        DecisionReport.print(try ledger.undo(number.map(Int64.init), author: DecisionAuthor.name))
    }
}
