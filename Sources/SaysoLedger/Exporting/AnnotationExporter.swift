import GRDB
import SaysoArticles
import SaysoStatements

/// W3C Web Annotation as one collection: an annotation for each statement, whose targets are the spans of its content
/// in the article's text.
struct AnnotationExporter: RevisionExporter {
    /// So many characters before and after a quotation tell it from others like it.
    private static let context = 32

    let unit: OffsetUnit
    private var count = 0

    init(unit: OffsetUnit) { self.unit = unit }

    var start: [UInt8] {
        let terms = """
            {"sayso":"urn:sayso:terms:","offsets":"sayso:offsets","textDigest":"sayso:textDigest",\
            "speaker":"sayso:speaker","part":"sayso:part"}
            """
        let head = """
            {"@context":["http://www.w3.org/ns/anno.jsonld",\(terms)],"id":"urn:sayso:annotations",\
            "type":"AnnotationCollection","label":"Statements of a ledger of sayso",\
            "first":{"id":"urn:sayso:annotations:1","type":"AnnotationPage","partOf":"urn:sayso:annotations",\
            "startIndex":0,"items":[

            """
        return Array(head.utf8)
    }

    mutating func bytes(of exported: ExportedRevision, _ database: Database) -> [UInt8] {
        var json = JSONWriter()
        let digest = Digest(of: exported.revision.text).description
        for index in exported.chosen {
            json.raw(count == 0 ? "" : ",\n")
            count += 1
            json.object { write(index, of: exported, digest, &$0) }
        }
        return json.take()
    }

    func finish() -> [UInt8] { Array("\n]},\"total\":\(count)}\n".utf8) }

    private func write(
        _ index: Int,
        of exported: ExportedRevision,
        _ digest: String,
        _ json: inout JSONWriter
    ) {
        let statement = exported.revision.statements[index]
        json.member("id", "urn:sayso:\(exported.name(index))")
        json.member("type", "Annotation")
        json.array("motivation", ["identifying", "tagging"]) { $0.value($1) }
        json.member("created", exported.added)
        json.object("generator") { json in
            json.member("type", "Software")
            json.member("name", "sayso")
        }
        json.array("body", bodies(index, of: exported)) { json, body in
            json.object { json in
                json.member("type", "TextualBody")
                json.member("purpose", body.purpose)
                json.member("value", body.value)
                json.some("speaker", body.speaker)
            }
        }
        let targets = statement.parts.prefix(3).flatMap { part in part.spans.map { (part.name, $0) } }
        // The content first: it is what the annotation is about.
        let sorted = targets.filter { $0.0 == "content" } + targets.filter { $0.0 != "content" }
        json.array("target", sorted) { json, target in
            json.object { json in
                json.member("source", exported.address)
                json.member("part", target.0)
                json.member("offsets", unit.rawValue)
                json.member("textDigest", digest)
                write(selectorsOf: target.1, exported, &json)
            }
        }
    }

    private func bodies(
        _ index: Int,
        of exported: ExportedRevision
    ) -> [(purpose: String, value: String, speaker: String?)] {
        let statement = exported.revision.statements[index]
        let people = exported.speakers(of: index).map { speaker, ledger in
            let name = [ledger.name, speaker.role].compactMap(\.self).joined(separator: ", ")
            return ("identifying", name, "urn:sayso:speaker:\(ledger.handle)" as String?)
        }
        return people + [
            ("tagging", statement.form.rawValue, nil), ("tagging", statement.kind.rawValue, nil),
        ]
    }

    private func write(selectorsOf span: Range<Int>, _ exported: ExportedRevision, _ json: inout JSONWriter) {
        let text = exported.revision.text
        func words(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
        let before = max(0, span.lowerBound - Self.context * 4)
        let after = min(text.count, span.upperBound + Self.context * 4)
        json.array("selector", [true, false]) { json, isQuote in
            json.object { json in
                if isQuote {
                    json.member("type", "TextQuoteSelector")
                    json.member("exact", words(span))
                    let start = exported.text.isBoundary(before) ? before : boundary(after: before, in: text)
                    let end = exported.text.isBoundary(after) ? after : boundary(after: after, in: text)
                    json.member(
                        "prefix",
                        String(words(start..<span.lowerBound).unicodeScalars.suffix(Self.context))
                    )
                    json.member(
                        "suffix",
                        String(words(span.upperBound..<end).unicodeScalars.prefix(Self.context))
                    )
                } else {
                    let offsets = exported.text.range(span, in: unit)
                    json.member("type", "TextPositionSelector")
                    json.member("start", offsets.lowerBound)
                    json.member("end", offsets.upperBound)
                }
            }
        }
    }

    /// The first place from an offset on where no character goes on.
    private func boundary(after offset: Int, in text: [UInt8]) -> Int {
        text[offset...].firstIndex { $0 & 0xC0 != 0x80 } ?? text.count
    }
}
