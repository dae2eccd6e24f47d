import GRDB

/// Puts what has words in common into groups: the connected components of ``Fingerprint/matches(_:)`` over all pairs
/// that share one of ``Fingerprint/keys`` and of equal fingerprints, whatever the order in which they come.
///
/// A key that more than ``crowd`` different fingerprints have tells nothing and counts as no key. When one becomes that
/// common, the groups that it may have made are made anew without it; so here, too, the order does not matter.
struct CopyGroups {
    /// What is grouped.
    struct Rows {
        /// What the keys are of.
        let keys: CopyKeys.Kind
        /// The table of groups.
        let groups: String
        /// SQL for what a row belongs to, with its group: of one id.
        let owner: String
        /// SQL that sets the group of an owner: of a group and an owner.
        let join: String
        /// SQL that moves all owners of a group to another: of the other, or NULL, and the group.
        let move: String
        /// SQL for the rows of a group.
        let members: String
        /// Reads the fingerprint of a row.
        let fingerprint: (Int64, Database) throws -> Fingerprint?
    }

    /// More different fingerprints than this with one key make it no key.
    static let crowd = 64

    private let rows: Rows
    private var keys: CopyKeys
    private let database: Database
    private let crowd: Int
    private var waiting: [Int64] = []
    private var fingerprints: [Int64: Fingerprint] = [:]

    init(_ rows: Rows, _ database: Database, crowd: Int = crowd) throws {
        (self.rows, self.database, self.crowd) = (rows, database, crowd)
        keys = try CopyKeys(rows.keys, database)
    }

    /// Takes in a new row.
    mutating func add(_ row: Int64, _ fingerprint: Fingerprint) {
        waiting.append(row)
        fingerprints[row] = fingerprint
    }

    /// Puts all new rows into groups; at the end of the transaction.
    mutating func settle() throws {
        try keys.read(waiting.flatMap { fingerprints[$0]!.allKeys })
        for row in waiting {
            let crowded = try join(row, fingerprints[row]!, isNew: true)
            guard !crowded.isEmpty else { continue }
            let touched = Set(crowded.flatMap { keys.owners(of: $0).map(\.row) })
            for group in try Set(touched.compactMap { try owner(of: $0).group }) { try remake(group) }
        }
        waiting = []
        try keys.write()
    }

    /// - Returns: the keys that have become too common.
    private mutating func join(_ row: Int64, _ fingerprint: Fingerprint, isNew: Bool) throws -> [UInt64] {
        let tag = fingerprint.tag
        // Only a part of each key is kept, so others may seem to have this one.
        for owner in keys.owners(of: fingerprint.exact) {
            if owner.row == row { break }
            guard try self.fingerprint(of: owner.row) == fingerprint else { continue }
            try unite(row, owner.row)
            return []
        }
        if isNew { keys.add(fingerprint.exact, of: row, tag: tag) }
        var crowded: [UInt64] = []
        var candidates: [Int64: Int] = [:]
        for key in fingerprint.keys {
            let found = keys.owners(of: key)
            if found.count > crowd { continue }
            if isNew {
                keys.add(key, of: row, tag: tag)
                if found.count == crowd {
                    crowded.append(key)
                    continue
                }
            }
            for other in found where other.row != row {
                let least = Fingerprint.leastKeys(tag, other.tag)
                if let least { candidates[other.row, default: -least] += 1 }
            }
        }
        for candidate in candidates.filter({ $0.value >= 0 }).keys.sorted() {
            guard try self.fingerprint(of: candidate)?.matches(fingerprint) == true else { continue }
            try unite(row, candidate)
        }
        return crowded
    }

    private mutating func remake(_ group: Int64) throws {
        let members = try Int64.fetchAll(
            database.cachedStatement(sql: rows.members),
            arguments: [group]
        )
        try move(from: group, to: nil)
        let known = try members.compactMap { member in
            try fingerprint(of: member).map { (member, $0) }
        }
        try keys.read(known.flatMap(\.1.allKeys))
        for (member, fingerprint) in known { _ = try join(member, fingerprint, isNew: false) }
    }

    private mutating func fingerprint(of row: Int64) throws -> Fingerprint? {
        if let known = fingerprints[row] { return known }
        let fingerprint = try rows.fingerprint(row, database)
        fingerprints[row] = fingerprint
        return fingerprint
    }

    // MARK: Groups

    private func owner(of row: Int64) throws -> (id: Int64, group: Int64?) {
        guard let found = try Row.fetchOne(database.cachedStatement(sql: rows.owner), arguments: [row])
        else { return (row, nil) }
        return try (found[0], found[1])
    }

    private func unite(_ left: Int64, _ right: Int64) throws {
        let (left, right) = (try owner(of: left), try owner(of: right))
        if left.id == right.id { return }
        let join = try database.cachedStatement(sql: rows.join)
        switch (left.group, right.group) {
        case (nil, nil):
            try database.cachedStatement(sql: "INSERT INTO \(rows.groups) DEFAULT VALUES").execute()
            let group = database.lastInsertedRowID
            try join.execute(arguments: [group, left.id])
            try join.execute(arguments: [group, right.id])
        case (let group?, nil): try join.execute(arguments: [group, right.id])
        case (nil, let group?): try join.execute(arguments: [group, left.id])
        case (let first?, let second?):
            if first != second { try move(from: max(first, second), to: min(first, second)) }
        }
    }

    private func move(from group: Int64, to other: Int64?) throws {
        try database.cachedStatement(sql: rows.move).execute(arguments: [other, group])
        try database.cachedStatement(sql: "DELETE FROM \(rows.groups) WHERE id = ?").execute(arguments: [
            group
        ])
    }
}
