import SaysoLedger
import SaysoStatements
import Testing

@Suite("What people decide about speakers")
struct SpeakerDecisionTests {
    private static let articles: [Revision] = [
        .of("Mara Osk", "mayor of Orrin", page: "a"), .of("Lena Osk", "mayor of Orrin", page: "b"),
        .of("Mara Osk", "mayor of Orrin", page: "c"), .of("Jon Tarrel", "baker", page: "d"),
        .of("a senior official", page: "e"), .of("Mara Osk", "judge at Tamsin", page: "f"),
    ]

    private static func with(_ work: (Ledger) throws -> Void) throws {
        try withLedger { ledger in
            try ledger.add(articles)
            try work(ledger)
            #expect(try ledger.attributionsAgree())
        }
    }

    @Test("Merged speakers are one, also in articles to come; undone, they are two again")
    func merge() throws {
        try Self.with { ledger in
            let before = try ledger.grouped()
            try ledger.merge(["Lena Osk", "Jon Tarrel"], author: "ida")
            #expect(try ledger.grouped().contains(["Jon Tarrel d", "Lena Osk b"]))
            try ledger.add([.of("Jon Tarrel", "baker", page: "g"), .of("Jon Tarrel", "a baker", page: "h")])
            #expect(
                try ledger.grouped().contains(["Jon Tarrel d", "Jon Tarrel g", "Jon Tarrel h", "Lena Osk b"])
            )
            #expect(try ledger.attributionsAgree())
            try ledger.undo(author: "ida")
            #expect(try ledger.grouped().contains(["Jon Tarrel d", "Jon Tarrel g", "Jon Tarrel h"]))
            #expect(
                try ledger.grouped().filter { !$0[0].hasPrefix("Jon") }
                    == before.filter { !$0[0].hasPrefix("Jon") }
            )
        }
    }

    @Test("What was split off and then merged goes back with all later revisions")
    func splitMergeUndo() throws {
        try Self.with { ledger in
            var parts = SpeakerParts()
            parts.articles = ["https://coastwire.example/c"]
            let old = try #require(try ledger.speakers(named: "mara").first { $0.articles == 2 })
            let new = try #require(try ledger.split("\(old.id)", parts, author: "ida").speakers.last)
            let before = try ledger.grouped()
            try ledger.merge(["Jon Tarrel", "\(new)"], author: "ida")
            try ledger.add([
                .of("Mara Osk", "mayor of Orrin", page: "c", words: "The quay will never open, not in May.")
            ])
            try ledger.undo(author: "ida")
            #expect(try ledger.grouped() == before)
        }
    }

    @Test("Who was only given statements is found, with words and without, and counted")
    func given() throws {
        try Self.with { ledger in
            let old = try #require(try ledger.speakers(named: "mara").first { $0.articles == 2 }).id
            let hit = try #require(try ledger.search(Search(Question("speaker:\(old) quay"))).hits.first)
            var parts = SpeakerParts()
            parts.statements = [hit.id]
            let new = try #require(try ledger.split("\(old)", parts, author: "ida").speakers.last)
            for question in ["speaker:\(new)", "quay speaker:\(new)"] {
                #expect(try ledger.search(Search(Question(question))).hits.map(\.id) == [hit.id])
            }
            #expect(try ledger.audit().quoted.contains { $0.speaker == new })
        }
    }

    @Test("Two who were said to be two are no doubt any more, whatever articles come; undone, they are again")
    func apart() throws {
        try Self.with { ledger in
            let doubts = try ledger.speakerDoubts()
            let doubt = try #require(doubts.first)
            #expect(try ledger.speakerDoubtCount() == doubts.count)
            #expect(try ledger.speakerDoubts(limit: 9, offset: doubts.count).isEmpty)
            let before = try ledger.grouped()
            let decision = try ledger.keepApart("\(doubt.one)", "\(doubt.other)", author: "ida")
            #expect(decision.action == .apart)
            #expect(Set(decision.speakers) == [doubt.one, doubt.other])
            #expect(try ledger.grouped() == before)
            try ledger.add([
                .of("Mara Osk", "judge at Tamsin", page: "x"), .of("Mara Osk", "mayor of Orrin", page: "y"),
            ])
            let pairs = try ledger.speakerDoubts().map { Set([$0.one, $0.other]) }
            #expect(!pairs.contains([doubt.one, doubt.other]))
            try ledger.undo(author: "ida")
            #expect(try ledger.speakerDoubts().contains { $0.one == doubt.one && $0.other == doubt.other })
            #expect(throws: LedgerError.self) {
                try ledger.keepApart("\(doubt.one)", "\(doubt.one)", author: "ida")
            }
        }
    }

    @Test("Pages of a list hold everybody once, and faces have their days")
    func pages() throws {
        try Self.with { ledger in
            let all = try ledger.speakers().map(\.id)
            #expect(try ledger.speakerCount() == all.count)
            let pages = try (0..<all.count).flatMap { try ledger.speakers(limit: 1, offset: $0).map(\.id) }
            #expect(Set(pages) == Set(all) && pages.count == all.count)
            #expect(try ledger.speakerCount(named: "ma os") == 2)
            #expect(try ledger.speakerCount(kind: .unnamed) == 1)
            #expect(try ledger.speaker("Jon Tarrel").faces.map(\.first) == [20250303])
        }
    }

    @Test("A number that was given up means the one who stayed")
    func oldNumber() throws {
        try Self.with { ledger in
            let given = try ledger.speaker("Jon Tarrel").id
            let kept = try ledger.speaker("Lena Osk").id
            try ledger.merge(["Lena Osk", "\(given)"], author: "ida")
            #expect(try ledger.speaker("\(given)").id == kept)
            #expect(try ledger.speaker("jon tarrel").id == kept)
        }
    }

    @Test("An unnamed source can be merged with a person, and stays so in later revisions")
    func unnamed() throws {
        try Self.with { ledger in
            let official = try #require(try ledger.speakers(kind: .unnamed).first).id
            try ledger.merge(["Jon Tarrel", "\(official)"], author: "ida")
            try ledger.add([
                .of("a senior official", page: "e", words: "The quay will never open, not in May.")
            ])
            #expect(try ledger.grouped().contains(["Jon Tarrel d", "a senior official e"]))
            try ledger.undo(author: "ida")
            #expect(try ledger.grouped().contains(["a senior official e"]))
            #expect(try ledger.speakers(kind: .unnamed).map(\.id) == [official])
        }
    }

    @Test("Articles that were split off stay so in later revisions; others come as before")
    func splitArticles() throws {
        try Self.with { ledger in
            let before = try ledger.grouped()
            var parts = SpeakerParts()
            parts.articles = ["https://coastwire.example/c"]
            let old = try ledger.speakers(named: "mara").first { $0.articles == 2 }
            let decision = try ledger.split(
                "\(try #require(old).id)",
                parts,
                name: "Mara Osk the younger",
                author: "ida"
            )
            let new = try #require(decision.speakers.last)
            #expect(try ledger.grouped().contains(["Mara Osk c"]))
            #expect(try ledger.speaker("\(new)").name == "Mara Osk the younger")
            try ledger.add([
                .of("Mara Osk", "mayor of Orrin", page: "c", words: "The quay will never open, not in May."),
                .of("Mara Osk", "mayor of Orrin", page: "g"),
            ])
            #expect(try ledger.grouped().contains(["Mara Osk c"]))
            #expect(try ledger.grouped().contains(["Mara Osk a", "Mara Osk g"]))
            #expect(try ledger.attributionsAgree())
            try ledger.undo(author: "ida")
            #expect(try ledger.grouped().contains(["Mara Osk a", "Mara Osk c", "Mara Osk g"]))
            #expect(try ledger.grouped().count == before.count)
        }
    }

    @Test("Roles that were split off are somebody else in articles to come")
    func splitRoles() throws {
        try withLedger { ledger in
            try ledger.add([.of("Ada Brell", "pilot", page: "a"), .of("Ada Brell", "test pilot", page: "b")])
            #expect(try ledger.grouped().count == 1)
            var parts = SpeakerParts()
            parts.roles = ["Test pilot"]
            try ledger.split("Ada Brell", parts, author: "ida")
            try ledger.add([.of("Ada Brell", "test pilot", page: "c"), .of("Ada Brell", "pilot", page: "d")])
            #expect(
                try ledger.grouped() == [["Ada Brell a", "Ada Brell d"], ["Ada Brell b", "Ada Brell c"]]
            )
        }
    }

    @Test("A statement that was split off stays so where a later revision prints it unchanged")
    func splitStatement() throws {
        try withLedger { ledger in
            let text = "News\n\n<Jon Tarrel> {said} [“It holds.”]\n\n<Jon Tarrel> {said} [“It leaks.”]"
            func revision(_ text: String) -> Revision {
                Revision(marked: text, url: "https://fenpost.example/a")
            }
            let id = try ledger.add([revision(text)])[0].id
            var parts = SpeakerParts()
            parts.statements = [StatementID(revision: id, number: 2)]
            let new = try #require(try ledger.split("Jon Tarrel", parts, author: "ida").speakers.last)
            #expect(try ledger.speaker("\(new)").statements == 1)
            try ledger.add([
                revision(text + "\n\n<Jon Tarrel> {said} [“We shall see what the winter brings.”]")
            ])
            #expect(try ledger.speaker("\(new)").statements == 1)
            #expect(try ledger.attributionsAgree())
            try ledger.undo(author: "ida")
            #expect(try ledger.speakers(named: "Tarrel").map(\.statements) == [3])
            #expect(try ledger.attributionsAgree())
        }
    }

    @Test("A name that a person gave is kept")
    func rename() throws {
        try Self.with { ledger in
            let id = try ledger.speaker("Jon Tarrel").id
            try ledger.rename("Jon Tarrel", to: "Jonathan Tarrel", author: "ida")
            try ledger.add([.of("Jon Tarrel", "baker of Tamsin", page: "g")])
            let known = try ledger.speaker("jonathan tarrel")
            #expect(known.id == id)
            #expect(known.articles == 2)
            try ledger.undo(author: "ida")
            #expect(try ledger.speaker("\(id)").name == "Jon Tarrel")
        }
    }

    @Test(
        "Links are addresses",
        arguments: [
            ("q42", "https://www.wikidata.org/wiki/Q42"),
            ("https://fen.example/tarrel", "https://fen.example/tarrel"),
        ]
    )
    func link(text: String, address: String) throws {
        try Self.with { ledger in
            try ledger.link("Jon Tarrel", to: text, author: "ida")
            #expect(try ledger.speaker("Jon Tarrel").link == address)
            try ledger.link("Jon Tarrel", to: nil, author: "ida")
            try ledger.undo(author: "ida")
            #expect(try ledger.speaker("Jon Tarrel").link == address)
        }
    }

    @Test(
        "What is no address is no link",
        arguments: ["", "Q", "Q0", "tarrel", "ftp://a.example", "https://a b.example"]
    )
    func badLink(text: String) throws {
        try Self.with { ledger in
            let error = try #require(throws: LedgerError.self) {
                try ledger.link("Jon Tarrel", to: text, author: "ida")
            }
            #expect(error.code == .invalid)
        }
    }

    @Test("What makes no sense is refused, and changes nothing")
    func refused() throws {
        try Self.with { ledger in
            let before = try ledger.grouped()
            for work in [
                { _ = try ledger.merge(["Jon Tarrel", "jon tarrel"], author: "ida") },
                { _ = try ledger.merge(["Jon Tarrel", "p9999"], author: "ida") },
                { _ = try ledger.merge(["Mara Osk", "Jon Tarrel"], author: "ida") },
                { _ = try ledger.split("Jon Tarrel", SpeakerParts(), author: "ida") },
                {
                    var parts = SpeakerParts()
                    parts.articles = ["https://coastwire.example/d"]
                    _ = try ledger.split("Jon Tarrel", parts, author: "ida")
                },
                { _ = try ledger.rename("Jon Tarrel", to: " ", author: "ida") },
                { _ = try ledger.undo(author: "ida") },
            ] as [() throws -> Void] {
                #expect(throws: LedgerError.self) { try work() }
            }
            #expect(try ledger.grouped() == before)
            #expect(try ledger.decisions().isEmpty)
        }
    }

    @Test("The log says who did what, and an earlier decision waits for a later one about the same speaker")
    func log() throws {
        try withFolder { folder in
            let path = folder + "/invented.sayso"
            let ledger = try Ledger(path, mode: .create)
            try ledger.add(Self.articles)
            try ledger.merge(["Lena Osk", "Jon Tarrel"], author: "ida", now: "2025-03-04T10:00:00Z")
            try ledger.rename("Lena Osk", to: "Lena Osk-Tarrel", author: "tom", now: "2025-03-04T11:00:00Z")
            try ledger.close()
            let again = try Ledger(path)
            let error = try #require(throws: LedgerError.self) { try again.undo(1, author: "tom") }
            #expect(error.message.contains("decision 2"))
            try again.undo(2, author: "tom")
            try again.undo(1, author: "tom")
            let log = try again.decisions()
            #expect(log.map(\.action) == [.rename, .merge])
            #expect(log.map(\.author) == ["tom", "ida"])
            #expect(log.allSatisfy { $0.undoneBy == "tom" })
            #expect(try again.speakers(named: "Tarrel").count == 1)
            try again.close()
        }
    }
}
