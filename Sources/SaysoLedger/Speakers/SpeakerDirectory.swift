import GRDB
import SaysoStatements

/// Finds out who the speakers of an article are among those whom the ledger knows.
struct SpeakerDirectory {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Adds the speakers of a revision.
    ///
    /// - Returns: the ledger's speakers, in the same order.
    func add(_ speakers: [Revision.Speaker], of revision: Int64) throws -> [Int64] {
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO article_speaker (revision_id, number, name, kind, role, affiliation, mentions, speaker_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        return try speakers.enumerated().map { index, speaker in
            let id = try find(speaker)
            try insert.execute(arguments: [
                revision, index, speaker.name, speaker.kind.rawValue, speaker.role, speaker.affiliation,
                Places.spelled(speaker.mentions), id,
            ])
            return id
        }
    }

    private func find(_ speaker: Revision.Speaker) throws -> Int64 {
        let key = speaker.name.lowercased()
        let find = try database.cachedStatement(
            sql: "SELECT id FROM speaker WHERE name_key = ? AND kind = ? LIMIT 1"
        )
        if speaker.kind != .unnamed,
            let id = try Int64.fetchOne(find, arguments: [key, speaker.kind.rawValue])
        {
            return id
        }
        let insert = try database.cachedStatement(
            sql: "INSERT INTO speaker (name, kind, role, name_key) VALUES (?, ?, ?, ?)"
        )
        try insert.execute(arguments: [speaker.name, speaker.kind.rawValue, speaker.role, key])
        return database.lastInsertedRowID
    }
}
