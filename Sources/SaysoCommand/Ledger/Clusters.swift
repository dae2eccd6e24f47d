import ArgumentParser
import SaysoLedger

/// `sayso clusters`: the most widespread quotations.
struct Clusters: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the quotations that are printed in the most outlets.",
        discussion: """
            Copies of one story, such as those of a news agency, count as one outlet. Only quotations in more than \
            one article are listed. With filters those are listed that have an appearance which meets all of them; \
            all their appearances are counted.

            EXAMPLES:
              sayso clusters
              sayso clusters --since 2025-03-01 --until 2025-03-31
              sayso clusters --speaker "Mara Osk" --outlet Coastwire
              sayso clusters --format jsonl --limit 100
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @OptionGroup var published: PublishedOptions

    @Option(help: .init("Printed by this outlet, by its name or host.", valueName: "outlet"))
    var outlet: String?

    @Option(help: .init("Said by this speaker: a number such as p12, or a name.", valueName: "speaker"))
    var speaker: String?

    @Option(help: .init("At most so many.", valueName: "number"))
    var limit = 20

    @Option(help: .init("How they are printed.", valueName: "form"))
    var format = RowFormat.table

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit is a number from 1 on") }
    }

    func run() throws {
        var filter = ClusterFilter()
        (filter.published, filter.outlet, filter.speaker) = (published.days, outlet, speaker)
        let clusters = try ledger.open(.readOnly).clusters(filter, limit: limit)
        var rows = Rows(
            [
                RowColumn("cluster"), RowColumn("outlets"), RowColumn("articles"), RowColumn("first"),
                RowColumn("outlet"), RowColumn("speakers"), RowColumn("statement", weight: 0),
                RowColumn("url", weight: 0), RowColumn("content", weight: 4),
            ],
            as: format
        )
        for cluster in clusters {
            try rows.append(cluster.cells)
        }
        try rows.finish(empty: "no quotations")
    }
}
