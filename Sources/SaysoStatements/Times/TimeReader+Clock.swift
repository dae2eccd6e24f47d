import SaysoArticles

extension TimeReader {
    /// A time of day with its zone: "4 p.m. ET", "16:19 GMT", "noon", "half past seven", "8 in the morning".
    ///
    /// - Parameter bare: whether an hour alone will do, as after "tonight at".
    mutating func readClock(bare: Bool = false) -> ClockTime? {
        attempt { reader in
            guard !reader.continuesNumber(reader.index) else { return nil }
            var time = reader.readNamedHour() ?? reader.readSpokenTime() ?? reader.readFigures(bare: bare)
            if time != nil, let part = reader.readPartAfterClock() { time?.settle(in: part) }
            guard time != nil else { return nil }
            time?.zone = reader.readZone()
            return time
        }
    }

    private mutating func readNamedHour() -> ClockTime? {
        attempt { reader in
            let hasTwelve: Bool
            if case .digits(12, _) = reader.word() { hasTwelve = true } else { hasTwelve = false }
            if hasTwelve { reader.index += 1 }
            if reader.skip("noon") || reader.skip("midday") { return ClockTime(hour: 12, minute: 0) }
            return reader.skip("midnight") ? ClockTime(hour: 0, minute: 0) : nil
        }
    }

    /// "half past seven", "a quarter to eight", "20 minutes past five", "ten past nine".
    private mutating func readSpokenTime() -> ClockTime? {
        attempt { reader in
            let minutes: Int
            if reader.skip("half") {
                minutes = 30
            } else {
                _ = reader.skip("a")
                if case .unit(.quarter, isPlural: false) = reader.word() {
                    reader.index += 1
                    minutes = 15
                } else if let number = reader.digits(1...2) ?? reader.readSmallNumber(), number < 60 {
                    minutes = number
                    if case .unit(.minute, _) = reader.word() { reader.index += 1 }
                } else {
                    return nil
                }
            }
            let isPast = reader.skip("past")
            guard isPast || minutes != 30 && reader.skip("to"), var time = reader.readFigures(bare: true)
            else { return nil }
            if isPast {
                time.minute += minutes
            } else {
                time.hour = (time.hour + 23) % 24
                time.minute += 60 - minutes
            }
            guard time.minute < 60 else { return nil }
            // "10 to 9" may be a score.
            return isPast || reader.endsPhrase ? time : nil
        }
    }

    /// An hour in figures or words, with minutes: "4:30 p.m.", "16:19", "1600 GMT", "seven o'clock".
    private mutating func readFigures(bare: Bool) -> ClockTime? {
        attempt { reader in
            switch reader.word() {
            case .halfOfDay(let number, let isAfternoon):
                reader.index += 1
                let (hour, minute) = number > 99 ? (number / 100, number % 100) : (number, 0)
                return ClockTime(hour: hour, minute: minute, isAfternoon: isAfternoon)
            case .clock(let hour, let minute):
                reader.index += 1
                return ClockTime(hour: hour, minute: minute)
            default: break
            }
            let start = reader.index
            if let number = reader.digits(4...4), !["of", "$"].contains(reader.text(start - 1)),
                reader.isZone || reader.next == "hours"
            {
                _ = reader.skip("hours")
                return ClockTime(valid: number / 100, number % 100)
            }
            guard let hour = reader.digits(1...2) ?? reader.readSmallNumber() else { return nil }
            let isFigure = reader.index == start + 1 && !reader.isSpaced(reader.index)
            if isFigure, let time = reader.readMinutes(hour, after: start) { return time }
            if let isAfternoon = reader.readHalfOfDay() {
                return ClockTime(hour: hour, minute: 0, isAfternoon: isAfternoon)
            }
            if reader.skip("oclock")
                || reader.next == "o" && reader.text(reader.index + 2) == "clock" && hour <= 12
            {
                if reader.next == "o" { reader.index += 3 }
                if let isAfternoon = reader.readHalfOfDay() {
                    return ClockTime(hour: hour, minute: 0, isAfternoon: isAfternoon)
                }
                return ClockTime(valid: hour, 0)
            }
            let hasPart = reader.next == "in" && reader.text(reader.index + 1) == "the" && hour <= 12
            if hasPart, case .part = reader.word(2) { return ClockTime(valid: hour, 0) }
            guard bare, (1...24).contains(hour), !reader.isContinued else { return nil }
            return ClockTime(valid: hour % 24, 0)
        }
    }

    /// ":30 p.m." after an hour.
    private mutating func readMinutes(_ hour: Int, after start: Int) -> ClockTime? {
        attempt { reader in
            guard !reader.isSpaced(reader.index + 1) else { return nil }
            let usesPoint = reader.next == "."
            guard reader.skipTight(":") || reader.skipTight(".") else { return nil }
            // "4.30pm"
            if case .halfOfDay(let minute, let isAfternoon) = reader.word(), minute < 60 {
                reader.index += 1
                return ClockTime(hour: hour, minute: minute, isAfternoon: isAfternoon)
            }
            guard let minute = reader.digits(2...2), minute < 60 else { return nil }
            var second: Int?
            if !usesPoint, !reader.isSpaced(reader.index + 1), reader.skipTight(":") {
                if case .halfOfDay(let number, let isAfternoon) = reader.word(), number < 60 {
                    reader.index += 1
                    return ClockTime(hour: hour, minute: minute, second: number, isAfternoon: isAfternoon)
                }
                guard let number = reader.digits(2...2), number < 60 else { return nil }
                second = number
            }
            if let isAfternoon = reader.readHalfOfDay() {
                return ClockTime(hour: hour, minute: minute, second: second, isAfternoon: isAfternoon)
            }
            if reader.isContinued { return nil }
            if usesPoint, !reader.isZone { return nil }
            let before = reader.text(start - 1)
            if !reader.isZone, ["of", "in", "ratio", "won", "lost"].contains(before) { return nil }
            return ClockTime(valid: hour, minute, second)
        }
    }

    /// True after "p.m.", false after "a.m.".
    private mutating func readHalfOfDay() -> Bool? {
        attempt { reader in
            if reader.skip("am") { return false }
            if reader.skip("pm") { return true }
            let half = reader.next
            guard half == "a" || half == "p" else { return nil }
            reader.index += 1
            let isDotted = reader.skip(".")
            guard reader.skip("m") else { return nil }
            if isDotted { _ = reader.skipTight(".") }
            return half == "p"
        }
    }

    /// "in the evening" after a time.
    private mutating func readPartAfterClock() -> DayPart? {
        attempt { reader in
            guard reader.skip("in"), reader.skip("the"), case .part(let part, false) = reader.word() else {
                return nil
            }
            reader.index += 1
            return part
        }
    }

    // MARK: Zones

    private var isZone: Bool {
        var reader = self
        return reader.skipZone() != nil
    }

    private mutating func readZone() -> ClockTime.Zone? {
        guard let zone = skipZone() else { return nil }
        return zone
    }

    /// "GMT", "ET", "(UTC+3)", "Eastern time", "local time"; the inner nil says that the zone is not clear.
    private mutating func skipZone() -> ClockTime.Zone?? {
        attempt { reader in
            let isBracketed = reader.skip("(")
            guard let zone = reader.readZoneName() else { return nil }
            if isBracketed, !reader.skip(")") { return nil }
            return .some(zone)
        }
    }

    private mutating func readZoneName() -> ClockTime.Zone?? {
        attempt { reader in
            let place = reader.index
            guard reader.sentence.contains(place) else { return nil }
            if reader.skip("local") { return reader.skip("time") ? .some(nil) : nil }
            if reader.isCapitalised(place), let winter = Self.americanZones[reader.next] {
                reader.index += 1
                _ = reader.skip("standard") || reader.skip("daylight")
                _ = reader.skip("time")
                return .some(.american(winter))
            }
            if reader.prose.tokens[place].shape == .upper, let zone = ZoneNames.zone(named: reader.next) {
                reader.index += 1
                switch zone {
                case .american(let winter): return .some(.american(winter))
                case .fixed(let minutes):
                    let offset = minutes == 0 ? reader.readOffsetFromGreenwich() : nil
                    return .some(.fixed(offset ?? minutes))
                case .ambiguous: return .some(nil)
                }
            }
            // "Moscow time"
            if reader.isCapitalised(place), reader.text(place + 1) == "time" {
                reader.index += 2
                return .some(nil)
            }
            return reader.readOffsetFromGreenwich().map { .some(.fixed($0)) }
        }
    }

    /// "+03:00", "-5"; minutes.
    private mutating func readOffsetFromGreenwich() -> Int? {
        attempt { reader in
            let isWest = reader.next == "-" || reader.next == "−"
            guard !reader.isSpaced(reader.index), isWest || reader.next == "+" else { return nil }
            let isNamed = ["gmt", "utc"].contains(reader.text(reader.index - 1))
            // "10:00-12:00" is from ten to twelve.
            guard isNamed || !isWest else { return nil }
            reader.index += 1
            var minutes: Int
            if let number = reader.digits(4...4) {
                minutes = number / 100 * 60 + number % 100
            } else {
                guard let hours = reader.digits(1...2) else { return nil }
                minutes = hours * 60
                if reader.skipTight(":") {
                    guard let rest = reader.digits(2...2) else { return nil }
                    minutes += rest
                } else if !isNamed {
                    return nil
                }
            }
            return minutes <= 14 * 60 ? (isWest ? -minutes : minutes) : nil
        }
    }

    private static let americanZones = ["eastern": -300, "central": -360, "mountain": -420, "pacific": -480]
}

extension ClockTime {
    /// A time of the 24 hours; nil when there is none such.
    init?(valid hour: Int, _ minute: Int, _ second: Int? = nil) {
        guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        self.init(hour: hour, minute: minute, second: second)
    }

    /// A time of twelve hours.
    init?(hour: Int, minute: Int, second: Int? = nil, isAfternoon: Bool) {
        guard (1...12).contains(hour) else { return nil }
        self.init(valid: hour % 12 + (isAfternoon ? 12 : 0), minute, second)
    }

    /// Moves an hour of twelve into the part of the day that was named.
    mutating func settle(in part: DayPart) {
        switch part {
        case .morning, .daytime: break
        case .afternoon, .evening: if hour < 12 { hour += 12 }
        case .night:
            if hour == 12 { hour = 0 } else if (5..<12).contains(hour) { hour += 12 }
        }
    }
}
