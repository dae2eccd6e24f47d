import GRDB
import SaysoStatements

/// A statement's row.
struct StoredStatement {
    let row: Row

    /// A revision's statements, in order.
    static func all(of revision: Int64, _ database: Database) throws -> [StoredStatement] {
        let find = try database.cachedStatement(
            sql: "SELECT * FROM statement WHERE revision_id = ? ORDER BY number"
        )
        return try Row.fetchAll(find, arguments: [revision]).map(StoredStatement.init)
    }

    /// Whom a revision quotes, in order.
    static func speakers(of revision: Int64, _ database: Database) throws -> [Revision.Speaker] {
        let find = try database.cachedStatement(
            sql: "SELECT * FROM article_speaker WHERE revision_id = ? ORDER BY number"
        )
        return try Row.fetchAll(find, arguments: [revision]).map { row in
            guard let kind = try Speaker.Kind(rawValue: row["kind"]),
                let mentions = try Places.read(row["mentions"])
            else {
                throw LedgerError(.damaged, "row \(try row["id"] as Int64) of speakers cannot be read")
            }
            return try Revision.Speaker(
                name: row["name"],
                kind: kind,
                role: row["role"],
                affiliation: row["affiliation"],
                mentions: mentions
            )
        }
    }

    /// The statement.
    ///
    /// - Throws: ``LedgerError`` when a part of it is damaged.
    func statement() throws -> Revision.Statement {
        guard let form = try Statement.Form(rawValue: row["form"]),
            let kind = try Saying.Kind(rawValue: row["kind"])
        else { throw damage }
        var statement = Revision.Statement(form: form, kind: kind, content: try places("content_at"))
        statement.isNegated = try row["is_negated"]
        statement.isHedged = try row["is_hedged"]
        statement.isHeadline = try row["is_headline"]
        statement.isUnresolved = try row["is_unresolved"]
        statement.source = try places("source_at")
        statement.cue = try places("cue_at")
        statement.medium = try places("medium_at")
        statement.addressee = try places("addressee_at")
        statement.occurrences = try places("occurrences")
        statement.parent = try row["parent"]
        statement.speakers = try (row["speakers"] as String).split(separator: ",").map { number in
            guard let number = Int(number) else { throw damage }
            return number
        }
        statement.speakerConfidence = try confidence("speaker_confidence")
        statement.chain = try (row["chain"] as String).split(separator: ";").map { part in
            let place = part.lastIndex(of: " ").flatMap { space in
                Places.range(part[space...].dropFirst().utf8).map { (part[..<space], $0) }
            }
            if let (rule, mention) = place {
                return Revision.Statement.Step(mention: mention, rule: String(rule))
            }
            guard statement.source.count == 1, !part.contains(where: \.isNumber) else { throw damage }
            return Revision.Statement.Step(mention: statement.source[0], rule: String(part))
        }
        if let basis = try row["said_basis"] as String? {
            guard let basis = Said.Basis(rawValue: basis) else { throw damage }
            statement.said = try Revision.Statement.SaidTime(
                expression: (row["said_at"] as String?).flatMap { Places.range(Substring($0).utf8) },
                value: Self.said(row["said"], to: row["said_to"]),
                basis: basis
            )
        }
        statement.confidence = try confidence("confidence")
        guard let evidence = try Evidence(spelled: row["evidence"], of: statement.quoted) else {
            throw damage
        }
        statement.evidence = evidence
        return statement
    }

    /// When a statement was said, as ``Said/value`` has it: most often it is a day, which is not kept twice.
    static func said(_ said: String?, to last: Int?) -> String? { said ?? last.map(SaidDays.spelled) }

    private func confidence(_ column: String) throws -> Double { Double(try row[column] as Int) / 1000 }

    private func places(_ column: String) throws -> [Range<Int>] {
        guard let places = try Places.read(row[column]) else { throw damage }
        return places
    }

    private var damage: LedgerError { LedgerError(.damaged, "cannot be read") }
}
