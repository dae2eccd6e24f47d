import GRDB

/// Keeps the rows that say who said what true to the speakers of articles.
struct Attributions {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Lets the speakers of articles who show a face follow it, but for those whom a person pinned.
    func follow(face: Int64, to speaker: Int64, from old: Int64) throws {
        let find = try database.cachedStatement(
            sql: "SELECT DISTINCT revision_id FROM article_speaker WHERE face_id = ? AND NOT is_pinned"
        )
        let revisions = try Int64.fetchAll(find, arguments: [face])
        let move = try database.cachedStatement(
            sql: "UPDATE article_speaker SET speaker_id = ? WHERE face_id = ? AND NOT is_pinned"
        )
        try move.execute(arguments: [speaker, face])
        for revision in revisions { try refresh(revision, without: [old]) }
    }

    /// Writes anew who said what in a revision.
    ///
    /// - Parameters:
    ///   - revision: its row.
    ///   - old: speakers who may have had statements there.
    /// - Throws: what the database throws.
    func refresh(_ revision: Int64, without old: Set<Int64>) throws {
        let findSpeakers = try database.cachedStatement(
            sql: "SELECT number, speaker_id FROM article_speaker WHERE revision_id = ?"
        )
        var speakers: [Int: Int64] = [:]
        for row in try Row.fetchAll(findSpeakers, arguments: [revision]) {
            try speakers[row[0]] = row[1]
        }
        let findGiven = try database.cachedStatement(
            sql: """
                SELECT statement_id, statement_speaker.number, speaker_id FROM statement
                JOIN statement_speaker ON statement_id = statement.id WHERE revision_id = ?
                """
        )
        var given: [Int64: [Int: Int64]] = [:]
        for row in try Row.fetchAll(findGiven, arguments: [revision]) {
            try given[row[0], default: [:]][row[1]] = row[2] as Int64
        }
        let findStatements = try database.cachedStatement(
            sql: """
                SELECT statement.id, speakers, statement.day FROM statement
                JOIN revision ON revision.id = revision_id WHERE revision_id = ?
                """
        )
        let remove = try database.cachedStatement(
            sql: "DELETE FROM attribution WHERE speaker_id = ? AND day = ? AND statement_id = ?"
        )
        let insert = try database.cachedStatement(
            sql: "INSERT OR IGNORE INTO attribution (speaker_id, day, statement_id) VALUES (?, ?, ?)"
        )
        for row in try Row.fetchAll(findStatements, arguments: [revision]) {
            let (statement, day): (Int64, Int) = try (row[0], row[2])
            for speaker in old { try remove.execute(arguments: [speaker, day, statement]) }
            for number in try (row[1] as String).split(separator: ",").compactMap({ Int($0) }) {
                guard let speaker = given[statement]?[number] ?? speakers[number] else { continue }
                try insert.execute(arguments: [speaker, day, statement])
            }
        }
    }
}
