import SaysoStatements

extension JSONWriter {
    /// Writes a revision with some of its statements where they stand: what `sayso show --format json` prints.
    ///
    /// - Parameters:
    ///   - details: the revision.
    ///   - exhibits: the statements.
    package mutating func value(_ details: RevisionDetails, _ exhibits: [Exhibit]) {
        let (revision, publication) = (details.revision, details.revision.publication)
        object { json in
            json.member("revision", "\(details.id)")
            json.member("number", details.number)
            json.member("article", revision.key)
            json.member("headline", publication.headline)
            json.member("outlet", publication.outlet)
            json.member("url", publication.url)
            json.member("published", publication.published)
            json.member("modified", publication.modified)
            json.member("retrieved", revision.origin.retrieved)
            json.member("path", revision.origin.path)
            json.object("source") { json in
                json.member("digest", "\(revision.source.digest)")
                json.member("length", revision.source.length)
                json.member("format", revision.source.format)
                json.member("encoding", revision.source.encoding)
                json.member("is_kept", revision.source.bytes != nil)
            }
            json.array("revisions", details.siblings) { json, sibling in
                json.object { json in
                    json.member("revision", "\(sibling.id)")
                    json.member("number", sibling.number)
                    json.member("added", sibling.added)
                    json.member("retrieved", sibling.retrieved)
                    json.member("headline", sibling.headline)
                }
            }
            json.array("statements", exhibits) { $0.value($1) }
        }
    }

    private mutating func value(_ exhibit: Exhibit) {
        let (statement, revision) = (exhibit.statement, exhibit.revision)
        object { json in
            json.member("id", "\(exhibit.id)")
            json.array("context", exhibit.context) { $0.value($1) }
            json.array("speakers", statement.speakers) { $0.value(revision.speakers[$1].name) }
            json.array("chain", exhibit.chain) { $0.value("\($1.words): \($1.rule)") }
            json.member("kind", statement.kind.rawValue)
            json.member("form", statement.form.rawValue)
            json.member("said", statement.said?.value)
            for (name, spans) in exhibit.parts {
                let excerpt = exhibit.excerpt(of: spans)
                json.object(name) { json in
                    json.member("text", revision.words(spans))
                    json.member("spans", spans)
                    json.member("bytes", exhibit.bytes(of: spans))
                    json.member("hexadecimal", excerpt?.hexadecimal)
                    json.member("original", excerpt?.text)
                }
            }
            json.member("occurrences", statement.occurrences)
            json.array("changes", exhibit.changes) { $0.value($1) }
            json.array("appearances", exhibit.appearances) { json, appearance in
                json.object { json in
                    json.member("id", "\(appearance.id)")
                    json.member("outlet", appearance.outlet)
                    json.member("published", appearance.published)
                    json.member("content", appearance.content)
                    json.name("difference")
                    json.value(
                        .difference(WordDifference(from: exhibit.content, to: appearance.content))
                    )
                }
            }
        }
    }

    /// Writes how a later revision differs in one place.
    package mutating func value(_ change: RevisionChange) {
        object { json in
            json.member("kind", change.kind.rawValue)
            json.member("silent", change.isSilent)
            json.member("earlier", "\(change.earlier)")
            json.member("later", "\(change.later)")
            json.member("before", change.wordsBefore)
            json.member("after", change.wordsAfter)
            json.name("difference")
            json.value(.difference(change.difference))
        }
    }
}
