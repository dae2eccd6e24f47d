import Crypto
import HTTPTypes
import Hummingbird

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Lets in those who know the token: programs send it as `Bearer`, browsers ask for it as the password of any user.
struct TokenCheck: RouterMiddleware {
    typealias Context = ServerContext

    private let digest: SHA256.Digest

    /// - Parameter token: the token.
    init(token: String) {
        digest = SHA256.hash(data: Data(token.utf8))
    }

    func handle(
        _ request: Request,
        context: ServerContext,
        next: Next
    ) async throws -> Response {
        guard let given = Self.token(request.headers[.authorization]), isRight(given) else {
            throw Problem(
                .unauthorized,
                "token",
                "this ledger needs a token: whoever started the server knows it. Send it as “Authorization: Bearer …”, "
                    + "or enter it as the password, with any name",
                headers: [.wwwAuthenticate: "Basic realm=\"sayso\", charset=\"UTF-8\""]
            )
        }
        return try await next(request, context)
    }

    /// Digests have one length, and compare in a time that tells nothing.
    private func isRight(_ token: String) -> Bool { SHA256.hash(data: Data(token.utf8)) == digest }

    private static func token(_ field: String?) -> String? {
        guard let parts = field?.split(separator: " ", maxSplits: 1), parts.count == 2 else { return nil }
        switch parts[0].lowercased() {
        case "bearer": return String(parts[1])
        case "basic":
            guard let data = Data(base64Encoded: String(parts[1])) else { return nil }
            let pair = String(decoding: data, as: UTF8.self)
            return pair.firstIndex(of: ":").map { String(pair[pair.index(after: $0)...]) }
        default: return nil
        }
    }
}
