import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Looks at single revisions of a ledger, and names whatever of them is not as it was written.
struct RevisionVerifier {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// The rows of all revisions, in order: whatever of the table or its index can be read.
    static func rows(_ database: Database) -> [Int64] {
        var rows: Set<Int64> = []
        for index in ["INDEXED BY revision_source", "NOT INDEXED"] {
            do {
                let cursor = try Int64.fetchCursor(database, sql: "SELECT id FROM revision \(index)")
                while let row = try cursor.next() { rows.insert(row) }
                break
            } catch { continue }
        }
        return rows.sorted()
    }

    /// Looks at a revision.
    ///
    /// - Parameters:
    ///   - row: its row.
    ///   - report: is given each problem.
    /// - Returns: what was found in order.
    func verify(row: Int64, report: (Verification.Problem) -> Void) -> Verification {
        var result = Verification()
        var name: (article: String?, revision: RevisionID?) = (nil, nil)
        func add(_ what: String, statement: Int? = nil) {
            result.problems += 1
            report(.init(article: name.article, revision: name.revision, statement: statement, what: what))
        }
        do {
            guard let stored = try StoredRevision.with(id: row, database) else {
                name = self.name(of: row)
                add("its row is missing")
                return result
            }
            name = (try? stored.key(database), stored.name)
            let revision = try stored.unchecked(database)
            guard let digest = stored.textDigest else { return result }
            let check = RevisionCheck(revision, textDigest: digest)
            for problem in try check.problems(textDigest: digest, length: stored.row["text_length"]) {
                add(problem)
            }
            for problem in try state(of: stored) { add(problem) }
            let isWhole = result.isClean
            let statements = try StoredStatement.all(of: row, database)
            for (index, statement) in statements.enumerated() {
                let problems = try self.problems(of: statement, index, stored, check)
                for problem in problems { add(problem, statement: index + 1) }
                if problems.isEmpty { result.statements += 1 }
            }
            if isWhole { result.revisions = 1 }
            if revision.source.bytes == nil { result.withoutSource = 1 }
        } catch {
            if name.revision == nil { name = self.name(of: row) }
            add(Self.reason(error))
            for (number, reason) in unreadableStatements(of: row) { add(reason, statement: number &+ 1) }
        }
        return result
    }

    private func problems(
        of statement: StoredStatement,
        _ index: Int,
        _ revision: StoredRevision,
        _ check: RevisionCheck
    ) throws -> [String] {
        let row = statement.row
        guard try row["number"] == index else { return ["a statement before it is missing"] }
        var days: ClosedRange<Int>?
        if let last = try row["said_to"] as Int? {
            let first = try row["day"] as Int
            guard first <= last else { return ["its days are not those when it was said"] }
            days = first...last
        }
        let words = try RevisionCheck.Words(
            source: row["source"],
            cue: row["cue"],
            content: row["content"],
            days: days
        )
        var problems = check.problems(ofStatement: index, words)
        if try (row["is_current"] as Bool) != (revision.row["is_current"] as Bool) {
            problems.append("it is current, or not, unlike its revision")
        }
        return problems
    }

    /// Whether exactly the newest revision of an article counts as current.
    private func state(of revision: StoredRevision) throws -> [String] {
        let newest = try StoredRevision.current(of: revision.article, database)
        let isNewest = newest?.id == revision.id
        return try isNewest == (revision.row["is_current"] as Bool)
            ? []
            : [
                isNewest
                    ? "it is the newest, but does not count as current" : "it counts as current, but is not"
            ]
    }

    // MARK: What can be said of what cannot be read

    private func key(of article: Int64) -> String? {
        try? String.fetchOne(database, sql: "SELECT key FROM article WHERE id = ?", arguments: [article])
    }

    /// What indices say of a revision whose row cannot be read.
    private func name(of row: Int64) -> (article: String?, revision: RevisionID?) {
        let uid = try? Int64.fetchOne(
            database,
            sql: "SELECT uid FROM revision INDEXED BY sqlite_autoindex_revision_1 WHERE +id = ?",
            arguments: [row]
        )
        let article = try? Int64.fetchOne(
            database,
            sql: "SELECT article_id FROM revision INDEXED BY sqlite_autoindex_revision_2 WHERE +id = ?",
            arguments: [row]
        )
        return (article.flatMap { key(of: $0) }, uid.map(RevisionID.init(number:)))
    }

    /// The numbers of statements that an index lists and that cannot be read.
    private func unreadableStatements(of row: Int64) -> [(number: Int, reason: String)] {
        let numbers =
            (try? Int.fetchAll(
                database,
                sql: "SELECT number FROM statement WHERE revision_id = ? ORDER BY number",
                arguments: [row]
            )) ?? []
        return numbers.compactMap { number in
            do {
                let found = try Row.fetchOne(
                    database,
                    sql: "SELECT * FROM statement WHERE revision_id = ? AND number = ?",
                    arguments: [row, number]
                )
                _ = try found.map { try StoredStatement(row: $0).statement() }
                return found == nil ? (number, "its row is missing") : nil
            } catch {
                return (number, Self.reason(error))
            }
        }
    }

    private static func reason(_ error: any Error) -> String {
        if let error = error as? LedgerError { return error.message }
        return "it cannot be read, since the file is damaged there"
    }
}
