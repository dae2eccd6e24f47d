extension Crawl {
    /// How far a crawl is.
    struct State {
        private var frontier = Frontier()
        /// Every address that is known, as it was given.
        private var names: [WebAddress: String] = [:]
        /// Those that a feed links to.
        private var entries: Set<WebAddress> = []
        private let hosts: Int
        private var running = 0
        private var (done, total) = (0, 0)
        /// When a wait ends that is under way.
        var timer: ContinuousClock.Instant?

        init(_ hosts: Int) { self.hosts = hosts }

        var isDone: Bool { running == 0 && frontier.isEmpty }

        /// Adds an address, unless it is known.
        ///
        /// - Returns: why it cannot be fetched.
        mutating func add(_ text: String) -> FetchError? {
            do throws(FetchError) {
                let address = try WebAddress(text)
                guard names[address] == nil else { return nil }
                names[address] = text
                total += 1
                frontier.add(Visit(address))
                return nil
            } catch {
                total += 1
                return error
            }
        }

        /// Adds what a feed links to.
        ///
        /// - Returns: whether it was not known.
        mutating func addEntry(_ text: String) -> Bool {
            guard let address = try? WebAddress(text), names[address] == nil else { return false }
            entries.insert(address)
            return add(text) == nil
        }

        func isEntry(_ visit: Visit) -> Bool { entries.contains(visit.chain.addresses[0]) }

        /// The address as it was given.
        func name(of visit: Visit) -> String {
            names[visit.chain.addresses[0]] ?? "\(visit.chain.addresses[0])"
        }

        /// The next visit, unless enough are under way.
        mutating func next() -> Visit? {
            guard running < hosts, let visit = frontier.next(at: .now) else { return nil }
            running += 1
            return visit
        }

        /// When to look again, if that is not awaited already.
        mutating func nextTimer() -> ContinuousClock.Instant? {
            guard running < hosts, let time = frontier.wakeUp, timer.map({ $0 > time }) ?? true else {
                return nil
            }
            timer = time
            return time
        }

        /// Takes the outcome of a step.
        ///
        /// - Returns: how the visit ended, if it did.
        mutating func finish(
            _ visit: Visit,
            _ outcome: Visit.Outcome,
            pause: Duration
        ) -> Result<FetchedResponse, FetchError>? {
            running -= 1
            if case .again(let next, _) = outcome { frontier.resume(next) }
            frontier.finish(visit.host, readyAt: .now + outcome.rest(after: visit, pause: pause))
            switch outcome {
            case .again: return nil
            case .done(let response): return .success(response)
            case .failed(let error): return .failure(error)
            }
        }

        mutating func report(
            _ address: String,
            _ result: Result<FetchedResponse, FetchError>,
            entries: Int? = nil
        ) -> Report {
            done += 1
            return Report(address: address, result: result, entries: entries, done: done, total: total)
        }
    }
}
