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

        /// The blocks' form.
        func block(_ number: UInt64) -> CopyKeyBlock { CopyKeyBlock(number: number, bits: bits) }

        /// A block's row.
        func row(_ block: UInt64) -> Int64 { id << Int64(mostBits) | Int64(block) }
    }

    private let kind: Kind
    private let database: Database
    private let find: DirectStatement
    private let scan: DirectStatement
    private let insert: DirectStatement
    private let delete: DirectStatement
    private var runs: [Run]
    private var owners: [UInt64: [CopyKey]] = [:]
    private var added: [CopyKey] = []

    /// A run has at most 2 to the power of this many blocks.
    private static let mostBits = 24
    /// So many keys are in a block, about.
    private static let blockSize = 120

    init(_ kind: Kind, _ database: Database) throws {
        (self.kind, self.database) = (kind, database)
        find = try DirectStatement(database, "SELECT keys FROM key_block WHERE id = ?")
        scan = try DirectStatement(
            database,
            "SELECT keys, id FROM key_block WHERE id BETWEEN ? AND ? ORDER BY id"
        )
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
    /// - Parameter keys: all that will be added next, or asked for.
    /// - Throws: the database's errors.
    mutating func read(_ keys: [UInt64]) throws {
        var hashes = keys.map(CopyKey.hash)
        hashes.sort()
        hashes = noteShared(hashes)
        for run in runs {
            let blocks = UInt64(1) << UInt64(run.bits)
            if blocks < hashes.count {
                // Nearly all blocks are needed.
                var left = hashes[...]
                let ends = (first: run.row(0).databaseValue, last: run.row(blocks - 1).databaseValue)
                try scan.rows(ends.first, ends.last) { row in
                    let block = run.block(UInt64(sqlite3_column_int64(row, 1) - run.row(0)))
                    left = left.drop { block.isBehind($0) }
                    look(for: left.prefix(while: block.has), in: block, Self.bytes(row))
                }
            } else {
                var left = hashes[...]
                while let first = left.first {
                    let block = run.block(first >> UInt64(CopyKey.bits - run.bits))
                    let wanted = left.prefix(while: block.has)
                    left = left[wanted.endIndex...]
                    try find.rows(run.row(block.number).databaseValue) { row in
                        look(for: wanted, in: block, Self.bytes(row))
                    }
                }
            }
        }
    }

    private mutating func look(
        for hashes: ArraySlice<UInt64>,
        in block: CopyKeyBlock,
        _ bytes: UnsafeRawBufferPointer
    ) {
        for hash in hashes {
            let found = block.find(hash, in: bytes)
            if !found.isEmpty { owners[hash, default: []] += found }
        }
    }

    /// The rows that have a key, which must have been read; the earliest first.
    func owners(of key: UInt64) -> [CopyKey] { owners[CopyKey.hash(key)] ?? [] }

    /// Each hash once, of those that are not known already. Most are of one new row alone; only where there are more
    /// it is worth while to note whose they are.
    private mutating func noteShared(_ hashes: [UInt64]) -> [UInt64] {
        var all: [UInt64] = []
        all.reserveCapacity(hashes.count)
        for hash in hashes {
            if hash == all.last {
                if owners[hash] == nil { owners[hash] = [] }
            } else if owners[hash] == nil {
                all.append(hash)
            }
        }
        return all
    }

    private static func bytes(_ row: OpaquePointer) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: sqlite3_column_blob(row, 0), count: Int(sqlite3_column_bytes(row, 0)))
    }

    // MARK: Writing

    /// Notes that a row has a key.
    mutating func add(_ key: UInt64, of row: Int64, tag: UInt8) {
        let key = CopyKey(key, of: row, tag: tag)
        owners[key.hash]?.append(key)
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
            if keys.isEmpty, new.isEmpty { continue }
            let bytes = run.block(block).bytes(keys.isEmpty ? new : keys[...])
            try insert.run(run.row(block).databaseValue, Data(bytes).databaseValue)
        }
        added = []
        let forget = try database.cachedStatement(sql: "DELETE FROM key_run WHERE id = ?")
        for part in parts { try forget.execute(arguments: [part.id]) }
    }

    /// A block, which goes into another run. Its place is free at once, for that run.
    private func take(_ block: UInt64, of run: Run) throws -> [CopyKey] {
        var keys: [CopyKey] = []
        try find.rows(run.row(block).databaseValue) { row in
            let bytes = Self.bytes(row)
            let block = run.block(block)
            keys = (0..<block.count(bytes)).reversed().map { block.key(bytes, at: $0) }
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
