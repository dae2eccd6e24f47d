import Foundation
import SaysoArchives
import TestServer
import Testing

@Suite("Fetching", .timeLimit(.minutes(10)))
struct FetchTests {
    private func records(_ path: String) throws -> [ArchiveRecord] {
        let reader = try ArchiveReader(FileSource(path: path))
        var records: [ArchiveRecord] = []
        while let item = try reader.next() {
            switch item {
            case .record(let record): records.append(record)
            case .problem(let problem): Issue.record("\(problem)")
            }
        }
        return records
    }

    @Test("Pages go into an archive, its name to standard output, and what became of each to standard error")
    func pages() async throws {
        try await TestServer.with { request in
            switch request.target {
            case "/robots.txt": .response(200, "User-agent: sayso\nDisallow: /b")
            case "/old": .redirect("/ferry")
            case "/ferry": .response(200, "<p>The ferry sails.</p>")
            default: .response(404, "no")
            }
        } _: { server in
            let folder = try TemporaryFolder()
            let list = try folder.file(
                "list.txt",
                "# pages\n\n  \(server.address("/gone")) \r\n\(server.address("/bar"))"
            )
            let output = folder.path + "/out.warc.gz"
            let result = try Tool.run(
                "fetch",
                "--allow-private",
                "--pause",
                "0",
                "--contact",
                "me@coast.example",
                "--output",
                output,
                "--from",
                list,
                server.address("/old"),
                "-",
                input: server.address("/old#again")
            )
            #expect(result.status == 1)
            #expect(result.text == output + "\n")
            let lines = Set(result.errors.split(separator: "\n").map(String.init))
            #expect(lines.count == 4)
            #expect(
                lines.contains { $0.hasPrefix("200 ") && $0.hasSuffix("/old -> \(server.address("/ferry"))") }
            )
            #expect(lines.contains { $0.hasPrefix("404 ") && $0.hasSuffix(server.address("/gone")) })
            #expect(
                lines.contains {
                    $0.hasPrefix("sayso: ") && $0.contains("asks robots not to fetch this page")
                }
            )
            #expect(lines.contains { $0.hasPrefix("1 fetched, 2 failed; ") })
            #expect(try records(output).map(\.status) == [200, 302, 200, 404])
            #expect(
                server.requests.allSatisfy { $0.field("User-Agent")?.contains("me@coast.example") == true }
            )
        }
    }

    @Test("An earlier archive saves what has not changed")
    func earlier() async throws {
        try await TestServer.with { request in
            if request.target == "/robots.txt" { return .response(404) }
            if request.field("If-None-Match") == "\"1\"" { return [.send("HTTP/1.1 304 Same\r\n\r\n")] }
            return .response(200, "Ferry", "ETag: \"1\"")
        } _: { server in
            let folder = try TemporaryFolder()
            let (first, second) = (folder.path + "/1.warc.gz", folder.path + "/2.warc.gz")
            let arguments = ["fetch", "--allow-private", server.address("/ferry"), "--output"]
            #expect(try Tool.run(Tool.path, arguments + [first]).status == 0)
            let result = try Tool.run(Tool.path, arguments + [second, "--earlier", first])
            #expect(result.status == 0)
            #expect(result.errors.contains("304 unchanged"))
            #expect(try records(second).last?.kind == .revisit)
            // Nothing is overwritten.
            let again = try Tool.run(Tool.path, arguments + [second])
            #expect(again.status == 2)
            #expect(try records(second).count == 2)
        }
    }

    @Test("A feed's entries are fetched after it, as many as wanted")
    func feed() async throws {
        try await TestServer.with { request in
            switch request.target {
            case "/robots.txt": .response(404)
            case "/feed":
                .response(
                    200,
                    """
                    <?xml version="1.0"?><rss version="2.0"><channel><title>Coastwire</title>
                    <item><title>Ferry</title><link>/ferry?a=1&amp;b=2</link></item>
                    <item><title>Pier</title><link>/pier</link></item>
                    </channel></rss>
                    """,
                    "Content-Type: application/rss+xml"
                )
            default: .response(200, "<html><body><a href='/other'>Ferry</a></body></html>")
            }
        } _: { server in
            let folder = try TemporaryFolder()
            for (arguments, pages, words) in [
                ([], ["/feed", "/ferry?a=1&b=2", "/pier"], "(feed, 2 entries)"),
                (["--limit", "1"], ["/feed", "/ferry?a=1&b=2"], "(feed, 1 entry)"),
                (["--no-entries"], ["/feed"], "/feed\n"),
            ] {
                let output = "\(folder.path)/\(pages.count).warc.gz"
                let result = try Tool.run(
                    Tool.path,
                    ["fetch", "--allow-private", "--pause", "0", "--output", output, server.address("/feed")]
                        + arguments
                )
                #expect(result.status == 0)
                #expect(result.errors.contains(words))
                let addresses = Set(try records(output).map(\.address))
                #expect(addresses == Set((pages + ["/robots.txt"]).map { server.address($0) }))
            }
        }
    }

    @Test("Loopback is refused unless it is allowed")
    func privateAddress() async throws {
        try await TestServer.with { _ in
            .response()
        } _: { server in
            let folder = try TemporaryFolder()
            let result = try Tool.run(
                "fetch",
                "--output",
                folder.path + "/out.warc.gz",
                server.address("/", host: "localhost")
            )
            #expect(result.status == 1)
            #expect(result.errors.contains("--allow-private"))
            #expect(server.connections == 0)
        }
    }

    @Test("A page that is longer than it may be is archived as far as it came, and is no success")
    func maxSize() async throws {
        try await TestServer.with { request in
            request.target == "/robots.txt"
                ? .response(404) : .response(200, String(repeating: "y", count: 3000))
        } _: { server in
            let output = try TemporaryFolder().path + "-out.warc.gz"
            defer { try? FileManager.default.removeItem(atPath: output) }
            let result = try Tool.run(
                "fetch",
                "--allow-private",
                "--max-size",
                "0.001",
                "--output",
                output,
                server.address("/long")
            )
            #expect(result.status == 1)
            #expect(result.errors.contains("/long: is cut off: is longer than --max-size allows"))
            #expect(result.errors.contains("0 fetched, 1 failed; "))
            #expect(!result.errors.contains("; 0 bytes"))
            #expect(try records(output).map(\.truncated) == [nil, "length"])
        }
    }

    @Test("Where nothing was asked there is no archive", arguments: ["nonsense", "http://127.0.0.1:9/"])
    func noArchive(address: String) throws {
        let folder = try TemporaryFolder()
        let result = try Tool.run("fetch", "--output", folder.path + "/out.warc.gz", address)
        #expect(result.status == 1)
        #expect(result.output.isEmpty)
        #expect(result.errors.hasSuffix("\n0 fetched, 1 failed\n"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test("What came counts, if it is but robots.txt and redirects")
    func bytes() async throws {
        try await TestServer.with { request in
            request.target == "/robots.txt" ? .response(200, "User-agent: *\nDisallow: /b") : .redirect("/b")
        } _: { server in
            let folder = try TemporaryFolder()
            let output = folder.path + "/out.warc.gz"
            let result = try Tool.run("fetch", "--allow-private", "--output", output, server.address("/a"))
            #expect(result.status == 1)
            #expect(result.errors.contains("0 fetched, 1 failed; "))
            #expect(!result.errors.contains("; 0 bytes in"))
            #expect(try records(output).map(\.status) == [200, 302])
        }
    }

    @Test("Ctrl-C gives up what is in hand; the archive keeps what is whole")
    func interruption() async throws {
        try await TestServer.with { request in
            switch request.target {
            case "/robots.txt": .response(404)
            case "/slow": [.wait(300_000)]
            default: .response(200, "Ferry")
            }
        } _: { server in
            let folder = try TemporaryFolder()
            let output = folder.path + "/out.warc.gz"
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Tool.path)
            process.arguments =
                ["fetch", "--allow-private", "--pause", "0", "--timeout", "300", "--output", output]
                + ["/ferry", "/slow", "/never"].map { server.address($0) }
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            while !server.targets.contains("/slow") { try await Task.sleep(for: .milliseconds(10)) }
            process.interrupt()
            process.waitUntilExit()
            #expect(process.terminationStatus == 130)
            #expect(
                try records(output).map(\.address) == ["/robots.txt", "/ferry"].map { server.address($0) }
            )
        }
    }

    @Test("Without a name, the archive is called after the time")
    func defaultName() async throws {
        try await TestServer.with { _ in
            .response(200, "Ferry")
        } _: { server in
            let folder = try TemporaryFolder()
            let result = try Tool.shell(
                "cd \"$1\" && \"$SAYSO\" fetch --allow-private \"$2\"",
                folder.path,
                server.address("/")
            )
            #expect(result.status == 0)
            #expect(result.text.wholeMatch(of: /sayso-\d{8}T\d{6}Z\.warc\.gz\n/) != nil)
            #expect(FileManager.default.fileExists(atPath: "\(folder.path)/\(result.text.dropLast())"))
        }
    }
}
