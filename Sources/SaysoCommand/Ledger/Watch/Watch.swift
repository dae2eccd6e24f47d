import ArgumentParser
import SaysoFetching
import SaysoLedger

/// `sayso watch`: feeds and pages, again and again.
struct Watch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Follow feeds and pages, and tell of what is new.",
        discussion: """
            Looks at feeds and pages that a TOML file names, politely and at pauses that adapt: more often where \
            there is news. Feeds' entries are added to the ledger and looked at again, often at first and ever \
            less, so that later changes are caught. New statements that a saved search finds are printed as JSON, \
            one a line, or handed to a program or an address. Where it was stopped, however roughly, it goes on.

            A configuration:
              feeds = ["https://coastwire.example/feed.xml"]
              pages = ["https://coastwire.example/live"]
              contact = "desk@coastwire.example"   # sent with every request
              least = "15m"                        # the shortest pause

              [[search]]
              name = "dam"
              query = "dam OR spillway"
              command = ["mail-desk", "--urgent"]  # or post = "http://127.0.0.1:8000/"; else printed

            EXAMPLES:
              sayso watch news.toml
              sayso watch --once --ledger news.sayso news.toml
              sayso watch status --ledger news.sayso
              sayso watch log --last 20
            """,
        subcommands: [WatchRun.self, WatchStatus.self, WatchLogCommand.self],
        defaultSubcommand: WatchRun.self
    )
}

/// `sayso watch CONFIG`.
struct WatchRun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Watch what a file names (what watch does when nothing else is said)."
    )

    @Argument(help: .init("The file that says what to watch.", valueName: "config"))
    var file: String

    @OptionGroup var ledger: LedgerOptions

    @Flag(help: "Look at what is due, and end.")
    var once = false

    @Flag(help: "Read articles in whatever language.")
    var anyLanguage = false

    @Flag(help: "Connect to private and other addresses that are not public, too.")
    var allowPrivate = false

    @Option(help: .init("A network to use instead of the one built in (safetensors).", valueName: "file"))
    var model: String?

    func run() async throws {
        let configuration = try WatchConfiguration(file: file)
        var options: FetchOptions
        do {
            options = FetchOptions(
                userAgent: try UserAgent(version: Version.text, contact: configuration.contact)
            )
        } catch {
            throw UsageError(message: "\(file): contact \(error.address): \(error.message)")
        }
        if allowPrivate { options.addresses = .any }
        let ledger = try ledger.open(.create)
        let extractor = try ModelFile.extractor(model)
        let (once, languages) = (once, anyLanguage ? ArticleFilter.Languages.all : .only("en"))
        try await Interruption.cancelling { [options] in
            var watcher = Watcher(ledger, configuration, extractor, languages: languages)
            try await Fetcher.with(options) { try await watcher.run($0, once: once) }
        }
        if Interruption.isRequested { throw ExitStatus.interrupted }
    }
}

/// `sayso watch status`.
struct WatchStatus: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say what is watched, and when it is looked at next."
    )

    @OptionGroup var ledger: LedgerOptions

    @Option(help: .init("What to print.", valueName: "form"))
    var format: RowFormat = .table

    func run() throws {
        var rows = Rows(
            [
                RowColumn("address", weight: 4), RowColumn("kind", .dim), RowColumn("last_checked"),
                RowColumn("next_check"), RowColumn("failures"), RowColumn("outcome", weight: 2),
            ],
            as: format
        )
        func time(_ seconds: Int?) -> Cell { .text(seconds.map { UnixTime(seconds: $0).iso8601 }) }
        for address in try ledger.open(.readOnly).watched() {
            try rows.append([
                .text(address.address), .text(address.kind.rawValue), time(address.lastChecked),
                time(address.nextCheck), .number(address.failures), .text(address.outcome),
            ])
        }
        try rows.finish(empty: "nothing is watched")
    }
}

/// `sayso watch log`.
struct WatchLogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Print what the watch did."
    )

    @OptionGroup var ledger: LedgerOptions

    @Option(help: .init("How many lines.", valueName: "count"))
    var last = 100

    @Option(help: .init("What to print.", valueName: "form"))
    var format: RowFormat = .table

    func validate() throws {
        if !(1...1_000_000).contains(last) { throw ValidationError("--last must be from 1 to 1000000") }
    }

    func run() throws {
        var rows = Rows(
            [
                RowColumn("time"), RowColumn("level", .dim), RowColumn("address", weight: 2),
                RowColumn("message", weight: 3),
            ],
            as: format
        )
        for event in try ledger.open(.readOnly).events(last: last) {
            try rows.append([
                .text(UnixTime(seconds: event.time).iso8601), .text(event.level), .text(event.address),
                .text(event.message),
            ])
        }
        try rows.finish(empty: "the log is empty")
    }
}
