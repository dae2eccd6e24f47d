import SaysoArticles
import SaysoLedger
import SaysoStatements

/// What the tool says of one document.
struct ArticleRecord: Sendable {
    let id: DocumentID
    let path: String
    let provenance: Provenance
    /// What kind of thing the article was read from: `text`, `html` or `feed`.
    let format: String
    /// Whether the document is the only one.
    let isAlone: Bool
    /// Bytes of the input that had been read when the document was complete.
    let position: Int
    /// Which of the inputs the document is part of.
    let part: InputPart
    /// What to print.
    let selection: Selection
    /// Nil when the document could not be read.
    private(set) var article: Article?
    /// Why the document is left out, nil when it is not.
    private(set) var skip: Skip?
    /// `sha256:` and the digest of the text as UTF-8; nil when nobody asked.
    private(set) var textDigest: String?
    /// `sha256:` and the digest of the bytes that evidence counts in; nil when nobody asked.
    private(set) var sourceDigest: String?
    /// What the article reports; nil when it could not be read, or nobody asked.
    private(set) var report: Report?
    /// The article as a ledger would have it; nil when it could not be read, or nobody asked.
    private(set) var revision: Revision?
    private(set) var errors: [DocumentError] = []
    /// Indices of the statements to print: those of the kinds asked for.
    private(set) var shown: [Int] = []
    /// The text's words, as white space parts them; 0 when nobody asked what it reports.
    private(set) var words = 0
    /// Whom the statements to print quote, with the number of those statements.
    private(set) var speakers: [(speaker: Speaker, statements: Int)] = []

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - document: what to read.
    ///   - selection: which articles, and what to print of them.
    init(_ document: Document, _ selection: Selection = Selection()) {
        id = document.id
        path = document.path
        provenance = document.provenance
        format = document.format
        isAlone = document.isAlone
        position = document.position
        part = document.part
        self.selection = selection
        do {
            let article = try document.article()
            skip = selection.filter.skip(article, url: article.metadata.url ?? provenance.url)
            guard skip == nil else { return }
            self.article = article
            guard selection.hasDigests else { return }
            textDigest = Digests.sha256(article.text.utf8)
            sourceDigest = document.digest
        } catch {
            switch error.code {
            case "binary" where document.isFound: skip = .notText
            case "empty-feed": skip = .emptyFeed
            case "empty" where document.provenance.entry != nil: skip = .emptyEntry
            case "no-article" where document.isFound, "empty" where document.isFound: skip = .noArticle
            default: errors = [error]
            }
        }
    }

    /// Reads a document and finds what it reports.
    ///
    /// - Parameters:
    ///   - document: what to read.
    ///   - selection: which articles, and what to print of them.
    ///   - find: finds out what an article reports.
    init(
        _ document: Document,
        _ selection: Selection = Selection(),
        find: (Article) async throws -> Report
    ) async rethrows {
        self.init(document, selection)
        guard let article else { return }
        let report = try await find(article)
        let statements = report.statements
        let shown = statements.indices.filter { selection.kinds.kinds.contains(statements[$0].saying.kind) }
        var counts: [Int: Int] = [:]
        for index in shown {
            for id in Set(statements[index].resolution.speakers.map(\.id)) { counts[id, default: 0] += 1 }
        }
        self.report = report
        words = article.text.utf8.wordCount
        if selection.hasRevision { revision = Revision(document, article, report) }
        self.shown = shown
        speakers = report.speakers.compactMap { speaker in counts[speaker.id].map { (speaker, $0) } }
    }

    /// All statements, printed or not, in the order of their contents.
    var statements: [Statement] { report?.statements ?? [] }

    /// What a statement is called, by its index among all of the article's.
    static func statementID(_ index: Int) -> String { "s\(index + 1)" }

    /// What a speaker is called.
    static func speakerID(_ speaker: Speaker) -> String { "p\(speaker.id + 1)" }

    /// The article's title: the one that its text has, else the one that the page states.
    var headline: String? {
        article.flatMap { article in article.headline.map { article.text[$0] } ?? article.metadata.headline }
    }

    /// The article's address: the one it states, else where it was got.
    var url: String? { article?.metadata.url ?? provenance.url }

    /// The words of some spans; what lies between spans is left out.
    func words(_ spans: [Range<Int>], between: String = " … ") -> String {
        guard let text = article?.text else { return "" }
        return spans.map { text[$0] }.joined(separator: between)
    }

    /// A span in the record's unit.
    func offsets(_ span: Range<Int>) -> Range<Int> {
        article?.text.range(span, in: selection.unit) ?? span
    }

    /// Spans in the record's unit.
    func offsets(_ spans: [Range<Int>]) -> [Range<Int>] {
        spans.map { offsets($0) }
    }

    /// Where spans lie in the source: ranges of its bytes, in the order of the text.
    func sourceRanges(_ spans: [Range<Int>]) -> [Range<Int>] {
        guard let map = article?.offsetMap else { return [] }
        return spans.flatMap { map.sourceRanges(of: $0) }
    }
}

extension Collection<UInt8> {
    /// How many runs there are of what is not white space, as far as ASCII knows that.
    fileprivate var wordCount: Int {
        var (count, isInside) = (0, false)
        for byte in self {
            let isWord = byte > 0x20
            if isWord, !isInside { count += 1 }
            isInside = isWord
        }
        return count
    }
}

extension Double {
    /// A probability as it is printed: thousandths say all there is to know.
    var inThousandths: Double { (self * 1000).rounded() / 1000 }
}
