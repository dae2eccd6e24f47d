import GRDB

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Ledger {
    /// Saves what can be read of a damaged ledger into a new one.
    ///
    /// Revisions are saved whole or not at all. The damaged file is not changed. Where its description of its own
    /// tables is damaged, the one of a new ledger is used, since all have the same; that takes a copy of the file.
    ///
    /// - Parameters:
    ///   - damaged: its file.
    ///   - new: the new ledger's file, which there must not be yet; it appears when it is whole.
    /// - Returns: what was saved, and what was lost.
    /// - Throws: ``LedgerError`` when nothing can be read, or the new file cannot be written.
    public static func rescue(_ damaged: String, into new: String) throws(LedgerError) -> Rescue {
        try LedgerFile.check(damaged, .existing)
        guard !LedgerFile.exists(new) else {
            throw LedgerError(.invalid, "\(new): is there already; rescue makes a new ledger")
        }
        LedgerFile.discardAbandoned(new)
        let (partial, mended) = ("\(new).\(getpid()).partial", "\(new).\(getpid()).mended.partial")
        defer { for path in [partial, mended] { LedgerFile.discard(path) } }
        do {
            try PageChecks.register()
            let rescue: Rescue
            do { rescue = try save(damaged, into: partial) } catch {
                let reason = LedgerError(error, path: damaged)
                guard [.damaged, .notALedger].contains(reason.code), try LedgerFile.mend(damaged, as: mended)
                else { throw reason }
                LedgerFile.discard(partial)
                rescue = try save(mended, into: partial, isMended: true)
            }
            try LedgerFile.settle(partial, as: new)
            return rescue
        } catch {
            let reason = LedgerError(error, path: damaged)
            throw reason.code == .damaged
                ? LedgerError(.damaged, "\(damaged): nothing of the ledger can be read") : reason
        }
    }

    private static func save(_ damaged: String, into partial: String, isMended: Bool = false) throws -> Rescue
    {
        let source = try LedgerFile.openDamaged(damaged)
        let target = try Ledger(partial, mode: .create)
        var rescue = Rescue()
        try source.unsafeRead { source in
            do { try Schema.check(source, path: damaged) } catch is DatabaseError where isMended {}
            // Rows are held against the checks of their own pages.
            PageChecks.trust(.inner, in: source)
            try target.writeLoosely { target in
                var rescuer = Rescuer(source, target)
                try rescuer.copyTables()
                try rescuer.dropUnfinished()
                rescue = try rescuer.finish()
            }
        }
        try source.close()
        try target.close()
        return rescue
    }
}

/// Carries rows from a damaged ledger into a new one.
private struct Rescuer {
    private let source: Database
    private let target: Database
    private var losses: [String] = []

    init(_ source: Database, _ target: Database) {
        self.source = source
        self.target = target
    }

    /// Copies all tables that hold rows of their own.
    mutating func copyTables() throws {
        let words = try TableVerifier.wordTables(target)
        let tables = try String.fetchAll(
            target,
            sql: """
                SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
                    AND name <> 'grdb_migrations' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY rowid
                """
        )
        for table in tables where !words.contains(where: { table.hasPrefix($0 + "_") }) {
            try target.inTransaction {
                try copy(table)
                return .commit
            }
        }
    }

    private mutating func copy(_ table: String) throws {
        let known = try target.columns(in: table).map(\.name)
        guard let there = try? source.columns(in: table).map(\.name), !there.isEmpty else {
            losses.append("all of \(table)")
            return
        }
        let columns = known.filter(there.contains)
        let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let insert = try target.makeStatement(
            sql: "INSERT OR IGNORE INTO \(table) (\(names)) VALUES (\(marks))"
        )
        let write = { (row: Row) in
            try insert.execute(arguments: StatementArguments(row.databaseValues.prefix(columns.count)))
        }
        let reader = TableReader(source, table: table, columns: columns)
        let key = try target.primaryKey(table)
        if key.isRowID {
            for range in try reader.readNumbered(write) {
                let end = range.upperBound == .max ? "on" : "to \(range.upperBound)"
                losses.append("rows \(range.lowerBound) \(end) of \(table)")
            }
        } else if try reader.readKeyed(by: key.columns, write) {
            losses.append("a part of \(table)")
        }
    }

    /// Drops whatever needs a row that is lost, and articles that are not whole.
    mutating func dropUnfinished() throws {
        guard !losses.isEmpty else { return }
        try target.inTransaction {
            repeat {
                try renew()
                try dropTornRevisions()
            } while try dropWithoutReference()
            try renew()
            return .commit
        }
    }

    /// The newest revision that was saved is the current one.
    private func renew() throws {
        try target.execute(
            sql: """
                UPDATE revision SET is_current = number = (
                    SELECT max(number) FROM revision AS other WHERE other.article_id = revision.article_id
                );
                UPDATE statement SET is_current = coalesce(
                    (SELECT is_current FROM revision WHERE revision.id = statement.revision_id), 0
                )
                """
        )
    }

    /// Drops revisions of whose statements or speakers some were lost.
    private mutating func dropTornRevisions() throws {
        let rows = try Row.fetchAll(
            target,
            sql: "SELECT revision.id, uid, key FROM revision LEFT JOIN article ON article.id = article_id"
        )
        for row in rows {
            let id: Int64 = try row[0]
            let isWhole = try ["statement", "article_speaker"].allSatisfy { table in
                let sql = "SELECT count(*), coalesce(max(number), -1) + 1 FROM \(table) WHERE revision_id = ?"
                let saved = try Row.fetchOne(target, sql: sql, arguments: [id])
                // The index lists rows that are lost.
                let listed = try? Row.fetchOne(source, sql: sql, arguments: [id])
                let count = try max((saved?[1] as Int?) ?? 0, (listed?[1] as Int?) ?? 0)
                return try saved?[0] == count
            }
            if !isWhole || !RevisionVerifier(target).verify(row: id, report: { _ in }).isClean {
                try drop(id, RevisionID(number: row[1]), row[2])
            }
        }
    }

    private mutating func drop(_ id: Int64, _ name: RevisionID, _ key: String?) throws {
        losses.append(
            "revision \(name)\(key.map { " of \($0)" } ?? ""): a part of it cannot be read; add it again"
        )
        try target.execute(sql: "DELETE FROM statement WHERE revision_id = ?", arguments: [id])
        try target.execute(sql: "DELETE FROM article_speaker WHERE revision_id = ?", arguments: [id])
        try target.execute(sql: "DELETE FROM revision WHERE id = ?", arguments: [id])
    }

    /// - Returns: whether anything was dropped.
    private mutating func dropWithoutReference() throws -> Bool {
        let rows = try Row.fetchAll(target, sql: "PRAGMA foreign_key_check")
        for row in rows {
            let (table, parent): (String, String) = try (row[0], row[2])
            let reference = try target.foreignKeys(on: table).first { $0.destinationTable == parent }
            guard let number = try row[1] as Int64? else {
                for column in reference?.mapping.map(\.origin) ?? [] {
                    try target.execute(
                        sql: "DELETE FROM \(table) WHERE \(column) NOT IN (SELECT rowid FROM \(parent))"
                    )
                }
                continue
            }
            if table == "revision" {
                let found = try Row.fetchOne(
                    target,
                    sql:
                        "SELECT uid, key FROM revision LEFT JOIN article ON article.id = article_id WHERE revision.id = ?",
                    arguments: [number]
                )
                if let found { try drop(number, RevisionID(number: found[0]), found[1]) }
            } else {
                try target.execute(sql: "DELETE FROM \(table) WHERE rowid = ?", arguments: [number])
            }
        }
        return !rows.isEmpty
    }

    /// Makes the words for search again, and counts.
    func finish() throws -> Rescue {
        // (FTS5 cannot read the view for a rebuild of its own.)
        try target.execute(
            sql: """
                INSERT INTO statement_words (rowid, content, speaker, role, tags)
                SELECT id, content, speaker, role, tags FROM statement_text
                """
        )
        return Rescue(
            revisions: try Int.fetchOne(target, sql: "SELECT count(*) FROM revision") ?? 0,
            statements: try Int.fetchOne(target, sql: "SELECT count(*) FROM statement") ?? 0,
            losses: losses
        )
    }
}
