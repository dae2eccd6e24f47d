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

    /// Puts the routes into a router; `HEAD` goes with `GET`.
    func install(in router: Router<ServerContext>) {
        for route in routes { router.on(RouterPath(route.path), method: route.method, use: route.handler) }
    }

    /// What may be done at a path, as `Allow` has it; nil where nothing is.
    func allowed(at path: String) -> String? {
        let parts = path.split(separator: "/")
        let methods = routes.filter { route in
            let names = route.path.split(separator: "/")
            return names.count == parts.count
                && zip(names, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }.map(\.method.rawValue)
        if methods.isEmpty { return nil }
        return (methods + (methods.contains("GET") ? ["HEAD"] : [])).sorted().joined(separator: ", ")
    }
}
