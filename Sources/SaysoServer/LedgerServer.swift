import HTTPTypes
package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import SaysoLedger
import ServiceLifecycle

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A ledger in the browser, and for programs.
package struct LedgerServer: Sendable {
    /// What listens and answers.
    package let application: Application<RouterResponder<ServerContext>>
    private let address: String
    let table: RouteTable

    /// Opens a ledger; nothing is listened at yet.
    ///
    /// - Parameters:
    ///   - options: which ledger, where, and how much at once.
    ///   - intake: reads what is handed in; nil where nothing may be.
    ///   - metrics: what is shown at `/metrics`.
    ///   - logger: takes what is worth telling.
    ///   - onRunning: is told the port when the server listens.
    /// - Throws: ``LedgerError`` when the ledger cannot be opened; `ServerError` when it would be open to strangers.
    package init(
        _ options: ServerOptions,
        intake: Intake? = nil,
        metrics: MetricsRegistry = MetricsRegistry(),
        logger: Logger,
        onRunning: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws {
        guard options.isLocal || options.token?.isEmpty == false else {
            throw ServerError(
                message:
                    "\(options.address): others could reach the ledger there; put a token into SAYSO_TOKEN, or use "
                    + "--address 127.0.0.1"
            )
        }
        address = "\(options.address):\(options.port)"
        let readers = try LedgerReaders(
            options.ledger,
            count: options.readers,
            time: options.readingTime,
            cacheBytes: options.cacheBytes
        )
        let downloads = Downloads(most: options.mostDownloads, patience: options.idleTime)
        let threads = WorkThreads(threads: 1, most: options.mostSubmissions, time: options.submissionTime)
        // A decision that was begun is not given up: nobody would know whether it holds.
        let writer = LedgerWriter(options.ledger, author: options.author, most: 32, time: 3600)
        let jobs = intake.map {
            AdditionJobs(
                ledger: options.ledger,
                intake: $0,
                most: options.mostSubmissions,
                time: options.jobTime
            )
        }
        let pages = try Pages(ledger: options.ledger)
        let forms = FormToken()
        var table = RouteTable()
        SearchPage(readers: readers, pages: pages).addRoutes(to: &table)
        ArticlePage(readers: readers, pages: pages).addRoutes(to: &table)
        RevisionsPage(readers: readers, pages: pages).addRoutes(to: &table)
        StatementPage(readers: readers, pages: pages).addRoutes(to: &table)
        ClusterPage(readers: readers, pages: pages).addRoutes(to: &table)
        SpeakersPage(readers: readers, pages: pages).addRoutes(to: &table)
        PersonPage(readers: readers, pages: pages).addRoutes(to: &table)
        SettlePage(readers: readers, writer: writer, forms: forms, pages: pages, ledger: options.ledger)
            .addRoutes(to: &table)
        AuditPage(readers: readers, pages: pages).addRoutes(to: &table)
        StoryPage(readers: readers, pages: pages).addRoutes(to: &table)
        AddPage(readers: readers, jobs: jobs, forms: forms, pages: pages, mostBytes: options.mostBodyBytes)
            .addRoutes(to: &table)
        AssetFiles.addRoutes(to: &table)
        DocumentRoutes.addRoutes(to: &table)
        SearchRoutes(readers: readers).addRoutes(to: &table)
        ArticleRoutes(readers: readers).addRoutes(to: &table)
        SpeakerRoutes(readers: readers).addRoutes(to: &table)
        DecisionRoutes(writer: writer).addRoutes(to: &table)
        QuotationRoutes(readers: readers).addRoutes(to: &table)
        FeedRoutes(readers: readers).addRoutes(to: &table)
        ExportRoutes(ledger: options.ledger, downloads: downloads).addRoutes(to: &table)
        if let intake, let jobs {
            IntakeRoutes(intake: intake, jobs: jobs, threads: threads, mostBytes: options.mostBodyBytes)
                .addRoutes(to: &table)
        }
        table.get("/metrics") { _, _ in
            Response(
                status: .ok,
                headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: metrics.text))
            )
        }
        self.table = table

        let router = Router(context: ServerContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestLog(metrics: metrics))
        router.add(middleware: SecurityHeaders())
        router.add(middleware: ProblemResponses(ledger: options.ledger, pages: pages, table: table))
        router.add(middleware: Admission(most: options.mostRequests))
        router.add(middleware: HostCheck(options))
        if let token = options.token { router.add(middleware: TokenCheck(token: token)) }
        router.add(middleware: OriginCheck())
        table.install(in: router)
        application = Application(
            router: router,
            server: .http1(configuration: Self.connections(options)),
            configuration: ApplicationConfiguration(
                address: .hostname(options.address, port: options.port),
                availableConnectionsDelegate: .maximum(options.mostConnections, logger: logger)
            ),
            services: [
                Threads(readers: readers, writer: writer, downloads: downloads, work: threads, jobs: jobs)
            ],
            onServerRunning: { onRunning($0.localAddress?.port ?? options.port) },
            logger: logger
        )
    }

    /// Serves until the process is asked to stop, and what is in hand is answered.
    ///
    /// - Throws: `ServerError` when nothing can listen at the address.
    package func run() async throws {
        do { try await application.runService() } catch let error as IOError {
            let reason =
                error.errnoCode == EADDRINUSE
                ? "another program listens there" : String(cString: strerror(error.errnoCode))
            throw ServerError(message: "\(address): \(reason); choose another --port or --address")
        } catch let error as SocketAddressError.UnknownHost {
            throw ServerError(message: "\(error.host): there is no such address; choose another --address")
        }
    }

    private static func connections(_ options: ServerOptions) -> HTTP1Channel.Configuration {
        let milliseconds = { @Sendable (seconds: Double) in TimeAmount.milliseconds(Int64(seconds * 1000)) }
        return HTTP1Channel.Configuration(
            additionalChannelHandlers: [
                ConnectionGuard(
                    arrival: milliseconds(options.arrivalTime),
                    taking: milliseconds(options.idleTime),
                    most: options.mostBodyBytes * 2
                )
            ],
            idleTimeout: milliseconds(options.idleTime),
            httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                maxHeaderFieldSize: 16 << 10,
                maxHeaderListSize: 32 << 10,
                maxHeaderFieldCount: 100
            )
        )
    }
}

/// The server's threads, which end when all is answered.
private struct Threads: Service {
    let readers: LedgerReaders
    let writer: LedgerWriter
    let downloads: Downloads
    let work: WorkThreads
    let jobs: AdditionJobs?

    func run() async throws {
        try? await gracefulShutdown()
        try await jobs?.stop()
        try await readers.stop()
        try await downloads.stop()
        try await work.stop()
        try await writer.stop()
        // Only one that can write puts the log away, so that the ledger is one file again.
        try? Ledger(readers.path, mode: .existing).close()
    }
}

/// Why a server does not start.
package struct ServerError: Error, CustomStringConvertible {
    /// What is wrong and what to do.
    package let message: String
    /// The message.
    package var description: String { message }
}
