import SaysoLedger
import SaysoStatements
import Testing

@Suite("Finding speakers by name")
struct SpeakerFinderTests {
    private static let articles: [Revision] = [
        .of("José Márquez", "mayor of Orrin", page: "a"), .of("J. Márquez", "mayor of Orrin", page: "b"),
        .of("Ann O'Dell", "baker", page: "c"), .of("Lena Osk-Lund", "pilot", page: "d"),
        .of("Mara Osk", "judge", page: "e"),
        .of("Harbour Trust of Tamsin", page: "f", kind: .organisation, capitals: "HTT"),
        .of("HTT", page: "g", kind: .organisation),
    ]

    @Test(
        "Whatever the case, accents, titles and marks, and by other forms that articles print",
        arguments: [
            ("José Márquez", "José Márquez"), ("JOSE MARQUEZ", "José Márquez"), ("marquez", "José Márquez"),
            ("Dr José Márquez", "José Márquez"), ("J Marquez", "José Márquez"), ("ann o’dell", "Ann O'Dell"),
            ("lena osk lund", "Lena Osk-Lund"), ("lund lena", "Lena Osk-Lund"), ("mara osk", "Mara Osk"),
            ("HTT", "Harbour Trust of Tamsin"), ("tamsin trust", "Harbour Trust of Tamsin"),
        ]
    )
    func found(text: String, name: String) throws {
        try withLedger { ledger in
            try ledger.add(Self.articles)
            #expect(try ledger.speaker(text).name == name)
            var search = Search(try Question(""))
            search.speakers = [text]
            #expect(try ledger.search(search).hits.allSatisfy { $0.speakers == [name] })
        }
    }

    @Test(
        "Parts of words and what has no letters mean nobody",
        arguments: ["", "?", "p0", "p999", "Mar", "%"]
    )
    func nobody(text: String) throws {
        try withLedger { ledger in
            try ledger.add(Self.articles)
            let error = #expect(throws: LedgerError.self) { try ledger.speaker(text) }
            #expect(error?.code == .notFound)
        }
    }

    @Test("Those with the most statements are named first")
    func several() throws {
        try withLedger { ledger in
            try ledger.add(Self.articles + [.of("Mara Osk", "judge", page: "h")])
            let error = #expect(throws: LedgerError.self) { try ledger.speaker("osk") }
            #expect(error?.code == .invalid)
            #expect(error?.message.hasSuffix("p4 Mara Osk, judge (2); p3 Lena Osk-Lund, pilot (1)") == true)
        }
    }

    @Test("Names of revisions that begin alike are all named")
    func revisions() throws {
        try withLedger { ledger in
            // Of four hundred names, two begin with the same four digits but once in three times; of a thousand, always.
            let added = try ledger.add(
                (0..<1000).map { Revision(marked: "News \($0)", url: "https://fenpost.example/\($0)") }
            )
            let names = Dictionary(grouping: added.map { "\($0.id)" }, by: { $0.prefix(4) })
            let alike = try #require(names.values.first { $0.count > 1 })
            let error = #expect(throws: LedgerError.self) { try ledger.named(String(alike[0].prefix(4))) }
            #expect(error?.code == .invalid)
            for name in alike { #expect(error?.message.contains(name) == true) }
            #expect(
                try ledger.named(alike[0].uppercased())
                    == .revision(added.first { "\($0.id)" == alike[0] }!.id)
            )
        }
    }
}
