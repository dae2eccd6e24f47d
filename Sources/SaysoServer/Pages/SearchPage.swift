import Hummingbird
import SaysoLedger
import SaysoStatements

/// The page on which statements are searched.
struct SearchPage {
    let readers: LedgerReaders
    let pages: Pages

    func addRoutes(to table: inout RouteTable) { table.get("/", show) }

    @Sendable private func show(_ request: Request, _ context: ServerContext) async throws -> Response {
        var query = try Query(request.uri.query, isForm: true)
        let fields = query
        let search = try Search(&query)
        try query.finish()
        let results = try await readers.read { try $0.search(search) }
        return pages.page("search", title: "Search", try content(fields, search, results))
    }

    private func content(_ fields: Query, _ search: Search, _ results: SearchResults) throws -> [String: Any]
    {
        var fields = fields
        var content: [String: Any] = ["isEmpty": results.hits.isEmpty, "hasHits": !results.hits.isEmpty]
        content["next"] = results.next.map { "/?" + fields.spelled(without: "cursor", with: ("cursor", $0)) }
        let address = fields.spelled(without: "cursor")
        content["feeds"] = [
            [
                "type": "application/atom+xml", "title": "This search as Atom",
                "address": "/feeds/search.atom?\(address)",
            ],
            [
                "type": "application/feed+json", "title": "This search as JSON Feed",
                "address": "/feeds/search.json?\(address)",
            ],
        ]
        content["orders"] = Search.Order.allCases.map { order in
            ["value": order.rawValue, "name": order.rawValue, "isChosen": order == search.order]
                as [String: Any]
        }
        content["hits"] = results.hits.map(Self.hit)
        for name in ["q", "speaker", "outlet", "said"] { content[name] = try fields.texts(name).first }
        content["hasFilters"] = ["speaker", "outlet", "said"].contains { content[$0] != nil }
        return content
    }

    private static func hit(_ hit: SearchHit) -> [String: Any] {
        var content: [String: Any] = [
            "id": hit.id.description, "kind": (hit.isNegated ? "not " : "") + hit.kind.rawValue,
            "who": hit.speakers.isEmpty
                ? (hit.source.isEmpty ? "Nobody named" : hit.source)
                : hit.speakers.joined(separator: ", "),
            "parts": MarkedText.parts(of: hit),
        ]
        (content["day"], content["role"]) = (hit.day, hit.role)
        (content["outlet"], content["headline"]) = (hit.outlet, hit.headline)
        return content
    }
}

/// Words with what was looked for in them.
enum MarkedText {
    /// A part of what was said, cut where marks begin and end.
    static func parts(of hit: SearchHit) -> [[String: Any]] {
        let snippet = Snippet(of: hit.content, marks: hit.marks)
        let bytes = Array(snippet.text.utf8)
        var parts: [[String: Any]] = []
        func add(_ range: Range<Int>, isMarked: Bool) {
            guard !range.isEmpty else { return }
            parts.append(["text": String(decoding: bytes[range], as: UTF8.self), "isMarked": isMarked])
        }
        var position = 0
        for mark in snippet.marks {
            add(position..<mark.lowerBound, isMarked: false)
            add(mark, isMarked: true)
            position = mark.upperBound
        }
        add(position..<bytes.count, isMarked: false)
        return parts
    }
}
