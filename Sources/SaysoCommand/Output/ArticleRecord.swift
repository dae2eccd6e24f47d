import Crypto
import SaysoArticles
import SaysoStatements

/// What the tool says of one document.
struct ArticleRecord: Sendable {
    let id: DocumentID
    let path: String
    /// What to print.
    let selection: Selection
    /// Nil when the document could not be read.
    private(set) var article: Article?
    /// `sha256:` and the digest of the text as UTF-8.
    private(set) var textDigest: String?
    /// What the article reports; nil when it could not be read.
    private(set) var report: Report?
    private(set) var errors: [DocumentError] = []
    /// Indices of the statements to print: those of the kinds asked for.
    let shown: [Int]
    /// Whom the statements to print quote, with the number of those statements.
    let speakers: [(speaker: Speaker, statements: Int)]

    /// Reads a document and finds what it reports.
    ///
    /// - Parameters:
    ///   - document: what to read.
    ///   - selection: what to print of it.
    ///   - find: finds out what an article reports.
    init(
        _ document: Document,
        _ selection: Selection = Selection(),
        find: (Article) async throws -> Report
    ) async rethrows {
        id = document.id
        path = document.path
        self.selection = selection
        do {
            article = try document.article()
        } catch {
            errors = [error]
        }
        guard let article else {
            (shown, speakers) = ([], [])
            return
        }
        textDigest = article.text.utf8.withUnsafeBytes { "sha256:" + SHA256.hash(data: $0).hexadecimal }
        let report = try await find(article)
        self.report = report
        let statements = report.statements
        let shown = statements.indices.filter { selection.kinds.kinds.contains(statements[$0].saying.kind) }
        var counts: [Int: Int] = [:]
        for index in shown {
            for id in Set(statements[index].resolution.speakers.map(\.id)) { counts[id, default: 0] += 1 }
        }
        self.shown = shown
        speakers = report.speakers.compactMap { speaker in counts[speaker.id].map { (speaker, $0) } }
    }

    /// All statements, printed or not, in the order of their contents.
    var statements: [Statement] { report?.statements ?? [] }

    /// What a statement is called, by its index among all of the article's.
    static func statementID(_ index: Int) -> String { "s\(index + 1)" }

    /// What a speaker is called.
    static func speakerID(_ speaker: Speaker) -> String { "p\(speaker.id + 1)" }

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
}

extension Double {
    /// A probability as it is printed: thousandths say all there is to know.
    var inThousandths: Double { (self * 1000).rounded() / 1000 }
}

extension Digest {
    /// The digest in lower-case hexadecimal digits.
    fileprivate var hexadecimal: String {
        map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
