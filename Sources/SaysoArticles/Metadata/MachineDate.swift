/// Reads dates that programs write for programs, and the usual mistakes in them.
///
/// ISO 8601 with its profiles (W3CDTF, RFC 3339, RFC 9557), RFC 822 and its successors, `asctime`, what
/// JavaScript's `Date` prints, and Unix time. Dates that only people can tell apart (`01/02/2004`) are none.
package enum MachineDate {
    /// The time that a text states; nil when it states none, or no day (`2004-01`).
    ///
    /// - Parameter text: the whole of an element or attribute; white space around it does not matter.
    /// - Returns: the day, its time of day and zone as far as they are stated.
    package static func time(in text: String) -> StatedTime? {
        var scanner = DateScanner(text)
        guard let first = scanner.next, scanner.count <= longest else { return nil }
        if DateScanner.isDigit(first) {
            if let time = unixTime(&scanner) ?? ISODate.time(&scanner) { return time }
        }
        scanner.index = 0
        return NamedDate.time(&scanner)
    }

    /// Bytes; a longer text is no date.
    private static let longest = 128

    /// Seconds or milliseconds since 1970, from 1973 to 2286, as ten or thirteen digits (nine before 2001).
    private static func unixTime(_ scanner: inout DateScanner) -> StatedTime? {
        let start = scanner.index
        guard let number = scanner.digits(9...13), scanner.next == nil, number.count != 12 else {
            scanner.index = start
            return nil
        }
        guard number.count < 11 || number.count == 13 else { return nil }
        let seconds = number.count == 13 ? number.value / 1000 : number.value
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86400)
        let date = DayNumber.date(of: days)
        let clock = StatedTime.Clock(
            hour: rest / 3600,
            minute: rest / 60 % 60,
            second: rest % 60,
            zone: 0
        )
        return StatedTime(year: date.year, month: date.month, day: date.day, clock: clock)
    }
}

/// A time of day as written; hours may be 24, and a zone may depend on the day.
struct WrittenClock {
    var hour: Int
    var minute = 0
    var second: Int?
    var zone: ZoneNames.Zone?

    /// The time on a day; nil when there is no such time or day.
    func time(onDay number: Int) -> StatedTime? {
        var (number, hour) = (number, hour)
        if hour == 24, minute == 0, second ?? 0 == 0 {  // midnight at the day's end (ISO 8601)
            hour = 0
            number += 1
        }
        let date = DayNumber.date(of: number)
        let zone: Int? =
            switch zone {
            case .fixed(let minutes): minutes
            case .american(let winter):
                ZoneNames.american(winter, year: date.year, month: date.month, day: date.day)
            case .ambiguous, nil: nil
            }
        let second = second == 60 ? 59 : second  // a leap second
        let clock = StatedTime.Clock(hour: hour, minute: minute, second: second, zone: zone)
        return clock.flatMap {
            StatedTime(year: date.year, month: date.month, day: date.day, clock: $0)
        }
    }
}

extension DayNumber {
    /// A day that somebody wrote; nil when the calendar has none such.
    static func existing(year: Int, month: Int, day: Int) -> Int? {
        StatedTime(year: year, month: month, day: day) == nil ? nil : of(year: year, month: month, day: day)
    }
}
