import ArgumentParser
import SaysoLedger

/// On which days articles came out.
struct PublishedOptions: ParsableArguments {
    @Option(
        help: .init("Only articles published on this day or later (2025-04-26, 2025-04).", valueName: "day"),
        transform: Self.period
    )
    var since: DayRange?

    @Option(
        help: .init("Only articles published on this day or earlier.", valueName: "day"),
        transform: Self.period
    )
    var until: DayRange?

    /// All days from the one to the other.
    var days: DayRange { DayRange(first: since?.first, last: until?.last) }

    private static func period(_ text: String) throws -> DayRange {
        guard let days = DayRange.period(text) else {
            throw ValidationError("\"\(text)\" is no day, month or year such as 2025-04-26, 2025-04 or 2025")
        }
        return days
    }

    func validate() throws { try Self.check(days) }

    /// - Throws: `ValidationError` when days end before they begin.
    static func check(_ days: DayRange) throws {
        if let first = days.first, let last = days.last, first > last {
            throw ValidationError("--since is later than --until")
        }
    }
}
