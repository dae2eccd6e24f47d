import SaysoArticles

/// When an article came out, in the order of time.
///
/// A time without a zone counts as UTC. A day without a time counts as its last second in UTC, so that it comes after
/// the times of that day: only these say that the article was there already. What names no day comes last.
struct PublicationTime: Comparable {
    /// Since 1970; the greatest number when no day is known.
    private let seconds: Int

    /// - Parameter printed: `2025-03-03`, `2025-03-03T09:00:00+05:00`.
    init(_ printed: String?) {
        guard let time = printed.flatMap({ MachineDate.time(in: $0) }), let year = time.year else {
            seconds = .max
            return
        }
        let midnight = DayNumber.of(year: year, month: time.month, day: time.day) * 86400
        if let clock = time.clock {
            let minutes = clock.hour * 60 + clock.minute - (clock.zone ?? 0)
            seconds = midnight + minutes * 60 + (clock.second ?? 0)
        } else {
            seconds = midnight + 86399
        }
    }

    static func < (first: Self, second: Self) -> Bool { first.seconds < second.seconds }

    /// Values in the order of time; those of one time stay in the order in which they are.
    ///
    /// - Parameters:
    ///   - values: what is sorted.
    ///   - printed: a value's time of publication, as it is printed.
    /// - Returns: the first to come out first.
    /// - Throws: what `printed` throws.
    static func sorted<Value>(_ values: [Value], by printed: (Value) throws -> String?) rethrows -> [Value] {
        let times = try values.map { Self(try printed($0)) }
        let order = values.indices.sorted { (times[$0], $0) < (times[$1], $1) }
        return order.map { values[$0] }
    }
}
