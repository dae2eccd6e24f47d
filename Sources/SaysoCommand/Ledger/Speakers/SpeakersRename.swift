import ArgumentParser
import SaysoLedger

/// `sayso speakers rename`: names a speaker.
struct SpeakersRename: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename",
        abstract: "Give a speaker a name, whatever articles print.",
        discussion: """
            EXAMPLES:
              sayso speakers rename p12 "Mara Osk"
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: .init("A number such as p12, or a name.", valueName: "speaker"))
    var speaker: String

    @Argument(help: "The name.")
    var name: String

    func run() throws {
        DecisionReport.print(
            try ledger.open(.existing).rename(speaker, to: name, author: DecisionAuthor.name)
        )
    }
}

/// `sayso speakers link`: says who a speaker is in the world.
struct SpeakersLink: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Say who a speaker is in the world: a Wikidata number or any address.",
        discussion: """
            EXAMPLES:
              sayso speakers link p12 Q42
              sayso speakers link p12 https://orrin.example/council/osk
              sayso speakers link p12 --remove
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: .init("A number such as p12, or a name.", valueName: "speaker"))
    var speaker: String

    @Argument(help: .init("A Wikidata number or an address.", valueName: "address"))
    var address: String?

    @Flag(help: "Take the link away.")
    var remove = false

    func validate() throws {
        if remove != (address == nil) { throw ValidationError("give either an address or --remove") }
    }

    func run() throws {
        DecisionReport.print(
            try ledger.open(.existing).link(speaker, to: address, author: DecisionAuthor.name)
        )
    }
}
