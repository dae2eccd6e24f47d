import ArgumentParser
import SaysoArticles
import SaysoLedger
import SaysoStatements

/// `sayso add`: articles into a ledger.
struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put articles, with who says what in them, into a ledger.",
        discussion: """
            Reads what extract reads. An article that the ledger has already is not read again, so the same command \
            goes on where it was stopped. An article that has changed becomes a new revision, and what changed is \
            kept by statement; changes of white space, counters and the like are none. The original bytes are kept, \
            compressed, so that verify can find every statement in them again.

            Articles are written some hundred at a time, or after a second. Whatever is reported as added is on the \
            disk, whole.

            EXAMPLES:
              sayso add article.html feed.xml folder/
              sayso add --ledger news.sayso crawl.warc.gz
              sayso add --ledger news.sayso https://coastwire.example/harbour
              sayso add --input jsonl --format jsonl articles.jsonl
              sayso search --ledger news.sayso dam
            """
    )

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var inputs: InputOptions

    @Flag(help: "Read articles in whatever language.")
    var anyLanguage = false

    @Flag(
        help:
            "Do not keep the bytes that articles were read from. Statements cannot be found in them again then."
    )
    var withoutOriginals = false

    @Option(help: .init("Print a line for each article: what became of it.", valueName: "form"))
    var format: RowFormat?

    @Option(help: .init("A network to use instead of the one built in (safetensors).", valueName: "file"))
    var model: String?

    func validate() throws {
        if anyLanguage, inputs.language != nil {
            throw ValidationError("--any-language does not go with --language")
        }
    }

    func run() async throws {
        let (inputs, model, format, keepsSources) = (inputs, model, format, !withoutOriginals)
        let selection = Selection(
            hasDigests: false,
            filter: inputs.filter(languages: anyLanguage ? .all : .only("en"))
        )
        let ledger = try ledger.open(.create)
        try await Interruption.cancelling {
            let extractor = try ModelFile.extractor(model)
            var queue = AdditionQueue(ledger, keepsSources: keepsSources, format: format)
            try await Batch(input: inputs, selection: selection).run(
                written: Set([FileIdentity(path: ledger.path)].compactMap(\.self)),
                work: { document, jobs in
                    try await Self.read(
                        document,
                        selection,
                        ledger,
                        extractor,
                        keepsSources: keepsSources,
                        jobs: jobs
                    )
                },
                record: \.record,
                write: { try queue.append($0) },
                finish: { try queue.finish() }
            )
        }
    }

    /// - Returns: nil when the document was given up.
    private static func read(
        _ document: Document,
        _ selection: Selection,
        _ ledger: Ledger,
        _ extractor: StatementExtractor,
        keepsSources: Bool,
        jobs: Int
    ) async throws -> LedgerDocument? {
        do {
            return try await LedgerDocument(
                document,
                selection,
                held: { try ledger.revision(key: $0, digest: $1, text: $2, hasSource: keepsSources) },
                find: { article in
                    if document.size < 64 * 1024 { return extractor.report(on: article) }
                    return try await extractor.report(on: article, jobs: jobs)
                }
            )
        } catch is CancellationError {
            return nil
        }
    }
}
