import SaysoArticles

/// Decides which day words mean: by the article's day, the clause's tense, and what was spoken of before.
struct TimeResolver {
    private let prose: Prose
    private let clock: ArticleClock
    private let tenses: TenseReader
    /// What an earlier expression meant, outside quotations, and the passage that it stands in.
    private var earlier: (period: Period, passage: Int)?

    private var today: Day? { clock.day }

    init(_ prose: Prose, clock: ArticleClock) {
        self.prose = prose
        self.clock = clock
        tenses = TenseReader(prose)
    }

    /// What an expression means.
    mutating func expression(_ found: TimeReader.Found, in sentence: Prose.Sentence) -> TimeExpression {
        let tense = tenses.tense(around: found.tokens, in: sentence.tokens)
        let (kind, value, period) = meaning(of: found.reading, tense: tense, passage: sentence.passage)
        if let period, !prose.tokens[found.tokens.lowerBound].quotation.isInside {
            earlier = (period, sentence.passage)
        }
        return TimeExpression(range: prose.bytes(found.tokens), kind: kind, value: value)
    }

    private typealias Meaning = (kind: TimeExpression.Kind, value: String?, period: Period?)

    private func meaning(of reading: Reading, tense: Tense, passage: Int) -> Meaning {
        switch reading {
        case .moment(let moment):
            let kind: TimeExpression.Kind = moment.time == nil ? .date : .time
            if case .reference(let reference)? = moment.date { return (.date, reference.rawValue, nil) }
            guard let date = moment.date else { return (kind, value(of: moment.time, on: nil), nil) }
            let period = period(date, tense: tense, passage: passage)
            return (kind, period.flatMap { value(of: moment, in: $0) }, period)
        case .stretch(let from, let to):
            let kind: TimeExpression.Kind = from.time == nil && to.time == nil ? .date : .time
            return (kind, stretch(from, to, tense: tense, passage: passage), nil)
        case .duration(let duration): return (.duration, duration.value, nil)
        case .set(let value): return (.set, value, nil)
        case .rest(let period): return (.date, today.flatMap { stretch($0, period.last) }, nil)
        case .offset(let duration, let sign, let from):
            return offset(duration, by: sign, from: from, tense: tense, passage: passage)
        case .ahead(let duration, let isWithin):
            return ahead(duration, isWithin: isWithin, tense: tense, passage: passage)
        case .span(let duration, let sign): return span(duration, by: sign)
        }
    }

    private func value(of time: Moment.Time?, on day: Day?) -> String? {
        switch time {
        case .clock(let clock): clock.value(on: day)
        case .part(let part): part.rawValue
        case nil: nil
        }
    }

    private func value(of moment: Moment, in period: Period) -> String? {
        period.value + (value(of: moment.time, on: period.first) ?? "")
    }

    private func stretch(_ first: Day, _ last: Day) -> String? {
        guard first <= last else { return nil }
        return "\(Period(.day, containing: first).value)/\(Period(.day, containing: last).value)"
    }

    // MARK: Counted

    private func offset(
        _ duration: TimeSpan,
        by sign: Int,
        from date: StatedDate,
        tense: Tense,
        passage: Int
    ) -> Meaning {
        let vague = sign < 0 ? TimeReference.past : .future
        guard duration.isCounted else { return (.date, vague.rawValue, nil) }
        let parts = duration.dayAndTime
        if let seconds = parts?.seconds ?? duration.seconds {
            switch date {
            case .now: break
            case .anaphoric where tense != .past && context(passage, far: true) == nil: break
            default: return (.time, nil, nil)
            }
            guard let days = parts?.days else { return (.time, clock.value(after: sign * seconds), nil) }
            let day = today.flatMap { days.day(from: $0, by: sign) }
            return (.time, day.flatMap { clock.value(after: sign * seconds, from: $0) }, nil)
        }
        let isLoose =
            switch date {
            case .now, .anaphoric: true
            default: false
            }
        if case .anaphoric = date, sign > 0, tense == .past, context(passage, far: true) == nil {
            return (.date, nil, nil)
        }
        guard let base = period(date, tense: tense, passage: passage) else { return (.date, nil, nil) }
        // "Two weeks after Easter" is a day, "two weeks ago" a week.
        let period =
            !isLoose && base.unit == .day
            ? duration.day(from: base.first, by: sign).map { Period(.day, containing: $0) }
            : duration.shift(base.first, by: sign)
        return (.date, period?.value, period)
    }

    /// "in two weeks": in two weeks' time unless the clause is past, or says how long something takes.
    private func ahead(_ duration: TimeSpan, isWithin: Bool, tense: Tense, passage: Int) -> Meaning {
        let isOne = duration.parts.count == 1 && duration.parts[0].hundredths == 100
        let isShort = duration.seconds.map { $0 < 60 || !clock.hasTime } ?? false
        if tense == .past || tense == .unknown && isOne || isShort {
            return (.duration, duration.value, nil)
        }
        if !isWithin { return offset(duration, by: 1, from: .now, tense: tense, passage: passage) }
        if let seconds = duration.seconds { return hours(seconds) }
        let last = today.flatMap { duration.day(from: $0, by: 1) }
        return (.date, today.flatMap { today in last.flatMap { stretch(today, $0) } }, nil)
    }

    private func span(_ duration: TimeSpan, by sign: Int) -> Meaning {
        guard duration.isCounted else { return (.duration, duration.value, nil) }
        if let seconds = duration.seconds { return hours(sign * seconds) }
        guard let today else { return (.date, nil, nil) }
        if duration.parts.count == 1, let part = duration.parts.first, part.unit == .quarter,
            let count = part.hundredths
        {
            let quarter = Period(.quarter, containing: today)
            let far = quarter.shifted(by: sign * count / 100)
            guard let near = quarter.shifted(by: sign), let far else { return (.date, nil, nil) }
            let (first, last) = sign < 0 ? (far, near) : (near, far)
            return (.date, first == last ? first.value : "\(first.value)/\(last.value)", nil)
        }
        if sign < 0 {
            return (.date, duration.day(from: today, by: -1).flatMap { stretch($0, today) }, nil)
        }
        let first = today.adding(days: 1)
        let last = duration.day(from: today, by: 1)
        return (.date, first.flatMap { first in last.flatMap { stretch(first, $0) } }, nil)
    }

    /// Some hours or minutes until now, or from now on.
    private func hours(_ seconds: Int) -> Meaning {
        guard let now = clock.value(after: 0), let other = clock.value(after: seconds), now != other else {
            return (.time, nil, nil)
        }
        return (.time, seconds < 0 ? "\(other)/\(now)" : "\(now)/\(other)", nil)
    }

    // MARK: Which one

    /// What was spoken of before: in this passage, or also in the one before it.
    private func context(_ passage: Int, far: Bool) -> Period? {
        guard let earlier, earlier.passage >= passage - (far ? 1 : 0) else { return nil }
        return earlier.period
    }

    private func period(_ date: StatedDate, tense: Tense, passage: Int) -> Period? {
        if case .anaphoric(let unit, let count, let pointsBack) = date {
            if let base = context(passage, far: count != 0 || pointsBack),
                base.unit.rawValue <= unit.rawValue || base.unit == .weekend
            {
                return Period(unit, containing: base.first).shifted(by: count)
            }
            // "The next day" of a past that the text has not told.
            guard !pointsBack, count <= 0 || tense != .past, let today else { return nil }
            return Period(unit, containing: today).shifted(by: count)
        }
        if case .known(let period) = date { return period }
        guard let today else { return nil }
        if case .now = date { return Period(.day, containing: today) }
        let candidates = candidates(date, around: today)
        switch tense {
        case .past: return candidates.last { $0.first <= today } ?? candidates.first
        case .future: return candidates.first { $0.last >= today } ?? candidates.last
        case .unknown:
            switch date {
            // News tells of the week that has passed.
            case .weekday, .weekend: return candidates.last { $0.first <= today }
            default: return candidates.min { distance($0, today) < distance($1, today) }
            }
        }
    }

    /// How far a stretch is from a day; what is ahead counts double, as news tells more of what was.
    private func distance(_ period: Period, _ day: Day) -> Int {
        max(0, 2 * (period.first.number - day.number), day.number - period.last.number)
    }

    /// The stretches that a date can mean, in order.
    private func candidates(_ date: StatedDate, around day: Day) -> [Period] {
        switch date {
        case .known(let period): return [period]
        case .yearly(let yearly):
            let year = day.year
            if case .day(let month, let number, .some) = yearly {
                let near = (year - 1...year + 1).compactMap { yearly.period(in: $0) }
                // Outlets get weekdays wrong.
                if !near.isEmpty { return near }
                return candidates(.yearly(.day(month: month, day: number, weekday: nil)), around: day)
            }
            let near = (year - 1...year + 1).compactMap { yearly.period(in: $0) }
            // Leap days
            return near.count == 3 ? near : (year - 8...year + 8).compactMap { yearly.period(in: $0) }
        case .dayOfMonth(let number, let weekday):
            let (year, month, _) = day.date
            let reach = weekday == nil ? 2 : 15
            return (-reach...reach).compactMap { shift in
                let count = year * 12 + month - 1 + shift
                guard let day = Day(count / 12, count % 12 + 1, number), day.weekday == weekday ?? day.weekday
                else { return nil }
                return Period(.day, containing: day)
            }
        case .weekday(let weekday):
            let monday = day.number + 1 - day.weekday
            return (-1...1).map { Period(.day, containing: Day(number: monday + weekday - 1 + 7 * $0)) }
        case .weekend:
            return (-1...1).compactMap { Period(.weekend, containing: day).shifted(by: $0) }
        case .anaphoric, .reference, .now, .unknown, .unknownStretch: return []
        }
    }

    // MARK: Stretches

    private func stretch(_ from: Moment, _ to: Moment, tense: Tense, passage: Int) -> String? {
        // "from 2 p.m. till tomorrow" begins today.
        let start = to.date == nil ? nil : StatedDate.now
        guard let fromDate = from.date ?? start, let toDate = to.date ?? from.date else {
            guard let first = value(of: from.time, on: nil), let last = value(of: to.time, on: nil) else {
                return nil
            }
            return "\(first)/\(last)"
        }
        let first: Period?
        let last: Period?
        if let known = period(known: toDate, passage) {
            last = known
            first =
                period(known: fromDate, passage)
                ?? candidates(fromDate, around: known.first).last { $0.first <= known.last }
        } else if tense == .future, period(known: fromDate, passage) == nil {
            // What will go on until the 30th may have begun.
            last = period(toDate, tense: tense, passage: passage)
            first = last.flatMap { last in
                candidates(fromDate, around: last.first).last { $0.first <= last.first }
            }
        } else {
            first = period(fromDate, tense: tense, passage: passage)
            last = first.flatMap { first in
                candidates(toDate, around: first.first).first { $0.first >= first.first }
            }
        }
        guard let first, let last, first.first <= last.last, let start = value(of: from, in: first),
            let end = value(of: to, in: last)
        else { return nil }
        return "\(start)/\(end)"
    }

    /// A period that needs no choice.
    private func period(known date: StatedDate, _ passage: Int) -> Period? {
        switch date {
        case .known(let period): period
        case .now: today.map { Period(.day, containing: $0) }
        case .anaphoric: period(date, tense: .unknown, passage: passage)
        default: nil
        }
    }
}
