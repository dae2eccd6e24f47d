import SaysoStatements

/// One of the figures of an audit.
package struct AuditRow: LedgerRow {
    package static let columns = [
        "group", "name", "statements", "share", "stories", "articles", "speaker", "role",
    ]

    private var group: String
    private var name: String
    private var statements: Int?
    private var share: Double?
    private var stories: Int?
    private var articles: Int?
    private var speaker: String?
    private var role: String?

    package var cells: [Cell] {
        [
            .text(group), .text(name), .number(statements), .share(share), .number(stories),
            .number(articles), .text(speaker), .text(role),
        ]
    }

    /// All figures of an audit, group by group.
    package static func all(of audit: SourceAudit) -> [AuditRow] {
        var rows = [
            AuditRow(
                group: "all",
                name: "all",
                statements: audit.statements,
                stories: audit.stories,
                articles: audit.articles
            )
        ]
        for (group, counts) in [("source", audit.sources), ("form", audit.forms), ("kind", audit.kinds)] {
            rows += counts.map { count in
                AuditRow(group: group, name: count.name, statements: count.statements, share: count.share)
            }
        }
        rows.append(
            AuditRow(
                group: "share",
                name: "unnamed among named and unnamed sources",
                share: audit.unnamedShare
            )
        )
        rows.append(AuditRow(group: "share", name: "own voice", share: audit.ownVoiceShare))
        return rows
            + audit.quoted.map { quoted in
                AuditRow(
                    group: "quoted",
                    name: quoted.name,
                    statements: quoted.statements,
                    stories: quoted.stories,
                    articles: quoted.articles,
                    speaker: "\(quoted.speaker)",
                    role: quoted.role
                )
            }
    }
}

extension OutletComparison.Item: LedgerRow {
    package static let columns = [
        "reported", "speakers", "first", "second", "first_form", "second_form", "first_statement",
        "second_statement", "first_day", "second_day",
    ]

    package var cells: [Cell] {
        [
            .text(result.rawValue), .list(speakers), .text(first?.text), .text(second?.text),
            .text(first?.form?.rawValue), .text(second?.form?.rawValue),
            .text(first?.statement?.description), .text(second?.statement?.description),
            .text(first?.day.map(SaidDays.spelled)), .text(second?.day.map(SaidDays.spelled)),
        ]
    }
}
