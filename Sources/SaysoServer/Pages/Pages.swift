import HTTPTypes
import Hummingbird
import Mustache

/// Makes pages of templates. Templates escape all that they are given; none has triple braces.
struct Pages: Sendable {
    private let library: MustacheLibrary
    /// Takes the place of what an old style sheet is called, so that browsers may keep it.
    private let styleVersion: String

    /// - Throws: when a template makes no sense, which tests find out.
    init() throws {
        var library = MustacheLibrary()
        for (name, bytes) in EmbeddedFiles.all where name.hasSuffix(".mustache") {
            try library.register(String(decoding: bytes, as: UTF8.self), named: String(name.dropLast(9)))
        }
        self.library = library
        styleVersion = AssetFiles.version(of: "sayso.css")
    }

    /// A page.
    ///
    /// - Parameters:
    ///   - template: its name; it inherits from `page`.
    ///   - title: what the browser's tab says.
    ///   - status: what the server says of it.
    ///   - content: what the template shows.
    /// - Returns: the answer.
    func page(
        _ template: String,
        title: String,
        status: HTTPResponse.Status = .ok,
        _ content: [String: Any]
    ) -> Response {
        var content = content
        (content["title"], content["style"]) = (title, "/assets/sayso.css?v=\(styleVersion)")
        let text = library.render(content, withTemplate: template) ?? ""
        return Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }

    /// The page that says why there is no other.
    func problem(_ problem: Problem) -> Response {
        let headings: [Int: String] = [
            400: "This question makes no sense", 401: "This ledger needs a token", 404: "Nothing is here",
            503: "The ledger cannot answer now",
        ]
        let heading = headings[problem.status.code] ?? problem.status.reasonPhrase
        return page(
            "problem",
            title: heading,
            status: problem.status,
            ["heading": heading, "detail": problem.detail]
        )
    }
}
