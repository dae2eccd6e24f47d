/// Which page comes next: one at a time of each host, with a pause between, hosts in turn.
struct Frontier: Sendable {
    private struct Host {
        /// In turn, from `first` on.
        var visits: [Visit] = []
        var first = 0
        /// A visit that is on its way and comes before all others.
        var pending: Visit?
        var readyAt: ContinuousClock.Instant?
        var isBusy = false
        var isListed = false

        var isEmpty: Bool { pending == nil && first == visits.count }

        mutating func next() -> Visit? {
            if let visit = pending {
                pending = nil
                return visit
            }
            guard first < visits.count else { return nil }
            defer {
                first += 1
                if first == visits.count { (visits, first) = ([], 0) }
            }
            return visits[first]
        }
    }

    private var hosts: [String: Host] = [:]
    /// Hosts with visits that may be asked now, in turn from `firstReady` on.
    private var ready: [String] = []
    private var firstReady = 0
    /// Hosts with visits that are not to be asked yet; the soonest last.
    private var waiting: [(at: ContinuousClock.Instant, host: String)] = []

    /// Whether nothing is left but what is under way.
    var isEmpty: Bool { firstReady == ready.count && waiting.isEmpty }

    /// When the next host may be asked that may not be now.
    var wakeUp: ContinuousClock.Instant? { waiting.last?.at }

    /// Adds a visit after all others of its host.
    mutating func add(_ visit: Visit) {
        hosts[visit.host, default: Host()].visits.append(visit)
        list(visit.host)
    }

    /// The next visit whose host may be asked; the host is busy until ``finish(_:readyAt:)``.
    mutating func next(at now: ContinuousClock.Instant) -> Visit? {
        while let soonest = waiting.last, soonest.at <= now {
            waiting.removeLast()
            ready.append(soonest.host)
        }
        guard firstReady < ready.count else { return nil }
        let name = ready[firstReady]
        firstReady += 1
        if firstReady == ready.count { (ready, firstReady) = ([], 0) }
        hosts[name]?.isListed = false
        hosts[name]?.isBusy = true
        return hosts[name]?.next()
    }

    /// A host's answer came.
    mutating func finish(_ host: String, readyAt: ContinuousClock.Instant) {
        hosts[host]?.isBusy = false
        hosts[host]?.readyAt = readyAt
        list(host)
    }

    /// A visit needs one step more: before all others of its host, or after them where one is already waiting so.
    mutating func resume(_ visit: Visit) {
        if hosts[visit.host]?.pending == nil {
            hosts[visit.host, default: Host()].pending = visit
            list(visit.host)
        } else {
            add(visit)
        }
    }

    private mutating func list(_ name: String) {
        guard let host = hosts[name], !host.isBusy, !host.isListed, !host.isEmpty else { return }
        hosts[name]?.isListed = true
        guard let at = host.readyAt else { return ready.append(name) }
        // The place in an order from late to soon.
        var (low, high) = (0, waiting.count)
        while low < high {
            let middle = (low + high) / 2
            if waiting[middle].at > at { low = middle + 1 } else { high = middle }
        }
        waiting.insert((at, name), at: low)
    }
}
