import GRDB
import SaysoLedger
import SaysoStatements

extension Revision {
    /// An invented article in which somebody says one thing.
    ///
    /// - Parameters:
    ///   - name: of the speaker.
    ///   - role: as the article has it; an affiliation may follow after `@`.
    ///   - page: the last part of the article's address.
    ///   - outlet: who printed it.
    ///   - kind: what the speaker is; nil for a person, or somebody unnamed in small letters.
    ///   - capitals: what the article prints for an organisation's name besides.
    ///   - words: what is said.
    /// - Returns: the article.
    static func of(
        _ name: String,
        _ role: String? = nil,
        page: String,
        outlet: String = "Coastwire",
        kind: SaysoStatements.Speaker.Kind? = nil,
        capitals: String? = nil,
        words: String = "The quay at Tamsin will open in May."
    ) -> Revision {
        let also = capitals.map { "\n\nAsk \($0)." } ?? ""
        var revision = Revision(
            marked: "News of the quay \(page)\n\n<\(name)> {said} [“\(words)”]\(also)",
            url: "https://\(outlet.lowercased()).example/\(page)",
            outlet: outlet
        )
        let parts = role?.split(separator: "@").map(String.init) ?? []
        if let kind { revision.speakers[0].kind = kind }
        (revision.speakers[0].role, revision.speakers[0].affiliation) = (parts.first, parts.dropFirst().first)
        if let capitals {
            let end = revision.text.count - 1
            revision.speakers[0].mentions.append(end - capitals.utf8.count..<end)
        }
        return revision
    }
}

extension Ledger {
    /// Which articles' speakers are one: names and ends of addresses, such as `Osk a`, grouped, all sorted.
    func grouped() throws -> [[String]] {
        let rows = try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT article_speaker.name || ' ' || substr(key, instr(key, '/') + 1), speaker_id
                    FROM article_speaker JOIN revision ON revision.id = revision_id
                    JOIN article ON article.id = article_id WHERE revision.is_current ORDER BY 1
                    """
            )
        }
        return Dictionary(grouping: rows, by: { $0[1] as Int64 }).values.map { $0.map { $0[0] as String } }
            .sorted { $0[0] < $1[0] }
    }

    /// Whether who said what agrees with the speakers of articles: nothing missing, nothing left over.
    func attributionsAgree() throws -> Bool {
        try read { database in
            let wanted = """
                SELECT coalesce(statement_speaker.speaker_id, article_speaker.speaker_id),
                    statement.day, statement.id
                FROM statement JOIN revision ON revision.id = statement.revision_id
                JOIN article_speaker ON article_speaker.revision_id = revision.id
                    AND ',' || speakers || ',' LIKE '%,' || article_speaker.number || ',%'
                LEFT JOIN statement_speaker ON statement_id = statement.id
                    AND statement_speaker.number = article_speaker.number
                """
            let held = "SELECT speaker_id, day, statement_id FROM attribution"
            let differing = try Int.fetchOne(
                database,
                sql: """
                    SELECT count(*) FROM (SELECT * FROM (\(wanted)) EXCEPT \(held)
                    UNION ALL SELECT * FROM (\(held)) EXCEPT \(wanted))
                    """
            )
            return differing == 0
        }
    }
}
