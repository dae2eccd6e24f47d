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
    /// - Parameters:
    ///   - speakers: as the revision names them.
    ///   - revision: the revision.
    ///   - row: its row.
    ///   - earlier: the row of the article's revision before; nil for its first.
    /// - Returns: the ledger's speakers, in the same order.
    /// - Throws: what the database throws.
    func add(
        _ speakers: [Revision.Speaker],
        of revision: Revision,
        row: Int64,
        earlier: Int64?
    ) throws -> [Int64] {
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO article_speaker (
                    revision_id, number, name, kind, role, affiliation, mentions, speaker_id, face_id, is_pinned
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        let outlet = revision.publication.outlet ?? ArticleKey.host(of: revision.publication.url)
        var known = try earlier.map(before) ?? [:]
        for (index, speaker) in speakers.enumerated() {
            // Those of one name within an article are told apart by their order.
            let key = EarlierKey(name: speaker.name, kind: speaker.kind.rawValue)
            let earlier = known[key]?.popLast()
            let face = try face(of: speaker, in: revision, outlet: outlet)
            let id: Int64
            if let earlier, earlier.isPinned || face == nil {
                id = earlier.speaker
            } else {
                id =
                    try face?.speaker
                    ?? newSpeaker(speaker.name, kind: speaker.kind.rawValue, role: speaker.role)
            }
            try insert.execute(arguments: [
                row, index, speaker.name, speaker.kind.rawValue, speaker.role, speaker.affiliation,
                Places.spelled(speaker.mentions), id, face?.id, earlier?.isPinned ?? false,
            ])
        }
        // A later face can have changed who an earlier one is.
        let find = try database.cachedStatement(
            sql: "SELECT speaker_id FROM article_speaker WHERE revision_id = ? ORDER BY number"
        )
        return try Int64.fetchAll(find, arguments: [row])
    }

    /// Makes a speaker.
    func newSpeaker(_ name: String, kind: String, role: String?) throws -> Int64 {
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

    /// The face of a speaker; nil when the name tells nobody from others.
    private func face(of speaker: Revision.Speaker, in revision: Revision, outlet: String?) throws -> (
        id: Int64, speaker: Int64
    )? {
        guard speaker.kind != .unnamed else { return nil }
        let name = SpeakerName(speaker.name, kind: speaker.kind)
        guard let block = name.block else { return nil }
        let role = SpeakerRole(speaker.role, affiliation: speaker.affiliation)
        var parts = [speaker.kind.rawValue, name.key, speaker.role ?? "", speaker.affiliation ?? ""]
        if name.kind == .person, name.given.isEmpty, !role.isTelling {
            // A surname alone is somebody only where one paper calls somebody so.
            guard role.kind != .none, let outlet else { return nil }
            parts.append(outlet.lowercased())
        }
        let uid = Digest(of: Array(parts.joined(separator: "\n").utf8)).short
        let acronym = Self.acronym(of: name, speaker, in: revision)
        let find = try database.cachedStatement(sql: "SELECT id, speaker_id, acronym FROM face WHERE uid = ?")
        if let row = try Row.fetchOne(find, arguments: [uid]), let known = try row[1] as Int64? {
            let id: Int64 = try row[0]
            guard let acronym, try row[2] as String? == nil else { return (id, known) }
            let note = try database.cachedStatement(sql: "UPDATE face SET acronym = ? WHERE id = ?")
            try note.execute(arguments: [acronym, id])
            try SpeakerBlock(database).settle(block)
            return (id, try Row.fetchOne(find, arguments: [uid])?[1] ?? known)
        }
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO face (uid, block, role_key, name, kind, role, affiliation, acronym)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        try insert.execute(arguments: [
            uid, block, role.key, speaker.name, speaker.kind.rawValue, speaker.role, speaker.affiliation,
            acronym,
        ])
        let id = database.lastInsertedRowID
        try SpeakerBlock(database).settle(block, new: id)
        guard let row = try Row.fetchOne(find, arguments: [uid]), let speaker = try row[1] as Int64? else {
            throw LedgerError(.damaged, "the speaker of face \(id) is not there")
        }
        return (id, speaker)
    }

    /// An organisation's capitals, where the article prints them for it.
    private static func acronym(of name: SpeakerName, _ speaker: Revision.Speaker, in revision: Revision)
        -> String?
    {
        guard name.kind == .organisation, name.last.isEmpty, let initials = name.initials else { return nil }
        let lengths = initials.utf8.count...initials.utf8.count * 2
        let isPrinted = speaker.mentions.prefix(50).contains { mention in
            guard lengths.contains(mention.count), mention.upperBound <= revision.text.count else {
                return false
            }
            let words = String(decoding: revision.text[mention], as: UTF8.self)
            return words.filter(\.isLetter).allSatisfy(\.isUppercase) && SpeakerName.plain(words) == initials
        }
        return isPrinted ? initials : nil
    }
}
