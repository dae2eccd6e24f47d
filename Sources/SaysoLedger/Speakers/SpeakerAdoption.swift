import GRDB

/// Takes over what people decided about speakers in another ledger, where nobody decided otherwise in this one.
struct SpeakerAdoption {
    /// What became of a decision.
    enum Outcome {
        /// It holds here already, was undone here, or nothing of it is here.
        case nothing
        case adopted
        /// Somebody decided otherwise here, which stays.
        case refused(String)
    }

    /// Where a part of a speaker is in this ledger.
    private struct Place {
        let part: DecidedSpeaker.Part
        let row: Int64
        let speaker: Int64
        /// Whether a person of this ledger said whose it is.
        let isHeld: Bool
    }

    private let database: Database
    private let editor: SpeakerEditor
    private let all: [DecidedSpeaker]
    /// Speakers of whom somebody decided something here, those taken over among them.
    private var decided: Set<Int64>
    /// What was taken over, and undone.
    private let undone: Set<String>

    /// - Parameters:
    ///   - all: the speakers that are decided in the other ledger.
    ///   - editor: writes to this one.
    /// - Throws: what the database throws.
    init(_ all: [DecidedSpeaker], _ editor: SpeakerEditor) throws {
        (self.all, self.editor, database) = (all, editor, editor.database)
        decided = Set(try DecidedSpeaker.all(editor.database).map(\.id))
        undone = Set(
            try String.fetchAll(
                editor.database,
                sql: """
                    SELECT json_extract(details, '$.from') FROM decision
                    WHERE undone IS NOT NULL AND action = 'adopt'
                    """
            )
        )
    }

    /// Takes over what was decided of one speaker.
    mutating func adopt(_ other: DecidedSpeaker) throws -> Outcome {
        guard !undone.contains(other.digest) else { return .nothing }
        let places = try other.parts.keys.compactMap(place)
        let held = places.filter(\.isHeld)
        let free = places.filter { !$0.isHeld }
        let holders = Set(held.map(\.speaker))
        guard holders.count < 2 else {
            return refused(other, "here that is \(names(holders))")
        }
        var target = holders.first
        if let target {
            let outside = try DecidedSpeaker(target, database).settled.subtracting(other.settled)
            if all.contains(where: { $0.id != other.id && !$0.settled.isDisjoint(with: outside) }) {
                return refused(other, "here one with others: \(names([target]))")
            }
            // Whose an article's speaker is was decided in both: that makes two people no one.
            if !held.contains(where: \.part.isFace), free.contains(where: \.part.isFace) {
                return refused(other, "here a part of it is \(names([target]))")
            }
        } else {
            // Whoever has a name goes before somebody of one article.
            let faces = free.filter(\.part.isFace)
            let rows = free.filter { if case .row = $0.part { true } else { false } }
            target = (faces.isEmpty ? rows : faces).map(\.speaker).filter { !decided.contains($0) }.min()
        }
        guard !places.isEmpty else { return .nothing }
        let old = try target.map { try DecidedSpeaker($0, database) }
        var kept: [String] = []
        if let old, old.isRenamed, other.isRenamed, old.name != other.name {
            kept.append("here called \(old.name)")
        }
        if let link = old?.link, let theirs = other.link, link != theirs {
            kept.append("here linked to \(link)")
        }
        let name = other.isRenamed && old?.isRenamed != true ? other.name : nil
        let link = old?.link == nil ? other.link : nil
        if !free.isEmpty || name != nil || link != nil {
            let decision = try editor.adopt(
                faces: free.compactMap { if case .face = $0.part { $0.row } else { nil } },
                rows: free.compactMap { place in
                    if case .row = place.part { (place.row, other.parts[place.part]!) } else { nil }
                },
                statements: free.compactMap { place in
                    if case .statement(_, _, let number) = place.part { (place.row, number) } else { nil }
                },
                from: Set(free.map(\.speaker)).sorted(),
                to: target,
                name: name,
                link: link,
                digest: other.digest
            )
            decided.insert(decision.speakers[0].number)
        }
        if !kept.isEmpty { return refused(other, kept.joined(separator: ", ")) }
        return free.isEmpty && name == nil && link == nil ? .nothing : .adopted
    }

    private func refused(_ other: DecidedSpeaker, _ why: String) -> Outcome {
        .refused("\(SpeakerID(number: other.id)) (\(other.name)): decided otherwise, and left: \(why)")
    }

    private func names(_ speakers: Set<Int64>) -> String {
        speakers.sorted().map { "\(SpeakerID(number: $0)) (\((try? editor.name($0)) ?? ""))" }
            .joined(separator: " and ")
    }

    /// Where a part is; nil where this ledger does not have it.
    private func place(_ part: DecidedSpeaker.Part) throws -> Place? {
        switch part {
        case .face(let uid):
            let find = "SELECT id, speaker_id, is_decided FROM face WHERE uid = ? AND speaker_id IS NOT NULL"
            return try Row.fetchOne(database, sql: find, arguments: [uid]).map {
                try Place(part: part, row: $0[0], speaker: $0[1], isHeld: $0[2])
            }
        case .row(let revision, let number, let name):
            return try Row.fetchOne(
                database,
                sql: """
                    SELECT article_speaker.id, speaker_id, is_pinned, face_id IS NULL FROM article_speaker
                    JOIN revision ON revision.id = revision_id
                    WHERE uid = ? AND article_speaker.number = ? AND name = ?
                    """,
                arguments: [revision, number, name]
            ).map { row in
                let isOwn = try row[3] && decided.contains(row[1])
                return try Place(part: part, row: row[0], speaker: row[1], isHeld: row[2] || isOwn)
            }
        case .statement(let revision, let content, let number):
            return try Row.fetchOne(
                database,
                sql: """
                    SELECT statement.id, coalesce(given.speaker_id, article_speaker.speaker_id),
                        given.speaker_id IS NOT NULL
                    FROM revision JOIN statement ON statement.revision_id = revision.id
                    JOIN article_speaker ON article_speaker.revision_id = revision.id AND article_speaker.number = ?3
                    LEFT JOIN statement_speaker AS given ON statement_id = statement.id AND given.number = ?3
                    WHERE uid = ?1 AND content = ?2
                    """,
                arguments: [revision, content, number]
            ).map { try Place(part: part, row: $0[0], speaker: $0[1], isHeld: $0[2]) }
        }
    }
}

extension SpeakerEditor {
    /// Makes parts of speakers somebody's, as a person decided elsewhere.
    ///
    /// - Parameters:
    ///   - faces: rows of faces.
    ///   - rows: speakers of articles, each with whether it is pinned.
    ///   - statements: statements with the speaker's number there.
    ///   - old: whose they were.
    ///   - target: whose they are; nil for somebody new.
    ///   - name: what to call the speaker; nil for no change.
    ///   - link: who it is in the world; nil for no change.
    ///   - digest: tells the decision from others.
    /// - Returns: the decision, which has the speaker first.
    /// - Throws: what the database throws.
    fileprivate func adopt(
        faces: [Int64],
        rows: [(id: Int64, isPinned: Bool)],
        statements: [(id: Int64, number: Int)],
        from old: [Int64],
        to target: Int64?,
        name: String?,
        link: String?,
        digest: String
    ) throws -> SpeakerDecision {
        let affected = ([target].compactMap(\.self) + old.filter { $0 != target })
        var state = try SpeakerState(of: affected, database)
        let speaker: Int64
        if let target {
            speaker = target
        } else {
            let like = try DecidedSpeaker(old[0], database)
            let kind = "SELECT kind FROM speaker WHERE id = ?"
            speaker = try SpeakerDirectory.newSpeaker(
                like.name,
                kind: try String.fetchOne(database, sql: kind, arguments: [old[0]]) ?? "person",
                role: nil,
                in: database
            )
            state.made = speaker
        }
        let givers = try old.filter { $0 != speaker }.map(named).joined(separator: ", ")
        let words = try [
            named(speaker) + (givers.isEmpty ? "" : " with what was decided of \(givers)"),
            name.map { "called \($0)" }, link.map { "linked to \($0)" }, "as another ledger has it",
        ].compactMap(\.self).joined(separator: ", ")
        let revisions = try revisions(of: affected)
        for face in faces {
            try database.execute(
                sql: "UPDATE face SET speaker_id = ?, is_decided = 1 WHERE id = ?",
                arguments: [speaker, face]
            )
            try database.execute(
                sql: "UPDATE article_speaker SET speaker_id = ? WHERE face_id = ? AND NOT is_pinned",
                arguments: [speaker, face]
            )
        }
        let noted = Set(state.rows.map(\.id))
        for row in rows {
            if !noted.contains(row.id) {
                let find = "SELECT speaker_id FROM article_speaker WHERE id = ?"
                let before = try Int64.fetchOne(database, sql: find, arguments: [row.id]) ?? speaker
                state.rows.append(SpeakerState.Place(id: row.id, speaker: before, isFixed: false))
            }
            try database.execute(
                sql: "UPDATE article_speaker SET speaker_id = ?, is_pinned = ? WHERE id = ?",
                arguments: [speaker, row.isPinned, row.id]
            )
        }
        for statement in statements {
            try database.execute(
                sql: "INSERT INTO statement_speaker (statement_id, number, speaker_id) VALUES (?, ?, ?)",
                arguments: [statement.id, statement.number, speaker]
            )
        }
        state.given = statements.map {
            SpeakerState.Place(id: $0.id, number: $0.number, speaker: speaker, isFixed: true)
        }
        if let name {
            try database.execute(
                sql: "UPDATE speaker SET name = ?, name_key = ?, is_renamed = 1 WHERE id = ?",
                arguments: [name, SpeakerFinder.key(name), speaker]
            )
        }
        if let link {
            try database.execute(
                sql: "UPDATE speaker SET link = ? WHERE id = ?",
                arguments: [link, speaker]
            )
        }
        let everybody = affected.contains(speaker) ? affected : [speaker] + affected
        try refresh(revisions, without: Set(everybody))
        try settle(everybody)
        for former in affected where former != speaker {
            try SpeakerBlock.retire(former, into: speaker, database)
        }
        return try note(.adopt, everybody, words, state, from: digest)
    }
}
