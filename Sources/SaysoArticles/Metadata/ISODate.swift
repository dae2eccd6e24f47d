/// Dates of ISO 8601: `2004-01-01T19:48:21Z`, `20040101T1948+01`, `2004-001`, `2004-W01-4`.
enum ISODate {
    static func time(_ scanner: inout DateScanner) -> StatedTime? {
        guard let day = day(&scanner) else { return nil }
        let date = DayNumber.date(of: day)
        let plain = StatedTime(year: date.year, month: date.month, day: date.day)
        if scanner.next == nil { return plain }
        // Compact forms run on without a mark: 20040101194821.
        let isMarked = scanner.skip("Tt ,")
        scanner.skipSpace()
        if isMarked || scanner.next.map(DateScanner.isDigit) == true {
            let start = scanner.index
            if let clock = ClockReader.clock(&scanner) { return clock.time(onDay: day) }
            // A day with a zone, as XML Schema has it: the day is all that is stated.
            scanner.index = start
        }
        if ClockReader.zone(&scanner) != nil, scanner.next == nil { return plain }
        return nil
    }

    /// The number of a day: a calendar date, an ordinal date or a week date.
    private static func day(_ scanner: inout DateScanner) -> Int? {
        guard let year = scanner.number(4), (1...9999).contains(year) else { return nil }
        let start = scanner.index
        let separator = scanner.next
        let isSeparated = scanner.skip("-/.")
        if scanner.skip("Ww") { return weekDay(&scanner, year: year) }
        if isSeparated {
            if separator == UInt8(ascii: "-"), let ordinal = scanner.digits(3...3)?.value {
                return ordinalDay(ordinal, of: year)
            }
            guard let month = scanner.digits(1...2)?.value, scanner.next == separator, scanner.skip("-/.")
            else { return nil }
            guard let day = scanner.number(2) ?? scanner.number(1) else { return nil }
            return DayNumber.existing(year: year, month: month, day: day)
        }
        if let ordinal = scanner.digits(3...3)?.value { return ordinalDay(ordinal, of: year) }
        scanner.index = start
        guard let month = scanner.number(2), let day = scanner.number(2) else { return nil }
        return DayNumber.existing(year: year, month: month, day: day)
    }

    private static func ordinalDay(_ ordinal: Int, of year: Int) -> Int? {
        let first = DayNumber.of(year: year, month: 1, day: 1)
        let next = DayNumber.of(year: year + 1, month: 1, day: 1)
        return (1...next - first).contains(ordinal) ? first + ordinal - 1 : nil
    }

    /// What follows the `W`: week 1 is the one with the year's first Thursday.
    private static func weekDay(_ scanner: inout DateScanner, year: Int) -> Int? {
        guard let week = scanner.number(2), (1...53).contains(week) else { return nil }
        _ = scanner.skip("-")
        guard let weekday = scanner.number(1), (1...7).contains(weekday) else { return nil }
        let fourth = DayNumber.of(year: year, month: 1, day: 4)
        return fourth - DayNumber.weekday(of: fourth) + 7 * (week - 1) + weekday
    }
}

/// Times of day and zones, as ISO 8601 and RFC 822 write them.
enum ClockReader {
    /// All that is left to read as a time of day with its zone, if one is given; nil when something else is
    /// there.
    static func clock(_ scanner: inout DateScanner) -> WrittenClock? {
        guard var clock = timeOfDay(&scanner) else { return nil }
        scanner.skipSpace()
        if scanner.next == nil { return clock }
        guard let zone = zone(&scanner) else { return nil }
        clock.zone = zone
        return isEnd(&scanner) ? clock : nil
    }

    /// `19:48:21.5`, `1948`, `19`, `7:48 PM`, `19.48`.
    static func timeOfDay(_ scanner: inout DateScanner) -> WrittenClock? {
        guard let hour = scanner.number(2) ?? scanner.number(1), hour <= 24 else { return nil }
        var clock = WrittenClock(hour: hour)
        let isSeparated = scanner.skip(":.")
        if let minute = scanner.number(2) ?? (isSeparated ? scanner.number(1) : nil) {
            clock.minute = minute
            if isSeparated ? scanner.skip(":.") : scanner.next.map(DateScanner.isDigit) == true {
                guard let second = scanner.number(2) ?? scanner.number(1) else { return nil }
                clock.second = second
            }
        } else if isSeparated {
            return nil
        }
        if scanner.skip(".,") || clock.second != nil && scanner.skip(":") { _ = scanner.digits(1...18) }
        let start = scanner.index
        scanner.skipSpace()
        switch scanner.word() {
        case "am" where (1...12).contains(hour): clock.hour = hour % 12
        case "pm" where (1...12).contains(hour): clock.hour = hour % 12 + 12
        default: scanner.index = start
        }
        return clock
    }

    /// `Z`, `+01:00`, `-0500`, `+1`, `GMT`, `GMT-0500`, `PST`; a zone that cannot be told is `.ambiguous`.
    static func zone(_ scanner: inout DateScanner) -> ZoneNames.Zone? {
        let start = scanner.index
        if let word = scanner.word() {
            let named = self.zone(named: word)
            if named == .fixed(0), let offset = offset(&scanner) { return offset }
            if named == nil { scanner.index = start }
            return named
        }
        return offset(&scanner)
    }

    private static func zone(named word: String) -> ZoneNames.Zone? {
        if let zone = ZoneNames.zone(named: word) { return zone }
        if word == "ut" { return .fixed(0) }
        // Letters of the military (RFC 822) had their signs the wrong way round; nobody can tell. (RFC 2822)
        return word.utf8.count == 1 ? .ambiguous : nil
    }

    private static func offset(_ scanner: inout DateScanner) -> ZoneNames.Zone? {
        let start = scanner.index
        scanner.skipSpace()
        let isWest = scanner.next == UInt8(ascii: "-")
        guard scanner.skip("+-"), let hours = scanner.number(2) ?? scanner.number(1) else {
            scanner.index = start
            return nil
        }
        let isSeparated = scanner.skip(":")
        let minutes = scanner.number(2)
        if isSeparated, minutes == nil { return nil }
        if scanner.skip(":") { _ = scanner.number(2) }  // seconds, of zones long gone
        let total = hours * 60 + (minutes ?? 0)
        guard total <= 14 * 60, minutes ?? 0 < 60 else { return .ambiguous }
        return .fixed(isWest ? -total : total)
    }

    /// Whether nothing that matters is left: comments in brackets say the zone again, for people.
    static func isEnd(_ scanner: inout DateScanner) -> Bool {
        scanner.skipSpace()
        return scanner.next == nil || scanner.skip("([")
    }
}
