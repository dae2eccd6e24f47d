import GRDB
import GRDBSQLite

/// `relevance(statement_words, length, weights)`: how well a statement's content answers a question, in millionths.
///
/// BM25 (Robertson and Zaragoza 2009) with the content's length in characters and one weight for each phrase of the
/// question, a blob of 64-bit floating-point numbers. FTS5's own `bm25` first goes through all matches of all phrases,
/// which takes most of a second for a common word; here the weights are given.
enum RelevanceFunction {
    private static let saturation = 1.2
    private static let lengthShare = 0.75
    /// Characters of a statement, about; a constant, so that adding articles moves no result.
    private static let usualLength = 120.0

    /// Makes the function known to a connection.
    static func register(in database: Database) throws {
        let api = FTS5.api(database)
        let code = api.pointee.xCreateFunction(
            UnsafeMutablePointer(mutating: api),
            "relevance",
            nil,
            { api, match, result, count, values in
                guard let api, let match, let result, count == 2, let values else { return }
                sqlite3_result_int64(result, RelevanceFunction.score(api, match, values))
            },
            nil
        )
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }

    private static func score(
        _ api: UnsafePointer<Fts5ExtensionApi>,
        _ match: OpaquePointer,
        _ values: UnsafeMutablePointer<OpaquePointer?>
    ) -> Int64 {
        let count = Int(sqlite3_value_bytes(values[1])) / MemoryLayout<Double>.size
        let weights = UnsafeRawBufferPointer(
            start: sqlite3_value_blob(values[1]),
            count: count * MemoryLayout<Double>.size
        )
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: max(1, count)) { frequencies in
            frequencies.initialize(repeating: 0)
            var instances: CInt = 0
            guard api.pointee.xInstCount(match, &instances) == SQLITE_OK else { return 0 }
            for instance in 0..<instances {
                var (phrase, column, offset): (CInt, CInt, CInt) = (0, 0, 0)
                guard api.pointee.xInst(match, instance, &phrase, &column, &offset) == SQLITE_OK else {
                    return 0
                }
                if column == 0, phrase < count { frequencies[Int(phrase)] += 1 }
            }
            let length = sqlite3_value_int64(values[0])
            let norm = saturation * (1 - lengthShare + lengthShare * Double(length) / usualLength)
            var score = 0.0
            for index in 0..<count where frequencies[index] > 0 {
                let weight = weights.loadUnaligned(
                    fromByteOffset: index * MemoryLayout<Double>.size,
                    as: Double.self
                )
                score += weight * frequencies[index] * (saturation + 1) / (frequencies[index] + norm)
            }
            return Int64(score * 1_000_000)
        }
    }
}
