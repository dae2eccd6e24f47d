/// What the sites of one run answered about robots.
actor RobotsCache {
    /// What a site wants, and why, where it does not say so itself.
    struct Answer: Sendable {
        let rules: RobotsRules
        /// Why nothing may be fetched, when robots.txt could not be had.
        let reason: String?
    }

    private var answers: [String: Answer] = [:]

    /// The answer for an origin.
    subscript(_ origin: String) -> Answer? { answers[origin] }

    func keep(_ answer: Answer, for origin: String) { answers[origin] = answer }
}
