/// A date as people write it in a line, with the time of day beside it.
struct WrittenDate {
    /// The date; its zone only when it is stated.
    let time: StatedTime
    /// The same digits with day and month the other way round, when nothing tells which is which.
    let other: StatedTime?
    /// Whether the line holds nothing else of weight.
    let isWholeLine: Bool
    /// Whether nothing but marks stands behind it.
    let isAtEnd: Bool
    /// What the words beside it say happened.
    let event: TimeLine.Event?
}

/// Finds dates in lines of text, in many languages and digits of any script.
///
/// Days need their year. The order of day and month follows the language and region where the digits leave it
/// open; Persian and Thai years are counted from their own eras.
struct WrittenDateReader {
    /// How dates of nothing but numbers are read.
    struct Order {
        /// Primary subtag of the page's language.
        let language: String?
        /// Whether the day comes first; nil when it cannot be told.
        let isDayFirst: Bool?
    }

    private static let longest = 150  // tokens

    let tokens: [DateToken]
    private let order: Order
    var index = 0

    /// The dates of a line, in order.
    static func dates(in line: String, order: Order) -> [WrittenDate] {
        guard line.unicodeScalars.contains(where: { DateToken.digit($0) != nil }) else { return [] }
        var reader = WrittenDateReader(tokens: DateToken.tokens(of: line), order: order)
        return reader.read()
    }

    private init(tokens: [DateToken], order: Order) {
        self.tokens = Array(tokens.prefix(Self.longest))
        self.order = order
    }

    private struct Day {
        let year: Int
        let month: Int
        let day: Int
        var other: (month: Int, day: Int)?
    }

    private mutating func read() -> [WrittenDate] {
        var found: [WrittenDate] = []
        var lineStart = 0
        while index < tokens.count {
            let start = index
            guard let day = day(), StatedTime(year: day.year, month: day.month, day: day.day) != nil else {
                index = start + 1
                continue
            }
            let (clock, clockStart) = clock(around: start)
            let end = index
            let time = stated(day, clock)
            guard let time else { continue }
            let other = day.other.flatMap {
                StatedTime(year: day.year, month: $0.month, day: $0.day, clock: time.clock)
            }
            var before = tokens[min(lineStart, clockStart)..<clockStart]
            var after = tokens[end...]
            if let bar = before.lastIndex(where: Self.isBar) { before = before[(bar + 1)...] }
            if let bar = after.firstIndex(where: Self.isBar) { after = after[..<bar] }
            found.append(
                WrittenDate(
                    time: time,
                    other: other,
                    isWholeLine: isLight(before) && isLight(after),
                    isAtEnd: tokens[end...].allSatisfy { $0.mark != nil && $0.mark != "." && $0.mark != ")" },
                    event: event(before.suffix(5)) ?? event(after.prefix(2))
                )
            )
            lineStart = end
        }
        return found
    }

    /// Marks that part a line into things of their own.
    private static func isBar(_ token: DateToken) -> Bool {
        token.mark.map { "|•·–—-/".unicodeScalars.contains($0) } ?? false
    }

    private func stated(_ day: Day, _ clock: WrittenClock?) -> StatedTime? {
        guard let clock else { return StatedTime(year: day.year, month: day.month, day: day.day) }
        return DayNumber.existing(year: day.year, month: day.month, day: day.day).flatMap {
            clock.time(onDay: $0)
        } ?? StatedTime(year: day.year, month: day.month, day: day.day)
    }

    // MARK: Tokens

    func token(_ offset: Int = 0) -> DateToken? {
        index + offset < tokens.count ? tokens[index + offset] : nil
    }

    mutating func attempt<Result>(_ read: (inout Self) -> Result?) -> Result? {
        let start = index
        let result = read(&self)
        if result == nil { index = start }
        return result
    }

    mutating func number(_ digits: ClosedRange<Int>) -> Int? {
        guard case .number(let value, let count)? = token(), digits.contains(count) else { return nil }
        index += 1
        return value
    }

    mutating func skip(marks: String) -> Unicode.Scalar? {
        guard let mark = token()?.mark, marks.unicodeScalars.contains(mark) else { return nil }
        index += 1
        return mark
    }

    mutating func skip(words: Set<String>) -> Bool {
        guard let word = token()?.word, words.contains(word) else { return false }
        index += 1
        return true
    }

    private mutating func month() -> Int? {
        guard let word = token()?.word, let month = MonthNames.month(word, language: order.language) else {
            return nil
        }
        index += 1
        _ = skip(marks: ".")
        return month
    }

    /// A year of four digits; of other eras' years, what ours is.
    private mutating func year() -> Int? {
        attempt { reader in
            guard let year = reader.number(4...4) else { return nil }
            switch year {
            case 1900...2150: return year
            case 2440...2650: return year - 543  // the Buddhist era
            default: return nil
            }
        }
    }

    // MARK: Days

    private mutating func day() -> Day? {
        yearFirst() ?? numeric() ?? dayFirst() ?? monthFirst() ?? persian()
    }

    /// `2020-06-07`, `2020/6/7`, `2020年6月7日`, `2020. június 4.`, `2020 m. spalio 26 d.`, `2020, 1 желтоқсан`
    private mutating func yearFirst() -> Day? {
        attempt { reader in
            guard let year = reader.year() else { return nil }
            if let mark = reader.skip(marks: "-/.–"), let month = reader.number(1...2),
                reader.skip(marks: String(mark)) != nil, let day = reader.number(1...2)
            {
                return Day(year: year, month: month, day: day)
            }
            if reader.skip(words: ["年", "년"]) {
                guard let month = reader.number(1...2), reader.skip(words: ["月", "월"]),
                    let day = reader.number(1...2), reader.skip(words: ["日", "일"])
                else { return nil }
                return Day(year: year, month: month, day: day)
            }
            _ = reader.skip(words: Self.yearWords)
            _ = reader.skip(marks: ".,")
            if let month = reader.month(), let day = reader.number(1...2) {
                return Day(year: year, month: month, day: day)
            }
            if let day = reader.number(1...2) {
                _ = reader.skip(marks: ".")
                if let month = reader.month() { return Day(year: year, month: month, day: day) }
            }
            return nil
        }
    }

    /// `07.06.2020`, `7/6/2020`, `06-07-2020`, `7.6.20`
    private mutating func numeric() -> Day? {
        attempt { reader in
            guard let first = reader.number(1...2), let mark = reader.skip(marks: "./-"),
                let second = reader.number(1...2), reader.skip(marks: String(mark)) != nil
            else { return nil }
            let year: Int
            if let four = reader.year() {
                year = four
                // "2.10.2020.4" is a version.
                if reader.token()?.mark == mark, case .number? = reader.token(1) { return nil }
            } else if mark != "-", let two = reader.number(2...2), two < 50 {
                if let next = reader.token()?.mark, next == mark || next == ":" { return nil }
                year = 2000 + two
            } else {
                return nil
            }
            if first > 12 || mark == "." { return Day(year: year, month: second, day: first) }
            if second > 12 { return Day(year: year, month: first, day: second) }
            let isDayFirst = reader.order.isDayFirst ?? true
            let one = (month: second, day: first)
            let two = (month: first, day: second)
            let (taken, other) = isDayFirst ? (one, two) : (two, one)
            let isOpen = reader.order.isDayFirst == nil && first != second
            return Day(year: year, month: taken.month, day: taken.day, other: isOpen ? other : nil)
        }
    }

    /// `7 June 2020`, `7. juni 2020`, `7 de junio de 2020`, `24 نيسان / أبريل 2020`, `24 tháng 3, 2020`
    private mutating func dayFirst() -> Day? {
        attempt { reader in
            guard let day = reader.number(1...2) else { return nil }
            _ = reader.skip(words: Self.ordinals)
            _ = reader.skip(marks: ".-/º°ª")
            _ = reader.skip(words: Self.linkWords)
            var month: Int
            if reader.skip(words: ["tháng"]), let number = reader.number(1...2) {
                month = number
            } else if let named = reader.month() {
                month = named
            } else {
                return nil
            }
            if reader.skip(marks: "/(") != nil {
                if let again = reader.month() { month = again } else { reader.index -= 1 }
            }
            _ = reader.skip(marks: "-/,.)’'")
            _ = reader.skip(words: Self.linkWords)
            if let year = reader.year() { return Day(year: year, month: month, day: day) }
            // "27 Mar 20" followed by no colon
            if let two = reader.number(2...2), (10..<50).contains(two), reader.token()?.mark != ":",
                reader.token()?.mark != "."
            {
                return Day(year: 2000 + two, month: month, day: day)
            }
            return nil
        }
    }

    /// `June 7, 2020`, `Sept. 8th 2020`
    private mutating func monthFirst() -> Day? {
        attempt { reader in
            guard let month = reader.month() else { return nil }
            _ = reader.skip(marks: "-/")
            guard let day = reader.number(1...2) else { return nil }
            _ = reader.skip(words: Self.ordinals)
            _ = reader.skip(marks: ",.-/")
            _ = reader.skip(words: Self.linkWords)
            guard let year = reader.year() else { return nil }
            return Day(year: year, month: month, day: day)
        }
    }

    /// `2 تیر 1399`, `1399/04/02` in Persian
    private mutating func persian() -> Day? {
        attempt { reader in
            func gregorian(_ year: Int, _ month: Int, _ day: Int) -> Day? {
                guard let date = PersianCalendar.gregorian(year: year, month: month, day: day) else {
                    return nil
                }
                return Day(year: date.year, month: date.month, day: date.day)
            }
            if reader.order.language == "fa", let year = reader.number(4...4) {
                guard let mark = reader.skip(marks: "/-."), let month = reader.number(1...2),
                    reader.skip(marks: String(mark)) != nil, let day = reader.number(1...2)
                else { return nil }
                return gregorian(year, month, day)
            }
            guard let day = reader.number(1...2), let word = reader.token()?.word,
                let month = MonthNames.persian(word)
            else { return nil }
            reader.index += 1
            _ = reader.skip(words: ["ماه"])
            _ = reader.skip(marks: ",،")
            guard let year = reader.number(4...4) else { return nil }
            return gregorian(year, month, day)
        }
    }
}
