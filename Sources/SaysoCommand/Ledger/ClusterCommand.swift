import ArgumentParser
import SaysoLedger

/// `sayso cluster`: one quotation wherever it is printed.
struct ClusterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cluster",
        abstract: "Show where a quotation is printed, and in which words.",
        discussion: """
            The first appearance comes first; for the others it is marked how their words differ from it, word by \
            word: what is gone as [-gone-], what has come as {+come+}. Copies of one story count as one outlet.

            EXAMPLES:
              sayso cluster 12
              sayso cluster 7f3a9c21be045d10.3
              sayso cluster --format json 12
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: "A cluster's number, as clusters prints it, or a statement.")
    var name: String

    @Option(help: .init("How the appearances are printed.", valueName: "form"))
    var format = RowFormat.table

    func run() async throws {
        let ledger = try ledger.open(.readOnly)
        let cluster = try ledger.cluster(try number(ledger))
        if format == .table { try show(cluster) } else { try list(cluster) }
    }

    private func number(_ ledger: Ledger) throws -> Int64 {
        if let number = Int64(name) { return number }
        guard let statement = StatementID(name) else {
            throw UsageError(message: "\(Display.line(name)): neither a cluster's number nor a statement")
        }
        guard let number = try ledger.cluster(of: statement) else {
            throw UsageError(message: "\(statement): nothing else in the ledger has its words")
        }
        return number
    }

    private func list(_ cluster: QuotationCluster) throws {
        var rows = Rows(
            [
                "cluster", "statement", "published", "outlet", "story", "speakers", "headline", "url",
                "content",
                "difference",
            ].map { RowColumn($0) },
            as: format
        )
        for (index, appearance) in cluster.appearances.enumerated() {
            try rows.append([
                .number(Int(cluster.id)), .text(appearance.statement.description),
                .text(appearance.published),
                .text(appearance.outlet), .number(Int(appearance.story)), .list(appearance.speakers),
                .text(appearance.headline), .text(appearance.url), .text(appearance.content),
                .difference(
                    index == 0
                        ? nil : WordDifference(from: cluster.appearances[0].content, to: appearance.content)
                ),
            ])
        }
        try rows.finish(empty: "")
    }

    private func show(_ cluster: QuotationCluster) throws {
        let paint = Paint(isOn: Console.usesColour)
        let output = OutputFile()
        let (count, outlets) = (cluster.appearances.count, cluster.outlets)
        try output.write(
            "Cluster \(cluster.id): \(count) \(count == 1 ? "appearance" : "appearances") in "
                + "\(outlets) \(outlets == 1 ? "outlet" : "outlets")\n"
        )
        for (index, appearance) in cluster.appearances.enumerated() {
            let place = [
                appearance.published, appearance.outlet, appearance.speakers.joined(separator: ", "),
                appearance.statement.description,
            ].compactMap { $0 }.filter { !$0.isEmpty }.map(Display.line)
            try output.write("\n" + paint.text(place.joined(separator: " · "), .dim) + "\n")
            let difference = WordDifference(
                from: cluster.appearances[0].content,
                to: appearance.content
            )
            let words =
                index == 0 || difference.isNone
                ? Display.line(appearance.content) : Self.marked(difference, paint)
            try output.write("  " + words + "\n")
        }
        try output.flush()
    }

    /// Differences in brackets; on a terminal in colours, too.
    private static func marked(_ difference: WordDifference, _ paint: Paint) -> String {
        difference.parts.map { part in
            let text = Display.line(part.text)
            return switch part.kind {
            case .same: text
            case .gone: paint.text("[-\(text)-]", .gone)
            case .come: paint.text("{+\(text)+}", .come)
            }
        }.joined(separator: " ")
    }
}
