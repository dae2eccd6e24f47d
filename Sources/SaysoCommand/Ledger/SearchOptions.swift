public import ArgumentParser
import SaysoArticles
public import SaysoLedger
import SaysoStatements

/// Which statements, how many, in what form: the same for search and timeline.
struct SearchOptions: ParsableArguments {
    @Option(
        help: .init(
            "Only statements of this outlet, by its name or host; give it several times for several.",
            valueName: "name"
        )
    )
    var outlet: [String] = []

    @Option(
        help: .init(
            "Only what was said in this time: 2025-03-03, 2025-03, 2025, or two with .. between.",
            valueName: "period"
        )
    )
    var said: DayRange?

    @OptionGroup var published: PublishedOptions

    @Option(
        help: .init(
            "Only words given so: direct, mixed, indirect; several are parted by commas.",
            valueName: "forms"
        )
    )
    var form: FormSelection?

    @Option(help: .init("Only these kinds of saying; several are parted by commas.", valueName: "kinds"))
    var kind: KindSelection?

    @Flag(help: "Only what was added, removed, reworded or given to another speaker after publication.")
    var changed = false

    @Flag(help: "Also statements of earlier revisions, which their articles no longer make.")
    var allRevisions = false

    @Option(help: .init("How many results at most.", valueName: "count"))
    var limit = 20

    @Option(
        help: .init(
            "Go on where a search with the same question ended: it names its cursor.",
            valueName: "cursor"
        )
    )
    var cursor: String?

    @Option(help: .init("What offsets in JSON and CSV count.", valueName: "unit"))
    var offsets: OffsetUnit = .codePoints

    @Option(help: .init("What to print.", valueName: "form"))
    var format: RowFormat = .table

    func validate() throws {
        if !(1...10_000).contains(limit) { throw ValidationError("--limit must be from 1 to 10000") }
    }

    /// A search with these filters.
    func search(_ question: Question) -> Search {
        var search = Search(question)
        search.outlets = outlet
        search.said = said ?? DayRange()
        search.published = published.days
        search.forms = form?.forms ?? []
        if let kind, kind.kinds.count < Saying.Kind.allCases.count { search.kinds = kind.kinds }
        (search.isChanged, search.hasEarlierRevisions) = (changed, allRevisions)
        (search.limit, search.cursor) = (limit, cursor)
        return search
    }

    /// Prints results, and on standard error where they go on.
    func print(_ hits: [SearchHit], next: String?, empty: String) throws {
        try HitPrinter(format: format, unit: offsets).print(hits, empty: empty)
        if let next { Console.err("sayso: there are more: --cursor \(next)\n") }
    }
}

/// Forms of statements: `--form direct,mixed`.
struct FormSelection: ExpressibleByArgument, Sendable {
    /// What a user can write, parted by commas.
    static var allValueStrings: [String] { Statement.Form.allCases.map(\.rawValue) }

    /// The forms.
    let forms: Set<Statement.Form>

    init?(argument: String) {
        var forms: Set<Statement.Form> = []
        for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let form = Statement.Form(rawValue: String(name)) else { return nil }
            forms.insert(form)
        }
        self.forms = forms
    }
}

extension DayRange: ExpressibleByArgument {
    /// Reads what a user writes.
    public init?(argument: String) { self.init(argument) }
}

extension Search.Order: ExpressibleByArgument {}
extension Timeline.Step: ExpressibleByArgument {}
