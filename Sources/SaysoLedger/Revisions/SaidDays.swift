import SaysoArticles

/// The first and the last day of a TIMEX3 value, as numbers such as 20250303, which sort as days do.
enum SaidDays {
    /// - Parameter value: `2025-03-03`, `2025-03-03TMO`, `2025-W10`, `2025-W10-WE`, `2025-03`, `2025-Q1`, `2025`,
    ///   or two of them with `/` between.
    /// - Returns: nil for durations, repetitions, and what has no year.
    static func of(_ value: String?) -> ClosedRange<Int>? {
        guard let value else { return nil }
        if let day = plainDay(value.utf8) { return day...day }
        let ends = value.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = ends.first.flatMap(period), let last = ends.last.flatMap(period), ends.count <= 2,
            first.lowerBound <= last.upperBound
        else { return nil }
        return first.lowerBound...last.upperBound
    }

    /// The day of a date or a time with a year: `2025-03-03T16:40Z`.
    static func day(_ time: String?) -> Int? { time.flatMap { of(String($0.prefix(10))) }?.lowerBound }

    /// How people write a day, a month or a year: `2025-03-03` for 20250303, `2025-03` for 202503.
    static func spelled(_ number: Int) -> String {
        let digits = String(number)
        let padded = String(repeating: "0", count: max(0, digits.count.isMultiple(of: 2) ? 0 : 1)) + digits
        var text = String(padded.prefix(4))
        for start in stride(from: 4, to: padded.count, by: 2) {
            text += "-" + padded.dropFirst(start).prefix(2)
        }
        return text
    }

    /// A day without anything else, which nearly all are: `2025-03-03`.
    private static func plainDay(_ text: String.UTF8View) -> Int? {
        guard text.count == 10 else { return nil }
        var number = 0
        for (index, byte) in text.enumerated() {
            if index == 4 || index == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard (0x30...0x39).contains(byte) else { return nil }
                number = number * 10 + Int(byte - 0x30)
            }
        }
        let (month, day) = (number / 100 % 100, number % 100)
        return number >= 10000 && (1...12).contains(month) && (1...31).contains(day) ? number : nil
    }

    private static func period(_ text: Substring) -> ClosedRange<Int>? {
        let parts = text.prefix { $0 != "T" }.split(separator: "-", omittingEmptySubsequences: false)
        guard parts[0].utf8.count == 4, let year = number(parts[0]), (1...9999).contains(year) else {
            return nil
        }
        guard parts.count > 1 else { return key(year, 1, 1)...key(year, 12, 31) }
        let unit = parts[1]
        if unit.hasPrefix("W") {
            guard let week = number(unit.dropFirst()), (1...53).contains(week) else { return nil }
            // The week that 4 January lies in is the first (ISO 8601).
            let fourth = DayNumber.of(year: year, month: 1, day: 4)
            let monday = fourth - ((fourth + 3) % 7 + 7) % 7 + (week - 1) * 7
            if parts.count > 2, parts[2] == "WE" { return key(monday + 5)...key(monday + 6) }
            return key(monday)...key(monday + 6)
        }
        if unit.hasPrefix("Q") || unit.hasPrefix("H") {
            let months = unit.hasPrefix("Q") ? 3 : 6
            guard let part = number(unit.dropFirst()), (1...12 / months).contains(part) else { return nil }
            return key(year, (part - 1) * months + 1, 1)...end(year, part * months)
        }
        if let season = ["SP": 3, "SU": 6, "FA": 9, "WI": 12][unit] {
            let end = season == 12 ? (year + 1, 2) : (year, season + 2)
            return key(year, season, 1)...self.end(end.0, end.1)
        }
        guard let month = number(unit), (1...12).contains(month) else { return nil }
        guard parts.count > 2 else { return key(year, month, 1)...end(year, month) }
        guard let day = number(parts[2]), (1...31).contains(day) else { return nil }
        return key(year, month, day)...key(year, month, day)
    }

    /// The last day of a month.
    private static func end(_ year: Int, _ month: Int) -> Int {
        let next = month == 12 ? (year + 1, 1) : (year, month + 1)
        return key(DayNumber.of(year: next.0, month: next.1, day: 1) - 1)
    }

    private static func key(_ year: Int, _ month: Int, _ day: Int) -> Int { (year * 100 + month) * 100 + day }

    private static func key(_ number: Int) -> Int {
        let date = DayNumber.date(of: number)
        return key(date.year, date.month, date.day)
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }
}
