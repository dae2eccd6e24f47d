import GRDB

/// How people refer to outlets.
struct OutletReference {
    let database: Database

    /// The outlets of just this name or host; where there are none, those whose name has these words.
    func rows(_ name: String) throws -> [Int64] {
        let host = name.lowercased()
        let exact = try Int64.fetchAll(
            database,
            sql: """
                WITH RECURSIVE hosts (host) AS (
                    SELECT min(host) FROM article
                    UNION ALL
                    SELECT (SELECT min(host) FROM article WHERE article.host > hosts.host) FROM hosts
                    WHERE hosts.host IS NOT NULL
                )
                SELECT id FROM outlet WHERE name = ?1
                UNION
                SELECT DISTINCT outlet_id FROM hosts JOIN article USING (host)
                WHERE (host = ?2 OR (instr(?2, '.') AND substr(host, -length(?2) - 1) = '.' || ?2))
                    AND outlet_id IS NOT NULL
                """,
            arguments: [name, host]
        )
        if !exact.isEmpty { return exact }
        let words = Wording.words(Wording.folded(name))
        let all = try Row.fetchAll(database, sql: "SELECT id, name FROM outlet ORDER BY id")
        let alike = try all.filter { row in
            try !words.isEmpty && Set(Wording.words(Wording.folded(row[1] as String))).isSuperset(of: words)
        }
        guard !alike.isEmpty else {
            throw LedgerError(.notFound, "\(name): there is no such outlet in the ledger, by name or host")
        }
        return try alike.prefix(200).map { try $0[0] }
    }
}
