import SaysoArchives

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A moment in whole seconds since 1970 in UTC.
package struct UnixTime: Hashable, Comparable, Sendable {
    package let seconds: Int

    package init(seconds: Int) { self.seconds = seconds }

    /// The clock's time.
    package static var now: UnixTime { UnixTime(seconds: time(nil)) }

    package static func < (one: UnixTime, other: UnixTime) -> Bool { one.seconds < other.seconds }

    /// ISO 8601, as WARC-Date has it: `2026-11-25T10:15:00Z`.
    package var iso8601: String {
        let (date, clock) = parts
        return date.joined(separator: "-") + "T" + clock.joined(separator: ":") + "Z"
    }

    /// ISO 8601 without what names of files should not hold: `20261125T101500Z`.
    package var compact: String {
        let (date, clock) = parts
        return date.joined() + "T" + clock.joined() + "Z"
    }

    private var parts: (date: [String], clock: [String]) {
        var broken = tm()
        var moment = time_t(seconds)
        gmtime_r(&moment, &broken)
        func padded(_ number: Int32, to width: Int = 2) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return (
            [padded(broken.tm_year + 1900, to: 4), padded(broken.tm_mon + 1), padded(broken.tm_mday)],
            [padded(broken.tm_hour), padded(broken.tm_min), padded(broken.tm_sec)]
        )
    }
}

extension UnixTime {
    /// Reads a date of HTTP in any of its three forms (RFC 9110 section 5.6.7).
    init?(httpDate text: String) {
        var words = text.split { " ,-".contains($0) }
        // The day's name says nothing new.
        guard words.count >= 5, words.removeFirst().allSatisfy(\.isLetter) else { return nil }
        let isAsctime = words[0].first?.isLetter == true
        guard isAsctime ? words.count == 4 : words.count == 5 && words[4] == "GMT" else { return nil }
        let (day, name, year, clock) =
            isAsctime
            ? (words[1], words[0], words[3], words[2]) : (words[0], words[1], words[2], words[3])
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        let times = clock.split(separator: ":", omittingEmptySubsequences: false).map { Self.number($0) }
        guard let day = Self.number(day), (1...31).contains(day), let written = Self.number(year),
            let month = months.firstIndex(of: name.lowercased()), times.count == 3,
            let hour = times[0], hour < 24, let minute = times[1], minute < 60,
            let second = times[2], second <= 60
        else { return nil }
        var broken = tm()
        // Two digits are of the last century from 70 on.
        let century = year.count > 2 ? 0 : written < 70 ? 2000 : 1900
        broken.tm_year = Int32(century + written - 1900)
        (broken.tm_mon, broken.tm_mday) = (Int32(month), Int32(day))
        (broken.tm_hour, broken.tm_min, broken.tm_sec) = (Int32(hour), Int32(minute), Int32(second))
        self.init(seconds: timegm(&broken))
    }

    /// At most four digits.
    private static func number(_ text: Substring) -> Int? {
        text.utf8.count <= 4 && text.utf8.allSatisfy(\.isDigit) ? Int(text) : nil
    }
}
