public import ArgumentParser
public import SaysoArticles
import SaysoStatements

/// `sayso extract`: articles in, statements out.
struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print who said what in articles.",
        discussion: """
            Reads plain text, HTML pages, feeds (RSS, Atom, JSON Feed: each entry an article), web archives \
            (WARC, ARC, WACZ: each page an article) and any of these compressed with gzip; folders with all \
            that is in them, but for hidden files and what is no text; and addresses. What a file holds is \
            told by its content. Articles are worked on in parallel and printed in the order they came in; the \
            output is the same whatever the number of jobs. An article that cannot be read is reported, and \
            all others are still done.

            The network was trained on English. Articles in other languages are named and left out, unless \
            --any-language or --language asks for them.

            The table shows speech, which is what was said or written in whatever way, without what was only \
            thought or decided, and tells how much that leaves out; all other forms carry every statement, with \
            its kind. --kind picks for any of them.

            EXAMPLES:
              sayso extract article.txt
              sayso extract page.html feed.xml archive/
              sayso extract --since 2025-03-01 --outlet coastwire.example --format jsonl crawl.warc.gz
              sayso extract --speakers article.txt
              sayso extract --explain --kind all article.txt
              sayso extract --kind denied,warned --format csv articles/*.txt
              sayso extract --format jsonl articles/*.txt > statements.jsonl
              sayso extract --input jsonl --format jsonl < articles.jsonl
              sayso extract --format jsonl --state month.state --output month.jsonl CC-NEWS-*.warc.gz
              sayso extract --format brat --output annotated articles/*.txt
            """
    )

    @OptionGroup var inputs: InputOptions

    @Flag(help: "Read articles in whatever language.")
    var anyLanguage = false

    @Option(
        help: .init(
            "What to print; ledger is one line a document for import and for programs.",
            valueName: "form"
        )
    )
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

    @Flag(help: "With --format ledger, add the original bytes of pages and feeds, so that import keeps them.")
    var originals = false

    @Option(help: .init("A network to use instead of the one built in (safetensors).", valueName: "file"))
    var model: String?

    @Option(
        help: .init(
            "Where to write: a file, or for brat a folder that gets each article's text and standoff.",
            valueName: "path"
        )
    )
    var output: String?

    @Option(
        help: .init(
            "Note in this file what is done, so that the same command goes on where it was stopped; with more "
                + "inputs, too.",
            valueName: "file"
        )
    )
    var state: String?

    func validate() throws {
        if anyLanguage, inputs.language != nil {
            throw ValidationError("--any-language does not go with --language")
        }
        if speakers, format != .table, format != .csv {
            throw ValidationError(
                "--speakers goes with --format table or csv; JSON has the speakers of every article anyway"
            )
        }
        if explain, ![.table, .json, .jsonl].contains(format) || speakers {
            throw ValidationError("--explain goes with statements as table, json or jsonl")
        }
        if state != nil {
            if format != .jsonl && format != .ledger || output == nil {
                throw ValidationError("--state goes with --format jsonl or ledger, and with --output")
            }
            if inputs.paths.contains("-") {
                throw ValidationError("--state cannot go on with standard input, which is read only once")
            }
        }
        if kind != nil, format == .ledger {
            throw ValidationError("--kind does not go with --format ledger, which carries all statements")
        }
        if originals, format != .ledger { throw ValidationError("--originals goes with --format ledger") }
        if format == .brat {
            if offsets != .codePoints { throw ValidationError("brat standoff counts code points") }
            if output == nil, inputs.mayBeSeveral {
                throw ValidationError("brat standoff of several articles needs a folder: --output DIR")
            }
        }
    }

    func run() async throws {
        let (inputs, output, format, model, state) = (inputs, output, format, model, state)
        let options = stateOptions
        let selection = Selection(
            unit: offsets,
            kinds: kind ?? format.usualKinds,
            explains: explain,
            listsSpeakers: speakers,
            hasDigests: format != .ledger,
            hasRevision: format == .ledger,
            includesOriginals: originals,
            listsLeftOut: format == .ledger,
            tellsThroughput: format == .jsonl || format == .ledger,
            filter: inputs.filter(languages: anyLanguage ? .all : .only("en"))
        )
        try await Interruption.cancelling {
            let extractor = try ModelFile.extractor(model)
            let state = try state.map {
                try RunState($0, options: options, apartFrom: inputs.paths + [output].compactMap(\.self))
            }
            let sink = try Sink(
                output,
                format: format,
                selection: selection,
                inputs: inputs.paths,
                keeping: state?.output ?? 0
            )
            let batch = Batch(input: inputs, selection: selection, state: state)
            try await batch.run(to: sink) { document, jobs in
                try? await Self.record(of: document, by: extractor, selection, jobs: jobs)
            }
        }
    }

    /// All that the output depends on, besides the inputs, as it could be given.
    private var stateOptions: [String] {
        var options = ["--format", format.rawValue, "--offsets", offsets.rawValue]
        options += ["--input", inputs.input.rawValue]
        func add(_ name: String, _ value: String?) { if let value { options += [name, value] } }
        for outlet in inputs.outlet { add("--outlet", outlet) }
        add("--since", inputs.since)
        add("--until", inputs.until)
        add("--language", inputs.language)
        add("--kind", kind.map { $0.kinds.map(\.rawValue).sorted().joined(separator: ",") })
        add("--model", model)
        add("--output", output)
        for (name, isOn) in [
            ("--any-language", anyLanguage), ("--explain", explain), ("--originals", originals),
        ] where isOn {
            options.append(name)
        }
        return options
    }

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
