/// What the sites of one run answered about robots.
actor RobotsCache {
    enum Answer: Sendable {
        case rules(RobotsRules)
        /// There is no telling, so nothing may be fetched; and why there is none.
        case unknown(FetchError)

        /// Why a page may not be fetched; nil when it may.
        func refusal(of address: WebAddress) -> FetchError? {
            let file = address.robots.description
            switch self {
            case .rules(let rules):
                if rules.allows(address.target) { return nil }
                return FetchError(
                    .disallowed,
                    "\(file) asks robots not to fetch this page",
                    address: address.description
                )
            case .unknown(let error):
                // Where there is no way to the site at all, robots.txt is not the point.
                let isSite = error.address == file && error.code != .broken && error.code != .timeout
                return FetchError(
                    isSite ? error.code : .disallowed,
                    isSite ? error.message : "\(file) cannot be fetched, so nothing may be: \(error.message)",
                    address: address.description
                )
            }
        }

        var crawlDelay: Double? {
            guard case .rules(let rules) = self else { return nil }
            return rules.crawlDelay
        }
    }

    private var answers: [String: (answer: Answer, end: ContinuousClock.Instant)] = [:]

    /// The answer for an origin; nil when it was never asked, or long ago.
    subscript(_ origin: String) -> Answer? {
        answers[origin].flatMap { $0.end > .now ? $0.answer : nil }
    }

    /// Keeps an answer: rules for a day (RFC 9309 section 2.4), what went wrong for ten minutes.
    func keep(_ answer: Answer, for origin: String) {
        let isKnown = if case .rules = answer { true } else { false }
        answers[origin] = (answer, .now + .seconds(isKnown ? 86_400 : 600))
    }
}
