import TestServer
import TestSupport
import Testing

@testable import SaysoFetching

@Suite("robots.txt")
struct RobotsTests {
    private func allows(_ file: String, _ target: String) -> Bool {
        RobotsRules(Array(file.utf8), for: "sayso").allows(target)
    }

    @Test(
        "Groups",
        arguments: [
            ("", true), ("User-agent: *\nDisallow: /", false), ("user-agent:*\r\ndisallow:/\r\n", false),
            ("User-agent: *\rDisallow: /\r", false), ("\u{FEFF}User-agent: *\nDisallow: /", false),
            ("Disallow: /", true), ("User-agent: other\nDisallow: /", true),
            ("User-agent: *\nDisallow: /\nUser-agent: SAYSO\nDisallow:", true),
            ("User-agent: sayso/1.0 beta\nDisallow: /", false), ("User-agent: saysobot\nDisallow: /", true),
            ("User-agent: a\nUser-agent: sayso\n\n# note\nUser-agent: b\nDisallow: /", false),
            (
                "User-agent: sayso\nAllow: /x\n\nUser-agent: other\nAllow: /\n\nUser-agent: sayso\nDisallow: /",
                false
            ),
            ("User-agent: sayso\nSitemap: https://coast.example/s.xml\nUser-agent: b\nDisallow: /", false),
            ("User-agent: sayso\nCrawl-delay: 1\nUser-agent: b\nDisallow: /", true),
            ("User-agent: * # all\nDisallow: / # everything", false), ("User-agent *\nDisallow /", true),
            ("User-agent: *\nDisallow: #/", true), ("\0\u{1}\nUser-agent: *\nDisallow: /\n\0", false),
        ]
    )
    func groups(_ file: String, _ isAllowed: Bool) { #expect(allows(file, "/page") == isAllowed) }

    @Test(
        "Paths",
        arguments: [
            ("Disallow: /a", "/a", false), ("Disallow: /a", "/abc/d", false), ("Disallow: /a", "/A", true),
            ("Disallow: /a", "/b/a", true), ("Disallow: /a/", "/a", true), ("Disallow: a", "/a", true),
            ("Disallow: /\nAllow: /news", "/news/1", true), ("Allow: /news\nDisallow: /", "/about", false),
            ("Disallow: /news\nAllow: /news", "/news", true), ("Allow: /n*\nDisallow: /news", "/news", false),
            ("Disallow: /*.pdf$", "/a/b.pdf", false), ("Disallow: /*.pdf$", "/a/b.pdf?x", true),
            ("Disallow: /*.pdf", "/a/b.pdf?x", false), ("Disallow: /*a*b*c$", "/xaybzc", false),
            ("Disallow: /*a*b*c$", "/xaybzcd", true), ("Disallow: /a$", "/a", false),
            ("Disallow: /a$", "/ab", true),
            ("Disallow: /a$b", "/a$b", false), ("Disallow: *", "/x", false), ("Disallow: /$", "/", false),
            ("Disallow: /$", "/x", true), ("Disallow: /*?", "/x?y", false), ("Disallow: /*?", "/x", true),
            ("Disallow: /é", "/%C3%A9t%C3%A9", false), ("Disallow: /%c3%a9", "/%C3%A9", false),
            ("Disallow: /%7Ejoe", "/~joe/x", false), ("Disallow: /a%2Fb", "/a/b", true),
            ("Disallow: /a-%2A", "/a-*", false), ("Disallow: /a-%2A", "/a-b", true),
            ("Disallow: /*ab*ab$", "/ab", true), ("Disallow: /*ab*ab$", "/abab", false),
            ("Disallow: /", "/robots.txt", true), ("Disallow: /a%", "/a%25", false),
        ]
    )
    func paths(_ rules: String, _ target: String, _ isAllowed: Bool) {
        #expect(allows("User-agent: *\n" + rules, target) == isAllowed)
    }

    @Test("Crawl-delay, of the group that counts")
    func delay() {
        func delay(_ file: String) -> Double? { RobotsRules(Array(file.utf8), for: "sayso").crawlDelay }
        #expect(delay("User-agent: *\nCrawl-delay: 2.5") == 2.5)
        #expect(delay("User-agent: *\nCrawl-delay: 9\nUser-agent: sayso\nDisallow:") == nil)
        for value in ["", "-1", "nan", "inf", "soon"] {
            #expect(delay("User-agent: *\nCrawl-delay: \(value)") == nil)
        }
    }

    @Test("Half a megabyte is read, whole lines of it")
    func long() {
        let filler = String(repeating: "# nothing to see\n", count: RobotsRules.longest / 17)
        #expect(allows(filler + "User-agent: *\nDisallow: /", "/page"))
        #expect(!allows("User-agent: *\nDisallow: /page\n" + filler + filler, "/page"))
        let cut =
            "User-agent: *\nAllow: /\n" + String(repeating: "#", count: RobotsRules.longest - 35)
            + "\nDisallow: /page/1"
        #expect(allows(cut, "/page"))
    }

    @Test("Patterns made to take long take little")
    func hostile() {
        let stars = "Disallow: /" + String(repeating: "*a", count: 2000) + "*b$\n"
        let run = "Disallow: /*" + String(repeating: "a", count: 4000) + "b\n"
        let file = "User-agent: *\n" + String(repeating: stars, count: 60) + String(repeating: run, count: 60)
        let rules = RobotsRules(Array(file.utf8), for: "sayso")
        let target = "/" + String(repeating: "a", count: 8000)
        let seconds = processorTime { #expect(rules.allows(target)) }
        // About a hundred rules, each in time linear in the path.
        #expect(seconds < 2)
    }

    @Test("Of rules that search, a thousand are read as they are meant, further ones forbid more")
    func manySearches() {
        let many = (1...RobotsRules.mostSearches).map { "Disallow: /a*b\($0)c\n" }.joined()
        let file = "User-agent: *\n" + many
        #expect(!allows(file + "Disallow: /x*y", "/x/z"))
        #expect(!allows(file + "Disallow: /x*y\nAllow: /x/long*z", "/x/long/z"))
        #expect(allows(file + "Disallow: /x*y", "/z"))
        #expect(allows("User-agent: *\nDisallow: /x*y", "/x/z"))
        // What neither searches nor is long does not count.
        #expect(!allows(file + "Disallow: /*.pdf$\nDisallow: /w*", "/v.pdf"))

        let rules = RobotsRules(
            Array(("User-agent: *\n" + String(repeating: "Disallow: /a*b\n", count: 34_000)).utf8),
            for: "sayso"
        )
        let target = "/a" + String(repeating: "a", count: 8000)
        let seconds = processorTime { for _ in 0..<10 { #expect(!rules.allows(target)) } }
        #expect(seconds < 2)
    }

    @Test("Any bytes are read")
    func fuzz() {
        var generator = SeededGenerator(seed: 3)
        let pieces = [
            "User-agent:", "*", "sayso", "\n", "\r", "Disallow:", "Allow:", "/", "$", "%", "%2", "%zz", "#",
            ":", "é",
        ]
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...30, using: &generator)).map { _ in generator.pick(pieces) }
                .joined()
            var bytes = Array(text.utf8)
            if !bytes.isEmpty {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255)
            }
            _ = RobotsRules(bytes, for: "sayso").allows("/%\(text.prefix(9))")
        }
    }
}

@Suite("robots.txt of servers", .timeLimit(.minutes(10)))
struct RobotsServerTests {
    @Test("Asked for once, before the first page; redirects are followed")
    func once() async throws {
        try await TestServer.with { request in
            switch request.target {
            case "/robots.txt": .redirect("/r1")
            case "/r1": .response(200, "User-agent: sayso\nDisallow: /secret")
            default: .response(200, "Ferry")
            }
        } _: { server in
            try await Fetcher.with(Fetching.options) { fetcher in
                _ = try await fetcher.fetch(server.address("/a"))
                let error = await #expect(throws: FetchError.self) {
                    try await fetcher.fetch(server.address("/secret/b"))
                }
                #expect(error?.code == .disallowed)
                _ = try await fetcher.fetch(server.address("/c"))
            }
            #expect(server.targets == ["/robots.txt", "/r1", "/a", "/c"])
        }
    }

    @Test(
        "No file means yes, an error no, too many redirects yes",
        arguments: [
            (404, true), (403, true), (410, true), (500, false), (503, false), (429, false), (302, true),
        ]
    )
    func statuses(_ status: Int, _ isAllowed: Bool) async throws {
        try await TestServer.with { request in
            if request.target == "/page" { return .response(200, "Ferry") }
            let count = Int(request.target.split(separator: "/").last ?? "") ?? 0
            return status == 302 ? .redirect("/r/\(count + 1)") : .response(status)
        } _: { server in
            let error = try await Fetching.error("/page", from: server)
            #expect(error?.code == (isAllowed ? nil : .disallowed))
            if status == 302 { #expect(server.targets.count == 7) }
        }
    }

    @Test("A file that is cut off allows nothing, unless it is our own limit that cuts it")
    func cutOff() async throws {
        try await TestServer.with { request in
            switch request.target {
            case "/robots.txt":
                [.send("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nUser-agent: *\nDisallow: /b\n"), .close]
            default: .response(200, "Ferry")
            }
        } _: { server in
            let error = try #require(await Fetching.error("/a", from: server))
            #expect(error.code == .disallowed)
            #expect(error.message.contains("cannot be fetched"))
            #expect(error.message.contains("is cut off"))
            #expect(!server.targets.contains("/a"))
        }
        try await TestServer.with { request in
            let rules = "User-agent: *\nDisallow: /b\n" + String(repeating: "# x\n", count: 1000)
            return .response(200, request.target == "/robots.txt" ? rules : "Ferry")
        } _: { server in
            var options = try Fetching.options
            options.largest = 1000
            #expect(try await Fetching.fetch("/a", from: server, options).status == 200)
            #expect(try await Fetching.error("/b", from: server, options)?.code == .disallowed)
        }
    }

    @Test("A redirect from an allowed page to a disallowed one; and a robot that does not ask")
    func redirect() async throws {
        try await TestServer.with { request in
            switch request.target {
            case "/robots.txt": .response(200, "User-agent: *\nDisallow: /b")
            case "/a": .redirect("/b")
            default: .response(200, "Ferry")
            }
        } _: { server in
            #expect(try await Fetching.error("/a", from: server)?.code == .disallowed)
            #expect(!server.targets.contains("/b"))
            var options = try Fetching.options
            options.ignoresRobots = true
            #expect(try await Fetching.fetch("/a", from: server, options).status == 200)
            #expect(server.targets.filter { $0 == "/robots.txt" }.count == 1)
        }
    }
}
