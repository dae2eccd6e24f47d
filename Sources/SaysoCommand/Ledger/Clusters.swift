import ArgumentParser
import SaysoLedger

/// `sayso clusters`: the most widespread quotations.
struct Clusters: AsyncParsableCommand {
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

    @Option(help: .init("Printed on this day or later.", valueName: "YYYY-MM-DD"))
    var since: String?

    @Option(help: .init("Printed on this day or earlier.", valueName: "YYYY-MM-DD"))
    var until: String?

    @Option(help: .init("Printed by this outlet, by its name or its host.", valueName: "name"))
    var outlet: String?

    @Option(help: .init("Said by this speaker.", valueName: "name"))
    var speaker: String?

    @Option(help: .init("At most so many.", valueName: "number"))
    var limit = 20

    @Option(help: .init("How they are printed.", valueName: "form"))
    var format = RowFormat.table

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit is a number from 1 on") }
        _ = try (Self.day(since, "--since"), Self.day(until, "--until"))
    }

    func run() async throws {
        var filter = ClusterFilter()
        filter.since = try Self.day(since, "--since")
        filter.until = try Self.day(until, "--until")
        (filter.outlet, filter.speaker) = (outlet, speaker)
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
            try rows.append([
                .number(Int(cluster.id)), .number(cluster.outlets), .number(cluster.articles),
                .text(cluster.first.published), .text(cluster.first.outlet), .list(cluster.first.speakers),
                .text(cluster.first.statement.description), .text(cluster.first.url),
                .text(cluster.first.content),
            ])
        }
        try rows.finish(empty: "no quotations")
    }

    /// A day as the ledger counts it: 20250303.
    private static func day(_ text: String?, _ option: String) throws -> Int? {
        guard let text else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
        }
        guard numbers.count == 3, parts.map(\.count) == [4, 2, 2], (1...12).contains(numbers[1]),
            (1...31).contains(numbers[2])
        else { throw ValidationError("\(option) takes a day such as 2025-03-01") }
        return (numbers[0] * 100 + numbers[1]) * 100 + numbers[2]
    }
}
