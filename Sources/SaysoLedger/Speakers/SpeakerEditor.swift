import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Does inside one transaction what a person decided about speakers, and notes it.
struct SpeakerEditor {
    let database: Database
    let author: String
    let now: String

    // MARK: Log

    /// - Parameters:
    ///   - action: what was done.
    ///   - speakers: to whom, the one who stays first.
    ///   - words: what exactly.
    ///   - state: how they were before.
    ///   - digest: tells what was taken over from another ledger.
    /// - Returns: the decision.
    /// - Throws: what the database throws.
    func note(
        _ action: SpeakerDecision.Action,
        _ speakers: [Int64],
        _ words: String,
        _ state: SpeakerState,
        from digest: String? = nil
    ) throws -> SpeakerDecision {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try database.execute(
            sql: """
                INSERT INTO decision (action, speakers, made, made_by, details, state) VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                action.rawValue, speakers.map(String.init).joined(separator: ","), now, author,
                String(
                    decoding: try encoder.encode(
                        ["words": words].merging(digest.map { ["from": $0] } ?? [:]) { $1 }
                    ),
                    as: UTF8.self
                ),
                String(decoding: try encoder.encode(state), as: UTF8.self),
            ]
        )
        return try decision(database.lastInsertedRowID)
    }

    func decision(_ number: Int64) throws -> SpeakerDecision {
        guard
            let row = try Row.fetchOne(
                database,
                sql: "SELECT * FROM decision WHERE id = ?",
                arguments: [number]
            )
        else { throw LedgerError(.notFound, "there is no decision \(number)") }
        return try SpeakerDecision(row: row)
    }

    func name(_ speaker: Int64) throws -> String {
        try String.fetchOne(database, sql: "SELECT name FROM speaker WHERE id = ?", arguments: [speaker])
            ?? ""
    }

    func named(_ speaker: Int64) throws -> String { "p\(speaker) (\(try name(speaker)))" }

    // MARK: Decisions

    func merge(_ speakers: [Int64]) throws -> SpeakerDecision {
        let state = try SpeakerState(of: speakers, database)
        let stays = speakers[0]
        let words = try speakers.dropFirst().map(named).joined(separator: ", ") + " into " + named(stays)
        for other in speakers.dropFirst() {
            let revisions = try revisions(of: [other])
            for table in ["face", "article_speaker", "statement_speaker"] {
                try database.execute(
                    sql: "UPDATE \(table) SET speaker_id = ? WHERE speaker_id = ?",
                    arguments: [stays, other]
                )
            }
            try refresh(revisions, without: [other])
            try database.execute(
                sql: """
                    UPDATE speaker SET link = coalesce(link, (SELECT link FROM speaker WHERE id = ?2)) WHERE id = ?1
                    """,
                arguments: [stays, other]
            )
            try SpeakerBlock.retire(other, into: stays, database)
        }
        try decide(stays)
        try settle(speakers)
        return try note(.merge, speakers, words, state)
    }

    /// - Parameters:
    ///   - speaker: whose they are.
    ///   - rows: speakers of articles who become somebody else.
    ///   - faces: faces that do.
    ///   - statements: statements that do, with the speaker's number there.
    ///   - name: what to call the new one; nil for the same name.
    ///   - words: what is split off.
    /// - Returns: the decision, which has the new speaker last.
    /// - Throws: ``LedgerError`` when nothing would be left.
    func split(
        _ speaker: Int64,
        rows: [Int64] = [],
        faces: [Int64] = [],
        statements: [(id: Int64, number: Int)] = [],
        name: String?,
        words: String
    ) throws -> SpeakerDecision {
        guard !rows.isEmpty || !faces.isEmpty || !statements.isEmpty else {
            throw LedgerError(.invalid, "\(SpeakerID(number: speaker)): nothing to split off")
        }
        var state = try SpeakerState(of: [speaker], database)
        let old = try Row.fetchOne(database, sql: "SELECT * FROM speaker WHERE id = ?", arguments: [speaker])!
        let new = try SpeakerDirectory.newSpeaker(
            name ?? old["name"],
            kind: old["kind"],
            role: try faces.first.flatMap {
                try String.fetchOne(database, sql: "SELECT role FROM face WHERE id = ?", arguments: [$0])
            },
            in: database
        )
        if name != nil {
            try database.execute(sql: "UPDATE speaker SET is_renamed = 1 WHERE id = ?", arguments: [new])
        }
        state.made = new
        let revisions = try revisions(of: [speaker])
        try decide(speaker)
        for face in faces {
            try database.execute(sql: "UPDATE face SET speaker_id = ? WHERE id = ?", arguments: [new, face])
            try database.execute(
                sql: "UPDATE article_speaker SET speaker_id = ? WHERE face_id = ? AND NOT is_pinned",
                arguments: [new, face]
            )
        }
        let noted = Set(state.rows.map(\.id))
        for row in rows {
            if !noted.contains(row) {
                state.rows.append(SpeakerState.Place(id: row, speaker: speaker, isFixed: false))
            }
            try database.execute(
                sql: "UPDATE article_speaker SET speaker_id = ?, is_pinned = 1 WHERE id = ?",
                arguments: [new, row]
            )
        }
        for statement in statements {
            try database.execute(
                sql:
                    "INSERT OR REPLACE INTO statement_speaker (statement_id, number, speaker_id) VALUES (?, ?, ?)",
                arguments: [statement.id, statement.number, new]
            )
        }
        try refresh(revisions, without: [speaker])
        let left = try Int.fetchOne(
            database,
            sql: "SELECT 1 FROM attribution WHERE speaker_id = ? LIMIT 1",
            arguments: [speaker]
        )
        guard left != nil else {
            throw LedgerError(
                .invalid,
                "\(SpeakerID(number: speaker)): all its statements cannot be split off"
            )
        }
        try settle([speaker, new])
        return try note(.split, [speaker, new], "\(words) from \(try named(speaker)) to p\(new)", state)
    }

    /// Notes that two who may be one are two: none of their faces follows another's any more.
    func keepApart(_ one: Int64, _ other: Int64) throws -> SpeakerDecision {
        let state = try SpeakerState(of: [one, other], database)
        for speaker in [one, other] { try decide(speaker) }
        try settle([one, other])
        return try note(.apart, [one, other], "\(try named(one)) and \(try named(other))", state)
    }

    func rename(_ speaker: Int64, to name: String) throws -> SpeakerDecision {
        let state = try SpeakerState(of: [speaker], database)
        let words = try "\(named(speaker)) to \(name)"
        try database.execute(
            sql: "UPDATE speaker SET name = ?, name_key = ?, is_renamed = 1 WHERE id = ?",
            arguments: [name, SpeakerFinder.key(name), speaker]
        )
        try decide(speaker)
        try settle([speaker])
        return try note(.rename, [speaker], words, state)
    }

    func link(_ speaker: Int64, to address: String?) throws -> SpeakerDecision {
        let state = try SpeakerState(of: [speaker], database)
        try database.execute(sql: "UPDATE speaker SET link = ? WHERE id = ?", arguments: [address, speaker])
        try decide(speaker)
        try settle([speaker])
        return try note(.link, [speaker], "\(try named(speaker)) to \(address ?? "nothing")", state)
    }

    // MARK: Undoing

    func undo(_ decision: SpeakerDecision) throws {
        let text = try String.fetchOne(
            database,
            sql: "SELECT state FROM decision WHERE id = ?",
            arguments: [decision.number]
        )
        guard let state = try? JSONDecoder().decode(SpeakerState.self, from: Data((text ?? "").utf8)) else {
            throw LedgerError(.damaged, "what decision \(decision.number) changed cannot be read")
        }
        var speakers = decision.speakers.map(\.number)
        if let made = state.made, !speakers.contains(made) { speakers.append(made) }
        let revisions = try revisions(of: speakers)
        let list = speakers.map(String.init).joined(separator: ", ")
        for person in state.people {
            try database.execute(
                sql: """
                    UPDATE speaker SET name = ?, name_key = ?, link = ?, is_renamed = ?, merged_into = ? WHERE id = ?
                    """,
                arguments: [
                    person.name, SpeakerFinder.key(person.name), person.link, person.isRenamed,
                    person.mergedInto,
                    person.id,
                ]
            )
        }
        for face in state.faces {
            try database.execute(
                sql: "UPDATE face SET speaker_id = ?, is_decided = ? WHERE id = ?",
                arguments: [face.speaker, face.isFixed, face.id]
            )
            try database.execute(
                sql: "UPDATE article_speaker SET speaker_id = ? WHERE face_id = ? AND NOT is_pinned",
                arguments: [face.speaker, face.id]
            )
        }
        for row in state.rows {
            try database.execute(
                sql: "UPDATE article_speaker SET speaker_id = ?, is_pinned = ? WHERE id = ?",
                arguments: [row.speaker, row.isFixed, row.id]
            )
            // Later revisions of its article took over what was decided.
            try database.execute(
                sql: """
                    UPDATE article_speaker SET speaker_id = ?1, is_pinned = ?2
                    WHERE id > ?3 AND (face_id IS NULL OR is_pinned) AND speaker_id IN (\(list))
                        AND (name, kind) = (SELECT name, kind FROM article_speaker WHERE id = ?3)
                        AND revision_id IN (SELECT later.id FROM article_speaker AS old
                            JOIN revision ON revision.id = old.revision_id
                            JOIN revision AS later ON later.article_id = revision.article_id
                                AND later.number > revision.number WHERE old.id = ?3)
                    """,
                arguments: [row.speaker, row.isFixed, row.id]
            )
        }
        if let made = state.made, let first = state.people.first?.id {
            // What later revisions took over.
            try database.execute(sql: "DELETE FROM statement_speaker WHERE speaker_id = ?", arguments: [made])
            try database.execute(
                sql: """
                    UPDATE article_speaker SET is_pinned = 0,
                        speaker_id = coalesce((SELECT speaker_id FROM face WHERE face.id = face_id), ?2)
                    WHERE speaker_id = ?1
                    """,
                arguments: [made, first]
            )
        }
        for statement in state.given ?? [] {
            try database.execute(
                sql: "DELETE FROM statement_speaker WHERE statement_id = ? AND number = ?",
                arguments: [statement.id, statement.number]
            )
        }
        for statement in state.statements {
            try database.execute(
                sql:
                    "INSERT OR REPLACE INTO statement_speaker (statement_id, number, speaker_id) VALUES (?, ?, ?)",
                arguments: [statement.id, statement.number, statement.speaker]
            )
        }
        try refresh(revisions, without: Set(speakers))
        try settle(speakers)
        if let made = state.made, let first = state.people.first?.id {
            try SpeakerBlock.retire(made, into: first, database)
        }
        try database.execute(
            sql: "UPDATE decision SET undone = ?, undone_by = ? WHERE id = ?",
            arguments: [now, author, decision.number]
        )
    }

    // MARK: Parts

    /// From now on nothing but a person changes whose the faces of somebody are.
    private func decide(_ speaker: Int64) throws {
        try database.execute(sql: "UPDATE face SET is_decided = 1 WHERE speaker_id = ?", arguments: [speaker])
    }

    func settle(_ speakers: [Int64]) throws {
        let marks = Array(repeating: "?", count: speakers.count).joined(separator: ", ")
        let blocks = try String.fetchAll(
            database,
            sql: "SELECT DISTINCT block FROM face WHERE speaker_id IN (\(marks)) ORDER BY block",
            arguments: StatementArguments(speakers)
        )
        for block in blocks { try SpeakerBlock(database).settle(block) }
        for speaker in speakers { try SpeakerBlock(database).describe(speaker) }
    }

    func revisions(of speakers: [Int64]) throws -> [Int64] {
        var revisions: Set<Int64> = []
        for speaker in speakers {
            revisions.formUnion(
                try Int64.fetchAll(
                    database,
                    sql: """
                        SELECT revision_id FROM article_speaker WHERE speaker_id = ?1
                        UNION SELECT revision_id FROM statement_speaker
                        JOIN statement ON statement.id = statement_id WHERE speaker_id = ?1
                        """,
                    arguments: [speaker]
                )
            )
        }
        return revisions.sorted()
    }

    func refresh(_ revisions: [Int64], without old: Set<Int64>) throws {
        for revision in revisions { try Attributions(database).refresh(revision, without: old) }
    }
}
