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
/// The browser has a random cookie; the form has the cookie's code under a key that only this process knows. A page with
/// a form is made within ``page(_:make:)``, and its template has
/// `<input type="hidden" name="form_token" value="{{form_token}}">` in each form; what the form sends is read with
/// ``form(of:upTo:)`` and with nothing else:
///
/// ```swift
/// table.get("/settle") { request, context in
///     try forms.page(request) { token in pages.page("settle", title: "…", ["form_token": token]) }
/// }
/// table.post("/settle") { request, context in
///     var form = try await forms.form(of: request, upTo: 1 << 20)
///     let name = try form.fields.text("name")
///     try form.fields.finish()
///     …
/// }
/// ```
struct FormToken: Sendable {
    /// The field of a form that holds the token.
    static let field = "form_token"
    private static let cookie = "sayso"

    private let key = SymmetricKey(size: .bits256)

    /// Makes a page with forms.
    ///
    /// - Parameters:
    ///   - request: asks for the page.
    ///   - make: makes it, with the token for its forms.
    /// - Returns: the page, with the cookie that goes with the token where the browser has none yet.
    /// - Throws: what `make` throws.
    func page(_ request: Request, make: (String) throws -> Response) rethrows -> Response {
        if let visitor = Self.visitor(request) { return try make(code(visitor)) }
        let visitor = SymmetricKey(size: .bits128).withUnsafeBytes { Data($0).base64EncodedString() }
        var response = try make(code(visitor))
        response.headers[.setCookie] = "\(Self.cookie)=\(visitor); Path=/; HttpOnly; SameSite=Lax"
        return response
    }

    /// Reads what a form sends, and sees to it that it has the browser's token.
    ///
    /// - Parameters:
    ///   - request: brings the form.
    ///   - most: the most bytes of it.
    /// - Returns: its fields without the token, and its files.
    /// - Throws: `Problem` when the token is missing or another's, and when it is no form; what reading the body throws.
    func form(of request: Request, upTo most: Int) async throws -> SubmittedForm {
        var form = try await SubmittedForm(request, upTo: most)
        try check(try form.fields.text(Self.field), of: request)
        return form
    }

    private func check(_ token: String?, of request: Request) throws(Problem) {
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
