extension TimeReader {
    /// A date that comes every year, in the year that is stated.
    func dated(_ date: Yearly, year: Int?) -> StatedDate {
        guard let year else { return .yearly(date) }
        return date.period(in: year).map { .known($0) } ?? .unknown
    }

    /// The year after a day, a month or a season: ", 2025", "of 2025", "'25", "last year"; 0 for a relative year
    /// when the article's day is not known.
    mutating func readYearAfter() -> Int? {
        attempt { reader in
            let hasComma = reader.skip(",")
            if reader.skip("'") || reader.skip("’") {
                guard !hasComma, let short = reader.digits(2...2) else { return nil }
                return reader.fullYear(short)
            }
            _ = reader.skipTight("-") || reader.skipTight("/") || reader.skipTight(".")
            let hasPreposition = reader.skip("of") || reader.skip("in")
            if hasPreposition { _ = reader.skip("the") }
            if hasPreposition, case .unit(.year, isPlural: false) = reader.word() { reader.index += 1 }
            if case .digits(let year, 4) = reader.word(), (1000...2199).contains(year) {
                reader.index += 1
                let isTime = reader.next == ":" && !reader.isSpaced(reader.index)
                return isTime ? nil : year
            }
            if let year = reader.readYearInWords() { return year }
            guard !hasComma else { return nil }
            return reader.readStepYear()
        }
    }

    /// "last year", "this year"; 0 when the article's day is not known.
    private mutating func readStepYear() -> Int? {
        guard case .step(let step) = word(), case .unit(.year, isPlural: false) = word(1) else { return nil }
        index += 2
        return today.map { $0.year + step } ?? 0
    }

    /// "April", "April 2025", "June of 1992".
    mutating func readMonthDate() -> StatedDate? {
        attempt { reader in
            // "2016 June"
            if case .digits(let year, count: 4) = reader.word(), (1900...2100).contains(year) {
                reader.index += 1
                _ = reader.skip(",") || reader.skip("-")
                guard let month = reader.readMonth(besideNumber: true) else { return nil }
                if case .digits(_, 1...2) = reader.word() { return nil }
                return reader.dated(.month(month), year: year)
            }
            if let dated = reader.attempt({ reader -> StatedDate? in
                guard let month = reader.readMonth(besideNumber: true), let year = reader.readYearAfter()
                else { return nil }
                return reader.dated(.month(month), year: year)
            }) {
                return dated
            }
            return reader.readMonth(besideNumber: false).map { .yearly(.month($0)) }
        }
    }

    /// "the third quarter of 2016", "Q3", "2016 Q3", "the first half of this year".
    mutating func readPartOfYear() -> StatedDate? {
        attempt { reader in
            _ = reader.skip("the")
            if case .digits(let year, count: 4) = reader.word(), (1900...2100).contains(year) {
                reader.index += 1
                _ = reader.skip("-") || reader.skip("the")
                guard let (part, _) = reader.readQuarterOrHalf() else { return nil }
                return reader.dated(part, year: year)
            }
            guard let (part, needsYear) = reader.readQuarterOrHalf() else { return nil }
            _ = reader.skipTight("-")
            // Everybody's fiscal year begins in another month.
            if reader.attempt({ reader in
                _ = reader.skip("of")
                return reader.readFiscalYear()
            }) != nil {
                return .unknown
            }
            if let year = reader.readYearAfter() { return reader.dated(part, year: year) }
            if reader.skip("of") {
                guard reader.skip("the"), reader.skip("year") else { return nil }
                return .yearly(part)
            }
            return needsYear ? nil : .yearly(part)
        }
    }

    /// A quarter or a half; halves are sports' too and need their year.
    private mutating func readQuarterOrHalf() -> (part: Yearly, needsYear: Bool)? {
        attempt { reader in
            switch reader.word() {
            case .quarter(let number):
                reader.index += 1
                return (.quarter(number), false)
            case .half(let number):
                reader.index += 1
                return (.half(number), true)
            default:
                guard let number = reader.readOrdinal() else { return nil }
                _ = reader.skip("-")
                if case .unit(.quarter, isPlural: false) = reader.word(), number <= 4 {
                    reader.index += 1
                    return (.quarter(number), false)
                }
                guard number <= 2, reader.skip("half") else { return nil }
                return (.half(number), true)
            }
        }
    }

    /// "the summer of 2016", "in spring", "winter 2019".
    mutating func readSeason() -> StatedDate? {
        attempt { reader in
            let start = reader.index
            let hasArticle = reader.skip("the")
            let place = reader.index
            guard case .season(let season) = reader.word() else { return nil }
            reader.index += 1
            if let year = reader.readYearAfter() { return reader.dated(.season(season), year: year) }
            // "Summer Olympics"
            guard !reader.isCapitalised(place) else { return nil }
            let before = reader.text(start - 1)
            let follows = ["in", "since", "by", "until", "early", "late", "mid", "during", "of", "-"]
                .contains(before)
            let isFall = reader.text(place) == "fall" || reader.text(place) == "spring"
            if isFall ? follows && hasArticle && before != "of" : follows || hasArticle {
                return .yearly(.season(season))
            }
            return nil
        }
    }

    /// "2015" where it counts no things.
    mutating func readYear() -> StatedDate? {
        attempt { reader in
            let start = reader.index
            let hasWord =
                reader.attempt { reader -> Bool? in
                    _ = reader.skip("the")
                    _ = reader.skip("calendar")
                    guard reader.skip("year") else { return nil }
                    _ = reader.skip("of")
                    return true
                } ?? false
            if !hasWord, reader.next == "the" { return nil }
            // "in '98"
            if reader.next == "'" || reader.next == "’", Self.beforeYears.contains(reader.text(start - 1)),
                case .digits(let short, count: 2) = reader.word(1), !reader.isSpaced(reader.index + 1)
            {
                reader.index += 2
                return reader.known(year: reader.fullYear(short))
            }
            if case .digits(let year, let count) = reader.word() {
                let place = reader.index
                guard count == 4 || hasWord && count == 3, !reader.continuesNumber(place),
                    !reader.isInCode(place)
                else { return nil }
                reader.index += 1
                let before = reader.text(start - 1)
                let isPlain = (1900...2099).contains(year) || hasWord
                guard isPlain || Self.beforeYears.contains(before) && (1000...2500).contains(year) else {
                    return nil
                }
                return reader.countsThings(after: before) ? nil : reader.known(year: year)
            }
            return reader.readWordedYear(after: start)
        }
    }

    private mutating func readWordedYear(after start: Int) -> StatedDate? {
        let before = text(start - 1)
        guard
            ["in", "since", "of", "until", "by", "from", "to", "and", "between", "before", "after"]
                .contains(before)
        else { return nil }
        guard let year = readYearInWords(), (1000...2100).contains(year) else { return nil }
        return countsThings(after: before) ? nil : known(year: year)
    }

    func known(year: Int) -> StatedDate { Period(year: year).map { .known($0) } ?? .unknown }

    /// Whether the number just read is an amount, a code or a part of a longer number.
    private func countsThings(after before: String) -> Bool {
        if [
            "$", "€", "£", "#", "+", "number", "room", "flight", "route", "highway", "page", "nearly",
            "almost", "roughly", "about", "some", "over",
        ]
        .contains(before) {
            return true
        }
        if isContinued || ["%", "°"].contains(next) { return true }
        if [":", "/"].contains(next), !isSpaced(index) { return true }
        return Self.countedThings.contains(next)
    }

    private static let beforeYears: Set<String> = [
        "in", "since", "by", "until", "from", "of", "to", "during", "before", "after", "between", "early",
        "late", "mid", "around", "circa", "about", "-", "–", "and",
    ]
    private static let countedThings: Set<String> = [
        "people", "miles", "metres", "meters", "feet", "kilometres", "kilometers", "km", "m", "kg", "tons",
        "tonnes", "votes", "pieces", "dollars", "euros", "pounds", "troops", "soldiers", "workers", "jobs",
        "homes", "hours", "days", "years", "times", "points", "yards", "square", "percent", "per", "local",
        "gmt", "utc", "calories", "words", "seats", "cases", "copies", "others", "million", "billion",
    ]
}
