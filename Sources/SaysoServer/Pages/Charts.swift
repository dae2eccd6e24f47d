import SaysoArticles
import SaysoLedger

/// How much was said over time, as bars that lead to it.
///
/// Bars stand for days, weeks, months or years: the shortest of these of which ``most`` are enough.
struct TimelineChart {
    /// The most bars.
    static let most = 120
    private static let width = 1200
    private static let height = 160

    /// What a bar stands for.
    enum Step: String {
        case day, week, month, year
    }

    /// A bar, which has statements.
    struct Bar: Equatable {
        /// Its place, counted from the first one.
        let place: Int
        /// Its days, such as 20250303.
        let days: ClosedRange<Int>
        /// How many statements.
        let statements: Int
    }

    let step: Step
    let bars: [Bar]
    /// How many bars there is room for, with those that have no statements.
    let places: Int

    /// Nil when no day is known.
    ///
    /// - Parameter counts: statements by day, in order of days.
    init?(_ counts: [DayCount]) {
        // (A damaged ledger may say anything.)
        let counts = counts.filter {
            $0.statements > 0 && (101...99_991_231).contains($0.day) && (1...12).contains($0.day / 100 % 100)
                && (1...31).contains($0.day % 100)
        }
        guard let first = counts.first?.day, let last = counts.last?.day else { return nil }
        let steps: [Step] = [.day, .week, .month, .year]
        step = steps.first { Self.place($0, last) - Self.place($0, first) < Self.most } ?? .year
        let start = Self.place(step, first)
        var bars: [Bar] = []
        for count in counts {
            let place = Self.place(step, count.day) - start
            if let bar = bars.last, bar.place == place {
                bars[bars.count - 1] = Bar(
                    place: place,
                    days: bar.days,
                    statements: bar.statements + count.statements
                )
            } else {
                let days = Self.days(step, count.day)
                bars.append(Bar(place: place, days: days, statements: count.statements))
            }
        }
        self.bars = bars
        places = Self.place(step, last) - start + 1
    }

    /// What a template shows.
    ///
    /// - Parameters:
    ///   - chosen: the days that are looked at.
    ///   - address: where a bar leads.
    /// - Returns: the chart and its table.
    func content(chosen: DayRange, address: (Bar) -> String) -> [String: Any] {
        let most = bars.map(\.statements).max() ?? 1
        let slot = min(Self.width / places, 60)
        let gap = slot > 8 ? 2 : 1
        let rows = bars.map { bar -> [String: Any] in
            let height = max(3, bar.statements * (Self.height - 2) / most)
            let isChosen = chosen.first == bar.days.lowerBound && chosen.last == bar.days.upperBound
            return [
                "x": bar.place * slot + gap, "width": slot - gap * 2 > 0 ? slot - gap * 2 : 1,
                "hitX": bar.place * slot, "hitWidth": slot,
                "y": Self.height - height, "height": height, "full": Self.height,
                "address": address(bar), "period": period(bar),
                "statements": PlainWords.grouped(bar.statements),
                "label": PlainWords.count(bar.statements, "statement", "statements") + " " + when(bar),
                "isChosen": isChosen,
            ]
        }
        return [
            "step": step.rawValue, "bars": rows, "chartWidth": max(slot * places, 1),
            "chartHeight": Self.height,
            "top": PlainWords.count(most, "statement", "statements"), "isOne": bars.count == 1,
            "start": period(bars[0]), "end": period(bars[bars.count - 1]),
        ]
    }

    /// Its days in words: `4 May 2026`, `week of 4 May 2026`, `May 2026`, `2026`.
    func period(_ bar: Bar) -> String {
        let day = PageWords.spelled(bar.days.lowerBound)
        return switch step {
        case .day: DayText.spelled(day)
        case .week: "week of \(DayText.spelled(day))"
        case .month: DayText.spelled(String(day.prefix(7)))
        case .year: String(day.prefix(4))
        }
    }

    private func when(_ bar: Bar) -> String {
        switch step {
        case .day: "on \(period(bar))"
        case .week: "in the \(period(bar))"
        case .month, .year: "in \(period(bar))"
        }
    }

    /// The days of a bar as a question asks for them.
    func said(_ bar: Bar) -> String {
        let (first, last) = (PageWords.spelled(bar.days.lowerBound), PageWords.spelled(bar.days.upperBound))
        return switch step {
        case .day: first
        case .week: "\(first)..\(last)"
        case .month: String(first.prefix(7))
        case .year: String(first.prefix(4))
        }
    }

    // MARK: Time

    private static func number(_ day: Int) -> Int {
        DayNumber.of(year: day / 10_000, month: day / 100 % 100, day: day % 100)
    }

    /// Weeks begin on Mondays; 1 January 1970 was a Thursday.
    private static func week(_ day: Int) -> Int { Int((Double(number(day) + 3) / 7).rounded(.down)) }

    private static func place(_ step: Step, _ day: Int) -> Int {
        switch step {
        case .day: number(day)
        case .week: week(day)
        case .month: day / 10_000 * 12 + day / 100 % 100
        case .year: day / 10_000
        }
    }

    private static func days(_ step: Step, _ day: Int) -> ClosedRange<Int> {
        func key(_ number: Int) -> Int {
            let date = DayNumber.date(of: number)
            return (date.year * 100 + date.month) * 100 + date.day
        }
        switch step {
        case .day: return day...day
        case .week:
            let monday = week(day) * 7 - 3
            return key(monday)...key(monday + 6)
        case .month:
            let (year, month) = (day / 10_000, day / 100 % 100)
            let next = month == 12 ? (year + 1, 1) : (year, month + 1)
            let end = key(DayNumber.of(year: next.0, month: next.1, day: 1) - 1)
            return (day / 100 * 100 + 1)...end
        case .year: return (day / 10_000 * 10_000 + 101)...(day / 10_000 * 10_000 + 1231)
        }
    }
}

/// A share as a bar in a table, beside its figure.
enum ShareBar {
    /// The bar's length of 1000.
    static func length(_ share: Double) -> Int { share > 0 ? Int(min(share, 1) * 1000 + 0.5) : 0 }
}
