import Foundation

@testable import SaysoStatements

extension RecognizerSpecs.Case {
    /// What the expression can mean with the tense of the input; all where it has none.
    var usual: [(start: String?, end: String?)] {
        guard let reference = reference?.prefix(10), meanings.count > 1 else { return meanings }
        let input = input.lowercased()
        func has(_ pattern: String) -> Bool { input.range(of: pattern, options: .regularExpression) != nil }
        let isFuture = has(#"\b(will|shall)\b|'ll"#)
        let isPast = has(#"\b(was|were|went|did|happened|met|left|came|finished|drank|sold|arrived)\b"#)
        guard isFuture != isPast else { return meanings }
        let usual = meanings.filter { meaning in
            guard let day = (isFuture ? meaning.end ?? meaning.start : meaning.start)?.prefix(10),
                day.count == 10
            else { return true }
            return isFuture ? day >= reference : day <= reference
        }
        return usual.isEmpty ? meanings : usual
    }

    /// Whether it means a day that the calendar does not have, or a stretch that differs by who says it.
    var isUnknown: Bool {
        meanings.allSatisfy { $0.start == "not resolved" || $0.start?.hasPrefix("0001-01-01") == true }
    }

    /// Whether it counts without a number: theirs takes three.
    var isVague: Bool {
        text.range(of: #"\b(few|several|some)\b"#, options: .regularExpression) != nil
    }

    /// Whether the expression counts weeks, months or years from a day: theirs is a day, ours as fine as the unit.
    var isCounted: Bool {
        text.range(
            of: #"\b(ago|hence|later|earlier|from now|from today)\b|^in\b"#,
            options: .regularExpression
        ) != nil
            && text.range(of: #"(week|month|year|fortnight|decade)"#, options: .regularExpression) != nil
    }
}

/// The parts of a duration in any order: `P1M2D`, `P2D1M`.
struct DurationParts: Equatable {
    private var parts: Set<String> = []

    init(_ value: String) {
        var (number, isTime) = ("", false)
        for character in value.dropFirst() {
            if character == "T" {
                isTime = true
            } else if character.isNumber || character == "." {
                number.append(character)
            } else {
                parts.insert((isTime ? "T" : "") + number + String(character))
                number = ""
            }
        }
        if parts.isEmpty { parts.insert(value) }
    }
}

/// A value of ours as days and times of day.
struct Stretch {
    private var first: Day?
    /// The first day of what a stretch ends with, and the day after its last.
    private var lastBegins: Day?
    private var end: Day?
    private var times: [String]

    init?(_ value: String) {
        let ends = value.split(separator: "/").map(String.init)
        guard (1...2).contains(ends.count) else { return nil }
        let parts = ends.map { end -> (date: String, time: String?) in
            guard let mark = end.firstIndex(of: "T") else { return (end, nil) }
            return (String(end[..<mark]), String(end[mark...].dropFirst().prefix(8)))
        }
        times = parts.compactMap { $0.time.map(Self.time) }
        let days = parts.filter { !$0.date.isEmpty }.compactMap { Self.days($0.date) }
        guard days.count == parts.count || parts.allSatisfy({ $0.date.isEmpty }) else { return nil }
        first = days.first?.first
        lastBegins = days.last?.first
        end = days.last?.end
    }

    /// Whether it is what a specification means.
    ///
    /// A stretch of theirs ends before its last day or on it, a stretch of ours includes it; "since" and
    /// "before" are not part of our values, "early" and "late" do not narrow them.
    func means(_ meaning: (start: String?, end: String?), loosely: Bool, modifier: String?) -> Bool {
        let theirs = [meaning.start, meaning.end].map { $0.map(Self.split) }
        let theirTimes = theirs.compactMap { $0?.time }
        if let modifier, modifier.contains("-"), let first, let end,
            let day = theirs.compactMap({ $0?.day }).first
        {
            return first <= day && day <= end  // "before late July"
        }
        if let modifier, ["since", "before", "after", "until"].contains(where: { modifier.hasPrefix($0) }) {
            guard let one = theirs.compactMap({ $0 }).first else { return false }
            if !times.isEmpty, theirTimes != times { return false }
            return one.day == nil
                ? first == nil : [first, lastBegins, end, end?.adding(days: -1)].contains(one.day)
        }
        let (start, last) = (theirs[0]?.day, theirs[1]?.day)
        if let modifier, ["start", "mid", "end"].contains(modifier), times.isEmpty, let first, let end,
            let start
        {
            return first <= start && (last ?? start) <= end
        }
        guard let last, meaning.end != nil else {
            if meaning.end != nil { return first == nil && theirTimes == times }
            if loosely, times.isEmpty, let first, let end, let start { return first <= start && start < end }
            let isOneDay = first == nil || end == first?.adding(days: 1)
            return start == first && isOneDay && (theirTimes == times || times.isEmpty && theirTimes.isEmpty)
        }
        guard start == first else { return false }
        if !times.isEmpty || !theirTimes.isEmpty { return theirTimes == times && lastBegins == last }
        return last == end || last == lastBegins || last == end?.adding(days: -1)
    }

    private static func split(_ text: String) -> (day: Day?, time: String?) {
        let parts = text.split { $0 == " " || $0 == "T" }.map(String.init)
        let day = parts.lazy.compactMap { days($0) }.first?.first
        return (day, parts.first { $0.contains(":") }.map(time))
    }

    /// Hours and minutes; seconds where there are some.
    private static func time(_ text: String) -> String {
        let time = text.prefix { $0.isNumber || $0 == ":" }
        return String(time.hasSuffix(":00") && time.count > 5 ? time.dropLast(3) : time)
    }

    /// The days of a value without times.
    private static func days(_ value: String) -> (first: Day, end: Day)? {
        let numbers = value.split { !$0.isNumber }.compactMap { Int($0) }
        guard value.count >= 4, value.first?.isNumber == true else { return nil }
        func period(_ unit: Period.Unit, _ year: Int, _ month: Int, _ day: Int = 1) -> (first: Day, end: Day)?
        {
            guard let first = Day(year, month, day) else { return nil }
            let period = Period(unit, containing: first)
            return (period.first, Day(number: period.last.number + 1))
        }
        if value.hasSuffix("XX") { return period(.century, Int(value.prefix(2))! * 100, 1) }
        if value.hasSuffix("X") { return period(.decade, Int(value.prefix(3))! * 10, 1) }
        if value.contains("W"), numbers.count >= 2, let first = Day(numbers[0], 1, 4) {
            let week = Period(.week, containing: first).shifted(by: numbers[1] - 1)
            guard let monday = week?.first else { return nil }
            return value.hasSuffix("WE")
                ? (Day(number: monday.number + 5), Day(number: monday.number + 7))
                : (monday, Day(number: monday.number + 7))
        }
        if value.contains("Q") { return period(.quarter, numbers[0], numbers[1] * 3) }
        if value.contains("H") { return period(.half, numbers[0], numbers[1] * 6) }
        if let season = ["SP", "SU", "FA", "WI"].firstIndex(where: { value.hasSuffix($0) }) {
            return period(.season, numbers[0], season * 3 + 3)
        }
        switch numbers.count {
        case 1: return value.count == 4 ? period(.year, numbers[0], 1) : nil
        case 2: return period(.month, numbers[0], numbers[1])
        case 3: return period(.day, numbers[0], numbers[1], numbers[2])
        default: return nil
        }
    }
}
