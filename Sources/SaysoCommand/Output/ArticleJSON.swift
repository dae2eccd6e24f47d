import SaysoArticles

/// An article as JSON without its statements; `Docs/article.schema.json` describes it.
struct ArticleJSON {
    /// Counts the changes of the form that can break a reader's program.
    private static let version = 1

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
        let (article, clean) = (record.article, CleanArticle(record.article))
        let members = ArticleMembers(record: record, json: json)
        let paragraphs = (article?.paragraphs ?? []).map { paragraph in
            json.object(
                [
                    ("kind", JSON.quoted(paragraph.kind.rawValue)),
                    ("range", json.span(record.offsets(paragraph.range))),
                    ("bytes", json.spans(record.sourceRanges([paragraph.range]))),
                    ("text", JSON.quoted(article?.text[paragraph.range])),
                ],
                depth: 2
            )
        }
        let claims = (article?.metadata.claims ?? []).map { claim in
            json.object(
                [
                    ("event", JSON.quoted(claim.event.rawValue)),
                    ("value", JSON.quoted(claim.time.description)), ("source", JSON.quoted(claim.source)),
                ],
                depth: 2
            )
        }
        let all: [(String, String)] =
            [("version", "\(Self.version)")] + members.names + members.publication
            + [
                members.source, ("text_digest", JSON.quoted(record.textDigest)),
                ("offsets", JSON.quoted(record.selection.unit.rawValue)),
                ("text", JSON.quoted(article?.text.description)),
                ("body", JSON.quoted(article == nil ? nil : clean.body)),
                ("paragraphs", json.list(paragraphs, depth: 1)),
                ("date_claims", json.list(claims, depth: 1)),
            ] + members.problems
        try write("{" + json.line(1) + json.members(all, depth: 1) + json.line(0) + "}")
    }
}
