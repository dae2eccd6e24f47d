import SaysoArticles
import SaysoLedger
import SaysoStatements
import Testing

/// Revisions that are put together by hand, as no article would be.
struct InventedRevision {
    var key = "coast.example/a"
    var text = "Mara Osk said the quay was open."
    var headline: String? = "The quay"
    var outlet: String? = "Coastwire"
    var speaker: String? = "Mara Osk"
    var role: String?
    var url: String?
    var statements = [(source: 0..<8, cue: 9..<13, content: 14..<31)]

    /// The revision, whose source is its text.
    var revision: Revision {
        let bytes = Array(text.utf8)
        var revision = Revision(
            key: key,
            publication: Revision.Publication(),
            origin: Revision.Origin(path: key),
            source: Revision.Source(bytes, format: "text", encoding: "utf-8"),
            text: bytes,
            paragraphs: bytes.isEmpty ? [] : [Revision.Paragraph(kind: .body, range: 0..<bytes.count)]
        )
        revision.publication.headline = headline
        revision.publication.outlet = outlet
        revision.publication.published = "2025-03-03T08:00:00Z"
        revision.publication.url = url
        revision.speakers = speaker.map { [Revision.Speaker(name: $0, kind: .person, role: role)] } ?? []
        revision.statements = statements.map { source, cue, content in
            var statement = Revision.Statement(form: .indirect, kind: .said, content: [content])
            (statement.source, statement.cue) = ([source], [cue])
            statement.speakers = speaker == nil ? [] : [0]
            statement.speakerConfidence = 0.9
            return statement
        }
        return revision
    }

    /// Puts it into a ledger that is served.
    ///
    /// - Parameter ledger: the ledger.
    /// - Returns: its name.
    /// - Throws: what the ledger does.
    func add(to ledger: ServedLedger) throws -> RevisionID {
        let ledger = try Ledger(ledger.path, mode: .existing)
        _ = try ledger.add([revision], keepsSources: true)
        let id = try #require(try ledger.revisions().last)
        try ledger.close()
        return id
    }
}
