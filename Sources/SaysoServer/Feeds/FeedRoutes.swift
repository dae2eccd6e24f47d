import HTTPTypes
import Hummingbird
import SaysoLedger
import SaysoStatements

/// Every search as a feed: what was said last comes first.
struct FeedRoutes {
    let readers: LedgerReaders

    func addRoutes(to table: inout RouteTable) {
        table.get("/feeds/search.atom") { request, _ in
            try await feed(request, "application/atom+xml; charset=utf-8") { $0.atom }
        }
        table.get("/feeds/search.json") { request, _ in
            try await feed(request, "application/feed+json") { $0.json }
        }
    }

    private func feed(
        _ request: Request,
        _ type: String,
        _ bytes: @escaping @Sendable (SearchFeed) -> [UInt8]
    ) async throws -> Response {
        // Forms leave fields empty.
        var query = try Query(request.uri.query, isForm: true)
        let (address, question) = (query.spelled(without: "cursor"), query.first("q"))
        var search = try Search(&query)
        try query.finish()
        (search.order, search.cursor) = (.newest, nil)
        let authority = request.head.authority ?? "localhost"
        return try await readers.answer(request) { [search] ledger in
            let feed = SearchFeed(
                question: question,
                site: "http://\(authority)",
                address: "\(request.uri.path)?\(address)",
                hits: try ledger.search(search).hits
            )
            return Representation(bytes(feed), type: type)
        }
    }
}
