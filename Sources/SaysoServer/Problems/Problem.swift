import HTTPTypes
import SaysoLedger

/// Why a request is refused, or failed (RFC 9457).
struct Problem: Error {
    let status: HTTPResponse.Status
    /// What it is, for programs.
    let code: String
    /// What happened and what to do, for people.
    let detail: String
    let headers: HTTPFields

    init(_ status: HTTPResponse.Status, _ code: String, _ detail: String, headers: HTTPFields = [:]) {
        (self.status, self.code, self.detail, self.headers) = (status, code, detail, headers)
    }

    /// A request that makes no sense.
    static func invalid(_ detail: String) -> Problem { Problem(.badRequest, "invalid", detail) }

    /// A server that has more to do than it can.
    static func busy(_ detail: String = "the server has too much to do; ask again in a moment") -> Problem {
        Problem(.serviceUnavailable, "busy", detail, headers: [.retryAfter: "1"])
    }

    /// Says what an error of the ledger means for a request.
    ///
    /// - Parameters:
    ///   - error: the ledger's.
    ///   - path: the ledger's file, which strangers need not know.
    init(_ error: LedgerError, path: String) {
        let detail =
            error.message.hasPrefix(path + ": ")
            ? String(error.message.dropFirst(path.count + 2)) : error.message
        switch error.code {
        case .notFound: self.init(.notFound, "not-found", detail)
        case .invalid: self.init(.badRequest, "invalid", detail)
        case .locked: self.init(.serviceUnavailable, "locked", detail, headers: [.retryAfter: "5"])
        case .cancelled:
            self.init(.serviceUnavailable, "cancelled", "given up; ask again", headers: [.retryAfter: "1"])
        case .full: self.init(.insufficientStorage, "full", detail)
        case .readOnly: self.init(.forbidden, "read-only", detail)
        case .missing, .notALedger, .newer:
            self.init(.serviceUnavailable, error.code.rawValue, detail, headers: [.retryAfter: "60"])
        default: self.init(.internalServerError, error.code.rawValue, detail)
        }
    }
}

extension HTTPResponse.Status {
    /// RFC 4918.
    static let insufficientStorage = HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")
}
