import SaysoArchives
import Synchronization

/// Fetches pages of the web as their sites want it: after robots.txt, within limits, from public addresses.
///
/// ```swift
/// let agent = try UserAgent(version: "1.0", contact: "robot@coastwire.example")
/// let page = try await Fetcher.with(FetchOptions(userAgent: agent)) { fetcher in
///     try await fetcher.fetch("https://coastwire.example/ferry")
/// }
/// ```
///
/// ``Crawl`` fetches many, of different hosts at once.
public final class Fetcher: Sendable {
    package let options: FetchOptions
    private let earlier: Mutex<EarlierVisits>
    private let record: @Sendable (Exchange) async -> Void
    private let wires: Wires
    private let robots = RobotsCache()
    private let rests = HostRests()

    private init(
        _ options: FetchOptions,
        earlier: EarlierVisits,
        record: @escaping @Sendable (Exchange) async -> Void
    ) {
        (self.options, self.record) = (options, record)
        self.earlier = Mutex(earlier)
        wires = Wires(options)
    }

    /// Does work with a fetcher, and closes its connections afterwards.
    ///
    /// - Parameters:
    ///   - options: how to fetch.
    ///   - work: what to do.
    /// - Returns: what the work returns.
    /// - Throws: what the work throws.
    public static func with<Result: Sendable>(
        _ options: FetchOptions,
        _ work: (Fetcher) async throws -> Result
    ) async throws -> Result {
        try await with(options, earlier: EarlierVisits(), record: { _ in }, work)
    }

    /// Does work with a fetcher that shows all it sends and gets.
    ///
    /// - Parameters:
    ///   - options: how to fetch.
    ///   - earlier: what was fetched before, so that only what has changed is sent.
    ///   - record: gets every request with its response, robots.txt, redirects and failed tries among them.
    ///   - work: what to do.
    /// - Returns: what the work returns.
    /// - Throws: what the work throws.
    package static func with<Result: Sendable>(
        _ options: FetchOptions,
        earlier: EarlierVisits,
        record: @escaping @Sendable (Exchange) async -> Void,
        _ work: (Fetcher) async throws -> Result
    ) async throws -> Result {
        let fetcher = Fetcher(options, earlier: earlier, record: record)
        do {
            let result = try await work(fetcher)
            await fetcher.wires.closeAll()
            return result
        } catch {
            await fetcher.wires.closeAll()
            throw error
        }
    }

    /// Fetches one page, with its redirects and with retries, once the pause after the host's last page is over.
    ///
    /// - Parameter address: http or https.
    /// - Returns: the answer, whatever its status.
    /// - Throws: `FetchError` when there is none.
    public func fetch(_ address: String) async throws(FetchError) -> FetchedResponse {
        var visit = Visit(try WebAddress(address))
        while true {
            do {
                try await Task.sleep(until: rests.end(for: visit.host), clock: .continuous)
            } catch {
                throw FetchError(.cancelled, "was given up", address: address)
            }
            let outcome = await step(visit)
            let rest = outcome.rest(after: visit, pause: await pause(after: visit.chain.current))
            await rests.begin(for: visit.host, rest)
            switch outcome {
            case .done(let response): return response
            case .failed(let error): throw error
            case .again(let next, _): visit = next
            }
        }
    }

    /// Asks one address once.
    func step(_ visit: Visit) async -> Visit.Outcome {
        let address = visit.chain.current
        let jitter = Double.random(in: 0...1)
        do throws(WireFailure) {
            if !options.ignoresRobots {
                let answer = await robots(for: address)
                if Task.isCancelled { throw WireFailure(.cancelled, "was given up", address) }
                if let error = answer.refusal(of: address) { return .failed(error) }
            }
            let exchange = try await exchange(
                address,
                conditions: earlier.withLock { $0.conditions(for: address.description) }
            )
            return visit.outcome(of: exchange, options: options, jitter: jitter)
        } catch {
            return visit.outcome(of: error, options: options, jitter: jitter)
        }
    }

    /// Notes what a page said of itself when it was fetched last, so that it is only sent again when it has changed.
    ///
    /// - Parameters:
    ///   - address: the page's, in normal form.
    ///   - entityTag: its ETag header.
    ///   - lastModified: its Last-Modified header.
    package func expect(_ address: String, entityTag: String?, lastModified: String?) {
        earlier.withLock { $0.note(address, entityTag: entityTag, lastModified: lastModified) }
    }

    /// The pause before the next page of a host.
    func pause(after address: WebAddress) async -> Duration {
        let asked = await robots[address.origin]?.crawlDelay ?? 0
        return max(options.pause, min(.seconds(min(asked, 1e6)), options.longestCrawlDelay))
    }

    /// Asks at the first of the host's addresses that can be connected to.
    private func exchange(
        _ address: WebAddress,
        conditions: HeaderFields = HeaderFields()
    ) async throws(WireFailure) -> Exchange {
        var fields = HeaderFields([
            ("Host", address.authority), ("User-Agent", options.userAgent.header),
            ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
            ("Accept-Encoding", "gzip, deflate, br"),
        ])
        fields.fields += conditions.fields
        var failure: WireFailure?
        for remote in try await addresses(of: address).prefix(4) {
            let wire = await wires.take(Wire.Key(address, at: remote))
            do throws(WireFailure) {
                let exchange = try await wire.exchange(address, fields: fields, limits: options.limits)
                // After a failure nobody knows what else comes over that connection.
                if exchange.failure == nil { await wires.giveBack(wire) } else { await wire.close() }
                if exchange.failure?.error.code != .cancelled { await record(exchange) }
                return exchange
            } catch {
                await wire.close()
                guard error.isBeforeConnection else { throw error }
                failure = error
            }
        }
        throw failure ?? WireFailure(.unresolvable, "has no IP address", address)
    }

    /// The host's IP addresses, all of which may be connected to.
    private func addresses(of address: WebAddress) async throws(WireFailure) -> [IPAddress] {
        let found: [IPAddress]
        do throws(Resolver.Failure) {
            found = try await options.resolver.addresses(of: address.host)
        } catch {
            throw WireFailure(
                .unresolvable,
                "no IP address for \(address.host): \(error.reason)",
                address,
                mayPass: error.mayPass
            )
        }
        for remote in found {
            guard let use = options.addresses.use(of: remote) else { continue }
            let place = IPAddress(address.host) == nil ? "\(address.host) is \(remote), which" : "\(remote)"
            throw WireFailure(
                .refusedAddress,
                "\(place) is no public address (\(use)); --allow-private fetches from such, too",
                address
            )
        }
        return found
    }
}

extension Fetcher {
    /// What a site says about robots, asked once for all pages.
    private func robots(for address: WebAddress) async -> RobotsCache.Answer {
        if let answer = await robots[address.origin] { return answer }
        let answer = await askRobots(address)
        if !Task.isCancelled { await robots.keep(answer, for: address.origin) }
        return answer
    }

    /// Fetches a robots.txt (RFC 9309 section 2.3).
    private func askRobots(_ address: WebAddress) async -> RobotsCache.Answer {
        var visit = Visit(address.robots)
        while true {
            let outcome: Visit.Outcome
            do throws(WireFailure) {
                let exchange = try await exchange(visit.chain.current)
                outcome = visit.outcome(of: exchange, options: options, jitter: .random(in: 0...1))
            } catch {
                outcome = visit.outcome(of: error, options: options, jitter: .random(in: 0...1))
            }
            switch outcome {
            case .done(let response): return Self.answer(response, for: address.robots)
            // Too many redirects count as no file.
            case .failed(let error) where error.code == .redirects: return .rules(.allowAll)
            case .failed(let error): return .unknown(error)
            case .again(let next, let duration):
                // Five redirects are followed (RFC 9309 section 2.3.1.2).
                if next.chain.addresses.count > 6 { return .rules(.allowAll) }
                try? await Task.sleep(for: duration)
                visit = next
            }
        }
    }

    private static func answer(_ response: FetchedResponse, for address: WebAddress) -> RobotsCache.Answer {
        // What comes up to our own limit counts as all, and so does as much as is read (RFC 9309 section 2.5).
        let isCut = response.isTruncated && !response.isTooLong && response.body.count < RobotsRules.longest
        if isCut, response.status < 400 {
            let reason = response.problems.first ?? "is cut off"
            return .unknown(FetchError(.broken, reason, address: address.description))
        }
        switch response.status {
        case 200..<300: return .rules(RobotsRules(response.body, for: UserAgent.product))
        case 429, 500...:
            return .unknown(
                FetchError(.broken, "the server answers \(response.status)", address: address.description)
            )
        default: return .rules(.allowAll)
        }
    }
}
