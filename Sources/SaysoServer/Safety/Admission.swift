import Hummingbird
import Synchronization

/// Works on so many requests at once, and refuses more.
final class Admission: RouterMiddleware {
    typealias Context = ServerContext

    private let most: Int
    private let count = Mutex(0)

    /// - Parameter most: how many.
    init(most: Int) {
        self.most = most
    }

    func handle(
        _ request: Request,
        context: ServerContext,
        next: Next
    ) async throws -> Response {
        try count.withLock { count throws(Problem) in
            guard count < most else { throw .busy() }
            count += 1
        }
        defer { count.withLock { $0 -= 1 } }
        return try await next(request, context)
    }
}
