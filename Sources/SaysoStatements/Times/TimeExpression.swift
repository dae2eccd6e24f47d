/// Words that state a time, and what they mean: a TIMEX3 (TimeML, Pustejovsky et al. 2003; ISO 24617-1).
public struct TimeExpression: Sendable, Hashable {
    /// What kind of time.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A day, a week, a month, a year or a stretch of them.
        case date
        /// A time of day.
        case time
        /// How long: "three weeks".
        case duration
        /// How often: "every Monday".
        case set
    }

    /// The words; UTF-8 offsets in the article's text.
    public let range: Range<Int>
    /// What kind of time they state.
    public let kind: Kind
    /// What they mean: `2025-04-26`, `2025-W17`, `2025-04-26TMO`, `P3W`, `2025-04-26/2025-04-28` for a
    /// stretch; nil where the article's date would be needed and is not known.
    public let value: String?

    package init(range: Range<Int>, kind: Kind, value: String?) {
        self.range = range
        self.kind = kind
        self.value = value
    }
}

/// When a statement was said.
public struct Said: Sendable, Hashable {
    /// How that is known.
    public enum Basis: String, Sendable, Hashable, CaseIterable {
        /// The statement's own sentence says it.
        case stated
        /// The same speaker's statement before it says it.
        case carried
        /// Nothing says it: the day the article came out.
        case published
    }

    /// The words that state it; nil when none do. UTF-8 offsets in the article's text.
    public let expression: Range<Int>?
    /// The day or the interval, as in ``TimeExpression/value``; nil when it needs the article's date, which is
    /// not known.
    public let value: String?
    /// How it is known.
    public let basis: Basis

    package init(expression: Range<Int>?, value: String?, basis: Basis) {
        self.expression = expression
        self.value = value
        self.basis = basis
    }
}
