import SaysoArticles

/// An article as JSON without its statements, piece by piece; `Docs/article.schema.json` describes it.
struct ArticleJSON {
    /// Counts the changes of the form that can break a reader's program.
    private static let version = 1
    /// Bytes of a text that are written at once.
    private static let piece = 64 * 1024

    private let record: ArticleRecord
    private let json: JSON

    init(_ record: ArticleRecord, isPretty: Bool) {
        self.record = record
        json = JSON(isPretty: isPretty)
    }

    /// Writes the article without a line end after it.
    ///
    /// - Parameter write: takes the pieces.
    func write(to write: (String) throws -> Void) rethrows {
        let article = record.article
        let members = ArticleMembers(record: record, json: json)
        let head =
            [("version", "\(Self.version)")] + members.names + members.publication
            + [
                members.source, ("text_digest", JSON.quoted(record.textDigest)),
                ("offsets", JSON.quoted(record.selection.unit.rawValue)),
            ]
        try write("{" + json.line(1) + json.members(head, depth: 1))
        let body = CleanArticle(article).passages.filter(\.kind.isBody).map(\.range)
        try write("," + json.line(1) + json.name("text"))
        try writeText(article.map { [0..<$0.text.count] }, to: write)
        try write("," + json.line(1) + json.name("body"))
        try writeText(article.map { _ in body }, to: write)
        try write("," + json.line(1) + json.name("paragraphs"))
        try writeParagraphs(article?.paragraphs ?? [], to: write)
        let claims = (article?.metadata.claims ?? []).map { claim in
            json.object(
                [
                    ("event", JSON.quoted(claim.event.rawValue)),
                    ("value", JSON.quoted(claim.time.description)), ("source", JSON.quoted(claim.source)),
                ],
                depth: 2
            )
        }
        let tail = [("date_claims", json.list(claims, depth: 1))] + members.problems
        try write("," + json.line(1) + json.members(tail, depth: 1) + json.line(0) + "}")
    }

    private func writeParagraphs(_ paragraphs: [Paragraph], to write: (String) throws -> Void) rethrows {
        try write("[")
        for (index, paragraph) in paragraphs.enumerated() {
            let members = [
                ("kind", JSON.quoted(paragraph.kind.rawValue)),
                ("range", json.span(record.offsets(paragraph.range))),
                ("bytes", json.spans(record.sourceRanges([paragraph.range]))),
            ]
            try write((index == 0 ? "" : ",") + json.line(2) + "{" + json.line(3))
            try write(json.members(members, depth: 3) + "," + json.line(3) + json.name("text"))
            try writeText([paragraph.range], to: write)
            try write(json.line(2) + "}")
        }
        try write((paragraphs.isEmpty ? "" : json.line(1)) + "]")
    }

    /// Writes ranges of the text as one string with blank lines between them; `null` for none.
    ///
    /// A text may have tens of megabytes, of which no more copies are made.
    private func writeText(_ ranges: [Range<Int>]?, to write: (String) throws -> Void) rethrows {
        guard let ranges, let text = record.article?.text else { return try write("null") }
        try write("\"")
        for (index, range) in ranges.enumerated() {
            if index > 0 { try write(JSON.escaped("\n\n")) }
            var start = range.lowerBound
            while start < range.upperBound {
                var end = min(start + Self.piece, range.upperBound)
                while end < range.upperBound, text.utf8[end] & 0xC0 == 0x80 { end -= 1 }
                try write(JSON.escaped(text[start..<end]))
                start = end
            }
        }
        try write("\"")
    }
}
