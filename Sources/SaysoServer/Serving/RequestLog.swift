import HTTPTypes
import Hummingbird
import Logging
import CoreMetrics

/// Logs and counts what is asked, by routes: what strangers write into addresses is neither a name of a metric nor a
/// line of a log.
struct RequestLog: RouterMiddleware {
    typealias Context = ServerContext

    let metrics: MetricsRegistry

    func handle(
        _ request: Request,
        context: ServerContext,
        next: Next
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let time = ContinuousClock.now - start
        let route = context.endpointPath ?? "none"
        let dimensions = [
            ("route", route), ("method", Self.method(request)), ("status", "\(response.status.code)"),
        ]
        Counter(label: "sayso_requests", dimensions: dimensions, factory: metrics).increment()
        Timer(label: "sayso_request_seconds", dimensions: [("route", route)], factory: metrics)
            .recordNanoseconds(Int64(time / .nanoseconds(1)))
        context.logger.log(
            level: response.status.code >= 400 ? .info : .debug,
            "request",
            metadata: [
                "route": "\(route)", "method": "\(Self.method(request))", "status": "\(response.status.code)",
                "ms": "\(Int(time / .milliseconds(1)))", "peer": "\(context.peer?.ipAddress ?? "none")",
            ]
        )
        return response
    }

    /// Methods that nobody has heard of are all one.
    private static func method(_ request: Request) -> String {
        let known: [HTTPRequest.Method] = [.get, .head, .post, .put, .delete, .patch, .options]
        return known.contains(request.method) ? request.method.rawValue : "OTHER"
    }
}
