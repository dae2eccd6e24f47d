extension TimeReader {
    // MARK: Today and its neighbours

    /// "yesterday", "the day before yesterday", "today (Nov. 18)".
    mutating func readNear() -> StatedDate? {
        attempt { reader in
            var shift = 0
            if reader.skip("the") {
                guard reader.skip("day") else { return nil }
                if reader.skip("before") { shift = -1 } else if reader.skip("after") { shift = 1 }
                guard shift != 0, case .near(let day) = reader.word(), day == shift else { return nil }
            }
            guard case .near(let day) = reader.word() else { return nil }
            reader.index += 1
            return reader.readDayBeside() ?? reader.fromToday(.day, by: day + shift)
        }
    }

    /// "(Nov. 18)", ", 26.04.2025" after "today" or a weekday.
    mutating func readDayBeside() -> StatedDate? {
        attempt { reader in
            let isBracketed = reader.skip("(")
            if !isBracketed { _ = reader.skip(",") || reader.skipTight("-") }
            guard let date = reader.readCalendarDay() ?? reader.readNumericDate() else { return nil }
            if case .unknown = date { return nil }
            return isBracketed && !reader.skip(")") ? nil : date
        }
    }

    /// The stretch so many from the one that the article's day lies in.
    func fromToday(_ unit: Period.Unit, by count: Int) -> StatedDate {
        today.flatMap { Period(unit, containing: $0).shifted(by: count) }.map { .known($0) }
            ?? (unit == .day ? .unknown : .unknownStretch)
    }

    // MARK: This, last and next

    /// "last week", "this summer", "next Monday", "the past year's": one named stretch beside this one.
    mutating func readStep() -> StatedDate? {
        attempt { reader in
            let hasArticle = reader.skip("the")
            var kind = reader.next
            guard case .step(var step) = reader.word() else { return nil }
            reader.index += 1
            // "this past Friday", "this coming week"
            if kind == "this", case .step(let other) = reader.word(), other != 0 {
                kind = reader.next
                step = other
                reader.index += 1
            }
            let nearest = kind == "past" || kind == "coming" || kind == "upcoming"
            if let weekday = reader.readWeekday() {
                return reader.readDayBeside() ?? reader.weekday(weekday, step: step, nearest: nearest)
            }
            // Everybody's begins on another day.
            if reader.skipYear(["school", "academic"]) { return .unknownStretch }
            if let yearly = reader.readSteppedYearly() {
                return reader.stepped(yearly, step: step, nearest: nearest)
            }
            guard let unit = reader.readUnit() else { return nil }
            switch (kind, unit) {
            case ("following", _), ("previous", .day): return .anaphoric(unit, by: step)
            case ("next", .day): return .anaphoric(.day, by: 1)
            // "The last day" and "the past year" are no days of the calendar.
            case (_, .day): return nil
            case ("past", _) where unit != .quarter && unit != .weekend: return nil
            case ("last", .month), ("last", .year), ("last", .week), ("last", .decade):
                if hasArticle { return nil }
            default: break
            }
            return reader.fromToday(unit, by: step).inWeek(reader.readWeekdayInWeek())
        }
    }

    /// "next week" after a weekday.
    mutating func readWeek() -> Period? {
        attempt { reader in
            guard case .known(let week)? = reader.readStep(), week.unit == .week else { return nil }
            return week
        }
    }

    /// "(on) Tuesday" after "next week".
    private mutating func readWeekdayInWeek() -> Int? {
        attempt { reader in
            _ = reader.skip("on") || reader.skip("-")
            return reader.readAnyWeekday()
        }
    }

    /// "Friday next week", "Sunday of last week".
    mutating func readWeekdayOfWeek() -> StatedDate? {
        attempt { reader in
            guard let weekday = reader.readWeekday() else { return nil }
            _ = reader.skip("of") || reader.skip("in") || reader.skip(",")
            guard case .known(let week)? = reader.readStep() ?? reader.readAnaphor(), week.unit == .week
            else { return nil }
            return StatedDate.known(week).inWeek(weekday)
        }
    }

    private mutating func readSteppedYearly() -> Yearly? {
        attempt { reader in
            if let (month, day) = reader.attempt({ reader -> (Int, Int)? in
                guard case .yearly(.day(let month, let day, _))? = reader.readCalendarDay() else {
                    return nil
                }
                return (month, day)
            }) {
                return .day(month: month, day: day, weekday: nil)
            }
            if let month = reader.readMonth(besideNumber: false) { return .month(month) }
            if case .season(let season) = reader.word() {
                reader.index += 1
                return .season(season)
            }
            return reader.readHolidayName().map { .holiday($0) }
        }
    }

    private mutating func skipYear(_ kinds: Set<String>) -> Bool {
        attempt { $0.skip(in: kinds) && $0.skip("year") ? true : nil } ?? false
    }

    /// A stretch of the calendar that one can step through.
    mutating func readUnit() -> Period.Unit? {
        attempt { reader in
            if reader.skip("fiscal") {
                return reader.skip("year") ? .fiscalYear : nil
            }
            _ = reader.skip("calendar")
            guard case .unit(let unit, isPlural: false) = reader.word(), let period = unit.period,
                unit != .fortnight
            else { return nil }
            reader.index += 1
            return period
        }
    }

    /// "last Friday" is last week's; "this past Friday" is the nearest.
    private func weekday(_ weekday: Int, step: Int, nearest: Bool) -> StatedDate {
        guard let today else { return .unknown }
        var days = weekday - today.weekday
        if nearest {
            if step < 0, days >= 0 { days -= 7 }
            if step > 0, days <= 0 { days += 7 }
        } else {
            days += 7 * step
        }
        return today.adding(days: days).map { .known(Period(.day, containing: $0)) } ?? .unknown
    }

    /// "last September" is last year's; other stretches are the nearest that are over or have not begun.
    private func stepped(_ yearly: Yearly, step: Int, nearest: Bool) -> StatedDate {
        guard let today else { return .unknownStretch }
        var years = (today.year - 2)...(today.year + 2)
        if case .month = yearly, step < 0, !nearest {
            years = (today.year - 1)...(today.year - 1)
        } else if step == 0 {
            let isLastWinter: Bool
            if case .season(.winter) = yearly {
                isLastWinter = today.date.month < 3
            } else {
                isLastWinter = false
            }
            let year = today.year - (isLastWinter ? 1 : 0)
            years = year...year
        }
        let periods = years.compactMap { yearly.period(in: $0) }
        let period =
            switch step {
            case ..<0: periods.last { $0.last < today } ?? periods.first
            case 0: periods.first
            default: periods.first { $0.first > today }
            }
        return period.map { .known($0) } ?? .unknownStretch
    }

    // MARK: What the text spoke of before

    /// "that day", "the same week", "the day before": told by an earlier expression.
    mutating func readAnaphor() -> StatedDate? {
        attempt { reader in
            let hasArticle = reader.skip("the")
            if reader.skip("that") || reader.skip("same") {
                return reader.readUnit().map { .anaphoric($0, by: 0, pointsBack: true) }
            }
            guard hasArticle, let unit = reader.readUnit() else { return nil }
            // "the week after next"
            if let week = reader.attempt({ reader -> StatedDate? in
                guard reader.skip("after") else { return nil }
                _ = reader.skip("the")
                return reader.skip("next") && reader.endsPhrase ? reader.fromToday(unit, by: 2) : nil
            }) {
                return week
            }
            let isBefore = reader.skip("before")
            guard isBefore || reader.skip("after"), reader.endsClause else { return nil }
            return .anaphoric(unit, by: isBefore ? -1 : 1)
        }
    }

    /// Whether the clause ends here: "before" and "after" then look back.
    var endsClause: Bool {
        !sentence.contains(index)
            || [",", ".", ";", ":", ")", "!", "?", "and", "but", "”", "\"", "—", "–"]
                .contains(next)
    }

    // MARK: Parts of stretches

    /// "early May", "the end of next week", "later in the day": the stretch itself, roughly.
    mutating func readEdge() -> StatedDate? {
        attempt { reader in
            let start = reader.index
            let before = reader.text(start - 1)
            guard !["his", "her", "their", "my", "our", "your"].contains(before) else { return nil }
            let hasArticle = reader.skip("the")
            guard case .edge = reader.word() else { return nil }
            let kind = reader.next
            reader.index += 1
            let isPlace = ["beginning", "start", "middle", "end"].contains(kind)
            guard kind != "rest", kind != "remainder" else { return nil }
            if isPlace {
                guard reader.skip("of") else { return nil }
            } else {
                guard !hasArticle || kind == "mid" || kind == "early" || kind == "late" else { return nil }
                _ = reader.skip("-") || reader.skip("in") || reader.skip("on")
            }
            if let date = reader.readPlainDate() { return date }
            // "the end of the month"
            guard reader.skip("the") || isPlace, let unit = reader.readUnit() else { return nil }
            if unit == .day {
                // "At the end of the day" says nothing of days.
                if isPlace, (before == "the" ? reader.text(start - 2) : before) == "at" { return nil }
                if let weekday = reader.readWeekday() { return .weekday(weekday) }
                return .anaphoric(.day, by: 0)
            }
            return reader.fromToday(unit, by: 0)
        }
    }

    /// "the week of April 10", "the weekend of December 1".
    mutating func readWeekOf() -> StatedDate? {
        attempt { reader in
            _ = reader.skip("the")
            guard let unit = reader.readUnit(), unit == .week || unit == .weekend else { return nil }
            if reader.skip("beginning") || reader.skip("starting") || reader.skip("commencing") {
                _ = reader.skip("on")
            } else {
                guard reader.skip("of") else { return nil }
                if let holiday = reader.readHolidayName() {
                    let yearly: Yearly = unit == .week ? .holidayWeek(holiday) : .holidayWeekend(holiday)
                    return reader.dated(yearly, year: reader.readYearAfter())
                }
            }
            guard let date = reader.readCalendarDay() ?? reader.readDayOfMonth(isIntroduced: true) else {
                return nil
            }
            if case .known(let day) = date { return .known(Period(unit, containing: day.first)) }
            guard let today = reader.today else { return .unknownStretch }
            let days: [Day] =
                switch date {
                case .yearly(.day(let month, let day, _)):
                    (-1...1).compactMap { Day(today.year + $0, month, day) }
                case .dayOfMonth(let day, _):
                    (-1...1).compactMap { today.adding(months: $0)?.date }.compactMap {
                        Day($0.year, $0.month, day)
                    }
                default: []
                }
            let nearest = days.min { abs($0.number - today.number) < abs($1.number - today.number) }
            return nearest.map { .known(Period(unit, containing: $0)) } ?? .unknownStretch
        }
    }

    /// "the weekend", "over the weekend".
    mutating func readWeekend() -> StatedDate? {
        attempt { reader in
            let hasArticle = reader.skip("the")
            guard hasArticle, case .unit(.weekend, isPlural: false) = reader.word() else { return nil }
            reader.index += 1
            return .weekend
        }
    }

    /// "the year to date".
    mutating func readToDate() -> Reading? {
        attempt { reader in
            _ = reader.skip("the")
            guard let unit = reader.readUnit(), unit != .day else { return nil }
            let isHyphened = reader.skip("-")
            guard reader.skip("to"), !isHyphened || reader.skip("-"), reader.skip("date") else { return nil }
            guard case .known(let period) = reader.fromToday(unit, by: 0) else {
                return .moment(Moment(date: .unknownStretch))
            }
            let first = StatedDate.known(Period(.day, containing: period.first))
            return .stretch(Moment(date: first), Moment(date: .now))
        }
    }

    /// "the rest of the week".
    mutating func readRest() -> Reading? {
        attempt { reader in
            _ = reader.skip("the")
            guard reader.skip("rest") || reader.skip("remainder") else { return nil }
            _ = reader.skip("of")
            if case .known(let period)? = reader.readStep() { return .rest(period) }
            _ = reader.skip("the") || reader.skip("my")
            guard let unit = reader.readUnit() else { return nil }
            guard case .known(let period) = reader.fromToday(unit, by: 0) else {
                return .moment(Moment(date: .unknown))
            }
            return .rest(period)
        }
    }
}

extension StatedDate {
    /// The weekday of a week; the week itself without one.
    func inWeek(_ weekday: Int?) -> StatedDate {
        guard let weekday, case .known(let week) = self, week.unit == .week else { return self }
        return .known(Period(.day, containing: Day(number: week.first.number + weekday - 1)))
    }
}
