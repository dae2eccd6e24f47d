public import ArgumentParser
import Crypto
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
            Plain text in UTF-8, UTF-16 with a byte order mark, or Windows-1252. Documents are worked on in
            parallel and printed in the order they came in; the output is the same whatever the number of
            jobs. A document that cannot be read is reported, and all others are still done.

            EXAMPLES:
              sayso extract article.txt
              sayso extract --format jsonl articles/*.txt > statements.jsonl
              sayso extract --input jsonl --format jsonl < articles.jsonl
              sayso extract --format brat --output annotated articles/*.txt
            """
    )

    @Argument(help: "Files, or - for standard input.")
    var files: [String] = []

    @Option(help: "What to print: table, json, jsonl, brat or csv.")
    var format: OutputFormat = .table

    @Option(help: "The unit of offsets in JSON, JSONL and CSV: codepoint, utf8 or utf16.")
    var offsets: OffsetUnit = .codePoints

    @Option(help: "What files hold: one article each (text), or an object with id and text a line (jsonl).")
    var input: InputFormat = .text

    @Option(help: "Documents to work on at the same time (default: as many as there are cores).")
    var jobs: Int?

    @Option(help: "A network to use instead of the one built in (safetensors).")
    var model: String?

    @Option(help: "Where to write: a file; for brat a folder, which gets NAME.txt and NAME.ann of each article.")
    var output: String?

    enum InputFormat: String, ExpressibleByArgument, CaseIterable {
        case text, jsonl
    }

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
        if files.isEmpty, Console.inputIsTerminal {
            throw ValidationError("name a file, or - for standard input")
        }
        if format == .brat {
            if offsets != .codePoints { throw ValidationError("brat standoff counts code points") }
            if output == nil, files.count > 1 || input == .jsonl {
                throw ValidationError("brat standoff of several articles needs a folder: --output DIR")
            }
        }
    }

    func run() async throws {
        Interruption.watch()
        let extractor = try ModelFile.extractor(model)
        let sink = try Sink(output, format: format)
        let paths = files.isEmpty ? ["-"] : files
        let isSingle = paths.count == 1 && input == .text
        let style = TableStyle(width: Console.width, hasColour: Console.usesColour && output == nil)
        let (format, unit) = (format, offsets)
        try sink.write(format.header(isSingle: isSingle))
        var reader = DocumentReader(paths: paths, isJSONLines: input == .jsonl)
        var progress = Progress(total: input == .text ? paths.count : nil)
        var failed = false
        try await inOrder(jobs: jobs ?? Cores.count, from: &reader) { document, index in
            let record = Self.record(of: document, by: extractor, unit: unit)
            return (record, try format.record(record, isFirst: index == 0, style: style))
        } each: { document, result in
            let (record, text) = result
            for error in record.errors {
                failed = true
                progress.clear()
                Console.err("sayso: \(error.message)\n")
            }
            try sink.write(text, for: document, record)
            progress.step()
        }
        progress.clear()
        try sink.write(format.footer(isSingle: isSingle))
        if Interruption.isRequested { throw ExitStatus.interrupted }
        if failed { throw ExitStatus.failed }
    }

    private static func record(
        of document: Document,
        by extractor: StatementExtractor,
        unit: OffsetUnit
    ) -> ArticleRecord {
        var record = ArticleRecord(id: document.id, path: document.path, offsets: unit.rawValue)
        do {
            let bytes = try document.content.get()
            let article = try Article(bytes: bytes)
            record.headline = article.headline.map { article.text[$0] }
            record.published = article.published?.description
            record.modified = article.modified?.description
            record.encoding = article.encoding.rawValue
            record.warnings = article.warnings.map(\.description)
            record.textDigest = article.text.utf8.withUnsafeBytes { "sha256:" + SHA256.hash(data: $0).hexadecimal }
            record.statements = extractor.statements(in: article).enumerated().map { index, statement in
                StatementRecord(statement, number: index + 1, in: article.text, unit: unit)
            }
        } catch let error as DocumentError {
            record.errors.append(error)
        } catch let error as ArticleError {
            let message = "\(document.path): \(error.message)"
            record.errors.append(DocumentError(code: error.code.rawValue, message: message))
        } catch {
            record.errors.append(DocumentError(code: "failed", message: "\(document.path): \(error)"))
        }
        return record
    }
}

extension OffsetUnit: ExpressibleByArgument {}

extension Digest {
    /// The digest in lower-case hexadecimal digits.
    fileprivate var hexadecimal: String {
        map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}

/// The machine's cores.
enum Cores {
    static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
