import HTTPTypes
import Hummingbird
import SaysoLedger
import Synchronization

/// Reading what is handed in, and adding it to the ledger.
struct IntakeRoutes {
    let intake: Intake
    let jobs: AdditionJobs
    let threads: WorkThreads
    let mostBytes: Int

    func addRoutes(to table: inout RouteTable) {
        table.post("/api/v1/extract", extract)
        table.post("/api/v1/articles", add)
        table.post("/api/v1/add", begin)
        table.get("/api/v1/add/{job}", job)
    }

    /// Nothing is stored.
    @Sendable private func extract(_ request: Request, _ context: ServerContext) async throws -> Response {
        // Whoever sends in drips keeps nobody else from the threads.
        let submission = try await submission(request, try address(of: request))
        guard case .bytes = submission else {
            throw Problem.invalid("only text, pages and feeds are read here; addresses can be added")
        }
        return try await threads.run {
            let articles = try await read { try await intake.extract(submission) }
            var json = JSONWriter()
            json.object { json in
                json.name("articles")
                json.raw("[")
                for (index, article) in articles.enumerated() {
                    if index > 0 { json.raw(",") }
                    json.raw(String(decoding: article, as: UTF8.self))
                }
                json.raw("]")
            }
            return Representation(json.bytes, type: "application/json")
        }.response(to: request)
    }

    @Sendable private func add(_ request: Request, _ context: ServerContext) async throws -> Response {
        let submission = try await submission(request, try address(of: request))
        return try await threads.run {
            let added = Mutex<[AddedArticle]>([])
            try await read {
                try await intake.add(submission) { step in
                    if case .added(let article) = step { added.withLock { $0.append(article) } }
                }
            }
            return Representation.json { $0.rows("articles", added.withLock { $0 }) }
        }.response(to: request)
    }

    /// Adds while nobody waits; the answer says where to look.
    @Sendable private func begin(_ request: Request, _ context: ServerContext) async throws -> Response {
        let job = try jobs.start([try await submission(request, try address(of: request))])
        var json = JSONWriter()
        job.write(to: &json)
        return Response(
            status: .accepted,
            headers: [.contentType: "application/json", .location: "/api/v1/add/\(job.id)"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes))
        )
    }

    @Sendable private func job(_ request: Request, _ context: ServerContext) async throws -> Response {
        try Query(request.uri.query).finish()
        guard let job = jobs.job(try context.name("job")) else {
            throw Problem(
                .notFound,
                "not-found",
                "there is no such job; they are kept for an hour, while the server runs"
            )
        }
        var json = JSONWriter()
        job.write(to: &json)
        return Representation(json.bytes, type: "application/json").response(to: request)
    }

    private func address(of request: Request) throws -> String? {
        var query = try Query(request.uri.query)
        let address = try query.text("url")
        try query.finish()
        return try Self.origin(address)
    }

    /// Where something came from, as it is noted in the ledger.
    private static func origin(_ address: String?) throws(Problem) -> String? {
        guard let address else { return nil }
        guard address.hasPrefix("http://") || address.hasPrefix("https://"), address.utf8.count <= 2000,
            address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }),
            ArticleKey.of(address: address) != nil
        else { throw .invalid("url is an address that begins with http or https") }
        return address
    }

    private func submission(_ request: Request, _ address: String?) async throws -> Submission {
        let type = request.headers[.contentType]
        let media = type?.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        let known = [
            "text/plain", "text/html", "application/xhtml+xml", "application/json", "application/feed+json",
            "application/rss+xml", "application/atom+xml", "application/xml", "text/xml",
        ]
        guard let media, known.contains(media) else {
            throw Problem(
                .unsupportedMediaType,
                "media-type",
                "send text/plain, text/html, a feed, or application/json with an address; Content-Type says which"
            )
        }
        var request = request
        let bytes = Array(buffer: try await request.collectBody(upTo: mostBytes))
        guard media == "application/json" else { return .bytes(bytes, type: type, address: address) }
        var fields = try JSONFields(bytes)
        let (url, text) = (try fields.text("url"), try fields.text("text"))
        try fields.finish()
        switch (url, text) {
        case (let url, let text?):
            return .bytes(Array(text.utf8), type: "text/plain", address: try Self.origin(url) ?? address)
        case (let url?, nil): return .address(url)
        case (nil, nil): throw Problem.invalid("the body is a JSON object with “url”, or with “text”")
        }
    }

    private func read<Value>(_ work: () async throws -> Value) async throws -> Value {
        do { return try await work() } catch let error as IntakeError {
            throw Problem(.unprocessableContent, error.code, error.message)
        }
    }
}
