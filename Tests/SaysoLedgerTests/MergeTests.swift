import SaysoLedger
import TestSupport
import Testing

@Suite("Merging ledgers")
struct MergeTests {
    private static let dam = """
        Dam at Orrin holds, ministry says

        <Mara Osk> {said} [“The dam is safe.”] Engineers look at it daily.
        """

    private static func revision(_ words: String, _ time: String) -> Revision {
        Revision(
            marked: dam.replacing("The dam is safe", with: words),
            url: "https://coastwire.example/dam",
            retrieved: "2025-03-03T\(time):00:00Z"
        )
    }

    private static let three = [
        revision("The dam is safe", "10"), revision("The dam will hold for some years", "11"),
        revision("Nobody needs to leave the valley", "12"),
    ]

    /// What a ledger says of an article's revisions, in their order.
    private static func history(_ ledger: Ledger) throws -> [[String]] {
        try SharingTests.lines(ledger).map { line in
            let archived = try ArchivedRevision(line: line.utf8)
            let id = try #require(archived.id)
            return [archived.revision.origin.retrieved ?? "", "\(id)"]
                + (try ledger.changes(of: id)).map { "\($0.kind) \($0.earlier) \($0.wordsBefore ?? "")" }
        }.sorted { $0[0] < $1[0] }
    }

    @Test(
        "Revisions come into the order in which they were seen, whoever saw which",
        arguments: [[], [0], [1], [2], [0, 1], [0, 2], [1, 2], [2, 0]],
        [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    )
    func order(first: [Int], second: [Int]) throws {
        let now = "2025-05-01T00:00:00Z"
        try withLedger { whole in
            for revision in Self.three { try whole.add([revision], now: now) }
            let history = try Self.history(whole)
            try withLedger { ledger in
                for index in first + second { try ledger.add([Self.three[index]], now: now) }
                #expect(try Self.history(ledger) == history)
            }
            try withLedger { ledger in
                try withLedger { other in
                    for index in first { try ledger.add([Self.three[index]], now: now) }
                    for index in second { try other.add([Self.three[index]], now: now) }
                    let summary = try ledger.merge(other)
                    #expect(try Self.history(ledger) == history)
                    #expect(summary.articles + summary.revisions + summary.unchanged == 3)
                    let current = try SharingTests.lines(ledger).filter { $0.contains("\"current\":true") }
                    #expect(current.count == 1)
                    #expect(current.first?.contains("T12:00:00Z") == true)
                }
            }
        }
    }

    @Test("What an article goes back to is kept in a merge")
    func backAndForth() throws {
        let four = Self.three + [Self.revision("The dam is safe", "13")]
        try withLedger { other in
            for revision in four { try other.add([revision], now: "2025-05-01T00:00:00Z") }
            try withLedger { ledger in
                try ledger.add([four[0]], now: "2025-05-01T00:00:00Z")
                #expect(try ledger.merge(other).revisions == 3)
                #expect(try Self.history(ledger) == Self.history(other))
            }
        }
    }

    @Test(
        "A merge has everything of both, and the same again changes nothing",
        arguments: 0..<10 as Range<UInt64>
    )
    func both(seed: UInt64) throws {
        try withLedger { left in
            try withLedger { right in
                try SharingTests.fill(left, seed: seed)
                try SharingTests.fill(right, seed: seed + 100)
                let before = try (Set(left.revisions()), Set(right.revisions()))
                let summary = try left.merge(right)
                #expect(summary.damaged == [])
                let after = try Set(left.revisions())
                #expect(after.isSuperset(of: before.0))
                #expect(after.count == before.0.count + summary.articles + summary.revisions)
                let lines = try SharingTests.lines(left)
                let again = try left.merge(right)
                #expect(again.articles + again.revisions == 0)
                #expect(try SharingTests.lines(left) == lines)
                #expect(try Set(right.revisions()) == before.1)
            }
        }
    }

    @Test("A merge that was stopped goes on")
    func resumes() async throws {
        let work = { @Sendable (folder: String, stops: Bool) throws in
            let other = try Ledger(folder + "/other.sayso", mode: .readOnly)
            let ledger = try Ledger(folder + "/one.sayso", mode: .create)
            _ = try ledger.merge(other) { done, _ in
                if stops, done > 450 { withUnsafeCurrentTask { $0?.cancel() } }
            }
        }
        let folder = try TemporaryFolder()
        let all = try {
            let other = try Ledger(folder.path + "/other.sayso", mode: .create)
            try SharingTests.fill(other, seed: 3, articles: 600)
            return try other.revisions().count
        }()
        let path = folder.path
        let stopped = await Task { try work(path, true) }.result
        let error = #expect(throws: LedgerError.self) { try stopped.get() }
        #expect(error?.code == .cancelled)
        let half = try Ledger(path + "/one.sayso").revisions().count
        #expect((1..<all).contains(half))
        try await Task { try work(path, false) }.value
        #expect(try Ledger(path + "/one.sayso").revisions().count == all)
    }

    @Test("Bytes that only the other ledger kept are filled in")
    func originals() throws {
        try withLedger { left in
            try withLedger { right in
                let revision = Revision(
                    marked: Self.dam,
                    url: "https://coastwire.example/dam",
                    page: { "<p>\($0)" }
                )
                let id = try left.add([revision], keepsSources: false)[0].id
                try right.add([revision])
                #expect(try left.revision(id).source.bytes == nil)
                #expect(try left.merge(right).sources == 1)
                #expect(try left.revision(id) == revision)
            }
        }
    }

    @Test("A ledger is not merged with itself")
    func itself() throws {
        try withFolder { folder in
            let ledger = try Ledger(folder + "/a.sayso", mode: .create)
            try ledger.add([Self.three[0]])
            let same = try Ledger(folder + "/./a.sayso", mode: .readOnly)
            let error = #expect(throws: LedgerError.self) { try ledger.merge(same) }
            #expect(error?.code == .invalid)
            #expect(error?.message.contains("itself") == true)
            try same.close()
            try ledger.close()
        }
    }
}
