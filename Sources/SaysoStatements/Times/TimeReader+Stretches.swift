extension TimeReader {
    /// "from Monday to Thursday", "between 2014 and 2018", "2014-18", "from 3 to 5 p.m. on Friday".
    mutating func readStretch() -> Reading? {
        attempt { reader in
            let opener = reader.readOpener()
            if let years = reader.readShortYears(opener) { return years }
            if let times = reader.readClockStretch(opener) { return times }
            guard opener != nil || !reader.followsMove else { return nil }
            if opener == nil, let days = reader.readDaysOfWeek() { return days }
            guard let from = reader.readMoment() ?? reader.readNow() else { return nil }
            let dash = reader.index
            guard reader.skipConnector(opener) else { return nil }
            _ = reader.skip("on")
            guard let to = reader.readMoment() ?? reader.readNow() else { return nil }
            let isTight = reader.text(dash) == "-" && !reader.isSpaced(dash)
            guard from.fits(to, closely: isTight) else { return nil }
            return .stretch(from, to)
        }
    }

    /// "next week from Tuesday to Friday".
    private mutating func readDaysOfWeek() -> Reading? {
        attempt { reader in
            guard let week = reader.readWeek(), let opener = reader.readOpener(),
                let first = reader.readAnyWeekday(), reader.skipConnector(opener),
                let last = reader.readAnyWeekday()
            else { return nil }
            let days = [first, last].map { Moment(date: StatedDate.known(week).inWeek($0)) }
            return .stretch(days[0], days[1])
        }
    }

    enum Opener { case from, between }

    private mutating func readOpener() -> Opener? {
        if skip("from") { return .from }
        return skip("between") ? .between : nil
    }

    /// "moved from Monday to Tuesday" is two days.
    private var followsMove: Bool {
        (1...4).contains {
            ["moved", "postponed", "changed", "shifted", "delayed"].contains(text(index - $0))
        }
    }

    private mutating func readNow() -> Moment? {
        skip("now") || skip("present") || skip("date")
            ? Moment(date: today.map { .known(Period(.day, containing: $0)) } ?? .unknown)
            : nil
    }

    private mutating func skipConnector(_ opener: Opener?) -> Bool {
        if opener == .between { return skip(in: ["and", "to", "-", "–", "through"]) }
        if opener == nil, next == "-" || next == "–", isSpaced(index) != isSpaced(index + 1) { return false }
        return skip(in: ["to", "until", "till", "through", "thru", "-", "–"])
    }

    /// "2014-18"
    private mutating func readShortYears(_ opener: Opener?) -> Reading? {
        attempt { reader in
            guard !reader.continuesNumber(reader.index), !reader.isInCode(reader.index),
                let year = reader.digits(4...4),
                (1500...2100).contains(year)
            else { return nil }
            guard reader.skipTight("-") || reader.skipTight("–") || reader.skipTight("/"),
                !reader.isSpaced(reader.index), let short = reader.digits(2...2), short > year % 100,
                !["-", "/", ":", "%"].contains(reader.next) || reader.isSpaced(reader.index)
            else { return nil }
            // "2015-12" may be a month.
            guard short > 12 || short == year % 100 + 1 else { return nil }
            let from = Moment(date: reader.known(year: year))
            return .stretch(from, Moment(date: reader.known(year: year / 100 * 100 + short)))
        }
    }

    // MARK: Days of one month

    /// "May 3-5", "between 3 and 5 May", "from 4 to 22 January 1995", "from 4 to 22 this month".
    mutating func readDayStretch() -> Reading? {
        attempt { reader in
            var opener = reader.readOpener()
            if let month = reader.readMonth(besideNumber: true) {
                if opener == nil { opener = reader.readOpener() }
                _ = reader.skip("the")
                guard let first = reader.readStretchDay(), reader.skipConnector(opener) else { return nil }
                _ = reader.skip("the")
                guard let last = reader.readStretchDay() else { return nil }
                return reader.days(first, last, month: month, year: reader.readYearAfter())
            }
            _ = reader.skip("the")
            guard let first = reader.readStretchDay(), reader.skipConnector(opener) else { return nil }
            _ = reader.skip("the")
            guard let last = reader.readStretchDay() else { return nil }
            _ = reader.skip("of") || reader.skip("in")
            if let month = reader.readMonth(besideNumber: true) {
                return reader.days(first, last, month: month, year: reader.readYearAfter())
            }
            guard case .known(let period)? = reader.readStep(), period.unit == .month
            else { return nil }
            let (year, month, _) = period.first.date
            return reader.days(first, last, month: month, year: year)
        }
    }

    private mutating func readStretchDay() -> Int? {
        attempt { reader in
            guard let day = reader.readOrdinal() ?? reader.digits(1...2), (1...31).contains(day) else {
                return nil
            }
            return reader.isContinued ? nil : day
        }
    }

    private func days(_ first: Int, _ last: Int, month: Int, year: Int?) -> Reading {
        // "April 27th to the 3rd" ends in May.
        let lastMonth = last < first ? month % 12 + 1 : month
        func day(_ day: Int, _ month: Int, _ year: Int?) -> StatedDate {
            guard (1...Day.days(in: month, of: 2000)).contains(day) else { return .unknown }
            return dated(.day(month: month, day: day, weekday: nil), year: year)
        }
        let lastYear = lastMonth < month ? year.map { $0 + 1 } : year
        return .stretch(
            Moment(date: day(first, month, year)),
            Moment(date: day(last, lastMonth, lastYear))
        )
    }

    // MARK: Beginnings and ends

    /// "the first nine months of 2021", "the last two weeks of July 2020".
    mutating func readFirstOrLast() -> Reading? {
        attempt { reader in
            _ = reader.skip("the")
            let isFirst = reader.skip("first")
            guard isFirst || reader.skip("last"), let count = reader.readNumber(), count > 0,
                case .unit(let counted, isPlural: true) = reader.word(), let unit = counted.period,
                counted != .fortnight
            else { return nil }
            reader.index += 1
            guard reader.skip("of") || reader.skip("in"), case .known(let whole)? = reader.readPlainDate(),
                unit.rawValue < whole.unit.rawValue
            else { return nil }
            // The first week is the one with most of its days in the year.
            let margin = unit == .week ? 3 : 0
            let edge = Day(number: isFirst ? whole.first.number + margin : whole.last.number - margin)
            let near = Period(unit, containing: edge)
            guard let far = near.shifted(by: isFirst ? count - 1 : 1 - count) else { return nil }
            let (first, last) = isFirst ? (near, far) : (far, near)
            return .stretch(Moment(date: .known(first)), Moment(date: .known(last)))
        }
    }

    // MARK: Hours

    /// "3 to 5 p.m.", "between 10 and 11:30", "Friday from 7 to 7:30", with the day before or after.
    private mutating func readClockStretch(_ opener: Opener?) -> Reading? {
        attempt { reader in
            var opener = opener
            var moment = opener == nil ? reader.readDayOfHours() : nil
            if moment != nil {
                _ = reader.skip(",")
                opener = reader.readOpener()
                if opener == nil { _ = reader.skip("at") }
            }
            guard var from = reader.readClock(bare: true) else { return nil }
            let fromIsSure = reader.isSure(from)
            guard reader.skipConnector(opener), var to = reader.readClock(bare: true) else { return nil }
            let areSure = fromIsSure || reader.isSure(to) || moment != nil && opener != nil
            guard areSure || opener != nil else { return nil }
            from.settle(before: to)
            if !to.isSettled, to.hour < 12, to.hour < from.hour { to.hour += 12 }
            if from.zone == nil { from.zone = to.zone }
            if moment == nil {
                moment = reader.attempt { reader in
                    _ = reader.skip(",")
                    _ = reader.skip("on") || reader.skip("of")
                    return reader.readDayOfHours()
                }
            }
            guard areSure || moment != nil else { return nil }
            if case .part(let part)? = moment?.time {
                from.settle(in: part)
                to.settle(in: part)
            }
            return .stretch(
                Moment(date: moment?.date, time: .clock(from)),
                Moment(date: moment?.date, time: .clock(to))
            )
        }
    }

    private mutating func readDayOfHours() -> Moment? {
        attempt { reader in
            guard let moment = reader.readMoment(), moment.date?.isDay == true else { return nil }
            if case .clock = moment.time { return nil }
            return moment
        }
    }

    /// Whether a time just read is more than a number.
    private func isSure(_ time: ClockTime) -> Bool {
        time.isSettled || time.zone != nil || time.minute > 0 || time.second != nil
            || ["00", "clock"].contains(text(index - 1))
    }
}

extension Moment {
    /// Whether a stretch can run from one to the other.
    ///
    /// Where only a hyphen joins them (`closely`) they must be of one kind: one stands in "Friday-June-15" too.
    fileprivate func fits(_ other: Moment, closely: Bool) -> Bool {
        if closely {
            switch (date, other.date) {
            case (nil, nil), (.known, .known), (.weekday, .weekday), (.yearly, .yearly): break
            case (.yearly, .known): break
            default: return false
            }
        }
        return switch (date, other.date) {
        case (nil, nil): true
        case (nil, _), (_, nil): time != nil && other.time != nil
        case (.reference, _), (_, .reference): false
        case (.weekday, .weekday), (.known, _), (_, .known): true
        case (.weekday, .yearly(.month)), (.yearly(.month), .weekday): false
        default: true
        }
    }
}
