import ArgumentParser
import Logging
import SaysoLedger
import SaysoServer

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `sayso serve`: a ledger in the browser.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Open a ledger in the browser, and for programs.",
        discussion: """
            Serves pages at http://127.0.0.1:8080/ and the same as JSON under /api/v1, which \
            /api/v1/openapi.json describes; figures for Prometheus are at /metrics. Only this machine can reach it. \
            With --address it can be reached from elsewhere, and then needs a token, which browsers ask for as a \
            password. Ctrl-C stops it when what is in hand is answered.

            EXAMPLES:
              sayso serve --ledger news.sayso
              sayso serve --ledger news.sayso --port 8000
              SAYSO_TOKEN=… sayso serve --ledger news.sayso --address 0.0.0.0
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Option(help: .init("The port; 0 takes one that is free.", valueName: "number"))
    var port = 8080

    @Option(help: .init("The address to listen at.", valueName: "address"))
    var address = "127.0.0.1"

    @Option(
        help: .init(
            "What users must know; other processes see arguments, so better put it into SAYSO_TOKEN.",
            valueName: "secret"
        )
    )
    var token: String?

    @Option(
        help: .init(
            "A name under which the server is reached; may be given several times.",
            valueName: "host"
        )
    )
    var name: [String] = []

    @Option(help: .init("A network to use instead of the one built in (safetensors).", valueName: "file"))
    var model: String?

    @Flag(help: "Get articles that are added by address from addresses of the own network, too.")
    var allowPrivate = false

    @Flag(help: "Log every request.")
    var verbose = false

    func validate() throws {
        if !(0...65535).contains(port) { throw ValidationError("--port is a number from 0 to 65535") }
    }

    func run() async throws {
        var options = ServerOptions(ledger: ledger.path)
        (options.address, options.port, options.names) = (address, port, name)
        options.author = DecisionAuthor.name
        options.token = token ?? ProcessInfo.processInfo.environment["SAYSO_TOKEN"]
        if options.token?.isEmpty == true { options.token = nil }
        var logger = Logger(label: "sayso") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = verbose ? .debug : .notice
        OpenFiles.allow(options.mostConnections + 512)
        let extractor = try ModelFile.extractor(model)
        try await PageFetcher.fetching(allowsPrivate: allowPrivate) { [options, logger, address] fetcher in
            let intake = ServerIntake(ledger: options.ledger, extractor: extractor, fetcher: fetcher).intake
            do {
                let server = try LedgerServer(options, intake: intake, logger: logger) { port in
                    let host = address.contains(":") ? "[\(address)]" : address
                    Console.err("sayso: serving at http://\(host):\(port)/ until Ctrl-C\n")
                }
                try await server.run()
            } catch let error as ServerError {
                throw UsageError(message: error.message)
            }
        }
    }
}
