/// Until when hosts are left alone.
actor HostRests {
    private var ends: [String: ContinuousClock.Instant] = [:]

    func end(for host: String) -> ContinuousClock.Instant { ends[host] ?? .now }

    func begin(for host: String, _ rest: Duration) { ends[host] = .now + rest }
}
