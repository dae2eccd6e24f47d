import ArgumentParser
import SaysoLedger

/// `sayso changes`: what was changed after publication.
struct ChangesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes",
        abstract: "List what articles changed after they were printed.",
        discussion: """
            Newest first, with what is gone as [-gone-] and what has come as {+come+}, word by word. Kinds: added, \
            removed, reworded, moved (to another speaker), headline, own-voice. A change is silent when the article \
            names no new time at which it was changed.

            EXAMPLES:
              sayso changes --silent
              sayso changes --outlet coastwire.example --kind reworded,removed
              sayso changes --speaker "Mara Osk" --since 2025-03-01 --format jsonl
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Option(help: .init("Only of this outlet, by its name or host.", valueName: "outlet"))
    var outlet: String?

    @Option(
        help: .init("Only of what this speaker says: a number such as p12, or a name.", valueName: "speaker")
    )
    var speaker: String?

    @Option(help: .init("Only those seen on this day or later (2025-04-26, 2025-04).", valueName: "day"))
    var since: DayRange?

    @Option(help: .init("Only those seen on this day or earlier.", valueName: "day"))
    var until: DayRange?

    @Option(help: .init("Only of these kinds, parted by commas.", valueName: "kinds"))
    var kind: String?

    @Flag(help: "Only those of which the article says nothing.")
    var silent = false

    @Option(help: .init("How many to print at most.", valueName: "number"))
    var limit = 1000

    @Option(help: .init("How they are printed.", valueName: "form"))
    var format = RowFormat.table

    private var seen: DayRange { DayRange(first: since?.first, last: until?.last) }

    func validate() throws {
        try PublishedOptions.check(seen)
        if limit < 1 { throw ValidationError("--limit is at least 1") }
        _ = try kinds()
    }

    func run() throws {
        var filter = ChangeFilter()
        (filter.outlet, filter.speaker, filter.seen) = (outlet, speaker, seen)
        (filter.kinds, filter.isSilent) = (try kinds(), silent)
        let changes = try ledger.open(.readOnly).changes(filter, limit: limit)
        if format == .table { try show(changes) } else { try list(changes) }
    }

    private func list(_ changes: [ArticleChange]) throws {
        var rows = Rows(ArticleChange.columns.map { RowColumn($0) }, as: format)
        for change in changes { try rows.append(change.cells) }
        try rows.finish(empty: "no changes")
    }

    private func show(_ changes: [ArticleChange]) throws {
        let paint = Paint(isOn: Console.usesColour)
        let output = OutputFile()
        if changes.isEmpty { try output.write("no changes\n") }
        for (index, found) in changes.enumerated() {
            let change = found.change
            let speakers = found.speakers.joined(separator: ", ")
            let former = found.formerSpeakers.joined(separator: ", ")
            let head = [
                (found.seen, Paint.Style.dim), (change.kind.rawValue, .cue),
                (change.isSilent ? "silently" : "", .plain),
                (speakers == former ? speakers : "from \(former) to \(speakers)", .bold),
            ].filter { !$0.0.isEmpty }
            let foot = [
                "\(change.after?.description ?? change.before?.description ?? change.later.description)",
                found.outlet, found.headline, found.url ?? found.article,
            ].compactMap(\.self).map(Display.line)
            let difference = WordDifference(from: change.wordsBefore ?? "", to: change.wordsAfter ?? "")
            try output.write(
                (index == 0 ? "" : "\n")
                    + head.map { paint.text(Display.line($0.0), $0.1) }.joined(separator: "  ")
                    + "\n" + difference.lines(Console.width, paint: paint)
                    + "  " + paint.text(foot.joined(separator: " · "), .dim) + "\n"
            )
        }
        try output.flush()
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
}
