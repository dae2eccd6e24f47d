import HTTPTypes
import Hummingbird
import SaysoArticles
import SaysoLedger

/// Articles, their revisions, and the statements where they stand.
struct ArticleRoutes {
    let readers: LedgerReaders

    func addRoutes(to table: inout RouteTable) {
        table.get("/api/v1/articles", list)
        table.get("/api/v1/articles/{revision}", article)
        table.get("/api/v1/revisions/{revision}", revision)
        table.get("/api/v1/revisions/{revision}/changes", changes)
        table.get("/api/v1/revisions/{revision}/source", source)
        table.get("/api/v1/statements/{statement}", statement)
        table.get("/api/v1/changes", allChanges)
    }

    @Sendable private func list(_ request: Request, _ context: ServerContext) async throws -> Response {
        var query = try Query(request.uri.query)
        let fields = query
        let scope = try AuditScope(&query)
        let limit = try query.number("limit", in: 1...1000) ?? 20
        let cursor = try query.number("cursor", in: 1...Int.max)
        try query.finish()
        return try await readers.answer(request) { ledger in
            let (articles, next) = try ledger.articles(scope, before: cursor.map(Int64.init), limit: limit)
            let cursor = next.map(String.init)
            var answer = Representation.json { json in
                json.rows("articles", articles)
                json.member("next", cursor)
            }
            answer.setNext(cursor, after: fields, at: "/api/v1/articles")
            return answer
        }
    }

    /// An article as it is now, whichever of its revisions is named.
    @Sendable private func article(_ request: Request, _ context: ServerContext) async throws -> Response {
        try Query(request.uri.query).finish()
        let name = try context.name("revision")
        return try await readers.answer(request) { ledger in
            let named = try ledger.details(of: try ledger.revision(named: name))
            let newest = named.siblings.last?.id ?? named.id
            let details = newest == named.id ? named : try ledger.details(of: newest)
            return try Self.exhibition(details, Array(details.revision.statements.indices), ledger)
        }
    }

    /// All that a revision says, in the form of the export.
    @Sendable private func revision(_ request: Request, _ context: ServerContext) async throws -> Response {
        var query = try Query(request.uri.query)
        let unit: OffsetUnit = try query.choice("offsets") ?? .codePoints
        try query.finish()
        let name = try context.name("revision")
        return try await readers.answer(request) { ledger in
            let id = try ledger.revision(named: name)
            return Representation(try ledger.exported(id, unit: unit), type: "application/json")
        }
    }

    @Sendable private func changes(_ request: Request, _ context: ServerContext) async throws -> Response {
        try Query(request.uri.query).finish()
        let name = try context.name("revision")
        return try await readers.answer(request) { ledger in
            let changes = try ledger.changes(of: try ledger.revision(named: name))
            return Representation.json { $0.array("changes", changes) { $0.value($1) } }
        }
    }

    /// The bytes that a revision was read from, for keeping: browsers do not run what is in them.
    @Sendable private func source(_ request: Request, _ context: ServerContext) async throws -> Response {
        try Query(request.uri.query).finish()
        let name = try context.name("revision")
        return try await readers.answer(request) { ledger in
            let id = try ledger.revision(named: name)
            var answer = Representation(try ledger.source(of: id), type: "application/octet-stream")
            answer.headers[.contentDisposition] = "attachment; filename=\"\(id)\""
            return answer
        }
    }

    @Sendable private func statement(_ request: Request, _ context: ServerContext) async throws -> Response {
        try Query(request.uri.query).finish()
        let name = try context.name("statement")
        return try await readers.answer(request) { ledger in
            guard case .statement(let id) = try ledger.named(name) else {
                throw Problem(
                    .notFound,
                    "not-found",
                    "\(name) is a revision; a statement's name has a dot and a number"
                )
            }
            return try Self.exhibition(try ledger.details(of: id.revision), [id.number - 1], ledger)
        }
    }

    private static func exhibition(_ details: RevisionDetails, _ indices: [Int], _ ledger: Ledger) throws
        -> Representation
    {
        let exhibits = try indices.map { index in
            let id = StatementID(revision: details.id, number: index + 1)
            return Exhibit(details, index + 1, try ledger.appearances(of: id))
        }
        var json = JSONWriter()
        json.value(details, exhibits)
        return Representation(json.bytes, type: "application/json")
    }

    @Sendable private func allChanges(_ request: Request, _ context: ServerContext) async throws -> Response {
        var query = try Query(request.uri.query)
        let fields = query
        var filter = ChangeFilter()
        filter.outlet = try query.text("outlet")
        filter.speaker = try query.text("speaker")
        filter.seen = try query.span()
        filter.kinds = try query.choices("kind")
        filter.isSilent = try query.flag("silent")
        let limit = try query.number("limit", in: 1...1000) ?? 100
        let cursor = try query.number("cursor", in: 0...1_000_000) ?? 0
        try query.finish()
        return try await readers.answer(request) { [filter] ledger in
            let changes = try ledger.changes(filter, limit: limit + 1, offset: cursor)
            let next = changes.count > limit ? "\(cursor + limit)" : nil
            var answer = Representation.json { json in
                json.rows("changes", changes.prefix(limit))
                json.member("next", next)
            }
            answer.setNext(next, after: fields, at: "/api/v1/changes")
            return answer
        }
    }
}

extension ServerContext {
    /// A part of the path that names something.
    func name(_ parameter: String) throws(Problem) -> String {
        guard let name = parameters.get(parameter), name.utf8.count <= 100,
            name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "%") })
        else { throw .invalid("names are made of letters, digits and dots") }
        return name
    }
}

extension Ledger {
    /// The revision that a name stands for, or that a statement of this name stands in.
    func revision(named name: String) throws(LedgerError) -> RevisionID {
        switch try named(name) {
        case .revision(let id): id
        case .statement(let id): id.revision
        }
    }
}

extension AuditScope {
    /// Reads which articles are meant from an address.
    init(_ query: inout Query) throws(Problem) {
        self.init()
        outlets = try query.texts("outlet")
        published = try query.span()
    }
}
