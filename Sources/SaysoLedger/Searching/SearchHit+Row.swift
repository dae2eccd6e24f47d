import GRDB
import SaysoStatements

extension SearchHit {
    /// Reads a statement with where it stands.
    init(row id: Int64, _ database: Database, _ marker: WordMarker) throws {
        // Columns by number: their names would be looked for in every row.
        let find = try database.cachedStatement(
            sql: """
                SELECT statement.form, statement.kind, revision.uid, statement.number, statement.is_negated,
                    statement.source, statement.cue, statement.content, statement.said, statement.day,
                    coalesce(revision.outlet, outlet.name), revision.headline, revision.url, revision.published,
                    statement.cluster_id, statement.is_current, statement.speakers, statement.revision_id,
                    statement.said_to
                FROM statement JOIN revision ON revision.id = statement.revision_id
                JOIN article ON article.id = revision.article_id LEFT JOIN outlet ON outlet.id = article.outlet_id
                WHERE statement.id = ?
                """
        )
        guard let row = try Row.fetchOne(find, arguments: [id]),
            let form = try Statement.Form(rawValue: row[0]),
            let kind = try Saying.Kind(rawValue: row[1])
        else { throw LedgerError(.damaged, "statement \(id) cannot be read") }
        let speakers = try Self.speakers(row[16], revision: row[17], statement: id, database)
        let day: Int = try row[9]
        let content: String = try row[7]
        try self.init(
            row: id,
            id: StatementID(revision: RevisionID(number: row[2]), index: row[3]),
            speakers: speakers.map(\.name),
            speakerIDs: speakers.map(\.id),
            role: speakers.first?.role,
            form: form,
            kind: kind,
            isNegated: row[4],
            source: row[5],
            cue: row[6],
            content: content,
            marks: marker.marks(in: content),
            said: StoredStatement.said(row[8], to: row[18]),
            day: day == 0 ? nil : SaidDays.spelled(day),
            outlet: row[10],
            headline: row[11],
            url: row[12],
            published: row[13],
            cluster: row[14],
            isCurrent: row[15]
        )
    }

    /// Who speaks: the speakers of these numbers in the revision, with commas between.
    private static func speakers(_ listed: String, revision: Int64, statement: Int64, _ database: Database)
        throws -> [(id: String, name: String, role: String?)]
    {
        if listed.isEmpty { return [] }
        let find = try database.cachedStatement(
            sql: """
                SELECT speaker.id, speaker.name, article_speaker.role
                FROM json_each('[' || ? || ']') AS listed
                CROSS JOIN article_speaker ON revision_id = ? AND article_speaker.number = listed.value
                LEFT JOIN statement_speaker ON statement_id = ? AND statement_speaker.number = listed.value
                CROSS JOIN speaker ON speaker.id = coalesce(statement_speaker.speaker_id, article_speaker.speaker_id)
                """
        )
        return try Row.fetchAll(find, arguments: [listed, revision, statement]).map {
            try ("p\($0[0] as Int64)", $0[1], $0[2])
        }
    }
}
