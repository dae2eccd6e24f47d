/// Weighs the times that a page states for its article against each other.
struct DateClaims {
    /// A claim and how much it counts: 3 for structured data, 2 for a time beside the headline, less for others.
    struct Entry {
        let claim: Metadata.Claim
        let weight: Double
    }

    private(set) var entries: [Entry] = []
    private let retrieved: StatedTime?

    /// - Parameter retrieved: when the page was got; later times are not taken.
    init(retrieved: StatedTime?) {
        self.retrieved = retrieved
    }

    mutating func add(_ event: TimeLine.Event, _ time: StatedTime?, _ source: String, weight: Double) {
        guard let time, isPossible(time), entries.count < 100 else { return }
        let claim = Metadata.Claim(event: event, time: time, source: source)
        if entries.contains(where: { $0.claim == claim }) { return }
        entries.append(Entry(claim: claim, weight: weight))
    }

    /// Whether a time is neither in the future nor one of those that programs print for none.
    func isPossible(_ time: StatedTime) -> Bool {
        guard let year = time.year, year >= 1600, (year, time.month, time.day) != (1970, 1, 1),
            (year, time.month, time.day) != (1900, 1, 1)
        else { return false }
        guard let retrieved, let earliest = time.minutesSinceEpoch(assuming: Self.easternmost),
            let latest = retrieved.minutesSinceEpoch(assuming: Self.westernmost)
        else { return true }
        return earliest <= latest + (retrieved.clock == nil ? 24 * 60 - 1 : 0)
    }

    private static let easternmost = 14 * 60
    private static let westernmost = -12 * 60

    // MARK: Choosing

    /// Those that count most first.
    var claims: [Metadata.Claim] { sorted.map(\.claim) }

    private var sorted: [Entry] {
        entries.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(
            \.element
        )
    }

    /// When the article came out.
    var published: StatedTime? { best(sorted.filter { $0.claim.event == .published }) }

    /// When it was last changed, if that is later.
    var modified: StatedTime? {
        guard let modified = best(sorted.filter { $0.claim.event == .modified }) else { return nil }
        guard let published else { return modified }
        let (one, other) = (published.minutesSinceEpoch() ?? 0, modified.minutesSinceEpoch() ?? 0)
        let isSameDay = Day(published) == Day(modified)
        if modified.clock == nil || published.clock == nil {
            return isSameDay || other < one ? nil : modified
        }
        return other > one ? modified : nil
    }

    private struct Day: Hashable {
        let number: Int

        init(number: Int) { self.number = number }
        init?(_ time: StatedTime) {
            guard let year = time.year else { return nil }
            number = DayNumber.of(year: year, month: time.month, day: time.day)
        }
    }

    /// The days that a time may mean where the article was written: a time in Greenwich is often that of a
    /// program, and the day is another one in the newsroom.
    private func days(_ time: StatedTime) -> [Day] {
        guard let day = Day(time) else { return [] }
        guard let clock = time.clock, clock.zone == 0 else { return [day] }
        if clock.hour < 8 { return [day, Day(number: day.number - 1)] }
        if clock.hour >= 11 { return [day, Day(number: day.number + 1)] }
        return [day]
    }

    /// The best of several claims of one event: the day by vote among those that say nearly the same, then the
    /// fullest statement of it.
    private func best(_ entries: [Entry]) -> StatedTime? {
        guard let first = entries.first, let base = Day(first.claim.time) else { return nil }
        var votes: [Day: Double] = [:]
        for entry in entries {
            let days = days(entry.claim.time)
            for day in days where abs(day.number - base.number) <= 1 {
                // A program's own day is a little likelier than its neighbour.
                votes[day, default: 0] += entry.weight - (day == days[0] ? 0 : 0.1)
            }
        }
        let day =
            votes.max {
                ($0.value, $1.key.number) < ($1.value, $0.key.number)
            }?.key ?? base
        let stated = entries.filter { Day($0.claim.time) == day }
        guard let chosen = stated.first else { return first.claim.time }
        return fullest(chosen.claim.time, of: stated.map(\.claim.time), all: entries.map(\.claim.time))
    }

    /// A statement of a day with the time of day and the zone that others add to it.
    private func fullest(_ chosen: StatedTime, of stated: [StatedTime], all: [StatedTime]) -> StatedTime {
        var chosen = chosen
        if chosen.clock == nil, let other = stated.first(where: { $0.clock != nil }) { chosen = other }
        guard let clock = chosen.clock else { return chosen }
        if clock.zone == 0 {
            // The same moment, in the newsroom's zone.
            let local = stated.first { other in
                other.clock?.zone.map { $0 != 0 } == true
                    && other.minutesSinceEpoch() == chosen.minutesSinceEpoch()
            }
            if let local { return local }
            if let local = stated.first(where: { $0.clock != nil && $0.clock?.zone == nil }),
                let zoned = zoned(local, by: [chosen])
            {
                return zoned
            }
        }
        if clock.zone == nil { return zoned(chosen, by: all) ?? chosen }
        return chosen
    }

    /// A time without a zone, in the zone that makes it the same moment as another statement.
    private func zoned(_ time: StatedTime, by others: [StatedTime]) -> StatedTime? {
        guard let clock = time.clock, let local = time.minutesSinceEpoch() else { return nil }
        for other in others {
            guard let zone = other.clock?.zone, let moment = other.minutesSinceEpoch() else { continue }
            let offset = zone == 0 ? local - moment : zone
            guard
                zone == 0 ? offset % 15 == 0 && (-8 * 60...13 * 60).contains(offset) : local - zone == moment
            else { continue }
            let zoned = StatedTime.Clock(
                hour: clock.hour,
                minute: clock.minute,
                second: clock.second,
                zone: offset
            )
            return zoned.flatMap { StatedTime(year: time.year, month: time.month, day: time.day, clock: $0) }
        }
        return nil
    }
}
