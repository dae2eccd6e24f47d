import HTTPTypes
import HummingbirdTesting
import NIOCore
import SaysoLedger
import SaysoStatements
import Testing

@testable import SaysoServer

@Suite("Pages about people")
struct PeoplePagesTests {
    private static let articles = [
        Revision(
            "a",
            day: "2026-05-04",
            [
                .init(
                    "Mara Osk",
                    "harbour minister of Orrin",
                    "“The quay at Tamsin will stay open all summer.”"
                ),
                .init("Jon Tarrel", "mayor of Tamsin", "“The repairs cost too much.”"),
            ]
        ),
        Revision(
            "b",
            outlet: "Fenpost",
            day: "2026-05-06",
            [
                .init(
                    "Mara Osk",
                    "harbour minister of Orrin",
                    "“The quay at Tamsin will stay open until June.”"
                )
            ]
        ),
        Revision(
            "c",
            day: "2026-06-01",
            [
                .init("Mara Osk", "harbour minister of Orrin", "“Nobody asked me about the dam.”"),
                .init("an official", nil, "“We do not know yet.”", kind: .unnamed),
                .init("Tamsin Council", nil, "“The bill is paid.”", kind: .organisation),
            ]
        ),
    ]

    static func check(_ page: String, _ what: Comment? = nil) {
        #expect(PageCheck(page).problems == [], what)
    }

    @Test("People are listed with what they said where and when, by name and by kind")
    func list() async throws {
        let ledger = try InventedLedger(Self.articles)
        let all = try await ledger.page("/speakers")
        Self.check(all)
        let mara = try ledger.id("Mara Osk")
        #expect(all.contains("<a href=\"/speakers/\(mara)\">Mara Osk</a>"))
        for words in [
            "harbour minister of Orrin", "Coastwire, Fenpost", "4 May 2026", "1 June 2026", "Tamsin Council",
            "3 speakers",
        ] { #expect(all.contains(words), "\(words)") }
        #expect(!all.contains(">an official<"))
        let named = try await ledger.page("/speakers?q=os&kind=")
        #expect(named.contains("Mara Osk") && !named.contains("Jon Tarrel"))
        #expect(named.contains("value=\"os\""))
        #expect(try await ledger.page("/speakers?kind=unnamed").contains(">an official</a>"))
        #expect(try await ledger.page("/speakers?kind=organisation").contains("1 match"))
        #expect(
            try await ledger.page("/speakers?q=nobody+else").contains("Nobody in this ledger is called that")
        )
        #expect(try await ledger.page("/speakers?page=7").contains("shorter than that"))
        for wrong in ["page=0", "kind=robot", "colour=red"] {
            _ = try await ledger.page("/speakers?\(wrong)", status: 400)
        }
    }

    @Test("A ledger that quotes nobody says how to add articles")
    func empty() async throws {
        let ledger = try InventedLedger([])
        #expect(try await ledger.page("/speakers").contains("href=\"/add\""))
        _ = try await ledger.page("/speakers/p1", status: 404)
    }

    @Test("Ten thousand people are turned page by page, and each stands on just one")
    func many() async throws {
        let letters = Array("abcdefghij")
        let said = (10_000..<20_000).map { number in
            let name = String("\(number)".map { letters[$0.wholeNumberValue!] })
            return Revision.Said("Ada No\(name)", nil, "“I am number \(number).”")
        }
        let ledger = try InventedLedger(
            stride(from: 0, to: 10_000, by: 1000).map { Revision("a\($0)", Array(said[$0..<$0 + 1000])) }
        )
        #expect(try ledger.read { try $0.speakerCount() } == 10_000)
        var (address, seen, pages): (String?, Set<String>, Int) = ("/speakers?page=99", [], 0)
        while let next = address, pages < 4 {
            let page = try await ledger.page(next)
            #expect(page.utf8.count < 50_000)
            let rows = page.matches(of: /href="\/speakers\/(p\d+)"/).map { String($0.1) }
            #expect(seen.isDisjoint(with: rows))
            seen.formUnion(rows)
            pages += 1
            address = page.firstMatch(of: /rel="next" href="([^"]*)"/).map {
                String($0.1).replacing("&amp;", with: "&")
            }
        }
        #expect(seen.count == 200)
        let found = try await ledger.page("/speakers?q=ada+nobaaab")
        #expect(found.contains("Ada Nobaaab") && found.contains("1 speaker,"))
    }

    @Test("A person's page has a bar and a row of a table for each day, which lead to what was said then")
    func timeline() async throws {
        let ledger = try InventedLedger(Self.articles)
        let id = try ledger.id("Mara Osk")
        let page = try await ledger.page("/speakers/\(id)")
        Self.check(page)
        #expect(page.matches(of: /<a class="bar/).count == 3)
        #expect(page.contains("aria-label=\"1 statement on 4 May 2026\""))
        #expect(
            page.contains(
                "<tr><th scope=\"row\"><a href=\"/speakers/\(id)?said=2026-05-04#statements\">4 May 2026"
            )
        )
        for words in [
            "harbour minister of Orrin", "Fenpost", "/feeds/search.atom?speaker=\(id)",
            "/api/v1/export/csv?speaker=\(id)", "/settle?speaker=\(id)",
        ] {
            #expect(page.contains(words), "\(words)")
        }
        let day = try await ledger.page("/speakers/\(id)?said=2026-05-04")
        #expect(day.contains("stay open all summer") && !day.contains("until June"))
        #expect(day.contains("Only 4 May 2026"))
        #expect(day.contains("class=\"bar chosen\""))
    }

    @Test("On a topic, words come in the order of days, with what changed between near wordings")
    func topic() async throws {
        let ledger = try InventedLedger(Self.articles)
        let page = try await ledger.page("/speakers/\(try ledger.id("Mara Osk"))?q=quay&said=")
        Self.check(page)
        #expect(!page.contains("Nobody asked me"))
        #expect(page.contains("<del><span class=\"vh\">removed: </span>all summer.”</del>"))
        #expect(page.contains("<ins><span class=\"vh\">added: </span>until June.”</ins>"))
        let first = try #require(page.firstRange(of: "all summer")?.lowerBound)
        let second = try #require(page.firstRange(of: "until June")?.lowerBound)
        #expect(first < second)
        #expect(page.matches(of: /<a class="bar/).count == 2)
        let nothing = try await ledger.page("/speakers/\(try ledger.id("Mara Osk"))?q=spillway")
        #expect(nothing.contains("Nothing they said answers that"))
    }

    @Test(
        "A question that makes no sense is told beside its field, and not lost",
        arguments: [
            ("q=(", "value=\"(\""), ("said=yesterday", "2025-03-03"),
            ("said=2026-05-09..2026-05-01", "2025-03-03"),
            ("cursor=x", "cursor"),
        ]
    )
    func wrong(query: String, words: String) async throws {
        let ledger = try InventedLedger(Self.articles)
        let page = try await ledger.page("/speakers/\(try ledger.id("Mara Osk"))?\(query)", status: 400)
        #expect(page.contains("role=\"alert\""))
        #expect(page.contains(words))
        #expect(page.contains("<h1>Mara Osk</h1>"))
    }

    @Test("Who is not known, who has one statement on no known day, and who was merged")
    func odd() async throws {
        let ledger = try InventedLedger([
            Revision("a", outlet: nil, day: nil, [.init("Petra Lund", nil, "“Nobody asked the fishers.”")]),
            Revision("b", [.init("Jon Tarrel", "baker", "“Bread is dear.”")]),
        ])
        let petra = try ledger.id("Petra Lund")
        let page = try await ledger.page("/speakers/\(petra)")
        Self.check(page)
        #expect(page.contains("Nobody asked the fishers"))
        #expect(page.contains("No known day") && !page.contains("<svg class=\"chart\""))
        _ = try await ledger.page("/speakers/p999", status: 404)
        _ = try await ledger.page("/speakers/mara", status: 400)
        let jon = try ledger.id("Jon Tarrel")
        let writer = try Ledger(ledger.path)
        try writer.merge([petra, jon], author: "ida")
        try writer.close()
        try await ledger.server().application.test(.router) { client in
            let answer = try await client.execute(uri: "/speakers/\(jon)?q=bread", method: .get)
            #expect(answer.status == .temporaryRedirect)
            #expect(answer.headers[.location] == "/speakers/\(petra)?q=bread")
        }
    }

    @Test("Hostile names, roles, words, outlets and links stay words")
    func hostile() async throws {
        let evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{q}}"
        let ledger = try InventedLedger([
            Revision(
                "a",
                outlet: "Out \(evil)",
                headline: "Head \(evil)",
                [
                    .init("Mara \(evil)", "role \(evil)", "“Words \(evil)”"),
                    .init(String(repeating: "Long", count: 5000), nil, "“Short.”"),
                    .init("Mara \u{202E}Osk", nil, "“Turned.”"),
                ]
            )
        ])
        let speakers = try ledger.read { try $0.speakers() }
        for address in [
            "/speakers?q=\(Query.encoded(evil))", "/speakers", "/settle", "/audit",
            "/stories?outlet=\(Query.encoded(evil))",
        ]
            + speakers.flatMap({
                [
                    "/speakers/\($0.id)", "/settle?speaker=\($0.id)",
                    "/speakers/\($0.id)?q=\(Query.encoded("\"words\""))",
                ]
            })
        {
            let page = try await ledger.server().application.test(.router) { client in
                try await client.execute(uri: address, method: .get, headers: [.accept: "text/html"]).text
            }
            #expect(!page.contains("<script>") && !page.contains("<img"), "\(address)")
            #expect(!page.contains("\"'>"), "\(address)")
        }
    }
}
