import ArgumentParser
import SaysoLedger

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
              sayso extract article.txt               a table for reading
              sayso extract crawl.warc.gz feed.xml    from archives, feeds, pages, folders
              sayso article page.html                 the clean article alone
              sayso extract --format jsonl *.txt      one JSON object an article
              cat article.txt | sayso extract         from standard input
              sayso fetch --from addresses.txt        pages into a web archive
              sayso evaluate gold/                    score against brat annotations

            EXIT STATUS:
              0 all done, 1 some documents failed, 2 wrong usage, 130 interrupted
            """,
        version: Version.text,
        subcommands: [
            Extract.self,
            ArticleCommand.self,
            Fetch.self,
            Add.self,
            SearchCommand.self,
            TimelineCommand.self,
            Watch.self,
            Serve.self,
            Mcp.self,
            Export.self,
            Import.self,
            Merge.self,
            Speakers.self,
            Stats.self,
            Compare.self,
            ClusterCommand.self,
            Clusters.self,
            Show.self,
            SourceCommand.self,
            ChangesCommand.self,
            Verify.self,
            Backup.self,
            RescueCommand.self,
            Evaluate.self,
        ]
    )

    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let status as ExitStatus {
            status.end()
        } catch let error as UsageError {
            Console.complain(error.message)
            ExitStatus.usage.end()
        } catch let error as LedgerError {
            Console.complain(error.message)
            (error.code == .invalid || error.code == .missing ? ExitStatus.usage : .failed).end()
        } catch let error as OutputError {
            Console.complain(error.message)
            ExitStatus.failed.end()
        } catch {
            let code = exitCode(for: error)
            let text = fullMessage(for: error) + "\n"
            if code == .success { Console.out(text) } else { Console.err(text) }
            (code == .success ? ExitStatus.done : code == .validationFailure ? .usage : .failed).end()
        }
    }
}
