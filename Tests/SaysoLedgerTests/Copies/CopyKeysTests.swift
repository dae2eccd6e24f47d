import GRDB
import Testing

@testable import struct SaysoLedger.CopyKey
@testable import struct SaysoLedger.CopyKeyBlock
@testable import struct SaysoLedger.CopyKeys

@Suite("Keys of copies")
struct CopyKeysTests {
    @Test("A key is read as it was written", arguments: [0, 1, 7, 8, 15, 16, 24])
    func bytes(bits: Int) {
        for tag in [0, 2, 255] as [UInt8] {
            for (row, key) in [(1, 0), (0x1234_5678, .max), (0xFFFF_FFFF, 0x1234_5678_9ABC_DEF0)]
                as [(Int64, UInt64)]
            {
                let written = CopyKey(key, of: row, tag: tag)
                let block = CopyKeyBlock(
                    number: written.hash >> UInt64(CopyKey.bits - bits),
                    bits: bits
                )
                #expect(block.has(written.hash) && !block.isBehind(written.hash))
                let bytes = block.bytes([written, written])
                bytes.withUnsafeBytes { bytes in
                    #expect(block.count(bytes) == 2)
                    for read in [block.key(bytes, at: 0), block.key(bytes, at: 1)] {
                        #expect(read == written && read.row == row && read.tag == tag)
                    }
                    #expect(block.find(written.hash, in: bytes) == [written, written])
                    #expect(block.find(written.hash ^ 1, in: bytes).isEmpty)
                }
            }
        }
    }

    @Test("Every key is found again, in whatever runs and blocks it stands")
    func runs() throws {
        var generator = Seeded(state: 5)
        // Some keys are many rows'; most are one's.
        var rows: [UInt64: Set<Int64>] = [:]
        try withLedger { ledger in
            for transaction in 0..<40 {
                try ledger.write { database in
                    var keys = try CopyKeys(.statements, database)
                    for number in 0..<(transaction % 7 == 0 ? 900 : 40) {
                        let key =
                            number % 9 == 0
                            ? UInt64(number) : UInt64.random(in: 0 ... .max, using: &generator)
                        let row = Int64(transaction * 1000 + number)
                        keys.add(key, of: row, tag: 2)
                        rows[key, default: []].insert(row)
                    }
                    try keys.write()
                }
            }
            try ledger.read { database in
                #expect(try CopyKeys(.articles, database).owners(of: 0).isEmpty)
                var keys = try CopyKeys(.statements, database)
                try keys.read(Array(rows.keys) + [1 << 60])
                for (key, rows) in rows { #expect(keys.owners(of: key).map(\.row) == rows.sorted()) }
                #expect(keys.owners(of: 1 << 60).isEmpty)
                // The runs are few, and nothing is left of those that went over into others.
                let runs = try Row.fetchAll(database, sql: "SELECT id, bits, count FROM key_run ORDER BY id")
                #expect(runs.count < 8 && runs.contains { $0["bits"] as Int > 1 })
                #expect(
                    runs.reduce(0) { $0 + ($1["count"] as Int) } == rows.values.reduce(0) { $0 + $1.count }
                )
                let strays = "SELECT count(*) FROM key_block WHERE id >> 24 NOT IN (SELECT id FROM key_run)"
                #expect(try Int.fetchOne(database, sql: strays) == 0)
            }
        }
    }
}
