import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import SaysoArticles
import SaysoLedger
import SaysoStatements
import Testing

@testable import SaysoServer

/// A ledger of invented articles in a folder that is gone when nobody needs it any more.
final class ServedLedger: Sendable {
    let folder: String
    var path: String { folder + "/invented.sayso" }

    static let extractor = Result { try StatementExtractor() }

    /// Two outlets with one quotation in common; one of them changes its article.
    ///
    /// - Parameter isEmpty: whether nothing is in it instead.
    /// - Throws: what the ledger does.
    init(isEmpty: Bool = false) throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("served-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        folder = url.path
        let ledger = try Ledger(path, mode: .create)
        for page in isEmpty ? [] : Self.pages { try Self.add(page, to: ledger) }
        try ledger.close()
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// A page of an outlet.
    struct Page {
        var outlet: String
        var address: String
        var day: String
        var headline: String
        var paragraphs: [String]
        var time = "08:00:00Z"

        var html: String {
            """
            <!DOCTYPE html><html lang="en"><head><title>\(headline)</title>
            <meta property="og:site_name" content="\(outlet)">
            <meta property="og:type" content="article">
            <meta property="article:published_time" content="\(day)T\(time)">
            <link rel="canonical" href="\(address)"></head><body><article><h1>\(headline)</h1>
            \(paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n"))
            </article></body></html>
            """
        }
    }

    static let quay = Page(
        outlet: "Coastwire",
        address: "https://coastwire.example/quay",
        day: "2025-03-03",
        headline: "The old quay at Tamsin will stay open",
        paragraphs: [
            "Mara Osk is the harbour minister of Orrin, and the quay of Tamsin has been her trouble all winter long.",
            "“The quay will stay open for every boat that wants to land its fish here,” Mara Osk said on Monday.",
            "Jon Tarrel, the mayor of Tamsin, warned that the repairs would cost twice as much as the town has.",
            "The council of Tamsin meets again in April, when the bill for the winter storms is expected.",
        ]
    )

    static let pages: [Page] = [
        quay,
        Page(
            outlet: "Fenpost",
            address: "https://fenpost.example/tamsin-quay",
            day: "2025-03-04",
            headline: "An open quay for Tamsin",
            paragraphs: [
                "There was good news for the fishing fleet of Tamsin this week, after a winter of storms and worry.",
                "“The quay will stay open for every boat that wants to land its fish here,” said Mara Osk, Orrin’s "
                    + "harbour minister.",
                "Petra Lund, who leads the boat owners’ association, said that nobody had asked the fishers at all.",
            ]
        ),
        {
            var changed = quay
            changed.paragraphs[2] =
                "Jon Tarrel, the mayor of Tamsin, warned that the repairs would cost three times as much as the town has."
            return changed
        }(),
    ]

    /// Adds a page, as the tool would, after a change of what was read of it.
    static func add(_ page: Page, to ledger: Ledger, _ change: (inout Revision) -> Void = { _ in }) throws {
        let bytes = Array(page.html.utf8)
        let article = try Article(page: bytes, origin: Origin(url: page.address))
        var revision = Revision(
            article,
            try extractor.get().report(on: article),
            key: String(page.address.dropFirst(8)),
            source: Revision.Source(bytes, format: "html", encoding: article.encoding.rawValue),
            origin: Revision.Origin(path: page.address)
        )
        change(&revision)
        _ = try ledger.add([revision], keepsSources: true)
    }

    /// A server of the ledger.
    ///
    /// - Parameters:
    ///   - intake: reads what is handed in.
    ///   - change: sets what the test wants to be otherwise.
    /// - Returns: the server, which does not listen yet.
    /// - Throws: what the server does.
    func server(intake: Intake? = nil, _ change: (inout ServerOptions) -> Void = { _ in }) throws
        -> LedgerServer
    {
        var options = ServerOptions(ledger: path)
        options.port = 0
        options.readers = 2
        change(&options)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        // The folder stays as long as the server.
        return try LedgerServer(options, intake: intake, logger: logger) { [self] _ in _ = folder }
    }
}

extension TestResponse {
    /// The body as text.
    var text: String { String(buffer: body) }

    /// The body as a JSON object.
    var json: [String: Any] {
        get throws {
            try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        }
    }

    /// A member that is an array of objects.
    func list(_ name: String) throws -> [[String: Any]] { try #require(json[name] as? [[String: Any]]) }
}

extension ServedLedger {
    /// Things that are there, by the names that the API's paths have for them.
    func names() throws -> [String: String] {
        let ledger = try Ledger(path, mode: .readOnly)
        let hits = try ledger.search(Search(try Question("quay speaker:Osk"))).hits
        let hit = try #require(hits.first { $0.cluster != nil }, "the two outlets' quotation is one")
        return [
            "statement": hit.id.description, "revision": hit.id.revision.description,
            "speaker": try #require(hit.speakerIDs.first), "cluster": "\(try #require(hit.cluster))",
            "format": "jsonl", "number": "1", "job": "8000000000000000",
        ]
    }
}
