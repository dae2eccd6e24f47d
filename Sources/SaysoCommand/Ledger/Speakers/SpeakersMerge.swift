import ArgumentParser
import SaysoLedger

/// `sayso speakers merge`: makes speakers one.
struct SpeakersMerge: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Make speakers one; the first one's number stays.",
        discussion: """
            Articles to come that use any of their names and roles mean the one, too. The other numbers go on \
            meaning it.

            EXAMPLES:
              sayso speakers merge p12 p40
              sayso speakers merge "Mara Osk" "M. Osk"
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: .init("Two or more, by number or name.", valueName: "speaker"))
    var speakers: [String]

    func validate() throws {
        if speakers.count < 2 { throw ValidationError("at least two speakers are merged") }
    }

    func run() throws {
        DecisionReport.print(try ledger.open(.existing).merge(speakers, author: DecisionAuthor.name))
    }
}

/// `sayso speakers apart`: says that two who may be one are two.
struct SpeakersApart: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apart",
        abstract: "Say that two who may be one are two.",
        discussion: """
            What articles have called either of them by now goes on meaning that one, and doubts lists the two no \
            longer.

            EXAMPLES:
              sayso speakers apart p12 p40
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: .init("One, by number or name.", valueName: "speaker"))
    var one: String

    @Argument(help: .init("The other one.", valueName: "other-speaker"))
    var other: String

    func run() throws {
        DecisionReport.print(try ledger.open(.existing).keepApart(one, other, author: DecisionAuthor.name))
    }
}
