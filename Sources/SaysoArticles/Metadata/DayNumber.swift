/// A day of the Gregorian calendar as days since 1 January 1970, for counting and comparing.
package enum DayNumber {
    /// The number of a day that exists.
    ///
    /// - Parameters:
    ///   - year: 0 to 9999.
    ///   - month: 1 to 12.
    ///   - day: 1 to 31; a day past the month's end counts on into the next month.
    /// - Returns: days since the epoch; negative before it.
    package static func of(year: Int, month: Int, day: Int) -> Int {
        // Years that begin in March have the odd day of leap years at their end.
        let year = month > 2 ? year : year - 1
        let era = year >= 0 ? year / 400 : -1
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * daysInEra + dayOfEra - daysToEpoch
    }

    /// The day with a number.
    ///
    /// - Parameter number: days since 1 January 1970, within a hundred thousand years of it.
    /// - Returns: the calendar date; years before 1 count down from 0.
    package static func date(of number: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = number + daysToEpoch
        let era = (shifted >= 0 ? shifted : shifted - daysInEra + 1) / daysInEra
        let dayOfEra = shifted - era * daysInEra
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        )
    }

    /// The weekday of a day's number, as ISO 8601 counts: 1 is Monday, 7 is Sunday.
    package static func weekday(of number: Int) -> Int {
        let sinceThursday = number % 7  // 1 January 1970 was a Thursday
        return (sinceThursday + 10) % 7 + 1
    }

    /// 400 years.
    private static let daysInEra = 146_097
    /// From 1 March of the year 0 to 1 January 1970.
    private static let daysToEpoch = 719_468
}

extension StatedTime {
    /// Minutes since 1 January 1970 in Greenwich, for putting times in order.
    ///
    /// - Parameter zone: what to take where no zone is stated, in minutes east of Greenwich.
    /// - Returns: nil without a year; a day without a time of day counts from its midnight.
    package func minutesSinceEpoch(assuming zone: Int = 0) -> Int? {
        guard let year else { return nil }
        let days = DayNumber.of(year: year, month: month, day: day)
        return days * 1440 + (clock?.hour ?? 0) * 60 + (clock?.minute ?? 0) - (clock?.zone ?? zone)
    }
}
