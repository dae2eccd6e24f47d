import Hummingbird
import SaysoLedger

/// The page that shows whom articles quote: the source audit.
struct AuditPage {
    let readers: LedgerReaders
    let pages: Pages

    private static let mostOutlets = 10
    private static let mostQuoted = 10

    func addRoutes(to table: inout RouteTable) { table.get("/audit", show) }

    /// What the ledger says.
    private struct Reading: Sendable {
        var audit: SourceAudit?
        var outlets: [OutletAudit] = []
        var known: [ListedOutlet] = []
        var complaint: String?
    }

    @Sendable private func show(_ request: Request, _ context: ServerContext) async throws -> Response {
        let filter = try OutletDaysFilter(request.uri.query)
        try filter.query.finish()
        let reading = try await readers.read { ledger in
            var reading = Reading(known: try ledger.outlets(limit: OutletDaysFilter.mostOutlets))
            do {
                let scope = try filter.scope()
                reading.audit = try ledger.audit(scope, limit: Self.mostQuoted)
                reading.outlets = try ledger.auditByOutlet(scope, limit: Self.mostOutlets)
            } catch let error where (error as? LedgerError)?.isAboutQuestion == true {
                reading.complaint = (error as? LedgerError)?.message
            }
            return reading
        }
        var content: [String: Any] = filter.content(reading.known)
        content["boxesLegend"] = "Outlets; with none chosen, all of them count"
        content["styles"] = ["people.css"]
        content["complaint"] = reading.complaint.orFalse
        content["hasFilter"] = !filter.isEmpty
        content["isEmpty"] = reading.audit?.articles == 0
        content["audit"] = reading.audit.flatMap { $0.articles == 0 ? nil : Self.figures($0) }.orFalse
        content["hasByOutlet"] = reading.outlets.count > 1
        content["byOutlet"] = reading.outlets.map { outlet -> [String: Any] in
            [
                "outlet": outlet.name ?? "no known outlet",
                "address": outlet.name.map { "/audit?\(filter.fields(outlets: [$0]))" }.orFalse,
                "articles": PlainWords.grouped(outlet.articles),
                "stories": PlainWords.grouped(outlet.stories),
                "statements": PlainWords.grouped(outlet.statements),
                "unnamed": outlet.unnamedShare.map(Self.share).orFalse,
                "ownVoice": Self.share(outlet.ownVoiceShare),
            ]
        }
        content["moreOutlets"] = reading.outlets.count == Self.mostOutlets
        content["data"] = "/api/v1/stats?\(filter.fields(outlets: filter.outlets))"
        return pages.page(
            "audit",
            title: "Who is quoted",
            status: reading.complaint == nil ? .ok : .badRequest,
            content
        )
    }

    private static func share(_ share: Double) -> [String: Any] {
        ["percent": PageWords.percent(share), "bar": ShareBar.length(share)]
    }

    private static func figures(_ audit: SourceAudit) -> [String: Any] {
        func rows(_ counts: [SourceAudit.Count], _ words: [String: (String, String)]) -> [[String: Any]] {
            counts.map { count in
                let (name, note) = words[count.name] ?? (count.name, "")
                return [
                    "label": name, "note": note.isEmpty ? false : note,
                    "statements": PlainWords.grouped(count.statements), "share": share(count.share),
                ]
            }
        }
        let most = audit.quoted.map(\.stories).max() ?? 1
        return [
            "articles": PlainWords.grouped(audit.articles),
            "stories": PlainWords.count(audit.stories, "story", "stories"),
            "statements": PlainWords.grouped(audit.statements),
            "unnamed": audit.unnamedShare.map(share).orFalse,
            "ownVoice": audit.ownVoiceShare.map(share).orFalse,
            "hasStatements": audit.statements > 0,
            "groups": [
                ["id": "sources", "heading": "Who is quoted", "rows": rows(audit.sources, sourceWords)]
                    as Content,
                ["id": "forms", "heading": "In whose words", "rows": rows(audit.forms, formWords)] as Content,
                ["id": "cues", "heading": "What kind of saying", "rows": rows(audit.kinds, [:])] as Content,
            ],
            "hasQuoted": !audit.quoted.isEmpty,
            "quoted": audit.quoted.map { quoted -> [String: Any] in
                [
                    "address": "/speakers/\(quoted.speaker)",
                    "name": quoted.name.isEmpty ? "\(quoted.speaker)" : quoted.name,
                    "role": quoted.role.orFalse, "stories": PlainWords.grouped(quoted.stories),
                    "articles": PlainWords.grouped(quoted.articles),
                    "statements": PlainWords.grouped(quoted.statements),
                    "bar": ShareBar.length(Double(quoted.stories) / Double(most)),
                ]
            },
        ]
    }

    private static let sourceWords = [
        "person": ("People with a name", ""), "organisation": ("Organisations", ""),
        "group": ("Groups", "several people under one name, such as “the senators”"),
        "document": ("Documents", "a report, a law, a letter"),
        "unnamed": ("Nobody named", "such as “a senior official”"),
        "several": ("Several together", "joint statements of different kinds"),
        "unresolved": ("Not clear who", "the article leaves it open"),
        "none": ("No source", "quotation marks without a speaker"),
    ]

    private static let formWords = [
        "direct": ("The speaker’s own words", "all in quotation marks"),
        "mixed": ("Partly the speaker’s own", "some in quotation marks"),
        "indirect": ("The reporter’s words", "none in quotation marks"),
    ]
}

extension LedgerError {
    /// Whether it is about what somebody asked for, and not about the ledger.
    var isAboutQuestion: Bool { code == .invalid || code == .notFound }
}
