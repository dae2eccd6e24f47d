import ArgumentParser
import SaysoLedger

/// `sayso cluster`: one quotation wherever it is printed.
struct ClusterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cluster",
        abstract: "Show where a quotation is printed, and in which words.",
        discussion: """
            The first appearance comes first; for the others it is marked how their words differ from it, word by \
            word: what is gone as [-gone-], what has come as {+come+}. Copies of one story count as one outlet.

            EXAMPLES:
              sayso cluster 12
              sayso cluster 7f3a9c21be045d10.3      the quotation of a statement
              sayso cluster --format json 12
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: "A cluster's number, as clusters prints it, or a statement.")
    var name: String

    @Option(help: .init("How the appearances are printed.", valueName: "form"))
    var format = RowFormat.table

    func run() throws {
        let ledger = try ledger.open(.readOnly)
        let cluster = try ledger.cluster(try number(ledger))
        if format == .table { try show(cluster) } else { try list(cluster) }
    }

    private func number(_ ledger: Ledger) throws -> Int64 {
        // Four digits may be the beginning of a revision's name; a statement's has a dot.
        if let number = Int64(name) { return number }
        guard case .statement(let statement) = try ledger.named(name) else {
            throw UsageError(
                message: "\(name): neither a cluster's number nor a statement, such as 7f3a9c21be045d10.3"
            )
        }
        guard let number = try ledger.cluster(of: statement) else {
            throw UsageError(message: "\(statement): nothing else in the ledger has its words")
        }
        return number
    }

    private func list(_ cluster: QuotationCluster) throws {
        var rows = Rows(AppearanceRow.columns.map { RowColumn($0) }, as: format)
        for row in AppearanceRow.all(of: cluster) { try rows.append(row.cells) }
        try rows.finish(empty: "")
    }

    private func show(_ cluster: QuotationCluster) throws {
        let paint = Paint(isOn: Console.usesColour)
        let output = OutputFile()
        try output.write(
            "Cluster \(cluster.id): \(Display.count(cluster.appearances.count, "appearance", "appearances")) in "
                + "\(Display.count(cluster.outlets, "outlet", "outlets"))\n"
        )
        for appearance in cluster.appearances {
            let place = [
                appearance.published, appearance.outlet, appearance.speakers.joined(separator: ", "),
                appearance.statement.description,
            ].compactMap { $0 }.filter { !$0.isEmpty }.map(Display.line)
            try output.write("\n" + paint.text(place.joined(separator: " · "), .dim) + "\n")
            let difference = WordDifference(
                from: cluster.appearances[0].content,
                to: appearance.content
            )
            try output.write(
                difference.isNone
                    ? Display.wrap(Display.line(appearance.content), to: max(20, Console.width - 2))
                        .map { "  \($0)\n" }.joined()
                    : difference.lines(Console.width, paint: paint)
            )
        }
        try output.flush()
    }
}
