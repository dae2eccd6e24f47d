import GRDB
import SaysoStatements

extension SearchHit {
    /// Reads a statement with where it stands.
    init(row id: Int64, _ database: Database, _ marker: WordMarker) throws {
        let find = try database.cachedStatement(
            sql: """
                SELECT statement.*, revision.uid, revision.headline, revision.url, revision.published,
                    coalesce(revision.outlet, outlet.name) AS outlet
                FROM statement JOIN revision ON revision.id = statement.revision_id
                JOIN article ON article.id = revision.article_id LEFT JOIN outlet ON outlet.id = article.outlet_id
                WHERE statement.id = ?
                """
        )
        guard let row = try Row.fetchOne(find, arguments: [id]),
            let form = try Statement.Form(rawValue: row["form"]),
            let kind = try Saying.Kind(rawValue: row["kind"])
        else { throw LedgerError(.damaged, "statement \(id) cannot be read") }
        let speakers = try Self.speakers(row, database)
        let day: Int = try row["day"]
        try self.init(
            row: id,
            id: StatementID(revision: RevisionID(number: row["uid"]), index: row["number"]),
            speakers: speakers.map(\.name),
            speakerIDs: speakers.map(\.id),
            role: speakers.first?.role,
            form: form,
            kind: kind,
            isNegated: row["is_negated"],
            source: row["source"],
            cue: row["cue"],
            content: row["content"],
            marks: marker.marks(in: row["content"]),
            said: StoredStatement.said(row),
            day: day == 0 ? nil : SaidDays.spelled(day),
            outlet: row["outlet"],
            headline: row["headline"],
            url: row["url"],
            published: row["published"],
            cluster: row["cluster_id"],
            isCurrent: row["is_current"]
        )
    }

    private static func speakers(_ row: Row, _ database: Database) throws -> [(
        id: String, name: String, role: String?
    )] {
        let find = try database.cachedStatement(
            sql: """
                SELECT speaker.id, speaker.name, article_speaker.role
                FROM json_each('[' || ? || ']') AS listed
                CROSS JOIN article_speaker ON revision_id = ? AND article_speaker.number = listed.value
                LEFT JOIN statement_speaker ON statement_id = ? AND statement_speaker.number = listed.value
                CROSS JOIN speaker ON speaker.id = coalesce(statement_speaker.speaker_id, article_speaker.speaker_id)
                """
        )
        let arguments: StatementArguments = try [
            row["speakers"] as String, row["revision_id"] as Int64, row["id"] as Int64,
        ]
        return try Row.fetchAll(find, arguments: arguments).map {
            try ("p\($0[0] as Int64)", $0[1], $0[2])
        }
    }
}
