/// Reads days and times of day from a line's tokens.
///
/// Each method tries at `index` and moves it past what it read, or leaves it and returns nil.
struct StampReader {
    let tokens: [LineToken]
    var index = 0

    init(_ tokens: [LineToken]) {
        self.tokens = tokens
    }

    /// A day of the calendar; `isAmbiguous` when day and month could be either way round.
    struct Day {
        let year: Int?
        let month: Int
        let day: Int
        var isAmbiguous = false

        func stated(at clock: Clock?) -> StatedTime? {
            if isAmbiguous { return nil }
            guard let clock else { return StatedTime(year: year, month: month, day: day) }
            let zone: Int? =
                switch clock.zone {
                case .fixed(let minutes): minutes
                case .american(let winter):
                    year.flatMap { ZoneNames.american(winter, year: $0, month: month, day: day) }
                case .ambiguous, nil: nil
                }
            let time = StatedTime.Clock(
                hour: clock.hour,
                minute: clock.minute,
                second: clock.second,
                zone: zone
            )
            return time.flatMap { StatedTime(year: year, month: month, day: day, clock: $0) }
        }
    }

    /// A time of day; its zone may depend on the day.
    struct Clock {
        let hour: Int
        let minute: Int
        var second: Int?
        var zone: ZoneNames.Zone?
    }

    var token: LineToken? { index < tokens.count ? tokens[index] : nil }

    /// The end of what was read so far.
    var end: Int { tokens[index - 1].range.upperBound }

    private mutating func attempt<Result>(_ read: (inout Self) -> Result?) -> Result? {
        let start = index
        let result = read(&self)
        if result == nil { index = start }
        return result
    }

    mutating func skip(_ marks: String) -> Bool {
        guard let mark = token?.mark, marks.contains(mark) else { return false }
        index += 1
        return true
    }

    private mutating func number(_ digits: ClosedRange<Int>) -> Int? {
        guard let number = token?.number(digits: digits) else { return nil }
        index += 1
        return number
    }

    private mutating func word(in words: Set<String>) -> String? {
        guard let word = token?.word, words.contains(word) else { return nil }
        index += 1
        return word
    }

    // MARK: Days

    /// A day with its weekday, if one is given: `Sat 26 Apr 2025`, `April 26, 2025`, `26.04.2025`,
    /// `2025-04-26`, `04/26/2025`.
    mutating func day(needsYear: Bool = true) -> Day? {
        attempt { reader in
            if reader.word(in: Self.weekdays) != nil { _ = reader.skip(".") || reader.skip(",") }
            let day =
                reader.yearFirst() ?? reader.numeric() ?? reader.dayFirst(needsYear: needsYear)
                ?? reader.monthFirst(needsYear: needsYear)
            guard let day, StatedTime(year: day.year, month: day.month, day: day.day) != nil else {
                return nil
            }
            return day
        }
    }

    private mutating func yearFirst() -> Day? {
        attempt { reader in
            guard let year = reader.number(4...4), let mark = reader.token?.mark, "-/.".contains(mark) else {
                return nil
            }
            reader.index += 1
            guard let month = reader.number(1...2), reader.skip(String(mark)), let day = reader.number(1...2)
            else { return nil }
            return Day(year: year, month: month, day: day)
        }
    }

    private mutating func numeric() -> Day? {
        attempt { reader in
            guard let first = reader.number(1...2), let mark = reader.token?.mark, "./-".contains(mark) else {
                return nil
            }
            reader.index += 1
            guard let second = reader.number(1...2), reader.skip(String(mark)),
                let year = reader.number(4...4)
            else { return nil }
            // With full stops the day comes first everywhere.
            if mark == "." || first > 12 || first == second {
                return Day(year: year, month: second, day: first)
            }
            if second > 12 { return Day(year: year, month: first, day: second) }
            return Day(year: year, month: first, day: second, isAmbiguous: true)
        }
    }

    private mutating func dayFirst(needsYear: Bool) -> Day? {
        attempt { reader in
            guard let day = reader.number(1...2) else { return nil }
            _ = reader.word(in: Self.ordinals)
            _ = reader.skip(".") || reader.skip("-") || reader.word(in: ["of"]) != nil
            guard let month = reader.month() else { return nil }
            let year = reader.year()
            return needsYear && year == nil ? nil : Day(year: year, month: month, day: day)
        }
    }

    private mutating func monthFirst(needsYear: Bool) -> Day? {
        attempt { reader in
            guard let month = reader.month(), let day = reader.number(1...2) else { return nil }
            _ = reader.word(in: Self.ordinals)
            let year = reader.year()
            return needsYear && year == nil ? nil : Day(year: year, month: month, day: day)
        }
    }

    private mutating func month() -> Int? {
        attempt { reader in
            guard let word = reader.token?.word, let month = Self.months[word] else { return nil }
            reader.index += 1
            _ = reader.skip(".")
            return month
        }
    }

    private mutating func year() -> Int? {
        attempt { reader in
            _ = reader.skip(",") || reader.skip("-")
            return reader.number(4...4)
        }
    }

    // MARK: Times of day

    /// A time with its zone, if one is given: `16:19 GMT`, `4:19 p.m. ET`, `17.28 BST`, `4 p.m.`,
    /// `16:19:05+03:00`.
    mutating func clock(afterDay: Bool) -> Clock? {
        attempt { reader in
            guard var hour = reader.number(1...2) else { return nil }
            var (minute, second, usesPoint): (Int, Int?, Bool) = (0, nil, false)
            let hasMinutes = reader.skip(":") || reader.word(in: ["h"]) != nil
            if !hasMinutes { usesPoint = reader.skip(".") }
            if hasMinutes || usesPoint {
                guard let number = reader.number(2...2) else { return nil }
                minute = number
                if hasMinutes { second = reader.seconds() }
            }
            if let isAfternoon = reader.halfOfDay() {
                guard (1...12).contains(hour) else { return nil }
                hour = hour % 12 + (isAfternoon ? 12 : 0)
            } else if !hasMinutes, !usesPoint {
                return nil
            }
            let zone = reader.zone()
            // "17.28" alone could be any number.
            if usesPoint, !afterDay, zone == nil, reader.token != nil { return nil }
            guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
            return Clock(hour: hour, minute: minute, second: second, zone: zone)
        }
    }

    private mutating func seconds() -> Int? {
        attempt { reader in
            guard reader.skip(":"), let second = reader.number(2...2) else { return nil }
            _ = reader.attempt { $0.skip(".") ? $0.number(1...9) : nil }  // fractions
            return second
        }
    }

    /// True after "p.m.", false after "a.m.".
    private mutating func halfOfDay() -> Bool? {
        attempt { reader in
            if let word = reader.word(in: ["am", "pm"]) { return word == "pm" }
            guard let half = reader.word(in: ["a", "p"]), reader.skip("."), reader.word(in: ["m"]) != nil
            else { return nil }
            _ = reader.skip(".")
            return half == "p"
        }
    }

    private mutating func zone() -> ZoneNames.Zone? {
        attempt { reader in
            let isBracketed = reader.skip("(")
            let named = reader.token?.word.flatMap(ZoneNames.zone(named:))
            if named != nil { reader.index += 1 }
            let takesOffset = named == nil || named == .fixed(0)
            let zone = (takesOffset ? reader.offset(isAfterName: named != nil) : nil) ?? named
            if isBracketed, !reader.skip(")") { return nil }
            return zone
        }
    }

    private mutating func offset(isAfterName: Bool) -> ZoneNames.Zone? {
        attempt { reader in
            guard let sign = reader.token?.mark, "+-−".contains(sign) else { return nil }
            reader.index += 1
            var minutes: Int
            if let hours = reader.number(1...2) {
                let hasMinutes = reader.skip(":")
                guard hasMinutes || isAfterName else { return nil }
                minutes = hours * 60
                if hasMinutes {
                    guard let rest = reader.number(2...2) else { return nil }
                    minutes += rest
                }
            } else if let number = reader.number(4...4) {
                minutes = number / 100 * 60 + number % 100
            } else {
                return nil
            }
            return minutes <= 14 * 60 ? .fixed(sign == "+" ? minutes : -minutes) : nil
        }
    }

    // MARK: Words

    static let months: [String: Int] = {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        var months = ["sept": 9]
        for (index, name) in names.enumerated() {
            months[name] = index + 1
            months[String(name.prefix(3))] = index + 1
        }
        return months
    }()

    private static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
    ]

    private static let ordinals: Set<String> = ["st", "nd", "rd", "th"]
}
