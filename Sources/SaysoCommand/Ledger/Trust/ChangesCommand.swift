import ArgumentParser
import SaysoLedger

/// `sayso changes`: what was changed after publication.
struct ChangesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes",
        abstract: "List what articles changed after they were printed.",
        discussion: """
            Kinds: added, removed, reworded, moved (to another speaker), headline, own-voice. A change is silent when \
            the article names no new time at which it was changed. Newest first.

            EXAMPLES:
              sayso changes --silent
              sayso changes --outlet coastwire.example --kind reworded,removed
              sayso changes --speaker "Mara Osk" --since 2025-03-01 --format jsonl
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Option(help: .init("Only of this outlet: its name, or the host of its addresses.", valueName: "outlet"))
    var outlet: String?

    @Option(help: .init("Only of what this speaker says.", valueName: "name"))
    var speaker: String?

    @Option(help: .init("Only those seen on this day or later.", valueName: "day"))
    var since: String?

    @Option(help: .init("Only those seen on this day or earlier.", valueName: "day"))
    var until: String?

    @Option(help: .init("Only of these kinds, parted by commas.", valueName: "kinds"))
    var kind: String?

    @Flag(help: "Only those of which the article says nothing.")
    var silent = false

    @Option(help: .init("How many to print at most.", valueName: "number"))
    var limit = 1000

    @Option(help: .init("table, json, jsonl or csv.", valueName: "form"))
    var format = RowFormat.table

    func validate() throws {
        for day in [since, until].compactMap(\.self) where !Self.isDay(day) {
            throw ValidationError("\"\(day)\" is no day such as 2025-03-01")
        }
        if limit < 1 { throw ValidationError("--limit is at least 1") }
        _ = try kinds()
    }

    func run() throws {
        var filter = ChangeFilter()
        (filter.outlet, filter.speaker, filter.since, filter.until) = (outlet, speaker, since, until)
        (filter.kinds, filter.isSilent) = (try kinds(), silent)
        let ledger = try ledger.open(.readOnly)
        var rows = Rows(
            [
                RowColumn("seen"), RowColumn("kind", .cue), RowColumn("silent"), RowColumn("outlet"),
                RowColumn("article", weight: 2, .dim), RowColumn("headline", weight: 0),
                RowColumn("speakers"), RowColumn("before", weight: 3), RowColumn("after", weight: 3),
                RowColumn("earlier", weight: 0), RowColumn("later", weight: 0),
            ],
            as: format
        )
        for found in try ledger.changes(filter, limit: limit) {
            let change = found.change
            try rows.append([
                .text(found.seen), .text(change.kind.rawValue), .flag(change.isSilent), .text(found.outlet),
                .text(found.article), .text(found.headline), .list(found.speakers), .text(change.wordsBefore),
                .text(change.wordsAfter), .text(change.before?.description ?? change.earlier.description),
                .text(change.after?.description ?? change.later.description),
            ])
        }
        try rows.finish(empty: "no changes")
    }

    private func kinds() throws -> Set<RevisionChange.Kind> {
        let all = RevisionChange.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        return Set(
            try (kind ?? "").split(separator: ",").map { name in
                guard let kind = RevisionChange.Kind(rawValue: String(name)) else {
                    throw ValidationError("there is no kind \"\(name)\"; there are \(all)")
                }
                return kind
            }
        )
    }

    private static func isDay(_ text: String) -> Bool {
        text.wholeMatch(of: /[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])/) != nil
    }
}
