import ArgumentParser
import SaysoLedger
import SaysoStatements

/// `sayso speakers show`: all names and roles of one speaker.
struct SpeakersShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show how articles name a speaker, and in what roles.",
        discussion: """
            EXAMPLES:
              sayso speakers show p12
              sayso speakers show "Mara Osk" --format json
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: .init("A number such as p12, or a name.", valueName: "speaker"))
    var speaker: String

    @Option(help: .init("What to print.", valueName: "form"))
    var format: RowFormat = .table

    func run() throws {
        let known = try ledger.open(.readOnly).speaker(speaker)
        if format == .table {
            var lines = [
                "\(known.id) \(known.name)" + (known.role.map { ", \($0)" } ?? "")
                    + " (\(known.kind.rawValue))"
            ]
            let days = [known.first, known.last].compactMap { LedgerDay.text($0) }
            lines.append(
                Display.count(known.statements, "statement", "statements") + " in "
                    + Display.count(known.articles, "article", "articles")
                    + (days.isEmpty
                        ? "" : ", " + (days[0] == days.last ? days[0] : days.joined(separator: " to ")))
            )
            if !known.outlets.isEmpty { lines.append(known.outlets.joined(separator: ", ")) }
            if let link = known.link { lines.append(link) }
            Console.out(lines.map { Display.line($0) + "\n" }.joined() + "\n")
        }
        var rows = Rows(
            [
                RowColumn("speaker", weight: 0), RowColumn("name", weight: 2), RowColumn("role", weight: 3),
                RowColumn("affiliation", weight: 2), RowColumn("revisions"), RowColumn("link", weight: 0),
            ],
            as: format
        )
        for face in known.faces {
            try rows.append([
                .text("\(known.id)"), .text(face.name), .text(face.role), .text(face.affiliation),
                .number(face.articles), .text(known.link),
            ])
        }
        try rows.finish(empty: "no article names this speaker")
    }
}
