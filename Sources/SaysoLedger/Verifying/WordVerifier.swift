import GRDB

/// Holds the words for search against the statements that they are of.
///
/// FTS5 can compare them by itself only where the statements' view asks no virtual table, and does not say where they
/// differ. So sums are compared: of each statement's words and their places, as the index lists them and as the
/// statement has them.
///
/// - Complexity: linear in the number of words; some 50 bytes of memory for each statement.
struct WordVerifier {
    private let database: Database
    private let tokenizer: any FTS5Tokenizer
    private static let columns = ["content", "speaker", "role", "tags"]

    init(_ database: Database) throws {
        self.database = database
        tokenizer = try database.makeTokenizer(FTS5TokenizerDescriptor(components: Schema.tokenizer))
    }

    /// The rows of statements whose words are not those that the index lists, in order.
    ///
    /// - Throws: an error when the index cannot be read.
    func differing() throws -> [Int64] {
        try database.execute(
            sql: "CREATE VIRTUAL TABLE temp.listed_word USING fts5vocab (main, statement_words, instance)"
        )
        defer { try? database.execute(sql: "DROP TABLE temp.listed_word") }
        var sums: [Int64: UInt64] = [:]
        let listed = try Row.fetchCursor(database, sql: "SELECT doc, col, offset, term FROM temp.listed_word")
        while let row = try listed.next() {
            let (column, offset): (String, Int) = try (row[1], row[2])
            guard let column = Self.columns.firstIndex(of: column) else { continue }
            try sums[row[0], default: 0] &+= Self.sum((row[3] as String).utf8, column, offset)
        }
        let statements = try Row.fetchCursor(
            database,
            sql: "SELECT id, \(Self.columns.joined(separator: ", ")) FROM statement_text"
        )
        while let row = try statements.next() {
            let id: Int64 = try row[0]
            var sum = sums.removeValue(forKey: id) ?? 0
            for column in Self.columns.indices {
                guard let text = try row[column + 1] as String? else { continue }
                for (offset, word) in try tokenizer.tokenize(document: text).enumerated() {
                    sum &-= Self.sum(word.token.utf8, column, offset)
                }
            }
            if sum != 0 { sums[id] = sum }
        }
        return sums.keys.sorted()
    }

    /// 64-bit FNV-1a over a word and its place.
    private static func sum(_ word: some Sequence<UInt8>, _ column: Int, _ offset: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01B3 }
        for byte in word { add(UInt64(byte)) }
        add(UInt64(column) + 256)
        add(UInt64(truncatingIfNeeded: offset) &+ 512)
        // Sums of words that differ in one byte should not differ in that byte alone.
        hash ^= hash >> 32
        return hash &* 0xD6E8_FEB8_6659_FD93
    }
}
