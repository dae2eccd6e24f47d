import GRDB
import GRDBSQLite
import SaysoStatements

/// Finds out who the speakers of an article are among those whom the ledger knows.
struct SpeakerDirectory {
    private let database: Database
    private let findFace: DirectStatement
    private let insert: DirectStatement

    /// - Parameter database: inside a transaction.
    /// - Throws: when the database fails.
    init(_ database: Database) throws {
        self.database = database
        findFace = try DirectStatement(
            database,
            "SELECT id, speaker_id, acronym IS NULL FROM face WHERE uid = ?"
        )
        insert = try DirectStatement(
            database,
            """
            INSERT INTO article_speaker (
                revision_id, number, name, kind, role, affiliation, mentions, speaker_id, face_id, is_pinned
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        )
    }

    /// Adds the speakers of a revision.
    ///
    /// - Parameters:
    ///   - speakers: as the revision names them.
    ///   - faces: theirs, in the same order.
    ///   - row: the revision's row.
    ///   - earlier: the row of the article's revision before; nil for its first.
    /// - Returns: the ledger's speakers, in the same order.
    /// - Throws: what the database throws.
    func add(
        _ speakers: [Revision.Speaker],
        faces: [NewFace?],
        row: Int64,
        earlier: Int64?
    ) throws -> [Int64] {
        var known = try earlier.map(before) ?? [:]
        for (index, (speaker, new)) in zip(speakers, faces).enumerated() {
            // Those of one name within an article are told apart by their order.
            let key = EarlierKey(name: speaker.name, kind: speaker.kind.rawValue)
            let earlier = known[key]?.popLast()
            let face = try new.map { try self.face(of: speaker, $0) }
            let id: Int64
            if let earlier, earlier.isPinned || face == nil {
                id = earlier.speaker
            } else {
                id =
                    try face?.speaker
                    ?? Self.newSpeaker(
                        speaker.name,
                        kind: speaker.kind.rawValue,
                        role: speaker.role,
                        in: database
                    )
            }
            try insert.run(
                row.databaseValue,
                index.databaseValue,
                speaker.name.databaseValue,
                speaker.kind.rawValue.databaseValue,
                .of(speaker.role),
                .of(speaker.affiliation),
                Places.spelled(speaker.mentions).databaseValue,
                id.databaseValue,
                .of(face?.id),
                (earlier?.isPinned ?? false).databaseValue
            )
        }
        // A later face can have changed who an earlier one is.
        let find = try database.cachedStatement(
            sql: "SELECT speaker_id FROM article_speaker WHERE revision_id = ? ORDER BY number"
        )
        return try Int64.fetchAll(find, arguments: [row])
    }

    /// Makes a speaker.
    static func newSpeaker(_ name: String, kind: String, role: String?, in database: Database) throws
        -> Int64
    {
        let insert = try database.cachedStatement(
            sql: "INSERT INTO speaker (name, kind, role, name_key) VALUES (?, ?, ?, ?)"
        )
        try insert.execute(arguments: [name, kind, role, SpeakerFinder.key(name)])
        return database.lastInsertedRowID
    }

    // MARK: Earlier revisions

    private struct EarlierKey: Hashable {
        let name: String
        let kind: String
    }

    /// The speakers of an earlier revision, the last first.
    private func before(_ earlier: Int64) throws -> [EarlierKey: [(speaker: Int64, isPinned: Bool)]] {
        let find = try database.cachedStatement(
            sql: """
                SELECT name, kind, speaker_id, is_pinned FROM article_speaker WHERE revision_id = ?
                ORDER BY number DESC
                """
        )
        var known: [EarlierKey: [(speaker: Int64, isPinned: Bool)]] = [:]
        for row in try Row.fetchAll(find, arguments: [earlier]) {
            try known[EarlierKey(name: row[0], kind: row[1]), default: []].append((row[2], row[3]))
        }
        return known
    }

    /// Gives the statements that a person gave to somebody to the same one again, where a later revision prints
    /// their words unchanged.
    func keepGivenStatements(from earlier: Int64, to later: Int64) throws {
        let find = try database.cachedStatement(
            sql: """
                SELECT content, statement_speaker.number, statement_speaker.speaker_id, article_speaker.name, article_speaker.kind
                FROM statement
                JOIN statement_speaker ON statement_id = statement.id
                JOIN article_speaker ON article_speaker.revision_id = statement.revision_id
                    AND article_speaker.number = statement_speaker.number
                WHERE statement.revision_id = ?
                """
        )
        let given = try Row.fetchAll(find, arguments: [earlier])
        guard !given.isEmpty else { return }
        let same = try database.cachedStatement(
            sql: """
                SELECT statement.id, article_speaker.number, article_speaker.speaker_id FROM statement
                JOIN article_speaker ON article_speaker.revision_id = statement.revision_id
                WHERE statement.revision_id = ? AND content = ? AND article_speaker.name = ?
                    AND article_speaker.kind = ?
                """
        )
        let insert = try database.cachedStatement(
            sql: "INSERT OR IGNORE INTO statement_speaker (statement_id, number, speaker_id) VALUES (?, ?, ?)"
        )
        var old: Set<Int64> = []
        for row in given {
            let arguments: StatementArguments = try [
                later, row[0] as String, row[3] as String, row[4] as String,
            ]
            for match in try Row.fetchAll(same, arguments: arguments) {
                try old.insert(match[2])
                try insert.execute(arguments: [match[0] as Int64, match[1] as Int, row[2] as Int64])
            }
        }
        try Attributions(database).refresh(later, without: old)
    }

    // MARK: Faces

    /// The row of a face, which is made unless it is there.
    private func face(of speaker: Revision.Speaker, _ new: NewFace) throws -> (id: Int64, speaker: Int64) {
        let (uid, block, acronym) = (new.uid, new.block, new.acronym)
        if let known = try find(uid), let speaker = known.speaker {
            guard let acronym, known.lacksAcronym else { return (known.id, speaker) }
            let note = try database.cachedStatement(sql: "UPDATE face SET acronym = ? WHERE id = ?")
            try note.execute(arguments: [acronym, known.id])
            try SpeakerBlock(database).settle(block)
            return (known.id, try find(uid)?.speaker ?? speaker)
        }
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO face (uid, block, role_key, name, kind, role, affiliation, acronym)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        try insert.execute(arguments: [
            uid, block, new.role, speaker.name, speaker.kind.rawValue, speaker.role, speaker.affiliation,
            acronym,
        ])
        let id = database.lastInsertedRowID
        try SpeakerBlock(database).settle(block, new: id)
        guard let speaker = try find(uid)?.speaker else {
            throw LedgerError(.damaged, "the speaker of face \(id) is not there")
        }
        return (id, speaker)
    }

    private func find(_ uid: Int64) throws -> (id: Int64, speaker: Int64?, lacksAcronym: Bool)? {
        try findFace.first(uid.databaseValue) { row in
            let hasSpeaker = sqlite3_column_type(row, 1) != SQLITE_NULL
            return (
                sqlite3_column_int64(row, 0), hasSpeaker ? sqlite3_column_int64(row, 1) : nil,
                sqlite3_column_int(row, 2) == 1
            )
        }
    }
}
