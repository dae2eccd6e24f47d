import Foundation

extension RecognizerSpecs.Case {
    /// Why news does not use the expression; nil when it does. `Docs/times.md` explains the reasons.
    var isOutOfScope: String? {
        if ["set", "timezone"].contains(kind) { return "neither date, time nor duration" }
        if let (reason, _) = Self.unused.first(where: { has($0.pattern) }) { return reason }
        if timex.hasPrefix("("), has(#"\b(hr|hour|day|week)s?\b.* (from|starting)\b|\bfrom .* for "#) {
            return "lengths with their beginning"
        }
        let hasMonth = has(#"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"#)
        if !hasMonth, has(#"\d[/.-]\d"#), timex.contains("XXXX-"), !timex.contains("XXXX-W") {
            return "days and months in figures without a year"
        }
        let hasOrdinal = has(#"\d(st|nd|rd|th)\b|first|second|third|th\b"#)
        if timex.hasPrefix("XXXX-XX-") || timex.hasPrefix("(XXXX-XX-"), !hasOrdinal {
            return "days as bare numbers"
        }
        if !has("[a-z]"), timex.count == 7, timex.first?.isNumber == true {
            return "months in figures"
        }
        return readsBothWays ? "days in figures that read both ways" : nil
    }

    private func has(_ pattern: String) -> Bool {
        text.range(of: pattern, options: [.regularExpression, .caseInsensitive]) != nil
    }

    private static let unused: [(reason: String, pattern: String)] = [
        ("search operators", "[=<>~]|greater"),
        ("abbreviations of chats", #"\b(tmrw|tonite|otd|eod|eoy|w/c|[cs]y)\b|\b[cs]y\d|ish$|ampm"#),
        (
            "letters and figures run together",
            // Not "26th", "4pm", "1990s", "17h30".
            #"[a-z]{3}\d|\d(?!(st|nd|rd|th|am|pm|s|h\d\d)\b)[a-z]"#
        ),
        ("units alone", "^(the |my )?(day|week|month|year|hour|fortnight)$"),
        ("numbers alone", #"^(the |at )?\d{1,2}$"#),
        ("dates without marks", #"\b\d{8}\b|\d{4} \d\d \d\d"#),
        ("numbered weeks", #"\bweek \d"#),
        ("meals", "lunch|breakfast|dinner"),
    ]

    private var readsBothWays: Bool {
        let pattern = #/(?:^|[^\d\/.-])(\d\d?)[\/-](\d\d?)[\/-]\d\d/#
        return text.matches(of: pattern).contains { match in
            guard let first = Int(match.1), let second = Int(match.2) else { return false }
            return first <= 12 && second <= 12 && first != second
        }
    }
}
