import ArgumentParser
import SaysoLedger

/// `sayso stats`: a newsroom's source audit.
struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Audit sources: who is quoted, how, and how many remain unnamed.",
        discussion: """
            Counts the statements of articles as they are now, by kind of source, by form and by what their cues say, \
            and lists the most quoted by the number of stories: copies of one wire story count once.

            EXAMPLES:
              sayso stats
              sayso stats --outlet Coastwire --since 2025-03-01 --until 2025-03-31
              sayso stats --speaker "Mara Osk" --format json
            """
    )

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var options: AuditOptions

    @Option(
        help: .init(
            "Only articles of this outlet, by name or host; may be given several times.",
            valueName: "outlet"
        )
    )
    var outlet: [String] = []

    @Option(help: .init("So many of the most quoted.", valueName: "number"))
    var limit = 10

    @Option(help: .init("What to print.", valueName: "form"))
    var format: RowFormat = .table

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit wants a number from 1 on") }
    }

    func run() throws {
        var scope = options.scope
        scope.outlets = outlet
        let audit = try ledger.open(.readOnly).audit(scope, limit: limit)
        var rows = Rows(
            [
                RowColumn("group", .dim), RowColumn("name", weight: 3), RowColumn("statements"),
                RowColumn("share"),
                RowColumn("stories"), RowColumn("articles"), RowColumn("speaker", .dim),
                RowColumn("role", weight: 2),
            ],
            as: format
        )
        for row in AuditRow.all(of: audit) { try rows.append(row.cells) }
        try rows.finish(empty: "no statements")
    }
}
