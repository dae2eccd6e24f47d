import HTTPTypes
import Hummingbird
import Testing

@testable import SaysoServer

@Suite("Forms")
struct FormTests {
    private let forms = FormToken()

    private static func request(
        _ body: String,
        type: String = "application/x-www-form-urlencoded",
        cookie: String? = nil
    ) -> Request {
        var fields: HTTPFields = [.contentType: type]
        fields[.cookie] = cookie
        return Request(
            head: HTTPRequest(
                method: .post,
                scheme: "http",
                authority: "localhost",
                path: "/settle",
                headerFields: fields
            ),
            body: RequestBody(buffer: ByteBuffer(string: body))
        )
    }

    /// A token and the cookie that goes with it.
    private func visit(_ cookie: String? = nil) throws -> (token: String, cookie: String) {
        var given = ""
        let response = forms.page(Self.request("", cookie: cookie)) { token in
            given = token
            return Response(status: .ok)
        }
        let set = response.headers[.setCookie].map { String($0.prefix { $0 != ";" }) }
        #expect((set == nil) == (cookie != nil))
        return (given, try #require(cookie ?? set))
    }

    @Test("A form with the browser's own token is read, and has no other fields than its own")
    func right() async throws {
        let (token, cookie) = try visit()
        let body = "name=Mara+Osk&empty=&form_token=\(Query.encoded(token))"
        var form = try await forms.form(of: Self.request(body, cookie: "other=1; " + cookie), upTo: 1000)
        #expect(try form.fields.text("name") == "Mara Osk")
        #expect(try form.fields.text("empty") == nil)
        try form.fields.finish()
        // Later pages of the same browser need no other cookie.
        #expect(try visit(cookie).token == token)
    }

    @Test("Without the token, with another browser's or another server's, nothing is done")
    func wrong() async throws {
        let (token, cookie) = try visit()
        let other = try visit()
        let elsewhere = FormToken()
        for (sent, with) in [
            ("", cookie), (token, ""), (token, other.cookie), (other.token, cookie), ("AAAA", cookie),
            ("%", cookie),
        ] {
            let request = Self.request("form_token=\(Query.encoded(sent))", cookie: with)
            let problem = await #expect(throws: Problem.self) {
                try await forms.form(of: request, upTo: 1000)
            }
            #expect(problem?.status == .forbidden, "\(sent) \(with)")
        }
        let request = Self.request("form_token=\(Query.encoded(token))", cookie: cookie)
        await #expect(throws: Problem.self) { try await elsewhere.form(of: request, upTo: 1000) }
        await #expect(throws: (any Error).self) { try await forms.form(of: request, upTo: 10) }
    }

    /// A form with fields and files, as browsers write it.
    private static func multipart(_ parts: [(disposition: String, bytes: String)]) -> String {
        parts.map { "--xyz\r\nContent-Disposition: \($0)\r\n\r\n\($1)\r\n" }.joined() + "--xyz--\r\n"
    }

    @Test("Files are read with their names and bytes, whatever is in them")
    func files() async throws {
        let (token, cookie) = try visit()
        let body = Self.multipart([
            ("form-data; name=\"form_token\"", token), ("form-data; name=\"text\"", "“Words”\r\n-- here"),
            (
                "form-data; name=\"file\"; filename=\"../../etc/page \u{202E}%22x%0D.html\"\r\nContent-Type: text/html",
                "<p>\r\n--xy\r\n\r\n"
            ),
            ("form-data; name=\"file\"; filename=\"\"\r\nContent-Type: application/octet-stream", ""),
            ("form-data; name=\"file\"; filename=\"b.txt\"", ""),
        ])
        let type = "multipart/form-data; boundary=xyz"
        var form = try await forms.form(of: Self.request(body, type: type, cookie: cookie), upTo: 10_000)
        #expect(try form.fields.text("text") == "“Words”\r\n-- here")
        try form.fields.finish()
        #expect(form.files.map(\.name) == ["page _\"x_.html", "b.txt"])
        #expect(form.files.first.map { String(decoding: $0.bytes, as: UTF8.self) } == "<p>\r\n--xy\r\n\r\n")
    }

    @Test(
        "Half forms, and what is no form, are refused",
        arguments: [
            "", "--xyz", "--xyz\r\n", "--xyz--", "xyz",
            "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb",
            "--xyz\r\n\r\n\r\nb\r\n--xyz--", "--xyz\r\nContent-Disposition: form-data\r\n\r\nb\r\n--xyz--",
            "--xyz\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nb\r\n--xyz--",
            "--xyz\r\nX\r\n\r\nb\r\n--xyz--",
            "--xyzContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--xyz--",
            "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\0\r\n--xyz--",
        ]
    )
    func half(body: String) async throws {
        let (_, cookie) = try visit()
        let request = Self.request(body, type: "multipart/form-data; boundary=xyz", cookie: cookie)
        let problem = await #expect(throws: Problem.self) { try await forms.form(of: request, upTo: 10_000) }
        #expect(problem?.status == (body == "--xyz--" ? .forbidden : .badRequest))
        let bare = Self.request(body, type: "multipart/form-data", cookie: cookie)
        await #expect(throws: Problem.self) { try await forms.form(of: bare, upTo: 10_000) }
    }
}
