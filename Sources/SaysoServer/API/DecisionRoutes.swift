import HTTPTypes
import Hummingbird
import SaysoLedger

/// What people decide about speakers.
struct DecisionRoutes {
    let writer: LedgerWriter

    /// Decisions are short.
    private static let mostBytes = 1 << 20

    func addRoutes(to table: inout RouteTable) {
        table.post("/api/v1/speakers/{speaker}/merge", merge)
        table.post("/api/v1/speakers/{speaker}/apart", apart)
        table.post("/api/v1/speakers/{speaker}/split", split)
        table.post("/api/v1/speakers/{speaker}/rename", rename)
        table.post("/api/v1/speakers/{speaker}/link", link)
        table.post("/api/v1/decisions/{number}/undo", undo)
    }

    @Sendable private func merge(_ request: Request, _ context: ServerContext) async throws -> Response {
        let speaker = try context.speaker()
        var fields = try await fields(request)
        let others = try fields.texts("others")
        try fields.finish()
        guard !others.isEmpty else { throw Problem.invalid("others names those who are the same: [\"p40\"]") }
        return try await answer { try $0.merge([speaker] + others, author: writer.author) }
    }

    @Sendable private func apart(_ request: Request, _ context: ServerContext) async throws -> Response {
        let speaker = try context.speaker()
        var fields = try await fields(request)
        let other = try fields.text("other")
        try fields.finish()
        guard let other else { throw Problem.invalid("other names who is somebody else: \"p40\"") }
        return try await answer { try $0.keepApart(speaker, other, author: writer.author) }
    }

    @Sendable private func split(_ request: Request, _ context: ServerContext) async throws -> Response {
        let speaker = try context.speaker()
        var fields = try await fields(request)
        let (statements, name) = (try fields.texts("statements"), try fields.text("name"))
        var parts = SpeakerParts()
        (parts.articles, parts.roles) = (try fields.texts("articles"), try fields.texts("roles"))
        try fields.finish()
        return try await answer { [parts] ledger in
            var parts = parts
            parts.statements = try statements.map { text in
                guard case .statement(let statement) = try ledger.named(text) else {
                    throw Problem.invalid(
                        "\(text.prefix(60)): a revision; statements have a dot and a number"
                    )
                }
                return statement
            }
            return try ledger.split(speaker, parts, name: name, author: writer.author)
        }
    }

    @Sendable private func rename(_ request: Request, _ context: ServerContext) async throws -> Response {
        let speaker = try context.speaker()
        var fields = try await fields(request)
        let name = try fields.text("name")
        try fields.finish()
        guard let name else { throw Problem.invalid("name says what to call the speaker") }
        return try await answer { try $0.rename(speaker, to: name, author: writer.author) }
    }

    @Sendable private func link(_ request: Request, _ context: ServerContext) async throws -> Response {
        let speaker = try context.speaker()
        var fields = try await fields(request)
        guard fields.has("address") else {
            throw Problem.invalid(
                "address is a Wikidata number or an address, or null, which takes the link away"
            )
        }
        let address = try fields.text("address")
        try fields.finish()
        return try await answer { try $0.link(speaker, to: address, author: writer.author) }
    }

    @Sendable private func undo(_ request: Request, _ context: ServerContext) async throws -> Response {
        try Query(request.uri.query).finish()
        guard let number = Int64(try context.name("number")), number > 0 else {
            throw Problem.invalid("decisions are named by numbers from 1 on")
        }
        return try await answer { try $0.undo(number, author: writer.author) }
    }

    private func fields(_ request: Request) async throws -> JSONFields {
        try Query(request.uri.query).finish()
        let media = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        guard media == "application/json" else {
            throw Problem(.unsupportedMediaType, "media-type", "send application/json; Content-Type says so")
        }
        var request = request
        return try JSONFields(Array(buffer: try await request.collectBody(upTo: Self.mostBytes)))
    }

    /// Decides, and answers with the decision as the log of decisions has it.
    private func answer(_ decide: @escaping @Sendable (Ledger) throws -> SpeakerDecision) async throws
        -> Response
    {
        let decision = try await writer.write(decide)
        var json = JSONWriter()
        json.value(decision)
        return Response(
            status: .ok,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes))
        )
    }
}
