import GRDB
@testable import SaysoLedger
import Synchronization
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("Verifying")
struct VerifyTests {
    /// Everything that is wrong with the ledger of a file; that it cannot be opened counts, too.
    private static func problems(_ path: String) async -> [Verification.Problem] {
        let found = Mutex<[Verification.Problem]>([])
        do {
            let ledger = try Ledger(path, mode: .existing)
            let result = try await ledger.verify(report: { problem in found.withLock { $0.append(problem) } })
            #expect(result.problems == found.withLock(\.count))
            try ledger.close()
        } catch {
            found.withLock { $0.append(.init(what: "\(error)")) }
        }
        return found.withLock { $0 }
    }

    private static func fill(_ path: String, articles: Int) throws {
        let ledger = try Ledger(path, mode: .create)
        for number in 0..<articles { try ledger.add([.invented(number)]) }
        try ledger.close()
    }

    @Test("All that was added is found again")
    func clean() async throws {
        try await withFolder { folder in
            let file = folder + "/invented.sayso"
            try Self.fill(file, articles: 20)
            let ledger = try Ledger(file)
            let result = try await ledger.verify()
            #expect(result == Verification(statements: 40, revisions: 20, withoutSource: 0, problems: 0))
        }
    }

    @Test("Where original bytes were not kept it is said")
    func unkept() async throws {
        try await withFolder { folder in
            let file = folder + "/invented.sayso"
            let ledger = try Ledger(file, mode: .create)
            try ledger.add([.invented(1), .invented(2)], keepsSources: false)
            let result = try await ledger.verify()
            #expect(result.isClean && result.withoutSource == 2)
        }
    }

    @Test("A flipped bit is found wherever it is")
    func flips() async throws {
        try await withFolder { folder in
            let file = folder + "/invented.sayso"
            try Self.fill(file, articles: 30)
            let good = try Data(contentsOf: URL(fileURLWithPath: file))
            var places = Array(0..<100) + [4095, 4096, good.count - 1]
            var seed: UInt64 = 20_250_303
            for _ in 0..<150 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                places.append(Int(seed >> 33) % good.count)
            }
            for place in places {
                var bad = good
                bad[place] ^= 1 << UInt8(place % 8)
                let path = folder + "/flipped.sayso"
                try bad.write(to: URL(fileURLWithPath: path))
                let problems = await Self.problems(path)
                #expect(!problems.isEmpty, "byte \(place) of \(good.count)")
                for ending in ["", "-wal", "-shm"] {
                    try? FileManager.default.removeItem(atPath: path + ending)
                }
            }
        }
    }

    @Test(
        "What a careful hand changed is named, with its statement",
        arguments: [
            ("UPDATE statement SET content = 'The dam is not safe.' WHERE id = 3", 1, "content"),
            ("UPDATE statement SET cue_at = '1+100000' WHERE id = 4", 2, "cue"),
            ("UPDATE statement SET evidence = 'x' WHERE id = 3", 1, "read"),
            ("UPDATE statement SET evidence = '+7' WHERE id = 3", 1, "original do not have its words"),
            ("UPDATE statement SET evidence = '+100000' WHERE id = 3", 1, "outside the original"),
            ("UPDATE statement SET evidence = '' WHERE id = 3", 1, "without evidence"),
            ("UPDATE statement SET confidence = 'x' WHERE id = 3", 1, "read"),
            ("UPDATE statement SET said_to = 20300101 WHERE id = 3", 1, "days"),
            ("UPDATE statement SET is_current = 0 WHERE id = 3", 1, "current"),
            ("DELETE FROM attribution WHERE statement_id = 3", 1, "speaker"),
            ("UPDATE revision SET text_length = 12 WHERE id = 2", nil, "text"),
            ("UPDATE source SET digest = zeroblob(32) WHERE id = 2", nil, "original"),
            ("DELETE FROM source WHERE id = 2", nil, "digest"),
            ("UPDATE statement SET content = content || ' Never.' WHERE id = 3", 1, "words"),
            (
                """
                INSERT INTO statement_words (statement_words, rowid, content, speaker, role, tags)
                SELECT 'delete', id, content, speaker, role, tags FROM statement_text WHERE id = 3
                """, 1, "words for search"
            ),
            ("INSERT INTO statement_words (rowid, content) VALUES (4, 'never')", 2, "words for search"),
        ] as [(String, Int?, String)]
    )
    func named(sql: String, statement: Int?, word: String) async throws {
        try await withFolder { folder in
            let file = folder + "/invented.sayso"
            try Self.fill(file, articles: 3)
            let ledger = try Ledger(file)
            try ledger.writeLoosely { try $0.execute(sql: sql) }
            try ledger.close()
            let problems = await Self.problems(file)
            #expect(
                problems.contains {
                    $0.article == "coastwire.example/dam/1" && $0.statement == statement
                        && $0.what.contains(word)
                },
                "\(problems)"
            )
        }
    }

    @Test(
        "A word that the index spells in another way is found, with its statement, by those who only read, too"
    )
    func word() async throws {
        try await withFolder { folder in
            let file = folder + "/invented.sayso"
            try Self.fill(file, articles: 3)
            let ledger = try Ledger(file)
            let word = Array("naiv".utf8)
            try ledger.writeLoosely { database in
                for row in try Row.fetchAll(database, sql: "SELECT id, block FROM statement_words_data") {
                    var block = [UInt8](try row.decode(Data.self, atIndex: 1))
                    let last = max(0, block.count - word.count)
                    guard let at = (0..<last).first(where: { block[$0...].starts(with: word) }) else {
                        continue
                    }
                    block[at + 3] = UInt8(ascii: "w")
                    try database.execute(
                        sql: "UPDATE statement_words_data SET block = ? WHERE id = ?",
                        arguments: [Data(block), try row.decode(Int64.self, atIndex: 0)]
                    )
                }
            }
            try ledger.close()
            let reader = try Ledger(file, mode: .readOnly)
            let found = Mutex<[Verification.Problem]>([])
            _ = try await reader.verify(report: { problem in found.withLock { $0.append(problem) } })
            let names = found.withLock { $0.map { "\($0.article ?? "") \($0.statement ?? 0) \($0.what)" } }
            #expect(
                names
                    == (0..<3).map {
                        "coastwire.example/dam/\($0) 1 its words for search are not those that it has"
                    }
            )
        }
    }

    @Test("Words of a statement that there is not are found")
    func strayWords() async throws {
        try await withFolder { folder in
            let file = folder + "/invented.sayso"
            try Self.fill(file, articles: 1)
            let ledger = try Ledger(file)
            try ledger.write {
                try $0.execute(sql: "INSERT INTO statement_words (rowid, content) VALUES (77, 'dam')")
            }
            try ledger.close()
            #expect(await Self.problems(file).contains { $0.what.contains("a statement that there is not") })
        }
    }
}
