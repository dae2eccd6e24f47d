/// A day of the Gregorian calendar.
struct Day: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970.
    let number: Int

    /// The years that have days here.
    static let years = 1...9999

    init(number: Int) { self.number = number }

    /// A day by its date; nil when the calendar has no such day.
    init?(_ year: Int, _ month: Int, _ day: Int) {
        guard Self.years.contains(year), (1...12).contains(month),
            (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        self.init(valid: year, month, day)
    }

    private init(valid year: Int, _ month: Int, _ day: Int) {
        // Years that begin in March end with the leap day.
        let shifted = month > 2 ? year : year - 1
        let monthsSinceMarch = (month + 9) % 12
        let leapDays = shifted / 4 - shifted / 100 + shifted / 400
        let daysBeforeMonth = (153 * monthsSinceMarch + 2) / 5
        number = shifted * 365 + leapDays + daysBeforeMonth + day - 1 - 719_468
    }

    static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// Its year, month and day of the month.
    var date: (year: Int, month: Int, day: Int) {
        let sinceMarch = number + 719_468
        let era = sinceMarch / 146_097
        let dayOfEra = sinceMarch % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthsSinceMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthsSinceMarch + 2) / 5 + 1
        let month = monthsSinceMarch < 10 ? monthsSinceMarch + 3 : monthsSinceMarch - 9
        return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
    }

    var year: Int { date.year }

    /// 1 for Monday to 7 for Sunday.
    var weekday: Int {
        let sinceMonday = (number + 3) % 7
        return (sinceMonday + 7) % 7 + 1
    }

    /// Its week by ISO 8601: the week belongs to the year that its Thursday lies in.
    var week: (year: Int, week: Int) {
        let thursday = Day(number: number + 4 - weekday)
        let first = Day(valid: thursday.year, 1, 1)
        return (thursday.year, (thursday.number - first.number) / 7 + 1)
    }

    /// Nil outside the years that have days here.
    func adding(days: Int) -> Day? {
        let (sum, overflows) = number.addingReportingOverflow(days)
        guard !overflows, Self.range.contains(sum) else { return nil }
        return Day(number: sum)
    }

    /// The same day of another month, or its last when it is shorter.
    func adding(months: Int) -> Day? {
        let (year, month, day) = date
        let (count, overflows) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflows, count >= 12, Self.years.contains(count / 12) else { return nil }
        let other = (year: count / 12, month: count % 12 + 1)
        return Day(valid: other.year, other.month, min(day, Self.days(in: other.month, of: other.year)))
    }

    /// The nth such weekday of a month; the last for -1.
    static func weekday(_ weekday: Int, nth: Int, month: Int, year: Int) -> Day? {
        guard years.contains(year) else { return nil }
        if nth == -1 {
            let last = Day(valid: year, month, days(in: month, of: year))
            return last.adding(days: -((last.weekday - weekday + 7) % 7))
        }
        let first = Day(valid: year, month, 1)
        return Day(year, month, 1 + (weekday - first.weekday + 7) % 7 + (nth - 1) * 7)
    }

    /// Easter Sunday. (The Gregorian computus, after Meeus, Jones and Butcher.)
    static func easter(_ year: Int) -> Day? {
        let (century, rest) = year.quotientAndRemainder(dividingBy: 100)
        let golden = year % 19
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let toSunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
        let shift = (golden + 11 * epact + 22 * toSunday) / 451
        let days = epact + toSunday - 7 * shift + 114
        return Day(year, days / 31, days % 31 + 1)
    }

    private static let range = Day(valid: 1, 1, 1).number...Day(valid: 9999, 12, 31).number
}
