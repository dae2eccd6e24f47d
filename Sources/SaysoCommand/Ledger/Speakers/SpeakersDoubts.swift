import ArgumentParser
import SaysoLedger

/// `sayso speakers doubts`: speakers who may be one.
struct SpeakersDoubts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doubts",
        abstract: "List speakers who may be one, and were kept apart, with the reason.",
        discussion: """
            EXAMPLES:
              sayso speakers doubts
              sayso speakers doubts --limit 1000 --format csv
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Option(help: .init("At most so many.", valueName: "number"))
    var limit = 100

    @Option(help: .init("What to print.", valueName: "form"))
    var format: RowFormat = .table

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit wants a number from 1 on") }
    }

    func run() throws {
        var rows = Rows(
            [
                RowColumn("one", .dim), RowColumn("name", weight: 2, .bold), RowColumn("role", weight: 3),
                RowColumn("other", .dim), RowColumn("other_name", weight: 2, .bold),
                RowColumn("other_role", weight: 3), RowColumn("reason", weight: 3),
            ],
            as: format
        )
        for doubt in try ledger.open(.readOnly).speakerDoubts(limit: limit) {
            try rows.append(doubt.cells)
        }
        try rows.finish(empty: "no doubts")
    }
}
