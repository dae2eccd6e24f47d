import SaysoLedger
import SaysoStatements
import TestSupport
import Testing

@Suite("Who is who across articles")
struct SpeakerIdentityTests {
    private static func named(_ names: [(String, String?)]) -> [Revision] {
        names.enumerated().map { .of($0.element.0, $0.element.1, page: "\($0.offset)") }
    }

    @Test(
        "Names and roles that agree are one's",
        arguments: [
            [("Mara Osk", nil), ("Mara Osk", nil)],
            [("Mara Osk", "mayor of Orrin"), ("Dr Mara Osk", "Orrin mayor")],
            [("Mara Osk", "mayor"), ("Mara Osk", "mayor of Orrin"), ("MARA OSK", nil)],
            [("Mara Osk", "mayor of Orrin"), ("M. Osk", "Orrin mayor")],
            [("Mara Osk", "mayor of Orrin"), ("Osk", "mayor of Orrin")],
            [("Mara L. Osk", "harbour pilot"), ("Mara Osk", "a pilot")],
            [("Zoë Brell", nil), ("Zoe Brell", nil)],
            [("Ada Brell", "spokeswoman"), ("Ada Brell", "spokesperson for the Harbour Trust")],
            [("Ada Brell", "envoy of the United States"), ("Ada Brell", "U.S. envoy")],
        ] as [[(String, String?)]]
    )
    func same(names: [(String, String?)]) throws {
        for names in [names, names.reversed()] {
            try withLedger { ledger in
                try ledger.add(Self.named(names))
                #expect(try ledger.grouped().count == 1)
                #expect(try ledger.speakerDoubts().isEmpty)
                #expect(try ledger.attributionsAgree())
            }
        }
    }

    @Test(
        "When in doubt they stay apart, and the doubt is listed",
        arguments: [
            [("Mara Osk", "mayor of Orrin"), ("Mara Osk", "mayor of Tamsin")],
            [("Mara Osk", "baker"), ("Mara Osk", "judge")],
            [("Mara Osk", nil), ("M. Osk", nil)],
            [("Mara Osk", "mayor"), ("Mara L. Osk", nil)],
            [("Mara Osk", "judge"), ("Mara Osk", "baker"), ("Mara Osk", nil)],
        ] as [[(String, String?)]]
    )
    func doubtful(names: [(String, String?)]) throws {
        for names in [names, names.reversed()] {
            try withLedger { ledger in
                try ledger.add(Self.named(names))
                #expect(try ledger.grouped().count == names.count)
                #expect(try ledger.speakerDoubts().count == names.count - 1)
            }
        }
    }

    @Test(
        "Others are others, without a doubt",
        arguments: [
            [("Mara Osk", "mayor"), ("Lena Osk", "mayor")],
            [("Osk", nil), ("Osk", nil)],
            [("Jon Tarrel", nil), ("Jon Tarrel Jr", nil)],
            [("a senior official", nil), ("a senior official", nil)],
        ] as [[(String, String?)]]
    )
    func other(names: [(String, String?)]) throws {
        try withLedger { ledger in
            try ledger.add(Self.named(names))
            #expect(try ledger.grouped().count == 2)
            #expect(try ledger.speakerDoubts().isEmpty)
        }
    }

    @Test("A surname with a plain role is somebody within one outlet only")
    func surname() throws {
        try withLedger { ledger in
            try ledger.add([
                .of("Osk", "mayor", page: "a"), .of("Osk", "mayor", page: "b"),
                .of("Osk", "mayor", page: "c", outlet: "Fenpost"),
            ])
            #expect(try ledger.grouped() == [["Osk a", "Osk b"], ["Osk c"]])
        }
    }

    @Test(
        "An organisation's capitals stand for it where an article prints both",
        arguments: ["HT", "H.T.", nil]
    )
    func capitals(printed: String?) throws {
        for order in [[0, 1], [1, 0]] {
            try withLedger { ledger in
                let articles: [Revision] = [
                    .of("The Harbour Trust", page: "a", kind: .organisation, capitals: printed),
                    .of("HT", page: "b", kind: .organisation),
                ]
                try ledger.add(order.map { articles[$0] })
                #expect(try ledger.grouped().count == (printed == nil ? 2 : 1))
                #expect(try ledger.speakerDoubts().count == (printed == nil ? 1 : 0))
            }
        }
    }

    @Test(
        "Bodies that every country has are nobody's alone",
        arguments: ["Foreign Ministry", "police", "the Supreme Court", "City Council"]
    )
    func bodies(name: String) throws {
        try withLedger { ledger in
            try ledger.add(["a", "b"].map { .of(name, page: $0, kind: .organisation) })
            #expect(try ledger.grouped().count == 2)
        }
    }

    @Test("An unnamed source goes on being the same one in later revisions of its article")
    func unnamed() throws {
        try withLedger { ledger in
            try ledger.add([.of("a senior official", page: "a")])
            let before = try ledger.speakers(kind: .unnamed)
            try ledger.add([
                .of("a senior official", page: "a", words: "The quay will never open, not in May.")
            ])
            #expect(try ledger.speakers(kind: .unnamed).map(\.id) == before.map(\.id))
        }
    }

    @Test("The same result in whatever order articles come", arguments: 0..<12)
    func order(seed: Int) throws {
        let names = ["Mara Osk", "M. Osk", "Osk", "Mara L. Osk", "Mina Osk"]
        let roles = [
            nil, "mayor", "mayor of Orrin", "Orrin mayor", "judge at Tamsin", "baker", "city baker",
            "Tamsin judge",
        ]
        var generator = SeededGenerator(seed: UInt64(seed))
        let articles = (0..<24).map { index in
            Revision.of(
                names.randomElement(using: &generator)!,
                roles.randomElement(using: &generator)!,
                page: "\(index)"
            )
        }
        var results: Set<[[String]]> = []
        var doubts: Set<Int> = []
        for _ in 0..<4 {
            try withLedger { ledger in
                for article in articles.shuffled(using: &generator) { try ledger.add([article]) }
                results.insert(try ledger.grouped())
                doubts.insert(try ledger.speakerDoubts().count)
                #expect(try ledger.attributionsAgree())
            }
        }
        #expect(results.count == 1)
        #expect(doubts.count == 1)
    }
}
