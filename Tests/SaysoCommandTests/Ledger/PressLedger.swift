import Foundation
import Testing

/// A ledger of two invented outlets: a wire story in both, of which one was changed and added again, two people of one
/// name, and a transcript.
struct PressLedger: Sendable {
    /// Where the ledger and what it was made of lie.
    let folder: TemporaryFolder

    /// The one that tests read, made once.
    static let shared = Result { try PressLedger() }

    /// The ledger's file.
    var path: String { folder.path + "/press.sayso" }

    private init() throws {
        folder = try TemporaryFolder()
        let first = try Self.page(folder, "dam", "Coastwire", "03", "Dam at Orrin holds", Self.dam)
        let pages = [
            try Self.page(folder, "copy", "Fenpost", "04", "Orrin dam is safe", Self.dam),
            try Self.page(folder, "fair", "Fenpost", "05", "Boat fair opens", Self.fair),
            try folder.file("talk.txt", Self.talk),
        ]
        try add([first] + pages)
        // The same address again, with other words.
        let changed = Self.dam.replacing("single day", with: "single week")
        try add([try Self.page(folder, "dam", "Coastwire", "03", "Dam at Orrin holds", changed)])
    }

    /// Runs the tool on the ledger.
    ///
    /// - Parameters:
    ///   - arguments: what stands after `sayso`, without the ledger.
    ///   - path: another ledger.
    /// - Returns: its end and output.
    /// - Throws: an error when it cannot be started.
    static func run(_ arguments: String..., ledger path: String? = nil) throws -> Tool.Result {
        try run(arguments, ledger: path)
    }

    /// Runs the tool on the ledger.
    ///
    /// - Parameters:
    ///   - arguments: what stands after `sayso`, without the ledger.
    ///   - path: another ledger.
    /// - Returns: its end and output.
    /// - Throws: an error when it cannot be started.
    static func run(_ arguments: [String], ledger path: String? = nil) throws -> Tool.Result {
        let ledger = try path ?? shared.get().path
        return try Tool.run(Tool.path, arguments, environment: ["SAYSO_LEDGER": ledger, "COLUMNS": "100"])
    }

    /// A copy of the ledger that a test may change.
    ///
    /// - Returns: its folder and file.
    /// - Throws: an error when it cannot be made.
    static func copy() throws -> (folder: TemporaryFolder, path: String) {
        let folder = try TemporaryFolder()
        let path = folder.path + "/copy.sayso"
        let result = try run("backup", path)
        #expect(result.status == 0, "\(result.errors)")
        return (folder, path)
    }

    /// The name of the statement whose content has some words, in articles as they are now.
    ///
    /// - Parameters:
    ///   - words: words of it.
    ///   - outlet: who printed it.
    /// - Returns: its name.
    /// - Throws: an error when there is none.
    static func statement(_ words: String, outlet: String) throws -> String {
        let found = try run("search", "--format", "jsonl", "--outlet", outlet, "\"\(words)\"").records
        return try #require(found.first?["statement"] as? String)
    }

    private func add(_ files: [String]) throws {
        let result = try Tool.run(Tool.path, ["add", "--ledger", path] + files)
        #expect(result.status == 0, "\(result.errors)")
    }

    private static func page(
        _ folder: TemporaryFolder,
        _ name: String,
        _ outlet: String,
        _ day: String,
        _ headline: String,
        _ body: String
    ) throws -> String {
        let paragraphs = body.split(separator: "\n").map { "<p>\($0)</p>" }.joined(separator: "\n")
        return try folder.file(
            "\(name).html",
            """
            <!doctype html><html lang="en"><head><title>\(headline)</title>
            <meta property="og:site_name" content="\(outlet)">
            <link rel="canonical" href="https://\(outlet.lowercased()).example/\(name)">
            <meta property="article:published_time" content="2025-03-\(day)T10:00:00Z">
            </head><body><article><h1>\(headline)</h1>
            \(paragraphs)
            </article></body></html>
            """
        )
    }

    private static let dam = """
        “The dam is safe, and we look at every stone of it every single day of the year,” said Mara Osk, the water \
        minister. “Nobody in Orrin has to leave the house tonight.”
        Jon Tarrel, an engineer at the Ellery Institute, warned that the spillway would not last the winter. He said \
        that three of its gates had been stuck since autumn.
        A senior official denied that the report had been held back for weeks.
        """

    private static let fair = """
        Mara Osk, the harbour pilot of Tamsin, said on Wednesday that the boat fair would be larger than ever before.
        “We have forty boats, and each of them floats,” Osk told reporters at the quay.
        """

    private static let talk = """
        Transcript: the water minister on the dam

        MARA OSK: The dam is safe. We look at it every day.

        JON TARREL: With respect, minister, the spillway will not last the winter.
        """
}
