extension TimeReader {
    /// A date, a time of day, or both in either order.
    mutating func readMoment() -> Moment? {
        let start = index
        var best: (moment: Moment, end: Int)?
        func keep(_ moment: Moment?, _ reader: inout TimeReader) {
            if let moment, reader.index > best?.end ?? start { best = (moment, reader.index) }
            reader.index = start
        }
        keep(readDayWithTime(), &self)
        keep(readTimeWithDay(), &self)
        guard let best else { return nil }
        index = best.end
        return best.moment
    }

    /// A date of any kind.
    mutating func readDate() -> StatedDate? {
        attempt { reader in
            guard !reader.word().isOther else { return nil }
            return reader.readEdge() ?? reader.readPlainDate()
        }
    }

    /// A date without "early" or "late".
    mutating func readPlainDate() -> StatedDate? {
        let start = index
        var best: (date: StatedDate, end: Int)?
        func keep(_ date: StatedDate?, _ reader: inout TimeReader) {
            if let date, reader.index > best?.end ?? start { best = (date, reader.index) }
            reader.index = start
        }
        keep(readNumericDate(), &self)
        keep(readCalendarDay(), &self)
        keep(readDayOfMonth(), &self)
        keep(readNthWeekday(), &self)
        keep(readWeekdayOfWeek(), &self)
        keep(readNear(), &self)
        keep(readStep(), &self)
        keep(readAnaphor(), &self)
        keep(readWeekOf(), &self)
        keep(readPartOfYear(), &self)
        keep(readSeason(), &self)
        keep(readMonthDate(), &self)
        keep(readFiscalDate(), &self)
        keep(readCentury(), &self)
        keep(readDecade(), &self)
        keep(readHoliday(), &self)
        keep(readWeekend(), &self)
        keep(readYear(), &self)
        keep(readPlainWeekday(), &self)
        guard let best else { return nil }
        index = best.end
        return best.date
    }

    private mutating func readPlainWeekday() -> StatedDate? {
        readWeekday().map { readDayBeside() ?? .weekday($0) }
    }

    // MARK: Days with times

    /// "Monday morning", "Saturday at 4 p.m.", "this morning at seven", "April 26, 16:19 GMT".
    private mutating func readDayWithTime() -> Moment? {
        attempt { reader in
            if let moment = reader.readPartOfDay() {
                guard let time = reader.readTimeAfterDay(part: moment.part) else {
                    return Moment(date: moment.date, time: .part(moment.part))
                }
                return Moment(date: moment.date, time: .clock(time))
            }
            guard let date = reader.readDate() else { return nil }
            guard date.isDay else { return Moment(date: date) }
            let part = reader.readPartAfterDay()
            if let time = reader.readTimeAfterDay(part: part) {
                return Moment(date: date, time: .clock(time))
            }
            // "Wednesday evening next week"
            if let part, case .weekday(let weekday) = date, let week = reader.readWeek() {
                return Moment(date: StatedDate.known(week).inWeek(weekday), time: .part(part))
            }
            return Moment(date: date, time: part.map { .part($0) })
        }
    }

    /// "morning", "in the early morning" after a day.
    private mutating func readPartAfterDay() -> DayPart? {
        attempt { reader in
            _ = reader.skip("in") && reader.skip("the")
            if case .edge = reader.word() { reader.index += 1 }
            guard case .part(let part, isPlural: false) = reader.word() else { return nil }
            // "Saturday Night Live"
            guard !reader.isCapitalised(reader.index) || reader.prose.tokens[reader.index].shape == .upper
            else { return nil }
            reader.index += 1
            return part
        }
    }

    /// "at 4 p.m.", ", 16:19 GMT", "at seven" after a day.
    private mutating func readTimeAfterDay(part: DayPart?) -> ClockTime? {
        attempt { reader in
            _ = reader.skip(",") || reader.skip("-")
            let isIntroduced = reader.skip(in: ["at", "around", "about", "by", "for", "before", "after", "@"])
            _ = reader.skip("around") || reader.skip("about")
            let isBound = !isIntroduced && reader.skipBound()
            guard var time = reader.readClock(bare: isIntroduced || isBound) else { return nil }
            if let part { time.settle(in: part) }
            if let later = reader.readPartAfterDay() { time.settle(in: later) }
            guard
                !isIntroduced || reader.endsPhrase || time.hour > 12 || time.minute > 0 || part != nil
                    || reader.text(reader.index - 1) == "m" || reader.text(reader.index - 1) == "."
                    || reader.isHalfOfDay(reader.index - 1)
            else { return nil }
            return time
        }
    }

    /// "no later than"
    private mutating func skipBound() -> Bool {
        attempt { reader in
            _ = reader.skip("no") || reader.skip("not")
            return reader.skip(in: ["later", "earlier"]) && reader.skip("than") ? true : nil
        } ?? false
    }

    /// Whether a token is "4pm" or ends "4 pm".
    private func isHalfOfDay(_ place: Int) -> Bool {
        if case .halfOfDay = word(place - index) { return true }
        return ["am", "pm", "noon", "midnight", "midday", "clock"].contains(text(place))
    }

    /// "this morning", "last night", "tonight", "yesterday evening", "that afternoon", "the morning of April 26".
    private mutating func readPartOfDay() -> (date: StatedDate, part: DayPart)? {
        attempt { reader in
            if case .edge = reader.word(), reader.text(reader.index + 1) != "of" {
                reader.index += 1
                _ = reader.skip("in")
            }
            if reader.skip("tonight") { return (reader.fromToday(.day, by: 0), .night) }
            if case .near(let day) = reader.word(), case .part(let part, isPlural: false) = reader.word(1) {
                reader.index += 2
                return (reader.fromToday(.day, by: day), part)
            }
            let hasArticle = reader.skip("the")
            let kind = reader.next
            let pointsBack = kind == "that" || kind == "same"
            if pointsBack || hasArticle && ["next", "following", "previous"].contains(kind),
                case .part(let part, isPlural: false) = reader.word(1)
            {
                reader.index += 2
                let days = pointsBack ? 0 : kind == "previous" ? -1 : 1
                return (.anaphoric(.day, by: days, pointsBack: pointsBack), part)
            }
            if !hasArticle, case .step(let step) = reader.word(),
                case .part(let part, isPlural: false) = reader.word(1)
            {
                reader.index += 2
                return (reader.fromToday(.day, by: step), part)
            }
            guard hasArticle, case .part(let part, isPlural: false) = reader.word() else { return nil }
            reader.index += 1
            if reader.skip("before"), reader.endsClause { return (.anaphoric(.day, by: -1), part) }
            guard reader.skip("of"), let date = reader.readDate(), date.isDay else { return nil }
            return (date, part)
        }
    }

    /// "4 p.m. on Saturday", "16:19 GMT 26.04.2025", "in the morning", "noon".
    private mutating func readTimeWithDay() -> Moment? {
        attempt { reader in
            let before = reader.text(reader.index - 1)
            let isIntroduced = ["at", "around", "by", "until", "till", "before", "after", "since", "from"]
                .contains(before)
            if let time = reader.readClock(bare: false) {
                guard let moment = reader.readDayAfterTime(time) else {
                    return Moment(time: .clock(time))
                }
                return moment
            }
            if isIntroduced,
                let moment = reader.attempt({ reader -> Moment? in
                    guard let time = reader.readClock(bare: true) else { return nil }
                    return reader.readDayAfterTime(time)
                })
            {
                return moment
            }
            // "in the morning", "late afternoon"
            let hasArticle = reader.skip("in") && reader.skip("the")
            if case .edge = reader.word() {
                reader.index += 1
                _ = reader.skip("-") || reader.skip("in") && reader.skip("the")
            } else if !hasArticle, !reader.next.hasPrefix("mid") {
                return nil
            }
            guard case .part(let part, isPlural: false) = reader.word() else { return nil }
            reader.index += 1
            if let time = reader.readTimeAfterDay(part: part) { return Moment(time: .clock(time)) }
            return Moment(time: .part(part))
        }
    }

    /// The day after a time of day: "on Saturday", "today", "tomorrow evening".
    private mutating func readDayAfterTime(_ time: ClockTime) -> Moment? {
        attempt { reader in
            var time = time
            _ = reader.skip(",") || reader.skip("(")
            _ = reader.skip("on") || reader.skip("of")
            if let (date, part) = reader.readPartOfDay() {
                time.settle(in: part)
                return Moment(date: date, time: .clock(time))
            }
            guard let date = reader.readDate(), date.isDay else { return nil }
            if let part = reader.readPartAfterDay() { time.settle(in: part) }
            return Moment(date: date, time: .clock(time))
        }
    }
}

extension StatedDate {
    /// Whether a time of day can go with it.
    var isDay: Bool {
        switch self {
        case .known(let period): period.unit == .day
        case .yearly(.day), .yearly(.holiday), .yearly(.weekday): true
        case .dayOfMonth, .weekday, .anaphoric(.day, _, _), .now, .unknown: true
        case .yearly, .weekend, .anaphoric, .reference, .unknownStretch: false
        }
    }
}
