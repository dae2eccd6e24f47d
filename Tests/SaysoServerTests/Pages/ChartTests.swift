import SaysoLedger
import Testing

@testable import SaysoServer

@Suite("Charts over time")
struct ChartTests {
    private static func chart(_ days: [Int]) -> TimelineChart? {
        TimelineChart(days.map { DayCount(day: $0, statements: 2) })
    }

    @Test(
        "Bars stand for as short a time as fits, and hold all statements",
        arguments: [
            ([20260504], "day", 1), ([20260101, 20260429], "day", 2),
            ([20260101, 20260105, 20260501], "week", 3),
            ([20200115, 20200116, 20251231], "month", 2), ([17991231, 20260101], "year", 2),
        ]
    )
    func steps(days: [Int], step: String, bars: Int) throws {
        let chart = try #require(Self.chart(days))
        #expect(chart.step.rawValue == step)
        #expect(chart.bars.count == bars)
        #expect(chart.bars.reduce(0) { $0 + $1.statements } == days.count * 2)
        #expect(chart.step == .year || chart.places <= TimelineChart.most)
        for bar in chart.bars {
            #expect(days.contains { bar.days.contains($0) })
            #expect(
                DayRange(chart.said(bar)) == DayRange(first: bar.days.lowerBound, last: bar.days.upperBound)
            )
        }
    }

    @Test("Weeks begin on Mondays, also before 1970 and over the turn of a year")
    func weeks() throws {
        let chart = try #require(Self.chart([19691229, 19700104, 19700105, 19700801]))
        #expect(chart.bars.map(\.days) == [19691229...19700104, 19700105...19700111, 19700727...19700802])
        #expect(chart.period(chart.bars[0]) == "week of 29 December 1969")
    }

    @Test("Days that nobody knows have no bar")
    func unknown() {
        #expect(Self.chart([]) == nil)
        #expect(Self.chart([0]) == nil)
        #expect(Self.chart([0, 20260504])?.bars.count == 1)
    }

    @Test("The highest bar fills the chart, and the lowest can be seen")
    func heights() throws {
        let chart = try #require(
            TimelineChart([
                DayCount(day: 20260504, statements: 100_000), DayCount(day: 20260506, statements: 1),
            ])
        )
        let content = chart.content(chosen: DayRange(first: 20260506, last: 20260506)) { chart.said($0) }
        let bars = try #require(content["bars"] as? [[String: Any]])
        #expect(
            bars.map { $0["label"] as? String } == [
                "100,000 statements on 4 May 2026", "1 statement on 6 May 2026",
            ]
        )
        let heights = bars.compactMap { $0["height"] as? Int }
        let full = try #require(content["chartHeight"] as? Int)
        #expect(heights[0] <= full && heights[0] > full - 5)
        #expect(heights[1] >= 2)
        #expect(bars.map { $0["isChosen"] as? Bool } == [false, true])
        let ends = bars.compactMap { ($0["hitX"] as? Int).map { $0 + (bars[0]["hitWidth"] as? Int ?? 0) } }
        let width = try #require(content["chartWidth"] as? Int)
        #expect(ends.allSatisfy { $0 <= width })
    }
}
