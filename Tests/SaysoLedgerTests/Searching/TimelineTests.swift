import SaysoLedger
import Testing

@Suite("Timelines")
struct TimelineTests {
    private static let press =
        SearchTests.press + [
            Revision(
                marked: "Osk of the mill\n\n<Ada Osk> {said} [“The mill turns.”]",
                url: "https://coastwire.example/mill"
            )
        ]

    @Test("One speaker's statements in the order of days, with counts")
    func timeline() throws {
        try withLedger { ledger in
            try ledger.add(Self.press)
            let timeline = try ledger.timeline(of: "Mara Osk")
            #expect(timeline.hits.map(\.day) == ["2025-03-03", "2025-04-10"])
            let about = try ledger.timeline(of: "\(timeline.speaker)", Search(try Question("ferry")))
            #expect(about.hits.map(\.day) == ["2025-04-10"])
            let counts = try ledger.counts(of: "Mara Osk", by: .month)
            #expect(counts.map(\.period) == ["2025-03", "2025-04"])
            #expect(counts.map(\.statements) == [1, 1])
            let years = try ledger.counts(of: "Mara Osk", by: .year, days: DayRange("2025-04")!)
            #expect(years.map(\.period) == ["2025"])
        }
    }

    @Test("A name that several have is answered with all of them")
    func ambiguous() throws {
        try withLedger { ledger in
            try ledger.add(Self.press)
            #expect {
                try ledger.timeline(of: "Osk")
            } throws: { error in
                let error = error as? LedgerError
                return error?.code == .invalid && error?.message.contains("Ada Osk") == true
                    && error?.message.contains("Mara Osk, harbour minister (2)") == true
            }
            #expect { try ledger.timeline(of: "p999") } throws: { ($0 as? LedgerError)?.code == .notFound }
        }
    }
}
