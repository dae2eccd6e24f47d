import HTTPTypes
import Hummingbird
import SaysoLedger
import SaysoStatements

/// The page about one speaker: what they said, day by day, and how their words on a topic changed.
struct PersonPage {
    let readers: LedgerReaders
    let pages: Pages

    private static let pageSize = 25

    func addRoutes(to table: inout RouteTable) { table.get("/speakers/{speaker}", show) }

    /// All that the page shows.
    private struct Reading: Sendable {
        var speaker: KnownSpeaker
        var days: [DayCount] = []
        var hits: [SearchHit] = []
        var next: String?
        var outlets: [QuotingOutlet] = []
        /// What makes no sense of the question.
        var complaint: String?
    }

    @Sendable private func show(_ request: Request, _ context: ServerContext) async throws -> Response {
        let id = try context.speaker()
        var query = try Query(request.uri.query, isForm: true)
        let fields = query
        let topic = try query.text("q")
        let said = try query.text("said")
        let cursor = try query.text("cursor")
        try query.finish()
        let reading = try await readers.read { try Self.reading($0, id, topic, said, cursor) }
        let address = "/speakers/\(reading.speaker.id)"
        // A number that was given up stands for somebody else now.
        if "\(reading.speaker.id)" != id {
            let rest = request.uri.query.map { "?\($0)" } ?? ""
            return Response(status: .temporaryRedirect, headers: [.location: address + rest])
        }
        var content = Self.about(reading.speaker, outlets: reading.outlets)
        content["q"] = topic.orFalse
        content["said"] = said.orFalse
        content["complaint"] = reading.complaint.orFalse
        let chosen = said.flatMap(DayRange.init) ?? DayRange()
        content["chosenDays"] =
            said == nil || reading.complaint != nil
            ? false
            : [
                "words": Self.words(of: said ?? ""),
                "without": address + "?" + Self.fields(q: topic) + "#statements",
            ]
        content["chart"] =
            TimelineChart(reading.days).map { chart in
                chart.content(chosen: chosen) { bar in
                    "\(address)?\(Self.fields(q: topic, said: chart.said(bar)))#statements"
                }
            }.orFalse
        let undated = reading.days.first { $0.day <= 0 }?.statements ?? 0
        content["undated"] = undated == 0 ? false : PlainWords.count(undated, "statement", "statements")
        let isTopical = topic != nil
        content["statements"] = SaidList.content(reading.hits, withDifferences: isTopical)
        content["hasStatements"] = !reading.hits.isEmpty
        content["nothing"] = reading.hits.isEmpty && reading.complaint == nil && (topic != nil || said != nil)
        content["heading"] =
            topic.map { "On “\($0.prefix(100))”, the earliest first" }
            ?? (said == nil ? "The latest statements" : "Statements, the earliest first")
        content["next"] =
            reading.next.map {
                "\(address)?\(fields.spelled(without: "cursor", with: ("cursor", $0)))#statements"
            }.orFalse
        let search = "speaker=\(reading.speaker.id)" + (topic.map { "&q=\(Query.encoded($0))" } ?? "")
        content["search"] = "/?\(search)"
        content["feeds"] = [
            ["type": "application/atom+xml", "title": "Atom", "address": "/feeds/search.atom?\(search)"],
            [
                "type": "application/feed+json", "title": "JSON Feed",
                "address": "/feeds/search.json?\(search)",
            ],
        ]
        content["downloads"] = [("csv", "CSV"), ("jsonl", "JSON Lines"), ("json-ld", "JSON-LD")].map {
            ["address": "/api/v1/export/\($0.0)?speaker=\(reading.speaker.id)", "title": $0.1]
        }
        (content["styles"], content["scripts"]) = (["people.css"], ["people.js"])
        return pages.page(
            "person",
            title: reading.speaker.name,
            status: reading.complaint == nil ? .ok : .badRequest,
            content
        )
    }

    private static func reading(
        _ ledger: Ledger,
        _ id: String,
        _ topic: String?,
        _ said: String?,
        _ cursor: String?
    ) throws -> Reading {
        var reading = Reading(speaker: try ledger.speaker(id))
        let speaker = "\(reading.speaker.id)"
        reading.outlets = try ledger.outlets(quoting: speaker, limit: 100)
        var all = Search(Question())
        all.speakers = [speaker]
        do {
            var search = Search(try Question(topic ?? ""))
            search.speakers = [speaker]
            reading.days = try ledger.days(of: search)
            if let said {
                guard let days = DayRange(said) else {
                    throw LedgerError(
                        .invalid,
                        "write days as 2025-03-03, 2025-03 or 2025, or two of them with .. between"
                    )
                }
                search.said = days
            }
            search.order = topic == nil && said == nil ? .newest : .oldest
            search.limit = Self.pageSize
            search.cursor = cursor
            let results = try ledger.search(search)
            (reading.hits, reading.next) = (results.hits, results.next)
        } catch let error where (error as? LedgerError)?.code == .invalid {
            reading.complaint = (error as? LedgerError)?.message
            reading.days = try ledger.days(of: all)
        }
        return reading
    }

    // MARK: Parts

    /// Who it is.
    static func about(_ speaker: KnownSpeaker, outlets: [QuotingOutlet]) -> [String: Any] {
        let most = outlets.map(\.statements).max() ?? 1
        return [
            "id": "\(speaker.id)", "name": speaker.name.isEmpty ? "\(speaker.id)" : speaker.name,
            "role": speaker.role.orFalse, "kind": PageWords.kind(speaker.kind.rawValue),
            "isUnnamed": speaker.kind == .unnamed,
            "counted": PlainWords.count(speaker.statements, "statement", "statements"),
            "inArticles": PlainWords.count(speaker.articles, "article", "articles"),
            "first": PageWords.time(speaker.first), "isSilent": speaker.statements == 0,
            "last": speaker.last == speaker.first ? false : PageWords.time(speaker.last),
            "link": speaker.link.flatMap(Self.link).orFalse,
            "hasFaces": !speaker.faces.isEmpty,
            "faces": speaker.faces.prefix(100).map { face -> [String: Any] in
                [
                    "printed": face.name, "as": face.role.orFalse, "of": face.affiliation.orFalse,
                    "articles": PlainWords.grouped(face.articles), "from": PageWords.time(face.first),
                    "to": face.first == face.last ? false : PageWords.time(face.last),
                ]
            },
            "moreFaces": speaker.faces.count > 100 ? PlainWords.grouped(speaker.faces.count - 100) : false,
            "hasOutlets": !outlets.isEmpty,
            "outlets": outlets.map { outlet -> [String: Any] in
                let name = outlet.name.map { "&outlet=\(Query.encoded($0))" }
                return [
                    "outlet": outlet.name ?? "no known outlet",
                    "address": name.map { "/?speaker=\(speaker.id)\($0)" }.orFalse,
                    "statements": PlainWords.grouped(outlet.statements),
                    "articles": PlainWords.grouped(outlet.articles),
                    "bar": ShareBar.length(Double(outlet.statements) / Double(most)),
                    "from": PageWords.time(outlet.first),
                    "to": outlet.first == outlet.last ? false : PageWords.time(outlet.last),
                ]
            },
        ]
    }

    /// An address of the web, and what to call it; nil for what a browser should not follow.
    private static func link(_ address: String) -> [String: Any]? {
        guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return nil }
        let host = address.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
        let isWikidata = address.hasPrefix("https://www.wikidata.org/wiki/")
        return [
            "address": address,
            "title": isWikidata ? "Wikidata \(address.split(separator: "/").last ?? "")" : String(host),
        ]
    }

    private static func fields(q: String?, said: String? = nil) -> String {
        [q.map { "q=\(Query.encoded($0))" }, said.map { "said=\(Query.encoded($0))" }].compactMap(\.self)
            .joined(separator: "&")
    }

    /// `4 May 2026`, `4 May 2026 to 10 May 2026`.
    private static func words(of said: String) -> String {
        guard let dots = said.firstRange(of: "..") else { return DayText.spelled(said) }
        let ends = [said[..<dots.lowerBound], said[dots.upperBound...]].map { DayText.spelled(String($0)) }
        if ends[0].isEmpty { return "until \(ends[1])" }
        return ends[1].isEmpty ? "from \(ends[0])" : "\(ends[0]) to \(ends[1])"
    }
}
