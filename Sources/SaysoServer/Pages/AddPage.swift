import HTTPTypes
import Hummingbird
import SaysoLedger

/// The pages on which articles are added, and which show how far that is.
struct AddPage {
    let readers: LedgerReaders
    /// Nil where nothing may be added.
    let jobs: AdditionJobs?
    let forms: FormToken
    let pages: Pages
    let mostBytes: Int

    private static let mostAddresses = 50
    private static let mostListed = 200

    func addRoutes(to table: inout RouteTable) {
        table.get("/add", show)
        table.post("/add", add)
        table.get("/add/{job}", progress)
    }

    @Sendable private func show(_ request: Request, _ context: ServerContext) async throws -> Response {
        try Query(request.uri.query).finish()
        return page(request)
    }

    @Sendable private func add(_ request: Request, _ context: ServerContext) async throws -> Response {
        guard let jobs else { throw Self.refusal }
        var form = try await forms.form(of: request, upTo: mostBytes)
        let (text, source) = (try form.fields.text("text"), try form.fields.text("source"))
        let addresses =
            try form.fields.text("addresses")?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
        try form.fields.finish()
        let typed = [
            "text": text, "source": source,
            "addresses": addresses.isEmpty ? nil : addresses.joined(separator: "\n"),
        ].compactMapValues(\.self)
        let hasText = text?.contains { !$0.isWhitespace } == true
        guard !form.files.isEmpty || hasText || !addresses.isEmpty else {
            return page(
                request,
                typed,
                "Choose a file, paste a text, or give an address.",
                .unprocessableContent
            )
        }
        guard addresses.count <= Self.mostAddresses else {
            let complaint =
                "Give at most \(Self.mostAddresses) addresses at once; these are \(addresses.count)."
            return page(request, typed, complaint, .unprocessableContent)
        }
        if let wrong = ([source].compactMap(\.self) + addresses).first(where: { PageAddress.web($0) == nil })
        {
            let complaint =
                "“\(ShortText.line(wrong, 80))” is no address: addresses begin with https:// or http://."
            return page(request, typed, complaint, .unprocessableContent)
        }
        var submissions = form.files.map { file in
            Submission.bytes(file.bytes, type: nil, address: nil, name: file.name)
        }
        if let text, hasText {
            submissions.append(
                .bytes(Array(text.utf8), type: nil, address: source, name: source == nil ? "pasted" : nil)
            )
        }
        submissions += addresses.map(Submission.address)
        let job = try jobs.start(submissions)
        return Response(status: .seeOther, headers: [.location: "/add/\(job.id)"])
    }

    private static let refusal = Problem(
        .forbidden,
        "read-only",
        "this server only reads its ledger; add articles with sayso add where the ledger is"
    )

    private func page(
        _ request: Request,
        _ typed: [String: String] = [:],
        _ complaint: String? = nil,
        _ status: HTTPResponse.Status = .ok
    ) -> Response {
        var content: [String: Any] = [
            "canAdd": jobs != nil, "complaint": complaint.orFalse, "styles": ["people.css"],
            "most": "\(mostBytes >> 20)",
        ]
        for name in ["text", "source", "addresses"] { content["typed_\(name)"] = typed[name].orFalse }
        return forms.page(request) { token in
            content["form_token"] = token
            return pages.page("add", title: "Add articles", status: status, content)
        }
    }

    // MARK: Progress

    @Sendable private func progress(_ request: Request, _ context: ServerContext) async throws -> Response {
        try Query(request.uri.query).finish()
        guard let job = jobs?.job(try context.name("job")) else {
            throw Problem(
                .notFound,
                "not-found",
                "there is no such addition, or none any more: progress is forgotten after an hour and when the "
                    + "server ends; whatever was added is in the ledger"
            )
        }
        let revisions = job.added.prefix(Self.mostListed).compactMap(\.revision)
        let headlines = try await readers.read { try $0.headlines(of: revisions) }
        return pages.page("adding", title: Self.title(job), Self.content(job, headlines))
    }

    private static func title(_ job: AdditionJob) -> String {
        switch job.state {
        case .waiting: "Waiting to be added"
        case .running: "Adding \(ShortText.line(name(job.title), 60))"
        case .done: job.added.isEmpty ? "Nothing was added" : "Added"
        case .failed: "Not all was added"
        }
    }

    private static func content(_ job: AdditionJob, _ headlines: [RevisionID: String]) -> [String: Any] {
        let counts = Dictionary(grouping: job.added, by: \.result).mapValues(\.count)
        let statements = job.added.reduce(0) { $0 + $1.statements }
        var figures = [
            ("added", "new article", "new articles"), ("changed", "changed article", "changed articles"),
            ("unchanged", "article that was there already", "articles that were there already"),
        ].compactMap { name, one, many in counts[name].map { PlainWords.count($0, one, many) } }
        if statements > 0 { figures.append(PlainWords.count(statements, "new statement", "new statements")) }
        return [
            "heading": title(job), "job": job.id, "what": ShortText.line(name(job.title), 120),
            "isOver": job.isOver,
            "isWaiting": job.state == .waiting, "failure": (job.failure?.detail).orFalse,
            "read": job.documentsRead, "documents": max(job.documents, job.documentsRead, 1),
            "counted": job.documents == 0
                ? "Looking into it"
                : "\(PlainWords.grouped(job.documentsRead)) of \(PlainWords.count(job.documents, "document", "documents")) read",
            "figures": figures.map { ["text": $0] },
            "hasArticles": !job.added.isEmpty, "hasProblems": !job.problems.isEmpty,
            "isNothing": job.isOver && job.added.isEmpty && job.problems.isEmpty && job.failure == nil,
            "problemCount": PlainWords.count(job.problems.count, "document was", "documents were"),
            "articles": job.added.prefix(mostListed).map { article -> [String: Any] in
                [
                    "title": ShortText.line(
                        article.revision.flatMap { headlines[$0] } ?? name(article.path),
                        160
                    ),
                    "address": article.revision.map { PageAddress.article($0) }.orFalse,
                    "path": article.revision.flatMap { headlines[$0] } == nil
                        ? false : ShortText.line(name(article.path), 160),
                    "result": [
                        "added": "new", "changed": "changed: a new revision", "unchanged": "there already",
                    ][article.result] ?? article.result,
                    "statements": PlainWords.grouped(article.statements),
                ]
            },
            "moreArticles": job.added.count > mostListed
                ? PlainWords.grouped(job.added.count - mostListed) : false,
            "problems": job.problems.prefix(mostListed).map { problem -> [String: Any] in
                [
                    "path": ShortText.line(name(problem.path), 160),
                    "message": ShortText.line(reason(problem), 400),
                    "step": steps[problem.error.code]
                        ?? "See whether it is the file or the page that you meant.",
                ]
            },
            "moreProblems": job.problems.count > mostListed
                ? PlainWords.grouped(job.problems.count - mostListed) : false,
            "styles": ["people.css"], "scripts": job.isOver ? [] : ["add.js"],
        ]
    }

    /// What something was called when it was handed in.
    private static func name(_ path: String) -> String {
        if path == "-" { return "the pasted text" }
        guard path.hasPrefix("-:") else { return path }
        let name = String(path.dropFirst(2))
        return name == "pasted" || name.hasPrefix("pasted and ")
            ? "the pasted text" + name.dropFirst(6) : name
    }

    /// Why a document could not be read, without the name that stands beside it.
    private static func reason(_ problem: AdditionJob.DocumentProblem) -> String {
        let message = problem.error.message
        return message.hasPrefix(problem.path + ": ")
            ? String(message.dropFirst(problem.path.count + 2)) : message
    }

    /// What to do about documents that could not be read.
    private static let steps = [
        "empty": "There was nothing in it; look whether the file was saved whole.",
        "binary": "Save the article as a web page (HTML) or as text, and hand that in.",
        "no-article": "Paste the article’s text instead.",
        "language": "Only English is read; sayso add --any-language takes all.",
        "invalid-address": "Copy the address from the browser’s address line.",
        "refused-address": "Only pages of the public web are fetched; save the page, and hand in the file.",
        "disallowed":
            "The site asks programs not to fetch this; save the page in the browser, and hand in the file.",
        "unresolvable": "Look whether the address is spelled right.",
        "unreachable": "Try again later, or save the page in the browser, and hand in the file.",
        "timeout": "Try again later, or save the page in the browser, and hand in the file.",
        "too-slow": "Try again later, or save the page in the browser, and hand in the file.",
        "status": "Look whether the page opens in the browser; if it does, save it, and hand in the file.",
        "too-large": "Hand in the article alone.",
        "archive": "Hand in the pages alone, or use sayso add where the ledger is.",
        "json": "Use sayso add --input jsonl where the ledger is.",
        "undecodable": "Save it as UTF-8, and hand that in.",
    ]
}
