extension TimeReader {
    /// "from Monday to Thursday", "between 2014 and 2018", "2014-18", "from 3 to 5 p.m. on Friday".
    mutating func readStretch() -> Reading? {
        attempt { reader in
            let opener = reader.readOpener()
            if let years = reader.readShortYears(opener) { return years }
            if let times = reader.readClockStretch(opener) { return times }
            guard opener != nil || !reader.followsMove else { return nil }
            guard let from = reader.readMoment() ?? reader.readNow() else { return nil }
            guard reader.skipConnector(opener) else { return nil }
            _ = reader.skip("on")
            guard let to = reader.readMoment() ?? reader.readNow() else { return nil }
            guard from.fits(to) else { return nil }
            return .stretch(from, to)
        }
    }

    enum Opener { case from, between }

    private mutating func readOpener() -> Opener? {
        if skip("from") { return .from }
        return skip("between") ? .between : nil
    }

    /// "moved from Monday to Tuesday" is two days.
    private var followsMove: Bool {
        (1...4).contains { ["moved", "postponed", "changed", "shifted", "delayed"].contains(text(index - $0)) }
    }

    private mutating func readNow() -> Moment? {
        skip("now") || skip("present") ? Moment(date: today.map { .known(Period(.day, containing: $0)) } ?? .unknown)
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
            guard !reader.continuesNumber(reader.index), let year = reader.digits(4...4),
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
            let hasOf = reader.skip("of") || reader.skip("in")
            if let month = reader.readMonth(besideNumber: true) {
                return reader.days(first, last, month: month, year: reader.readYearAfter())
            }
            guard hasOf || opener != nil, case .known(let period)? = reader.readStep(), period.unit == .month
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
            guard fromIsSure || reader.isSure(to) || moment != nil && opener != nil else { return nil }
            if !fromIsSure, to.hour >= 12, from.hour < 12, from.hour + 12 <= to.hour { from.hour += 12 }
            if from.zone == nil { from.zone = to.zone }
            if moment == nil {
                moment = reader.attempt { reader in
                    _ = reader.skip(",")
                    _ = reader.skip("on") || reader.skip("of")
                    return reader.readDayOfHours()
                }
            }
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
        if time.zone != nil || time.minute > 0 || time.hour > 12 || time.second != nil { return true }
        if case .halfOfDay = word(-1) { return true }
        return !["", "to"].contains(text(index - 1)) && ["m", "am", "pm", ".", "clock", "noon", "midnight", "00"]
            .contains(text(index - 1))
    }
}

extension Moment {
    /// Whether a stretch can run from one to the other.
    fileprivate func fits(_ other: Moment) -> Bool {
        switch (date, other.date) {
        case (nil, nil): true
        case (nil, _), (_, nil): time != nil && other.time != nil
        case (.reference, _), (_, .reference): false
        case (.weekday, .weekday), (.known, _), (_, .known): true
        case (.weekday, .yearly(.month)), (.yearly(.month), .weekday): false
        default: true
        }
    }
}
