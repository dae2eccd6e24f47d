import SaysoArticles
import SaysoStatements

/// What the tool says of one document; `Docs/extract.schema.json` describes it as JSON.
struct ArticleRecord: Encodable, Sendable {
    let id: DocumentID
    let path: String
    var headline: String?
    var published: String?
    var modified: String?
    var encoding: String?
    var textDigest: String?
    let offsets: String
    var statements: [StatementRecord] = []
    var warnings: [String] = []
    var errors: [DocumentError] = []

    enum CodingKeys: String, CodingKey {
        case id, path, headline, published, modified, encoding
        case textDigest = "text_digest"
        case offsets, statements, warnings, errors
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(path, forKey: .path)
        // Absent is said with null, so that every object has the same members.
        try container.encode(headline, forKey: .headline)
        try container.encode(published, forKey: .published)
        try container.encode(modified, forKey: .modified)
        try container.encode(encoding, forKey: .encoding)
        try container.encode(textDigest, forKey: .textDigest)
        try container.encode(offsets, forKey: .offsets)
        try container.encode(statements, forKey: .statements)
        try container.encode(warnings, forKey: .warnings)
        try container.encode(errors, forKey: .errors)
    }
}

/// One statement with its words, its offsets in the unit that the record names.
struct StatementRecord: Encodable, Sendable {
    let id: String
    let form: String
    let source: [Offsets]
    let cue: [Offsets]
    let content: [Offsets]
    let sourceText: String
    let cueText: String
    let contentText: String
    let confidence: Double
    let occurrences: [Offsets]

    enum CodingKeys: String, CodingKey {
        case id, form, source, cue, content
        case sourceText = "source_text"
        case cueText = "cue_text"
        case contentText = "content_text"
        case confidence, occurrences
    }

    init(_ statement: Statement, number: Int, in text: ArticleText, unit: OffsetUnit) {
        func offsets(_ spans: [Range<Int>]) -> [Offsets] { spans.map { Offsets(text.range($0, in: unit)) } }
        func words(_ spans: [Range<Int>]) -> String { spans.map { text[$0] }.joined(separator: " … ") }
        id = "s\(number)"
        form = statement.form.rawValue
        source = offsets(statement.source)
        cue = offsets(statement.cue)
        content = offsets(statement.content)
        sourceText = words(statement.source)
        cueText = words(statement.cue)
        contentText = words(statement.content)
        confidence = (statement.confidence * 1000).rounded() / 1000
        occurrences = offsets(statement.occurrences)
    }
}

/// A span as JSON has it: `[start, end]`.
struct Offsets: Encodable, Sendable {
    let start: Int
    let end: Int

    init(_ range: Range<Int>) { (start, end) = (range.lowerBound, range.upperBound) }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(start)
        try container.encode(end)
    }
}
