import ArgumentParser
import SaysoLedger
import SaysoStatements

/// `sayso compare`: what two outlets reported, and left out.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare what two outlets reported and left out, and in which words.",
        discussion: """
            The same quotation is told by its words. What one outlet attributes and the other says in its own voice, in \
            nearly the same words, is named so.

            EXAMPLES:
              sayso compare Coastwire Fenpost --since 2025-03-01 --until 2025-03-07
              sayso compare coastwire.example fenpost.example --speaker "Mara Osk"
              sayso compare Coastwire Fenpost --shared --format json
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: .init("An outlet, by name or host.", valueName: "outlet"))
    var first: String

    @Argument(help: .init("Another one.", valueName: "other-outlet"))
    var second: String

    @OptionGroup var options: AuditOptions

    @Flag(help: "Leave out what was said by speakers whom only one of them quotes.")
    var shared = false

    @Option(help: .init("What to print.", valueName: "form"))
    var format: RowFormat = .table

    func run() throws {
        let comparison = try ledger.open(.readOnly).compare(first, second, options.scope, sharedOnly: shared)
        if format == .table {
            for side in [comparison.first, comparison.second] {
                var parts = [
                    Display.count(side.articles, "article", "articles"),
                    Display.count(side.statements, "statement", "statements"),
                ]
                for form in ["direct", "mixed", "indirect"] {
                    if let count = side.forms[form] { parts.append("\(count) \(form)") }
                }
                if let share = side.ownVoiceShare { parts.append("own voice \(share.inThousandths)") }
                Console.out(Display.line("\(side.outlet): \(parts.joined(separator: ", "))") + "\n")
            }
            Console.out("\n")
        }
        var rows = Rows(
            [
                RowColumn("reported"), RowColumn("speakers", weight: 2, .bold), RowColumn("first", weight: 4),
                RowColumn("second", weight: 4), RowColumn("first_form", weight: 0),
                RowColumn("second_form", weight: 0), RowColumn("first_statement", weight: 0),
                RowColumn("second_statement", weight: 0), RowColumn("first_day", weight: 0),
                RowColumn("second_day", weight: 0),
            ],
            as: format
        )
        for item in comparison.items {
            try rows.append(item.cells)
        }
        try rows.finish(empty: "no statements")
    }
}
