extension TimeReader {
    // MARK: Months

    /// A month's name where it is no other word: "may", "march on", "April Ryan".
    ///
    /// A day or a year beside it settles most doubts.
    mutating func readMonth(besideNumber: Bool) -> Int? {
        attempt { reader in
            let place = reader.index
            guard case .month(let month, let isShort) = reader.word() else { return nil }
            reader.index += 1
            if isShort, !besideNumber || reader.sentence.contains(reader.index + 1) {
                _ = reader.skipTight(".")
            }
            return reader.isMonth(month, isShort, at: place, besideNumber: besideNumber) ? month : nil
        }
    }

    private func isMonth(_ month: Int, _ isShort: Bool, at place: Int, besideNumber: Bool) -> Bool {
        let hasCapital = isCapitalised(place)
        let before = text(place - 1)
        let form = text(place)
        let isWord = form == "may" || form == "march" || form == "mar"
        let follows = Self.beforeMonths.contains(before)
        if isWord, !hasCapital {
            // "It may be in may"
            return follows && (besideNumber || !sentence.contains(index) || ".,;".contains(next))
        }
        if besideNumber { return true }
        if isShort, ["-", "–", "to"].contains(next), case .month = word(1) { return true }
        if isShort, !follows, text(place + 1) != "." { return false }
        if isWord, ["to", "through", "-", "–"].contains(next), case .month = word(1) { return true }
        if isShort, text(place + 1) == "." { return true }
        if isWord || isShort { return follows && !(isTitle(index) && next != "and") }
        if form == "august", !hasCapital { return follows }
        guard Self.givenNames.contains(form) else { return true }
        if follows, before != "and" || !isTitle(index) { return true }
        let followsName = place > sentence.lowerBound && isCapitalised(place - 1)
        return !followsName && !isCapitalised(index) && place > sentence.lowerBound
    }

    private static let beforeMonths: Set<String> = [
        "in", "of", "since", "by", "until", "till", "from", "to", "between", "last", "next", "this", "early",
        "mid", "late", "through", "during", "before", "after", "past", "for", "-", "–", "and", "each",
        "every", "previous", "coming", "following", "earlier",
    ]
    private static let givenNames: Set<String> = ["april", "june", "august", "jan"]

    // MARK: Days of months

    /// "April 26", "26 April 2025", "Monday, April 26, 2025", "the 26th of April".
    mutating func readCalendarDay() -> StatedDate? {
        attempt { reader in
            let weekday = reader.readWeekdayBeforeDay()
            guard let (month, day) = reader.readMonthAndDay() ?? reader.readDayAndMonth() else { return nil }
            guard (1...31).contains(day) else { return nil }
            if let year = reader.readYearAfter() {
                return reader.dated(.day(month: month, day: day, weekday: nil), year: year)
            }
            guard day <= Day.days(in: month, of: 2000) else { return .unknown }
            return .yearly(.day(month: month, day: day, weekday: weekday))
        }
    }

    /// "Monday," before a date; "Sat" and "Sun" count only there.
    private mutating func readWeekdayBeforeDay() -> Int? {
        attempt { reader in
            guard case .weekday(let weekday, _) = reader.word() else { return nil }
            reader.index += 1
            _ = reader.skipTight(".")
            _ = reader.skip(",") || reader.skip("(") || reader.skip("-")
            return weekday
        }
    }

    private mutating func readMonthAndDay() -> (month: Int, day: Int)? {
        attempt { reader in
            let isWord =
                reader.next == "may" && !reader.isCapitalised(reader.index)
                && !Self.beforeDays.contains(reader.text(reader.index - 1))
            guard !isWord else { return nil }
            let month: Int
            if reader.skip("may") {
                month = 5
            } else {
                guard let named = reader.readMonth(besideNumber: true) else { return nil }
                month = named
            }
            _ = reader.skipTight("-") || reader.skipTight("/") || reader.skip(",") || reader.skip("the")
            guard let day = reader.readDayNumber() else { return nil }
            return (month, day)
        }
    }

    private mutating func readDayAndMonth() -> (month: Int, day: Int)? {
        attempt { reader in
            let before = reader.text(reader.index - 1)
            guard !["$", "€", "£", "#"].contains(before), !reader.continuesNumber(reader.index) else {
                return nil
            }
            let hasArticle = reader.skip("the")
            guard
                let day = (hasArticle ? nil : reader.digits(1...2)) ?? reader.readOrdinal()
                    ?? reader.readTensNumber()
            else { return nil }
            _ = reader.skip("day")
            _ = reader.skip("of") || reader.skipTight(".") || reader.skipTight("-") || reader.skipTight("/")
            let isWord = reader.next == "may" && !reader.isCapitalised(reader.index)
            guard !isWord, let month = reader.readMonth(besideNumber: true) else { return nil }
            return (month, day)
        }
    }

    /// The number of a day after its month; not the hour of a time, not a part of a longer number.
    mutating func readDayNumber() -> Int? {
        attempt { reader in
            if let day = reader.readOrdinal() ?? reader.readTensNumber() { return day }
            guard let day = reader.digits(1...2), !reader.isContinued else { return nil }
            return day
        }
    }

    /// "twenty-one" and above: smaller cardinals after a month count other things.
    private mutating func readTensNumber() -> Int? {
        attempt { reader in
            guard case .tens = reader.word() else { return nil }
            return reader.readSmallNumber()
        }
    }

    /// Whether a mark and figures go on right here: "12:30", "2.5", "5%".
    var isContinued: Bool {
        if isSpaced(index) { return false }
        if next == "%" { return true }
        guard [":", ".", ",", "/"].contains(next), !isSpaced(index + 1) else { return false }
        if case .digits = word(1) { return true }
        return false
    }

    /// Whether a token goes on a number before it: "107.31".
    func continuesNumber(_ place: Int) -> Bool {
        guard !isSpaced(place), sentence.contains(place - 2), !isSpaced(place - 1) else { return false }
        guard [".", ",", ":", "/"].contains(text(place - 1)) else { return false }
        if case .digits = word(place - 2 - index) { return true }
        return false
    }

    /// Whether a token is part of a telephone number or another code: "206-555-1212".
    func isInCode(_ place: Int) -> Bool {
        var (first, last) = (place, place)
        func isJoint(_ joint: Int) -> Bool {
            text(joint) == "-" && !isSpaced(joint) && !isSpaced(joint + 1)
        }
        while first - 2 >= sentence.lowerBound, place - first < 6, isJoint(first - 1) { first -= 2 }
        while last + 2 < sentence.upperBound, last - place < 6, isJoint(last + 1) { last += 2 }
        guard first < last else { return false }
        let counts = stride(from: first, through: last, by: 2).map { place in
            if case .digits(_, let count) = word(place - index) { count } else { 0 }
        }
        return counts.count > 2 || counts.contains(3) || counts.contains { $0 > 4 }
    }

    /// "the 26th", "Friday the 26th", "Monday 21", "the 20th of next month".
    ///
    /// A day alone counts where the words before say that one follows; `isIntroduced` is for words read already.
    mutating func readDayOfMonth(isIntroduced: Bool = false) -> StatedDate? {
        attempt { reader in
            if let weekday = reader.readAnyWeekday() {
                let hasArticle = reader.skip("the")
                if let day = reader.readOrdinal(), day <= 31 { return .dayOfMonth(day, weekday: weekday) }
                guard !hasArticle, let day = reader.digits(1...2), (1...31).contains(day),
                    !reader.isContinued, reader.endsPhrase
                else { return nil }
                return .dayOfMonth(day, weekday: weekday)
            }
            let follows = isIntroduced || Self.beforeDays.contains(reader.text(reader.index - 1))
            let hasArticle = reader.skip("the")
            let isFigure = if case .ordinal(_, isWord: false) = reader.word() { true } else { false }
            guard let day = reader.readOrdinal(), day <= 31 else { return nil }
            if let month = reader.attempt({ reader -> Period?? in
                _ = reader.skip("day")
                _ = reader.skip("of")
                return reader.readStepMonth()
            }) {
                return month.flatMap { Day($0.first.year, $0.first.date.month, day) }
                    .map { .known(Period(.day, containing: $0)) } ?? .unknown
            }
            guard hasArticle, isFigure, follows, reader.endsPhrase else { return nil }
            return .dayOfMonth(day, weekday: nil)
        }
    }

    /// "this month", "next month"; the inner nil says that the article's day is not known.
    mutating func readStepMonth() -> Period?? {
        attempt { reader in
            if reader.skip("the"), reader.skip("month") {
                return .some(reader.today.map { Period(.month, containing: $0) })
            }
            guard case .step(let step) = reader.word(), case .unit(.month, isPlural: false) = reader.word(1)
            else { return nil }
            reader.index += 2
            return .some(reader.today.flatMap { Period(.month, containing: $0).shifted(by: step) })
        }
    }

    /// Whether no noun follows that a number could count.
    var endsPhrase: Bool {
        guard sentence.contains(index) else { return true }
        if prose.tokens[index].shape == .punctuation { return next != "-" && next != "%" }
        return Self.afterDays.contains(next)
    }

    private static let beforeDays: Set<String> = [
        "on", "by", "until", "till", "before", "after", "since", "from", "to", "through", "around", "of",
        "and", "between", "for",
    ]
    private static let afterDays: Set<String> = [
        "at", "and", "in", "to", "through", "until", "when", "after", "before", "with", "for", "as", "by",
        "but", "or", "from", "this", "that", "between", "around", "said", "told", "because", "while", "on",
    ]
}
