import GRDB

/// How a later revision of an article differs from the one before it, in one place.
public struct RevisionChange: Hashable, Sendable {
    /// What kind of difference.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A statement that was not there.
        case added
        /// A statement that is gone.
        case removed
        /// The same speaker, nearly the same words.
        case reworded
        /// The same words, or nearly, of another speaker.
        case moved
        /// Another headline.
        case headline
        /// Sentences that the article attributes to nobody.
        case ownVoice = "own-voice"
    }

    /// What kind of difference.
    public let kind: Kind
    /// The earlier revision.
    public let earlier: RevisionID
    /// The later one.
    public let later: RevisionID
    /// The earlier revision's statement.
    public let before: StatementID?
    /// The later revision's.
    public let after: StatementID?
    /// The words of the earlier revision; nil for what was added.
    public let wordsBefore: String?
    /// The words of the later one; nil for what was removed.
    public let wordsAfter: String?
    /// Whether the article names no new time at which it was changed.
    public let isSilent: Bool

    /// How the words differ; nil where only one revision has them.
    public var difference: WordDifference? {
        guard let wordsBefore, let wordsAfter else { return nil }
        return WordDifference(from: wordsBefore, to: wordsAfter)
    }
}

extension Ledger {
    /// How a revision differs from the one before it; nothing for an article's first.
    public func changes(of id: RevisionID) throws(LedgerError) -> [RevisionChange] {
        try read { database in try RevisionChange.fetch(database, where: "later.uid = ?", [id.number]) }
    }
}

extension RevisionChange {
    /// Changes, in the order in which they were noted.
    ///
    /// - Parameters:
    ///   - database: where.
    ///   - condition: of `later`, `earlier`, `change`, `old`, `new`, in SQL.
    ///   - arguments: for its question marks.
    /// - Returns: the changes.
    /// - Throws: the database's errors, and ``LedgerError`` when a change cannot be read.
    static func fetch(_ database: Database, where condition: String, _ arguments: StatementArguments) throws
        -> [RevisionChange]
    {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT change.kind, change.is_silent, earlier.uid AS earlier, later.uid AS later,
                    old.number AS before_number, new.number AS after_number,
                    coalesce(old.content, change.before) AS words_before,
                    coalesce(new.content, change.after) AS words_after
                FROM change
                JOIN revision AS later ON later.id = change.revision_id
                JOIN revision AS earlier ON earlier.id = change.earlier_id
                LEFT JOIN statement AS old ON old.id = change.before_id
                LEFT JOIN statement AS new ON new.id = change.after_id
                WHERE \(condition)
                ORDER BY change.id
                """,
            arguments: arguments
        )
        return try rows.map { row in
            guard let kind = try Kind(rawValue: row["kind"]) else {
                throw LedgerError(.damaged, "a change of an unknown kind")
            }
            let (earlier, later) = try (RevisionID(number: row["earlier"]), RevisionID(number: row["later"]))
            return try RevisionChange(
                kind: kind,
                earlier: earlier,
                later: later,
                before: (row["before_number"] as Int?).map { StatementID(revision: earlier, index: $0) },
                after: (row["after_number"] as Int?).map { StatementID(revision: later, index: $0) },
                wordsBefore: row["words_before"],
                wordsAfter: row["words_after"],
                isSilent: row["is_silent"]
            )
        }
    }
}
