import SaysoArchives
import SaysoArticles
import SaysoFetching
import SaysoLedger
import SaysoStatements

/// Looks at watched addresses when they are due, and puts what is new into the ledger.
///
/// All that must outlive the program is in the ledger: an address is noted as looked at after what was found there
/// was added, so that one that was interrupted is looked at again.
struct Watcher {
    private let ledger: Ledger
    private let configuration: WatchConfiguration
    private let extractor: StatementExtractor
    private let selection: Selection
    private let alerts: Alerts
    private var log: WatchLog

    /// So many addresses are looked at in a row before the list of those due is made anew.
    private static let atOnce = 200

    init(
        _ ledger: Ledger,
        _ configuration: WatchConfiguration,
        _ extractor: StatementExtractor,
        languages: ArticleFilter.Languages
    ) {
        self.ledger = ledger
        self.configuration = configuration
        self.extractor = extractor
        selection = Selection(hasDigests: false, filter: ArticleFilter(languages: languages))
        alerts = Alerts(ledger, configuration.searches)
        log = WatchLog(ledger)
    }

    /// Looks until somebody interrupts.
    ///
    /// - Parameters:
    ///   - fetcher: gets pages.
    ///   - once: whether to end when nothing is due.
    /// - Throws: `LedgerError` when the ledger cannot be read or written.
    mutating func run(_ fetcher: Fetcher, once: Bool) async throws {
        let now = UnixTime.now.seconds
        let start = once ? now : nil
        let pause = configuration.schedule.least
        let named =
            configuration.feeds.map { WatchedAddress($0, kind: .feed, pause: pause, now: now) }
            + configuration.pages.map { WatchedAddress($0, kind: .page, pause: pause, now: now) }
        _ = try ledger.watch(named)
        try alerts.begin()
        log.note(.info, "watching; feeds: \(configuration.feeds.count), pages: \(configuration.pages.count)")
        while !Interruption.isRequested {
            do {
                let due = try due(notSince: start)
                if !due.isEmpty { try await look(at: due, fetcher) }
                try await alerts.tell { log.note($0, $1) }
                try log.flush()
                if once, try self.due(notSince: start).isEmpty { break }
            } catch let error as LedgerError where error.code == .locked {
                // What was not noted is due still, and what was not told is told then.
                log.note(.warning, error.message)
            }
            try await rest()
        }
        log.note(.info, "stopped")
        try log.flush()
    }

    /// Articles that feeds led to, and what the configuration names now.
    private var followed: [WatchedAddress] {
        get throws {
            let named = Set(configuration.feeds + configuration.pages)
            return try ledger.watched().filter { $0.kind == .article || named.contains($0.address) }
        }
    }

    /// What is to be looked at.
    ///
    /// - Parameter start: what was looked at since then is not; nil for everything that is due.
    /// - Returns: some hundred addresses at most, what is due soonest first.
    /// - Throws: `LedgerError` when the ledger cannot be read.
    private func due(notSince start: Int?) throws -> [WatchedAddress] {
        let now = UnixTime.now.seconds
        let due = try followed.filter { address in
            if let start, let last = address.lastChecked, (start...now).contains(last) { return false }
            return configuration.schedule.isDue(address, now: now)
        }
        return Array(due.prefix(Self.atOnce))
    }

    /// Waits until something is due, a minute at most, or an interruption.
    private func rest() async throws {
        let next = try followed.compactMap(\.nextCheck).min() ?? .max
        let seconds = min(max(1, next - UnixTime.now.seconds), 60)
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end, !Interruption.isRequested {
            try? await Task.sleep(for: .milliseconds(200))
        }
    }

    // MARK: Looking

    private mutating func look(at due: [WatchedAddress], _ fetcher: Fetcher) async throws {
        var watched: [String: WatchedAddress] = [:]
        for address in due {
            watched[address.address] = address
            fetcher.expect(address.address, entityTag: address.entityTag, lastModified: address.lastModified)
        }
        do {
            try await Crawl(fetcher).run(due.map(\.address)) { report in
                guard var address = watched[report.address] else { return }
                let (outcome, message) = try await take(report.result, &address)
                address.outcome = message
                let next = configuration.schedule.next(
                    address,
                    outcome,
                    now: UnixTime.now.seconds,
                    jitter: Double.random(in: 0...1)
                )
                try ledger.update([next])
                let isTrouble = outcome == .failure || outcome == .gone
                if isTrouble || outcome == .news {
                    log.note(isTrouble ? .warning : .info, message, of: report.address)
                }
                if Interruption.isRequested { throw CancellationError() }
            }
        } catch is CancellationError {
            // What was not looked at is due the next time.
        }
    }

    /// Takes what a server answered.
    private mutating func take(
        _ result: Result<FetchedResponse, FetchError>,
        _ address: inout WatchedAddress
    ) async throws -> (WatchSchedule.Outcome, String) {
        let response: FetchedResponse
        switch result {
        case .failure(let error):
            return (error.code == .disallowed ? .gone : .failure, error.message)
        case .success(let answer): response = answer
        }
        switch response.status {
        case 304: return (.same, "unchanged")
        case 404, 410: return (.gone, "the server answers \(response.status)")
        case 200 where response.isTruncated: return (.failure, "cut off")
        case 200: break
        default: return (.failure, "the server answers \(response.status)")
        }
        address.entityTag = response.headers["ETag"]
        address.lastModified = response.headers["Last-Modified"]
        let origin = Origin(
            url: response.finalAddress,
            contentType: response.contentType,
            retrieved: MachineDate.time(in: response.retrieved)
        )
        if address.kind == .feed { return try await take(feed: response, origin) }
        let document = Document(
            id: .text(response.finalAddress),
            path: response.finalAddress,
            content: .success(.page(response.body, origin)),
            provenance: Provenance(url: response.finalAddress)
        )
        return try await add([document])
    }

    private mutating func take(
        feed response: FetchedResponse,
        _ origin: Origin
    ) async throws -> (WatchSchedule.Outcome, String) {
        guard let links = FeedLinks.links(response.body, response.contentType, response.finalAddress),
            let file = try? FeedFile(response.body, origin: origin)
        else { return (.failure, "no feed") }
        let now = UnixTime.now.seconds
        let articles = links.compactMap { try? WebAddress($0).description }.map {
            WatchedAddress($0, kind: .article, pause: configuration.schedule.least, now: now)
        }
        let new = try ledger.watch(articles)
        // Entries that lead nowhere hold all there is; what is wrong with the feed leads nowhere either.
        let address = response.finalAddress
        var skips = SkipCounts()
        let documents = file.documents(id: .text(address), path: address, provenance: Provenance(), &skips)
            .filter { $0.provenance.url == nil }
        let (outcome, message) = documents.isEmpty ? (.same, "") : try await add(documents)
        let count = "\(links.count) entries, \(new) new"
        return (new > 0 ? .news : outcome, message.isEmpty ? count : "\(count); \(message)")
    }

    /// Adds articles to the ledger.
    private mutating func add(_ documents: [Document]) async throws -> (WatchSchedule.Outcome, String) {
        var (revisions, problems): ([Revision], [String]) = ([], [])
        for document in documents {
            let read = try await LedgerDocument(
                document,
                selection,
                held: { try ledger.revision(key: $0, digest: $1, text: $2, hasSource: true) },
                find: { extractor.report(on: $0) }
            )
            problems += read.record.errors.map(\.message)
            // A feed or an entry without anything in it is no trouble.
            if case .language = read.record.skip { problems.append("left out: not in English") }
            if let revision = read.revision { revisions.append(revision) }
        }
        var (articles, changed, statements) = (0, 0, 0)
        for (addition, revision) in zip(try ledger.add(revisions), revisions) {
            switch addition {
            case .article:
                articles += 1
                statements += revision.statements.count
            case .revision(_, let changes):
                changed += 1
                statements += changes
            case .unchanged: break
            }
        }
        if articles > 0 { return (.news, "\(articles) added, \(statements) statements") }
        if changed > 0 { return (.news, "changed, places: \(statements)") }
        if let problem = problems.first { return (.failure, problem) }
        return (.same, "unchanged")
    }
}
