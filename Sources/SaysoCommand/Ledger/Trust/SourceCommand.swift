import ArgumentParser
import SaysoLedger

/// `sayso source`: the bytes that an article was read from.
struct SourceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "source",
        abstract: "Give back the original bytes that a revision was read from.",
        discussion: """
            EXAMPLES:
              sayso source 7f3a9c21be045d10 > page.html
              sayso source --ledger news.sayso 7f3a.12 | sha256sum
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Argument(
        help: .init("A revision or a statement; four digits do where they are enough.", valueName: "name")
    )
    var name: String

    func run() throws {
        let ledger = try ledger.open(.readOnly)
        let revision =
            switch try ledger.named(name) {
            case .revision(let id): id
            case .statement(let id): id.revision
            }
        try Console.write(try ledger.source(of: revision), to: 1)
    }
}
