import GRDB
import HTTPTypes
import HummingbirdTesting
import SaysoLedger
import Testing

@testable import SaysoServer

@Suite("Reading for many at once")
struct ReadersTests {
    /// A question that never ends.
    private static let endless =
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"

    private static func ask(_ ledger: Ledger) throws -> Int? {
        try ledger.read { try Int.fetchOne($0, sql: endless) }
    }

    @Test("A question that takes too long is given up, and the next one is answered")
    func late() async throws {
        let ledger = try ServedLedger()
        let readers = try LedgerReaders(ledger.path, count: 1, time: 0.2)
        let problem = await #expect(throws: Problem.self) { try await readers.read(Self.ask) }
        #expect(problem?.status == .serviceUnavailable)
        let hits = try await readers.read { try $0.search(Search(Question())).hits }
        #expect(!hits.isEmpty)
        #expect(readers.requests == 0)
        try await readers.stop()
        withExtendedLifetime(ledger) {}
    }

    @Test("What was answered before is answered again, until the ledger is written by whoever it is")
    func known() async throws {
        let ledger = try ServedLedger()
        let writer = try Ledger(ledger.path, mode: .existing)
        try await ledger.server().application.test(.router) { client in
            func ask() async throws -> String {
                try await client.execute(uri: "/api/v1/search?q=quay&speaker=p1", method: .get).text
            }
            for number in 0..<20 {
                try writer.rename("p1", to: "Mara the \(number)th", author: "Ellery")
                // Several connections, each of which has to notice.
                let answers = try await withThrowingTaskGroup(of: String.self) { group in
                    for _ in 0..<8 { group.addTask { try await ask() } }
                    return try await group.reduce(into: Set<String>()) { $0.insert($1) }
                }
                #expect(answers.count == 1)
                #expect(answers.allSatisfy { $0.contains("Mara the \(number)th") })
            }
        }
        try writer.close()
    }

    @Test("Nothing is read for those who do not wait any more")
    func cancelled() async throws {
        let ledger = try ServedLedger()
        let readers = try LedgerReaders(ledger.path, count: 1, time: 60)
        let reading = Task { try await readers.read(Self.ask) }
        try await Task.sleep(for: .milliseconds(100))
        reading.cancel()
        let start = ContinuousClock.now
        await #expect(throws: (any Error).self) { try await reading.value }
        #expect(ContinuousClock.now - start < .seconds(5))
        try await readers.stop()
        withExtendedLifetime(ledger) {}
    }

    @Test("When too many wait, others are refused at once")
    func full() async throws {
        let ledger = try ServedLedger()
        let readers = try LedgerReaders(ledger.path, count: 1, time: 3)
        await withTaskGroup(of: Int.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    do { _ = try await readers.read(Self.ask) } catch let problem as Problem {
                        return problem.detail.contains("too much") ? 1 : 0
                    } catch {}
                    return 0
                }
            }
            let refused = await group.reduce(0, +)
            // 32 may wait.
            #expect(refused >= 50)
        }
        try await readers.stop()
        withExtendedLifetime(ledger) {}
    }
}
