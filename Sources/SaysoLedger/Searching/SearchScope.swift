import GRDB
import SaysoStatements

/// What a search looks for, in terms of the database: words and marks in the index, and conditions on rows.
struct SearchScope {
    /// Words and marks; nil when rows alone decide.
    private(set) var match: MatchExpression?
    /// Conditions on `statement`, in SQL, before which the index is asked.
    private(set) var conditions: [String] = []
    /// Conditions on `statement_words.rowid`, which spare looking rows up.
    private(set) var indexConditions: [String] = []
    /// Tables that conditions need.
    private(set) var joins = ""
    private(set) var isByDay = true
    private let database: Database

    init(_ search: Search, _ database: Database) throws {
        self.database = database
        let question = search.question
        let said = search.said.intersection(question.said)
        let published = search.published.intersection(question.published)
        var nodes = [question.root].compactMap(\.self)
        if let role = search.role { nodes.append(.words(role, isPrefix: false, in: .role)) }
        if !search.outlets.isEmpty { nodes.append(.any(search.outlets.map { .outlet($0) })) }
        for forms in [Array(search.forms), question.forms] where !forms.isEmpty {
            let names = forms.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            conditions.append("statement.form IN (\(names))")
            if !nodes.isEmpty { nodes.append(.tags(forms.map { "f\($0.rawValue)" }.sorted())) }
        }
        if !search.kinds.isEmpty { nodes.append(.kinds(search.kinds.sorted { $0.rawValue < $1.rawValue })) }
        if published != DayRange() {
            try nodes.append(contentsOf: tags(["p", "d"], published, of: "revision"))
            joins += " CROSS JOIN revision ON revision.id = statement.revision_id"
            conditions.append(published.condition(on: "revision.day"))
        }
        if said != DayRange() {
            if !nodes.isEmpty { try nodes.append(contentsOf: tags(["d"], said, of: "statement")) }
            conditions.append(said.condition(on: "statement.day"))
        }
        if !search.hasEarlierRevisions { conditions.append("statement.is_current") }
        for names in [search.speakers, [question.speaker].compactMap(\.self)] where !names.isEmpty {
            try add(speakers: names, &nodes)
        }
        for cluster in [search.cluster, question.cluster] {
            if let cluster { conditions.append("statement.cluster_id = \(cluster)") }
            if let cluster { add("SELECT id FROM statement WHERE cluster_id = \(cluster)", isSmall: true) }
        }
        if let row = search.newerThan {
            conditions += ["statement.id > \(row)", Self.isNew]
            indexConditions.append("statement_words.rowid > \(row)")
            isByDay = false
        }
        if search.isChanged || question.isChanged {
            add(
                """
                SELECT before_id FROM change WHERE before_id IS NOT NULL
                UNION SELECT after_id FROM change WHERE after_id IS NOT NULL
                """,
                isSmall: false
            )
        }
        if !nodes.isEmpty { match = try MatchExpression(nodes, outlets: OutletReference(database: database)) }
    }

    /// Statements that the revision before did not have.
    private static let isNew = """
        EXISTS (
            SELECT 1 FROM revision AS printed WHERE printed.id = statement.revision_id AND (
                printed.number = 1
                OR statement.id IN (SELECT after_id FROM change WHERE change.revision_id = printed.id)
            )
        )
        """

    /// The years and months of some days, as far as there are any.
    private func tags(_ marks: [String], _ days: DayRange, of table: String) throws -> [Question.Node] {
        // (Each by itself is looked up in the index; both together would be looked for in all of it.)
        let ends = """
            SELECT (SELECT min(day) FROM \(table) WHERE day > 0), (SELECT max(day) FROM \(table) WHERE day > 0)
            """
        guard let row = try Row.fetchOne(database, sql: ends), let first = try row[0] as Int?,
            let last = try row[1] as Int?,
            let months = days.months(within: first...last)
        else { return [] }
        return [.tags(months.flatMap { month in marks.map { $0 + "\(month)" } })]
    }

    // MARK: Sets of rows

    /// Takes only rows of a set. Where the index is asked, it goes through all its matches and looks each up in the
    /// set, unless the set is small: then it is asked for each.
    private mutating func add(_ rows: String, isSmall: Bool) {
        conditions.append("statement.id IN (\(rows))")
        indexConditions.append("\(isSmall ? "" : "+")statement_words.rowid IN (\(rows))")
        isByDay = false
    }

    /// The index knows speakers by the names that articles print, so these are looked for first.
    private static let mostNames = 40

    private mutating func add(speakers references: [String], _ nodes: inout [Question.Node]) throws {
        var ids: Set<Int64> = []
        for reference in references {
            ids.formUnion(try SpeakerFinder(database).some(reference))
        }
        let list = ids.sorted().map(String.init).joined(separator: ", ")
        let rows = "SELECT statement_id FROM attribution WHERE speaker_id IN (\(list))"
        let names = try String.fetchAll(
            database,
            sql:
                "SELECT DISTINCT name FROM article_speaker WHERE speaker_id IN (\(list)) LIMIT \(Self.mostNames + 1)"
        )
        // Statements that a person gave to somebody stand under another name there.
        let isGiven = try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM statement_speaker WHERE speaker_id IN (\(list)))"
        )
        if nodes.isEmpty || isGiven == true || !(1...Self.mostNames ~= names.count)
            || !names.allSatisfy(\.hasWord)
        {
            return add(rows, isSmall: false)
        }
        nodes.append(.any(names.map { .words($0, isPrefix: false, in: .speaker) }))
        conditions.append(
            """
            EXISTS (
                SELECT 1 FROM attribution WHERE speaker_id IN (\(list)) AND attribution.day = statement.day
                AND statement_id = statement.id
            )
            """
        )
    }
}
