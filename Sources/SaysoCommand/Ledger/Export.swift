import ArgumentParser
import SaysoArticles
import SaysoLedger

/// `sayso export`: what a ledger holds, for others.
struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write what a ledger holds in a form that others read.",
        discussion: """
            jsonl has all there is, one revision of an article a line (Docs/ledger.schema.json), and import reads it; \
            csv has a row for each statement; json-ld is schema.org's Quotation and Claim, with every article that a \
            claim appeared in, ready for a ClaimReview; web-annotation is W3C's, each span by its words and by its \
            place; tei is TEI P5. brat and ro-crate are folders: the texts with their standoff, and the jsonl, the \
            csv and the schema with a description, sizes and digests.

            With --speaker, csv, json-ld and web-annotation carry that speaker's statements; all other forms carry \
            the whole articles that quote the speaker.

            An output has its name when it is whole; Ctrl-C leaves nothing of it.

            EXAMPLES:
              sayso export --ledger news.sayso > news.jsonl
              sayso export --all-revisions --originals --output news.jsonl
              sayso export --format csv --outlet coastwire.example --since 2025-03-01 > march.csv
              sayso export --format json-ld --speaker "Mara Osk" --output osk.jsonld
              sayso export --format brat --output annotated
              sayso export --format ro-crate --originals --output news-2025
            """
    )

    /// The forms of exports, folders among them.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case jsonLines = "jsonl"
        case csv
        case linkedData = "json-ld"
        case webAnnotation = "web-annotation"
        case brat, tei
        case crate = "ro-crate"

        var isFolder: Bool { self == .brat || self == .crate }
    }

    @OptionGroup var ledger: LedgerOptions

    @Option(help: .init("What to write.", valueName: "form"))
    var format: Form = .jsonLines

    @Option(
        name: .customLong("output"),
        help: .init(
            "Where to write: a file, - for standard output, or, for brat and ro-crate, a new folder.",
            valueName: "path"
        )
    )
    var path: String?

    /// Nil for standard output.
    private var output: String? { path == "-" ? nil : path }

    @Option(help: .init("Only articles of this outlet, by its name or host.", valueName: "outlet"))
    var outlet: String?

    @OptionGroup var published: PublishedOptions

    @Option(
        help: .init("Only what this speaker said: a number such as p12, or a name.", valueName: "speaker")
    )
    var speaker: String?

    @Flag(help: "Export the revisions that later ones took the place of, too.")
    var allRevisions = false

    @Flag(help: "Export the bytes that articles were read from, too, in jsonl and ro-crate.")
    var originals = false

    @Option(help: .init("What offsets count; brat standoff counts code points.", valueName: "unit"))
    var offsets: OffsetUnit = .codePoints

    func validate() throws {
        if format.isFolder, output == nil {
            throw ValidationError("--format \(format.rawValue) needs a folder: --output DIR")
        }
        if format == .crate, output?.hasSuffix(".zip") == true {
            throw ValidationError("ro-crate is a folder; zip -r NAME.zip FOLDER packs it")
        }
        if originals, format != .jsonLines, format != .crate {
            throw ValidationError("--originals goes with --format jsonl or ro-crate")
        }
        if format == .brat, offsets != .codePoints {
            throw ValidationError("brat standoff counts code points")
        }
    }

    func run() async throws {
        let command = self
        try await Interruption.stopping("given up; the output is not whole, and none has its name") {
            try command.export()
        }
    }

    private func export() throws {
        let ledger = try ledger.open(.readOnly)
        var progress = Progress(size: nil)
        defer { progress.clear() }
        let summary = try write(ledger) { done, all in
            progress.size = all
            progress.step(position: done)
        }
        progress.clear()
        for damage in summary.damaged { Console.complain("\(ledger.path): \(damage)") }
        if let output {
            let revisions = Display.count(summary.revisions, "revision", "revisions")
            let statements = Display.count(summary.statements, "statement", "statements")
            Console.err("\(Display.line(output)): \(revisions), \(statements)\n")
        }
        if !summary.damaged.isEmpty { throw ExitStatus.failed }
    }

    private func write(_ ledger: Ledger, progress: (Int, Int) -> Void) throws -> ExportSummary {
        let selection = selection
        switch (format, output) {
        case (.brat, let folder?): return try ledger.exportBrat(selection, to: folder, progress: progress)
        case (.crate, let folder?):
            return try ledger.exportCrate(
                selection,
                to: folder,
                unit: offsets,
                includesOriginals: originals,
                progress: progress
            )
        case (_, let path):
            guard let format = ExportFormat(rawValue: format.rawValue) else { throw ExitStatus.usage }
            guard path == nil || FileIdentity(path: path!) != FileIdentity(path: ledger.path) else {
                throw UsageError(message: "\(path!): is the ledger itself; write somewhere else")
            }
            let file = try path.map { try WholeFile($0) }
            let output = OutputFile()
            let summary = try ledger.export(
                selection,
                as: format,
                unit: offsets,
                includesOriginals: originals,
                to: { bytes in
                    if let file { try file.write(bytes) } else { try output.write(bytes) }
                },
                progress: progress
            )
            if let file { try file.finish() } else { try output.flush() }
            return summary
        }
    }

    private var selection: ExportSelection {
        var selection = ExportSelection()
        (selection.outlet, selection.published) = (outlet, published.days)
        (selection.speaker, selection.allRevisions) = (speaker, allRevisions)
        return selection
    }
}
