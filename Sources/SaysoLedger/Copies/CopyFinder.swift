import GRDB
import SaysoArticles
import SaysoStatements

/// Finds the same words in many places as revisions are added: quotations and whole articles.
struct CopyFinder {
    private var statements: CopyGroups
    private var articles: CopyGroups

    /// - Parameters:
    ///   - database: inside a transaction.
    ///   - crowd: see ``CopyGroups/crowd``.
    /// - Throws: when the database fails.
    init(_ database: Database, crowd: Int = CopyGroups.crowd) throws {
        statements = try CopyGroups(.statements, database, crowd: crowd)
        articles = try CopyGroups(.articles, database, crowd: crowd)
    }

    /// Takes in a revision that has been written.
    ///
    /// - Parameters:
    ///   - revision: the revision.
    ///   - row: its row.
    ///   - statementRows: those of its statements.
    mutating func add(_ revision: PreparedRevision, row: Int64, statements statementRows: [Int64]) {
        if let fingerprint = revision.fingerprint { articles.add(row, fingerprint) }
        for (statement, row) in zip(revision.statements, statementRows) {
            if let fingerprint = statement.fingerprint { statements.add(row, fingerprint) }
        }
    }

    /// Finds what is alike among what was taken in and what was there; at the end of the transaction.
    ///
    /// - Throws: when the database fails.
    mutating func finish() throws {
        try statements.settle()
        try articles.settle()
    }
}

extension Revision {
    /// What copies of an article have in common: its text without headlines and lines of times.
    var body: [UInt8] { Self.body(text, paragraphs) }

    static func body(_ text: [UInt8], _ paragraphs: [Paragraph]) -> [UInt8] {
        var body: [UInt8] = []
        for paragraph in paragraphs where paragraph.kind != .headline && paragraph.kind != .timeLine {
            // (A damaged file may say anything.)
            body += text[paragraph.range.clamped(to: 0..<text.count)]
            body.append(0x0A)
        }
        return body
    }

    /// The fingerprint of a statement; nil when it is too short, or says what was not said.
    public func fingerprint(of statement: Statement) -> Fingerprint? {
        Fingerprint(
            words(statement.content),
            form: statement.form,
            isNegated: statement.isNegated,
            people: statement.speakers.map { speakers[$0] }.filter { $0.kind == .person }.map(\.name)
        )
    }
}

extension Fingerprint {
    /// Of a statement; nil when it is too short, or says what was not said.
    init?(
        _ content: String,
        form: SaysoStatements.Statement.Form,
        isNegated: Bool,
        people: [String]
    ) {
        if isNegated, form == .indirect { return nil }
        self.init(saying: content, isQuoted: form != .indirect, by: people)
    }
}

extension CopyGroups.Rows {
    /// Statements with the same words.
    static var statements: Self {
        Self(
            keys: .statements,
            groups: "cluster",
            owner: "SELECT id, cluster_id FROM statement WHERE id = ?",
            join: "UPDATE statement SET cluster_id = ? WHERE id = ?",
            move: "UPDATE statement SET cluster_id = ? WHERE cluster_id = ?",
            members: "SELECT id FROM statement WHERE cluster_id = ? ORDER BY id",
            fingerprint: { row, database in
                let find = try database.cachedStatement(
                    sql: """
                        SELECT content, form, is_negated, speakers, revision_id FROM statement WHERE id = ?
                        """
                )
                guard let statement = try Row.fetchOne(find, arguments: [row]),
                    let form = try SaysoStatements.Statement.Form(rawValue: statement[1])
                else { return nil }
                let numbers = try (statement[3] as String).split(separator: ",").compactMap { Int($0) }
                let name = try database.cachedStatement(
                    sql: """
                        SELECT name FROM article_speaker WHERE revision_id = ? AND number = ? AND kind = 'person'
                        """
                )
                let people = try numbers.compactMap {
                    try String.fetchOne(name, arguments: [statement[4] as Int64, $0])
                }
                return try Fingerprint(statement[0], form: form, isNegated: statement[2], people: people)
            }
        )
    }

    /// Articles with the same text; any revision of an article counts.
    static var articles: Self {
        Self(
            keys: .articles,
            groups: "story",
            owner: """
                SELECT article.id, story_id FROM revision JOIN article ON article.id = article_id
                WHERE revision.id = ?
                """,
            join: "UPDATE article SET story_id = ? WHERE id = ?",
            move: "UPDATE article SET story_id = ? WHERE story_id = ?",
            members: """
                SELECT revision.id FROM article JOIN revision ON article_id = article.id WHERE story_id = ?
                ORDER BY revision.id
                """,
            fingerprint: { row, database in
                guard let stored = try StoredRevision.with(id: row, database) else { return nil }
                return Fingerprint(article: Revision.body(try stored.text(), try stored.paragraphs()))
            }
        )
    }
}
