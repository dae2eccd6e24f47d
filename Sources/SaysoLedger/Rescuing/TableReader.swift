import GRDB

/// Reads a table's rows around those that cannot be read.
struct TableReader {
    private let database: Database
    private let table: String
    private let columns: String

    /// - Parameters:
    ///   - database: the damaged ledger.
    ///   - table: a table's name.
    ///   - columns: the columns to read.
    init(_ database: Database, table: String, columns: [String]) {
        self.database = database
        self.table = table
        self.columns = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    }

    /// Reads a table by its row numbers.
    ///
    /// - Parameter each: is given each row that can be read; its last value is the row's number.
    /// - Returns: ranges of numbers whose rows cannot be read; the last one may have no end.
    /// - Throws: what `each` throws, and errors that are no damage.
    func readNumbered(_ each: (Row) throws -> Void) throws -> [ClosedRange<Int64>] {
        var lost: [ClosedRange<Int64>] = []
        var last: Int64 = 0
        var tried: Int64?
        while true {
            let failure = try read("rowid > ?", "rowid", [last]) { row in
                last = try row[row.count - 1]
                try each(row)
            }
            if failure == nil { return lost }
            guard let next = readable(after: last) else {
                lost.append(last + 1...Int64.max)
                return lost
            }
            // A row that only a search finds is not lost; but nothing is tried twice.
            if next - last > 1 { lost.append(last + 1...next - 1) }
            last = next - 1
            if next == tried { lost.append(next...next); last = next }
            tried = next
        }
    }

    /// Reads a table without row numbers, from both ends.
    ///
    /// - Parameters:
    ///   - key: the columns of its key.
    ///   - each: is given each row that can be read, some of them twice.
    /// - Returns: whether a part between cannot be read.
    /// - Throws: what `each` throws, and errors that are no damage.
    func readKeyed(by key: [String], _ each: (Row) throws -> Void) throws -> Bool {
        let names = key.map { "\"\($0)\"" }
        guard try read("TRUE", names.joined(separator: ", "), [], each) != nil else { return false }
        _ = try read("TRUE", names.map { $0 + " DESC" }.joined(separator: ", "), [], each)
        return true
    }

    /// Reads rows until one cannot be read.
    ///
    /// - Returns: why not; nil when all could be.
    private func read(
        _ condition: String,
        _ order: String,
        _ arguments: StatementArguments,
        _ each: (Row) throws -> Void
    ) throws -> DatabaseError? {
        let number = order == "rowid" ? ", rowid" : ""
        let cursor: RowCursor
        do {
            cursor = try Row.fetchCursor(
                database,
                sql:
                    "SELECT \(columns)\(number) FROM \(table) NOT INDEXED WHERE \(condition) ORDER BY \(order)",
                arguments: arguments
            )
        } catch let error as DatabaseError {
            return error
        }
        while true {
            let row: Row?
            do { row = try cursor.next() } catch let error as DatabaseError { return error }
            guard let row else { return nil }
            try each(row)
        }
    }

    /// The first row after a number that can be read, found by ever longer steps and then halving the last one.
    private func readable(after last: Int64) -> Int64? {
        func first(from number: Int64) -> Int64? {
            try? Row.fetchOne(
                database,
                sql:
                    "SELECT \(columns), rowid FROM \(table) NOT INDEXED WHERE rowid >= ? ORDER BY rowid LIMIT 1",
                arguments: [number]
            ).map { try $0[$0.count - 1] }
        }
        // A damaged page has few rows; what lies between two of them should not be leapt over.
        var (before, step): (Int64, Int64) = (0, 1)
        while step < 1 << 48, first(from: last + step) == nil {
            (before, step) = (step, step < 4096 ? step + 1 : step * 2)
        }
        guard step < 1 << 48 else { return nil }
        var (bad, good) = (last + before, last + step)
        while good - bad > 1 {
            let middle = bad + (good - bad) / 2
            if first(from: middle) == nil { bad = middle } else { good = middle }
        }
        return first(from: good)
    }
}
