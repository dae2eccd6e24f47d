import Crypto
import HTTPTypes
import Hummingbird

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Proves that a form was sent from a page that this server gave to the same browser.
///
/// The browser has a random cookie; the form has the cookie's code under a key that only this process knows.
struct FormToken: Sendable {
    /// The field of a form that holds the token.
    static let field = "form_token"
    private static let cookie = "sayso"

    private let key = SymmetricKey(size: .bits256)

    /// A token for a form.
    ///
    /// - Parameter request: asks for the page with the form.
    /// - Returns: the token, and the cookie that goes with it where the browser has none yet.
    func make(for request: Request) -> (token: String, cookie: String?) {
        if let visitor = Self.visitor(request) { return (code(visitor), nil) }
        let visitor = SymmetricKey(size: .bits128).withUnsafeBytes { Data($0).base64EncodedString() }
        return (code(visitor), "\(Self.cookie)=\(visitor); Path=/; HttpOnly; SameSite=Strict")
    }

    /// Sees to it that a form has the browser's token.
    ///
    /// - Parameters:
    ///   - token: as the form has it.
    ///   - request: brings the form.
    /// - Throws: `Problem` when it is missing or another's.
    func check(_ token: String?, of request: Request) throws(Problem) {
        guard let token, let visitor = Self.visitor(request), let code = Data(base64Encoded: token),
            HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Data(visitor.utf8), using: key)
        else {
            throw Problem(
                .forbidden,
                "form",
                "this form is too old, or the browser refuses cookies; go back, load the page again, and send it again"
            )
        }
    }

    private func code(_ visitor: String) -> String {
        Data(HMAC<SHA256>.authenticationCode(for: Data(visitor.utf8), using: key)).base64EncodedString()
    }

    private static func visitor(_ request: Request) -> String? {
        for pair in request.headers[.cookie]?.split(separator: ";") ?? [] {
            let pair = pair.drop { $0 == " " }
            if pair.hasPrefix(cookie + "=") { return String(pair.dropFirst(cookie.count + 1)) }
        }
        return nil
    }
}
