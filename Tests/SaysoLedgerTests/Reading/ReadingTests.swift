import SaysoLedger
import Testing

@Suite("Reading an article")
struct ReadingTests {
    private static let first = """
        Dam at Orrin holds

        <Mara Osk> {said} [“The dam is safe,”] on Monday.

        <Jon Tarrel> {warned} [that the spillway would not last the winter].
        """

    private static func add(_ text: String, _ day: Int, to ledger: Ledger) throws -> RevisionID {
        let revision = Revision(
            marked: text,
            url: "https://coastwire.example/dam",
            outlet: nil,
            retrieved: "2025-03-0\(day)T10:00:00Z",
            roles: ["Mara Osk": "harbour minister"]
        )
        _ = try ledger.add([revision])
        return try #require(try ledger.revisions().last)
    }

    @Test("A revision comes with its place among the others, and with whom the ledger takes its speakers for")
    func reading() throws {
        try withLedger { ledger in
            let one = try Self.add(Self.first, 3, to: ledger)
            let two = try Self.add(Self.first.replacing("winter", with: "spring"), 4, to: ledger)
            _ = try ledger.rename("Jon Tarrel", to: "Jonathan Tarrel", author: "somebody")
            let reading = try ledger.reading(two)
            #expect(reading.number == 2)
            #expect(reading.siblings.map(\.id) == [one, two])
            #expect(reading.outlet == "coastwire.example")
            #expect(reading.voices.map { $0.map(\.name) } == [["Mara Osk"], ["Jonathan Tarrel"]])
            #expect(reading.voices.map { $0.map(\.role) } == [["harbour minister"], [nil]])
            #expect(reading.voices[0][0].id == "\(try ledger.speaker("Mara Osk").id)")
            #expect(reading.name(1).description == "\(two).2")
            #expect(throws: LedgerError.self) { try ledger.reading(RevisionID(number: 7)) }
        }
    }

    @Test("A statement is followed through its article's revisions, from any of them")
    func history() throws {
        try withLedger { ledger in
            let texts = [
                Self.first,
                // The same words, behind something new.
                Self.first.replacing("\n\n<Jon", with: "\n\n<Ada Brell> {asked} [who would pay].\n\n<Jon"),
                Self.first.replacing("would not last", with: "might not last"),
                Self.first.replacing(
                    "<Jon Tarrel> {warned} [that the spillway would not last the winter].",
                    with: "It rained."
                ),
            ]
            let ids = try texts.enumerated().map { try Self.add($1, $0 + 3, to: ledger) }
            for start in [
                StatementID(revision: ids[0], number: 2), StatementID(revision: ids[1], number: 3),
                StatementID(revision: ids[2], number: 2),
            ] {
                let history = try ledger.history(of: start)
                #expect(history.map(\.revision.id) == ids)
                #expect(history.map { $0.statement?.number } == [2, 3, 2, nil])
                let events = history.map { version in
                    switch version.event {
                    case .first: "first"
                    case .same: "same"
                    case .changed(let change): change.kind.rawValue
                    case .gone: "gone"
                    }
                }
                #expect(events == ["first", "same", "reworded", "gone"])
            }
            let asked = try ledger.history(of: StatementID(revision: ids[1], number: 2))
            #expect(asked.map(\.revision.id) == [ids[1], ids[2]])
            #expect(asked.map { $0.statement == nil } == [false, true])
        }
    }

    @Test("Changes of one article are told without those of others; a revision is exported alone")
    func oneArticle() throws {
        try withLedger { ledger in
            let one = try Self.add(Self.first, 3, to: ledger)
            _ = try Self.add(Self.first.replacing("winter", with: "spring"), 4, to: ledger)
            for text in [Self.first, Self.first.replacing("is safe", with: "was safe")] {
                _ = try ledger.add([Revision(marked: text, url: "https://fenpost.example/dam")])
            }
            var filter = ChangeFilter()
            let all = try ledger.changes(filter)
            filter.article = one
            let changes = try ledger.changes(filter)
            #expect(changes.map(\.article) == ["coastwire.example/dam"])
            #expect(all.count > changes.count)
            var selection = ExportSelection()
            selection.revision = one
            var lines = ""
            let summary = try ledger.export(
                selection,
                as: .csv,
                to: { lines += String(decoding: $0, as: UTF8.self) }
            )
            #expect(summary.revisions == 1 && summary.statements == 2)
            #expect(lines.contains("winter") && !lines.contains("spring"))
        }
    }

    @Test("What a ledger holds is counted, as articles are now")
    func size() throws {
        try withLedger { ledger in
            #expect(try ledger.newestRevision() == nil)
            #expect(try ledger.size().articles == 0)
            #expect(try ledger.size().first == nil)
            _ = try Self.add(Self.first, 3, to: ledger)
            let newest = try Self.add(Self.first.replacing("winter", with: "spring"), 4, to: ledger)
            let size = try ledger.size()
            #expect(size.articles == 1 && size.changedArticles == 1)
            #expect(size.statements == 2 && size.speakers == 2 && size.outlets == 1)
            #expect(size.first == "2025-03-03" && size.last == "2025-03-03")
            #expect(try ledger.newestRevision() == newest)
        }
    }
}
