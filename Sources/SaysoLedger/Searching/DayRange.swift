/// Days from one to another, both included; open where nothing is said.
public struct DayRange: Hashable, Sendable {
    /// The first day as a number, such as 20250303; nil for no beginning.
    public var first: Int?
    /// The last day; nil for no end.
    public var last: Int?

    /// Takes days as numbers such as 20250303.
    public init(first: Int? = nil, last: Int? = nil) {
        self.first = first
        self.last = last
    }

    /// Reads `2025-03-03`, `2025-03`, `2025-W10`, `2025`, or two of them, either of which may be missing, with `..`
    /// between.
    ///
    /// Nil when it is something else, or ends before it begins.
    ///
    /// - Parameter text: what somebody wrote.
    public init?(_ text: String) {
        guard let dots = text.firstRange(of: "..") else {
            guard let days = SaidDays.of(text) else { return nil }
            self.init(first: days.lowerBound, last: days.upperBound)
            return
        }
        let (start, end) = (text[..<dots.lowerBound], text[dots.upperBound...])
        let (first, last) = (SaidDays.of(String(start)), SaidDays.of(String(end)))
        guard first != nil || start.isEmpty, last != nil || end.isEmpty, first != nil || last != nil else {
            return nil
        }
        self.init(first: first?.lowerBound, last: last?.upperBound)
        if let first = self.first, let last = self.last, first > last { return nil }
    }

    /// Reads one day, month, week or year, as ``init(_:)`` does.
    ///
    /// - Parameter text: what somebody wrote.
    /// - Returns: nil when it is something else.
    package static func period(_ text: String) -> DayRange? {
        SaidDays.of(text).map { DayRange(first: $0.lowerBound, last: $0.upperBound) }
    }

    /// The days that are in both; its end may lie before its beginning.
    func intersection(_ other: DayRange?) -> DayRange {
        guard let other else { return self }
        return DayRange(
            first: [first, other.first].compactMap(\.self).max(),
            last: [last, other.last].compactMap(\.self).min()
        )
    }

    /// What must hold of a column with a day, in SQL; where a day is asked for, days that are not known are none.
    func condition(on column: String) -> String {
        self == DayRange() ? "TRUE" : "\(column) BETWEEN \(first ?? 1) AND \(last ?? 99_999_999)"
    }

    /// The years, as `2025`, and months, as `202503`, that hold all of its days and few others.
    ///
    /// - Parameter known: the first and the last day that matter.
    /// - Returns: nil when they are too many to be of use; nothing when no day is left.
    func months(within known: ClosedRange<Int>) -> [Int]? {
        let (first, last) = (max(first ?? 0, known.lowerBound), min(last ?? .max, known.upperBound))
        guard first <= last else { return [] }
        let (start, end) = (first / 10_000, last / 10_000)
        guard end - start <= 60 else { return nil }
        return (start...end).flatMap { year -> [Int] in
            let months = (year == start ? first / 100 % 100 : 1)...(year == end ? last / 100 % 100 : 12)
            return months == 1...12 ? [year] : months.map { year * 100 + $0 }
        }
    }
}
