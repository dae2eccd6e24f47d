import HTTPTypes
import Hummingbird
import Logging
import SaysoLedger

/// Makes answers of what handlers throw: problem details for programs, pages for people.
struct ProblemResponses: RouterMiddleware {
    typealias Context = ServerContext

    /// The ledger's file.
    let ledger: String
    let pages: Pages
    let table: RouteTable

    func handle(
        _ request: Request,
        context: ServerContext,
        next: Next
    ) async throws -> Response {
        do { return try await next(request, context) } catch {
            let problem = problem(error, request, context)
            if problem.status.kind == .serverError {
                context.logger.error("\(problem.code): \(LogText.safe(problem.detail))")
            }
            return response(problem, to: request)
        }
    }

    private func problem(_ error: any Error, _ request: Request, _ context: ServerContext) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case let error as LedgerError: return Problem(error, path: ledger)
        case is CancellationError: return Problem(LedgerError(.cancelled, ""), path: ledger)
        case let error as any HTTPResponseError:
            switch error.status {
            case .notFound:
                guard let allowed = table.allowed(at: request.uri.path) else {
                    return Problem(.notFound, "not-found", "there is nothing at this address")
                }
                return Problem(
                    .methodNotAllowed,
                    "method",
                    "this is not possible here, only \(allowed)",
                    headers: [.allow: allowed]
                )
            case .contentTooLarge:
                return Problem(
                    .contentTooLarge,
                    "too-large",
                    "the body is larger than this server takes; send less at once"
                )
            default: return Problem(error.status, "refused", error.status.reasonPhrase)
            }
        default:
            // What it was is for the log alone.
            context.logger.error("unexpected: \(LogText.safe("\(error)"))")
            return Problem(
                .internalServerError,
                "unexpected",
                "something went wrong; the server's log has more"
            )
        }
    }

    private func response(_ problem: Problem, to request: Request) -> Response {
        var response: Response
        if Self.wantsPage(request) {
            response = pages.problem(problem)
        } else {
            var json = JSONWriter()
            json.object { json in
                json.member("type", "urn:sayso:problem:\(problem.code)")
                json.member("title", problem.status.reasonPhrase)
                json.member("status", problem.status.code)
                json.member("detail", problem.detail)
            }
            response = Response(
                status: problem.status,
                headers: [.contentType: "application/problem+json"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes))
            )
        }
        for field in problem.headers { response.headers.append(field) }
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// Whether somebody with a browser asked.
    private static func wantsPage(_ request: Request) -> Bool {
        if request.uri.path.hasPrefix("/api/") || request.uri.path.hasPrefix("/feeds/") { return false }
        return request.headers[.accept]?.contains("text/html") == true
    }
}

/// Words of others on their way to the log.
enum LogText {
    /// Without what could begin a line or steer a terminal, and not too long.
    static func safe(_ text: String) -> String {
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(500) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: safe.append("\u{FFFD}")
            default: safe.append(scalar)
            }
        }
        return String(safe)
    }
}
