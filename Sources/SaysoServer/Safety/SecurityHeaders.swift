import HTTPTypes
import Hummingbird

/// Tells browsers what pages of this server may do: nothing but show themselves.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = ServerContext

    /// Nothing is loaded from elsewhere, no script or style stands in a page, nobody frames it.
    static let policy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
        form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """

    func handle(
        _ request: Request,
        context: ServerContext,
        next: Next
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        for (name, value) in Self.others { response.headers[name] = value }
        // What a ledger holds is nobody else's to keep.
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "private, no-cache" }
        return response
    }

    private static let others = [
        ("Referrer-Policy", "no-referrer"), ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ].map { (HTTPField.Name($0)!, $1) }
}
