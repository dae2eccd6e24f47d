import HTTPTypes
import Hummingbird

/// Refuses what pages of other sites send in a visitor's name.
struct OriginCheck: RouterMiddleware {
    typealias Context = ServerContext

    func handle(
        _ request: Request,
        context: ServerContext,
        next: Next
    ) async throws -> Response {
        guard request.method != .get, request.method != .head else { return try await next(request, context) }
        let site = request.headers[.secFetchSite]
        if let site, site != "same-origin", site != "none" { throw Self.refusal }
        if request.headers[.origin] == "null" {
            // Our pages have no referrer, so browsers do not name them where a form is sent. They tell apart what is
            // sent from where in `Sec-Fetch-Site`; where they do not, as over plain HTTP from elsewhere, a form has its
            // token, and nothing else is taken.
            guard site == "same-origin" || Self.forms.contains(request.uri.path) else { throw Self.refusal }
        } else if let origin = request.headers[.origin] {
            // Browsers say from which site a page came; programs say nothing.
            guard let authority = request.head.authority,
                origin == "http://\(authority)" || origin == "https://\(authority)"
            else { throw Self.refusal }
        }
        return try await next(request, context)
    }

    /// Where pages send their forms, which ``FormToken`` looks at.
    private static let forms: Set<String> = ["/settle", "/add"]

    private static let refusal = Problem(
        .forbidden,
        "origin",
        "this came from a page of another site; open the ledger's own page and do it there"
    )
}

extension HTTPField.Name {
    /// Fetch Metadata.
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
}
