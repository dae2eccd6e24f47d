import GRDB

/// What an article says in the place of a statement, from revision to revision.
package struct StatementVersion: Sendable {
    /// What became of the statement when this revision was printed.
    package enum Event: Sendable {
        /// It is the first of the article's revisions that says so.
        case first
        /// The words are those of the revision before.
        case same
        /// Another wording, or another speaker.
        case changed(RevisionChange)
        /// The article does not say so any more.
        case gone(isSilent: Bool)
    }

    /// The revision.
    package let revision: RevisionDetails.Sibling
    /// The statement there; nil when it is gone.
    package let statement: StatementID?
    /// What became of it.
    package let event: Event
}

extension Ledger {
    /// Follows a statement through the revisions of its article.
    ///
    /// - Parameter id: the statement, in any revision.
    /// - Returns: what each revision that says it made of it, the first one first, and the one that does not say it
    ///   any more.
    /// - Throws: ``LedgerError`` when there is no such statement.
    package func history(of id: StatementID) throws(LedgerError) -> [StatementVersion] {
        try read { database in try StatementTrail(id, database).versions() }
    }
}

/// Goes from a statement to what stands in its place in the revisions before and after.
private struct StatementTrail {
    private let database: Database
    private let siblings: [RevisionDetails.Sibling]
    private let start: StatementID
    private let position: Int

    init(_ id: StatementID, _ database: Database) throws {
        let article = try Int64.fetchOne(
            database,
            sql: "SELECT article_id FROM revision WHERE uid = ?",
            arguments: [id.revision.number]
        )
        guard let article else { throw LedgerError(.notFound, "there is no revision \(id.revision)") }
        siblings = try RevisionDetails.Sibling.all(of: article, database)
        position = siblings.firstIndex { $0.id == id.revision } ?? 0
        (start, self.database) = (id, database)
    }

    func versions() throws -> [StatementVersion] {
        // Back to where it was first said …
        var places: [(statement: StatementID, change: RevisionChange?)] = [(start, nil)]
        var (current, index) = (start, position)
        while index > 0 {
            let change = try change("new", current)
            guard let before = try change.map(\.before) ?? same(current, in: siblings[index - 1].id) else {
                break
            }
            places[places.count - 1].change = change
            places.append((before, nil))
            (current, index) = (before, index - 1)
        }
        var versions = places.reversed().enumerated().map { offset, place in
            StatementVersion(
                revision: siblings[index + offset],
                statement: place.statement,
                event: offset == 0 ? .first : place.change.map { .changed($0) } ?? .same
            )
        }
        // … and on to where it is not any more.
        (current, index) = (start, position)
        while index + 1 < siblings.count {
            index += 1
            let change = try change("old", current)
            guard let after = try change.map(\.after) ?? same(current, in: siblings[index].id) else {
                let event = StatementVersion.Event.gone(isSilent: change?.isSilent ?? false)
                versions.append(StatementVersion(revision: siblings[index], statement: nil, event: event))
                break
            }
            versions.append(
                StatementVersion(
                    revision: siblings[index],
                    statement: after,
                    event: change.map { .changed($0) } ?? .same
                )
            )
            current = after
        }
        return versions
    }

    /// How it came to a statement (`new`), or what became of it (`old`).
    private func change(_ side: String, _ id: StatementID) throws -> RevisionChange? {
        let uid = side == "new" ? "later" : "earlier"
        return try RevisionChange.fetch(
            database,
            where: "\(uid).uid = ? AND \(side).number = ?",
            [id.revision.number, id.number - 1]
        ).first
    }

    /// The statement with the same words in another revision: the nearest, where it says them several times.
    private func same(_ id: StatementID, in revision: RevisionID) throws -> StatementID? {
        let find = try database.cachedStatement(
            sql: """
                SELECT other.number FROM revision AS own
                JOIN statement ON statement.revision_id = own.id AND statement.number = ?2
                JOIN revision ON revision.uid = ?3
                JOIN statement AS other ON other.revision_id = revision.id AND other.content = statement.content
                WHERE own.uid = ?1 ORDER BY abs(other.number - ?2) LIMIT 1
                """
        )
        let number = try Int.fetchOne(
            find,
            arguments: [id.revision.number, id.number - 1, revision.number]
        )
        if let number { return StatementID(revision: revision, index: number) }
        // Marks and white space may have changed.
        func words(_ name: RevisionID) throws -> [(number: Int, words: String)] {
            try Row.fetchAll(
                database,
                sql: """
                    SELECT statement.number, content FROM statement JOIN revision ON revision.id = revision_id
                    WHERE uid = ? ORDER BY statement.number
                    """,
                arguments: [name.number]
            ).map { try ($0[0], Wording.words(Wording.folded($0[1])).joined(separator: " ")) }
        }
        guard let own = try words(id.revision).first(where: { $0.number == id.number - 1 }) else {
            return nil
        }
        let other = try words(revision).first { $0.words == own.words }
        return other.map { StatementID(revision: revision, index: $0.number) }
    }
}
