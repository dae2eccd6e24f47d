/// Many pages, fetched as ``Fetcher`` does, with a pause between those of one host and different hosts at once.
public struct Crawl: Sendable {
    /// The addresses that a feed's entries link to; nil for a page that is no feed.
    ///
    /// It gets the body, the Content-Type header and the feed's own address.
    public typealias EntryLinks =
        @Sendable (_ body: [UInt8], _ contentType: String?, _ address: String) -> [String]?

    /// How one address came out.
    public struct Report: Sendable {
        /// The address as it was given.
        public let address: String
        /// What the server answered, or why it did not.
        public let result: Result<FetchedResponse, FetchError>
        /// How many addresses it added, when it is a feed.
        public let entries: Int?
        /// Addresses that are reported, this one among them.
        public let done: Int
        /// All addresses that are known.
        public let total: Int
    }

    private let fetcher: Fetcher
    private let entryLinks: EntryLinks?
    private let limit: Int

    /// Prepares a crawl.
    ///
    /// - Parameters:
    ///   - fetcher: fetches.
    ///   - entryLinks: finds what feeds link to; nil to leave it.
    ///   - limit: entries of each feed that are fetched.
    public init(_ fetcher: Fetcher, entryLinks: EntryLinks? = nil, limit: Int = .max) {
        (self.fetcher, self.entryLinks, self.limit) = (fetcher, entryLinks, limit)
    }

    /// Fetches pages, and the entries of those that are feeds; each address once.
    ///
    /// - Parameters:
    ///   - addresses: what to fetch.
    ///   - each: gets every address's end, one after another, as they come.
    /// - Throws: what `each` throws, and `CancellationError`.
    public func run(_ addresses: [String], each: (Report) async throws -> Void) async throws {
        var state = State(fetcher.options.hosts)
        for address in addresses {
            if let error = state.add(address) { try await each(state.report(address, .failure(error))) }
        }
        try await withThrowingTaskGroup(of: Step?.self) { group in
            defer { group.cancelAll() }
            while true {
                while let visit = state.next() {
                    group.addTask { [fetcher] in
                        let outcome = await fetcher.step(visit)
                        return Step(visit, outcome, pause: await fetcher.pause(after: visit.chain.current))
                    }
                }
                if let time = state.nextTimer() {
                    group.addTask {
                        try? await Task.sleep(until: time, clock: .continuous)
                        return nil
                    }
                }
                if state.isDone { return }
                guard let step = try await group.next() else { return }
                try Task.checkCancellation()
                guard let step else {
                    state.timer = nil
                    continue
                }
                if let result = state.finish(step.visit, step.outcome, pause: step.pause) {
                    let links = links(of: result, step.visit, in: &state)
                    try await each(state.report(state.name(of: step.visit), result, entries: links))
                }
            }
        }
    }

    /// Adds what a feed links to.
    private func links(
        of result: Result<FetchedResponse, FetchError>,
        _ visit: Visit,
        in state: inout State
    ) -> Int? {
        guard let entryLinks, !state.isEntry(visit), case .success(let response) = result,
            response.status == 200,
            let links = entryLinks(response.body, response.contentType, response.finalAddress)
        else { return nil }
        return links.prefix(limit).count { state.addEntry($0) }
    }

    private struct Step: Sendable {
        let visit: Visit
        let outcome: Visit.Outcome
        let pause: Duration

        init(_ visit: Visit, _ outcome: Visit.Outcome, pause: Duration) {
            (self.visit, self.outcome, self.pause) = (visit, outcome, pause)
        }
    }
}
