import TestServer
import Testing

@testable import SaysoFetching

@Suite("Crawling", .timeLimit(.minutes(10)))
struct CrawlTests {
    private func crawl(
        _ addresses: [String],
        _ options: FetchOptions,
        entryLinks: Crawl.EntryLinks? = nil,
        limit: Int = .max
    ) async throws -> [Crawl.Report] {
        try await Fetcher.with(options) { fetcher in
            var reports: [Crawl.Report] = []
            try await Crawl(fetcher, entryLinks: entryLinks, limit: limit).run(addresses) {
                reports.append($0)
            }
            return reports
        }
    }

    @Test("Each address once, with a pause between those of one host, and its end reported")
    func pauses() async throws {
        try await TestServer.with({ $0.target == "/robots.txt" ? .response(404) : .response(200, "Ferry") }) {
            server in
            var options = try Fetching.options
            options.pause = .milliseconds(80)
            let pages = ["/a", "/b", "/a#top", "/c"].map { server.address($0) }
            let reports = try await crawl(pages + ["nonsense"], options)
            #expect(reports.map(\.address).sorted() == [pages[0], pages[1], pages[3], "nonsense"].sorted())
            #expect(reports.last?.done == 4)
            #expect(reports.last?.total == 4)
            #expect(server.targets == ["/robots.txt", "/a", "/b", "/c"])
            let times = server.times.dropFirst()
            for (one, next) in zip(times, times.dropFirst()) { #expect(next - one >= .milliseconds(80)) }
            #expect(server.connections == 1)
        }
    }

    @Test("Hosts side by side, each on its own connection; crawl-delay is honoured up to a limit")
    func hosts() async throws {
        try await TestServer.with { request in
            if request.target == "/robots.txt" { return .response(200, "User-agent: *\nCrawl-delay: 3600") }
            return [.wait(60)] + .response(200, "Ferry")
        } _: { server in
            var options = try Fetching.options
            options.longestCrawlDelay = .milliseconds(600)
            let addresses = ["a", "b", "c", "d"].flatMap { host in
                ["/1", "/2"].map { server.address($0, host: "\(host).example") }
            }
            let reports = try await crawl(addresses, options)
            #expect(reports.count == 8)
            // Every host's first page comes before any second one, which the pause keeps waiting.
            let pages = zip(server.targets, server.times).filter { $0.0 != "/robots.txt" }
            #expect(pages.map(\.0) == Array(repeating: "/1", count: 4) + Array(repeating: "/2", count: 4))
            #expect(pages[4].1 - pages[0].1 >= .milliseconds(660))
            #expect(server.connections == 4)
        }
    }

    @Test("While one host is to be waited for, others go on")
    func retries() async throws {
        try await TestServer.with { request in
            switch request.target {
            case "/robots.txt": .response(404)
            case "/busy": request.earlier == 0 ? .response(503, "", "Retry-After: 1") : .response(200)
            default: .response(200)
            }
        } _: { server in
            var options = try Fetching.options
            options.hosts = 1
            let reports = try await crawl(
                [
                    server.address("/busy", host: "a.example"), server.address("/1", host: "a.example"),
                    server.address("/2", host: "b.example"),
                ],
                options
            )
            #expect(server.targets.filter { $0 != "/robots.txt" } == ["/busy", "/2", "/busy", "/1"])
            #expect(reports.allSatisfy { (try? $0.result.get())?.status == 200 })
        }
    }

    @Test("Redirects to other hosts keep those hosts' pauses")
    func redirects() async throws {
        try await TestServer.with { request in
            switch request.target {
            case "/robots.txt": .response(404)
            case "/away":
                .redirect("http://b.example:\(request.field("Host")?.split(separator: ":").last ?? "")/there")
            default: .response(200)
            }
        } _: { server in
            var options = try Fetching.options
            options.pause = .milliseconds(80)
            _ = try await crawl(
                [server.address("/here", host: "b.example"), server.address("/away", host: "a.example")],
                options
            )
            let there = zip(server.targets, server.times).filter { ["/here", "/there"].contains($0.0) }.map(
                \.1
            )
            #expect(there.count == 2)
            #expect(there[1] - there[0] >= .milliseconds(80))
        }
    }

    @Test("A feed's entries are fetched, those of an entry are not")
    func feeds() async throws {
        try await TestServer.with({ $0.target == "/robots.txt" ? .response(404) : .response(200, $0.target) })
        { server in
            let links: Crawl.EntryLinks = { body, _, address in
                String(decoding: body, as: UTF8.self).contains("feed")
                    ? ["/a", "/feed", "/feed2", "/b"].map { server.address($0) } + ["no address"] : nil
            }
            let all = try await crawl([server.address("/feed")], Fetching.options, entryLinks: links)
            #expect(all.count == 4)
            #expect(all.first?.entries == 3)
            #expect(all.last?.total == 4)
            let few = try await crawl(
                [server.address("/feed")],
                Fetching.options,
                entryLinks: links,
                limit: 1
            )
            #expect(few.count == 2)
            let none = try await crawl([server.address("/feed")], Fetching.options)
            #expect(none.count == 1)
        }
    }

    @Test("A crawl that is given up ends soon")
    func cancelled() async throws {
        try await TestServer.with({ $0.target == "/robots.txt" ? .response(404) : .response(200) }) {
            server in
            var options = try Fetching.options
            options.pause = .seconds(30)
            let task = Task { [options] in
                try await crawl([server.address("/a"), server.address("/b")], options)
            }
            while server.targets.count < 2 { try await Task.sleep(for: .milliseconds(5)) }
            let start = ContinuousClock.now
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(ContinuousClock.now - start < .seconds(10))
        }
    }

    @Test("Ten thousand hosts are taken in turn")
    func manyHosts() throws {
        var frontier = Frontier()
        let now = ContinuousClock.now
        for number in 0..<10_000 {
            for page in 0..<2 { frontier.add(Visit(try WebAddress("http://h\(number).example/\(page)"))) }
        }
        var order: [String] = []
        while let visit = frontier.next(at: now) {
            order.append(visit.chain.current.description)
            frontier.finish(visit.host, readyAt: now + .seconds(1))
        }
        #expect(order.count == 10_000)
        #expect(frontier.wakeUp == now + .seconds(1))
        #expect(!frontier.isEmpty)
        while let visit = frontier.next(at: now + .seconds(2)) {
            order.append(visit.chain.current.description)
            frontier.finish(visit.host, readyAt: now)
        }
        #expect(Set(order).count == 20_000)
        #expect(frontier.isEmpty)
    }
}
