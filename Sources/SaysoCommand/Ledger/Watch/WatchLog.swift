import SaysoFetching
import SaysoLedger

/// What a watch does, for whoever looks: on standard error and in the ledger, where `sayso watch log` finds it.
struct WatchLog {
    /// How much a line matters.
    enum Level: String {
        case info, warning, error
    }

    private let ledger: Ledger
    private var waiting: [Ledger.WatchEvent] = []

    init(_ ledger: Ledger) {
        self.ledger = ledger
    }

    /// Notes a line.
    mutating func note(_ level: Level, _ message: String, of address: String? = nil) {
        let time = UnixTime.now
        waiting.append(
            Ledger.WatchEvent(time: time.seconds, level: level.rawValue, address: address, message: message)
        )
        let line = [time.iso8601, level.rawValue, address, message].compactMap(\.self).joined(separator: " ")
        Console.err(Display.line(line) + "\n")
    }

    /// Writes what was noted to the ledger.
    mutating func flush() throws {
        guard !waiting.isEmpty else { return }
        try ledger.log(waiting)
        waiting.removeAll()
    }
}
