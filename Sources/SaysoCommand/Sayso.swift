import ArgumentParser

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The tool.
@main
struct Sayso: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sayso",
        abstract: "Who said what in the news, with the exact place of every word.",
        discussion: """
            EXAMPLES:
              sayso extract article.txt                 a table for reading
              sayso extract --format jsonl *.txt        one JSON object an article
              cat article.txt | sayso extract -         from standard input
              sayso evaluate gold/                      score against brat annotations

            EXIT STATUS: 0 all done, 1 some documents failed, 2 wrong usage, 130 interrupted.
            """,
        version: Version.text,
        subcommands: [Extract.self, Evaluate.self]
    )

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let status as ExitStatus {
            exit(status.rawValue)
        } catch {
            let usage = exitCode(for: error) == .validationFailure
            let text = fullMessage(for: error)
            if exitCode(for: error) == .success {
                Console.out(text + "\n")
                exit(0)
            }
            Console.err(text + "\n")
            exit(usage ? ExitStatus.usage.rawValue : ExitStatus.failed.rawValue)
        }
    }
}
