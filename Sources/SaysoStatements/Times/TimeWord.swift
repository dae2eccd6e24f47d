/// What a word can mean in a time expression.
enum TimeWord: Sendable {
    /// Nothing.
    case other
    /// A number in figures, and how many.
    case digits(Int, count: Int)
    /// "one" to "nineteen".
    case number(Int)
    /// "twenty" to "ninety".
    case tens(Int)
    /// "26th", or "first" to "thirtieth" in letters.
    case ordinal(Int, isWord: Bool)
    /// "few", "several".
    case vagueAmount
    case month(Int, isShort: Bool)
    case weekday(Int, isShort: Bool)
    /// "Mondays".
    case weekdays(Int)
    case unit(TimeSpan.Unit, isPlural: Bool)
    case season(Season)
    case part(DayPart, isPlural: Bool)
    /// "4pm", "430pm", the "30pm" of "4.30pm": the figures before it.
    case halfOfDay(Int, isAfternoon: Bool)
    /// "4p", which ".m." follows.
    case halfLetter(Int, isAfternoon: Bool)
    /// "17h30".
    case clock(hour: Int, minute: Int)
    /// "FY2024".
    case fiscalYear(Int)
    /// "1990s", "90s", "nineties"; years below 100 lack their century.
    case decade(Int)
    /// "Q3".
    case quarter(Int)
    /// "H1".
    case half(Int)
    /// "last": -1, "this": 0, "next": 1.
    case step(Int)
    /// "early", "mid", "end".
    case edge
    /// "yesterday": -1, "today": 0, "tomorrow": 1.
    case near(Int)
    /// "now", "recently", "soon".
    case reference(TimeReference)
    /// "daily".
    case frequency(String)
    /// The first word of a holiday's name, "noon", "moment": a word of some expression.
    case name
    /// "the", "from": an expression can begin with it, if others of its words follow.
    case opener

    /// Whether nothing begins with it.
    var isOther: Bool { if case .other = self { true } else { false } }

    /// Whether it is a word of time by itself.
    var isOfTime: Bool {
        switch self {
        case .other, .opener: false
        default: true
        }
    }
}

/// Times that are only stated as seen from the article.
enum TimeReference: String, Sendable {
    case present = "PRESENT_REF"
    case past = "PAST_REF"
    case future = "FUTURE_REF"
}

/// Seasons, by their first month in the north.
enum Season: Int, Sendable {
    case spring = 3
    case summer = 6
    case autumn = 9
    case winter = 12
}

/// Parts of a day.
enum DayPart: String, Sendable {
    case morning = "TMO"
    case afternoon = "TAF"
    case evening = "TEV"
    case night = "TNI"
    case daytime = "TDT"
}

extension TimeWord {
    /// What a word means.
    ///
    /// - Parameter form: the word in lower case.
    init(_ form: String) {
        if let word = Self.words[form] {
            self = word
        } else if let first = form.utf8.first, (0x30...0x39).contains(first), form.utf8.count <= 10 {
            self = Self.figures(form)
        } else if form.hasPrefix("fy"), form.utf8.count == 6, let year = Int(form.dropFirst(2)), year > 1900 {
            self = .fiscalYear(year)
        } else {
            self = .other
        }
    }

    /// Words that begin with figures: `26`, `26th`, `1990s`, `4pm`, `17h30`.
    private static func figures(_ form: String) -> TimeWord {
        let digits = form.utf8.prefix { (0x30...0x39).contains($0) }
        guard digits.count <= 8, let number = Int(String(form.prefix(digits.count))) else { return .other }
        let rest = String(form.dropFirst(digits.count))
        switch rest {
        case "": return .digits(number, count: digits.count)
        case "st", "nd", "rd", "th":
            return (1...99).contains(number) ? .ordinal(number, isWord: false) : .other
        case "s":
            guard number % 10 == 0, digits.count == 4 || digits.count == 2 else { return .other }
            return .decade(number)
        case "am", "pm":
            return digits.count <= 4 ? .halfOfDay(number, isAfternoon: rest == "pm") : .other
        case "a", "p": return digits.count <= 2 ? .halfLetter(number, isAfternoon: rest == "p") : .other
        default:
            guard rest.first == "h", digits.count <= 2, number < 24, rest.utf8.count == 3,
                let minute = Int(rest.dropFirst()), (0..<60).contains(minute)
            else { return .other }
            return .clock(hour: number, minute: minute)
        }
    }

    private static let words: [String: TimeWord] = {
        var words: [String: TimeWord] = [:]
        func add(_ list: String, _ word: (Int) -> TimeWord) {
            for (index, name) in list.split(separator: " ").enumerated() { words[String(name)] = word(index) }
        }
        add(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
                + "seventeen eighteen nineteen"
        ) { .number($0 + 1) }
        add("twenty thirty forty fifty sixty seventy eighty ninety") { .tens(($0 + 2) * 10) }
        add(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
                + "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ) { .ordinal($0 + 1, isWord: true) }
        words["thirtieth"] = .ordinal(30, isWord: true)
        add("few several many numerous dozens") { _ in .vagueAmount }
        add("january february march april may june july august september october november december") {
            .month($0 + 1, isShort: false)
        }
        add("jan feb mar apr - jun jul aug sep oct nov dec") { .month($0 + 1, isShort: true) }
        words["sept"] = .month(9, isShort: true)
        add("monday tuesday wednesday thursday friday saturday sunday") { .weekday($0 + 1, isShort: false) }
        add("mondays tuesdays wednesdays thursdays fridays saturdays sundays") { .weekdays($0 + 1) }
        add("mon tue wed thu fri sat sun") { .weekday($0 + 1, isShort: true) }
        add("- tues - thurs") { .weekday($0 + 1, isShort: true) }
        words["thur"] = .weekday(4, isShort: true)
        words["-"] = nil
        let units: [(String, TimeSpan.Unit)] = [
            ("second", .second), ("minute", .minute), ("hour", .hour), ("day", .day),
            ("week", .week), ("fortnight", .fortnight), ("weekend", .weekend), ("month", .month),
            ("quarter", .quarter), ("year", .year), ("decade", .decade),
        ]
        for (name, unit) in units {
            words[name] = .unit(unit, isPlural: false)
            words[name + "s"] = .unit(unit, isPlural: true)
        }
        words["second"] = .ordinal(2, isWord: true)
        words["century"] = .unit(.century, isPlural: false)
        words["centuries"] = .unit(.century, isPlural: true)
        add("min mins hr hrs sec secs") {
            .unit([.minute, .hour, .second][$0 / 2], isPlural: $0 % 2 == 1)
        }
        add("spring summer autumn winter") { .season(Season(rawValue: ($0 + 1) * 3) ?? .spring) }
        words["fall"] = .season(.autumn)
        let parts: [(String, DayPart)] = [
            ("morning", .morning), ("afternoon", .afternoon), ("evening", .evening), ("night", .night),
        ]
        for (name, part) in parts {
            words[name] = .part(part, isPlural: false)
            words[name + "s"] = .part(part, isPlural: true)
        }
        words["daytime"] = .part(.daytime, isPlural: false)
        words["midmorning"] = .part(.morning, isPlural: false)
        words["midafternoon"] = .part(.afternoon, isPlural: false)
        add("twenties thirties forties fifties sixties seventies eighties nineties") {
            .decade(($0 + 2) * 10)
        }
        words["noughties"] = .decade(2000)
        add("q1 q2 q3 q4") { .quarter($0 + 1) }
        add("h1 h2") { .half($0 + 1) }
        add("last previous past") { _ in .step(-1) }
        add("this current") { _ in .step(0) }
        add("next coming upcoming following") { _ in .step(1) }
        add("early earlier mid late later beginning start middle end rest remainder") { _ in .edge }
        add("yesterday today tomorrow") { .near($0 - 1) }
        add("now currently presently nowadays") { _ in .reference(.present) }
        add("recently lately") { _ in .reference(.past) }
        words["soon"] = .reference(.future)
        let frequencies = [
            ("daily", "P1D"), ("everyday", "P1D"), ("weekly", "P1W"), ("fortnightly", "P2W"),
            ("biweekly", "P2W"), ("monthly", "P1M"), ("quarterly", "P3M"), ("yearly", "P1Y"),
            ("annual", "P1Y"), ("annually", "P1Y"), ("nightly", "TNI"), ("hourly", "PT1H"),
        ]
        for (name, value) in frequencies { words[name] = .frequency(value) }
        for name in Holiday.firstWords where words[name] == nil { words[name] = .name }
        add("tonight noon midnight midday fiscal moment time present future ago possible date") { _ in
            .name
        }
        add(
            "the a an in on at of from between for since within over every each once twice half all whole full "
                + "entire couple that same more less about right around nearly almost roughly approximately "
                + "under another as long some to calendar ' ’ ½ these recent"
        ) { _ in .opener }
        return words
    }()
}
