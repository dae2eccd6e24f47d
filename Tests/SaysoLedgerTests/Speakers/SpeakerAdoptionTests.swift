import SaysoLedger
import SaysoStatements
import Testing

@Suite("Decisions about speakers in a merge")
struct SpeakerAdoptionTests {
    private static let articles: [Revision] = [
        .of("Mara Osk", "mayor of Orrin", page: "a"), .of("Lena Osk", "mayor of Orrin", page: "b"),
        .of("Mara Osk", "mayor of Orrin", page: "c"), .of("Jon Tarrel", "baker", page: "d"),
        .of("a senior official", page: "e"), .of("Ada Brell", "pilot", page: "f"),
        .of("Ada Brell", "test pilot", page: "g"),
        Revision(
            marked: "News\n\n<Ivo Kest> {said} [“It holds.”]\n\n<Ivo Kest> {said} [“It leaks.”]",
            url: "https://fenpost.example/h"
        ),
    ]

    /// What people decide, by name.
    fileprivate static let decisions: [(name: String, work: @Sendable (Ledger) throws -> Void)] = [
        ("merge", { try $0.merge(["Lena Osk", "Jon Tarrel"], author: "ida") }),
        (
            "merge the unnamed",
            { ledger in
                let official = try #require(try ledger.speakers(kind: .unnamed).first).id
                try ledger.merge(["Jon Tarrel", "\(official)"], author: "ida")
            }
        ),
        (
            "split a role",
            { ledger in
                var parts = SpeakerParts()
                parts.roles = ["test pilot"]
                try ledger.split("Ada Brell", parts, name: "Ada Brell junior", author: "ida")
            }
        ),
        (
            "split an article",
            { ledger in
                var parts = SpeakerParts()
                parts.articles = ["https://coastwire.example/c"]
                try ledger.split("Mara Osk", parts, author: "ida")
            }
        ),
        (
            "split a statement",
            { ledger in
                var parts = SpeakerParts()
                let found = try ledger.search(Search(try Question("leaks"))).hits
                parts.statements = [try #require(found.first).id]
                try ledger.split("Ivo Kest", parts, name: "Ivo Kest the elder", author: "ida")
            }
        ),
        ("rename", { try $0.rename("Jon Tarrel", to: "Jonathan Tarrel", author: "ida") }),
        ("link", { try $0.link("Jon Tarrel", to: "Q42", author: "ida") }),
    ]

    /// Who says what, by name, and who is who.
    private static func state(_ ledger: Ledger) throws -> [[String]] {
        let said = try ledger.search(Search(try Question(""))).hits.map { hit in
            [hit.id.description] + hit.speakers
        }
        let links = try ledger.speakers().map { [$0.name, $0.link ?? ""] }
        return try ledger.grouped() + (said + links).sorted { $0.joined() < $1.joined() }
    }

    @Test("What was decided there holds here, once, and can be undone", arguments: 0...decisions.count)
    func taken(index: Int) throws {
        let work = index < Self.decisions.count ? [Self.decisions[index]] : Self.decisions
        try withLedger { other in
            try other.add(Self.articles)
            for decision in work { try decision.work(other) }
            try withLedger { ledger in
                // Other numbers, and somebody whom the other ledger does not know.
                try ledger.add([.of("Edda Quill", "harbour pilot", page: "x")])
                try ledger.add(Array(Self.articles.reversed()))
                let before = try Self.state(ledger)
                let summary = try ledger.merge(other, author: "tom")
                #expect(summary.refusals == [])
                #expect(summary.decisions > 0)
                try other.add([.of("Edda Quill", "harbour pilot", page: "x")])
                #expect(try Self.state(ledger) == Self.state(other))
                #expect(try ledger.attributionsAgree())
                let log = try ledger.decisions()
                #expect(log.allSatisfy { $0.action == .adopt && $0.author == "tom" })
                #expect(log.count == summary.decisions)
                // Articles to come follow it.
                for ledger in [ledger, other] { try ledger.add([.of("Jon Tarrel", "baker", page: "y")]) }
                #expect(try Self.state(ledger) == Self.state(other))
                #expect(try ledger.merge(other, author: "tom").decisions == 0)
                #expect(try ledger.decisions() == log)
                for _ in log { try ledger.undo(author: "tom") }
                #expect(try ledger.attributionsAgree())
                let undone = try Self.state(ledger)
                #expect(
                    undone.filter { !$0.description.contains("Jon Tarrel") }
                        == before.filter { !$0.description.contains("Jon Tarrel") }
                )
                #expect(try ledger.merge(other, author: "tom").decisions == 0)
                #expect(try Self.state(ledger) == undone)
            }
        }
    }

    @Test("An empty ledger takes all of it")
    func empty() throws {
        try withLedger { other in
            try other.add(Self.articles)
            for decision in Self.decisions { try decision.work(other) }
            try withLedger { ledger in
                let summary = try ledger.merge(other)
                #expect(summary.decisions > 4)
                #expect(try Self.state(ledger) == Self.state(other))
            }
        }
    }

    @Test("What both decided alike, or of others, goes together", arguments: ["Lena Osk", "Ivo Kest"])
    func agreeing(other: String) throws {
        let (ledger, summary, folder) = try Self.merged { ledger in
            try ledger.merge(["Lena Osk", "Jon Tarrel"], author: "tom")
        } there: { ledger in
            try ledger.merge(["Jon Tarrel", other], author: "ida")
        }
        defer { withExtendedLifetime(folder) {} }
        #expect(summary.refusals == [])
        let one = try ledger.speaker("Lena Osk").id
        #expect(try ledger.speaker("Jon Tarrel").id == one)
        // Whom both call the same man is the same man as whom either calls so.
        #expect(try (ledger.speaker("Ivo Kest").id == one) == (other == "Ivo Kest"))
        #expect(try ledger.attributionsAgree())
    }

    @Test("Two names for one speaker: this ledger's stays, and that is said")
    func otherNames() throws {
        let (ledger, summary, folder) = try Self.merged { ledger in
            try ledger.rename("Jon Tarrel", to: "Jon F. Tarrel", author: "tom")
        } there: { ledger in
            try ledger.rename("Jon Tarrel", to: "Jonathan Tarrel", author: "ida")
            try ledger.link("Jonathan Tarrel", to: "Q42", author: "ida")
        }
        defer { withExtendedLifetime(folder) {} }
        #expect(summary.refusals.count == 1)
        #expect(summary.refusals.first?.contains("Jon F. Tarrel") == true)
        // Of the address nobody said anything here.
        #expect(
            try ledger.decisions().first?.details
                == "p3 (Jon F. Tarrel), linked to https://www.wikidata.org/wiki/Q42, as another ledger has it"
        )
        #expect(try ledger.speaker("Jon F. Tarrel").link == "https://www.wikidata.org/wiki/Q42")
    }

    @Test("Who was made one here and two there stays one, and who was made two here stays two")
    func opposite() throws {
        var parts = SpeakerParts()
        parts.roles = ["test pilot"]
        let split = { @Sendable [parts] (ledger: Ledger) throws in
            _ = try ledger.split("Ada Brell", parts, author: "ida")
        }
        let rename = { @Sendable (ledger: Ledger) throws in
            _ = try ledger.rename("Ada Brell", to: "Ada Brell", author: "tom")
        }
        let (one, summary, folder) = try Self.merged(here: rename, there: split)
        #expect(summary.refusals.count == 2)
        #expect(try one.grouped().contains(["Ada Brell f", "Ada Brell g"]))
        let (two, others, otherFolder) = try Self.merged(here: split, there: rename)
        #expect(others.refusals.count == 1)
        #expect(try two.grouped().contains(["Ada Brell f"]))
        withExtendedLifetime((folder, otherFolder)) {}
    }

    @Test("Whose an unnamed source is stays as it was decided here, and makes nobody one")
    func unnamed() throws {
        func give(_ name: String) -> (Ledger) throws -> Void {
            { ledger in
                let official = try #require(try ledger.speakers(kind: .unnamed).first).id
                try ledger.merge([name, "\(official)"], author: "ida")
            }
        }
        let (ledger, summary, folder) = try Self.merged(here: give("Ivo Kest"), there: give("Jon Tarrel"))
        defer { withExtendedLifetime(folder) {} }
        #expect(summary.refusals.count == 1)
        #expect(try ledger.grouped().contains(["Jon Tarrel d"]))
        #expect(
            try ledger.grouped().contains { $0.contains("a senior official e") && $0.contains("Ivo Kest h") }
        )
    }

    /// A ledger in which one thing was decided, with another one merged into it in which another thing was.
    private static func merged(here: (Ledger) throws -> Void, there: (Ledger) throws -> Void) throws -> (
        Ledger, MergeSummary, TemporaryFolder
    ) {
        let folder = try TemporaryFolder()
        let other = try Ledger(folder.path + "/other.sayso", mode: .create)
        try other.add(articles)
        try there(other)
        let ledger = try Ledger(folder.path + "/one.sayso", mode: .create)
        try ledger.add(articles)
        try here(ledger)
        return (ledger, try ledger.merge(other, author: "tom"), folder)
    }
}
