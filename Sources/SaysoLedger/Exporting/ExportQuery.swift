import GRDB

/// A selection as SQL.
struct ExportQuery {
    /// The ledger's speakers whose statements are selected; nil for all.
    let speakers: Set<Int64>?
    private let condition: String

    /// - Throws: ``LedgerError`` when no outlet or speaker has the name.
    init(_ selection: ExportSelection, _ database: Database) throws {
        var conditions = selection.allRevisions || selection.revision != nil ? [] : ["revision.is_current"]
        if let revision = selection.revision { conditions.append("revision.uid = \(revision.number)") }
        if let outlet = selection.outlet {
            let rows = try OutletReference(database: database).rows(outlet)
            conditions.append("article.outlet_id IN (\(Self.list(rows)))")
        }
        conditions.append(selection.published.condition(on: "revision.day"))
        var speakers: Set<Int64>?
        if let speaker = selection.speaker {
            let found = try SpeakerFinder(database).some(speaker)
            conditions.append(
                """
                revision.id IN (
                    SELECT revision_id FROM attribution JOIN statement ON statement.id = statement_id
                    WHERE speaker_id IN (\(Self.list(found)))
                )
                """
            )
            speakers = Set(found)
        }
        self.speakers = speakers
        condition = """
            FROM revision JOIN article ON article.id = revision.article_id
            WHERE \(conditions.joined(separator: " AND "))
            """
    }

    private static func list(_ rows: [Int64]) -> String { rows.map(String.init).joined(separator: ", ") }

    /// How many revisions are selected.
    func count(_ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) \(condition)") ?? 0
    }

    /// Their rows, in the order in which they were added.
    func ids(_ database: Database) throws -> FastDatabaseValueCursor<Int64> {
        try Int64.fetchCursor(
            database,
            sql: "SELECT revision.id \(condition) ORDER BY revision.id"
        )
    }
}
