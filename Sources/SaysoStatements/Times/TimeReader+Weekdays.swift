extension TimeReader {
    /// "Monday", "Mon", "Sat": where what follows leaves no doubt.
    mutating func readAnyWeekday() -> Int? {
        if let weekday = readWeekday() { return weekday }
        guard case .weekday(let weekday, isShort: true) = word(), isCapitalised(index) else { return nil }
        index += 1
        _ = skipTight(".")
        return weekday
    }

    /// "Monday"; short forms only where they can be nothing else.
    mutating func readWeekday() -> Int? {
        guard case .weekday(let weekday, let isShort) = word() else { return nil }
        let place = index
        if isShort {
            guard isCapitalised(place), text(place - 1) != "the" else { return nil }
            let isDotted = text(place + 1) == "." && sentence.contains(place + 2)
            let follows = ["on", "last", "next", "this"].contains(text(place - 1))
            guard follows || isDotted && text(place) != "sat" && text(place) != "sun" else { return nil }
            index += isDotted ? 2 : 1
            return weekday
        }
        // "Super Tuesday", "Monday Night Football": names of other things.
        if place > sentence.lowerBound, Self.namesWithWeekdays.contains(text(place - 1)),
            isCapitalised(place - 1)
        {
            return nil
        }
        if ["night", "morning"].contains(text(place + 1)), isCapitalised(place + 1), isCapitalised(place + 2),
            prose.tokens[place + 1].shape == .title
        {
            return nil
        }
        index += 1
        return weekday
    }

    private static let namesWithWeekdays: Set<String> = [
        "super", "bloody", "giving", "cyber", "black", "good", "ash", "palm", "shrove", "fat", "maundy",
        "holy", "ruby", "freaky", "casual", "sheffield",
    ]

    /// "the first Friday of July", "the second Monday of next month", "the last Monday in May 2020".
    mutating func readNthWeekday() -> StatedDate? {
        attempt { reader in
            _ = reader.skip("the")
            var nth = reader.readOrdinal()
            if nth == nil, reader.skip("last") { nth = -1 }
            guard let nth, nth <= 12 else { return nil }
            if case .unit(.month, isPlural: false) = reader.word(), nth > 0 {
                reader.index += 1
                return reader.readYearAfter().map { reader.dated(.month(nth), year: $0) }
            }
            guard nth <= 5 else { return nil }
            let isWeek: Bool
            var weekday = 4
            if case .weekday(let number, isShort: false) = reader.word() {
                (isWeek, weekday) = (false, number)
            } else if case .unit(.week, isPlural: false) = reader.word() {
                isWeek = true
            } else {
                return nil
            }
            reader.index += 1
            if !reader.skip("of"), !reader.skip("in") {
                guard case .step = reader.word() else { return nil }
            }
            func yearly(_ month: Int) -> Yearly {
                isWeek ? .week(nth: nth, month: month) : .weekday(weekday, nth: nth, month: month)
            }
            if let month = reader.readStepMonth() {
                guard let (year, month, _) = month?.first.date else { return .unknown }
                return reader.dated(yearly(month), year: year)
            }
            if let month = reader.readMonth(besideNumber: true) {
                return reader.dated(yearly(month), year: reader.readYearAfter())
            }
            guard isWeek, let year = reader.readYearAfter() else { return nil }
            // The year's last week holds 28 December.
            if nth < 0 { return Day(year, 12, 28).map { .known(Period(.week, containing: $0)) } ?? .unknown }
            return Day(year, 1, 4).map { Period(.week, containing: $0) }?.shifted(by: nth - 1)
                .map { .known($0) } ?? .unknown
        }
    }
}
