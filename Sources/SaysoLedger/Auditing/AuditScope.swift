import GRDB

/// Which statements are counted: those of articles' newest revisions only.
public struct AuditScope: Hashable, Sendable {
    /// Outlets, by name or host; empty for all.
    public var outlets: [String] = []
    /// The first day on which articles came out, such as `2025-03-01`.
    public var since: String?
    /// The last one.
    public var until: String?
    /// A speaker's number or name.
    public var speaker: String?

    /// Everything.
    public init() {}

    /// What must hold of `revision` and `article`, in SQL, with what stands for its question marks.
    func articles(_ database: Database) throws -> (sql: String, arguments: StatementArguments) {
        var sql = "revision.is_current"
        var arguments: StatementArguments = []
        for (bound, sign) in [(since, ">="), (until, "<=")] {
            guard let bound else { continue }
            guard let day = SaidDays.day(bound), bound.utf8.count == 10 else {
                throw LedgerError(.invalid, "\(bound): not a day such as 2025-03-01")
            }
            sql += " AND revision.day \(sign) ?"
            arguments += [day]
        }
        if !outlets.isEmpty {
            let known = try outlets.flatMap { try Self.outlet($0, database) }
            let conditions = known.map { outlet in
                switch outlet {
                case .row: "article.outlet_id = ?"
                case .host: "article.host = ?"
                }
            }
            sql += " AND (\(conditions.joined(separator: " OR ")))"
            for outlet in known {
                switch outlet {
                case .row(let id): arguments += [id]
                case .host(let host): arguments += [host]
                }
            }
        }
        return (sql, arguments)
    }

    /// What must hold of `statement`, in SQL.
    func statements(_ database: Database) throws -> (sql: String, arguments: StatementArguments) {
        guard let speaker else { return ("1", []) }
        let found = try SpeakerFinder(database).one(speaker)
        return ("statement.id IN (SELECT statement_id FROM attribution WHERE speaker_id = ?)", [found])
    }

    /// An outlet, by its row or by a host.
    enum Outlet: Hashable {
        case row(Int64)
        case host(String)
    }

    /// What an outlet's name or host means.
    ///
    /// - Throws: ``LedgerError`` when the ledger knows none.
    static func outlet(_ text: String, _ database: Database) throws -> [Outlet] {
        if let id = try Int64.fetchOne(
            database,
            sql: "SELECT id FROM outlet WHERE name = ?",
            arguments: [text]
        ) {
            return [.row(id)]
        }
        let host = ArticleKey.host(of: text) ?? ArticleKey.host(of: "https://" + text)
        let hosts = try String.fetchAll(
            database,
            sql:
                "SELECT DISTINCT host FROM article WHERE host = ?1 OR substr(host, -length(?1) - 1) = '.' || ?1",
            arguments: [host]
        )
        guard !hosts.isEmpty else { throw LedgerError(.notFound, "\(text): no article of such an outlet") }
        return hosts.map(Outlet.host)
    }
}
