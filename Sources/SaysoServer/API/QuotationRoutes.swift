import HTTPTypes
import Hummingbird
import SaysoLedger

/// The same words in many places, and what outlets make of them.
struct QuotationRoutes {
    let readers: LedgerReaders

    func addRoutes(to table: inout RouteTable) {
        table.get("/api/v1/clusters", list)
        table.get("/api/v1/clusters/{cluster}", cluster)
        table.get("/api/v1/stats", stats)
        table.get("/api/v1/compare", compare)
    }

    @Sendable private func list(_ request: Request, _ context: ServerContext) async throws -> Response {
        var query = try Query(request.uri.query)
        var filter = ClusterFilter()
        filter.published = try query.span()
        filter.outlet = try query.text("outlet")
        filter.speaker = try query.text("speaker")
        let limit = try query.number("limit", in: 1...1000) ?? 20
        try query.finish()
        return try await readers.answer(request) { [filter] ledger in
            let clusters = try ledger.clusters(filter, limit: limit)
            return Representation.json { $0.rows("clusters", clusters) }
        }
    }

    @Sendable private func cluster(_ request: Request, _ context: ServerContext) async throws -> Response {
        try Query(request.uri.query).finish()
        let name = try context.name("cluster")
        guard let id = Int64(name), id > 0 else {
            throw Problem.invalid("clusters are named by numbers from 1 on")
        }
        return try await readers.answer(request) { ledger in
            let cluster = try ledger.cluster(id)
            return Representation.json { json in
                json.member("cluster", cluster.id)
                json.member("outlets", cluster.outlets)
                json.rows("appearances", AppearanceRow.all(of: cluster))
            }
        }
    }

    @Sendable private func stats(_ request: Request, _ context: ServerContext) async throws -> Response {
        var query = try Query(request.uri.query)
        var scope = try AuditScope(&query)
        scope.speaker = try query.text("speaker")
        let limit = try query.number("limit", in: 1...1000) ?? 10
        try query.finish()
        return try await readers.answer(request) { [scope] ledger in
            let audit = try ledger.audit(scope, limit: limit)
            return Representation.json { $0.rows("figures", AuditRow.all(of: audit)) }
        }
    }

    @Sendable private func compare(_ request: Request, _ context: ServerContext) async throws -> Response {
        var query = try Query(request.uri.query)
        guard let first = try query.text("first"), let second = try query.text("second") else {
            throw Problem.invalid("first and second name two outlets")
        }
        var scope = AuditScope()
        scope.published = try query.span()
        scope.speaker = try query.text("speaker")
        let isShared = try query.flag("shared")
        try query.finish()
        return try await readers.answer(request) { [scope] ledger in
            let comparison = try ledger.compare(first, second, scope, sharedOnly: isShared)
            return Representation.json { json in
                for (name, side) in [("first", comparison.first), ("second", comparison.second)] {
                    json.object(name) { json in
                        json.member("outlet", side.outlet)
                        json.member("articles", side.articles)
                        json.member("statements", side.statements)
                        json.name("own_voice")
                        json.value(.share(side.ownVoiceShare))
                    }
                }
                json.rows("items", comparison.items)
            }
        }
    }
}
