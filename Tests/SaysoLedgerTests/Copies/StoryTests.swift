import GRDB
import SaysoLedger
import Testing

@testable import struct SaysoLedger.RevisionWriter

@Suite("Copies of articles")
struct StoryTests {
    /// A text of sentences with words of their own.
    private static func sentences(_ seed: UInt64, _ count: Int) -> [String] {
        var generator = Seeded(state: seed)
        let syllables = ["ka", "lo", "mi", "ren", "tas", "vel", "dor", "pin", "su", "gar", "fen", "bo"]
        return (0..<count).map { _ in
            let words = (0..<12).map { _ in
                (0..<3).map { _ in syllables.randomElement(using: &generator)! }.joined()
            }
            return words.joined(separator: " ") + "."
        }
    }

    private static func article(_ name: String, _ sentences: [String], outlet: String) -> Revision {
        let paragraphs = stride(from: 0, to: sentences.count, by: 3).map {
            sentences[$0..<min($0 + 3, sentences.count)].joined(separator: " ")
        }
        return Revision(
            marked: "Headline of \(name)\n\n" + paragraphs.joined(separator: "\n\n"),
            url: "https://\(name).example/",
            outlet: outlet
        )
    }

    /// A wire story in four papers: whole, shortened, with a paragraph of the paper's own, and with other words here
    /// and there; and two articles that share a paragraph, or nothing, with it.
    private static let articles: [Revision] = {
        let wire = sentences(1, 40)
        let own = sentences(2, 40)
        var edited = wire
        for index in stride(from: 0, to: 40, by: 8) { edited[index] = own[index] }
        return [
            article("whole", wire, outlet: "A"),
            article("shortened", Array(wire.prefix(14)), outlet: "B"),
            article("longer", Array(own.prefix(5)) + wire, outlet: "C"),
            article("edited", edited, outlet: "D"),
            article("quoting", Array(own.suffix(30)) + wire.prefix(3), outlet: "E"),
            article("other", sentences(3, 40), outlet: "F"),
        ]
    }()

    private static func stories(_ revisions: [Revision]) throws -> Set<Set<String>> {
        try withLedger { ledger in
            for revision in revisions { try ledger.add([revision]) }
            return try ledger.read { database in
                let rows = try Row.fetchAll(
                    database,
                    sql: "SELECT key, story FROM article JOIN counted_article ON article_id = id"
                )
                let groups = try Dictionary(grouping: rows) { try $0.decode(Int64.self, forColumn: "story") }
                return try Set(
                    groups.values.map { try Set($0.map { try $0.decode(String.self, forColumn: "key") }) }
                )
            }
        }
    }

    @Test("A wire story is one story, in any order", arguments: 0...5 as ClosedRange<UInt64>)
    func wire(seed: UInt64) throws {
        var generator = Seeded(state: seed)
        let stories = try Self.stories(Self.articles.shuffled(using: &generator))
        #expect(
            stories == [
                ["whole.example", "shortened.example", "longer.example", "edited.example"],
                ["quoting.example"], ["other.example"],
            ]
        )
    }

    @Test("A key that too many have makes no cluster, in any order", arguments: 0...7 as ClosedRange<UInt64>)
    func crowd(seed: UInt64) throws {
        // All begin alike, and each goes on in its own words; two of them alike.
        let common = "eleven grey herons watched the frozen canal"
        var statements = (0..<9).map { number in
            let own = Self.sentences(UInt64(number) + 10, 1)[0].split(separator: " ").prefix(5)
            return "\(common) \(own.joined(separator: " "))"
        }
        statements.append(statements[4] + " forever after")
        let revisions = statements.enumerated().map { index, words in
            Revision(
                marked: "Headline \(index)\n\n<Mara Osk> {said} [“\(words)”].",
                url: "https://heron-\(index).example/"
            )
        }
        func groups(_ revisions: [Revision], crowd: Int) throws -> Set<Set<String>> {
            try withLedger { ledger in
                try ledger.write { database in
                    var writer = try RevisionWriter(database, now: "", crowd: crowd)
                    for revision in revisions {
                        _ = try writer.add(PreparedRevision(revision, keepsSource: false))
                    }
                    try writer.finish()
                    let rows = try Row.fetchAll(
                        database,
                        sql: """
                            SELECT url, coalesce(cluster_id, -statement.id) AS name FROM statement
                            JOIN revision ON revision.id = revision_id
                            """
                    )
                    let groups = try Dictionary(grouping: rows) {
                        try $0.decode(Int64.self, forColumn: "name")
                    }
                    return try Set(
                        groups.values.map { try Set($0.map { try $0.decode(String.self, forColumn: "url") }) }
                    )
                }
            }
        }
        var generator = Seeded(state: seed)
        let shuffled = revisions.shuffled(using: &generator)
        // While the beginning is rare it tells something.
        #expect(try groups(shuffled, crowd: 100).count == 1)
        let apart = try groups(shuffled, crowd: 4)
        #expect(apart.count > 4)
        #expect(apart == (try groups(revisions, crowd: 4)))
    }
}
