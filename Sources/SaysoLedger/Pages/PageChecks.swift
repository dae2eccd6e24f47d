import CSaysoPages
import GRDB

/// The checks that each page of a ledger's file ends in, so that no broken bit goes unnoticed.
enum PageChecks {
    /// Pages that are looked at between two looks at whether the task was cancelled.
    private static let block: Int64 = 4096

    /// Has databases that are opened from now on go through the checks.
    static func register() throws {
        let code = sayso_pages_register()
        guard code == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }

    /// Makes an empty database a ledger whose pages have checks. (The first page must say so before any other is
    /// written.)
    static func begin(_ database: Database) throws {
        guard try Int.fetchOne(database, sql: "PRAGMA page_count") == 0,
            let connection = database.sqliteConnection
        else { return }
        sayso_pages_reserve(connection)
        try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
    }

    /// Whether a ledger's pages have checks.
    static func are(in database: Database) -> Bool {
        database.sqliteConnection.map { sayso_pages_are_checked($0) == 1 } ?? false
    }

    /// Which damaged pages are read nevertheless.
    enum Trust: Int32 {
        case none, inner, all
    }

    /// Has one connection read some pages that do not fit to their checks, too.
    ///
    /// - Returns: false where there are no checks.
    @discardableResult
    static func trust(_ trust: Trust, in database: Database) -> Bool {
        database.sqliteConnection.map { sayso_pages_trust($0, trust.rawValue) == 1 } ?? false
    }

    /// The pages of the ledger's file that do not fit to their checks, counted from 1.
    ///
    /// - Parameters:
    ///   - database: the ledger.
    ///   - progress: is told what share is done.
    /// - Returns: their numbers, in order.
    /// - Throws: an error when the file cannot be read at all.
    static func damaged(in database: Database, progress: (Double) -> Void) throws -> [Int] {
        guard let connection = database.sqliteConnection else { return [] }
        let count = sayso_pages_count(connection)
        guard count >= 0 else { throw DatabaseError(resultCode: .SQLITE_IOERR) }
        var damaged: [Int64] = []
        var first: Int64 = 1
        var room = [Int64](repeating: 0, count: Int(block))
        while first <= count {
            try Task.checkCancellation()
            let length = min(block, count - first + 1)
            let found = sayso_pages_find_damaged(connection, first, length, &room, block)
            guard found >= 0 else { throw DatabaseError(resultCode: .SQLITE_IOERR) }
            damaged += room[..<Int(found)]
            first += length
            progress(Double(first - 1) / Double(count))
        }
        if damaged.isEmpty { return [] }
        let blank = blankPages(connection, count: count)
        return damaged.filter { !blank.contains($0) }.map(Int.init)
    }

    /// Pages that hold nothing and were never written: the leaves of the list of free pages that are all zeros
    /// (https://sqlite.org/fileformat2.html#the_freelist).
    private static func blankPages(_ connection: OpaquePointer, count: Int64) -> Set<Int64> {
        func bytes(_ page: Int64, _ length: Int) -> [UInt8] {
            var bytes = [UInt8](repeating: 0, count: length)
            return sayso_pages_read(connection, page, &bytes, Int32(length)) == 0 ? bytes : []
        }
        func number(_ bytes: [UInt8], at offset: Int) -> Int64 {
            offset + 4 <= bytes.count ? bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int64($1) } : 0
        }
        let header = bytes(1, 100)
        let size = header.isEmpty ? 0 : Int(header[16]) << 8 | Int(header[17])
        guard size >= 512 else { return [] }
        var trunk = number(header, at: 32)
        var seen: Set<Int64> = []
        var blank: Set<Int64> = []
        while trunk > 0, trunk <= count, seen.insert(trunk).inserted {
            let page = bytes(trunk, size)
            let leaves = min(number(page, at: 4), Int64(size / 4 - 2))
            for index in 0..<max(leaves, 0) {
                let leaf = number(page, at: 8 + Int(index) * 4)
                if leaf > 0, leaf <= count, bytes(leaf, size).allSatisfy({ $0 == 0 }) { blank.insert(leaf) }
            }
            trunk = number(page, at: 0)
        }
        return blank
    }
}
