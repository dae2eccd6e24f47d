import GRDB
@testable import SaysoLedger
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// SQLite keeps any value in any column, and a damaged file says anything.
@Suite("Wrong values")
struct WrongValueTests {
    /// A ledger with everything in it that can be asked for: an article of two revisions, a copy of it elsewhere, a
    /// decision about speakers, a watch.
    private static func fill(_ path: String) throws {
        let ledger = try Ledger(path, mode: .create)
        var later = Revision.invented(1)
        later.text += Array(" A gate was opened on Monday, and nobody was told of it.".utf8)
        later.paragraphs[2].range = later.paragraphs[2].range.lowerBound..<later.text.count
        var copy = Revision.invented(1)
        (copy.key, copy.publication.outlet) = ("tamsin.example/dam", "Tamsin Post")
        copy.publication.url = "https://tamsin.example/dam"
        for revision in [.invented(1), later, copy, .invented(2)] { try ledger.add([revision]) }
        try ledger.rename("Jon Tarrel", to: "Jonathan Tarrel", author: "desk")
        _ = try ledger.watch([
            WatchedAddress("https://coastwire.example/feed.xml", kind: .feed, pause: 900, now: 0)
        ])
        try ledger.log([.init(time: 0, level: "info", address: nil, message: "looked")])
        try ledger.close()
    }

    /// Asks a ledger for all that it can tell. Whatever it throws is right, as long as the process goes on.
    private static func ask(_ path: String) async throws {
        let ledger = try Ledger(path)
        func attempt(_ work: () throws -> Void) {
            do { try work() } catch { #expect(error is LedgerError, "\(error)") }
        }
        _ = try? await ledger.verify()
        attempt {
            for id in try ledger.revisions() {
                attempt { _ = try ledger.revision(id) }
                attempt { _ = try ledger.details(of: id) }
                attempt { _ = try ledger.changes(of: id) }
                attempt { _ = try ledger.appearances(of: StatementID(revision: id, number: 1)) }
                attempt { _ = try ledger.named("\(id)") }
            }
        }
        for format in ExportFormat.allCases {
            attempt { _ = try ledger.export(as: format, includesOriginals: true, to: { _ in }) }
        }
        for order in Search.Order.allCases {
            for question in ["dam", "speaker:Osk outlet:Coastwire", ""] {
                attempt {
                    var search = Search(try Question(question))
                    search.order = order
                    _ = try ledger.search(search)
                }
            }
        }
        attempt { _ = try ledger.timeline(of: "Mara Osk") }
        attempt { _ = try ledger.counts(of: "Mara Osk", by: .month) }
        attempt { _ = try ledger.audit() }
        attempt { _ = try ledger.compare("Coastwire", "Tamsin Post") }
        attempt { _ = try ledger.speakers() }
        attempt { _ = try ledger.speaker("Mara Osk") }
        attempt { _ = try ledger.speakerDoubts() }
        attempt { _ = try ledger.decisions() }
        attempt { _ = try ledger.clusters().map { try ledger.cluster($0.id) } }
        attempt { _ = try ledger.changes(ChangeFilter()) }
        attempt { _ = try ledger.watched() }
        attempt { _ = try ledger.events(last: 10) }
        attempt { try ledger.add([.invented(3)]) }
        attempt {
            var other = Revision.invented(1)
            other.publication.headline = "Dam 1 at Orrin may hold"
            try ledger.add([other])
        }
        attempt { _ = try ledger.undo(author: "desk") }
        try ledger.close()
    }

    @Test(
        "No value in any column ends the process",
        arguments: ["x''", "'Mara'", "9223372036854775807"]
    )
    func everywhere(value: String) async throws {
        try await withFolder { folder in
            let good = folder + "/good.sayso"
            try Self.fill(good)
            let ledger = try Ledger(good)
            let columns = try ledger.read { database in
                try [
                    "outlet", "article", "source", "revision", "article_speaker", "statement", "change",
                    "speaker",
                    "face", "decision", "attribution", "statement_speaker", "watched", "watch_log",
                ].flatMap { table in try database.columns(in: table).map { (table, $0.name) } }
            }
            try ledger.close()
            for (table, column) in columns {
                let bad = folder + "/bad.sayso"
                try FileManager.default.copyItem(atPath: good, toPath: bad)
                let ledger = try Ledger(bad)
                // Where rows must differ in it, one has the value. SQLite refuses only rows' numbers of
                // another type.
                try ledger.writeLoosely {
                    try? $0.execute(sql: "UPDATE OR IGNORE \(table) SET \"\(column)\" = \(value)")
                }
                try ledger.close()
                try await Self.ask(bad)
                for ending in ["", "-wal", "-shm"] {
                    try? FileManager.default.removeItem(atPath: bad + ending)
                }
            }
        }
    }

    @Test(
        "Places outside the text end nothing",
        arguments: ["0+100000", "5+1", "0+9223372036854775807", "1+-1"]
    )
    func places(value: String) async throws {
        try await withFolder { folder in
            let good = folder + "/good.sayso"
            try Self.fill(good)
            for (table, column) in [
                ("revision", "paragraphs"), ("revision", "own_voice"), ("article_speaker", "mentions"),
                ("statement", "source_at"), ("statement", "cue_at"), ("statement", "content_at"),
                ("statement", "medium_at"), ("statement", "addressee_at"), ("statement", "occurrences"),
                ("statement", "said_at"), ("statement", "evidence"), ("statement", "speakers"),
                ("statement", "chain"),
            ] {
                let bad = folder + "/bad.sayso"
                try FileManager.default.copyItem(atPath: good, toPath: bad)
                let ledger = try Ledger(bad)
                let spelled =
                    switch column {
                    case "evidence": value + "@" + value
                    case "chain": "name " + value
                    default: value
                    }
                try ledger.writeLoosely {
                    try $0.execute(sql: "UPDATE \(table) SET \(column) = '\(spelled)'")
                }
                try ledger.close()
                try await Self.ask(bad)
                for ending in ["", "-wal", "-shm"] {
                    try? FileManager.default.removeItem(atPath: bad + ending)
                }
            }
        }
    }

    @Test("What cannot be read is named")
    func named() async throws {
        try await withFolder { folder in
            let file = folder + "/invented.sayso"
            try Self.fill(file)
            let ledger = try Ledger(file)
            let id = try ledger.revisions()[3]
            try ledger.writeLoosely {
                try $0.execute(
                    sql: """
                        UPDATE statement SET is_hedged = x'' WHERE number = 1
                            AND revision_id = (SELECT id FROM revision WHERE uid = ?)
                        """,
                    arguments: [id.number]
                )
            }
            for work in [{ _ = try ledger.revision(id) }, { _ = try ledger.details(of: id) }] {
                let error = #expect(throws: LedgerError.self, performing: work)
                #expect(
                    error?.code == .damaged && error?.message.contains("\(id).2") == true,
                    "\(String(describing: error))"
                )
            }
            let summary = try ledger.export(as: .csv, to: { _ in })
            #expect(summary.damaged.count == 1 && summary.damaged[0].contains("\(id).2"))
            #expect(try await ledger.verify().problems > 0)
            try ledger.close()
        }
    }
}
