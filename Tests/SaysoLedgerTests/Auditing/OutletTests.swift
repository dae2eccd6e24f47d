import SaysoLedger
import Testing

@Suite("Outlets, and stories beside each other")
struct OutletTests {
    private static let articles: [Revision] = {
        var second = Revision(
            marked: """
                Dam may not hold

                <Mara Osk> {said} ["The dam at Orrin  will hold all winter."]

                <Jon Tarrel> {warned} [that the village should pack].

                Nobody has looked at the old spillway since the storm.
                """,
            url: "https://fenpost.example/a",
            outlet: "Fenpost",
            published: "2025-03-02"
        )
        second.ownVoice = [second.text.count - 54..<second.text.count]
        second.ownVoiceShare = 0.5
        return [
            Revision(
                marked: """
                    Dam holds

                    <Mara Osk> {said} [“The dam at Orrin will hold all winter.”]

                    <a senior official> {said} [that nobody has looked at the old spillway since the storm].
                    """,
                url: "https://coastwire.example/a",
                outlet: "Coastwire",
                published: "2025-03-01"
            ),
            second,
            Revision(
                marked: "Bread\n\n<Jon Tarrel> {said} [“Bread is dear in Tamsin this year.”]",
                url: "https://gazette.example/a",
                outlet: "Gazette",
                published: "2025-03-09"
            ),
            Revision(
                marked: "Alone\n\n<Petra Lund> {said} [“Nobody prints me, so I print myself.”]",
                published: nil
            ),
        ]
    }()

    private static func with(_ work: (Ledger) throws -> Void) throws {
        try withLedger { ledger in
            try ledger.add(articles)
            try work(ledger)
        }
    }

    @Test("Outlets are listed by name, those with the most articles when there are too many")
    func list() throws {
        try Self.with { ledger in
            try ledger.add([
                Revision(
                    marked: "Rain\n\n<Jon Tarrel> {said} [“It rains again.”]",
                    url: "https://gazette.example/b",
                    outlet: "Gazette"
                )
            ])
            #expect(try ledger.outlets(limit: 9).map(\.name) == ["Coastwire", "Fenpost", "Gazette"])
            #expect(try ledger.outlets(limit: 9).map(\.articles) == [1, 1, 2])
            #expect(try ledger.outlets(limit: 1).map(\.name) == ["Gazette"])
        }
    }

    @Test("Who quotes somebody, how often, and when; earlier revisions do not count")
    func quoting() throws {
        try Self.with { ledger in
            let outlets = try ledger.outlets(quoting: "Jon Tarrel", limit: 9)
            #expect(outlets.map(\.name) == ["Fenpost", "Gazette"])
            #expect(outlets.map(\.first) == [20250302, 20250309])
            #expect(try ledger.outlets(quoting: "Petra Lund", limit: 9).map(\.name) == [nil])
            #expect(try ledger.outlets(quoting: "Petra Lund", limit: 9).map(\.first) == [nil])
            try ledger.add([
                Revision(
                    marked: "Bread\n\n<Petra Lund> {said} [“Bread is cheap.”]",
                    url: "https://gazette.example/a",
                    outlet: "Gazette"
                )
            ])
            #expect(try ledger.outlets(quoting: "Jon Tarrel", limit: 9).map(\.name) == ["Fenpost"])
        }
    }

    @Test("Each outlet is audited by itself, with the same figures as alone")
    func audit() throws {
        try Self.with { ledger in
            let outlets = try ledger.auditByOutlet(limit: 9)
            #expect(outlets.map(\.statements).reduce(0, +) == (try ledger.audit().statements))
            for outlet in outlets {
                guard let name = outlet.name else {
                    #expect(outlet.statements == 1)
                    continue
                }
                var scope = AuditScope()
                scope.outlets = [name]
                let alone = try ledger.audit(scope)
                #expect(outlet.unnamedShare == alone.unnamedShare)
                #expect(outlet.ownVoiceShare == alone.ownVoiceShare)
                #expect((outlet.articles, outlet.stories) == (alone.articles, alone.stories))
            }
            #expect(outlets.first { $0.name == "Coastwire" }?.unnamedShare == 0.5)
            #expect(try ledger.auditByOutlet(limit: 1).count == 1)
        }
    }

    @Test("Days of a search are counted: all of its answers and no others")
    func days() throws {
        try Self.with { ledger in
            for text in [
                "", "dam", "speaker:Tarrel", "dam speaker:Osk", "said:2025-03-01..2025-03-02", "nowhere",
            ] {
                var search = Search(try Question(text))
                (search.limit, search.order) = (100, .oldest)
                let hits = try ledger.search(search).hits
                let days = try ledger.days(of: search)
                #expect(days.map(\.statements).reduce(0, +) == hits.count, "\(text)")
                #expect(days.map(\.day) == days.map(\.day).sorted())
                #expect(
                    days.first?.day
                        == (hits.isEmpty ? nil : hits.contains { $0.day == nil } ? 0 : days.first?.day)
                )
            }
            #expect(try ledger.days(of: Search(Question("dam"))).map(\.day) == [20250301, 20250302])
        }
    }

    @Test(
        "A story has a row for each thing said, and for each outlet its own words, its own voice or nothing"
    )
    func story() throws {
        try Self.with { ledger in
            let story = try ledger.story(["Coastwire", "Fenpost", "Gazette"])
            #expect(story.sides.map(\.statements) == [2, 2, 1])
            #expect(story.rows.map(\.outlets) == [2, 2, 1, 1])
            let quotation = try #require(story.rows.first { $0.speakers == ["Mara Osk"] })
            #expect(quotation.words.map { $0?.statement != nil } == [true, true, false])
            let spillway = try #require(story.rows.first { $0.speakers == ["a senior official"] })
            #expect(spillway.words[0]?.statement != nil)
            #expect(spillway.words[1]?.text.hasPrefix("Nobody has looked") == true)
            #expect(spillway.words[1]?.statement == nil)
            #expect(spillway.words[2] == nil)
            #expect(try ledger.story(["Coastwire", "Fenpost"], about: "spill").rows.count == 1)
            #expect(try ledger.story(["Coastwire", "Fenpost"], about: "osk dam").rows.count == 1)
            // Two are compared as `compare` compares them.
            let pair = try ledger.story(["Coastwire", "Fenpost"])
            #expect(pair.rows.count == (try ledger.compare("Coastwire", "Fenpost").items.count))
            #expect(throws: LedgerError.self) { try ledger.story(["Coastwire", "coastwire.example"]) }
        }
    }

    @Test("A story begins with an article's own outlet, and those that have quotations of it")
    func start() throws {
        try Self.with { ledger in
            let hit = try #require(try ledger.search(Search(Question("outlet:Fenpost"))).hits.first)
            let start = try ledger.storyStart(of: hit.id.revision)
            #expect(start.outlets == ["Fenpost", "Coastwire"])
            #expect(start.days == DayRange(first: 20250301, last: 20250302))
            let alone = try #require(try ledger.search(Search(Question("speaker:Lund"))).hits.first)
            #expect(try ledger.storyStart(of: alone.id.revision).outlets == [])
        }
    }
}
