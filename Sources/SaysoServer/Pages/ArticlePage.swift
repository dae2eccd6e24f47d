import HTTPTypes
import Hummingbird
import SaysoArticles
import SaysoLedger

/// The page of an article: its text with what everybody says in it.
struct ArticlePage {
    let readers: LedgerReaders
    let pages: Pages

    func addRoutes(to table: inout RouteTable) {
        table.get("/articles/{revision}", show)
        table.get("/articles/{revision}/download/{format}", download)
    }

    @Sendable private func show(_ request: Request, _ context: ServerContext) async throws -> Response {
        var query = try Query(request.uri.query, isForm: true)
        let number = try query.number("revision", in: 1...1_000_000)
        let chosen = try query.text("speaker")
        try query.finish()
        let name = try context.name("revision")
        let reading = try await readers.read { ledger in
            let reading = try ledger.reading(try ledger.revision(named: name))
            guard let number, number != reading.number else { return reading }
            guard let sibling = reading.siblings.first(where: { $0.number == number }) else {
                throw Problem(
                    .notFound,
                    "not-found",
                    "this article has \(PlainWords.count(reading.siblings.count, "revision")), and none is number "
                        + "\(number)"
                )
            }
            return try ledger.reading(sibling.id)
        }
        let title = reading.revision.publication.headline ?? "An article without a headline"
        return pages.page("article", title: title, content(reading, chosen: chosen))
    }

    private func content(_ reading: ArticleReading, chosen: String?) -> Content {
        let voices = ArticleVoices(reading)
        var paragraphs = SegmentContent(reading, voices, chosen: chosen).paragraphs()
        var content = ArticleHead.content(reading)
        // The headline stands at the top, with what it says that somebody said, where there is room for it.
        if let index = paragraphs.firstIndex(where: { $0.kind == "headline" }), index < 3,
            paragraphs[index].index.map({ reading.revision.paragraphs[$0].range.count <= 400 }) == true
        {
            content["segments"] = paragraphs.remove(at: index).segments
            content["hasTitle"] = true
        }
        content["paragraphs"] = paragraphs.map { paragraph in
            [
                "kind": paragraph.kind, "isHeading": paragraph.kind == "subhead",
                "segments": paragraph.segments,
            ] as Content
        }
        content["isEmpty"] = paragraphs.isEmpty
        content["voices"] = voices.all.map { voice in
            var content = Self.content(voice, chosen: chosen)
            content["choice"] = "\(PageAddress.article(reading.id))?speaker=\(Query.encoded(voice.key))"
            return content
        }
        content["hasVoices"] = !voices.all.isEmpty
        content["isChosen"] = chosen != nil
        content["count"] = PlainWords.count(reading.revision.statements.count, "statement")
        let own = reading.revision.ownVoice.count
        content["own"] =
            [
                "name": reading.outlet.map { "\(ShortText.line($0, 60))’s own voice" }
                    ?? "The outlet’s own voice",
                "count": PlainWords.count(own, "sentence"),
                "share": Int((reading.revision.ownVoiceShare * 100).rounded()),
                "isChosen": chosen == ArticleVoices.ownVoice,
            ] as Content
        return content
    }

    private static func content(_ voice: ArticleVoices.Voice, chosen: String?) -> Content {
        var content: Content = [
            "number": voice.number, "colour": voice.colour, "name": ShortText.line(voice.name, 120),
            "isChosen": voice.key == chosen,
            "count": PlainWords.grouped(voice.statements),
            "unit": voice.statements == 1 ? "statement" : "statements",
            "people": voice.speakers.map { speaker in
                [
                    "name": ShortText.line(speaker.name, 80), "address": PageAddress.speaker(speaker.id),
                ] as Content
            },
        ]
        content["role"] = voice.role.map { ShortText.line($0, 120) }
        return content
    }

    // MARK: Taking it away

    /// In which forms an article is given, and what these are for.
    static let forms: [(format: ExportFormat, ending: String, type: String, name: String)] = [
        (.csv, "csv", "text/csv; charset=utf-8", "Table (CSV)"),
        (.jsonLines, "jsonl", "application/jsonl", "Everything (JSON Lines)"),
        (.linkedData, "jsonld", "application/ld+json", "schema.org (JSON-LD)"),
        (.webAnnotation, "annotations.jsonld", "application/ld+json", "Web Annotation (JSON-LD)"),
        (.tei, "tei.xml", "application/tei+xml", "Edition (TEI)"),
    ]

    @Sendable private func download(_ request: Request, _ context: ServerContext) async throws -> Response {
        try Query(request.uri.query).finish()
        let (name, format) = (try context.name("revision"), try context.name("format"))
        guard let form = Self.forms.first(where: { $0.format.rawValue == format }) else {
            throw Problem(.notFound, "not-found", "articles are not given as \(ShortText.line(format, 40))")
        }
        return try await readers.read { ledger in
            var selection = ExportSelection()
            let id = try ledger.revision(named: name)
            selection.revision = id
            var bytes: [UInt8] = []
            _ = try ledger.export(selection, as: form.format, to: { bytes += $0 })
            var answer = Representation(bytes, type: form.type)
            answer.headers[.contentDisposition] = "attachment; filename=\"\(id).\(form.ending)\""
            return answer
        }.response(to: request)
    }
}

/// What stands above an article, whatever is told of it.
enum ArticleHead {
    static func content(_ reading: ArticleReading) -> Content {
        let (revision, publication) = (reading.revision, reading.revision.publication)
        var content: Content = [
            "id": "\(reading.id)", "address": PageAddress.article(reading.id),
            "headline": ShortText.line(publication.headline ?? "An article without a headline", 400),
            "number": reading.number, "revisions": reading.siblings.count,
            "hasOthers": reading.siblings.count > 1,
            "downloads": ArticlePage.forms.map { form in
                [
                    "name": form.name,
                    "address": "\(PageAddress.article(reading.id))/download/\(form.format.rawValue)",
                ] as Content
            },
        ]
        if let outlet = reading.outlet {
            content["outlet"] =
                [
                    "name": ShortText.line(outlet, 120), "address": "/?outlet=\(Query.encoded(outlet))",
                ] as Content
        } else {
            content["isOutletUnknown"] = true
        }
        if !publication.bylines.isEmpty {
            content["byline"] = ShortText.line(ArticleVoices.joined(publication.bylines), 300)
        }
        for (name, text) in [("wire", publication.wire), ("section", publication.section)] {
            content[name] = text.map { ShortText.line($0, 120) }
        }
        let isPrinted = revision.paragraphs.contains { $0.kind == .standfirst }
        if !isPrinted { content["standfirst"] = publication.standfirst }
        content["seen"] = DayText.content(revision.origin.retrieved ?? reading.added)
        content["published"] = DayText.content(publication.published)
        content["modified"] =
            publication.modified == publication.published ? nil : DayText.content(publication.modified)
        content["original"] = PageAddress.web(publication.url)
        if let newest = reading.siblings.last, newest.id != reading.id {
            content["newest"] = PageAddress.article(newest.id)
        }
        content["language"] = publication.language.flatMap { language in
            language.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*/) == nil ? nil : language
        }
        return content
    }
}
