import GRDB
import SaysoArticles
import SaysoStatements

/// A row for each statement. Spans are written `start-end`; semicolons part spans, and the parts of a joint
/// statement's speakers.
struct CSVExporter: RevisionExporter {
    let unit: OffsetUnit

    private static let columns = [
        "statement_id", "revision_id", "current", "article", "outlet", "headline", "url", "published",
        "retrieved",
        "form", "kind", "negated", "hedged", "in_headline", "speaker", "speaker_id", "speaker_kind", "role",
        "affiliation", "speaker_confidence", "unresolved", "said", "said_basis", "source_text", "cue_text",
        "content_text", "medium_text", "addressee_text", "confidence", "source", "cue", "content", "cluster",
        "story", "parent",
    ]

    var start: [UInt8] { Array(CSVField.row(Self.columns).utf8) }

    func bytes(of exported: ExportedRevision, _ database: Database) -> [UInt8] {
        let (revision, publication) = (exported.revision, exported.revision.publication)
        let head = [
            exported.id.description, "\(exported.isCurrent)", revision.key, exported.outlet,
            publication.headline, publication.url, publication.published, revision.origin.retrieved,
        ].map { $0 ?? "" }
        var bytes: [UInt8] = []
        for index in exported.chosen {
            let statement = revision.statements[index]
            let speakers = exported.speakers(of: index)
            func joined(_ part: (Revision.Speaker, ExportedRevision.LedgerSpeaker) -> String?) -> String {
                let parts = speakers.map { part($0.speaker, $0.ledger) ?? "" }
                return parts.allSatisfy(\.isEmpty) ? "" : parts.joined(separator: "; ")
            }
            var fields = [exported.name(index).description] + head
            fields += [
                statement.form.rawValue, statement.kind.rawValue, "\(statement.isNegated)",
                "\(statement.isHedged)", "\(statement.isHeadline)",
            ]
            fields += [
                joined { $1.name }, joined { $1.handle }, joined { speaker, _ in speaker.kind.rawValue },
                joined { speaker, _ in speaker.role }, joined { speaker, _ in speaker.affiliation },
                speakers.isEmpty ? "" : "\(statement.speakerConfidence)", "\(statement.isUnresolved)",
                statement.said?.value ?? "", statement.said?.basis.rawValue ?? "",
            ]
            fields += statement.parts.map { revision.words($0.spans) } + ["\(statement.confidence)"]
            fields += statement.parts.prefix(3).map { part in
                exported.offsets(part.spans, in: unit).map { "\($0.lowerBound)-\($0.upperBound)" }
                    .joined(separator: ";")
            }
            fields += [
                exported.clusters[index].map(String.init) ?? "", exported.story.map(String.init) ?? "",
                statement.parent.map { exported.name($0).description } ?? "",
            ]
            bytes += CSVField.row(fields).utf8
        }
        return bytes
    }
}
