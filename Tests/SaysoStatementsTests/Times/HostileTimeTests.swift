import SaysoArticles
import Testing
import TestSupport

@testable import SaysoStatements

@Suite("Times in hostile input")
struct HostileTimeTests {
    private static let pieces = [
        "Monday", "Sat", "May", "march", "31", "2025", "26th", "4pm", "1990s", "'98", "-", "–", "/", ".", ":",
        ",", "(",
        "the", "last", "next", "early", "end", "of", "from", "to", "between", "and", "a", "half", "past",
        "days", "week",
        "ago", "later", "in", "at", "noon", "GMT", "+03:00", "twenty", "first", "quarter", "Christmas",
        "99999999",
        "0000", "00", "every", "morning", "p.m.", "two", "hundred", "thousand", "😀", "é\u{301}", "\u{202E}",
    ]

    @Test("Every expression is a range of the text at character boundaries, in order", arguments: 0..<300)
    func fuzz(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var text = ""
        for _ in 0..<Int.random(in: 1...80, using: &random) {
            text += random.oneIn(6) ? RandomText.jumble(2, using: &random) : random.pick(Self.pieces)
            text += random.pick([" ", " ", " ", "", "\n", ". "])
        }
        let article = Article(text: text)
        for day in ["2025-04-26", "0001-01-01", "9999-12-31", nil] {
            let times = Prose(article).timeExpressions(clock(day))
            for time in times {
                #expect(!time.range.isEmpty && time.range.upperBound <= article.text.count)
                #expect(String(validating: article.text.utf8[time.range], as: UTF8.self) != nil)
                #expect(time.value?.isEmpty != true)
            }
            for (left, right) in zip(times, times.dropFirst()) {
                #expect(left.range.upperBound <= right.range.lowerBound)
            }
        }
    }

    @Test(
        "Ten thousand dates in a line take twice as long as five thousand",
        .timeLimit(.minutes(10)),
        arguments: [
            "on %d April, ", "%d-1-", "from %d to ", "the end of early %d ", "26.04.%d, ", "Monday %d - ",
        ]
    )
    func linear(unit: String) {
        func duration(_ count: Int) -> Double {
            let parts = unit.split(separator: "%d", omittingEmptySubsequences: false)
            let text = (0..<count).map { "\(parts[0])\($0)\(parts[1])" }.joined()
            let prose = Prose(Article(text: text))
            return processorTime { _ = prose.timeExpressions(clock("2025-04-26")) }
        }
        _ = duration(1000)
        let (short, long) = (duration(5000), duration(10_000))
        #expect(long < short * 5 + 0.05)
    }

    @Test(
        "Numbers out of all bounds mean nothing",
        arguments: [
            "It was 999999 years ago.", "In 999999 centuries it will end.", "The past 999999 decades.",
            "On 99.99.9999 at 99:99.", "In the 99th century.", "Every 999999 years.",
            "In 999999 business days it will be.",
        ]
    )
    func bounds(text: String) {
        for time in times(text, on: "2025-04-26") { #expect(!time.contains("-9") && !time.contains("2025-")) }
    }
}

@Suite("The calendar")
struct CalendarTests {
    @Test("Days and dates are each other's inverse, weekdays follow each other")
    func days() throws {
        let first = try #require(Day(1, 1, 1))
        let last = try #require(Day(9999, 12, 31))
        #expect(last.number - first.number == 3_652_058)
        var weekday = first.weekday
        #expect(weekday == 1)
        for number in stride(from: first.number, through: last.number, by: 1) {
            let day = Day(number: number)
            let (year, month, dayOfMonth) = day.date
            guard Day(year, month, dayOfMonth) == day, day.weekday == weekday else {
                Issue.record("\(year)-\(month)-\(dayOfMonth)")
                return
            }
            weekday = weekday % 7 + 1
        }
    }

    @Test(
        "Weeks belong to the year of their Thursday",
        arguments: [
            ((2021, 1, 3), "2020-W53"), ((2021, 1, 4), "2021-W01"), ((2025, 4, 26), "2025-W17"),
            ((2024, 12, 30), "2025-W01"), ((2017, 1, 1), "2016-W52"),
        ]
    )
    func weeks(date: (Int, Int, Int), expected: String) throws {
        let day = try #require(Day(date.0, date.1, date.2))
        #expect(Period(.week, containing: day).value == expected)
    }

    @Test("Easter", arguments: [(1961, 4, 2), (2000, 4, 23), (2018, 4, 1), (2025, 4, 20), (2038, 4, 25)])
    func easter(year: Int, month: Int, day: Int) {
        #expect(Day.easter(year) == Day(year, month, day))
    }

    @Test("A month after the 31st is the next month's last day")
    func months() throws {
        #expect(try #require(Day(2024, 1, 31)).adding(months: 1) == Day(2024, 2, 29))
        #expect(try #require(Day(2024, 3, 31)).adding(months: -13) == Day(2023, 2, 28))
        #expect(try #require(Day(1, 1, 1)).adding(days: -1) == nil)
    }
}
