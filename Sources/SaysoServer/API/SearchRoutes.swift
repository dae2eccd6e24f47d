import HTTPTypes
import Hummingbird
import SaysoArticles
import SaysoLedger

/// Statements by what was said in them.
struct SearchRoutes {
    let readers: LedgerReaders

    func addRoutes(to table: inout RouteTable) { table.get("/api/v1/search", search) }

    @Sendable private func search(_ request: Request, _ context: ServerContext) async throws -> Response {
        var query = try Query(request.uri.query)
        let fields = query
        let unit: OffsetUnit = try query.choice("offsets") ?? .codePoints
        let search = try Search(&query)
        try query.finish()
        return try await readers.answer(request) { ledger in
            let results = try ledger.search(search)
            var answer = Representation.json { json in
                json.rows("results", results.hits.map { HitRow($0, unit: unit) })
                json.member("next", results.next)
                json.member("partly_ranked", results.isPartlyRanked)
            }
            answer.setNext(results.next, after: fields, at: "/api/v1/search")
            return answer
        }
    }
}

extension Representation {
    /// Says where the next page is (RFC 8288).
    mutating func setNext(_ cursor: String?, after query: Query, at path: String) {
        guard let cursor else { return }
        headers[HTTPField.Name("Link")!] =
            "<\(path)?\(query.spelled(without: "cursor", with: ("cursor", cursor)))>; rel=\"next\""
    }
}
