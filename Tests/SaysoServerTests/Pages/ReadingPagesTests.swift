import HTTPTypes
import HummingbirdTesting
import SaysoLedger
import SaysoStatements
import Testing

@testable import SaysoServer

@Suite("Pages for reading")
struct ReadingPagesTests {
    private static func page(_ client: some TestClientProtocol, _ address: String, status: Int = 200)
        async throws -> (html: String, check: PageCheck)
    {
        let answer = try await client.execute(uri: address, method: .get, headers: [.accept: "text/html"])
        #expect(answer.status.code == status, "\(address)")
        let check = PageCheck(answer.text)
        #expect(check.problems.isEmpty, "\(address): \(check.problems)")
        return (answer.text, check)
    }

    /// The revisions of the article that changed, the first first.
    private static func revisions(_ ledger: ServedLedger) throws -> [RevisionID] {
        let ledger = try Ledger(ledger.path, mode: .readOnly)
        let change = try #require(try ledger.changes(ChangeFilter()).first)
        return [change.change.earlier, change.change.later]
    }

    @Test("Without a question, the search says what there is, shows the newest, and how to ask")
    func beginning() async throws {
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.router) { client in
            let (html, check) = try await Self.page(client, "/")
            #expect(check.text.contains("in 2 articles of 2 outlets"))
            #expect(html.contains("/?changed=true"))
            #expect(check.count(of: "li", class: "hit") >= 4)
            #expect(check.text.contains("invented.sayso"))
            #expect(html.contains("<a href=\"/\" aria-current=\"page\">"))
        }
    }

    @Test("An empty ledger says how to add")
    func nothing() async throws {
        let ledger = try ServedLedger(isEmpty: true)
        try await ledger.server().application.test(.router) { client in
            let (html, check) = try await Self.page(client, "/")
            #expect(check.text.contains("This ledger is empty"))
            #expect(html.contains("href=\"/add\""))
            #expect(!check.text.contains("Newest statements"))
        }
    }

    @Test("Filters that are set can be taken away one by one, and everything typed stays in the form")
    func filters() async throws {
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.router) { client in
            let (html, check) = try await Self.page(
                client,
                "/?q=quay&speaker=Osk&outlet=Fenpost&said=2025-03&kind=said,warned&form=direct&role="
            )
            let removals = check.elements.compactMap { $0.attributes["href"] }.filter {
                $0.hasPrefix("/?q=quay&") && !$0.contains("cursor")
            }
            #expect(
                removals.contains("/?q=quay&outlet=Fenpost&said=2025-03&kind=said%2Cwarned&form=direct")
            )
            #expect(
                removals.contains("/?q=quay&speaker=Osk&outlet=Fenpost&said=2025-03&kind=warned&form=direct")
            )
            #expect(html.contains("value=\"quay\"") && html.contains("value=\"Fenpost\""))
            #expect(check.text.contains("Said: March 2025"))
            let checked = check.elements.filter { $0.attributes["checked"] != nil }
            #expect(checked.compactMap { $0.attributes["value"] } == ["direct", "said", "warned"])
            #expect(check.count(of: "li", class: "hit") == 1)
            #expect(html.contains("<mark>quay</mark>"))
            #expect(html.contains("/feeds/search.atom?q=quay&amp;speaker=Osk"))
        }
    }

    @Test(
        "What is wrong is said beside its field, and what was typed stays",
        arguments: [
            ("said=yesterday", "said", "yesterday"), ("published=2025-13", "published", "2025-13"),
            ("speaker=Nobody+Known", "speaker", "Nobody Known"), ("outlet=No+Such", "outlet", "No Such"),
            ("q=%28", "q", "("), ("kind=sung", "kind", nil), ("form=sung", "form", nil),
        ] as [(String, String, String?)]
    )
    func wrong(query: String, field: String, typed: String?) async throws {
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.router) { client in
            let (html, check) = try await Self.page(client, "/?\(query)&role=minister", status: 400)
            #expect(check.count(of: "p", class: "wrong") == 1)
            #expect(html.contains("value=\"minister\""))
            if let typed {
                #expect(html.contains("id=\"\(field)-wrong\""))
                let input = try #require(
                    check.elements.first { $0.attributes["name"] == field && $0.name == "input" }
                )
                #expect(input.attributes["value"] == typed)
                #expect(input.attributes["aria-invalid"] == "true")
            }
        }
    }

    @Test("Pages of results follow each other, and a stale place is said")
    func cursors() async throws {
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.router) { client in
            let (_, check) = try await Self.page(client, "/?limit=1&sort=oldest")
            let next = try #require(check.links.first { $0.contains("cursor=") })
            let (html, second) = try await Self.page(client, next)
            #expect(second.count(of: "li", class: "hit") == 1)
            #expect(html.contains("First page"))
            let (stale, _) = try await Self.page(client, "/?q=quay&cursor=x", status: 400)
            #expect(stale.contains("begin with the first"))
            let (_, unknown) = try await Self.page(client, "/?q=quay&colour=red", status: 400)
            #expect(unknown.text.contains("no field “colour”"))
        }
    }

    @Test("A search is taken away as a table with the same statements")
    func table() async throws {
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.router) { client in
            let answer = try await client.execute(
                uri: "/search.csv?q=quay&outlet=Fenpost&role=",
                method: .get
            )
            let lines = answer.text.split(separator: "\n")
            #expect(lines.count == 2)
            #expect(lines.first?.hasPrefix("statement,day,said,speakers") == true)
            #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment") == true)
        }
    }

    @Test("An article's statements stand in its text, by speaker; the rest is the outlet's own voice")
    func article() async throws {
        let ledger = try ServedLedger()
        let revisions = try Self.revisions(ledger)
        try await ledger.server().application.test(.router) { client in
            let (html, check) = try await Self.page(client, "/articles/\(revisions[1])")
            #expect(html.contains("id=\"\(revisions[1]).1\""))
            #expect(html.contains("href=\"/statements/\(revisions[1]).1\""))
            #expect(check.count(of: "a", class: "q f") == 3)
            #expect(check.count(of: "span", class: "src") >= 2)
            #expect(check.count(of: "span", class: "own") >= 2)
            #expect(check.text.contains("Coastwire’s own voice"))
            #expect(html.contains("<time datetime=\"2025-03-03T08:00:00Z\">3 March 2025, 08:00 UTC</time>"))
            #expect(!html.contains("earlier revision"))
            let speaker = try #require(
                check.elements.first { $0.attributes["data-pick"] == "1" }?.attributes["href"]
            )
            let (_, alone) = try await Self.page(client, speaker)
            #expect(alone.count(of: "a", class: "q dim") >= 1)
            #expect(alone.count(of: "a", class: "q f") == 3)
            #expect(alone.elements.contains { $0.attributes["aria-current"] == "true" })
        }
    }

    @Test("An earlier revision is shown as it was, says so, and can be asked for by number")
    func revision() async throws {
        let ledger = try ServedLedger()
        let revisions = try Self.revisions(ledger)
        try await ledger.server().application.test(.router) { client in
            for address in ["/articles/\(revisions[0])", "/articles/\(revisions[1])?revision=1"] {
                let (html, check) = try await Self.page(client, address)
                #expect(check.text.contains("twice as much"))
                #expect(check.text.contains("This is an earlier revision."))
                #expect(html.contains("href=\"/articles/\(revisions[1])\""))
            }
            let (html, _) = try await Self.page(client, "/articles/\(revisions[1])?revision=7", status: 404)
            #expect(html.contains("2 revisions"))
        }
    }

    @Test("What changed is told statement by statement, word by word, with evidence on both sides")
    func changes() async throws {
        let ledger = try ServedLedger()
        let revisions = try Self.revisions(ledger)
        try await ledger.server().application.test(.router) { client in
            let (html, check) = try await Self.page(client, "/articles/\(revisions[0])/revisions")
            #expect(check.text.contains("Reworded: Jon Tarrel"))
            #expect(check.count(of: "del", class: "") == 1)
            #expect(html.contains("twice") && html.contains("three times"))
            #expect(check.text.contains("changed silently"))
            #expect(html.contains("Evidence before") && html.contains("Evidence after"))
        }
    }

    @Test("A statement comes with its place, its bytes, its speaker, its other printings and its history")
    func statement() async throws {
        let ledger = try ServedLedger()
        let name = try #require(try ledger.names()["statement"])
        let revisions = try Self.revisions(ledger)
        try await ledger.server().application.test(.router) { client in
            let (html, check) = try await Self.page(client, "/statements/\(name)")
            #expect(html.contains("<h1 class=\"quote\" lang=\"en\">“The quay will stay open"))
            #expect(check.text.contains("digest was made anew just now: it agrees"))
            #expect(check.text.contains("The same words elsewhere"))
            #expect(html.contains("href=\"/clusters/"))
            #expect(html.contains("sayso show --ledger invented.sayso \(name)"))
            #expect(check.count(of: "p", class: "here") == 1)
            #expect(check.count(of: "p", class: "around") >= 1)
            #expect(html.contains("e2 80 9c"))
            let old = revisions[0].description
            let number = try #require(
                try Ledger(ledger.path, mode: .readOnly).revision(revisions[0]).statements.firstIndex {
                    $0.kind == .warned
                }
            )
            let (_, warned) = try await Self.page(client, "/statements/\(old).\(number + 1)")
            #expect(warned.text.contains("Said so when it was first seen"))
            #expect(warned.text.contains("Reworded"))
            #expect(warned.text.contains("does not say that it was changed"))
            #expect(warned.text.contains("from an earlier revision"))
            #expect(warned.text.contains("The article names no day") || warned.text.contains("says so"))
        }
    }

    @Test("A quotation is told with where it was printed first and how others differ")
    func cluster() async throws {
        let ledger = try ServedLedger()
        let cluster = try #require(try ledger.names()["cluster"])
        try await ledger.server().application.test(.router) { client in
            let (html, check) = try await Self.page(client, "/clusters/\(cluster)")
            #expect(check.text.contains("In 2 articles of 2 outlets"))
            #expect(check.text.contains("The same words."))
            #expect(html.contains("Fenpost"))
            #expect(html.contains("/?cluster=\(cluster)"))
        }
    }

    @Test(
        "What is not there is said on a page with a next step",
        arguments: [
            ("/articles/0000000000000000", 404), ("/articles/x", 400),
            ("/statements/0000000000000000.1", 404),
            ("/statements/%22%3E%3Cscript%3E", 400), ("/clusters/999", 404), ("/clusters/0", 400),
            ("/nowhere", 404),
            ("/articles/0000000000000000/revisions", 404), ("/?q=%ff", 400),
        ]
    )
    func missing(address: String, status: Int) async throws {
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.router) { client in
            let (html, check) = try await Self.page(client, address, status: status)
            #expect(check.text.contains("\(status)"))
            #expect(html.contains("role=\"search\""))
            #expect(!html.contains(ledger.folder))
        }
    }

    @Test("An article is taken away in every form, alone", arguments: ExportFormat.allCases)
    func downloads(format: ExportFormat) async throws {
        let ledger = try ServedLedger()
        let revisions = try Self.revisions(ledger)
        try await ledger.server().application.test(.router) { client in
            let address = "/articles/\(revisions[0])/download/\(format.rawValue)"
            let answer = try await client.execute(uri: address, method: .get)
            #expect(answer.status == .ok)
            #expect(answer.text.contains(revisions[0].description))
            #expect(!answer.text.contains("Fenpost"))
            #expect(answer.headers[.contentDisposition]?.contains(revisions[0].description) == true)
        }
    }
}
