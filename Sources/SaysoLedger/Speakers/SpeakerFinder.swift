package import GRDB

/// Finds speakers by what people call them.
package struct SpeakerFinder {
    private let database: Database

    /// - Parameter database: to look in.
    package init(_ database: Database) {
        self.database = database
    }

    /// All whom a number or a name means: of a number that was given up, the one it stands for now; of a name, those
    /// who have it, else those for whom articles print it, else those whose name it ends.
    package func all(_ text: String) throws -> [Int64] {
        if let id = SpeakerID(text) { return try known(id.number).map { [$0] } ?? [] }
        let key = text.trimmingSpaces.lowercased()
        guard !key.isEmpty else { return [] }
        let named = try Int64.fetchAll(
            database,
            sql: "SELECT id FROM speaker WHERE name_key = ? AND merged_into IS NULL ORDER BY id",
            arguments: [key]
        )
        if !named.isEmpty { return named }
        let printed = try Int64.fetchAll(
            database,
            sql: """
                SELECT DISTINCT speaker_id FROM face WHERE lower(name) = ? AND speaker_id IS NOT NULL ORDER BY speaker_id
                """,
            arguments: [key]
        )
        if !printed.isEmpty { return printed }
        return try Int64.fetchAll(
            database,
            sql: """
                SELECT id FROM speaker WHERE substr(name_key, -length(?1) - 1) = ' ' || ?1 AND merged_into IS NULL
                ORDER BY id
                """,
            arguments: [key]
        )
    }

    /// The one whom a number or a name means.
    ///
    /// - Throws: ``LedgerError`` when there is none, or several, whom the message lists.
    package func one(_ text: String) throws -> Int64 {
        let found = try all(text)
        guard let first = found.first else { throw LedgerError(.notFound, "\(text): no such speaker") }
        guard found.count > 1 else { return first }
        let list = try found.prefix(10).map { id in
            let row = try Row.fetchOne(
                database,
                sql: "SELECT name, role FROM speaker WHERE id = ?",
                arguments: [id]
            )
            let role = try (row?["role"] as String?).map { ", \($0)" } ?? ""
            return try "\(SpeakerID(number: id)) \(row?["name"] as String? ?? "")\(role)"
        }
        let more = found.count > 10 ? "; and \(found.count - 10) more" : ""
        throw LedgerError(
            .invalid,
            "\(text): several speakers have that name; give a number: \(list.joined(separator: "; "))\(more)"
        )
    }

    /// Follows a number that was given up.
    private func known(_ id: Int64) throws -> Int64? {
        var id = id
        for _ in 0..<1000 {
            guard
                let row = try Row.fetchOne(
                    database,
                    sql: "SELECT merged_into FROM speaker WHERE id = ?",
                    arguments: [id]
                )
            else { return nil }
            guard let next = try row[0] as Int64? else { return id }
            id = next
        }
        return nil
    }
}

extension String {
    /// Without white space at both ends.
    fileprivate var trimmingSpaces: String {
        var text = self[...].drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
