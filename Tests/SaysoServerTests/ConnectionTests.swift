import HTTPTypes
import HummingbirdTesting
import NIOCore
import SaysoLedger
import Testing

@testable import SaysoServer

/// One after the other: each keeps many connections.
@Suite("Connections that mean no good", .serialized)
struct ConnectionTests {
    private static let question =
        "GET /api/v1/search?q=quay HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"

    private static func ask(_ port: Int) async throws -> String {
        try await RawConnection(port: port, sending: question).waitForEnd()
    }

    @Test(
        "Clients that send nothing, half of something or in drips are let go, and others are answered meanwhile"
    )
    func slow() async throws {
        let ledger = try ServedLedger()
        let server = try ledger.server { ($0.idleTime, $0.arrivalTime) = (2, 2) }
        try await server.application.test(.live) { client in
            let port = try #require(client.port)
            let beginnings = [
                "", "GET / HTTP/1.1\r\nHo",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900\r\n\r\n1",
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
            ]
            let slow = try (0..<60).map {
                try RawConnection(port: port, sending: beginnings[$0 % beginnings.count])
            }
            #expect(try await Self.ask(port).hasPrefix("HTTP/1.1 200"))
            let start = ContinuousClock.now
            let drips = Task {
                while !Task.isCancelled {
                    for connection in slow { connection.write("1") }
                    try await Task.sleep(for: .milliseconds(200))
                }
            }
            for connection in slow { try await connection.waitForEnd() }
            drips.cancel()
            #expect(ContinuousClock.now - start < .seconds(8))
        }
    }

    @Test(
        "Requests that two servers could read in two ways are refused",
        arguments: [
            "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
            "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", "Content-Length: 5, 6\r\n\r\nabcdef",
            "Content-Length: -5\r\n\r\n", "Content-Length: +5\r\n\r\nabcde",
            "Content-Length: 0x5\r\n\r\nabcde",
            "Content-Length: 99999999999999999999\r\n\r\n", "Content-Length : 5\r\n\r\nabcde",
            "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\nx\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
            "Transfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n0\r\n\r\n",
            "X: a\0b\r\n\r\n", " X: a\r\n\r\n", "X: a\rY: b\r\n\r\n", "no header\r\n\r\n",
            "X: \(String(repeating: "a", count: 40_000))",
            String(repeating: "X: a\r\n", count: 5000) + "\r\n",
        ]
    )
    func smuggling(end: String) async throws {
        let ledger = try ServedLedger()
        try await ledger.server { $0.idleTime = 2 }.application.test(.live) { client in
            let connection = try RawConnection(
                port: try #require(client.port),
                sending: "POST /api/v1/decisions/1/undo HTTP/1.1\r\nHost: localhost\r\n\(end)"
                    + "GET /api/v1/search?q=quay HTTP/1.1\r\nHost: localhost\r\n\r\n"
            )
            let answer = try await connection.waitForEnd()
            #expect(!answer.contains("HTTP/1.1 2"), "\(answer.prefix(300))")
            #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"), "\(answer.prefix(300))")
        }
    }

    @Test(
        "A thousand open connections keep nobody else from being answered, and when all are taken, they end",
        .enabled(if: OpenFiles.allow(4096) >= 3000, "the system allows fewer open files")
    )
    func thousand() async throws {
        let ledger = try ServedLedger()
        try await ledger.server { ($0.idleTime, $0.arrivalTime) = (4, 4) }.application.test(.live) { client in
            let port = try #require(client.port)
            var open = try (0..<1000).map {
                try RawConnection(port: port, sending: $0 % 2 == 0 ? "" : "GET / HT")
            }
            #expect(try await Self.ask(port).hasPrefix("HTTP/1.1 200"))
            // All that are taken at once, and some more.
            open += try (0..<60).map { _ in try RawConnection(port: port, sending: "") }
            let start = ContinuousClock.now
            #expect(try await Self.ask(port).hasPrefix("HTTP/1.1 200"))
            #expect(ContinuousClock.now - start < .seconds(9))
            withExtendedLifetime(open) {}
        }
    }

    @Test("A body beyond the limit is refused, whether its length is said or not")
    func large() async throws {
        let ledger = try ServedLedger()
        let server = try ledger.server(intake: DocumentTests.intake(ledger.path)) {
            $0.mostBodyBytes = 10_000
        }
        try await server.application.test(.live) { client in
            let port = try #require(client.port)
            let head =
                "POST /api/v1/extract HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nConnection: close\r\n"
            let piece = "1000\r\n" + String(repeating: "a", count: 4096) + "\r\n"
            for body in [
                "Content-Length: 15000\r\n\r\n" + String(repeating: "a", count: 15_000),
                "Transfer-Encoding: chunked\r\n\r\n" + String(repeating: piece, count: 4) + "0\r\n\r\n",
            ] {
                let answer = try await RawConnection(port: port, sending: head + body).waitForEnd()
                #expect(answer.hasPrefix("HTTP/1.1 413"), "\(answer.prefix(100))")
                #expect(answer.contains("urn:sayso:problem:too-large"))
            }
            // Nobody listens to what never ends.
            let endless = try RawConnection(port: port, sending: head + "Transfer-Encoding: chunked\r\n\r\n")
            let sending = Task { while !Task.isCancelled { endless.write(piece) } }
            try await endless.waitForEnd()
            sending.cancel()
            #expect(try await Self.ask(port).hasPrefix("HTTP/1.1 200"))
        }
    }

    @Test("Clients that leave without taking their answers leave nothing behind")
    func leaving() async throws {
        let ledger = try ServedLedger()
        let server = try ledger.server(intake: DocumentTests.intake(ledger.path)) { $0.mostDownloads = 2 }
        try await server.application.test(.live) { client in
            let port = try #require(client.port)
            for number in 0..<100 {
                let requests = [
                    Self.question, "GET /api/v1/export/jsonl HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    "POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                        + "Content-Length: 5000\r\n\r\nhalf",
                ]
                _ = try RawConnection(port: port, sending: requests[number % 3])
            }
            for path in ["/api/v1/search?q=quay", "/api/v1/export/jsonl"] {
                var answer = ""
                for _ in 0..<100 where !answer.hasPrefix("HTTP/1.1 200") {
                    let request = "GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    answer = try await RawConnection(port: port, sending: request).waitForEnd()
                    try await Task.sleep(for: .milliseconds(20))
                }
                #expect(answer.hasPrefix("HTTP/1.1 200"), "\(answer.prefix(200))")
            }
        }
    }
}
