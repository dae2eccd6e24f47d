import ArgumentParser
import SaysoLedger
import SaysoServer

/// `sayso mcp`: a ledger for assistants.
struct Mcp: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Let an assistant ask a ledger (Model Context Protocol on standard input and output).",
        discussion: """
            An assistant that is told to start this command can search statements, look at one with its evidence, and \
            follow a speaker through the days, so that it quotes people exactly. Nothing is written.

            EXAMPLES:
              sayso mcp --ledger news.sayso
            """
    )

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        let server = MCPServer(try ledger.open(.readOnly), version: Version.text)
        let output = OutputFile()
        while let line = readLine() {
            guard line.utf8.contains(where: { $0 > 0x20 }), let answer = server.answer(to: line.utf8) else {
                continue
            }
            try output.write(answer + [0x0A])
            try output.flush()
        }
    }
}
