import SaysoArticles
import SaysoLedger
import SaysoServer
import SaysoStatements

/// Reads what is handed to a server as `extract` and `add` read files and addresses.
struct ServerIntake: Sendable {
    let ledger: String
    let extractor: StatementExtractor
    let fetcher: PageFetcher

    private static let selection = Selection(filter: ArticleFilter(languages: .only("en")))

    /// Articles that are written at once: each transaction waits for the disk.
    private static let transaction = 16

    var intake: Intake { Intake(extract: extract, add: add) }

    @Sendable private func extract(_ submission: Submission) async throws -> [[UInt8]] {
        var (articles, problem): ([[UInt8]], IntakeError?) = ([], nil)
        for document in try await documents(submission) {
            let record = try await ArticleRecord(document, Self.selection, find: report)
            if let found = Self.problem(record) {
                problem = problem ?? found
                continue
            }
            var bytes: [UInt8] = []
            RecordJSON(record, isPretty: false).write { bytes += $0.utf8 }
            articles.append(bytes)
        }
        if let problem, articles.isEmpty { throw problem }
        return articles
    }

    @Sendable private func add(_ submission: Submission, _ tell: @Sendable (AdditionStep) -> Void)
        async throws
    {
        let ledger = try Ledger(ledger, mode: .existing)
        let documents = try await documents(submission)
        tell(.found(documents.count))
        var (waiting, problem, hasArticle): ([LedgerDocument], IntakeError?, Bool) = ([], nil, false)
        for (index, document) in documents.enumerated() {
            try Task.checkCancellation()
            let read = try await LedgerDocument(
                document,
                Self.selection,
                held: { try ledger.revision(key: $0, digest: $1, text: $2) },
                find: report
            )
            if let found = Self.problem(read.record) {
                problem = problem ?? found
                if documents.count > 1 { tell(.problem(found, path: read.record.path)) }
            } else {
                (waiting, hasArticle) = (waiting + [read], true)
            }
            tell(.read)
            guard waiting.count == Self.transaction || index == documents.count - 1 else { continue }
            try Task.checkCancellation()
            var additions = try ledger.add(waiting.compactMap(\.revision))[...]
            for document in waiting {
                tell(.added(document.added(document.revision.flatMap { _ in additions.popFirst() })))
            }
            waiting.removeAll()
        }
        try ledger.close()
        if let problem, !hasArticle { throw problem }
    }

    private func report(on article: Article) async throws -> Report {
        if article.text.utf8.count < 64 * 1024 { return extractor.report(on: article) }
        return try await extractor.report(on: article, jobs: 1)
    }

    /// - Throws: `IntakeError` when there is nothing to read.
    private func documents(_ submission: Submission) async throws -> [Document] {
        var skips = SkipCounts()
        do throws(InputFile.Failure) {
            let documents: [Document]
            switch submission {
            case .bytes(let bytes, let type, let address, let name):
                documents = try DocumentReader.documents(
                    bytes,
                    as: Self.kind(of: bytes, type, name),
                    id: .text("submission"),
                    path: submission.path,
                    origin: Origin(url: address, contentType: type),
                    &skips
                )
            case .address(let address):
                if let refusal = PageFetcher.refusal(of: address) { throw refusal }
                guard PageFetcher.isAddress(address) else {
                    throw InputFile.Failure(
                        code: "invalid-address",
                        reason: "an address begins with http or https"
                    )
                }
                let page = try await fetcher.page(at: address)
                documents = try DocumentReader.documents(
                    page.body,
                    as: Self.kind(of: page.body),
                    id: .text(page.url),
                    path: address,
                    origin: Origin(url: page.url, contentType: page.contentType, retrieved: page.retrieved),
                    &skips
                )
            }
            if documents.isEmpty {
                throw InputFile.Failure(code: "empty", reason: "there is no article in it")
            }
            return documents
        } catch {
            throw IntakeError(code: error.code, message: error.reason)
        }
    }

    /// - Throws: a failure when they hold many documents, which only the tool takes apart.
    private static func kind(of bytes: [UInt8], _ type: String? = nil, _ name: String? = nil)
        throws(InputFile.Failure) -> InputKind
    {
        let detected = InputKind.detect(Array(bytes.prefix(InputKind.needed)))
        if [.archive, .package, .gzip].contains(detected) {
            throw InputFile.Failure(
                code: "archive",
                reason:
                    "this is a web archive or is compressed; sayso add reads such, pages and feeds are read "
                    + "here"
            )
        }
        if let name = name?.lowercased(), name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") {
            throw InputFile.Failure(
                code: "json",
                reason: "this is JSON Lines; sayso add reads such, pages and feeds are read here"
            )
        }
        // Words that begin with a tag are a page only when that is said.
        return type?.lowercased().hasPrefix("text/plain") == true ? .text : detected
    }

    /// Why a document has no article that is wanted; nil when it has one.
    private static func problem(_ record: ArticleRecord) -> IntakeError? {
        if let error = record.errors.first { return IntakeError(code: error.code, message: error.message) }
        switch record.skip {
        case .language(let language)?:
            return IntakeError(
                code: "language",
                message: "the article is in “\(language)”, and only English is read"
            )
        case _?: return IntakeError(code: "no-article", message: "there is no article in it")
        case nil: return nil
        }
    }
}

extension LedgerDocument {
    /// What became of it.
    ///
    /// - Parameter addition: what the ledger made of its revision; nil when it was not given to it.
    /// - Returns: what is told of it.
    func added(_ addition: Addition?) -> AddedArticle {
        var (result, changes) = ("unchanged", 0)
        switch addition {
        case .article: result = "added"
        case .revision(_, let number): (result, changes) = ("changed", number)
        case .unchanged, nil: break
        }
        return AddedArticle(
            result: result,
            revision: addition?.id ?? held,
            statements: result == "unchanged" ? 0 : revision?.statements.count ?? 0,
            changes: changes,
            article: key,
            path: record.path
        )
    }
}
