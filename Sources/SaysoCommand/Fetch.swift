import ArgumentParser
import SaysoArchives
import SaysoFetching

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// `sayso fetch`: addresses in, a web archive out.
struct Fetch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fetch pages and feeds politely into a web archive.",
        discussion: """
            Writes a WARC 1.1 file of all that was sent and got, byte by byte, and prints its name. What became of \
            each address is said on standard error: status, bytes, and where redirects led.

            Politely means: robots.txt is asked first and obeyed, under the name sayso; each host gets one \
            connection and a pause between pages; what fails is tried again later and later, and as late as the \
            server asks. Only public IP addresses are connected to. A feed's entries are fetched after it.

            EXAMPLES:
              sayso fetch https://coast.example/ferry
              sayso fetch --limit 20 https://coast.example/feed.xml
              sayso fetch --contact me@coast.example --from addresses.txt
              sayso fetch --earlier monday.warc.gz --output tuesday.warc.gz --from list.txt
              sayso extract "$(sayso fetch https://coast.example/ferry)"

            EXIT STATUS:
              0 all done, 1 some addresses failed, 2 wrong usage, 130 interrupted
            """
    )

    @Argument(help: "Addresses of pages or feeds, or - for a list of them on standard input.")
    var addresses: [String] = []

    @Option(help: .init("A file with addresses, one a line; # begins a comment.", valueName: "file"))
    var from: String?

    @Option(
        help: .init(
            "The archive to write; no file is replaced (default: sayso-TIME.warc.gz).",
            valueName: "file"
        )
    )
    var output: String?

    @Option(
        help: .init(
            "An earlier archive: only what has changed since is sent again. Can be given several times.",
            valueName: "file"
        )
    )
    var earlier: [String] = []

    @Option(
        help: .init(
            "How site owners can reach you: a mail address, or that of a page. It is sent with every request "
                + "(default: SAYSO_CONTACT of the environment).",
            valueName: "contact"
        )
    )
    var contact: String?

    @Flag(help: "Leave the entries of feeds.")
    var noEntries = false

    @Option(
        help: .init("Entries to fetch of each feed, from the first on (default: all).", valueName: "count")
    )
    var limit: Int?

    @Option(
        help: .init(
            "Seconds between two pages of a host; robots.txt may ask for up to 30.",
            valueName: "seconds"
        )
    )
    var pause = 1.0

    @Option(help: .init("Hosts to ask at the same time.", valueName: "count"))
    var hosts = 8

    @Option(help: .init("Seconds that one response may take.", valueName: "seconds"))
    var timeout = 60.0

    @Option(
        help: .init("Megabytes that one response may have, as it comes and decoded.", valueName: "megabytes")
    )
    var maxSize = 20.0

    @Option(help: .init("Tries after the first one.", valueName: "count"))
    var retries = 3

    @Flag(
        help: """
            Fetch what robots.txt asks robots not to fetch. Sites may take this for an attack and block you; only \
            use it for sites of your own, or whose owners agreed.
            """
    )
    var ignoreRobots = false

    @Flag(
        help: """
            Connect to private and other addresses that are not public, too. Addresses that come from strangers can \
            then reach machines of your own network.
            """
    )
    var allowPrivate = false

    func validate() throws {
        if addresses.isEmpty, from == nil { throw ValidationError("give an address, or --from FILE") }
        if let limit, limit < 0 { throw ValidationError("--limit must not be negative") }
        if limit != nil, noEntries { throw ValidationError("--limit goes without --no-entries") }
        if !(0...3600).contains(pause) { throw ValidationError("--pause must be from 0 to 3600 seconds") }
        if !(1...256).contains(hosts) { throw ValidationError("--hosts must be from 1 to 256") }
        if !(0.1...86_400).contains(timeout) {
            throw ValidationError("--timeout must be from 0.1 to 86400 seconds")
        }
        if !(0.001...1000).contains(maxSize) {
            throw ValidationError("--max-size must be from 0.001 to 1000")
        }
        if !(0...20).contains(retries) { throw ValidationError("--retries must be from 0 to 20") }
    }

    func run() async throws {
        let addresses = try AddressList.read(addresses, from: from)
        let contact =
            contact ?? getenv("SAYSO_CONTACT").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
        let options = try options(contact: contact)
        let earlier = try earlierVisits()
        let path = output ?? "sayso-\(UnixTime.now.compact).warc.gz"
        let archive: PageArchive
        do {
            archive = try PageArchive(
                creating: path,
                software: "sayso/\(Version.text)",
                contact: contact,
                earlier: earlier
            )
        } catch {
            throw UsageError(message: error.message)
        }
        let limit = limit ?? .max
        let entryLinks: Crawl.EntryLinks? = noEntries ? nil : FeedLinks.links
        try await Interruption.cancelling {
            var report = FetchReport()
            do {
                try await Fetcher.with(options, earlier: earlier, record: { await archive.write($0) }) {
                    fetcher in
                    try await Crawl(fetcher, entryLinks: entryLinks, limit: limit).run(addresses) { page in
                        report.add(page, received: await archive.received)
                        if let failure = await archive.failure { throw OutputError(message: failure.message) }
                    }
                }
            } catch is CancellationError {
                report.finish(await archive.close(), received: await archive.received)
                throw ExitStatus.interrupted
            }
            let written = await archive.close()
            report.finish(written, received: await archive.received)
            if let written { Console.out(written + "\n") }
            if report.hasFailures { throw ExitStatus.failed }
        }
    }

    /// What the earlier archives hold.
    private func earlierVisits() throws(UsageError) -> EarlierVisits {
        var visits = EarlierVisits()
        for path in earlier {
            do throws(ArchiveError) {
                try visits.add(FileSource(path: path))
            } catch {
                throw UsageError(message: "\(path): \(error.message)")
            }
        }
        return visits
    }

    private func options(contact: String?) throws(UsageError) -> FetchOptions {
        do throws(FetchError) {
            var options = FetchOptions(userAgent: try UserAgent(version: Version.text, contact: contact))
            options.ignoresRobots = ignoreRobots
            options.addresses = allowPrivate ? .any : .publicOnly
            options.pause = .seconds(pause)
            options.hosts = hosts
            options.timeout = .seconds(timeout)
            options.largest = Int(maxSize * 1_000_000)
            options.schedule.retries = retries
            return options
        } catch {
            throw UsageError(message: "--contact \(error.address): \(error.message)")
        }
    }
}
