import SaysoArticles

/// What words say of a day or another stretch of the calendar, before it is known which.
enum StatedDate: Sendable {
    /// All is said.
    case known(Period)
    /// The year is not said.
    case yearly(Yearly)
    /// Only the day of the month is said, perhaps with its weekday.
    case dayOfMonth(Int, weekday: Int?)
    case weekday(Int)
    case weekend
    /// So many days, weeks … from what the text spoke of before: "the next day". Without anything before it counts
    /// from the article's day, unless the words point back themselves: "that week".
    case anaphoric(Period.Unit, by: Int, pointsBack: Bool = false)
    case reference(TimeReference)
    /// The article's day.
    case now
    /// A day that cannot be known, or that the calendar does not have.
    case unknown
    /// A longer stretch that cannot be known.
    case unknownStretch
}

/// Days and longer stretches that come once a year.
enum Yearly: Sendable {
    case day(month: Int, day: Int, weekday: Int?)
    case month(Int)
    case quarter(Int)
    case half(Int)
    case season(Season)
    case holiday(Holiday)
    case holidayWeek(Holiday)
    case holidayWeekend(Holiday)
    case weekday(Int, nth: Int, month: Int)
    case week(nth: Int, month: Int)

    func period(in year: Int) -> Period? {
        switch self {
        case .day(let month, let number, let weekday):
            guard let day = Day(year, month, number), weekday == nil || day.weekday == weekday else {
                return nil
            }
            return Period(.day, containing: day)
        case .month(let month): return Day(year, month, 1).map { Period(.month, containing: $0) }
        case .quarter(let number):
            return Day(year, number * 3 - 2, 1).map { Period(.quarter, containing: $0) }
        case .half(let number): return Day(year, number * 6 - 5, 1).map { Period(.half, containing: $0) }
        case .season(let season):
            return Day(year, season.rawValue, 1).map { Period(.season, containing: $0) }
        case .holiday(let holiday): return holiday.day(in: year).map { Period(.day, containing: $0) }
        case .holidayWeek(let holiday): return holiday.day(in: year).map { Period(.week, containing: $0) }
        case .holidayWeekend(let holiday):
            // A Monday's is the one before it.
            return holiday.day(in: year).map { Period(.weekend, containing: Day(number: $0.number - 1)) }
        case .weekday(let weekday, let nth, let month):
            return Day.weekday(weekday, nth: nth, month: month, year: year)
                .map { Period(.day, containing: $0) }
        case .week(let nth, let month):
            // The weeks of a month are those whose Thursdays lie in it.
            return Day.weekday(4, nth: nth, month: month, year: year)
                .map { Period(.week, containing: $0) }
        }
    }
}

/// A time of day.
struct ClockTime: Sendable {
    enum Zone: Sendable {
        /// Minutes east of Greenwich.
        case fixed(Int)
        /// American time, summer or winter by the day.
        case american(Int)
    }

    var hour: Int
    var minute: Int
    var second: Int?
    var zone: Zone?
    /// Whether it is known to be before noon or after.
    var isSettled = false

    /// `T16:00`, `T16:00:05Z`, `T16:00-05:00`; an American zone without its day is left out.
    func value(on day: Day?) -> String {
        var value = "T\(twoDigits(hour)):\(twoDigits(minute))"
        if let second { value += ":" + twoDigits(second) }
        let offset: Int? =
            switch zone {
            case .fixed(let minutes): minutes
            case .american(let winter):
                day.flatMap { day in
                    let (year, month, number) = day.date
                    return ZoneNames.american(winter, year: year, month: month, day: number)
                }
            case nil: nil
            }
        guard let offset else { return value }
        if offset == 0 { return value + "Z" }
        let (hours, minutes) = abs(offset).quotientAndRemainder(dividingBy: 60)
        return "\(value)\(offset < 0 ? "-" : "+")\(twoDigits(hours)):\(twoDigits(minutes))"
    }
}

/// A day with a time of day, or one of them.
struct Moment: Sendable {
    enum Time: Sendable {
        case clock(ClockTime)
        case part(DayPart)
    }

    var date: StatedDate?
    var time: Time?
}

/// What a time expression says, before tense and context have told which day is meant.
enum Reading: Sendable {
    case moment(Moment)
    /// Both ends included.
    case stretch(Moment, Moment)
    case duration(TimeSpan)
    /// A duration before or after a moment; sign is 1 for after.
    case offset(TimeSpan, sign: Int, from: StatedDate)
    /// "in two weeks": in two weeks' time, or for two weeks, as the tense says.
    case ahead(TimeSpan, isWithin: Bool)
    /// So long until now, or from now on.
    case span(TimeSpan, sign: Int)
    /// The rest of a stretch, from now on.
    case rest(Period)
    case set(String)

    /// Whether it only says "now" or "then".
    var isReference: Bool {
        if case .moment(let moment) = self, case .reference? = moment.date { true } else { false }
    }
}
