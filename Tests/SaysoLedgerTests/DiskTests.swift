import GRDB
@testable import SaysoLedger
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("Disks, locks and clocks")
struct DiskTests {
    @Test("A full disk loses nothing that was there, and says so")
    func full() async throws {
        try await withFolder { folder in
            let file = folder + "/invented.sayso"
            let ledger = try Ledger(file, mode: .create)
            try ledger.add([.invented(1)])
            try ledger.write { try $0.execute(sql: "PRAGMA max_page_count = 1") }
            let error = #expect(throws: LedgerError.self) { try ledger.add((2..<200).map(Revision.invented)) }
            #expect(error?.code == .full && error?.message.hasPrefix(file) == true)
            #expect(try ledger.revisions().count == 1)
            try ledger.close()
            let again = try Ledger(file)
            #expect(try await again.verify().isClean)
            try again.add([.invented(2)])
            #expect(try again.revisions().count == 2)
            try again.close()
        }
    }

    @Test("A writer that waited for long enough says why, and readers wait for nobody")
    func locked() async throws {
        try await withFolder { folder in
            let file = folder + "/invented.sayso"
            let first = try Ledger(file, mode: .create)
            try first.add([.invented(1)])
            let second = try Ledger(file, patience: 0.2)
            try first.write { database in
                try database.execute(sql: "UPDATE revision SET headline = 'Dam 1 may hold'")
                let error = #expect(throws: LedgerError.self) { try second.add([.invented(2)]) }
                #expect(error?.code == .locked && error?.message.contains("another program") == true)
                // Those who come meanwhile, too.
                let start = ContinuousClock.now
                let reader = try Ledger(file, mode: .readOnly, patience: 60)
                let hits = try reader.search(Search(try Question("dam"))).hits
                #expect(hits.map(\.headline) == ["Dam 1 at Orrin holds, ministry says"])
                #expect(ContinuousClock.now - start < .seconds(10))
                try reader.close()
            }
            try second.add([.invented(2)])
            #expect(try await first.verify().isClean)
            #expect(try first.revisions().count == 2)
        }
    }

    /// Copies a ledger as a power cut would leave it: with a log that is not put away.
    private static func cutOff(_ file: String, _ copy: String, log: (Data) -> Data) throws {
        let ledger = try Ledger(file, mode: .create)
        try ledger.add([.invented(1)])
        try ledger.checkpoint()
        for number in 2..<6 { try ledger.add([.invented(number)]) }
        try FileManager.default.copyItem(atPath: file, toPath: copy)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file + "-wal"))
        try log(bytes).write(to: URL(fileURLWithPath: copy + "-wal"))
        try ledger.close()
    }

    @Test("Of a log that was cut off, whole transactions are kept", arguments: [0, 1, 40, 75, 99, 100])
    func log(percent: Int) async throws {
        try await withFolder { folder in
            let (file, copy) = (folder + "/invented.sayso", folder + "/copy.sayso")
            try Self.cutOff(file, copy) { $0.prefix($0.count * percent / 100) }
            let all = try Ledger(file).revisions()
            let ledger = try Ledger(copy)
            let found = try ledger.revisions()
            #expect(found == Array(all.prefix(found.count)))
            #expect(percent < 100 ? !found.isEmpty && found.count < 5 : found.count == 5)
            #expect(try await ledger.verify().isClean)
            try ledger.close()
        }
    }

    @Test("The log of another ledger is noticed")
    func foreignLog() async throws {
        try await withFolder { folder in
            let (file, copy, other) = (
                folder + "/invented.sayso", folder + "/copy.sayso", folder + "/other.sayso"
            )
            let ledger = try Ledger(other, mode: .create)
            for number in 100..<130 { try ledger.add([.invented(number)]) }
            let foreign = try Data(contentsOf: URL(fileURLWithPath: other + "-wal"))
            try ledger.close()
            try Self.cutOff(file, copy) { _ in foreign }
            var problems = 1
            do {
                let ledger = try Ledger(copy)
                problems = try await ledger.verify().problems
                try ledger.close()
            } catch is LedgerError {
            }
            // SQLite takes the log for the ledger's own; if all of it fits, the ledger is the other one.
            let found = try? Ledger(copy, mode: .readOnly).revisions()
            #expect(problems > 0 || found == (try? Ledger(other).revisions()))
        }
    }

    @Test("A clock that goes back changes neither order nor state")
    func clock() async throws {
        try withLedger { ledger in
            var later = Revision.invented(1)
            later.publication.headline = "Dam 1 at Orrin may hold"
            try ledger.add([.invented(1)], now: "2025-03-05T10:00:00Z")
            try ledger.add([later], now: "2025-03-01T10:00:00Z")
            later.publication.headline = "Dam 1 at Orrin holds again"
            try ledger.add([later], now: "2025-02-01T10:00:00Z")
            let ids = try ledger.revisions()
            #expect(ids.count == 3)
            #expect(try ledger.details(of: ids[2]).number == 3)
            #expect(try ledger.search(Search(try Question("dam"))).hits.map(\.id.revision) == [ids[2]])
        }
        try await withFolder { folder in
            let ledger = try Ledger(folder + "/invented.sayso", mode: .create)
            try ledger.add([.invented(1)], now: "2025-03-05T10:00:00Z")
            try ledger.add([.invented(1)], now: "2024-03-05T10:00:00Z")
            #expect(try await ledger.verify().isClean)
            #expect(try ledger.revisions().count == 1)
            #expect(throws: LedgerError.self) { try ledger.merge(ledger) }
            #expect(try await ledger.verify().isClean)
        }
    }

    @Test("U+0000 ends no text")
    func nul() async throws {
        try await withFolder { folder in
            let file = folder + "/invented.sayso"
            let ledger = try Ledger(file, mode: .create)
            let revision = Revision(
                marked: "Dam at Orrin\n\n<Mara Osk> {said} [the dam\0 is safe] on Monday."
            )
            try ledger.add([revision])
            let stored = try ledger.revision(try ledger.revisions()[0])
            #expect(stored.text == revision.text)
            #expect(stored.statements[0].content == revision.statements[0].content)
            #expect(
                try ledger.search(Search(try Question("safe"))).hits.map(\.content) == [
                    "the dam\u{FFFD} is safe"
                ]
            )
            #expect(try await ledger.verify().isClean)
        }
    }

    @Test(
        "A ledger of a later version is refused with the reason",
        arguments: [Ledger.Mode.readOnly, .existing, .create]
    )
    func newer(mode: Ledger.Mode) throws {
        try withFolder { folder in
            let file = folder + "/invented.sayso"
            let ledger = try Ledger(file, mode: .create)
            try ledger.add([.invented(1)])
            try ledger.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2')") }
            try ledger.close()
            let before = try Data(contentsOf: URL(fileURLWithPath: file))
            let error = #expect(throws: LedgerError.self) { try Ledger(file, mode: mode) }
            #expect(error?.code == .newer && error?.message.contains("update sayso") == true)
            #expect(throws: LedgerError.self) { try Ledger.rescue(file, into: folder + "/new.sayso") }
            #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
        }
    }

    @Test("What was replaced before a search told of it is told, once")
    func replaced() throws {
        try withLedger { ledger in
            var later = Revision.invented(1)
            later.text += Array(" A gate was opened on Monday, and nobody was told of it.".utf8)
            later.paragraphs[2].range = later.paragraphs[2].range.lowerBound..<later.text.count
            try ledger.add([.invented(1)])
            try ledger.add([later])
            #expect(try ledger.revisions().count == 2)
            let found = try ledger.news(Question("safe"), after: 0)
            #expect(found.hits.map(\.id.revision) == [try ledger.revisions()[0]])
            #expect(try ledger.news(Question("safe"), after: found.last).hits.isEmpty)
        }
    }
}
