extension TimeReader {
    /// "three weeks", "a 30-minute", "two and a half hours", "1 year and 2 months", "the whole week".
    mutating func readDuration() -> TimeSpan? {
        attempt { reader in
            reader.skipApproximation()
            if let whole = reader.readWhole() { return whole }
            guard let first = reader.readDurationPart() else { return nil }
            var parts = [first]
            while parts.count < 6, first.hundredths != nil,
                let more = reader.attempt({ reader -> TimeSpan.Part? in
                    let isJoined = reader.skip(",") || reader.skip("and")
                    guard let part = reader.readDurationPart(), part.hundredths != nil else { return nil }
                    // "two days, three weeks" are two durations.
                    return isJoined && part.unit == first.unit ? nil : part
                })
            {
                parts.append(more)
            }
            return TimeSpan(parts: parts)
        }
    }

    private mutating func readDurationPart() -> TimeSpan.Part? {
        attempt { reader in
            let start = reader.index
            let before = reader.text(start - 1)
            if ["$", "€", "£", "#"].contains(before) || reader.continuesNumber(start) { return nil }
            guard let amount = reader.readAmount() else { return nil }
            let isArticle = ["a", "an"].contains(reader.text(reader.index - 1))
            _ = reader.skip("-")
            let isBusiness = reader.skip("business") || reader.skip("working")
            let place = reader.index
            guard var unit = reader.readDurationUnit() else { return nil }
            // "500 a day", "60 miles an hour", "three times a week" say how often or how fast.
            if isArticle, reader.followsAmount(start) { return nil }
            // "the Six-Day War"
            if reader.prose.tokens[place].shape == .title, reader.text(place - 1) == "-" { return nil }
            // "A night" is often not measured, nor are "three night markets" or "the 2021 weekend".
            let isSingular = !["nights", "weekends"].contains(reader.text(reader.index - 1))
            if unit == .night, isSingular, reader.text(place - 1) != "-" { return nil }
            if unit == .weekend, isSingular, amount ?? 0 > 10_000 { return nil }
            // "Three quarters of the voters" are no time.
            if unit == .quarter, isArticle || ["of", "past", "to"].contains(reader.next) { return nil }
            // "Some day" is not counted.
            if amount == nil, !reader.text(reader.index - 1).hasSuffix("s") { return nil }
            _ = reader.skip("-") && reader.skip("long")
            if isBusiness { unit = unit == .day ? .businessDay : unit }
            if reader.text(place - 1) != "-", unit == .weekend, amount == nil { return nil }
            var hundredths = amount
            if let whole = amount, let fraction = reader.readFraction() { hundredths = whole + fraction }
            return TimeSpan.Part(hundredths: hundredths, unit: unit)
        }
    }

    private mutating func readDurationUnit() -> TimeSpan.Unit? {
        switch word() {
        case .unit(let unit, _):
            index += 1
            return unit
        case .part(.night, _):
            index += 1
            return .night
        // "Seconds" alone is sure; "the second" is an ordinal.
        case .ordinal(2, isWord: true) where text(index - 1) == "-" || text(index - 1) == "one":
            index += 1
            return .second
        default: return nil
        }
    }

    private func followsAmount(_ place: Int) -> Bool {
        switch word(place - 1 - index) {
        case .digits, .number, .tens: true
        default:
            switch word(place - 2 - index) {
            case .digits, .number, .tens: !prose.tokens[max(0, place - 1)].isCapitalised
            default: ["once", "twice", "times", "miles", "per"].contains(text(place - 1))
            }
        }
    }

    /// "all day", "the whole week", "a year-long".
    private mutating func readWhole() -> TimeSpan? {
        attempt { reader in
            let isWhole = reader.skip(in: ["all", "whole", "full", "entire"])
            if isWhole { _ = reader.skip("-") }
            guard case .unit(let unit, isPlural: false) = reader.word(), !unit.isClock else { return nil }
            reader.index += 1
            if !isWhole {
                guard reader.skip("-"), reader.skip("long") else { return nil }
            }
            return TimeSpan(parts: [TimeSpan.Part(hundredths: 100, unit: unit)])
        }
    }

    /// "more than", "nearly": part of the expression, and of no effect on its value.
    private mutating func skipApproximation() {
        let start = index
        if skip("more") || skip("less") || skip("longer") {
            if !skip("than") { index = start }
        } else if skip("at") {
            if !skip("least") && !skip("most") { index = start }
        } else {
            _ = skip(in: ["about", "around", "nearly", "almost", "roughly", "approximately", "over", "under"])
        }
    }

    // MARK: Counted from a moment

    /// "two days ago", "three weeks earlier", "a month after Easter", "in five years", "two weeks from now".
    mutating func readOffset() -> Reading? {
        attempt { reader in
            let isAhead = reader.skip("in") || reader.skip("within")
            if isAhead {
                let isWithin = reader.text(reader.index - 1) == "within"
                if isWithin {
                    _ = reader.skip("the")
                    if case .step(1) = reader.word() { reader.index += 1 }
                }
                guard let duration = reader.readDuration() else { return nil }
                if reader.skip("'") || reader.skip("’") { _ = reader.skip("s") }
                _ = reader.skip("time")
                if reader.skip("from") {
                    guard reader.skip("now") || reader.skip("today") else { return nil }
                }
                return .ahead(duration, isWithin: isWithin)
            }
            guard let duration = reader.readDuration() else { return nil }
            if reader.skip("ago") { return .offset(duration, sign: -1, from: .now) }
            if reader.skip("hence") || reader.skip("from") && reader.skip("now") {
                return .offset(duration, sign: 1, from: .now)
            }
            if reader.text(reader.index - 1) == "from" { reader.index -= 1 }
            if reader.skip("earlier") { return .offset(duration, sign: -1, from: .anaphoric(.day, by: 0)) }
            if reader.skip("later") { return .offset(duration, sign: 1, from: .anaphoric(.day, by: 0)) }
            let isAfter = reader.skip("after") || reader.skip("from") || reader.skip("following")
            guard isAfter || reader.skip("before") || reader.skip("prior") else { return nil }
            _ = reader.skip("to")
            if let date = reader.readDate() { return .offset(duration, sign: isAfter ? 1 : -1, from: date) }
            guard !isAfter, reader.endsClause else { return nil }
            return .offset(duration, sign: -1, from: .anaphoric(.day, by: 0))
        }
    }

    /// "the past five years", "the next few weeks", "the 5 upcoming years".
    mutating func readSpan() -> Reading? {
        attempt { reader in
            _ = reader.skip("the")
            if let amount = reader.readNumber() {
                guard case .step(let step) = reader.word(), step != 0 else { return nil }
                reader.index += 1
                guard case .unit(let unit, isPlural: true) = reader.word() else { return nil }
                reader.index += 1
                let part = TimeSpan.Part(hundredths: amount * 100, unit: unit)
                return .span(TimeSpan(parts: [part]), sign: step)
            }
            guard case .step(let step) = reader.word(), step != 0 else { return nil }
            let kind = reader.next
            // "It will last three weeks"
            let before = reader.text(reader.index - 1)
            if kind == "last", !Self.beforeSpans.contains(before) { return nil }
            reader.index += 1
            if let duration = reader.readDuration() { return .span(duration, sign: step) }
            guard case .unit(let unit, let isPlural) = reader.word() else { return nil }
            reader.index += 1
            if isPlural { return .moment(Moment(date: .reference(step < 0 ? .past : .future))) }
            // "Last minute" is no time; "the past year" and "the last year" are twelve months.
            guard unit != .minute, unit != .second, unit != .day || kind == "past" else { return nil }
            guard unit == .fortnight || unit == .hour || kind == "past" || kind == "last" else { return nil }
            return .span(TimeSpan(parts: [TimeSpan.Part(hundredths: 100, unit: unit)]), sign: step)
        }
    }

    private static let beforeSpans: Set<String> = [
        "", "the", "these", "over", "in", "for", "during", "within", "of", "at", "out", "through",
    ]

    // MARK: Now, then and soon

    /// "now", "in recent years", "at the moment", "in the future".
    mutating func readReference() -> Reading? {
        attempt { reader in
            if case .reference(let reference) = reader.word() {
                let place = reader.index
                reader.index += 1
                // "Sony Now", "Dr. Soon"; "as recently as"
                let isName =
                    reader.prose.tokens[place].shape == .title && place > reader.sentence.lowerBound
                    && reader.isCapitalised(place - 1)
                if isName || reader.text(place + 1) == "as" || reader.text(place + 1) == "-" { return nil }
                // "soon after the vote" tells no time by itself.
                if reference == .future, ["after", "as", "before"].contains(reader.next) { return nil }
                return .moment(Moment(date: .reference(reference)))
            }
            for (phrase, reference) in Self.references where phrase[0] == reader.next {
                let matches = phrase.indices.allSatisfy { reader.text(reader.index + $0) == phrase[$0] }
                guard matches else { continue }
                // "in the past five years"
                guard reader.word(phrase.count).isOther || reader.text(reader.index + phrase.count) == "in"
                else {
                    continue
                }
                reader.index += phrase.count
                return .moment(Moment(date: .reference(reference)))
            }
            // "the largest to date"; not "to date her"
            if reader.skip("to") {
                guard reader.skip("date"), reader.endsClause else { return nil }
                return .moment(Moment(date: .reference(.present)))
            }
            guard reader.skip("in"), reader.skip("recent"), case .unit(_, isPlural: true) = reader.word()
            else { return nil }
            reader.index += 1
            return .moment(Moment(date: .reference(.past)))
        }
    }

    private static let references: [([String], TimeReference)] = {
        let phrases: [(String, TimeReference)] = [
            ("at the moment", .present), ("at present", .present), ("at the present time", .present),
            ("at this time", .present), ("right now", .present), ("these days", .present),
            ("at the time", .past),
            ("at that time", .past), ("long ago", .past), ("some time ago", .past), ("in the past", .past),
            ("in the future", .future), ("in the near future", .future), ("as soon as possible", .future),
        ]
        return phrases.map { ($0.0.split(separator: " ").map(String.init), $0.1) }
    }()
}
