import TestSupport
import Testing

@testable import SaysoFetching

@Suite("Politeness")
struct PolitenessTests {
    @Test(
        "Dates of HTTP, in all their forms",
        arguments: [
            ("Wed, 25 Nov 2026 10:15:00 GMT", "2026-11-25T10:15:00Z"),
            ("Wednesday, 25-Nov-26 10:15:00 GMT", "2026-11-25T10:15:00Z"),
            ("Wed Nov  5 10:15:09 2026", "2026-11-05T10:15:09Z"),
            ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"),
            ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"),
            ("Thu, 29 Feb 2024 00:00:00 GMT", "2024-02-29T00:00:00Z"),
            ("", nil), ("soon", nil), ("Wed, 25 Nov 2026 10:15:00 CET", nil),
            ("Wed, 25 Nov 2026 25:15:00 GMT", nil),
            ("Wed, 25 Nov 2026 10:15 GMT", nil), ("Wed, 99 Nov 2026 10:15:00 GMT", nil),
            ("Wed, 25 Foo 2026 10:15:00 GMT", nil),
        ] as [(String, String?)]
    )
    func dates(_ text: String, _ expected: String?) { #expect(UnixTime(httpDate: text)?.iso8601 == expected) }

    @Test("Times for names of files")
    func names() { #expect(UnixTime(seconds: 1_795_601_700).compact == "20261125T101500Z") }

    @Test(
        "Retry-After, in seconds or until a date",
        arguments: [
            (nil, nil), ("", nil), ("17", 17), (" 17 ", 17), ("-1", nil), ("1.5", nil),
            ("99999999999999999999", 999_999_999),
            ("Wed, 25 Nov 2026 10:15:30 GMT", 30), ("Wed, 25 Nov 2026 10:00:00 GMT", 0), ("later", nil),
        ] as [(String?, Int?)]
    )
    func retryAfter(_ value: String?, _ seconds: Int?) {
        let now = UnixTime(seconds: 1_795_601_700)
        #expect(RetrySchedule.retryAfter(value, now: now) == seconds.map { .seconds($0) })
    }

    @Test("Waits double, up to a limit, and vary; then it is enough")
    func schedule() {
        var schedule = RetrySchedule()
        schedule.retries = 8
        let waits = (1...8).map { schedule.decision(after: $0, retryAfter: nil, jitter: 1) }
        #expect(waits == [1, 2, 4, 8, 16, 30, 30, 30].map { .wait(.seconds($0)) })
        #expect(schedule.decision(after: 3, retryAfter: nil, jitter: 0) == .wait(.seconds(2)))
        #expect(schedule.decision(after: 9, retryAfter: nil, jitter: 1) == .giveUp)
        #expect(schedule.decision(after: 1, retryAfter: .seconds(60), jitter: 1) == .wait(.seconds(60)))
        #expect(schedule.decision(after: 3, retryAfter: .seconds(1), jitter: 1) == .wait(.seconds(4)))
        #expect(schedule.decision(after: 1, retryAfter: .seconds(121), jitter: 1) == .giveUp)
        schedule.retries = .max
        #expect(schedule.decision(after: 1_000_000, retryAfter: nil, jitter: 1) == .wait(.seconds(30)))
    }

    @Test("Slowness counts from the first byte, over a whole window")
    func speed() {
        let start = ContinuousClock.now
        var watch = SpeedWatch(window: .seconds(10), least: 100)
        func isTooSlow(after seconds: Int) -> Bool { watch.isTooSlow(at: start + .seconds(seconds)) }
        #expect(!isTooSlow(after: 50))
        watch.received(1, at: start)
        #expect(!isTooSlow(after: 9))
        watch.received(1200, at: start + .seconds(9))
        #expect(!isTooSlow(after: 11))
        #expect(!isTooSlow(after: 20))
        #expect(isTooSlow(after: 21))
    }

    @Test(
        "Who asks",
        arguments: [
            (nil, "sayso/1.0"), ("robot@coast.example", "sayso/1.0 (+mailto:robot@coast.example)"),
            ("https://coast.example/robot", "sayso/1.0 (+https://coast.example/robot)"),
        ] as [(String?, String)]
    )
    func agents(_ contact: String?, _ header: String) throws {
        #expect(try UserAgent(version: "1.0", contact: contact).header == header)
    }

    @Test(
        "What is no contact",
        arguments: [
            "", "me", "@coast.example", "a@b", "a b@coast.example", "https://coast.example/)x",
            "a@coast.example\r\nX: y",
        ]
    )
    func contacts(_ contact: String) {
        #expect(throws: FetchError.self) { try UserAgent(version: "1.0", contact: contact) }
    }
}

@Suite("Messages")
struct WireMessageTests {
    @Test(
        "Where a response begins and ends",
        arguments: [
            ("", 0, 0), ("HTTP/1.1 200 OK", 0, 0), ("HTTP/1.1 200 OK\r\n\r\nFerry", 0, 0),
            ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nFerry", 0, 3),
            ("HTTP/1.1 304 No\r\n\r\nFerry", 0, 5),
            ("HTTP/1.1 100 Go on\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", 22, 0),
            ("HTTP/1.1 100 Go on\r\n\r\n", 22, 0),
            (
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, Chunked\r\n\r\n1\r\nF\r\n0\r\nT: x\r\n\r\nmore",
                0, 4
            ),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nmore", 0, 0),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7FFFFFFFFFFFFFFF\r\nmore", 0, 0),
            ("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nmore", 0, 0), ("\n\n\n", 0, 0),
        ]
    )
    func ends(_ text: String, _ dropped: Int, _ cut: Int) {
        let bytes = Array(text.utf8)
        #expect(WireMessage.response(in: bytes) == Array(bytes.dropFirst(dropped).dropLast(cut)))
    }

    @Test("Of any bytes, a part is the response, and all of it is when read again")
    func fuzz() {
        var generator = SeededGenerator(seed: 11)
        let pieces = [
            "HTTP/1.1 ", "200", "100", "304", " OK", "\r\n", "\n", "\r\n\r\n", "Content-Length:", " 5", "-1",
            "99999999999999999999",
            "Transfer-Encoding: chunked", "0", "7fffffffffffffff", "3\r\nabc", ":", "\0",
        ]
        for _ in 0..<5000 {
            let text = (0..<Int.random(in: 0...14, using: &generator)).map { _ in generator.pick(pieces) }
                .joined()
            let bytes = Array(text.utf8)
            let response = WireMessage.response(in: bytes)
            #expect(response.isEmpty || SoughtBytes(response).firstIndex(in: bytes, from: 0) != nil)
            #expect(WireMessage.response(in: response) == response, "\(text.debugDescription)")
        }
    }
}
