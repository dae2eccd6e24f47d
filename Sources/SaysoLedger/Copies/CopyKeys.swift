import GRDB
import GRDBSQLite

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The keys by which one kind of rows is found.
///
/// They stand in runs: each holds what some transactions added, in order, in blocks of those with the same first bits.
/// A new run takes in the runs before it that are not larger (P. O'Neil and others, *The log-structured merge-tree*,
/// 1996). So what is new is written in a row, where a tree that takes each key by itself would write a page for each.
struct CopyKeys {
    /// What the keys are of.
    enum Kind: String {
        case statements, articles
    }

    private struct Run {
        let id: Int64
        /// How many first bits the keys of a block have in common.
        let bits: Int
        let count: Int

        /// A block's row.
        func row(_ block: UInt64) -> Int64 { id << Int64(mostBits) | Int64(block) }
    }

    private let kind: Kind
    private let database: Database
    private let find: DirectStatement
    private let insert: DirectStatement
    private let delete: DirectStatement
    private var runs: [Run]
    private var owners: [UInt64: [CopyKey]] = [:]
    private var added: [CopyKey] = []

    /// A run has at most 2 to the power of this many blocks.
    private static let mostBits = 24
    /// So many keys are in a block, about.
    private static let blockSize = 360

    init(_ kind: Kind, _ database: Database) throws {
        (self.kind, self.database) = (kind, database)
        find = try DirectStatement(database, "SELECT keys FROM key_block WHERE id = ?")
        insert = try DirectStatement(database, "INSERT INTO key_block (id, keys) VALUES (?, ?)")
        delete = try DirectStatement(database, "DELETE FROM key_block WHERE id = ?")
        let list = try database.cachedStatement(
            sql: "SELECT id, bits, count FROM key_run WHERE kind = ? ORDER BY id"
        )
        runs = try Row.fetchAll(list, arguments: [kind.rawValue]).map { row in
            let run = Run(id: try row[0], bits: try row[1], count: try row[2])
            guard 0...Self.mostBits ~= run.bits, 0..<1 << CopyKey.bits ~= run.count else {
                throw LedgerError(.damaged, "run \(run.id) of keys cannot be read")
            }
            return run
        }
    }

    // MARK: Reading

    /// Reads who has some keys, as far as that is not known already.
    ///
    /// - Throws: the database's errors.
    mutating func read(_ keys: some Sequence<UInt64>) throws {
        let hashes = Set(keys.lazy.map(CopyKey.hash)).filter { owners[$0] == nil }.sorted()
        for hash in hashes { owners[hash] = [] }
        for run in runs {
            let shift = UInt64(CopyKey.bits - run.bits)
            var start = 0
            while start < hashes.count {
                let block = hashes[start] >> shift
                let end = hashes[start...].firstIndex { $0 >> shift != block } ?? hashes.count
                try find.rows(run.row(block).databaseValue) { row in
                    let bytes = Self.bytes(row)
                    for hash in hashes[start..<end] { Self.find(hash, in: bytes, &owners[hash]!) }
                }
                start = end
            }
        }
    }

    /// The rows that have a key, which must have been read; the earliest first.
    func owners(of key: UInt64) -> [CopyKey] { owners[CopyKey.hash(key)] ?? [] }

    private static func find(_ hash: UInt64, in bytes: UnsafeRawBufferPointer, _ found: inout [CopyKey]) {
        let count = bytes.count / CopyKey.size
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if CopyKey(bytes, at: middle).hash < hash { low = middle + 1 } else { high = middle }
        }
        while low < count {
            let key = CopyKey(bytes, at: low)
            if key.hash != hash { return }
            found.append(key)
            low += 1
        }
    }

    private static func bytes(_ row: OpaquePointer) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: sqlite3_column_blob(row, 0), count: Int(sqlite3_column_bytes(row, 0)))
    }

    // MARK: Writing

    /// Notes that a row has a key.
    mutating func add(_ key: UInt64, of row: Int64, tag: Int64) {
        let key = CopyKey(key, of: row, tag: tag)
        owners[key.hash, default: []].append(key)
        added.append(key)
    }

    /// Writes what was added.
    ///
    /// - Throws: the database's errors.
    mutating func write() throws {
        guard !added.isEmpty else { return }
        var count = added.count
        var parts: [Run] = []
        while let last = runs.last, last.count <= count {
            count += last.count
            parts.append(runs.removeLast())
        }
        // (Not fewer than the parts have.)
        var bits = parts.map(\.bits).max() ?? 0
        while bits < Self.mostBits, count >> bits > Self.blockSize { bits += 1 }
        let register = try database.cachedStatement(
            sql: "INSERT INTO key_run (kind, bits, count) VALUES (?, ?, ?)"
        )
        try register.execute(arguments: [kind.rawValue, bits, count])
        let run = Run(id: database.lastInsertedRowID, bits: bits, count: count)
        runs.append(run)

        added.sort()
        var left = added[...]
        var blocks: [[CopyKey]] = parts.map { _ in [] }
        for block in 0..<UInt64(1) << UInt64(bits) {
            var keys: [CopyKey] = []
            for (index, part) in parts.enumerated() {
                let within = UInt64(bits - part.bits)
                // A part's block has as many of the run's blocks in it.
                if block & ((1 << within) - 1) == 0 { blocks[index] = try take(block >> within, of: part) }
                keys += Self.take(block, bits, from: &blocks[index])
            }
            let new = left.prefix { $0.hash >> UInt64(CopyKey.bits - bits) == block }
            left = left[new.endIndex...]
            if !keys.isEmpty {
                keys += new
                keys.sort()
            }
            try write(keys.isEmpty ? new : keys[...], to: run.row(block))
        }
        added = []
        let forget = try database.cachedStatement(sql: "DELETE FROM key_run WHERE id = ?")
        for part in parts { try forget.execute(arguments: [part.id]) }
    }

    private func write(_ keys: ArraySlice<CopyKey>, to row: Int64) throws {
        guard !keys.isEmpty else { return }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(keys.count * CopyKey.size)
        for key in keys { key.append(to: &bytes) }
        try insert.run(row.databaseValue, Data(bytes).databaseValue)
    }

    /// A block, which goes into another run. Its place is free at once, for that run.
    private func take(_ block: UInt64, of run: Run) throws -> [CopyKey] {
        var keys: [CopyKey] = []
        try find.rows(run.row(block).databaseValue) { row in
            let bytes = Self.bytes(row)
            keys = (0..<bytes.count / CopyKey.size).reversed().map { CopyKey(bytes, at: $0) }
        }
        try delete.run(run.row(block).databaseValue)
        return keys
    }

    /// The first keys of a block in reverse order: those that go into a block of a run.
    private static func take(_ block: UInt64, _ bits: Int, from keys: inout [CopyKey]) -> [CopyKey] {
        let count = keys.reversed().prefix { $0.hash >> UInt64(CopyKey.bits - bits) == block }.count
        defer { keys.removeLast(count) }
        return keys.suffix(count).reversed()
    }
}
