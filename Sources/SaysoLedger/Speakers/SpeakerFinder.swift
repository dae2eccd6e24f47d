import GRDB
import SaysoStatements

/// Finds speakers by what people call them.
struct SpeakerFinder {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// The words of a name by which it is looked up: small, without accents, with a space between two.
    static func key(_ name: String) -> String {
        name.split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "\u{2019}") }
            .map(SpeakerName.plain).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// All whom a number or a name means: of a number that was given up, the one it stands for now; of a name, those
    /// who have it, else those for whom articles print it or whose name has its words.
    func all(_ text: String) throws -> [Int64] {
        if let id = SpeakerID(text) { return try heir(of: id.number).map { [$0] } ?? [] }
        let key = Self.key(text)
        guard !key.isEmpty else { return [] }
        let named = try Int64.fetchAll(
            database,
            sql: "SELECT id FROM speaker WHERE name_key = ? AND merged_into IS NULL ORDER BY id",
            arguments: [key]
        )
        if !named.isEmpty { return named }
        let words = key.split(separator: " ")
        let alike = try Int64.fetchAll(
            database,
            sql: "SELECT id FROM speaker WHERE merged_into IS NULL"
                + String(repeating: " AND ' ' || name_key || ' ' LIKE ?", count: words.count),
            arguments: StatementArguments(words.map { "% \($0) %" })
        )
        return Set(alike + (try printed(text))).sorted()
    }

    /// The one whom a number or a name means.
    ///
    /// - Throws: ``LedgerError`` when there is none, or several, whom the message lists.
    func one(_ text: String) throws -> Int64 {
        let found = try some(text)
        guard found.count > 1 else { return found[0] }
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT id, name, role, (
                    SELECT count(*) FROM attribution JOIN statement ON statement.id = statement_id
                    WHERE speaker_id = speaker.id AND is_current
                ) AS number FROM speaker WHERE id IN (\(found.map(String.init).joined(separator: ", ")))
                ORDER BY number DESC, id LIMIT 12
                """
        )
        var names = try rows.map { row in
            let name = try [row["name"] as String, row["role"] as String?].compactMap(\.self)
            return try
                "\(SpeakerID(number: row["id"])) \(name.joined(separator: ", ")) (\(row["number"] as Int))"
        }
        if found.count > names.count { names.append("and \(found.count - names.count) more") }
        throw LedgerError(
            .invalid,
            "\(text): several speakers may be meant; name one by its id (statements in brackets): "
                + names.joined(separator: "; ")
        )
    }

    /// All whom a number or a name means.
    ///
    /// - Throws: ``LedgerError`` when there is none.
    func some(_ text: String) throws -> [Int64] {
        let found = try all(text)
        if found.isEmpty {
            throw LedgerError(.notFound, "\(text): there is no such speaker in the ledger")
        }
        return found
    }

    /// Those for whom articles print a name, which may be another form of the one they are known by.
    private func printed(_ text: String) throws -> [Int64] {
        let find = try database.cachedStatement(
            sql: "SELECT name, speaker_id FROM face WHERE block = ? AND kind = ? AND speaker_id IS NOT NULL"
        )
        return try [Speaker.Kind.person, .organisation, .group, .document].flatMap { kind -> [Int64] in
            let wanted = SpeakerName(text, kind: kind)
            guard let block = wanted.block else { return [] }
            return try Row.fetchAll(find, arguments: [block, kind.rawValue]).filter {
                try SpeakerName($0[0], kind: kind).key == wanted.key
            }.map { try $0[1] }
        }
    }

    /// Who a number stands for, which may have been given up.
    private func heir(of id: Int64) throws -> Int64? {
        try Int64.fetchOne(
            database,
            sql: """
                WITH RECURSIVE heirs (id, heir) AS (
                    SELECT id, merged_into FROM speaker WHERE id = ?
                    UNION SELECT speaker.id, merged_into FROM heirs JOIN speaker ON speaker.id = heirs.heir
                )
                SELECT id FROM heirs WHERE heir IS NULL
                """,
            arguments: [id]
        )
    }
}
