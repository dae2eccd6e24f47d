import GRDB
public import SaysoStatements

/// A speaker of the ledger, as one that a name may mean.
public struct SpeakerCandidate: Hashable, Sendable {
    /// The speaker's row; people write it as `p12`.
    public let id: Int64
    /// The name.
    public let name: String
    /// What it is.
    public let kind: Speaker.Kind
    /// What articles say the speaker is.
    public let role: String?
    /// How many statements are the speaker's, in all revisions.
    public let statements: Int
}

/// How people refer to speakers.
enum SpeakerReference {
    /// The number in `p12`; nil for a name.
    static func id(_ text: String) -> Int64? {
        guard text.hasPrefix("p"), text.dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int64(text.dropFirst())
    }

    /// The speakers that a reference may mean: one for an id, all of a name, or, where nobody has just this name,
    /// all whose name has its words.
    static func rows(_ text: String, _ database: Database) throws -> [Int64] {
        if let id = id(text) {
            // A number that was given up in a merge stands for who took it over.
            return try Int64.fetchAll(
                database,
                sql: """
                    WITH RECURSIVE heirs (id, heir) AS (
                        SELECT id, merged_into FROM speaker WHERE id = ?
                        UNION SELECT speaker.id, merged_into FROM heirs JOIN speaker ON speaker.id = heirs.heir
                    )
                    SELECT id FROM heirs WHERE heir IS NULL
                    """,
                arguments: [id]
            )
        }
        let wanted = Wording.words(Wording.folded(text))
        guard let longest = wanted.max(by: { $0.count < $1.count }) else { return [] }
        // LIKE folds only the case of ASCII, and not all names are spelled alike: it picks what is looked at.
        let pattern = longest.utf8.allSatisfy { $0 < 0x80 && $0 != 0x27 } ? "%\(longest)%" : "%"
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT id, name FROM speaker WHERE name LIKE ? AND merged_into IS NULL ORDER BY id",
            arguments: [pattern]
        )
        let known = try rows.map { row in
            try (id: row[0] as Int64, words: Wording.words(Wording.folded(row[1] as String)))
        }
        let exact = known.filter { $0.words == wanted }
        return (exact.isEmpty ? known.filter { Set($0.words).isSuperset(of: wanted) } : exact).map(\.id)
    }
}

extension Ledger {
    /// The speakers that somebody may mean, those with the most statements first.
    ///
    /// - Parameter reference: a name, a part of one, or an id such as `p12`.
    /// - Returns: all of just this name; where there are none, all whose name has its words.
    /// - Throws: ``LedgerError`` when the ledger cannot be read.
    public func speakers(meantBy reference: String) throws(LedgerError) -> [SpeakerCandidate] {
        try read { database in
            try SpeakerReference.rows(reference, database).map { id in
                let row = try Row.fetchOne(
                    database,
                    sql: """
                        SELECT name, kind, role, (SELECT count(*) FROM attribution WHERE speaker_id = speaker.id)
                        FROM speaker WHERE id = ?
                        """,
                    arguments: [id]
                )
                guard let row, let kind = try Speaker.Kind(rawValue: row[1]) else {
                    throw LedgerError(.damaged, "speaker p\(id) cannot be read")
                }
                return try SpeakerCandidate(
                    id: id,
                    name: row[0],
                    kind: kind,
                    role: row[2],
                    statements: row[3]
                )
            }.sorted { ($1.statements, $0.id) < ($0.statements, $1.id) }
        }
    }
}
