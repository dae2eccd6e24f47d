import GRDB

/// Finds what of a speaker is to be split off.
struct SpeakerPartsFinder {
    private let database: Database
    private let speaker: Int64

    init(_ database: Database, speaker: Int64) {
        self.database = database
        self.speaker = speaker
    }

    private var name: SpeakerID { SpeakerID(number: speaker) }

    /// The speaker's rows in an article's revisions.
    func rows(in article: String) throws -> [Int64] {
        let key = ArticleKey.of(address: article) ?? article
        let revision = RevisionID(article)?.number
        let rows = try Int64.fetchAll(
            database,
            sql: """
                SELECT article_speaker.id FROM article_speaker
                JOIN revision ON revision.id = revision_id JOIN article ON article.id = article_id
                WHERE speaker_id = ?1 AND article.id IN (
                    SELECT id FROM article WHERE key = ?2 UNION SELECT article_id FROM revision WHERE uid = ?3
                )
                """,
            arguments: [speaker, key, revision]
        )
        guard !rows.isEmpty else {
            throw LedgerError(.invalid, "\(article): \(name) says nothing in such an article")
        }
        return rows
    }

    /// The speaker's faces with a role.
    func faces(role: String) throws -> [Int64] {
        let wanted = Wording.folded(role)
        let faces = try Row.fetchAll(
            database,
            sql: "SELECT id, role FROM face WHERE speaker_id = ?",
            arguments: [speaker]
        ).filter { try Wording.folded($0["role"] ?? "") == wanted }.map { try $0["id"] as Int64 }
        guard !faces.isEmpty else {
            throw LedgerError(
                .invalid,
                "\(role): \(name) has no such role; sayso speakers show \(name) lists them"
            )
        }
        return faces
    }

    /// A statement, with the numbers of its article's speakers that mean the speaker.
    func places(of statement: StatementID) throws -> [(id: Int64, number: Int)] {
        let places = try Row.fetchAll(
            database,
            sql: """
                SELECT statement.id, article_speaker.number, statement.speakers FROM statement
                JOIN revision ON revision.id = statement.revision_id
                JOIN article_speaker ON article_speaker.revision_id = revision.id
                LEFT JOIN statement_speaker ON statement_id = statement.id
                    AND statement_speaker.number = article_speaker.number
                WHERE uid = ? AND statement.number = ?
                    AND coalesce(statement_speaker.speaker_id, article_speaker.speaker_id) = ?
                """,
            arguments: [statement.revision.number, statement.number - 1, speaker]
        ).filter { row in
            let number = try "\(row[1] as Int)"
            return try (row[2] as String).split(separator: ",").contains { $0 == number }
        }.map { try (id: $0[0] as Int64, number: $0[1] as Int) }
        guard !places.isEmpty else { throw LedgerError(.invalid, "\(statement): no statement of \(name)") }
        return places
    }
}
