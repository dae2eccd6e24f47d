import SaysoArchives
public import SaysoArticles
public import SaysoStatements

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ArchivedRevision {
    /// Why a line of an export cannot be imported.
    public struct Problem: Error, Hashable, CustomStringConvertible {
        /// The reason, for people.
        public let description: String
        /// Whether nothing is wrong: the document was left out when it should have become an article.
        public let isLeftOut: Bool

        init(_ description: String, isLeftOut: Bool = false) {
            self.description = description
            self.isLeftOut = isLeftOut
        }
    }

    /// Reads a line of an export as JSONL; `Docs/ledger.schema.json` describes it.
    ///
    /// - Parameter line: one JSON object.
    /// - Throws: what is wrong with it; whatever it holds, nothing else happens.
    /// - Complexity: linear in the line's length.
    public init(line: some Collection<UInt8>) throws(Problem) {
        let parsed: RevisionLine
        do {
            parsed = try JSONDecoder().decode(RevisionLine.self, from: Data(line))
        } catch {
            if let unread = try? JSONDecoder().decode(UnreadLine.self, from: Data(line)) {
                throw Problem(unread.reason, isLeftOut: unread.leftOut != nil)
            }
            throw Problem(RevisionLine.reason(error))
        }
        try self.init(parsed)
    }

    private init(_ line: RevisionLine) throws(Problem) {
        guard line.version == JSONLinesExporter.version else {
            throw Problem("of version \(line.version) of the form, which this version of sayso cannot read")
        }
        let bytes = Array(line.text.utf8)
        let reader = SpanReader(text: ArticleText(validUTF8: bytes), unit: line.offsets)
        var revision = Revision(
            key: line.article,
            publication: line.publication.value,
            origin: line.origin.value,
            source: try line.source.value(),
            text: bytes
        )
        let digest = Digest(of: bytes)
        if revision.source.digest == digest { revision.source.bytes = bytes }
        if let stated = line.textDigest, stated != digest.description {
            throw Problem("the text is not the one that text_digest is of")
        }
        do {
            revision.paragraphs = try line.paragraphs.map {
                Revision.Paragraph(kind: $0.kind, range: try reader.range($0.span))
            }
            revision.speakers = try line.speakers.map { speaker in
                Revision.Speaker(
                    name: speaker.name,
                    kind: speaker.kind,
                    role: speaker.role,
                    affiliation: speaker.affiliation,
                    mentions: try reader.ranges(speaker.mentions)
                )
            }
            revision.statements = try line.statements.map { try $0.value(reader) }
            revision.ownVoice = try reader.ranges(line.ownVoice.sentences)
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem("\(error)")
        }
        revision.ownVoiceShare = line.ownVoice.share
        var id: RevisionID?
        if let name = line.id {
            guard let known = RevisionID(name) else { throw Problem("\"\(name)\" is no revision's name") }
            id = known
        } else if let retrieved = revision.origin.retrieved, Revision.isTime(retrieved) {
            // A name may be of the time as it stands; without one the time can be spelled as all others.
            revision.origin.retrieved = Revision.timeGot(retrieved)
        }
        self.init(revision, id: id, added: line.added)
        if let problem = problems.first { throw Problem(problem) }
    }
}

/// Spans in whatever unit, as spans of the text.
struct SpanReader {
    let text: ArticleText
    let unit: OffsetUnit

    func range(_ span: [Int]) throws -> Range<Int> {
        guard span.count == 2, let start = text.utf8Offset(of: span[0], in: unit),
            let end = text.utf8Offset(of: span[1], in: unit), start <= end
        else {
            throw ArchivedRevision.Problem(
                "\(span.prefix(3)) is no span of the text in \(unit.rawValue) units"
            )
        }
        return start..<end
    }

    func ranges(_ spans: [[Int]]) throws -> [Range<Int>] { try spans.map(range) }
}

/// A line of an export as it stands.
struct RevisionLine: Decodable {
    let version: Int
    let id: String?
    let article: String
    let added: String?
    let publication: Publication
    let origin: Origin
    let source: Source
    let textDigest: String?
    let offsets: OffsetUnit
    let text: String
    let paragraphs: [Paragraph]
    let speakers: [Speaker]
    let statements: [Statement]
    let ownVoice: OwnVoice

    private enum CodingKeys: String, CodingKey {
        case version, id, article, added, publication, origin, source, offsets, text, paragraphs, speakers
        case statements
        case textDigest = "text_digest"
        case ownVoice = "own_voice"
    }

    struct Publication: Decodable {
        let headline, standfirst, outlet, wire, section, language, url, published, modified: String?
        let bylines: [String]

        var value: Revision.Publication {
            var value = Revision.Publication()
            (value.headline, value.standfirst, value.bylines) = (headline, standfirst, bylines)
            (value.outlet, value.wire, value.section) = (outlet, wire, section)
            (value.language, value.url) = (language, url)
            (value.published, value.modified) = (published, modified)
            return value
        }
    }

    struct Origin: Decodable {
        let path: String
        let record, entryID, retrieved: String?
        let entry: Int?

        private enum CodingKeys: String, CodingKey {
            case path, record, retrieved, entry
            case entryID = "entry_id"
        }

        var value: Revision.Origin {
            Revision.Origin(path: path, record: record, entry: entry, entryID: entryID, retrieved: retrieved)
        }
    }

    struct Source: Decodable {
        let digest: String
        let length: Int
        let format, encoding: String
        let gzip: String?

        func value() throws(ArchivedRevision.Problem) -> Revision.Source {
            guard let digest = Digest(digest) else { throw ArchivedRevision.Problem("a digest that is none") }
            var bytes: [UInt8]?
            if let gzip {
                guard let packed = Data(base64Encoded: gzip) else {
                    throw ArchivedRevision.Problem("the source's bytes are not base64")
                }
                // No more than they should be: what unpacks to more is not the source.
                let limits = DecodingLimits(size: max(0, min(length, 1 << 30)) + 1, ratio: .max)
                let body = ContentCoding.gzip.decode(Array(packed), limits: limits)
                guard body.flaws.isEmpty else {
                    throw ArchivedRevision.Problem("the source's bytes are damaged")
                }
                bytes = body.bytes
            }
            return Revision.Source(
                digest: digest,
                length: length,
                bytes: bytes,
                format: format,
                encoding: encoding
            )
        }
    }

    struct Paragraph: Decodable {
        let kind: SaysoArticles.Paragraph.Kind
        let span: [Int]
    }

    struct Speaker: Decodable {
        let name: String
        let kind: SaysoStatements.Speaker.Kind
        let role, affiliation: String?
        let mentions: [[Int]]
    }

    struct OwnVoice: Decodable {
        let share: Double
        let sentences: [[Int]]
    }

    struct Statement: Decodable {
        let form: SaysoStatements.Statement.Form
        let kind: Saying.Kind
        let negated, hedged, inHeadline, unresolved: Bool
        let parent: Int?
        let speakers: [Int]
        let speakerConfidence, confidence: Double
        let chain: [Step]
        let said: SaidTime?
        let source, cue, content, medium, addressee, occurrences: [[Int]]
        let evidence: [Piece]

        private enum CodingKeys: String, CodingKey {
            case form, kind, negated, hedged, unresolved, parent, speakers, confidence, chain, said
            case source, cue, content, medium, addressee, occurrences, evidence
            case inHeadline = "in_headline"
            case speakerConfidence = "speaker_confidence"
        }

        struct Step: Decodable {
            let rule: String
            let span: [Int]
        }

        struct SaidTime: Decodable {
            let span: [Int]?
            let value: String?
            let basis: Said.Basis
        }

        struct Piece: Decodable {
            let span, bytes: [Int]
            let verbatim: Bool
        }

        func value(_ reader: SpanReader) throws -> Revision.Statement {
            var value = Revision.Statement(form: form, kind: kind, content: try reader.ranges(content))
            (value.isNegated, value.isHedged) = (negated, hedged)
            (value.isHeadline, value.isUnresolved) = (inHeadline, unresolved)
            (value.source, value.cue) = (try reader.ranges(source), try reader.ranges(cue))
            (value.medium, value.addressee) = (try reader.ranges(medium), try reader.ranges(addressee))
            value.occurrences = try reader.ranges(occurrences)
            (value.parent, value.speakers) = (parent, speakers)
            (value.speakerConfidence, value.confidence) = (speakerConfidence, confidence)
            value.chain = try chain.map { .init(mention: try reader.range($0.span), rule: $0.rule) }
            value.said = try said.map { said in
                .init(expression: try said.span.map(reader.range), value: said.value, basis: said.basis)
            }
            value.evidence = Evidence(
                pieces: try evidence.map { piece in
                    guard piece.bytes.count == 2, piece.bytes[0] >= 0, piece.bytes[0] <= piece.bytes[1] else {
                        throw ArchivedRevision.Problem("\(piece.bytes.prefix(3)) is no range of bytes")
                    }
                    return Evidence.Piece(
                        text: try reader.range(piece.span),
                        source: piece.bytes[0]..<piece.bytes[1],
                        isVerbatim: piece.verbatim
                    )
                }
            )
            return value
        }
    }

    /// Why a line could not be decoded, for people.
    static func reason(_ error: any Error) -> String {
        func place(_ path: [any CodingKey]) -> String {
            path.reduce("") { place, key in
                place + (key.intValue.map { "[\($0)]" } ?? (place.isEmpty ? "" : ".") + key.stringValue)
            }
        }
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            return "no \"\(place(context.codingPath + [key]))\""
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            let place = place(context.codingPath)
            return place.isEmpty ? "not a JSON object" : "\"\(place)\" is of a wrong type"
        case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
            return "\"\(place(context.codingPath))\" is none of the values that it can have"
        default: return "not valid JSON"
        }
    }
}

/// A line of a document that gave no revision.
private struct UnreadLine: Decodable {
    struct Failure: Decodable {
        let message: String
    }

    let errors: [Failure]?
    let leftOut: String?

    private enum CodingKeys: String, CodingKey {
        case errors
        case leftOut = "left_out"
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        errors = try container.decodeIfPresent([Failure].self, forKey: .errors)
        leftOut = try container.decodeIfPresent(String.self, forKey: .leftOut)
        guard errors?.isEmpty == false || leftOut != nil else {
            throw ArchivedRevision.Problem("a line of nothing")
        }
    }

    var reason: String {
        if let leftOut { return "left out: \(leftOut)" }
        return "no article: " + (errors ?? []).map(\.message).joined(separator: "; ")
    }
}

extension OffsetUnit: Decodable {}
extension Paragraph.Kind: Decodable {}
extension Speaker.Kind: Decodable {}
extension Statement.Form: Decodable {}
extension Saying.Kind: Decodable {}
extension Said.Basis: Decodable {}
