import SaysoLedger

/// How pages spell figures and who somebody is.
enum PageWords {
    /// `2026-05-01` for 20260501.
    static func spelled(_ day: Int) -> String {
        func padded(_ number: Int, _ count: Int) -> String {
            String(repeating: "0", count: max(0, count - "\(number)".count)) + "\(number)"
        }
        return "\(padded(day / 10_000, 4))-\(padded(day / 100 % 100, 2))-\(padded(day % 100, 2))"
    }

    /// A day for a template, by its number; `false` when it is not known.
    static func time(_ day: Int?) -> Any {
        guard let day, day > 0 else { return false }
        return DayText.content(spelled(day)).orFalse
    }

    /// `37%` for 0.372; neither little nor nearly all is rounded away.
    static func percent(_ share: Double) -> String {
        // (A damaged ledger may say anything.)
        let percent = share > 0 ? min(share, 1) * 100 : 0
        if percent > 0, percent < 1 { return "under 1%" }
        if percent < 100, percent > 99 { return "over 99%" }
        return "\(Int(percent + 0.5))%"
    }

    /// What a speaker is.
    static func kind(_ kind: String) -> String { kind == "unnamed" ? "nobody named" : kind }
}

extension Optional {
    /// The value, or `false`: a template would look for what is missing outside of what it is about.
    var orFalse: Any { self ?? false }
}
