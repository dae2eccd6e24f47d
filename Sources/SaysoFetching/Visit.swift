import SaysoArchives

/// The way to one page: the redirects so far, and how often the last address failed.
package struct Visit: Sendable {
    /// What comes of one step.
    package enum Outcome: Sendable {
        case done(FetchedResponse)
        case failed(FetchError)
        /// One step more is needed, not before a while has passed.
        case again(Visit, after: Duration)

        /// How long the host is left alone afterwards.
        ///
        /// - Parameters:
        ///   - visit: whose step it was.
        ///   - pause: the rest after a page.
        /// - Returns: how long, from the end of the step.
        func rest(after visit: Visit, pause: Duration) -> Duration {
            switch self {
            // A redirect within a host is followed at once.
            case .again(let next, let wait): next.host == visit.host ? wait : pause
            case .done: pause
            // Where nobody was asked, nobody needs a rest.
            case .failed(let error):
                [.disallowed, .refusedAddress, .unresolvable].contains(error.code) ? .zero : pause
            }
        }
    }

    var chain: RedirectChain
    private(set) var failures = 0

    package init(_ address: WebAddress) { chain = RedirectChain(address) }

    /// The host that the next step asks.
    var host: String { chain.current.host }

    /// What follows from an answer.
    func outcome(of exchange: Exchange, options: FetchOptions, jitter: Double) -> Outcome {
        let limits = DecodingLimits(size: options.largest)
        let isWhole = exchange.failure == nil
        if isWhole, RedirectChain.isRedirect(exchange.status),
            let location = exchange.message.headers["Location"]
        {
            do throws(FetchError) {
                var next = self
                try next.chain.follow(location)
                next.failures = 0
                return .again(next, after: .zero)
            } catch {
                return .failed(error)
            }
        }
        let mayPass = exchange.failure?.mayPass ?? RetrySchedule.mayPass(exchange.status)
        let retryAfter = RetrySchedule.retryAfter(exchange.message.headers["Retry-After"], now: .now)
        if mayPass, let again = again(options, retryAfter: retryAfter, jitter: jitter) { return again }
        if let failure = exchange.failure, failure.error.code == .cancelled { return .failed(failure.error) }
        let note =
            mayPass && isWhole
            ? retryAfter.map { "asks to come back in \($0.components.seconds) seconds" } : nil
        return .done(FetchedResponse(exchange, chain: chain, limits: limits, note: note))
    }

    /// What follows when no answer came.
    func outcome(of failure: WireFailure, options: FetchOptions, jitter: Double) -> Outcome {
        let again = failure.mayPass ? again(options, retryAfter: nil, jitter: jitter) : nil
        return again ?? .failed(failure.error)
    }

    private func again(_ options: FetchOptions, retryAfter: Duration?, jitter: Double) -> Outcome? {
        var next = self
        next.failures += 1
        switch options.schedule.decision(after: next.failures, retryAfter: retryAfter, jitter: jitter) {
        case .wait(let duration): return .again(next, after: duration)
        case .giveUp: return nil
        }
    }
}
