public import ArgumentParser
import SaysoLedger
public import SaysoStatements

/// `sayso speakers list`: speakers by name.
struct SpeakersList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List speakers, those with the most statements first.",
        discussion: """
            Counts are of what articles say now. The unnamed, who are somebody else in each article, are left out \
            unless --kind unnamed asks for them.

            EXAMPLES:
              sayso speakers list
              sayso speakers list mara osk
              sayso speakers list --kind organisation --format csv
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: .init("Words of the name, or how they begin.", valueName: "name"))
    var names: [String] = []

    @Option(help: .init("What they are: person, organisation, group, document, unnamed.", valueName: "kind"))
    var kind: Speaker.Kind?

    @Option(help: .init("At most so many.", valueName: "number"))
    var limit = 50

    @Option(help: .init("What to print.", valueName: "form"))
    var format: RowFormat = .table

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit wants a number from 1 on") }
    }

    func run() throws {
        let ledger = try ledger.open(.readOnly)
        let name = names.isEmpty ? nil : names.joined(separator: " ")
        var rows = Rows(
            [
                RowColumn("id", .dim), RowColumn("name", weight: 3, .bold), RowColumn("role", weight: 3),
                RowColumn("kind", weight: 0), RowColumn("statements"), RowColumn("articles"),
                RowColumn("outlets", weight: 2), RowColumn("first"), RowColumn("last"),
                RowColumn("link", weight: 0),
            ],
            as: format
        )
        for speaker in try ledger.speakers(named: name, kind: kind, limit: limit) {
            try rows.append(speaker.cells)
        }
        try rows.finish(empty: "no speakers")
    }
}

extension Speaker.Kind: ExpressibleByArgument {}
