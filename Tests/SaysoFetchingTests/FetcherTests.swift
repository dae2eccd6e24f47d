import Dispatch
import SaysoArchives
import Synchronization
import TestServer
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@testable import SaysoFetching

@Suite("Fetching", .timeLimit(.minutes(10)))
struct FetcherTests {
    /// Answers robots.txt with 404, and everything else by a script.
    private func serve<Result: Sendable>(
        _ script: @escaping TestServer.Script,
        _ work: (TestServer) async throws -> Result
    ) async throws -> Result {
        try await TestServer.with({ $0.target == "/robots.txt" ? .response(404) : script($0) }, work)
    }

    @Test("A page, as it was asked for and as it came")
    func page() async throws {
        try await serve { _ in
            .response(200, "<p>Ferry sails</p>", "Content-Type: text/html", "X-Two: a", "X-Two: b")
        } _: { server in
            let recorded = Recorded()
            let page = try await Fetcher.with(
                Fetching.options,
                earlier: EarlierVisits(),
                record: { recorded.add($0) }
            ) { try await $0.fetch(server.address("/ferry?a=[1]#top")) }
            #expect(page.status == 200)
            #expect(page.finalAddress == server.address("/ferry?a=%5B1%5D"))
            #expect(String(decoding: page.body, as: UTF8.self) == "<p>Ferry sails</p>")
            #expect(page.contentType == "text/html")
            #expect(page.headers.values(of: "x-two") == ["a", "b"])
            #expect(page.remoteAddress == "127.0.0.1")
            #expect(page.redirects.isEmpty)
            #expect(page.problems.isEmpty)
            let request = try #require(server.requests.last)
            #expect(request.field("Host") == "127.0.0.1:\(server.port)")
            #expect(request.field("User-Agent") == "sayso/1.2.3 (+mailto:robot@coast.example)")
            #expect(request.field("Accept-Encoding") == "gzip, deflate, br")
            let exchange = try #require(recorded.exchanges.last)
            #expect(String(decoding: exchange.request, as: UTF8.self) == request.head + "\r\n\r\n")
            #expect(
                String(decoding: exchange.response, as: UTF8.self)
                    == "HTTP/1.1 200 Whatever\r\nContent-Length: 18\r\nContent-Type: text/html\r\nX-Two: a\r\n"
                    + "X-Two: b\r\n\r\n<p>Ferry sails</p>"
            )
            #expect(recorded.exchanges.count == 2)
            #expect(server.connections == 1)
        }
    }

    @Test("Chunks are kept as they came, interim responses and what follows the end are not")
    func wire() async throws {
        let chunked =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nFerry\r\n3\r\n in\r\n0\r\n\r\n"
        try await serve { _ in
            [
                .send("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"),
                .send(chunked + "HTTP/1.1 200 More"),
            ]
        } _: { server in
            let recorded = Recorded()
            let page = try await Fetcher.with(
                Fetching.options,
                earlier: EarlierVisits(),
                record: { recorded.add($0) }
            ) { try await $0.fetch(server.address("/")) }
            #expect(String(decoding: page.body, as: UTF8.self) == "Ferry in")
            #expect(recorded.exchanges.last.map { String(decoding: $0.response, as: UTF8.self) } == chunked)
        }
    }

    @Test("Redirects are followed, relative ones too, and told")
    func redirects() async throws {
        try await serve { request in
            switch request.target {
            case "/old": .redirect("new/./x/..", 301)
            case "/new/": .redirect("?page=2", 307)
            default: .response(200, request.target)
            }
        } _: { server in
            let page = try await Fetching.fetch("/old", from: server)
            #expect(page.address == server.address("/old"))
            #expect(page.redirects == [server.address("/old"), server.address("/new/")])
            #expect(page.finalAddress == server.address("/new/?page=2"))
            #expect(String(decoding: page.body, as: UTF8.self) == "/new/?page=2")
            #expect(server.connections == 1)
        }
    }

    @Test(
        "Redirects that lead nowhere",
        arguments: [
            ("/a", FetchError.Code.redirects, "circle"), ("/1", .redirects, "10 redirects"),
            ("/ftp", .redirects, "scheme ftp"), ("/user", .redirects, "password"),
            ("/private", .refusedAddress, "10.0.0.1"), ("/loopback", .refusedAddress, "loopback"),
            ("/six", .refusedAddress, "loopback"), ("/mapped", .refusedAddress, "private"),
            ("/metadata", .refusedAddress, "link-local"),
        ]
    )
    func badRedirects(target: String, code: FetchError.Code, words: String) async throws {
        try await serve { request in
            switch request.target {
            case "/a": .redirect("/b")
            case "/b": .redirect("/a")
            case "/ftp": .redirect("ftp://coast.example/")
            case "/user": .redirect("http://me:secret@coast.example/")
            case "/private": .redirect("http://10.0.0.1/")
            case "/loopback": .redirect("http://127.0.0.2:\(1)/")
            case "/six": .redirect("http://[::1]/")
            case "/mapped": .redirect("http://[::ffff:192.168.1.1]/")
            case "/metadata": .redirect("http://169.254.169.254/latest/")
            default: .redirect("/\((Int(request.target.dropFirst()) ?? 0) + 1)")
            }
        } _: { server in
            let error = try #require(await Fetching.error(target, from: server))
            #expect(error.code == code)
            #expect(error.description.contains(words))
            #expect(server.targets.count < 14)
        }
    }

    @Test("A private address is refused before anything is sent, by name and by number")
    func privateAddresses() async throws {
        try await serve { _ in
            .response()
        } _: { server in
            var options = try Fetching.options
            options.addresses = .publicOnly
            let error = try #require(await Fetching.error("/", from: server, options))
            #expect(error.code == .refusedAddress)
            #expect(error.message.contains("--allow-private"))
            for host in [
                "coast.example", "localhost", "0x7f.1", "2130706433", "127.1", "[::1]", "[::7f00:1]",
            ] {
                options.resolver = host.hasPrefix("coast") ? options.resolver : .system
                let error = try await Fetching.error(server.address("/", host: host), options)
                #expect(error?.code == .refusedAddress, "\(host)")
            }
            #expect(server.connections == 0)
        }
    }

    @Test("One bad address among good ones is enough to refuse a name")
    func mixedAddresses() async throws {
        try await serve { _ in
            .response()
        } _: { server in
            var options = try Fetching.options
            options.resolver = Resolver { _ in [.v4(0x7F00_0001), .v4(0x0A00_0001)] }
            let error = try await Fetching.error(server.address("/", host: "coast.example"), options)
            #expect(error?.code == .refusedAddress)
            #expect(server.connections == 0)
        }
    }

    @Test("The connection goes to the address that was checked, whatever the name leads to next")
    func rebinding() async throws {
        try await serve { _ in
            .response(200, "here")
        } _: { server in
            var options = try Fetching.options
            options.ignoresRobots = true
            let lookUps = Counter()
            // Only the first answer is good. A name that the system would find is no way around, either.
            options.resolver = Resolver { _ in lookUps.next() == 0 ? [.v4(0x7F00_0001)] : [.v4(0x7F00_0002)] }
            try await Fetcher.with(options) { fetcher in
                let page = try await fetcher.fetch(server.address("/", host: "localhost"))
                #expect(page.remoteAddress == "127.0.0.1")
                #expect(server.requests.last?.field("Host") == "localhost:\(server.port)")
                await #expect(throws: FetchError.self) {
                    try await fetcher.fetch(server.address("/", host: "localhost"))
                }
            }
            #expect(lookUps.count == 2)
        }
    }

    @Test("With encryption, the name is the one of the address, and is held to the certificate")
    func encryption() async throws {
        try await TestServer.with(
            tls: true,
            { $0.target == "/robots.txt" ? .response(404) : .response(200, "here") }
        ) {
            server in
            var options = try Fetching.options
            options.trustRoots = [try TestIdentity.certificate]
            let recorded = Recorded()
            let address = server.address("/", host: TestIdentity.host, scheme: "https")
            let page = try await Fetcher.with(
                options,
                earlier: EarlierVisits(),
                record: { recorded.add($0) }
            ) { try await $0.fetch(address) }
            #expect(page.remoteAddress == "127.0.0.1")
            // The archive holds what was said, not what was encrypted.
            #expect(recorded.exchanges.last?.response.starts(with: Array("HTTP/1.1 200".utf8)) == true)
            for (host, roots) in [("other.example", options.trustRoots), (TestIdentity.host, [])] {
                options.trustRoots = roots
                let error = try await Fetching.error(
                    server.address("/", host: host, scheme: "https"),
                    options
                )
                #expect(error?.code == .unreachable)
                #expect(error?.message.contains("secure") == true)
            }
            #expect(server.targets == ["/robots.txt", "/"])
        }
    }

    @Test("The next of a host's addresses is tried when the first cannot be connected to")
    func nextAddress() async throws {
        try await serve { _ in
            .response(200, "here")
        } _: { server in
            var options = try Fetching.options
            options.addresses = .any
            options.resolver = Resolver { _ in [.v4(0x7F00_0003), .v4(0x7F00_0001)] }
            let page = try await Fetcher.with(options) {
                try await $0.fetch(server.address("/", host: "coast.example"))
            }
            #expect(page.remoteAddress == "127.0.0.1")
        }
    }

    @Test("Nobody listens: told after some tries")
    func refusedConnection() async throws {
        let port = try ClosedPort()
        let error = try await Fetching.error("http://127.0.0.1:\(port.number)/", Fetching.options)
        #expect(error?.code == .unreachable)
    }

    @Test(
        "One page after another, with the host's pause between; redirects within the host are followed at once"
    )
    func pauses() async throws {
        try await TestServer.with { request in
            switch request.target {
            case "/robots.txt": .response(200, "User-agent: *\nCrawl-delay: 0.6")
            case "/a": .redirect("/b")
            default: .response(200, "Ferry")
            }
        } _: { server in
            try await Fetcher.with(Fetching.options) { fetcher in
                for target in ["/a", "/c", "/d"] { _ = try await fetcher.fetch(server.address(target)) }
            }
            #expect(server.targets == ["/robots.txt", "/a", "/b", "/c", "/d"])
            let times = server.times
            #expect(times[2] - times[1] < .milliseconds(600))
            #expect(times[3] - times[2] >= .milliseconds(600))
            #expect(times[4] - times[3] >= .milliseconds(600))
        }
    }

    @Test("A response that came in time is not late because nobody had time to look at it")
    func busy() async throws {
        let thread = OneThread()
        try await serve { _ in
            thread.queue.async { usleep(300_000) }
            return .response(200, "Ferry")
        } _: { server in
            var options = try Fetching.options
            options.speedWindow = .milliseconds(60)
            let page = try await Task(executorPreference: thread) { [options] in
                try await Fetching.fetch("/", from: server, options)
            }.value
            #expect(page.problems == [])
            #expect(server.connections == 1)
        }
    }
}

/// Runs tasks on one thread, which can be kept busy.
final class OneThread: TaskExecutor {
    let queue = DispatchQueue(label: "one thread")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

/// Counts.
final class Counter: Sendable {
    private let value = Mutex(0)
    var count: Int { value.withLock { $0 } }

    /// The number of calls before.
    func next() -> Int {
        value.withLock { value in
            defer { value += 1 }
            return value
        }
    }
}
