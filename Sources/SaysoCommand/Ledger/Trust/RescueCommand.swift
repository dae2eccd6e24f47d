import ArgumentParser
import SaysoLedger

/// `sayso rescue`: what can be read of a damaged ledger.
struct RescueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rescue",
        abstract: "Save what can be read of a damaged ledger into a new one.",
        discussion: """
            Articles are saved whole or not at all. What is lost is said on standard error. The damaged file is left as \
            it is.

            EXAMPLES:
              sayso rescue news.sayso saved.sayso

            EXIT STATUS:
              0 nothing is lost, 1 something is lost or nothing can be read, 2 wrong usage
            """
    )

    @Argument(help: .init("The damaged ledger.", valueName: "damaged"))
    var damaged: String

    @Argument(help: .init("The new ledger, which is not there yet.", valueName: "new"))
    var new: String

    func run() throws {
        let rescue = try Ledger.rescue(damaged, into: new)
        for loss in rescue.losses { Console.complain("lost: \(loss)") }
        Console.out(
            "\(Display.line(new)): \(Display.count(rescue.statements, "statement", "statements")) of "
                + "\(Display.count(rescue.revisions, "revision", "revisions")) saved\n"
        )
        if !rescue.losses.isEmpty { throw ExitStatus.failed }
    }
}
