import GRDB
import Testing

@testable import SaysoLedger

@Suite("Statements that are run for many rows")
struct DirectStatementTests {
    @Test("Rows are written, whoever else runs a statement with the same words in between")
    func shared() throws {
        let queue = try DatabaseQueue()
        try queue.inDatabase { database in
            try database.execute(sql: "CREATE TABLE mark (number INTEGER PRIMARY KEY)")
            let sql = "INSERT OR IGNORE INTO mark (number) VALUES (?)"
            let direct = try DirectStatement(database, sql)
            for number in 0..<6 {
                if number.isMultiple(of: 2) {
                    try direct.run(number.databaseValue)
                } else {
                    try database.cachedStatement(sql: sql).execute(arguments: [number])
                }
            }
            #expect(try Int.fetchAll(database, sql: "SELECT number FROM mark") == Array(0..<6))
        }
    }
}
