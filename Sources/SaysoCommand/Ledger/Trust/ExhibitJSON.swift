import SaysoLedger
import SaysoStatements

/// Statements where they stand, for programs.
struct ExhibitJSON {
    private let json: JSON

    init(_ json: JSON) {
        self.json = json
    }

    /// A revision with some of its statements.
    func text(_ details: RevisionDetails, _ exhibits: [Exhibit]) -> String {
        let (revision, publication) = (details.revision, details.revision.publication)
        let source = revision.source
        return json.object(
            [
                ("revision", JSON.quoted("\(details.id)")), ("number", "\(details.number)"),
                ("article", JSON.quoted(revision.key)), ("headline", JSON.quoted(publication.headline)),
                ("outlet", JSON.quoted(publication.outlet)), ("url", JSON.quoted(publication.url)),
                ("published", JSON.quoted(publication.published)),
                ("modified", JSON.quoted(publication.modified)),
                ("retrieved", JSON.quoted(revision.origin.retrieved)),
                ("path", JSON.quoted(revision.origin.path)),
                (
                    "source",
                    json.object(
                        [
                            ("digest", JSON.quoted("\(source.digest)")), ("length", "\(source.length)"),
                            ("format", JSON.quoted(source.format)),
                            ("encoding", JSON.quoted(source.encoding)),
                            ("is_kept", "\(source.bytes != nil)"),
                        ],
                        depth: 1
                    )
                ),
                (
                    "revisions",
                    json.list(
                        details.siblings.map { sibling in
                            json.object(
                                [
                                    ("revision", JSON.quoted("\(sibling.id)")),
                                    ("number", "\(sibling.number)"),
                                    ("added", JSON.quoted(sibling.added)),
                                    ("retrieved", JSON.quoted(sibling.retrieved)),
                                    ("headline", JSON.quoted(sibling.headline)),
                                ],
                                depth: 2
                            )
                        },
                        depth: 1
                    )
                ),
                ("statements", json.list(exhibits.map(statement), depth: 1)),
            ],
            depth: 0
        )
    }

    private func statement(_ exhibit: Exhibit) -> String {
        let statement = exhibit.statement
        let parts = exhibit.parts.map { name, spans in
            let excerpt = exhibit.excerpt(of: spans)
            let value = json.object(
                [
                    ("text", JSON.quoted(exhibit.revision.words(spans))), ("spans", json.spans(spans)),
                    ("bytes", json.spans(exhibit.bytes(of: spans))),
                    ("hexadecimal", JSON.quoted(excerpt?.hexadecimal)),
                    ("original", JSON.quoted(excerpt?.text)),
                ],
                depth: 3
            )
            return (name, value)
        }
        let speakers = statement.speakers.map { exhibit.revision.speakers[$0].name }
        return json.object(
            [
                ("id", JSON.quoted("\(exhibit.id)")), ("context", json.texts(exhibit.context)),
                ("speakers", json.texts(speakers)),
                ("chain", json.texts(exhibit.chain.map { "\($0.words): \($0.rule)" })),
                ("kind", JSON.quoted(statement.kind.rawValue)),
                ("form", JSON.quoted(statement.form.rawValue)),
                ("said", JSON.quoted(statement.said?.value)),
            ] + parts + [
                ("occurrences", json.spans(statement.occurrences)),
                ("changes", json.list(exhibit.changes.map(change), depth: 3)),
                ("appearances", json.list(exhibit.appearances.map(appearance), depth: 3)),
            ],
            depth: 2
        )
    }

    private func change(_ change: RevisionChange) -> String {
        json.object(
            [
                ("kind", JSON.quoted(change.kind.rawValue)), ("silent", "\(change.isSilent)"),
                ("earlier", JSON.quoted("\(change.earlier)")), ("later", JSON.quoted("\(change.later)")),
                ("before", JSON.quoted(change.wordsBefore)), ("after", JSON.quoted(change.wordsAfter)),
                ("difference", change.difference?.json ?? "null"),
            ],
            depth: 4
        )
    }

    private func appearance(_ appearance: RevisionDetails.Appearance) -> String {
        json.object(
            [
                ("id", JSON.quoted("\(appearance.id)")), ("outlet", JSON.quoted(appearance.outlet)),
                ("published", JSON.quoted(appearance.published)),
                ("content", JSON.quoted(appearance.content)),
            ],
            depth: 4
        )
    }
}
