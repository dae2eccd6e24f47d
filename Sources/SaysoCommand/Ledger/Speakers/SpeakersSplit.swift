import ArgumentParser
import SaysoLedger

/// `sayso speakers split`: makes a part of a speaker somebody else.
struct SpeakersSplit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "Make a part of what a speaker said somebody else's.",
        discussion: """
            Later revisions of the articles keep to it. A role that is split off means the new speaker in articles to \
            come, too.

            EXAMPLES:
              sayso speakers split p12 --articles https://coastwire.example/harbour
              sayso speakers split p12 --statements 7f3a9c21be045d10.2 --name "Mara Osk junior"
              sayso speakers split p12 --roles "harbour pilot"
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: .init("A number such as p12, or a name.", valueName: "speaker"))
    var speaker: String

    @Option(
        parsing: .upToNextOption,
        help: .init("Statements, by the names that search prints.", valueName: "statement")
    )
    var statements: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: .init("Articles, by address or a revision's name.", valueName: "article")
    )
    var articles: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: .init("Roles, as sayso speakers show prints them.", valueName: "role")
    )
    var roles: [String] = []

    @Option(help: .init("What to call the new speaker (default: the same).", valueName: "name"))
    var name: String?

    func validate() throws {
        if statements.isEmpty, articles.isEmpty, roles.isEmpty {
            throw ValidationError("say what is split off: --statements, --articles or --roles")
        }
    }

    func run() throws {
        let ledger = try ledger.open(.existing)
        var parts = SpeakerParts()
        parts.statements = try statements.map { name in
            guard case .statement(let statement) = try ledger.named(name) else {
                throw UsageError(message: "\(name): a revision; name statements, such as \(name).1")
            }
            return statement
        }
        (parts.articles, parts.roles) = (articles, roles)
        DecisionReport.print(try ledger.split(speaker, parts, name: name, author: DecisionAuthor.name))
    }
}
