extension TimeReader {
    /// A time of day with its zone: "4 p.m. ET", "16:19 GMT", "noon", "half past seven", "8 in the morning".
    ///
    /// Where it is `bare`, an hour alone will do, as after "tonight at".
    mutating func readClock(bare: Bool = false) -> ClockTime? {
        attempt { reader in
            guard !reader.continuesNumber(reader.index) else { return nil }
            var time =
                reader.readNamedHour() ?? reader.readSpokenTime() ?? reader.readWords(bare: bare)
                ?? reader.readFigures(bare: bare)
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
            if reader.skip("mid") {
                _ = reader.skip("-")
                if reader.skip("day") { return ClockTime(hour: 12, minute: 0, isSettled: true) }
                return reader.skip("night") ? ClockTime(hour: 0, minute: 0, isSettled: true) : nil
            }
            if reader.skip("noon") || reader.skip("midday") {
                return ClockTime(hour: 12, minute: 0, isSettled: true)
            }
            return reader.skip("midnight") ? ClockTime(hour: 0, minute: 0, isSettled: true) : nil
        }
    }

    /// "eight forty", "seven twenty-seven p.m.": hours and minutes in words.
    private mutating func readWords(bare: Bool) -> ClockTime? {
        attempt { reader in
            let isIntroduced = bare || Self.introducers.contains(reader.text(reader.index - 1))
            guard case .number(let hour) = reader.word(), hour <= 12 else { return nil }
            reader.index += 1
            _ = reader.skip("-")
            guard let minute = reader.readSmallNumber(), (10..<60).contains(minute) else { return nil }
            if let isAfternoon = reader.readHalfOfDay() {
                return ClockTime(hour: hour, minute: minute, isAfternoon: isAfternoon)
            }
            if reader.next == "in", reader.text(reader.index + 1) == "the", case .part = reader.word(2) {
                return ClockTime(valid: hour, minute)
            }
            // "For eight forty-dollar tickets"
            let isBeforeDay =
                switch reader.word() {
                case .near, .weekday: true
                default: false
                }
            guard isIntroduced, isBeforeDay || reader.endsPhrase else { return nil }
            return ClockTime(valid: hour, minute)
        }
    }

    private static let introducers: Set<String> = [
        "at", "around", "by", "until", "till", "before", "after", "since", "from", "to", "for",
    ]

    /// "half past seven", "a quarter to eight", "20 minutes past five", "ten past nine".
    private mutating func readSpokenTime() -> ClockTime? {
        attempt { reader in
            let minutes: Int
            let start = reader.index
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
            // "5 to 6 p.m." is an hour; "five minutes to six" is a time.
            let isTime =
                reader.index > start + 1 || reader.text(start) == "quarter" || reader.text(start) == "ten"
            guard isPast || minutes != 30 && isTime && reader.skip("to"),
                var time = reader.readWords(bare: true) ?? reader.readFigures(bare: true)
            else { return nil }
            let total = (time.hour + 24) * 60 + time.minute + (isPast ? minutes : -minutes)
            (time.hour, time.minute) = (total / 60 % 24, total % 60)
            return time
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
            case .halfLetter(let number, let isAfternoon):
                reader.index += 1
                guard reader.skipTight("."), reader.skipTight("m") else { return nil }
                _ = reader.skipTight(".")
                return ClockTime(hour: number, minute: 0, isAfternoon: isAfternoon)
            case .clock(let hour, let minute):
                reader.index += 1
                return ClockTime(hour: hour, minute: minute)
            default: break
            }
            let start = reader.index
            if case .digits(let number, 3...4) = reader.word() {
                reader.index += 1
                if let isAfternoon = reader.readHalfOfDay() {
                    return ClockTime(hour: number / 100, minute: number % 100, isAfternoon: isAfternoon)
                }
                reader.index = start
            }
            if let number = reader.digits(4...4), !["of", "$"].contains(reader.text(start - 1)),
                reader.isZone || reader.next == "hours"
            {
                _ = reader.skip("hours")
                return ClockTime(valid: number / 100, number % 100)
            }
            guard let hour = reader.digits(1...2) ?? reader.readSmallNumber() else { return nil }
            let isFigure = reader.index == start + 1 && !reader.isSpaced(reader.index)
            if isFigure, let time = reader.readMinutes(hour, after: start, isIntroduced: bare) { return time }
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
    private mutating func readMinutes(_ hour: Int, after start: Int, isIntroduced: Bool) -> ClockTime? {
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
            guard isIntroduced || reader.isZone || reader.endsTime(before: start) else { return nil }
            return ClockTime(valid: hour, minute, second)
        }
    }

    /// Whether the words before figures, or a date after them, say that they are a time and no score.
    private func endsTime(before start: Int) -> Bool {
        let before = text(start - 1)
        if !sentence.contains(start - 1) || Self.beforeTimes.contains(before) { return true }
        if word(start - 1 - index).isOfTime || word().isOfTime { return true }
        return ["on", ",", "("].contains(next) && word(1).isOfTime
    }

    private static let beforeTimes: Set<String> = [
        "at", "by", "around", "about", "before", "after", "until", "till", "from", "since", "between", "to",
        "for", ",", "(", "-", "–", "|", "than",
    ]

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
        isSettled = true
    }

    /// Moves an hour of twelve into the half of the day in which a stretch ends: "2 to 4:30 p.m.".
    mutating func settle(before end: ClockTime) {
        guard !isSettled, end.isSettled, hour < 12, end.hour >= 12 else { return }
        if (hour + 12, minute) < (end.hour, end.minute) { hour += 12 }
    }

    /// Moves an hour of twelve into the part of the day that was named.
    mutating func settle(in part: DayPart) {
        guard !isSettled else { return }
        isSettled = true
        switch part {
        case .morning, .daytime: break
        case .afternoon, .evening: if hour < 12 { hour += 12 }
        case .night:
            if hour == 12 { hour = 0 } else if (5..<12).contains(hour) { hour += 12 }
        }
    }
}
