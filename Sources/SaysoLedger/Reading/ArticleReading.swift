import GRDB

/// A revision as somebody reads it: with who its speakers are over all articles, and its place among the others.
package struct ArticleReading: Sendable {
    /// Somebody of the ledger's speakers.
    package struct Voice: Hashable, Sendable {
        /// Such as `p12`.
        package let id: String
        /// What the ledger calls the speaker.
        package let name: String
        /// What this article says that the speaker is.
        package let role: String?
    }

    /// Its name.
    package let id: RevisionID
    /// All that it says; the bytes of its source are there where they were asked for and kept.
    package let revision: Revision
    /// Who printed it: as the article says, else its host.
    package let outlet: String?
    /// When it came into the ledger; ISO 8601 in UTC.
    package let added: String
    /// All revisions of the article, the first one first.
    package let siblings: [RevisionDetails.Sibling]
    /// Of each statement, who said it.
    package let voices: [[Voice]]
    /// Of each statement, the quotation that it is one of several of.
    package let clusters: [Int64?]

    /// Its place among the article's revisions, counted from 1.
    package var number: Int { siblings.first { $0.id == id }?.number ?? 1 }

    /// What a statement is called.
    package func name(_ index: Int) -> StatementID { StatementID(revision: id, number: index + 1) }
}

extension Ledger {
    /// A revision as somebody reads it.
    ///
    /// - Parameters:
    ///   - id: the revision.
    ///   - withSource: whether the bytes of its source are wanted.
    /// - Returns: all of it.
    /// - Throws: ``LedgerError`` when there is none of this name, or it is damaged.
    package func reading(_ id: RevisionID, withSource: Bool = false) throws(LedgerError) -> ArticleReading {
        try read { database in
            let find = try database.cachedStatement(sql: "SELECT * FROM revision WHERE uid = ?")
            guard let row = try Row.fetchOne(find, arguments: [id.number]) else {
                throw LedgerError(.notFound, "\(path): there is no revision \(id)")
            }
            let stored = try StoredRevision(row: row)
            let exported = try ExportedRevision(
                stored,
                speakers: nil,
                includesSource: false,
                unpacksSource: withSource,
                database
            )
            return try ArticleReading(
                id: id,
                revision: exported.revision,
                outlet: exported.outlet,
                added: stored.row["added"],
                siblings: RevisionDetails.Sibling.all(of: stored.article, database),
                voices: exported.revision.statements.indices.map { index in
                    exported.speakers(of: index).map { speaker, known in
                        ArticleReading.Voice(id: known.handle, name: known.name, role: speaker.role)
                    }
                },
                clusters: exported.clusters
            )
        }
    }
}
