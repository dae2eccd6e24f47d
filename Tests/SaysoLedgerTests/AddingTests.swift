@testable import SaysoLedger
import Testing

@Suite("Adding articles")
struct AddingTests {
    private static let dam = """
        Dam at Orrin holds, ministry says

        <Mara Osk> {said} [“The dam is safe.”] Engineers look at it daily.

        <Jon Tarrel> {warned} [that the spillway would not last the winter].
        """
    private static let address = "https://coastwire.example/dam"

    private static func revision(
        _ text: String = dam,
        modified: String? = nil,
        retrieved: String? = nil
    ) -> Revision {
        Revision(
            marked: text,
            url: address,
            outlet: "Coastwire",
            modified: modified,
            retrieved: retrieved,
            page: { "<html><p>\($0)</p></html>" }
        )
    }

    @Test("What goes in comes out")
    func roundTrip() throws {
        try withLedger { ledger in
            let revision = Self.revision()
            let id = try ledger.add([revision])[0].id
            #expect(try ledger.revision(id) == revision)
        }
    }

    @Test("What no article dates counts for the day on which it was retrieved")
    func day() throws {
        let days = [("2025-03-03", "2025-03-09T10:00:00Z"), (nil, "2025-03-09T10:00:00Z"), (nil, nil)].map {
            Revision(marked: Self.dam, url: Self.address, published: $0, retrieved: $1)
        }
        .map { revision in
            try? withLedger { ledger in
                try ledger.add([revision])
                return try ledger.search(Search(try Question("dam"))).hits.map(\.day)
            }
        }
        #expect(days == [["2025-03-03"], ["2025-03-09"], [nil]])
    }

    @Test("The same again changes nothing")
    func twice() throws {
        try withLedger { ledger in
            let first = try ledger.add([Self.revision(retrieved: "2025-03-03T10:00:00Z")])
            let second = try ledger.add([Self.revision(retrieved: "2025-03-04T10:00:00Z")])
            #expect(second == [.unchanged(first[0].id)])
        }
    }

    @Test("Bytes that were not kept can be kept later, and their length is theirs", arguments: [true, false])
    func originalsLater(isSameArticle: Bool) throws {
        try withLedger { ledger in
            let revision = Self.revision()
            var (first, second) = (revision, revision)
            (first.source.bytes, first.source.length) = (nil, 3)
            if !isSameArticle { second.key = "tamsin.example/dam" }
            let id = try ledger.add([first])[0].id
            let (digest, text) = (revision.source.digest, Digest(of: revision.text))
            func held(hasSource: Bool) throws -> RevisionID? {
                try ledger.revision(key: revision.key, digest: digest, text: text, hasSource: hasSource)
            }
            #expect(try held(hasSource: false) == id)
            #expect(try held(hasSource: true) == nil)
            let addition = try ledger.add([second])[0]
            #expect((addition == .unchanged(id)) == isSameArticle)
            #expect(try held(hasSource: true) == id)
            #expect(try ledger.revision(id) == revision)
        }
    }

    @Test("A source of an impossible length is a problem", arguments: [-1, 1 << 48])
    func impossibleLength(length: Int) {
        var revision = Self.revision()
        #expect(revision.problems.isEmpty)
        (revision.source.bytes, revision.source.length) = (nil, length)
        #expect(!revision.problems.isEmpty)
    }

    @Test("Times at which something was got sort as times do; what is none, or ahead of now, is dropped")
    func timeGot() {
        let now = 1_741_000_000.0  // 3 March 2025
        let times = [
            "2025-03-03", "2025-03-03T01:00:07+02:00", "2025-03-03T10:00Z", "2025-03-05T10:00:00Z",
            "2999-01-01T00:00:00Z", "zzz", "",
        ].map { Revision.timeGot($0, now: now) }
        #expect(
            times == [
                "2025-03-03T00:00:00Z", "2025-03-02T23:00:07Z", "2025-03-03T10:00:00Z", nil, nil, nil, nil,
            ]
        )
    }

    @Test(
        "A trivial change makes no revision",
        arguments: [
            dam.replacing(" daily", with: "  daily"),
            dam.replacing("“", with: "\"").replacing("”", with: "\""),
            dam + "\n\nRead 1,204 times",
            dam + "\n\nShare this",
        ]
    )
    func trivial(text: String) throws {
        try withLedger { ledger in
            let first = try ledger.add([Self.revision()])
            #expect(try ledger.add([Self.revision(text)]) == [.unchanged(first[0].id)])
        }
    }

    @Test(
        "A change is kept by statement",
        arguments: [
            (dam + "\n\n<Ada Brell> {asked} [who would pay for it].", [RevisionChange.Kind.added]),
            (
                dam.replacing("{warned} [that the spillway would not last the winter]", with: "left"),
                [.removed]
            ),
            (dam.replacing("would not last", with: "might not last"), [.reworded]),
            (dam.replacing("Jon Tarrel", with: "Ada Brell"), [.moved]),
            (dam.replacing("Dam at Orrin holds", with: "Dam at Orrin leaks"), [.headline]),
        ]
    )
    func changes(text: String, kinds: [RevisionChange.Kind]) throws {
        try withLedger { ledger in
            try ledger.add([Self.revision()])
            let changed = try ledger.add([Self.revision(text)])
            guard case .revision(let id, let count) = changed[0] else {
                Issue.record("no revision: \(changed[0])")
                return
            }
            let changes = try ledger.changes(of: id)
            #expect(changes.map(\.kind) == kinds)
            #expect(count == kinds.count)
            #expect(changes.allSatisfy { $0.isSilent })
        }
    }

    @Test("A headline in the article's own voice changes once, sentences of the text besides")
    func ownVoice() throws {
        func revision(_ text: String) -> Revision {
            var revision = Self.revision(text)
            let sentence = Array("Engineers look at it daily.".utf8)
            let start = revision.text.indices.first { revision.text[$0...].starts(with: sentence) }
            revision.ownVoice =
                [revision.paragraphs[0].range] + (start.map { [$0..<$0 + sentence.count] } ?? [])
            return revision
        }
        try withLedger { ledger in
            try ledger.add([revision(Self.dam)])
            let leaks = try ledger.add([revision(Self.dam.replacing("holds", with: "leaks"))])[0]
            #expect(try ledger.changes(of: leaks.id).map(\.kind) == [.headline])
            let gone = try ledger.add([
                revision(
                    Self.dam.replacing("holds", with: "bursts").replacing(
                        " Engineers look at it daily.",
                        with: ""
                    )
                )
            ])[0]
            #expect(
                try ledger.changes(of: gone.id).map(\.wordsBefore) == [
                    "Dam at Orrin leaks, ministry says", "Engineers look at it daily.",
                ]
            )
        }
    }

    @Test("What a feed gives in short takes no page's place; a page takes that of a feed's entry")
    func entry() throws {
        var short = Self.revision("Dam at Orrin holds\n\n<Mara Osk> {said} [“The dam is safe.”]")
        short.origin.entry = 1
        try withLedger { ledger in
            let page = try ledger.add([Self.revision()])[0].id
            #expect(try ledger.add([short]) == [.unchanged(page)])
        }
        try withLedger { ledger in
            let entry = try ledger.add([short])[0].id
            let page = try ledger.add([Self.revision()])[0].id
            #expect(page != entry)
            #expect(try ledger.search(Search(Question("spillway"))).hits.map(\.id.revision) == [page])
        }
    }

    @Test("Capitals are no trifle: an article that changes them is changed")
    func capitals() throws {
        try withLedger { ledger in
            try ledger.add([Self.revision()])
            let changed = try ledger.add([Self.revision(Self.dam.replacing("Engineers", with: "engineers"))])
            if case .revision = changed[0] { return }
            Issue.record("no revision: \(changed[0])")
        }
    }

    @Test("A file that goes back to what it said is a revision again, although nobody says when it was got")
    func fileAgain() throws {
        try withLedger { ledger in
            let other = Self.dam.replacing("is safe", with: "is not safe")
            let ids = try [Self.dam, other, Self.dam].map { try ledger.add([Self.revision($0)])[0].id }
            #expect(Set(ids).count == 3)
            #expect(try ledger.search(Search(Question("safe"))).hits.map(\.content) == ["“The dam is safe.”"])
        }
    }

    @Test("What an article goes back to is a revision again")
    func backAndForth() throws {
        try withLedger { ledger in
            let other = Self.dam.replacing("is safe", with: "is not safe")
            let ids = try [
                ledger.add([Self.revision(retrieved: "2025-03-03T10:00:00Z")])[0],
                ledger.add([Self.revision(other, retrieved: "2025-03-03T11:00:00Z")])[0],
                ledger.add([Self.revision(retrieved: "2025-03-03T12:00:00Z")])[0],
            ].map(\.id)
            #expect(Set(ids).count == 3)
            // A copy from before is not news.
            let old = try ledger.add([Self.revision(other, retrieved: "2025-03-03T10:30:00Z")])
            #expect(old == [.unchanged(ids[1])])
        }
    }
}
