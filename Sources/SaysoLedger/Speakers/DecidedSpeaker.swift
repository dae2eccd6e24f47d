import GRDB

/// A speaker of whom a person decided something, in terms that hold in every ledger.
struct DecidedSpeaker {
    /// Something that means the speaker.
    enum Part: Hashable {
        /// A face, by its `uid`.
        case face(Int64)
        /// A speaker of a revision. The name is there as well because revisions of one name can have been read by
        /// different versions of this program.
        case row(revision: Int64, number: Int, name: String)
        /// A statement and which of its article's speakers is meant.
        case statement(revision: Int64, content: String, number: Int)

        var isFace: Bool { if case .face = self { true } else { false } }
    }

    /// In the ledger that it was read from.
    let id: Int64
    /// What the speaker is called there.
    let name: String
    let isRenamed: Bool
    let link: String?
    /// What means the speaker, and of each whether a person said so: what was said of a speaker holds for those rows,
    /// too, that have no face.
    let parts: [Part: Bool]

    /// What a person said, all of it.
    var settled: Set<Part> { Set(parts.filter(\.value).keys) }

    /// Tells what was decided from all other decisions.
    var digest: String {
        let words = settled.map { "\($0)" }.sorted() + [isRenamed ? name : "", link ?? ""]
        return "\(Digest(of: Array(words.joined(separator: "\n").utf8)).short)"
    }

    /// The speakers of all decisions that hold, those with faces first.
    static func all(_ database: Database) throws -> [DecidedSpeaker] {
        var ids: Set<Int64> = []
        for row in try Row.fetchAll(database, sql: "SELECT * FROM decision WHERE undone IS NULL") {
            for speaker in try SpeakerDecision(row: row).speakers {
                ids.formUnion(try SpeakerFinder(database).all("\(speaker)"))
            }
        }
        return try ids.sorted().map { try DecidedSpeaker($0, database) }.sorted {
            ($0.parts.keys.contains(where: \.isFace) ? 0 : 1, $0.id)
                < ($1.parts.keys.contains(where: \.isFace) ? 0 : 1, $1.id)
        }
    }

    init(_ id: Int64, _ database: Database) throws {
        guard
            let speaker = try Row.fetchOne(
                database,
                sql: "SELECT * FROM speaker WHERE id = ?",
                arguments: [id]
            )
        else { throw LedgerError(.damaged, "speaker \(SpeakerID(number: id)) cannot be read") }
        (self.id, name, isRenamed, link) = try (id, speaker["name"], speaker["is_renamed"], speaker["link"])
        var parts: [Part: Bool] = [:]
        for uid in try Int64.fetchAll(
            database,
            sql: "SELECT uid FROM face WHERE speaker_id = ? AND is_decided",
            arguments: [id]
        ) { parts[.face(uid)] = true }
        for row in try Row.fetchAll(
            database,
            sql: """
                SELECT uid, article_speaker.number, name, is_pinned FROM article_speaker
                JOIN revision ON revision.id = revision_id
                WHERE speaker_id = ? AND (is_pinned OR face_id IS NULL)
                """,
            arguments: [id]
        ) { try parts[.row(revision: row[0], number: row[1], name: row[2])] = row[3] }
        for row in try Row.fetchAll(
            database,
            sql: """
                SELECT uid, content, statement_speaker.number FROM statement_speaker
                JOIN statement ON statement.id = statement_id JOIN revision ON revision.id = revision_id
                WHERE speaker_id = ?
                """,
            arguments: [id]
        ) { try parts[.statement(revision: row[0], content: row[1], number: row[2])] = true }
        self.parts = parts
    }
}
