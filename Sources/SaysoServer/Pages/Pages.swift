import HTTPTypes
import Hummingbird
import Mustache

/// Makes pages of templates. Templates escape all that they are given; none has triple braces.
struct Pages: Sendable {
    private let library: MustacheLibrary
    /// The ledger's file, without its folders.
    private let ledger: String
    /// The addresses of style sheets and scripts, which change with what is in them, so that browsers may keep them.
    private let addresses: [String: String]

    /// - Parameter ledger: the ledger's file.
    /// - Throws: when a template makes no sense, which tests find out.
    init(ledger: String = "") throws {
        MustacheContentTypes.register(EscapedText(), named: EscapedText.name)
        var library = MustacheLibrary()
        for (name, bytes) in EmbeddedFiles.all where name.hasSuffix(".mustache") {
            let text = "{{% CONTENT_TYPE:\(EscapedText.name)}}" + String(decoding: bytes, as: UTF8.self)
            try library.register(text, named: String(name.dropLast(9)))
        }
        self.library = library
        self.ledger = ShortText.line(String(ledger.split(separator: "/").last ?? ""), 80)
        addresses = Dictionary(
            uniqueKeysWithValues: EmbeddedFiles.all.keys.filter { !$0.hasSuffix(".mustache") }.map {
                ($0, "/assets/\($0)?v=\(AssetFiles.version(of: $0))")
            }
        )
    }

    /// The parts of the site, with the templates that belong to each.
    private static let sections: [(name: String, address: String, templates: Set<String>)] = [
        ("Search", "/", ["search"]),
        ("People", "/speakers", ["speakers", "person", "settle", "settle-speaker"]),
        ("Stories", "/stories", ["stories", "story"]),
        ("Audit", "/audit", ["audit"]),
        ("Add", "/add", ["add", "adding"]),
    ]

    /// A page.
    ///
    /// - Parameters:
    ///   - template: its name; it inherits from `page`.
    ///   - title: what the browser's tab says.
    ///   - status: what the server says of it.
    ///   - content: what the template shows; `styles` and `scripts` are names of embedded files that it wants beside
    ///     `sayso.css` and `sayso.js`, `feeds` what the page can be followed by.
    /// - Returns: the answer.
    func page(
        _ template: String,
        title: String,
        status: HTTPResponse.Status = .ok,
        _ content: [String: Any]
    ) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(slicing: ByteBuffer(string: text(template, title: title, content)))
        )
    }

    /// A page's HTML; the parameters are those of ``page(_:title:status:_:)``.
    func text(_ template: String, title: String, _ content: [String: Any]) -> String {
        var content = content
        for (name, first) in [("styles", "sayso.css"), ("scripts", "sayso.js")] {
            let names = [first] + (content[name] as? [String] ?? [])
            content["page_\(name)"] = names.compactMap { addresses[$0] }
        }
        content["page_title"] = ShortText.line(title, 120)
        content["page_ledger"] = ledger
        content["isSearch"] = template == "search"
        content["page_sections"] = Self.sections.map { section in
            [
                "name": section.name, "address": section.address,
                "isHere": section.templates.contains(template),
            ] as Content
        }
        return library.render(content, withTemplate: template) ?? ""
    }

    /// The page that says why there is no other.
    func problem(_ problem: Problem) -> Response {
        let (heading, step) = Self.explanations[problem.status.code] ?? (problem.status.reasonPhrase, "")
        return page(
            "problem",
            title: heading,
            status: problem.status,
            [
                "heading": heading, "detail": Self.sentence(problem.detail), "step": step,
                "status": problem.status.code,
            ]
        )
    }

    /// What a status means for a reader, and what to do.
    private static let explanations: [Int: (heading: String, step: String)] = [
        400: (
            "This question makes no sense",
            "Go back and change what was asked, or begin with a new search."
        ),
        401: (
            "This ledger needs a token",
            "Load the page again and give the token as the password; any user name will do. Whoever started the "
                + "server knows the token."
        ),
        403: ("This is refused", "Go back, load the page again, and try once more."),
        404: (
            "Nothing is here",
            "The address may be misspelled, or the ledger no longer has it. Look for it in the search."
        ),
        405: ("This address does something else", "Go back and use the page’s own links and buttons."),
        409: (
            "Something else was changed meanwhile", "Go back, load the page again, and see what holds now."
        ),
        413: ("This is too large", "Hand in less at once: fewer files, or a part of the text."),
        415: ("Nobody here can read this", "Hand in a text, a web page or a feed."),
        422: ("There is nothing in it to read", "Look whether the file or the text is the one you meant."),
        429: ("Too much at once", "Wait a moment, then load the page again."),
        500: (
            "Something went wrong",
            "Try again. When it happens again, whoever runs the server finds the reason in its log; the ledger "
                + "itself can be looked through with sayso verify."
        ),
        503: ("The ledger cannot answer now", "Wait a moment, then load the page again."),
        507: ("The disk is full", "Make room on the disk of the ledger, then try again; nothing was lost."),
    ]

    /// With a capital at its beginning and a full stop at its end.
    private static func sentence(_ text: String) -> String {
        guard let first = text.first else { return text }
        let text = first.isLowercase ? first.uppercased() + text.dropFirst() : text
        return text.last.map { ".!?…".contains($0) } == true ? text : text + "."
    }
}
