/// Names of time zones as news prints them.
package enum ZoneNames {
    /// A zone by its name.
    package enum Zone: Equatable {
        /// Minutes east of Greenwich.
        case fixed(Int)
        /// American zones without "standard" or "daylight": minutes in winter.
        case american(Int)
        /// The name stands for several zones.
        case ambiguous
    }

    /// What a name in lower case stands for; nil when it is no zone's.
    package static func zone(named name: String) -> Zone? { zones[name] }

    private static let zones: [String: Zone] = [
        "z": .fixed(0), "gmt": .fixed(0), "utc": .fixed(0), "wet": .fixed(0),
        "bst": .fixed(60), "west": .fixed(60), "cet": .fixed(60), "cest": .fixed(120), "mez": .fixed(60),
        "mesz": .fixed(120), "eet": .fixed(120), "eest": .fixed(180), "msk": .fixed(180), "trt": .fixed(180),
        "sast": .fixed(120), "cat": .fixed(120), "eat": .fixed(180), "wat": .fixed(60),
        "pkt": .fixed(300), "wib": .fixed(420), "hkt": .fixed(480), "sgt": .fixed(480), "awst": .fixed(480),
        "jst": .fixed(540), "kst": .fixed(540), "acst": .fixed(570), "aest": .fixed(600), "aedt": .fixed(660),
        "nzst": .fixed(720), "nzdt": .fixed(780), "brt": .fixed(-180),
        "est": .fixed(-300), "edt": .fixed(-240), "cst": .fixed(-360), "cdt": .fixed(-300),
        "mst": .fixed(-420), "mdt": .fixed(-360), "pst": .fixed(-480), "pdt": .fixed(-420),
        "akst": .fixed(-540), "akdt": .fixed(-480), "hst": .fixed(-600),
        "et": .american(-300), "ct": .american(-360), "mt": .american(-420), "pt": .american(-480),
        "ist": .ambiguous, "ast": .ambiguous, "gst": .ambiguous, "amt": .ambiguous,
    ]

    /// What an American zone was on a day: an hour more from the second Sunday of March to the first of
    /// November. (Energy Policy Act of 2005; days before 2007 are left without a zone.)
    package static func american(_ winter: Int, year: Int, month: Int, day: Int) -> Int? {
        guard year >= 2007 else { return nil }
        let summer = winter + 60
        return switch month {
        case 4...10: summer
        case 3: day >= firstSunday(of: 3, in: year) + 7 ? summer : winter
        case 11: day >= firstSunday(of: 11, in: year) ? winter : summer
        default: winter
        }
    }

    /// The day of a month's first Sunday, by Zeller's congruence; March and later only.
    private static func firstSunday(of month: Int, in year: Int) -> Int {
        let (century, rest) = year.quotientAndRemainder(dividingBy: 100)
        let first = 1 + 13 * (month + 1) / 5 + rest + rest / 4 + century / 4 + 5 * century
        let daysAfterSaturday = first % 7  // of the first of the month: 0 is Saturday, 1 is Sunday
        return 1 + (8 - daysAfterSaturday) % 7
    }
}
