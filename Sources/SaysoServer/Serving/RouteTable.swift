import HTTPTypes
import Hummingbird

/// What the server answers to, by path and method.
///
/// A table of our own beside the router's, so that a wrong method is told from a wrong path.
struct RouteTable {
    typealias Handler = @Sendable (Request, ServerContext) async throws -> Response

    /// A path and what may be done there.
    struct Route {
        /// As in `/api/v1/statements/{id}`.
        let path: String
        let method: HTTPRequest.Method
        let handler: Handler
    }

    private(set) var routes: [Route] = []

    mutating func get(_ path: String, _ handler: @escaping Handler) {
        routes.append(Route(path: path, method: .get, handler: handler))
    }

    mutating func post(_ path: String, _ handler: @escaping Handler) {
        routes.append(Route(path: path, method: .post, handler: handler))
    }

    /// Puts the routes into a router; `HEAD` goes with `GET`, and other methods are refused.
    func install(in router: Router<ServerContext>) {
        for route in routes { router.on(RouterPath(route.path), method: route.method, use: route.handler) }
        for (path, routes) in Dictionary(grouping: routes, by: \.path) {
            let allowed = routes.map(\.method)
            let names = (allowed.map(\.rawValue) + (allowed.contains(.get) ? ["HEAD"] : [])).sorted()
            for method in [HTTPRequest.Method.get, .post, .put, .delete, .patch, .options, .trace]
            where !allowed.contains(method) {
                router.on(RouterPath(path), method: method) { (_, _) -> Response in
                    throw Problem(
                        .methodNotAllowed,
                        "method",
                        "\(method.rawValue) is not possible here, only \(names.joined(separator: ", "))",
                        headers: [.allow: names.joined(separator: ", ")]
                    )
                }
            }
        }
    }
}
