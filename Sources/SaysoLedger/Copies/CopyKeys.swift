import GRDB

/// The hashes by which one kind of rows is found: a large table, and a small one for what is new.
struct CopyKeys {
    private let find: GRDB.Statement
    private let insert: GRDB.Statement
    private let database: Database
    private let table: String

    /// How many new hashes wait before they go over to the large table.
    private static let most = 100_000

    /// Takes `statement_key` or `revision_key`.
    init(_ table: String, _ database: Database) throws {
        (self.table, self.database) = (table, database)
        find = try database.cachedStatement(
            sql: """
                SELECT id, tag FROM \(table)_new WHERE hash = ?1 UNION ALL
                SELECT id, tag FROM \(table) WHERE hash = ?1 LIMIT ?2
                """
        )
        insert = try database.cachedStatement(
            sql: "INSERT INTO \(table)_new (hash, id, tag) VALUES (?, ?, ?)"
        )
    }

    /// The rows that have a hash, each with its tag.
    func rows(with hash: UInt64, limit: Int) throws -> [(id: Int64, tag: Int64)] {
        var rows: [(id: Int64, tag: Int64)] = []
        let cursor = try Row.fetchCursor(find, arguments: [Int64(bitPattern: hash), limit])
        while let row = try cursor.next() { try rows.append((row[0], row[1])) }
        return rows
    }

    /// Notes that a row has a hash.
    func add(_ hash: UInt64, of row: Int64, tag: Int64) throws {
        try insert.execute(arguments: [Int64(bitPattern: hash), row, tag])
    }

    /// Moves new hashes to the large table when there are many.
    func settle() throws {
        let count = try database.cachedStatement(sql: "SELECT count(*) FROM \(table)_new")
        guard try Int.fetchOne(count) ?? 0 > Self.most else { return }
        try database.execute(
            sql: "INSERT INTO \(table) SELECT * FROM \(table)_new ORDER BY hash, id; DELETE FROM \(table)_new"
        )
    }
}
