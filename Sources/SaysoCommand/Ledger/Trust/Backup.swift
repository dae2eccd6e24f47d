import ArgumentParser
import SaysoLedger

/// `sayso backup`: a copy of a ledger that may be in use.
struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy a ledger while it is in use.",
        discussion: """
            The copy is the ledger as it is at one moment. It is written beside its name, looked through, and given \
            the name when it is whole; an older backup of that name is replaced then.

            EXAMPLES:
              sayso backup monday.sayso
              sayso backup --ledger news.sayso /media/disk/news.sayso
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: .init("The copy's file.", valueName: "file"))
    var copy: String

    func run() throws {
        let source = try ledger.open(.existing)
        try source.backup(to: copy)
        Console.out("\(Display.line(copy)): a copy of \(Display.line(source.path))\n")
    }
}
