public import ArgumentParser
public import SaysoArticles
import SaysoStatements

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// `sayso extract`: articles in, statements out.
struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print who said what in articles.",
        discussion: """
            Reads plain text in UTF-8, UTF-16 with a byte order mark, or Windows-1252. Documents are worked on in \
            parallel and printed in the order they came in; the output is the same whatever the number of jobs. \
            A document that cannot be read is reported, and all others are still done.

            The table shows speech, which is what was said or written in whatever way, without what was only \
            thought or decided, and tells how much that leaves out; all other forms carry every statement, with \
            its kind. --kind picks for any of them.

            EXAMPLES:
              sayso extract article.txt
              sayso extract --speakers article.txt
              sayso extract --explain --kind all article.txt
              sayso extract --kind denied,warned --format csv articles/*.txt
              sayso extract --format jsonl articles/*.txt > statements.jsonl
              sayso extract --input jsonl --format jsonl < articles.jsonl
              sayso extract --format brat --output annotated articles/*.txt
            """
    )

    @Argument(help: "Files, or - for standard input (default when something is piped in).")
    var files: [String] = []

    @Option(help: .init("What to print.", valueName: "form"))
    var format: OutputFormat = .table

    @Option(
        help: .init(
            "The statements to print, by what their cues say; several kinds are parted by commas (default: "
                + "speech in a table, all elsewhere).",
            valueName: "kinds"
        )
    )
    var kind: KindSelection?

    @Flag(help: "Print one line a speaker instead of the statements, as a table or as CSV.")
    var speakers = false

    @Flag(help: "Say how each speaker was found, in a table or in JSON.")
    var explain = false

    @Option(help: .init("What offsets count, except in brat standoff.", valueName: "unit"))
    var offsets: OffsetUnit = .codePoints

    @Option(
        help: .init(
            "What files hold: one article each, or one JSON object with id and text a line.",
            valueName: "form"
        )
    )
    var input: InputFormat = .text

    @Option(help: .init("Cores to use (default: all).", valueName: "count"))
    var jobs: Int?

    @Option(help: .init("A network to use instead of the one built in (safetensors).", valueName: "file"))
    var model: String?

    @Option(
        help: .init(
            "Where to write: a file, or for brat a folder that gets each article's text and standoff.",
            valueName: "path"
        )
    )
    var output: String?

    enum InputFormat: String, ExpressibleByArgument, CaseIterable {
        case text, jsonl
    }

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs must be from 1 to 1024") }
        if files.isEmpty, Console.inputIsTerminal {
            throw ValidationError("name a file, or - for standard input")
        }
        if speakers, format != .table, format != .csv {
            throw ValidationError(
                "--speakers goes with --format table or csv; JSON has the speakers of every article anyway"
            )
        }
        if explain, format == .csv || format == .brat || speakers {
            throw ValidationError("--explain goes with statements as table, json or jsonl")
        }
        if format == .brat {
            if offsets != .codePoints { throw ValidationError("brat standoff counts code points") }
            if output == nil, files.count > 1 || input == .jsonl {
                throw ValidationError("brat standoff of several articles needs a folder: --output DIR")
            }
        }
    }

    func run() async throws {
        let (paths, model) = (files.isEmpty ? ["-"] : files, model)
        let selection = Selection(
            unit: offsets,
            kinds: kind ?? format.usualKinds,
            explains: explain,
            listsSpeakers: speakers
        )
        let (isJSONLines, jobs) = (input == .jsonl, jobs ?? Cores.count)
        let isSingle = paths.count == 1 && !isJSONLines
        let (output, format) = (output, format)
        try await Interruption.cancelling {
            let extractor = try ModelFile.extractor(model)
            var sink = try Sink(
                output,
                format: format,
                selection: selection,
                isSingle: isSingle,
                inputs: paths
            )
            var reader = DocumentReader(paths: paths, isJSONLines: isJSONLines)
            var progress = Progress(total: isJSONLines ? nil : paths.count)
            var failed = false
            try await inOrder(jobs: jobs, from: &reader, isLong: Self.isLong) { document, jobs in
                try? await Self.record(of: document, by: extractor, selection, jobs: jobs)
            } each: { record in
                for error in record.errors {
                    failed = true
                    progress.clear()
                    Console.complain(error.message)
                }
                try sink.write(record)
                progress.step()
            }
            progress.clear()
            try sink.finish()
            if Interruption.isRequested { throw ExitStatus.interrupted }
            if failed { throw ExitStatus.failed }
        }
    }

    /// Whether a document gets all cores for itself, rather than one.
    private static func isLong(_ document: Document) -> Bool { document.size > 512 * 1024 }

    /// - Throws: `CancellationError` when a document of more than some pages was given up.
    private static func record(
        of document: Document,
        by extractor: StatementExtractor,
        _ selection: Selection,
        jobs: Int
    ) async throws -> ArticleRecord {
        try await ArticleRecord(document, selection) { article in
            if document.size < 64 * 1024 { return extractor.report(on: article) }
            return try await extractor.report(on: article, jobs: jobs)
        }
    }
}

extension OffsetUnit: ExpressibleByArgument {}

/// The machine's cores.
private enum Cores {
    static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
