import SaysoArticles

/// When an article came out: what "today" means in it.
struct ArticleClock: Sendable {
    /// Nil when the article does not say, or its datelines contradict each other.
    let day: Day?
    private let clock: StatedTime.Clock?

    /// Whether the time of day is known too.
    var hasTime: Bool { clock != nil }

    init(_ article: Article) {
        if let stated = article.published ?? article.modified, let year = stated.year {
            day = Day(year, stated.month, stated.day)
            clock = stated.clock
        } else {
            let days = article.paragraphs.compactMap(\.dateline?.day).compactMap { stated in
                stated.year.flatMap { Day($0, stated.month, stated.day) }
            }
            day = days.first.flatMap { first in days.allSatisfy { $0 == first } ? first : nil }
            clock = nil
        }
    }

    init(day: Day?, clock: StatedTime.Clock? = nil) {
        self.day = day
        self.clock = clock
    }

    /// A dateline's day, with the year nearest to the article's day when it is left out.
    func day(of stated: StatedTime) -> Day? {
        if let year = stated.year { return Day(year, stated.month, stated.day) }
        guard let day else { return nil }
        return (-1...1).compactMap { Day(day.year + $0, stated.month, stated.day) }
            .min { abs($0.number - day.number) < abs($1.number - day.number) }
    }

    /// So many seconds later than the article, or than its time of day on another day: to the minute; only the
    /// day when the article's time of day is not known.
    func value(after seconds: Int, from other: Day? = nil) -> String? {
        guard let day = other ?? day else { return nil }
        guard let clock else {
            return day.adding(days: seconds / 86_400).map { Period(.day, containing: $0).value }
        }
        let minutes = clock.hour * 60 + clock.minute + seconds / 60
        let days = minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440
        let rest = minutes - days * 1440
        let time = ClockTime(
            hour: rest / 60,
            minute: rest % 60,
            zone: clock.zone.map { .fixed($0) }
        )
        return day.adding(days: days).map { Period(.day, containing: $0).value + time.value(on: $0) }
    }
}
