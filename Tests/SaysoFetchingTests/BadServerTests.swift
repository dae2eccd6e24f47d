import SaysoArchives
import TestServer
import Testing

@testable import SaysoFetching

@Suite("Bad servers", .timeLimit(.minutes(10)))
struct BadServerTests {
    private func serve<Result: Sendable>(
        _ script: @escaping TestServer.Script,
        _ work: (TestServer) async throws -> Result
    ) async throws -> Result {
        try await TestServer.with({ $0.target == "/robots.txt" ? .response(404) : script($0) }, work)
    }

    @Test("One byte at a time is given up, in the body and in the header")
    func drip() async throws {
        try await serve { request in
            let start =
                request.target == "/head"
                ? "HTTP/1.1 200 OK\r\nX: " : "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n"
            return [.send(start)] + (0..<40).flatMap { _ -> [TestServer.Step] in [.wait(20), .send("x")] }
        } _: { server in
            var options = try Fetching.options
            options.speedWindow = .milliseconds(120)
            options.ignoresRobots = true
            let page = try await Fetching.fetch("/body", from: server, options)
            #expect(page.problems.first?.contains("slower than 100 bytes a second") == true)
            #expect((1..<60).contains(page.body.count))
            let error = try await Fetching.error("/head", from: server, options)
            #expect(error?.code == .tooSlow)
            // Neither is asked again.
            #expect(server.targets == ["/body", "/head"])
        }
    }

    @Test("A server that says nothing is given up after the timeout, and asked again as often as agreed")
    func silence() async throws {
        try await serve { _ in
            [.wait(2000)]
        } _: { server in
            var options = try Fetching.options
            options.timeout = .milliseconds(500)
            options.schedule.retries = 1
            options.ignoresRobots = true
            let error = try await Fetching.error("/", from: server, options)
            #expect(error?.code == .timeout)
            #expect(server.targets.count == 2)
        }
    }

    @Test("A response that never ends is given up after the timeout, and kept as far as it came")
    func endless() async throws {
        try await serve { _ in
            [.send("HTTP/1.1 200 OK\r\n\r\n")]
                + (0..<80).flatMap { _ -> [TestServer.Step] in
                    [.send(String(repeating: "y", count: 50)), .wait(10)]
                }
        } _: { server in
            var options = try Fetching.options
            options.timeout = .milliseconds(400)
            options.schedule.retries = 0
            options.ignoresRobots = true
            let page = try await Fetching.fetch("/", from: server, options)
            #expect(page.problems.first?.contains("took longer") == true)
            #expect(page.body.count >= 50)
        }
    }

    @Test(
        "A body that is longer than it may be is cut off, whether it says so, comes so, or decodes to so much"
    )
    func tooLong() async throws {
        try await serve { request in
            switch request.target {
            case "/says": return .response(200, String(repeating: "y", count: 30_000))
            case "/comes":
                return [.send("HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "y", count: 30_000)), .close]
            case "/decodes": return .response(200, bytes: Compressed.bomb, ["Content-Encoding: gzip"])
            default: return .response(200, String(repeating: "y", count: 20_000))
            }
        } _: { server in
            var options = try Fetching.options
            options.largest = 20_000
            for target in ["/says", "/comes", "/decodes"] {
                let page = try await Fetching.fetch(target, from: server, options)
                #expect(page.isTruncated, "\(target)")
                #expect(page.problems.count == 1)
            }
            #expect(try await !Fetching.fetch("/fits", from: server, options).isTruncated)
        }
    }

    @Test("A body that is shorter than it says is asked for again, then kept")
    func short() async throws {
        try await serve { request in
            [
                .send(
                    "HTTP/1.1 200 OK\r\nContent-Length: \(request.target == "/once" && request.earlier > 0 ? 5 : 9)\r\n\r\nFerry"
                ), .close,
            ]
        } _: { server in
            let whole = try await Fetching.fetch("/once", from: server)
            #expect(whole.problems.isEmpty)
            let recorded = Recorded()
            let cut = try await Fetcher.with(
                Fetching.options,
                earlier: EarlierVisits(),
                record: { recorded.add($0) }
            ) { try await $0.fetch(server.address("/always")) }
            #expect(cut.body == Array("Ferry".utf8))
            #expect(cut.problems == ["is cut off: the server closed the connection early"])
            #expect(server.targets.filter { $0 == "/always" }.count == 4)
            #expect(recorded.exchanges.last?.truncation == "disconnect")
        }
    }

    @Test("A body that is longer than it says ends where it says")
    func long() async throws {
        try await serve { _ in
            [
                .send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nFerry and more that nobody asked for"),
                .close,
            ]
        } _: { server in
            let recorded = Recorded()
            let page = try await Fetcher.with(
                Fetching.options,
                earlier: EarlierVisits(),
                record: { recorded.add($0) }
            ) { try await $0.fetch(server.address("/")) }
            #expect(page.body == Array("Ferry".utf8))
            #expect(recorded.exchanges.last?.response.suffix(5) == Array("Ferry".utf8)[...])
        }
    }

    @Test(
        "Early ends and what is not HTTP",
        arguments: ["", "HTTP/1.1 200 OK\r\nX: y", "SSH-2.0-coast\r\n\r\n", "\0\0\0\0"]
    )
    func garbage(_ text: String) async throws {
        try await serve { _ in
            [.send(text), .wait(10), .close]
        } _: { server in
            let error = try await Fetching.error("/", from: server)
            #expect(error?.code == .broken)
            #expect(server.targets.count == 5)
        }
    }

    @Test(
        "Chunks that are none",
        arguments: [
            "zz\r\nFerry\r\n0\r\n\r\n", "5\r\nFerry", "FFFFFFFFFFFFFFFFFF\r\nFerry",
            "5\r\nFerry too long\r\n0\r\n\r\n",
        ]
    )
    func chunks(_ body: String) async throws {
        try await serve { _ in
            [.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body), .wait(10), .close]
        } _: { server in
            let page = try await Fetching.fetch("/", from: server)
            #expect(page.status == 200)
            #expect(page.problems.count == 1)
            #expect(server.targets.count == 5)
        }
    }

    @Test("Compressed bodies: gzip, plain bytes that claim to be gzip, and a coding that nobody knows")
    func codings() async throws {
        try await serve { request in
            switch request.target {
            case "/gzip": .response(200, bytes: Compressed.gzip, ["Content-Encoding: gzip"])
            case "/plain": .response(200, "Ferry", "Content-Encoding: gzip")
            default: .response(200, "Ferry", "Content-Encoding: knots")
            }
        } _: { server in
            let gzip = try await Fetching.fetch("/gzip", from: server)
            #expect(String(decoding: gzip.body, as: UTF8.self) == "Ferry Ferry Ferry\n")
            #expect(gzip.problems.isEmpty)
            for target in ["/plain", "/unknown"] {
                let page = try await Fetching.fetch(target, from: server)
                #expect(String(decoding: page.body, as: UTF8.self) == "Ferry")
                #expect(page.problems.count == 1)
            }
        }
    }

    @Test("A bomb fills no memory, and a long page is given up: by what it says, and by what it sends")
    func large() async throws {
        try await serve { request in
            switch request.target {
            case "/bomb": .response(200, bytes: Compressed.bomb, ["Content-Encoding: gzip"])
            case "/says": [.send("HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\nFerry")]
            default: [.send("HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "x", count: 500_000)), .close]
            }
        } _: { server in
            let bomb = try await Fetching.fetch("/bomb", from: server)
            #expect(bomb.body.count <= 300_000)
            #expect(bomb.problems.count == 1)
            for target in ["/says", "/sends"] {
                let page = try await Fetching.fetch(target, from: server)
                #expect(page.problems.first?.contains("--max-size") == true)
                #expect(page.size < 400_000)
            }
            // None is asked for again.
            #expect(server.targets.count == 6)
        }
    }

    @Test("A flood of headers")
    func headers() async throws {
        try await serve { _ in
            [
                .send(
                    "HTTP/1.1 200 OK\r\n"
                        + String(repeating: "X: \(String(repeating: "y", count: 90))\r\n", count: 5000)
                )
            ]
        } _: { server in
            var options = try Fetching.options
            options.schedule.retries = 0
            let error = try await Fetching.error("/", from: server, options)
            #expect(error?.code == .broken || error?.code == .tooLarge)
        }
    }

    @Test("Busy servers are asked again when they want to be")
    func busy() async throws {
        try await serve { request in
            switch (request.target, request.earlier) {
            case ("/503", 0): .response(503, "", "Retry-After: 0")
            case ("/429", 0): .response(429, "", "Retry-After: 1")
            case ("/later", _): .response(503, "", "Retry-After: 3600")
            case ("/500", _): .response(500, "")
            default: .response(200, "Ferry")
            }
        } _: { server in
            for target in ["/503", "/429"] {
                let start = ContinuousClock.now
                let page = try await Fetching.fetch(target, from: server)
                #expect(page.status == 200)
                if target == "/429" { #expect(ContinuousClock.now - start >= .seconds(1)) }
            }
            let later = try await Fetching.fetch("/later", from: server)
            #expect(later.status == 503)
            #expect(later.problems == ["asks to come back in 3600 seconds"])
            #expect(server.targets.filter { $0 == "/later" }.count == 1)
            let never = try await Fetching.fetch("/500", from: server)
            #expect(never.status == 500)
            #expect(server.targets.filter { $0 == "/500" }.count == 4)
        }
    }

    @Test("Work that is given up ends soon and records nothing")
    func cancelled() async throws {
        try await serve { _ in
            [.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nFerry"), .wait(60_000)]
        } _: { server in
            let recorded = Recorded()
            var options = try Fetching.options
            options.ignoresRobots = true
            let task = Task { [options] in
                try await Fetcher.with(options, earlier: EarlierVisits(), record: { recorded.add($0) }) {
                    try await $0.fetch(server.address("/"))
                }
            }
            while server.targets.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            try await Task.sleep(for: .milliseconds(30))
            let start = ContinuousClock.now
            task.cancel()
            await #expect(throws: FetchError.self) { try await task.value }
            // The server says nothing for a minute, and the fetcher's own patience is 20 seconds.
            #expect(ContinuousClock.now - start < .seconds(10))
            #expect(recorded.exchanges.isEmpty)
        }
    }
}
