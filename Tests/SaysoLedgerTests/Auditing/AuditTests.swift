import GRDB
import SaysoLedger
import Testing

@Suite("Audits of sources")
struct AuditTests {
    private static let articles: [Revision] = [
        Revision(
            marked: """
                Dam holds

                <Mara Osk> {said} [“The dam at Orrin will hold all winter.”]

                <a senior official> {said} [that nobody had looked at the spillway].
                """,
            url: "https://coastwire.example/a",
            outlet: "Coastwire",
            published: "2025-03-01"
        ),
        Revision(
            marked: """
                Dam may not hold

                <Mara Osk> {said} ["The dam at Orrin will hold  all winter."]

                <Jon Tarrel> {warned} [that the village should pack].

                Nobody had looked at the spillway.
                """,
            url: "https://fenpost.example/a",
            outlet: "Fenpost",
            published: "2025-03-02"
        ),
    ]

    private static func with(_ work: (Ledger) throws -> Void) throws {
        try withLedger { ledger in
            var articles = articles
            let own = Array("Nobody had looked at the spillway.".utf8)
            let start = articles[1].text.count - own.count
            articles[1].ownVoice = [start..<articles[1].text.count]
            articles[1].ownVoiceShare = 0.5
            try ledger.add(articles)
            try work(ledger)
        }
    }

    @Test("Statements are counted by source, form and kind")
    func counts() throws {
        try Self.with { ledger in
            let audit = try ledger.audit()
            #expect(audit.articles == 2)
            #expect(audit.statements == 4)
            #expect(audit.sources.map(\.name) == ["person", "unnamed"])
            #expect(audit.sources.map(\.statements) == [3, 1])
            #expect(audit.forms.map(\.statements) == [2, 2])
            #expect(audit.unnamedShare == 0.25)
            #expect(audit.ownVoiceShare == 0.25)
            #expect(audit.quoted.map(\.name) == ["Mara Osk", "Jon Tarrel"])
            #expect(audit.quoted.map(\.stories) == [2, 1])
        }
    }

    @Test("Copies of one story count once")
    func stories() throws {
        try Self.with { ledger in
            try ledger.write {
                try $0.execute(sql: "INSERT INTO story (id) VALUES (1); UPDATE article SET story_id = 1")
            }
            let audit = try ledger.audit()
            #expect(audit.stories == 1)
            #expect(audit.articles == 2)
            #expect(audit.quoted.first?.stories == 1)
            #expect(audit.quoted.first?.articles == 2)
        }
    }

    @Test(
        "Filters",
        arguments: [
            (["Coastwire"], "", nil, 2), (["coastwire.example"], "", nil, 2), ([], "2025-03-02..", nil, 2),
            ([], "2025-03-03..", nil, 0), ([], "", "Mara Osk", 2), (["FENPOST", "Coastwire"], "", nil, 4),
        ] as [([String], String, String?, Int)]
    )
    func filters(outlets: [String], days: String, speaker: String?, count: Int) throws {
        try Self.with { ledger in
            var scope = AuditScope()
            (scope.outlets, scope.speaker) = (outlets, speaker)
            if let days = DayRange(days) { scope.published = days }
            let audit = try ledger.audit(scope)
            #expect(audit.statements == count)
        }
    }

    @Test("What two outlets have, and left out")
    func compare() throws {
        try Self.with { ledger in
            let comparison = try ledger.compare("Coastwire", "fenpost.example")
            #expect(comparison.items.map(\.result) == [.both, .secondOwnVoice, .second])
            try #require(comparison.items.count == 3)
            #expect(comparison.items[1].second?.text == "Nobody had looked at the spillway.")
            #expect(comparison.items[2].speakers == ["Jon Tarrel"])
            #expect(comparison.second.ownVoiceShare == 0.5)
            let shared = try ledger.compare("Coastwire", "Fenpost", sharedOnly: true)
            #expect(shared.items.map(\.result) == [.both, .secondOwnVoice])
        }
    }

    @Test("What cannot be compared is refused")
    func refused() throws {
        try Self.with { ledger in
            #expect(throws: LedgerError.self) { _ = try ledger.compare("Coastwire", "coastwire") }
            #expect(throws: LedgerError.self) { _ = try ledger.compare("Coastwire", "Nobody's Herald") }
            var scope = AuditScope()
            scope.outlets = ["Nobody's Herald"]
            #expect(throws: LedgerError.self) { _ = try ledger.audit(scope) }
        }
    }
}
