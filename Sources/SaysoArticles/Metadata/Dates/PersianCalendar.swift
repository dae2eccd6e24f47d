/// The solar calendar of Iran and Afghanistan, in the years that the 33-year cycle gets right (1206 to 1497).
enum PersianCalendar {
    /// The Gregorian date of a Persian one; nil when there is no such day.
    static func gregorian(year: Int, month: Int, day: Int) -> (year: Int, month: Int, day: Int)? {
        guard (1300...1450).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let length = month <= 6 ? 31 : month < 12 || isLeap(year) ? 30 : 29
        guard day <= length else { return nil }
        // 1 Farvardin 1300 was 21 March 1921.
        let leaps = (1300..<year).count(where: isLeap)
        let before = (month - 1) * 30 + min(month - 1, 6)
        let number =
            DayNumber.of(year: 1921, month: 3, day: 21) + (year - 1300) * 365 + leaps + before + day - 1
        return DayNumber.date(of: number)
    }

    private static func isLeap(_ year: Int) -> Bool {
        [1, 5, 9, 13, 17, 22, 26, 30].contains(year % 33)
    }
}
