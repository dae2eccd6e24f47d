import GRDB
import SaysoStatements

/// Settles which faces of a block are whose, and lets everything follow.
struct SpeakerBlock {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// So many faces of a block are looked through.
    private static let most = 1000
    /// In a block with more faces than this, only new ones are settled, by what the others are.
    private static let mostSettled = 200

    /// Settles a block.
    ///
    /// - Parameters:
    ///   - block: its name.
    ///   - new: a face that has just been put in; nil when something else changed.
    /// - Throws: what the database throws.
    func settle(_ block: String, new: Int64? = nil) throws {
        var faces = try faces(of: block)
        if faces.count > Self.mostSettled, let new {
            for index in faces.indices where faces[index].id != new && faces[index].speaker != nil {
                faces[index].isDecided = true
            }
            if let face = try self.face(new), !faces.contains(where: { $0.id == new }) { faces.append(face) }
        }
        let isSurname = block.hasPrefix("p ") && !block.dropFirst(2).contains(" ")
        if isSurname {
            try settleSurname(block, faces)
            return
        }
        let hasMoved = try assign(SpeakerGrouping(faces), faces, in: block)
        guard block.hasPrefix("p "), let space = block.lastIndex(of: " ") else { return }
        // Articles that print the surname alone may mean somebody of this block.
        let surname = String(block[..<space])
        let role = new.flatMap { id in faces.first { $0.id == id }?.role.key }
        let find = try database.cachedStatement(
            sql: "SELECT 1 FROM face WHERE block = ?1 AND (?2 IS NULL OR role_key = ?2) LIMIT 1"
        )
        if try Int.fetchOne(find, arguments: [surname, hasMoved ? nil : role]) != nil {
            try settleSurname(surname, self.faces(of: surname))
        }
    }

    private func faces(of block: String) throws -> [SpeakerFace] {
        let find = try database.cachedStatement(sql: "SELECT * FROM face WHERE block = ? ORDER BY id LIMIT ?")
        return try Row.fetchAll(find, arguments: [block, Self.most]).compactMap(SpeakerFace.init)
    }

    private func face(_ id: Int64) throws -> SpeakerFace? {
        let find = try database.cachedStatement(sql: "SELECT * FROM face WHERE id = ?")
        return try Row.fetchOne(find, arguments: [id]).flatMap(SpeakerFace.init)
    }

    // MARK: Surnames alone

    /// Lets surnames follow the only full name with the same telling role.
    private func settleSurname(_ block: String, _ faces: [SpeakerFace]) throws {
        let find = try database.cachedStatement(
            sql: """
                SELECT DISTINCT speaker_id FROM face WHERE block > ?1 || ' ' AND block < ?1 || '!' AND role_key = ?2
                    AND speaker_id IS NOT NULL LIMIT 3
                """
        )
        var grouping: [String: [Int]] = [:]
        for index in faces.indices where !faces[index].isDecided {
            // A role that tells little holds for one paper, which is a face of its own.
            let key = faces[index].role.isTelling ? faces[index].role.key : "\n\(faces[index].id)"
            grouping[key, default: []].append(index)
        }
        try clearDoubts(block)
        var taken: Set<Int64> = []
        for key in grouping.keys.sorted(by: { grouping[$0]![0] < grouping[$1]![0] }) {
            let members = grouping[key]!
            let same = key.hasPrefix("\n") ? [] : try Int64.fetchAll(find, arguments: [block, key])
            let decided = Set(
                faces.filter { $0.isDecided && $0.role.key == key }.compactMap(\.speaker)
            )
            let candidates = decided.isEmpty ? Set(same) : decided
            let speaker =
                try candidates.count == 1 ? candidates.first! : claim(members.map { faces[$0] }, block, taken)
            taken.insert(speaker)
            for index in members { try move(faces[index], to: speaker) }
            if members.contains(where: { faces[$0].speaker != speaker }) { try describe(speaker) }
            guard candidates.count > 1 else { continue }
            for other in candidates.sorted() {
                try write(block, other, speaker, "a surname, and several have that role")
            }
        }
    }

    // MARK: Rows

    /// - Returns: whether a face that had a speaker has another one now.
    private func assign(_ grouping: SpeakerGrouping, _ faces: [SpeakerFace], in block: String) throws -> Bool
    {
        var speakers: [Int64?] = grouping.groups.map(\.decided)
        var taken = Set(speakers.compactMap(\.self))
        let order = grouping.groups.indices.sorted {
            grouping.groups[$0].faces.min()! < grouping.groups[$1].faces.min()!
        }
        var hasMoved = false
        for group in order {
            let members = grouping.groups[group].faces.sorted().map { faces[$0] }
            let speaker = try speakers[group] ?? claim(members, block, taken)
            speakers[group] = speaker
            taken.insert(speaker)
            for face in members {
                hasMoved = hasMoved || face.speaker != nil && face.speaker != speaker
                try move(face, to: speaker)
            }
            if members.contains(where: { $0.speaker != speaker }) { try describe(speaker) }
        }
        try clearDoubts(block)
        for doubt in grouping.doubts {
            guard let one = speakers[doubt.one], let other = speakers[doubt.other] else { continue }
            try write(block, one, other, doubt.reason)
        }
        return hasMoved
    }

    /// The speaker whom some faces go on being, or a new one.
    private func claim(_ faces: [SpeakerFace], _ block: String, _ taken: Set<Int64>) throws -> Int64 {
        let find = try database.cachedStatement(
            sql: "SELECT 1 FROM face WHERE speaker_id = ? AND (is_decided OR block <> ?) LIMIT 1"
        )
        for speaker in faces.compactMap(\.speaker) where !taken.contains(speaker) {
            if try Int.fetchOne(find, arguments: [speaker, block]) == nil { return speaker }
        }
        let face = try faces.first.flatMap { try row($0.id) }
        return try SpeakerDirectory.newSpeaker(
            face?["name"] ?? "",
            kind: face?["kind"] ?? Speaker.Kind.person.rawValue,
            role: face?["role"],
            in: database
        )
    }

    private func row(_ face: Int64) throws -> Row? {
        let find = try database.cachedStatement(sql: "SELECT name, kind, role FROM face WHERE id = ?")
        return try Row.fetchOne(find, arguments: [face])
    }

    private func move(_ face: SpeakerFace, to speaker: Int64) throws {
        guard face.speaker != speaker else { return }
        let update = try database.cachedStatement(sql: "UPDATE face SET speaker_id = ? WHERE id = ?")
        try update.execute(arguments: [speaker, face.id])
        guard let old = face.speaker else { return }
        try Attributions(database).follow(face: face.id, to: speaker, from: old)
        try Self.retire(old, into: speaker, database)
    }

    /// Notes who somebody is of whom nothing is left.
    static func retire(_ speaker: Int64, into other: Int64, _ database: Database) throws {
        let update = try database.cachedStatement(
            sql: """
                UPDATE speaker SET merged_into = ?2 WHERE id = ?1 AND id <> ?2
                    AND NOT EXISTS (SELECT 1 FROM face WHERE speaker_id = ?1)
                    AND NOT EXISTS (SELECT 1 FROM article_speaker WHERE speaker_id = ?1)
                    AND NOT EXISTS (SELECT 1 FROM statement_speaker WHERE speaker_id = ?1)
                """
        )
        try update.execute(arguments: [speaker, other])
    }

    /// Gives somebody the fullest name and a telling role of all faces, unless a person named them.
    func describe(_ speaker: Int64) throws {
        let find = try database.cachedStatement(
            sql: "SELECT name, kind, role, affiliation FROM face WHERE speaker_id = ? LIMIT 1000"
        )
        let rows = try Row.fetchAll(find, arguments: [speaker])
        let names = try rows.compactMap { row in
            try Speaker.Kind(rawValue: row["kind"]).map { try SpeakerName(row["name"], kind: $0) }
        }
        guard !rows.isEmpty, names.count == rows.count else { return }
        let best = try rows.indices.max {
            try (names[$0].fullness, rows[$1]["name"] as String) < (
                names[$1].fullness, rows[$0]["name"] as String
            )
        }!
        let role = try rows.compactMap { row -> (Int, String)? in
            guard let role = try row["role"] as String? else { return nil }
            return try (SpeakerRole(role, affiliation: row["affiliation"]).words.count, role)
        }.max { ($0.0, $1.1) < ($1.0, $0.1) }?.1
        let name: String = try rows[best]["name"]
        let update = try database.cachedStatement(
            sql: """
                UPDATE speaker SET role = ?2, merged_into = NULL, name = CASE WHEN is_renamed THEN name ELSE ?3 END,
                    name_key = CASE WHEN is_renamed THEN name_key ELSE ?4 END WHERE id = ?1
                """
        )
        try update.execute(arguments: [speaker, role, name, SpeakerFinder.key(name)])
    }

    private func clearDoubts(_ block: String) throws {
        let clear = try database.cachedStatement(sql: "DELETE FROM doubt WHERE block = ?")
        try clear.execute(arguments: [block])
    }

    private func write(_ block: String, _ one: Int64, _ other: Int64, _ reason: String) throws {
        guard one != other else { return }
        let insert = try database.cachedStatement(
            sql: "INSERT OR IGNORE INTO doubt (block, one_id, other_id, reason) VALUES (?, ?, ?, ?)"
        )
        try insert.execute(arguments: [block, min(one, other), max(one, other), reason])
    }
}
