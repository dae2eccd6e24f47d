import HTTPTypes
import HummingbirdTesting
import NIOCore
import SaysoLedger
import Testing

@testable import SaysoServer

@Suite("Pages with hostile contents")
struct PageSafetyTests {
    static let hostile = [
        "</title><script>alert(1)</script>", "\" onmouseover=\"alert(1)", "'><img src=x onerror=alert(1)>",
        "\"\u{301} onfocus=alert(1) autofocus \"\u{301}", "\u{202E}\u{2066}desrever",
        "{{title}}{{{page_title}}}",
        "a\u{7}b\u{1B}[31m", "&lt;b&gt;&#60;", "javascript:alert(1)",
    ]

    @Test(
        "Whatever an article, a speaker or an outlet is called, it is text on every page",
        arguments: hostile
    )
    func names(text: String) async throws {
        let ledger = try ServedLedger()
        var invented = InventedRevision()
        let said = text + " and more"
        invented.text = "\(text) said \(said)"
        let (who, cue) = (text.utf8.count, text.utf8.count + 5)
        invented.statements = [(0..<who, who + 1..<cue, cue + 1..<cue + 1 + said.utf8.count)]
        (invented.headline, invented.outlet, invented.speaker, invented.role) = (text, text, text, text)
        invented.url = "javascript:alert(1)//" + text
        let id = try invented.add(to: ledger)
        try await ledger.server().application.test(.router) { client in
            for address in [
                "/", "/?sort=newest&outlet=\(Query.encoded(text))", "/?q=\(Query.encoded(text))",
                "/?speaker=\(Query.encoded(text))&said=\(Query.encoded(text))", "/articles/\(id)",
                "/articles/\(id)?speaker=\(Query.encoded(text))", "/articles/\(id)/revisions",
                "/statements/\(id).1",
            ] {
                let answer = try await client.execute(
                    uri: address,
                    method: .get,
                    headers: [.accept: "text/html"]
                )
                #expect([200, 400, 404].contains(answer.status.code), "\(address)")
                let check = PageCheck(answer.text)
                #expect(check.problems.isEmpty, "\(address): \(check.problems)")
                #expect(!check.elements.contains { $0.name == "img" })
                #expect(!check.elements.contains { $0.attributes["autofocus"] != nil })
            }
        }
    }

    @Test("A headline of a megabyte, no headline, nobody, no outlet, no statement, no text: each is a page")
    func extremes() async throws {
        var long = InventedRevision(key: "coast.example/1")
        long.headline = String(repeating: "quay ", count: 200_000)
        var nameless = InventedRevision(key: "coast.example/2")
        (nameless.headline, nameless.outlet, nameless.speaker) = (nil, nil, nil)
        var mute = InventedRevision(key: "coast.example/3")
        mute.statements = []
        var empty = InventedRevision(key: "coast.example/4")
        (empty.text, empty.statements) = ("", [])
        var twice = InventedRevision(key: "coast.example/5")
        twice.statements += twice.statements
        for invented in [long, nameless, mute, empty, twice] {
            let ledger = try ServedLedger(isEmpty: true)
            let id = try invented.add(to: ledger)
            try await ledger.server().application.test(.router) { client in
                var addresses = ["/", "/articles/\(id)", "/articles/\(id)/revisions"]
                if !invented.statements.isEmpty { addresses.append("/statements/\(id).1") }
                for address in addresses {
                    let answer = try await client.execute(uri: address, method: .get)
                    #expect(answer.status == .ok, "\(invented.key) \(address)")
                    let check = PageCheck(answer.text)
                    #expect(check.problems.isEmpty, "\(address): \(check.problems)")
                    #expect(answer.body.readableBytes < 50_000, "\(invented.key) \(address)")
                    for number in invented.statements.indices where address == "/articles/\(id)" {
                        #expect(check.elements.contains { $0.attributes["id"] == "\(id).\(number + 1)" })
                    }
                }
            }
        }
    }

    @Test("An article of 5,000 statements is a page, with all of them", .timeLimit(.minutes(10)))
    func many() async throws {
        let ledger = try ServedLedger(isEmpty: true)
        var invented = InventedRevision()
        let sentence = invented.text + "\n"
        invented.text = String(repeating: sentence, count: 5000)
        let size = sentence.utf8.count
        invented.statements = (0..<5000).map { number in
            let start = number * size
            return (start..<start + 8, start + 9..<start + 13, start + 14..<start + 31)
        }
        let id = try invented.add(to: ledger)
        try await ledger.server().application.test(.router) { client in
            let answer = try await client.execute(uri: "/articles/\(id)", method: .get)
            let check = PageCheck(answer.text)
            #expect(check.problems.isEmpty)
            #expect(check.count(of: "a", class: "q f") == 5000)
            let shown = check.text.ranges(of: "Mara Osk said the quay was open.").count
            #expect(shown == 5000)
            #expect(try await client.execute(uri: "/statements/\(id).5000", method: .get).status == .ok)
        }
    }

    @Test("Every link of every page leads to something that is there, and no page is heavy")
    func walk() async throws {
        let ledger = try ServedLedger()
        let server = try ledger.server()
        let served = Set(server.table.routes.map { String($0.path.dropFirst().prefix { $0 != "/" }) })
        try await server.application.test(.router) { client in
            var waiting = ["/"]
            var seen: Set<String> = ["/"]
            var weights: [String: Int] = [:]
            while let address = waiting.popLast() {
                let answer = try await client.execute(
                    uri: address,
                    method: .get,
                    headers: [.accept: "text/html"]
                )
                #expect(answer.status == .ok, "\(address)")
                guard answer.headers[.contentType]?.hasPrefix("text/html") == true else {
                    if address.hasPrefix("/assets/") { weights[address] = answer.body.readableBytes }
                    continue
                }
                let check = PageCheck(answer.text)
                #expect(check.problems.isEmpty, "\(address): \(check.problems)")
                weights[address] = answer.body.readableBytes
                for link in check.links {
                    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                    if link.hasPrefix("#") {
                        #expect(check.elements.contains { $0.attributes["id"] == String(link.dropFirst()) })
                    }
                    let part = parts[0].dropFirst().prefix { $0 != "/" && $0 != "?" }
                    guard link.hasPrefix("/"), part.isEmpty || served.contains(String(part)),
                        seen.insert(String(parts[0])).inserted
                    else { continue }
                    waiting.append(String(parts[0]))
                }
            }
            #expect(seen.count > 40)
            let assets = weights.filter { $0.key.hasPrefix("/assets/") }.values.reduce(0, +)
            for (address, weight) in weights where !address.hasPrefix("/assets/") {
                #expect(weight + assets < 50_000, "\(address)")
            }
        }
    }
}
