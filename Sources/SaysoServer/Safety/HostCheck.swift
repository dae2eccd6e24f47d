import HTTPTypes
import Hummingbird

/// Refuses requests that were meant for another name: a page elsewhere may have its name lead to this machine
/// (DNS rebinding), and its scripts would then read the ledger.
struct HostCheck: RouterMiddleware {
    typealias Context = ServerContext

    private let names: Set<String>
    private let isLocal: Bool

    /// - Parameter options: the address, and the names besides.
    init(_ options: ServerOptions) {
        isLocal = options.isLocal
        names = Set(([options.address] + options.names).map { $0.lowercased() })
    }

    func handle(
        _ request: Request,
        context: ServerContext,
        next: Next
    ) async throws -> Response {
        let host = Self.name(request.head.authority ?? "")
        // Elsewhere a token keeps strangers out, whatever name they use.
        guard !isLocal || ServerOptions.isLocal(host) || names.contains(host) else {
            throw Problem(
                .misdirectedRequest,
                "host",
                "this server is not called “\(host.prefix(100))”; use its address, or start it with --name"
            )
        }
        return try await next(request, context)
    }

    /// What stands before the port, in small letters.
    static func name(_ authority: String) -> String {
        let text = authority.lowercased()
        if text.hasPrefix("[") { return text.prefix { $0 != "]" } + "]" }
        return String(text.prefix { $0 != ":" })
    }
}
