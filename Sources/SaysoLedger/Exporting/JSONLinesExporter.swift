import GRDB
import SaysoArticles
import SaysoStatements

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// All that a revision says, on one line; ``RevisionLine`` reads it.
struct JSONLinesExporter: RevisionExporter {
    /// Counts the changes of the form that can break a reader's program.
    static let version = 1

    let unit: OffsetUnit

    func bytes(of exported: ExportedRevision, _ database: Database) -> [UInt8] { line(exported) }

    /// - Parameters:
    ///   - exported: the revision.
    ///   - document: the name of the document that it was just read from; nil for one of a ledger.
    /// - Returns: its line.
    func line(_ exported: ExportedRevision, document: DocumentName? = nil) -> [UInt8] {
        let revision = exported.revision
        var json = JSONWriter()
        json.object { json in
            json.member("version", Self.version)
            document?.write(&json)
            json.member("id", exported.id.description)
            json.member("article", revision.key)
            if let added = exported.added {
                json.member("added", added)
                json.member("current", exported.isCurrent)
                json.member("story", exported.story)
            }
            write(revision.publication, &json)
            write(revision.origin, &json)
            write(revision.source, exported.packedSource, &json)
            json.member("text_digest", Digest(of: revision.text).description)
            json.member("offsets", unit.rawValue)
            json.name("text")
            json.value(utf8: revision.text)
            json.array("paragraphs", revision.paragraphs) { json, paragraph in
                json.object { json in
                    json.member("kind", paragraph.kind.rawValue)
                    json.name("span")
                    json.value(exported.text.range(paragraph.range, in: unit))
                }
            }
            json.array("speakers", revision.speakers.indices) { write(speaker: $1, exported, &$0) }
            json.array("statements", revision.statements.indices) { write(statement: $1, exported, &$0) }
            json.object("own_voice") { json in
                json.member("share", revision.ownVoiceShare)
                json.member("sentences", exported.offsets(revision.ownVoice, in: unit))
            }
        }
        json.raw("\n")
        return json.take()
    }

    private func write(_ publication: Revision.Publication, _ json: inout JSONWriter) {
        json.object("publication") { json in
            json.member("headline", publication.headline)
            json.member("standfirst", publication.standfirst)
            json.array("bylines", publication.bylines) { $0.value($1) }
            json.member("outlet", publication.outlet)
            json.member("wire", publication.wire)
            json.member("section", publication.section)
            json.member("language", publication.language)
            json.member("url", publication.url)
            json.member("published", publication.published)
            json.member("modified", publication.modified)
        }
    }

    private func write(_ origin: Revision.Origin, _ json: inout JSONWriter) {
        json.object("origin") { json in
            json.member("path", origin.path)
            json.member("record", origin.record)
            json.member("entry", origin.entry)
            json.member("entry_id", origin.entryID)
            json.member("retrieved", origin.retrieved)
        }
    }

    private func write(_ source: Revision.Source, _ packed: Data?, _ json: inout JSONWriter) {
        json.object("source") { json in
            json.member("digest", source.digest.description)
            json.member("length", source.length)
            json.member("format", source.format)
            json.member("encoding", source.encoding)
            json.member("gzip", packed?.base64EncodedString())
        }
    }

    private func write(speaker index: Int, _ exported: ExportedRevision, _ json: inout JSONWriter) {
        let speaker = exported.revision.speakers[index]
        json.object { json in
            json.member("name", speaker.name)
            json.member("kind", speaker.kind.rawValue)
            json.member("role", speaker.role)
            json.member("affiliation", speaker.affiliation)
            json.member("mentions", exported.offsets(speaker.mentions, in: unit))
            guard exported.added != nil else { return }
            let ledger = exported.speakers[index]
            json.object("ledger") { json in
                json.member("id", ledger.handle)
                json.member("name", ledger.name)
                json.member("link", ledger.link)
            }
        }
    }

    private func write(statement index: Int, _ exported: ExportedRevision, _ json: inout JSONWriter) {
        let (revision, statement) = (exported.revision, exported.revision.statements[index])
        func span(_ range: Range<Int>) -> Range<Int> { exported.text.range(range, in: unit) }
        json.object { json in
            json.member("id", exported.name(index).description)
            json.member("form", statement.form.rawValue)
            json.member("kind", statement.kind.rawValue)
            json.member("negated", statement.isNegated)
            json.member("hedged", statement.isHedged)
            json.member("in_headline", statement.isHeadline)
            json.member("parent", statement.parent)
            json.array("speakers", statement.speakers) { $0.value($1) }
            if exported.added != nil {
                json.array("ledger_speakers", exported.speakers(of: index)) { $0.value($1.ledger.handle) }
            }
            json.member("unresolved", statement.isUnresolved)
            json.member("speaker_confidence", statement.speakerConfidence.inThousandths)
            json.array("chain", statement.chain) { json, step in
                json.object { json in
                    json.member("rule", step.rule)
                    json.name("span")
                    json.value(span(step.mention))
                }
            }
            json.name("said")
            if let said = statement.said {
                json.object { json in
                    json.name("span")
                    json.value(said.expression.map(span))
                    json.member("value", said.value)
                    json.member("basis", said.basis.rawValue)
                }
            } else {
                json.value(nil as String?)
            }
            for (name, spans) in statement.parts {
                json.member(name, exported.offsets(spans, in: unit))
            }
            json.member("occurrences", exported.offsets(statement.occurrences, in: unit))
            for (name, spans) in statement.parts.prefix(3) {
                json.member(name + "_text", revision.words(spans))
            }
            json.member("confidence", statement.confidence.inThousandths)
            json.array("evidence", statement.evidence.pieces) { json, piece in
                json.object { json in
                    json.name("span")
                    json.value(span(piece.text))
                    json.name("bytes")
                    json.value(piece.source)
                    json.member("verbatim", piece.isVerbatim)
                }
            }
            if exported.added != nil {
                json.member("cluster", exported.clusters[index])
            } else {
                json.name("fingerprint")
                write(revision.fingerprint(of: statement), &json)
            }
        }
    }

    /// Signed numbers, since those of tables are.
    private func write(_ fingerprint: Fingerprint?, _ json: inout JSONWriter) {
        guard let fingerprint else { return json.value(nil as String?) }
        func numbers(_ name: String, _ hashes: [UInt64], _ json: inout JSONWriter) {
            json.array(name, hashes) { $0.value(Int64(bitPattern: $1)) }
        }
        json.object { json in
            json.member("kind", "\(fingerprint.kind)")
            json.member("exact", Int64(bitPattern: fingerprint.exact))
            numbers("keys", fingerprint.keys, &json)
            numbers("shingles", fingerprint.shingles, &json)
            numbers("people", fingerprint.people, &json)
            json.member("tag", Int(fingerprint.tag))
        }
    }
}

extension Double {
    /// A probability as it is printed and kept.
    fileprivate var inThousandths: Double { (self * 1000).rounded() / 1000 }
}

extension Revision.Statement {
    /// Its spans, by the names that they have in all exports.
    var parts: [(name: String, spans: [Range<Int>])] {
        [
            ("source", source), ("cue", cue), ("content", content), ("medium", medium),
            ("addressee", addressee),
        ]
    }
}
