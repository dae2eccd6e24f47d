import ArgumentParser
import SaysoLedger

/// On which days articles came out.
struct PublishedOptions: ParsableArguments {
    @Option(
        help: .init("Only articles published on this day or later (2025-04-26, 2025-04).", valueName: "day")
    )
    var since: DayRange?

    @Option(help: .init("Only articles published on this day or earlier.", valueName: "day"))
    var until: DayRange?

    /// All days from the one to the other.
    var days: DayRange { DayRange(first: since?.first, last: until?.last) }

    func validate() throws { try Self.check(days) }

    /// - Throws: `ValidationError` when days end before they begin.
    static func check(_ days: DayRange) throws {
        if let first = days.first, let last = days.last, first > last {
            throw ValidationError("--since is later than --until")
        }
    }
}
