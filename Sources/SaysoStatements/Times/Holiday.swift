/// Days that have names.
///
/// A name that means other days in other countries ("Independence Day", "Mother's Day") says no day; names that
/// are spelled so in one country only are that country's.
enum Holiday: Sendable {
    case fixed(month: Int, day: Int)
    /// The nth such weekday of a month; the last for -1.
    case weekday(Int, nth: Int, month: Int, after: Int)
    /// So many days after Easter Sunday.
    case easter(Int)

    func day(in year: Int) -> Day? {
        switch self {
        case .fixed(let month, let day): Day(year, month, day)
        case .weekday(let weekday, let nth, let month, let after):
            Day.weekday(weekday, nth: nth, month: month, year: year)?.adding(days: after)
        case .easter(let after): Day.easter(year)?.adding(days: after)
        }
    }

    /// By name, word by word in lower case; apostrophes are left out.
    static let names: [String: Holiday] = [
        "christmas": .fixed(month: 12, day: 25), "christmas day": .fixed(month: 12, day: 25),
        "christmas eve": .fixed(month: 12, day: 24), "boxing day": .fixed(month: 12, day: 26),
        "new years eve": .fixed(month: 12, day: 31), "new years day": .fixed(month: 1, day: 1),
        "new year day": .fixed(month: 1, day: 1), "new years": .fixed(month: 1, day: 1),
        "valentines day": .fixed(month: 2, day: 14), "groundhog day": .fixed(month: 2, day: 2),
        "international womens day": .fixed(month: 3, day: 8),
        "st patricks day": .fixed(month: 3, day: 17), "saint patricks day": .fixed(month: 3, day: 17),
        "april fools day": .fixed(month: 4, day: 1), "earth day": .fixed(month: 4, day: 22),
        "anzac day": .fixed(month: 4, day: 25), "may day": .fixed(month: 5, day: 1),
        "international workers day": .fixed(month: 5, day: 1),
        "juneteenth": .fixed(month: 6, day: 19), "canada day": .fixed(month: 7, day: 1),
        "bastille day": .fixed(month: 7, day: 14),
        "halloween": .fixed(month: 10, day: 31), "all saints day": .fixed(month: 11, day: 1),
        "guy fawkes night": .fixed(month: 11, day: 5), "veterans day": .fixed(month: 11, day: 11),
        "armistice day": .fixed(month: 11, day: 11), "remembrance day": .fixed(month: 11, day: 11),
        "martin luther king day": .weekday(1, nth: 3, month: 1, after: 0),
        "martin luther king jr day": .weekday(1, nth: 3, month: 1, after: 0),
        "mlk day": .weekday(1, nth: 3, month: 1, after: 0),
        "presidents day": .weekday(1, nth: 3, month: 2, after: 0),
        "memorial day": .weekday(1, nth: -1, month: 5, after: 0),
        "labor day": .weekday(1, nth: 1, month: 9, after: 0),
        "columbus day": .weekday(1, nth: 2, month: 10, after: 0),
        "thanksgiving": .weekday(4, nth: 4, month: 11, after: 0),
        "thanksgiving day": .weekday(4, nth: 4, month: 11, after: 0),
        "black friday": .weekday(4, nth: 4, month: 11, after: 1),
        "cyber monday": .weekday(4, nth: 4, month: 11, after: 4),
        "mardi gras": .easter(-47), "shrove tuesday": .easter(-47), "fat tuesday": .easter(-47),
        "ash wednesday": .easter(-46), "palm sunday": .easter(-7), "maundy thursday": .easter(-3),
        "good friday": .easter(-2), "holy saturday": .easter(-1), "easter": .easter(0),
        "easter sunday": .easter(0), "easter monday": .easter(1), "ascension day": .easter(39),
        "pentecost": .easter(49), "whit monday": .easter(50),
    ]

    static let firstWords = Set(names.keys.compactMap { $0.split(separator: " ").first.map(String.init) })
}
