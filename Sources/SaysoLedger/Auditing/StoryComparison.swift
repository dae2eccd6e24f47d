import GRDB

/// What some outlets reported of the same days, beside each other.
package struct StoryComparison: Hashable, Sendable {
    /// Something that was said.
    package struct Row: Hashable, Sendable {
        /// Who said it, as the first outlet that attributes it has it.
        package let speakers: [String]
        /// The same ones' numbers.
        package let ids: [SpeakerID]
        /// Each outlet's words; nil where it has none.
        package let words: [OutletComparison.Words?]

        /// How many outlets have it, in their own voice or not.
        package var outlets: Int { words.count { $0 != nil } }
    }

    /// Each outlet's part.
    package let sides: [OutletComparison.Side]
    /// What the most outlets have first, then by day.
    package let rows: [Row]
}

extension Ledger {
    /// Sets beside each other what outlets reported.
    ///
    /// The same quotation is told by its cluster, else by its words, whatever their typography.
    ///
    /// - Parameters:
    ///   - outlets: two or more, by name or host.
    ///   - scope: days and speaker; its outlets are not looked at.
    ///   - words: beginnings of words that must all be in what an outlet has, or in its speaker's name.
    /// - Returns: what each reported.
    /// - Throws: ``LedgerError`` when an outlet or the speaker is not known, two outlets are one, or
    ///   more than 5,000 articles of one are in these days.
    package func story(_ outlets: [String], _ scope: AuditScope = AuditScope(), about words: String = "")
        throws(LedgerError) -> StoryComparison
    {
        try read { database in
            var seen: Set<Int64> = []
            for outlet in outlets {
                let rows = try OutletReference(database: database).rows(outlet)
                guard seen.isDisjoint(with: rows) else {
                    throw LedgerError(.invalid, "\(outlet): the same as another of these outlets")
                }
                seen.formUnion(rows)
            }
            let sides = try outlets.map { try PrintedStatements(database, outlet: $0, scope) }
            return PrintedStatements.beside(sides, about: Wording.words(Wording.folded(words)))
        }
    }

    /// Where to begin with the story that an article tells: who has quotations of it, and when.
    ///
    /// - Parameter revision: of the article.
    /// - Returns: its own outlet first, then those with the most of its quotations; and their days, open where none is
    ///   known.
    /// - Throws: ``LedgerError`` when there is no such revision.
    package func storyStart(of revision: RevisionID) throws(LedgerError) -> (
        outlets: [String], days: DayRange
    ) {
        try read { database in
            let own = try GRDB.Row.fetchOne(
                database,
                sql: """
                    SELECT revision.id, day, outlet.name FROM revision JOIN article ON article.id = article_id
                    LEFT JOIN outlet ON outlet.id = outlet_id WHERE uid = ?
                    """,
                arguments: [revision.number]
            )
            guard let own else { throw LedgerError(.notFound, "\(path): there is no revision \(revision)") }
            let others = try GRDB.Row.fetchAll(
                database,
                sql: """
                    SELECT outlet.name, min(nullif(revision.day, 0)), max(nullif(revision.day, 0))
                    FROM statement AS mine JOIN statement ON statement.cluster_id = mine.cluster_id
                    JOIN revision ON revision.id = statement.revision_id
                    JOIN article ON article.id = revision.article_id JOIN outlet ON outlet.id = outlet_id
                    WHERE mine.revision_id = ? AND mine.cluster_id IS NOT NULL AND statement.is_current
                    GROUP BY outlet.id ORDER BY count(DISTINCT mine.id) DESC, outlet.name
                    """,
                arguments: [own[0] as Int64]
            )
            let name: String? = try own[2]
            let names = try others.map { try $0[0] as String }.filter { $0 != name }
            let days = try ([own[1] as Int?] + others.flatMap { try [$0[1] as Int?, $0[2]] }).compactMap(
                \.self
            )
            .filter { $0 > 0 }
            return ([name].compactMap(\.self) + names, DayRange(first: days.min(), last: days.max()))
        }
    }
}
