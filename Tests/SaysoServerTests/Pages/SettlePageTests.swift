import HTTPTypes
import HummingbirdTesting
import NIOCore
import SaysoLedger
import Testing

@testable import SaysoServer

@Suite("Settling who is who")
struct SettlePageTests {
    private static let articles = [
        Revision("a", [.init("Mara Osk", "mayor of Orrin", "“The quay will stay open.”")]),
        Revision("b", outlet: "Fenpost", [.init("Mara Osk", "judge at Tamsin", "“The case is closed.”")]),
        Revision(
            "c",
            outlet: "Fenpost",
            [
                .init("Mara Osk", "mayor of Orrin", "“The dam holds.”"),
                .init("Jon Tarrel", "baker", "“Bread is dear.”"),
            ]
        ),
        Revision("d", [.init("Lena Osk", "mayor of Orrin", "“Nobody asked me.”")]),
    ]

    /// Who says what, by name and role: what merging and undoing must lead back to.
    private static func state(_ ledger: InventedLedger) throws -> [String] {
        try ledger.read { ledger in
            try ledger.speakers().map { speaker in
                let said = try ledger.timeline(of: "\(speaker.id)").hits.map { "\($0.id)" }
                return "\(speaker.id) \(speaker.name) \(speaker.role ?? "") \(speaker.link ?? "") \(said)"
            }.sorted()
        }
    }

    private static func with(
        _ work: @Sendable (InventedLedger, inout Visitor) async throws -> Void
    ) async throws {
        let ledger = try InventedLedger(articles)
        try await ledger.server().application.test(.router) { client in
            var visitor = Visitor(client)
            try await work(ledger, &visitor)
        }
    }

    /// Sends a form that is right, and gives the page that says what was done.
    private static func settle(_ visitor: inout Visitor, _ fields: [(String, String)]) async throws -> String
    {
        let answer = try await visitor.post("/settle", fields)
        #expect(answer.status == .seeOther, "\(answer.plain)")
        return try await visitor.get(try #require(answer.headers[.location])).plain
    }

    @Test("A doubt shows both sides with reason and words; the same: one, and undone: two again")
    func merge() async throws {
        try await Self.with { ledger, visitor in
            let page = try await visitor.get("/settle").plain
            PeoplePagesTests.check(page)
            for words in [
                "the same name, other roles", "judge at Tamsin", "The case is closed", "The dam holds",
            ] {
                #expect(page.contains(words), "\(words)")
            }
            let one = try #require(page.firstMatch(of: /name="one" value="(p\d+)"/)?.1)
            let other = try #require(page.firstMatch(of: /name="other" value="(p\d+)"/)?.1)
            let before = try Self.state(ledger)
            let done = try await Self.settle(
                &visitor,
                [("one", String(one)), ("other", String(other)), ("action", "merge")]
            )
            #expect(done.contains("<strong>Made one</strong>: \(other) (Mara Osk) into \(one) (Mara Osk)"))
            #expect(done.contains("no doubt about anybody") && done.contains("ida"))
            #expect(try Self.state(ledger) != before)
            let number = try #require(done.firstMatch(of: /name="decision" value="(\d+)"/)?.1)
            let undone = try await Self.settle(&visitor, [("decision", String(number)), ("action", "undo")])
            #expect(undone.contains("<strong>Undone</strong>"))
            #expect(try Self.state(ledger) == before)
            let again = try await visitor.post("/settle", [("decision", String(number)), ("action", "undo")])
            #expect(again.status == .badRequest)
            #expect(again.plain.contains("undone already"))
        }
    }

    @Test("Not the same: the doubt is gone, also when articles come, until it is undone")
    func apart() async throws {
        try await Self.with { ledger, visitor in
            let page = try await visitor.get("/settle").plain
            let ids = ["one", "other"].map { name in
                page.firstMatch(of: try! Regex("name=\"\(name)\" value=\"(p[0-9]+)\"")).map {
                    String($0.output[1].substring!)
                } ?? ""
            }
            let before = try Self.state(ledger)
            let done = try await Self.settle(
                &visitor,
                [("one", ids[0]), ("other", ids[1]), ("action", "apart")]
            )
            #expect(done.contains("<strong>Kept apart</strong>"))
            #expect(done.contains("no doubt about anybody"))
            #expect(try Self.state(ledger) == before)
            let writer = try Ledger(ledger.path)
            _ = try writer.add([Revision("e", [.init("Mara Osk", "mayor of Orrin", "“It rains.”")])])
            try writer.close()
            #expect(try ledger.read { try $0.speakerDoubtCount() } == 0)
            _ = try await Self.settle(&visitor, [("decision", "1"), ("action", "undo")])
            #expect(try ledger.read { try $0.speakerDoubtCount() } == 1)
        }
    }

    @Test("Renamed, linked and split off from the speaker's own page")
    func speaker() async throws {
        try await Self.with { ledger, visitor in
            let all = try ledger.read { try $0.speakers(named: "mara osk") }
            let mara = try #require(all.first { $0.role == "mayor of Orrin" }).id
            let page = try await visitor.get("/settle?speaker=\(mara)").plain
            PeoplePagesTests.check(page)
            #expect(page.contains("Lena Osk") && page.contains("The dam holds"))
            let renamed = try await Self.settle(
                &visitor,
                [("speaker", "\(mara)"), ("name", "Mara  Osk the elder"), ("action", "rename")]
            )
            #expect(renamed.contains("<strong>Renamed</strong>"))
            _ = try await Self.settle(
                &visitor,
                [("speaker", "\(mara)"), ("address", "Q42"), ("action", "link")]
            )
            let person = try await visitor.get("/speakers/\(mara)").plain
            #expect(person.contains("<h1>Mara Osk the elder</h1>"))
            #expect(person.contains("href=\"https://www.wikidata.org/wiki/Q42\" rel=\"noreferrer"))
            let hit = try ledger.read { try $0.timeline(of: "\(mara)").hits[0].id }
            let split = try await Self.settle(
                &visitor,
                [
                    ("speaker", "\(mara)"), ("statement", "\(hit)"), ("name", "Another Osk"),
                    ("action", "split"),
                ]
            )
            #expect(split.contains("<strong>Split off</strong>: \(hit)"))
            #expect(try ledger.read { try $0.timeline(of: "Another Osk").hits.map(\.id) } == [hit])
            // An earlier decision about the same speaker waits for the later ones.
            #expect(split.contains("Undo no. 3 first"))
            let early = try await visitor.post("/settle", [("decision", "1"), ("action", "undo")])
            #expect(early.status == .badRequest && early.plain.contains("undo it first"))
        }
    }

    @Test("Without the page's token, or with another's, nothing is done")
    func tokens() async throws {
        try await Self.with { ledger, visitor in
            let id = try ledger.id("Jon Tarrel")
            let fields = [("speaker", id), ("name", "Changed"), ("action", "rename")]
            let before = try Self.state(ledger)
            #expect(try await visitor.post("/settle", fields, withToken: false).status == .forbidden)
            _ = try await visitor.get("/settle")
            #expect(try await visitor.post("/settle", fields, withToken: false).status == .forbidden)
            #expect(try await visitor.post("/settle", fields, token: "AAAA").status == .forbidden)
            var other = Visitor(visitor.client)
            _ = try await other.get("/settle")
            #expect(try await visitor.post("/settle", fields, token: other.token).status == .forbidden)
            #expect(try Self.state(ledger) == before)
            #expect(try ledger.read { try $0.decisions().isEmpty })
        }
    }

    @Test(
        "What makes no sense changes nothing, says what to do, and keeps what was typed",
        arguments: [
            ([("action", "merge"), ("other", "Nobody Known")], "no such speaker", 404),
            ([("action", "merge"), ("other", "Mara Osk")], "several speakers", 400),
            ([("action", "merge")], "say who the other one is", 400),
            ([("action", "rename")], "write the new name", 400),
            ([("action", "rename"), ("name", "p7")], "looks like a speaker", 400),
            ([("action", "rename"), ("name", String(repeating: "x", count: 600))], "at most 500", 400),
            ([("action", "link"), ("address", "javascript:alert(1)")], "nor an address", 400),
            ([("action", "split")], "choose the statements", 400),
            ([("action", "split"), ("statement", "zzz")], "is no statement", 400),
            ([("action", "split"), ("statement", "0123456789abcdef.1")], "no statement of", 400),
            ([("action", "shout")], "not known here", 400),
            ([("action", "rename"), ("name", "A"), ("extra", "1")], "extra", 400),
        ] as [([(String, String)], String, Int)]
    )
    func wrong(fields: [(String, String)], words: String, status: Int) async throws {
        try await Self.with { ledger, visitor in
            let id = try ledger.id("Jon Tarrel")
            _ = try await visitor.get("/settle?speaker=\(id)")
            let answer = try await visitor.post("/settle", [("speaker", id)] + fields)
            #expect(answer.status.code == status)
            #expect(
                answer.plain.contains("role=\"alert\"") && answer.plain.contains(words),
                "\(answer.plain)"
            )
            if let other = fields.first(where: { $0.0 == "other" }) {
                #expect(answer.plain.contains("value=\"\(other.1)\""))
            }
            #expect(!answer.plain.contains("href=\"javascript"))
            #expect(try ledger.read { try $0.decisions().isEmpty })
        }
    }

    @Test("A speaker who is not there is not settled")
    func missing() async throws {
        try await Self.with { _, visitor in
            #expect(try await visitor.get("/settle?speaker=p99").status == .notFound)
            let late = try await visitor.get("/settle?page=9")
            #expect(late.plain.contains("fewer doubts than that"))
            #expect(try await visitor.get("/settle?page=x").status == .badRequest)
        }
    }
}
