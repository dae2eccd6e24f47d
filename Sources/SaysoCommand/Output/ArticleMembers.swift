import SaysoArticles

/// The members of JSON records that tell what an article is and where it comes from.
struct ArticleMembers {
    let record: ArticleRecord
    let json: JSON

    private var metadata: Metadata? { record.article?.metadata }

    /// What is called how: identifier, path and headline.
    var names: [(String, String)] {
        [
            ("id", Self.id(record.id)),
            ("path", JSON.quoted(record.path)),
            ("headline", JSON.quoted(record.headline)),
        ]
    }

    /// Who printed it, where and when.
    var publication: [(String, String)] {
        [
            ("standfirst", JSON.quoted(standfirst)),
            ("bylines", json.texts(metadata?.bylines ?? [])),
            ("outlet", JSON.quoted(metadata?.outlet)),
            ("wire", JSON.quoted(metadata?.wire)),
            ("section", JSON.quoted(metadata?.section)),
            ("language", JSON.quoted(metadata?.language)),
            ("url", JSON.quoted(record.url)),
            ("published", JSON.quoted(record.article?.published?.description)),
            ("modified", JSON.quoted(record.article?.modified?.description)),
            ("encoding", JSON.quoted(record.article?.encoding.rawValue)),
        ]
    }

    /// The bytes that evidence counts in, and where they lie.
    var source: (String, String) {
        guard record.article != nil || record.provenance.record != nil else { return ("source", "null") }
        let place = record.provenance.record.map { Self.members(of: $0, json) }
        let entry = record.provenance.entry.map { entry in
            json.object([("number", "\(entry.number)"), ("id", JSON.quoted(entry.id))], depth: 2)
        }
        let members = [
            ("format", record.article == nil ? "null" : JSON.quoted(record.format)),
            ("digest", JSON.quoted(record.sourceDigest)),
            ("archive", place ?? "null"), ("entry", entry ?? "null"),
        ]
        return ("source", json.object(members, depth: 1))
    }

    /// Where a record of an archive lies, as an object.
    static func members(of place: Provenance.Record, _ json: JSON) -> String {
        json.object(
            [
                ("path", JSON.quoted(place.path)), ("file", JSON.quoted(place.file)),
                ("offset", "\(place.offset)"), ("length", "\(place.length)"),
                ("decompressed", "\(place.isDecompressed)"), ("record_id", JSON.quoted(place.id)),
                ("date", JSON.quoted(place.date)),
            ],
            depth: 2
        )
    }

    /// What was odd, and why nothing was read.
    var problems: [(String, String)] {
        let warnings = record.article?.warnings.map { JSON.quoted($0.description) } ?? []
        let errors = record.errors.map { error in
            json.object(
                [("code", JSON.quoted(error.code)), ("message", JSON.quoted(error.message))],
                depth: 2
            )
        }
        return [("warnings", json.list(warnings, depth: 1)), ("errors", json.list(errors, depth: 1))]
    }

    private var standfirst: String? {
        guard let article = record.article else { return nil }
        let paragraph = article.paragraphs.first { $0.kind == .standfirst }
        return paragraph.map { article.text[$0.range] } ?? metadata?.standfirst
    }

    private static func id(_ id: DocumentID) -> String {
        switch id {
        case .text(let text): JSON.quoted(text)
        case .number: id.description
        }
    }
}
