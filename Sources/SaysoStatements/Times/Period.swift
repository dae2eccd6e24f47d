/// A stretch of the calendar that has a name of its own: a day, a week, a season, a century.
struct Period: Hashable, Sendable {
    enum Unit: Int, Sendable {
        case day, weekend, week, month, season, quarter, half, fiscalYear, year, decade, century
    }

    let unit: Unit
    let first: Day

    /// The stretch of this kind that a day lies in.
    init(_ unit: Unit, containing day: Day) {
        self.unit = unit
        let (year, month, _) = day.date
        func start(_ year: Int, _ month: Int) -> Day { Day(max(1, year), month, 1) ?? day }
        first =
            switch unit {
            case .day: day
            case .week: Day(number: day.number + 1 - day.weekday)
            case .weekend: Day(number: day.number + 6 - day.weekday)
            case .month: start(year, month)
            // Winter has the year of its December.
            case .season: month < 3 ? start(year - 1, 12) : start(year, month / 3 * 3)
            case .quarter: start(year, (month - 1) / 3 * 3 + 1)
            case .half: start(year, month < 7 ? 1 : 7)
            case .year, .fiscalYear: start(year, 1)
            case .decade: start(year / 10 * 10, 1)
            case .century: start(year / 100 * 100, 1)
            }
    }

    init?(year: Int) {
        guard let first = Day(year, 1, 1) else { return nil }
        self.init(.year, containing: first)
    }

    /// The stretch of this kind so many further on, or back.
    func shifted(by count: Int) -> Period? {
        let day =
            switch unit {
            case .day: first.adding(days: count)
            case .week, .weekend: first.adding(days: 7 * count)
            case .month: first.adding(months: count)
            case .season, .quarter: first.adding(months: 3 * count)
            case .half: first.adding(months: 6 * count)
            case .year, .fiscalYear: first.adding(months: 12 * count)
            case .decade: first.adding(months: 120 * count)
            case .century: first.adding(months: 1200 * count)
            }
        return day.map { Period(unit, containing: $0) }
    }

    /// Its last day.
    var last: Day {
        switch unit {
        case .day: first
        case .weekend: Day(number: first.number + 1)
        default: Day(number: (shifted(by: 1)?.first.number ?? first.number + 1) - 1)
        }
    }

    /// As in ``TimeExpression/value``.
    var value: String {
        let (year, month, day) = first.date
        let padded = padded(year, to: 4)
        switch unit {
        case .day: return "\(padded)-\(twoDigits(month))-\(twoDigits(day))"
        case .week, .weekend:
            let week = first.week
            let name = "\(SaysoStatements.padded(week.year, to: 4))-W\(twoDigits(week.week))"
            return unit == .week ? name : name + "-WE"
        case .month: return "\(padded)-\(twoDigits(month))"
        case .season: return "\(padded)-\(["SP", "SU", "FA", "WI"][month / 3 - 1])"
        case .quarter: return "\(padded)-Q\(month / 3 + 1)"
        case .half: return "\(padded)-H\(month / 6 + 1)"
        case .year: return padded
        case .fiscalYear: return "FY" + padded
        case .decade: return padded.dropLast() + "X"
        case .century: return padded.dropLast(2) + "XX"
        }
    }
}

func twoDigits(_ number: Int) -> String { padded(number, to: 2) }

func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
