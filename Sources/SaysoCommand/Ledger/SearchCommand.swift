import ArgumentParser
import SaysoLedger

/// `sayso search`: who said what about something.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find statements in a ledger by their words, speakers, outlets and days.",
        discussion: """
            Words are looked for in what was said, in all their forms, whatever their case and accents:

              dam flood               both words             "safety review"    words in this order
              dam OR dyke             either                 reserv*            words that begin so
              dam -tunnel             not the second         (dam OR dyke) ice  groups
              speaker:Osk             names and roles, as the article prints them
              role:minister
              outlet:coastwire.example    kind:denied,warned    form:direct
              said:2025-03    published:2025-03-01..2025-03-14    cluster:7    changed:yes

            Without words, all statements that pass the filters are found, the newest first. In a shell, put the \
            question in single quotes.

            EXAMPLES:
              sayso search dam
              sayso search --speaker 'Mara Osk' --said 2025-03 '"the dam" -tunnel'
              sayso search --outlet coastwire.example --kind denied --sort newest dam
              sayso search --changed --all-revisions 'dam OR spillway'
              sayso search --format jsonl 'role:minister reserv*'
            """
    )

    @OptionGroup var ledger: LedgerOptions
    @Argument(help: .init("What to look for.", valueName: "question"))
    var words: [String] = []

    @Option(
        help: .init(
            "Only statements of this speaker, by name, a part of it, or id (p12); give it several times for several.",
            valueName: "name"
        )
    )
    var speaker: [String] = []

    @Option(help: .init("Only speakers with these words in their role.", valueName: "words"))
    var role: String?

    @Option(help: .init("Only places of this quotation.", valueName: "number"))
    var cluster: Int?

    @OptionGroup var options: SearchOptions

    @Option(help: .init("In which order.", valueName: "order"))
    var sort: Search.Order = .relevance

    func run() throws {
        var search = options.search(try Question(words.joined(separator: " ")))
        (search.speakers, search.role, search.cluster, search.order) = (speaker, role, cluster, sort)
        let results = try ledger.open(.readOnly).search(search)
        try options.print(results.hits, next: results.next, empty: "nothing found")
        if results.isPartlyRanked {
            let most = SearchResults.mostRanked
            Console.complain("of more than \(most) answers, the \(most) that were added last were ranked")
        }
    }
}
