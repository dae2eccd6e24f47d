/// Notices that bytes come slower than they may.
struct SpeedWatch: Sendable {
    /// How long a response may be slow.
    let window: Duration
    /// Bytes a second, over a window.
    let least: Int

    private var start: ContinuousClock.Instant?
    private var bytes = 0

    init(window: Duration, least: Int) { (self.window, self.least) = (window, least) }

    /// Counts bytes; the first ones start the watch, since a server may take its time to answer.
    mutating func received(_ count: Int, at now: ContinuousClock.Instant) {
        if start == nil { start = now }
        bytes += count
    }

    /// Whether the last window was too slow; begins a new one when it is over.
    mutating func isTooSlow(at now: ContinuousClock.Instant) -> Bool {
        guard let begin = start, now - begin >= window else { return false }
        let needed = Double(least) * ((now - begin) / .seconds(1))
        defer { (start, bytes) = (now, 0) }
        return Double(bytes) < needed
    }
}
