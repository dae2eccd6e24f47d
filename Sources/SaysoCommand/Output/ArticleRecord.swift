import Crypto
import SaysoArticles
import SaysoStatements

/// What the tool says of one document.
struct ArticleRecord: Sendable {
    let id: DocumentID
    let path: String
    /// What offsets count.
    let unit: OffsetUnit
    /// Nil when the document could not be read.
    private(set) var article: Article?
    /// `sha256:` and the digest of the text as UTF-8.
    private(set) var textDigest: String?
    private(set) var statements: [Statement] = []
    private(set) var errors: [DocumentError] = []

    /// Reads a document and finds its statements.
    ///
    /// - Parameters:
    ///   - document: what to read.
    ///   - unit: what offsets shall count.
    ///   - find: finds the statements of an article.
    init(
        _ document: Document,
        unit: OffsetUnit,
        find: (Article) async throws -> [Statement]
    ) async rethrows {
        id = document.id
        path = document.path
        self.unit = unit
        let article: Article
        do {
            article = try document.article()
        } catch {
            errors = [error]
            return
        }
        self.article = article
        textDigest = article.text.utf8.withUnsafeBytes { "sha256:" + SHA256.hash(data: $0).hexadecimal }
        statements = try await find(article)
    }

    /// The words of some spans; what lies between spans is left out.
    func words(_ spans: [Range<Int>], between: String = " … ") -> String {
        guard let text = article?.text else { return "" }
        return spans.map { text[$0] }.joined(separator: between)
    }

    /// Spans in the record's unit.
    func offsets(_ spans: [Range<Int>]) -> [Range<Int>] {
        guard let text = article?.text else { return [] }
        return spans.map { text.range($0, in: unit) }
    }
}

extension Statement {
    /// The confidence as it is printed: thousandths say all there is to know.
    var roundedConfidence: Double { (confidence * 1000).rounded() / 1000 }
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
