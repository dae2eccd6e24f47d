import SaysoArticles
import SaysoLedger
import SaysoStatements

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a document gives to a ledger.
struct LedgerDocument: Sendable {
    let record: ArticleRecord
    /// Nil when it is left out, could not be read, or is in the ledger already.
    let revision: Revision?
    /// The article's key; nil without an article.
    let key: String?
    /// The revision that the ledger has already; nil when it has none.
    let held: RevisionID?

    /// Reads a document, and what it reports unless the ledger holds it already.
    ///
    /// - Parameters:
    ///   - document: the document.
    ///   - selection: which articles are wanted.
    ///   - held: the revision of a key's article with these digests of source and text in the ledger; nil for none.
    ///   - find: finds out what an article reports.
    /// - Throws: what both throw.
    init(
        _ document: Document,
        _ selection: Selection,
        held: (String, Digest, Digest) throws -> RevisionID?,
        find: (Article) async throws -> Report
    ) async throws {
        let record = ArticleRecord(document, selection)
        self.record = record
        guard let article = record.article, let bytes = document.source else {
            (revision, key, self.held) = (nil, nil, nil)
            return
        }
        let key = Self.key(of: document, article)
        self.key = key
        let source = Revision.Source(bytes, format: document.format, encoding: article.encoding.rawValue)
        self.held = try held(key, source.digest, Digest(of: article.text.utf8))
        guard self.held == nil else {
            revision = nil
            return
        }
        revision = Revision(document, article, try await find(article), key: key, source: source)
    }

    /// What tells a document's article from all others.
    ///
    /// A page's own canonical address goes before where it was got, unless it leads to another host, which has the
    /// text that this one copied, or to a front page, which some outlets name on every page.
    static func key(of document: Document, _ article: Article) -> String {
        let got = document.provenance.url.flatMap(ArticleKey.of(address:))
        let stated = article.metadata.url.flatMap(ArticleKey.of(address:))
        if let stated, stated.contains("/") || stated.contains("?") {
            guard let got, host(got) != host(stated) else { return stated }
        }
        if let got { return got }
        if document.path == "-" || document.path.hasPrefix("-:") {
            return ArticleKey.of(text: article.text.utf8)
        }
        if let entry = document.provenance.entry {
            return ArticleKey.of(file: file(document.path), item: entry.id ?? "\(entry.number)")
        }
        if document.provenance.isLine {
            return ArticleKey.of(file: file(document.path), item: document.id.description)
        }
        return ArticleKey.of(file: URL(fileURLWithPath: document.path).standardizedFileURL.path)
    }

    private static func host(_ key: String) -> Substring { key.prefix { !"/?".contains($0) } }

    /// The absolute path of a file, whose entry or line a document's path names.
    private static func file(_ path: String) -> String {
        let name = path.lastIndex(of: ":").map { path[..<$0] } ?? path[...]
        return URL(fileURLWithPath: String(name)).standardizedFileURL.path
    }
}

extension Revision {
    /// What an article that was read from a document says.
    ///
    /// - Parameters:
    ///   - document: the document.
    ///   - article: the article.
    ///   - report: what it reports.
    ///   - key: what tells it from all others.
    ///   - source: the document's bytes.
    init(_ document: Document, _ article: Article, _ report: Report, key: String, source: Source) {
        let provenance = document.provenance
        let origin = Origin(
            path: document.path,
            record: provenance.record.map { ArticleMembers.members(of: $0, JSON(isPretty: false)) },
            entry: provenance.entry?.number,
            entryID: provenance.entry?.id,
            retrieved: provenance.record?.date ?? document.retrieved?.description
        )
        self.init(article, report, key: key, source: source, origin: origin)
        publication.url = (article.metadata.url ?? provenance.url)?.visible
    }

    /// What an article that was read from a document says; nil for a document that could not be read.
    init?(_ document: Document, _ article: Article, _ report: Report) {
        guard let bytes = document.source else { return nil }
        self.init(
            document,
            article,
            report,
            key: LedgerDocument.key(of: document, article),
            source: Source(bytes, format: document.format, encoding: article.encoding.rawValue)
        )
    }
}

extension Document {
    /// When it was got; nil when nobody knows.
    fileprivate var retrieved: StatedTime? {
        if case .success(.page(_, let origin)) = content { return origin.retrieved }
        return nil
    }
}
