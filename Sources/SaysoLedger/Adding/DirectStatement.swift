import GRDB
import GRDBSQLite

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A statement that is run for each of many rows: its values are bound as they are, without what GRDB does for
/// statements that are run once.
struct DirectStatement {
    private let statement: GRDB.Statement
    private let sql: String

    /// - Parameters:
    ///   - database: inside a transaction.
    ///   - sql: one statement.
    /// - Throws: when SQLite does not understand it.
    init(_ database: Database, _ sql: String) throws {
        self.sql = sql
        statement = try database.cachedStatement(sql: sql)
    }

    /// Runs it.
    ///
    /// - Parameters:
    ///   - values: of the parameters 1 and on.
    ///   - rest: those of the parameters after them.
    /// - Throws: the database's errors.
    func run(_ values: DatabaseValue..., then rest: [DatabaseValue] = []) throws {
        bind(values, from: 1)
        bind(rest, from: Int32(values.count) + 1)
        try finish { false }
    }

    /// Runs it, and reads each row.
    ///
    /// - Parameters:
    ///   - values: of the parameters 1 and on.
    ///   - read: is given SQLite's statement for each row.
    /// - Throws: the database's errors.
    func rows(_ values: DatabaseValue..., read: (OpaquePointer) -> Void) throws {
        bind(values, from: 1)
        try finish {
            read(statement.sqliteStatement)
            return true
        }
    }

    /// Runs it, and reads the first row; nil when there is none.
    ///
    /// - Throws: the database's errors.
    func first<Value>(_ values: DatabaseValue..., read: (OpaquePointer) -> Value) throws -> Value? {
        bind(values, from: 1)
        var value: Value?
        try finish {
            value = read(statement.sqliteStatement)
            return false
        }
        return value
    }

    private func finish(_ goesOn: () -> Bool) throws {
        let handle = statement.sqliteStatement
        var code = sqlite3_step(handle)
        while code == SQLITE_ROW, goesOn() { code = sqlite3_step(handle) }
        guard code == SQLITE_DONE || code == SQLITE_ROW else {
            let message = sqlite3_errmsg(sqlite3_db_handle(handle)).map { String(cString: $0) }
            sqlite3_reset(handle)
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: sql)
        }
        sqlite3_reset(handle)
    }

    private func bind(_ values: [DatabaseValue], from first: Int32) {
        // SQLite makes copies of its own.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        let handle = statement.sqliteStatement
        // Whoever else runs a statement with the same words runs this very one, and may have left it at its end, where
        // nothing can be bound.
        if first == 1 { sqlite3_reset(handle) }
        for (index, value) in zip(first..., values) {
            switch value.storage {
            case .null: sqlite3_bind_null(handle, index)
            case .int64(let number): sqlite3_bind_int64(handle, index, number)
            case .double(let number): sqlite3_bind_double(handle, index, number)
            case .string(var text):
                text.withUTF8 { bytes in
                    bytes.withMemoryRebound(to: CChar.self) {
                        _ = sqlite3_bind_text(handle, index, $0.baseAddress, Int32($0.count), transient)
                    }
                }
            case .blob(let data):
                data.withUnsafeBytes {
                    // No address would be NULL.
                    _ =
                        $0.isEmpty
                        ? sqlite3_bind_zeroblob(handle, index, 0)
                        : sqlite3_bind_blob(handle, index, $0.baseAddress, Int32($0.count), transient)
                }
            }
        }
    }
}
