import HTTPTypes
import HummingbirdTesting
import Logging
import NIOCore
import SaysoLedger
import Synchronization
import Testing

@testable import SaysoServer

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("What the server refuses")
struct SafetyTests {
    @Test(
        "Every answer forbids scripts in pages, frames and referrers",
        arguments: ["/", "/nowhere", "/api/v1/search?limit=x"]
    )
    func headers(path: String) async throws {
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.router) { client in
            let headers = try await client.execute(uri: path, method: .get).headers
            let policy = try #require(headers[.contentSecurityPolicy])
            #expect(policy.hasPrefix("default-src 'none'"))
            #expect(policy.contains("frame-ancestors 'none'"))
            #expect(!policy.contains("unsafe"))
            #expect(headers[.xContentTypeOptions] == "nosniff")
            #expect(headers[HTTPField.Name("Referrer-Policy")!] == "no-referrer")
        }
    }

    @Test("A name that was made to lead here is refused (DNS rebinding)")
    func rebinding() async throws {
        let ledger = try ServedLedger()
        try await ledger.server { $0.names = ["ledger.example"] }.application.test(.live) { client in
            let port = try #require(client.port)
            for (authority, status) in [
                ("evil.example", 421), ("evil.example:\(port)", 421), ("localhost.evil.example", 421),
                ("127.0.0.1.evil.example", 421), ("localhost:\(port)", 200), ("127.0.0.1:\(port)", 200),
                ("[::1]:\(port)", 200), ("ledger.example", 200),
            ] {
                try await TestClient.withClient(host: "127.0.0.1", port: port) { client in
                    let request = TestClient.Request(
                        "/api/v1/search?q=quay",
                        method: .get,
                        authority: authority
                    )
                    let answer = try await client.execute(request)
                    #expect(answer.status.code == status, "\(authority)")
                }
            }
        }
    }

    @Test("Who does not know the token learns nothing")
    func token() async throws {
        let ledger = try ServedLedger()
        @Sendable func basic(_ text: String) -> String { "Basic " + Data(text.utf8).base64EncodedString() }
        try await ledger.server { $0.token = "open sesame" }.application.test(.router) { client in
            for (field, status) in [
                (nil, 401), ("Bearer open", 401), ("Bearer open sesame!", 401), ("Bearer open sesame", 200),
                (basic("anybody:open sesame"), 200), (basic("open sesame"), 401), ("Basic %%%", 401),
            ] {
                let headers: HTTPFields = field.map { [.authorization: $0] } ?? [:]
                for path in ["/api/v1/search?q=quay", "/", "/metrics"] {
                    let answer = try await client.execute(uri: path, method: .get, headers: headers)
                    #expect(answer.status.code == status, "\(field ?? "nothing") \(path)")
                    #expect(status == 200 || !answer.text.contains("Osk"))
                }
            }
        }
    }

    @Test("Without a token, a ledger is not opened to others", arguments: ["0.0.0.0", "192.0.2.1", "::"])
    func strangers(address: String) throws {
        let ledger = try ServedLedger()
        #expect(throws: ServerError.self) { try ledger.server { $0.address = address } }
        #expect(throws: ServerError.self) {
            try ledger.server { ($0.address, $0.token) = (address, "") }
        }
    }

    @Test("Other methods are refused, and the right ones named")
    func methods() async throws {
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.router) { client in
            let answer = try await client.execute(uri: "/api/v1/search", method: .delete)
            #expect(answer.status == .methodNotAllowed)
            #expect(answer.headers[.allow] == "GET, HEAD")
            for method in [HTTPRequest.Method.options, .trace, .put, .patch, .init("QUERY")!] {
                let other = try await client.execute(uri: "/api/v1/search", method: method)
                #expect(other.status == .methodNotAllowed)
            }
            let head = try await client.execute(uri: "/api/v1/search?q=quay", method: .head)
            #expect(head.status == .ok)
            #expect(head.body.readableBytes == 0)
        }
    }

    @Test("A ledger that is taken away is said to be gone, and found again when another is there")
    func gone() async throws {
        let ledger = try ServedLedger()
        let away = ledger.folder + "/away"
        try await ledger.server().application.test(.router) { client in
            #expect(try await client.execute(uri: "/api/v1/search?q=quay", method: .get).status == .ok)
            for ending in ["", "-wal", "-shm"] {
                try? FileManager.default.moveItem(atPath: ledger.path + ending, toPath: away + ending)
            }
            try await Task.sleep(for: .seconds(1.1))
            let answer = try await client.execute(uri: "/api/v1/search?q=quay", method: .get)
            #expect(answer.status == .serviceUnavailable)
            #expect(answer.text.contains("put its file back"))
            let page = try await client.execute(
                uri: "/?q=quay",
                method: .get,
                headers: [.accept: "text/html"]
            )
            #expect(page.text.contains("put its file back"))
            // Another ledger in its place.
            let other = try Ledger(ledger.path, mode: .create)
            try other.close()
            let empty = try await client.execute(uri: "/api/v1/search?q=quay", method: .get)
            #expect(empty.status == .ok)
            #expect(try empty.list("results").isEmpty)
        }
    }

    @Test(
        "Paths that lead out of what is served lead nowhere",
        arguments: [
            "/assets/../../../etc/passwd", "/assets/..%2f..%2fetc%2fpasswd", "/assets/%2e%2e/openapi.json",
            "/assets/openapi.json", "/assets/page.mustache", "/assets/sayso.css%00.js", "/assets/",
            "//etc/passwd",
            "/..", "/api/v1/export/..%2fjsonl", "/api/v1/revisions/..%2f..%2fetc",
            "/api/v1/statements/%2e%2e", "/api/v1/revisions/%00/source", "/api/v1/speakers/p1%2f..",
            "/%5c..%5cetc",
        ]
    )
    func traversal(path: String) async throws {
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.router) { client in
            let answer = try await client.execute(uri: path, method: .get)
            #expect([400, 404].contains(answer.status.code), "\(answer.status)")
            #expect(!answer.text.contains("root:") && !answer.text.contains("{{"))
        }
    }

    @Test(
        "What strangers write into headers and addresses comes into no header, no metric and no line of the log"
    )
    func injection() async throws {
        let ledger = try ServedLedger()
        let lines = Mutex<[String]>([])
        var options = ServerOptions(ledger: ledger.path)
        options.port = 0
        var logger = Logger(label: "test") { _ in
            NotingLogHandler { line in lines.withLock { $0.append(line) } }
        }
        logger.logLevel = .trace
        let metrics = MetricsRegistry()
        let server = try LedgerServer(options, metrics: metrics, logger: logger)
        try await server.application.test(.live) { client in
            let port = try #require(client.port)
            let evil = "evil%0d%0aSet-Cookie:%20a=b%1b%5B31m%E2%80%A8"
            for request in [
                "GET /api/v1/search?q=quay&sort=oldest&limit=1&outlet=\(evil)", "GET /\(evil)",
                "GET /api/v1/revisions/\(evil)",
                "GET /api/v1/search?q=quay&limit=1&speaker=Osk&role=\(evil)", "EVIL /\(evil)",
                "GET /api/v1/search?q=quay&limit=1&x=\u{1B}[2J",
            ] {
                let connection = try RawConnection(
                    port: port,
                    sending:
                        "\(request) HTTP/1.1\r\nHost: localhost\r\nUser-Agent: evil\r\nReferer: evil\r\nConnection: close\r\n\r\n"
                )
                let answer = try await connection.waitForEnd()
                let head = answer.prefix(
                    upTo: answer.firstRange(of: "\r\n\r\n")?.lowerBound ?? answer.endIndex
                )
                #expect(!head.lowercased().contains("\r\nset-cookie"), "\(head)")
                #expect(!head.contains("\u{1B}"))
            }
        }
        let log = lines.withLock { $0 }
        #expect(log.count { $0.hasPrefix("request") } >= 4)
        for line in log { #expect(!line.contains("evil") && !line.contains("\n"), "\(line)") }
        #expect(!metrics.text.lowercased().contains("evil"))
        #expect(
            LogText.safe("a\r\nb\u{2028}c\u{1B}[31m\u{202E}")
                == "a\u{FFFD}\u{FFFD}b\u{FFFD}c\u{FFFD}[31m\u{FFFD}"
        )
    }

    @Test("Each trouble of the ledger has its status, and tells nobody where the file lies")
    func troubles() {
        for (code, status) in [
            (LedgerError.Code.notFound, 404), (.invalid, 400), (.locked, 503), (.cancelled, 503),
            (.full, 507),
            (.readOnly, 403), (.missing, 503), (.notALedger, 503), (.newer, 503), (.damaged, 500),
            (.unreadable, 500),
        ] {
            let problem = Problem(LedgerError(code, "/srv/news.sayso: what to do"), path: "/srv/news.sayso")
            #expect(problem.status.code == status, "\(code)")
            #expect(problem.detail == "what to do" || code == .cancelled)
            #expect((problem.headers[.retryAfter] != nil) == (status == 503))
        }
    }
}

/// Hands on what is logged, as one line.
private struct NotingLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace
    let note: @Sendable (String) -> Void

    init(_ note: @escaping @Sendable (String) -> Void) { self.note = note }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        note("\(event.message) \(metadata) \(event.metadata ?? [:])")
    }
}
