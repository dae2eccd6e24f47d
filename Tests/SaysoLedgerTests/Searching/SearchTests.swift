import SaysoLedger
import SaysoStatements
import Testing

@Suite("Search")
struct SearchTests {
    /// Three invented articles of two outlets.
    static let press = [
        Revision(
            marked: """
                Dam at Orrin holds

                <Mara Osk> {said} [“The dam is safe, and no flood will come.”]

                <Jon Tarrel> {warned} [that the spillway would not last the winter].
                """,
            url: "https://coastwire.example/dam",
            outlet: "Coastwire",
            published: "2025-03-03",
            roles: ["Mara Osk": "harbour minister"]
        ),
        Revision(
            marked: """
                Ferry to sail in May

                <Mara Osk> {said} [“The ferry is warned of nothing.”]

                <Ivo Marn> {said} [that fares at the café would fall].
                """,
            url: "https://news.inlander.example/ferry",
            outlet: "The Inlander",
            published: "2025-04-10"
        ),
        Revision(
            marked: """
                Flood plans

                <officials> {said} [“A dam review of safety follows the safety review of the flood.”]
                """,
            url: "https://coastwire.example/flood",
            outlet: "Coastwire",
            published: "2024-12-31"
        ),
    ]

    /// The first words of what is found, in order.
    static func found(_ text: String, _ change: (inout Search) -> Void = { _ in }) throws -> [String] {
        try withLedger { ledger in
            try ledger.add(press)
            var search = Search(try Question(text))
            search.order = .newest
            change(&search)
            return try ledger.search(search).hits.map(start)
        }
    }

    static func start(_ hit: SearchHit) -> String {
        hit.content.drop { $0 == "“" }.split(separator: " ").prefix(2).joined(separator: " ")
    }

    private static let (safe, spillway, ferry, fares, review) = (
        "The dam", "that the", "The ferry", "that fares", "A dam"
    )

    @Test(
        "Words, phrases, and what is left out",
        arguments: [
            ("dam", [safe, review]), ("DAMS", [safe, review]), ("dam flood", [safe, review]),
            ("dam OR ferry", [ferry, safe, review]), ("dam | ferry", [ferry, safe, review]),
            ("\"safety review\"", [review]), ("“review of safety”", [review]), ("\"dam flood\"", []),
            ("spill*", [spillway]), ("dam -safe", [review]), ("dam NOT safe", [review]),
            ("(dam OR ferry) -flood", [ferry]), ("-(safe OR ferry) the", [fares, spillway, review]),
            ("café", [fares]), ("CAFE", [fares]), ("last-the-winter", [spillway]), ("dam 🚢", [safe, review]),
            ("speaker:osk", [ferry, safe]), ("speaker:\"Mara Osk\" flood", [safe]),
            ("speaker:officials", [review]),
            ("role:minister", [safe]), ("-role:minister dam", [review]), ("kind:warned", [spillway]),
            ("the -kind:said", [spillway]), ("form:direct", [ferry, safe, review]),
            ("outlet:coastwire", [spillway, safe, review]), ("outlet:\"the inlander\"", [fares, ferry]),
            ("outlet:inlander.example OR spillway", [fares, ferry, spillway]),
            ("said:2025-03", [spillway, safe]), ("dam said:2024", [review]),
            ("published:2025-03-04..", [fares, ferry]),
            ("the said:..2025-03-02", [review]), ("warn", [ferry]),
        ]
    )
    func questions(text: String, expected: [String]) throws { #expect(try Self.found(text) == expected) }

    @Test(
        "Beginnings that go into a word's ending find the word",
        arguments: [
            ("negotiat*", true), ("governm*", true), ("organi*", true), ("organiz*", true),
            ("presiden*", true), ("negotiab*", true), ("negl*", false), ("gove*", true), ("alarm*", false),
        ]
    )
    func beginnings(text: String, isFound: Bool) throws {
        try withLedger { ledger in
            try ledger.add([
                Revision(
                    marked: """
                        Talks at Orrin

                        <Osk> {said} [“Negotiations suit government, organization, president.”]
                        """,
                    url: "https://coastwire.example/talks"
                )
            ])
            let hits = try ledger.search(Search(try Question(text))).hits
            #expect(hits.isEmpty != isFound)
            #expect(hits.allSatisfy { !$0.marks.isEmpty })
            let others = try ledger.search(Search(try Question("suit -\(text)"))).hits
            #expect(others.isEmpty == isFound)
        }
    }

    @Test("Filters beside the question")
    func filters() throws {
        #expect(try Self.found("") { $0.speakers = ["Osk"] } == [Self.ferry, Self.safe])
        #expect(try Self.found("dam") { $0.speakers = ["mara osk"] } == [Self.safe])
        #expect(try Self.found("") { $0.role = "harbour minister" } == [Self.safe])
        #expect(
            try Self.found("") { $0.outlets = ["COASTWIRE", "inlander.example"] }
                .count == 5
        )
        #expect(try Self.found("") { $0.kinds = [.warned] } == [Self.spillway])
        #expect(try Self.found("") { $0.forms = [.indirect] } == [Self.fares, Self.spillway])
        #expect(try Self.found("the") { $0.said = DayRange("2025-03-03")! } == [Self.spillway, Self.safe])
        #expect(try Self.found("") { $0.published = DayRange("2025-04")! } == [Self.fares, Self.ferry])
        #expect(try Self.found("dam") { $0.published = DayRange("2025-01..2025-02")! } == [])
        #expect(try Self.found("") { $0.order = .oldest }.first == Self.review)
        #expect(try Self.found("") { $0.cluster = 7 } == [])
    }

    @Test("Hundreds of outlets of one name are searched at once")
    func manyOutlets() throws {
        try withLedger { ledger in
            try ledger.add((0..<180).map { .of("Mara Osk", page: "\($0)", outlet: "News\($0) Post") })
            var search = Search(try Question("outlet:post quay"))
            search.limit = 1000
            #expect(try ledger.search(search).hits.count == 180)
        }
    }

    @Test("Nobody of this name, no outlet of this name: that is said")
    func unknown() throws {
        for change in [
            { (search: inout Search) in search.speakers = ["Ada Quill"] }, { $0.outlets = ["Nowhere"] },
            { $0.outlets = ["Coastwire", "nowhere.inlander.example"] },
        ] {
            #expect { try Self.found("dam", change) } throws: { ($0 as? LedgerError)?.code == .notFound }
        }
    }

    @Test("The rarer and the more frequent word counts for more; a page goes on where the last one ended")
    func relevance() throws {
        try withLedger { ledger in
            try ledger.add(Self.press)
            var search = Search(try Question("flood OR safety OR dam"))
            let all = try ledger.search(search).hits
            #expect(all.map(Self.start) == [Self.review, Self.safe])
            #expect(
                all[0].marks.map {
                    String(Substring(all[0].content.utf8.dropFirst($0.lowerBound).prefix($0.count)))
                }
                    == ["dam", "safety", "safety", "flood"]
            )

            search.limit = 1
            let first = try ledger.search(search)
            // What is added meanwhile moves nothing.
            try ledger.add([
                Revision(
                    marked: "Flood\n\n<Ivo Marn> {said} [“Dam safety, dam flood.”]",
                    url: "https://a.example/x"
                )
            ])
            search.cursor = first.next
            let second = try ledger.search(search)
            #expect((first.hits + second.hits).map(\.id) == all.map(\.id))
            #expect(second.next == nil)
            search.order = .newest
            #expect(throws: LedgerError.self) { try ledger.search(search) }
            search.cursor = "7"
            #expect(throws: LedgerError.self) { try ledger.search(search) }
        }
    }

    @Test("Pages by day have everything once", arguments: [Search.Order.newest, .oldest])
    func pages(order: Search.Order) throws {
        try withLedger { ledger in
            try ledger.add(Self.press)
            for text in ["", "kind:said OR kind:warned"] {
                var search = Search(try Question(text))
                (search.order, search.limit) = (order, 2)
                var ids: [StatementID] = []
                repeat {
                    let results = try ledger.search(search)
                    ids += results.hits.map(\.id)
                    search.cursor = results.next
                } while search.cursor != nil
                (search.limit, search.cursor) = (10, nil)
                #expect(try ledger.search(search).hits.map(\.id) == ids)
                #expect(ids.count == 5)
            }
        }
    }

    @Test("What was changed after publication, and what earlier revisions said")
    func changed() throws {
        try withLedger { ledger in
            try ledger.add(Self.press)
            let later = Revision(
                marked: """
                    Dam at Orrin holds

                    <Mara Osk> {said} [“The dam is safe, and no flood will ever come.”]

                    <Jon Tarrel> {warned} [that the spillway would not last the winter].
                    """,
                url: "https://coastwire.example/dam",
                outlet: "Coastwire",
                published: "2025-03-03"
            )
            try ledger.add([later])
            var search = Search(try Question("dam"))
            #expect(try ledger.search(search).hits.count == 2)
            search.isChanged = true
            #expect(
                try ledger.search(search).hits.map(\.content) == [
                    "“The dam is safe, and no flood will ever come.”"
                ]
            )
            search.hasEarlierRevisions = true
            #expect(try ledger.search(search).hits.map(\.isCurrent).sorted { $0 && !$1 } == [true, false])
            search.question = try Question("changed:yes")
            #expect(try ledger.search(search).hits.count == 2)
        }
    }
}
