import HTTPTypes
import HummingbirdTesting
import NIOCore
import SaysoLedger
import SaysoStatements
import Testing

@testable import SaysoServer

@Suite("Pages about outlets: the audit, and stories")
struct OutletPagesTests {
    private static let articles = [
        Revision(
            "a",
            day: "2026-05-04",
            [
                .init(
                    "Mara Osk",
                    "mayor of Orrin",
                    "“The quay at Tamsin will stay open for every boat that comes.”"
                ),
                .init(
                    "an official",
                    nil,
                    "“Nobody has looked at the spillway of the dam this year.”",
                    kind: .unnamed
                ),
            ]
        ),
        Revision(
            "b",
            outlet: "Fenpost",
            day: "2026-05-05",
            ownVoice: "Nobody has looked at the spillway of the dam this year.",
            [
                .init(
                    "Mara Osk",
                    "mayor of Orrin",
                    "“The quay at Tamsin will stay open for every boat which comes.”"
                )
            ]
        ),
        Revision(
            "c",
            outlet: "Orrin Gazette",
            day: "2026-05-20",
            [
                .init("Jon Tarrel", "baker", "“Bread is dear in Tamsin.”")
            ]
        ),
    ]

    @Test("The audit counts sources, names the most quoted, and tells outlets apart")
    func audit() async throws {
        let ledger = try InventedLedger(Self.articles)
        let page = try await ledger.page("/audit")
        PeoplePagesTests.check(page)
        for words in [
            "<dd>3</dd>", "<dd>4</dd>", "People with a name", "75%", "Nobody named", "25%", "Most quoted",
            "/speakers/\(try ledger.id("Mara Osk"))", "Orrin Gazette",
            "href=\"/audit?outlet=Orrin%20Gazette\"",
        ] { #expect(page.contains(words), "\(words)") }
        let one = try await ledger.page("/audit?outlet=Coastwire&since=&until=")
        #expect(one.contains("<dd>1</dd>") && one.contains("50%"))
        #expect(one.contains("value=\"Coastwire\" checked"))
        #expect(!one.contains("Jon Tarrel"))
        let none = try await ledger.page("/audit?since=2030")
        #expect(none.contains("No article is of these outlets and days"))
    }

    @Test(
        "Filters that make no sense are told, and kept",
        arguments: [
            ("since=soon", "soon"), ("since=2026-06&until=2026-05", "2026-06"),
            ("outlet=Nowhere+Times", "Nowhere Times"),
            ("until=2026..2027", "2026..2027"),
        ]
    )
    func wrong(query: String, kept: String) async throws {
        let ledger = try InventedLedger(Self.articles)
        for path in ["/audit?", "/stories?outlet=Coastwire&outlet=Fenpost&"] {
            let page = try await ledger.page(path + query, status: 400)
            #expect(page.contains("role=\"alert\"") && page.contains("value=\"\(kept)\""), "\(path)")
        }
    }

    @Test("An empty ledger has nothing to audit or compare, and says what to do")
    func empty() async throws {
        let ledger = try InventedLedger([])
        #expect(try await ledger.page("/audit").contains("href=\"/add\""))
        #expect(try await ledger.page("/stories").contains("href=\"/add\""))
    }

    @Test("A story stands side by side: shared words, other words, own voice, and what is left out")
    func story() async throws {
        let ledger = try InventedLedger(Self.articles)
        let start = try await ledger.page("/stories")
        PeoplePagesTests.check(start)
        #expect(start.contains("Quotations that several outlets have"))
        #expect(
            start.contains(
                "href=\"/stories?outlet=Coastwire&amp;outlet=Fenpost&amp;since=2026-05-04&amp;until=2026-05-05\""
            )
        )
        let page = try await ledger.page(
            "/stories?outlet=Coastwire&outlet=Fenpost&outlet=Orrin+Gazette&since=&until=&q=&speaker="
        )
        PeoplePagesTests.check(page)
        #expect(page.contains("3 things said: 0 in all of them, 1 in one alone"))
        #expect(page.contains("<mark>which</mark>"))
        #expect(page.contains("<strong>In its own voice</strong>"))
        #expect(page.matches(of: /Not reported/).count == 4)
        #expect(page.matches(of: /role="columnheader"/).count == 4)
        let words = try await ledger.page("/stories?outlet=Coastwire&outlet=Fenpost&q=spill+dam")
        #expect(words.contains("1 thing said: 1 in both"))
        let speaker = try await ledger.page("/stories?outlet=Coastwire&outlet=Fenpost&speaker=Mara+Osk")
        #expect(!speaker.contains("an official") && speaker.contains("1 in both"))
        #expect(try await ledger.page("/stories?outlet=Coastwire").contains("Choose a second outlet"))
        let five = "outlet=A&outlet=B&outlet=C&outlet=D&outlet=E"
        #expect(try await ledger.page("/stories?\(five)", status: 400).contains("from two to 4 outlets"))
        #expect(
            try await ledger.page("/stories?outlet=coastwire.example&outlet=Coastwire", status: 400).contains(
                "the same as another"
            )
        )
    }

    @Test("An article leads to its story")
    func article() async throws {
        let ledger = try InventedLedger(Self.articles)
        let revision = try ledger.read {
            try $0.articles(limit: 9).articles.first { $0.outlet == "Fenpost" }!.id
        }
        try await ledger.server().application.test(.router) { client in
            let answer = try await client.execute(uri: "/stories?article=\(revision)", method: .get)
            #expect(answer.status == .seeOther)
            #expect(
                answer.headers[.location]
                    == "/stories?outlet=Fenpost&outlet=Coastwire&since=2026-05-04&until=2026-05-05"
            )
            let missing = try await client.execute(uri: "/stories?article=0123456789abcdef", method: .get)
            #expect(missing.status == .notFound)
        }
    }
}
