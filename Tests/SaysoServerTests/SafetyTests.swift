import HTTPTypes
import HummingbirdTesting
import NIOCore
import SaysoLedger
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

    @Test("Clients that send nothing, or half of something, are let go, and others are answered meanwhile")
    func slow() async throws {
        let ledger = try ServedLedger()
        let server = try ledger.server { ($0.idleTime, $0.arrivalTime) = (2, 2) }
        try await server.application.test(.live) { client in
            let port = try #require(client.port)
            let slow = try (0..<50).map { number in
                try RawConnection(
                    port: port,
                    sending: number % 2 == 0
                        ? "GET / HTTP/1.1\r\nHo"
                        : "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n1"
                )
            }
            try await TestClient.withClient(host: "127.0.0.1", port: port) { client in
                let request = TestClient.Request(
                    "/api/v1/search?q=quay",
                    method: .get,
                    authority: "localhost"
                )
                let answer = try await client.execute(request)
                #expect(answer.status == .ok)
            }
            let start = ContinuousClock.now
            for connection in slow { try await connection.waitForEnd() }
            #expect(ContinuousClock.now - start < .seconds(8))
        }
    }

    @Test(
        "Requests that two servers could read in two ways are refused",
        arguments: [
            ("two lengths of one body", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
            ("two lengths", "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef"),
            ("no length", "Content-Length: -5\r\n\r\n"),
            ("a zero", "X: a\0b\r\n\r\n"),
            ("no end of headers", "X: a"),
        ]
    )
    func smuggling(what: String, end: String) async throws {
        let end = what == "no end of headers" ? end + String(repeating: "a", count: 40_000) : end
        let request = "GET / HTTP/1.1\r\nHost: localhost\r\n\(end)"
        let ledger = try ServedLedger()
        try await ledger.server().application.test(.live) { client in
            let connection = try RawConnection(port: try #require(client.port), sending: request)
            let answer = try await connection.waitForEnd()
            #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"), "\(answer.prefix(80))")
        }
    }
}
