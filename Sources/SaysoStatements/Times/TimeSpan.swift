/// How long something takes, as words state it.
struct TimeSpan: Sendable {
    enum Unit: Sendable {
        case second, minute, hour, day, night, businessDay, week, fortnight, weekend, month, quarter, year
        case decade, century

        /// Whether it is shorter than a day.
        var isClock: Bool { self == .second || self == .minute || self == .hour }

        /// The stretch of the calendar that it counts; nil for parts of a day.
        var period: Period.Unit? {
            switch self {
            case .second, .minute, .hour: nil
            case .day, .night, .businessDay: .day
            case .week, .fortnight: .week
            case .weekend: .weekend
            case .month: .month
            case .quarter: .quarter
            case .year: .year
            case .decade: .decade
            case .century: .century
            }
        }

        /// The letters of ISO 8601, and how many of them make one.
        fileprivate var designator: (letters: String, factor: Int) {
            switch self {
            case .second: ("S", 1)
            case .minute: ("M", 1)
            case .hour: ("H", 1)
            case .day, .night: ("D", 1)
            case .businessDay: ("BD", 1)
            case .week: ("W", 1)
            case .fortnight: ("W", 2)
            case .weekend: ("WE", 1)
            case .month: ("M", 1)
            case .quarter: ("M", 3)
            case .year: ("Y", 1)
            case .decade: ("Y", 10)
            case .century: ("Y", 100)
            }
        }

        /// From the longest to the shortest.
        fileprivate var rank: Int {
            switch self {
            case .century, .decade, .year: 0
            case .quarter, .month: 1
            case .fortnight, .week, .weekend: 2
            case .day, .night, .businessDay: 3
            case .hour: 4
            case .minute: 5
            case .second: 6
            }
        }
    }

    struct Part: Sendable {
        /// Hundredths of the unit; nil for "a few".
        var hundredths: Int?
        var unit: Unit
    }

    var parts: [Part]

    /// Whether it says how long, not just "a few weeks".
    var isCounted: Bool { parts.allSatisfy { $0.hundredths != nil } }

    /// ISO 8601, with X for a number that is not stated: `P3W`, `PT1.5H`, `PXD`.
    var value: String {
        var (date, time) = ("", "")
        for part in parts.sorted(by: { $0.unit.rank < $1.unit.rank }) {
            let (letters, factor) = part.unit.designator
            let amount: String
            if let hundredths = part.hundredths {
                amount = Self.decimal(hundredths * factor)
            } else {
                amount = factor > 2 ? "X" + String(factor).dropFirst() : "X"
            }
            if part.unit.isClock { time += amount + letters } else { date += amount + letters }
        }
        return "P" + date + (time.isEmpty ? "" : "T" + time)
    }

    private static func decimal(_ hundredths: Int) -> String {
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return String(whole) }
        return "\(whole).\(rest % 10 == 0 ? String(rest / 10) : twoDigits(rest))"
    }
}

extension TimeSpan {
    /// The stretch that lies so long after another one, or before it, as fine as the shortest unit.
    ///
    /// - Parameters:
    ///   - start: where to count from.
    ///   - sign: 1 for later, -1 for earlier.
    /// - Returns: nil when it is not counted, shorter than a day, or leaves the calendar.
    func shift(_ start: Day, by sign: Int) -> Period? {
        guard isCounted, let finest = parts.max(by: { $0.unit.rank < $1.unit.rank }) else { return nil }
        guard var unit = finest.unit.period else { return nil }
        var (months, days, businessDays) = (0, 0, 0)
        for part in parts {
            let hundredths = part.hundredths ?? 0
            switch part.unit {
            case .second, .minute, .hour: return nil
            case .day, .night: days += hundredths / 100
            case .businessDay: businessDays += hundredths / 100
            case .week, .weekend: days += hundredths * 7 / 100
            case .fortnight: days += hundredths * 14 / 100
            case .month: months += hundredths / 100
            case .quarter: months += hundredths * 3 / 100
            case .year: months += hundredths * 12 / 100
            case .decade: months += hundredths * 120 / 100
            case .century: months += hundredths * 1200 / 100
            }
        }
        // "A year and a half ago" is a month, "a decade ago" a year.
        if (finest.hundredths ?? 0) % 100 != 0 {
            unit = unit == .week ? .day : unit == .year ? .month : unit
        }
        if unit == .decade || unit == .century { unit = .year }
        guard businessDays < 1000, var day = start.adding(months: sign * months)?.adding(days: sign * days)
        else { return nil }
        for _ in 0..<businessDays {
            repeat { day = Day(number: day.number + sign) } while day.weekday > 5
        }
        return Period(unit, containing: day)
    }

    /// The day that lies so long after another, or before it.
    func day(from start: Day, by sign: Int) -> Day? {
        guard isCounted else { return nil }
        let days = TimeSpan(parts: parts + [Part(hundredths: 0, unit: .day)])
        return days.shift(start, by: sign)?.first
    }

    /// The days in it and the time of day, where it has both: "one day and two hours".
    var dayAndTime: (days: TimeSpan, seconds: Int)? {
        let days = TimeSpan(parts: parts.filter { !$0.unit.isClock })
        let times = TimeSpan(parts: parts.filter { $0.unit.isClock })
        guard !days.parts.isEmpty, !times.parts.isEmpty, let seconds = times.seconds else { return nil }
        return (days, seconds)
    }

    /// Its length in seconds where it is only hours, minutes and seconds.
    var seconds: Int? {
        var seconds = 0
        for part in parts {
            guard let hundredths = part.hundredths else { return nil }
            switch part.unit {
            case .second: seconds += hundredths / 100
            case .minute: seconds += hundredths * 60 / 100
            case .hour: seconds += hundredths * 3600 / 100
            default: return nil
            }
        }
        return seconds
    }
}
