import Hummingbird
import SaysoLedger
import SaysoStatements

/// The page that lists who speaks.
struct SpeakersPage {
    let readers: LedgerReaders
    let pages: Pages

    private static let pageSize = 50

    func addRoutes(to table: inout RouteTable) { table.get("/speakers", show) }

    @Sendable private func show(_ request: Request, _ context: ServerContext) async throws -> Response {
        var query = try Query(request.uri.query, isForm: true)
        let fields = query
        let name = try query.text("q")
        let kind: Speaker.Kind? = try query.choice("kind")
        let number = try query.number("page", in: 1...100_000) ?? 1
        try query.finish()
        let offset = (number - 1) * Self.pageSize
        let (speakers, count, all, doubts) = try await readers.read { ledger in
            (
                try ledger.speakers(named: name, kind: kind, limit: Self.pageSize, offset: offset),
                try ledger.speakerCount(named: name, kind: kind),
                try name == nil && kind == nil ? nil : ledger.speakerCount(),
                try ledger.speakerDoubtCount()
            )
        }
        func page(_ number: Int) -> String {
            "/speakers?" + fields.spelled(without: "page", with: number > 1 ? ("page", "\(number)") : nil)
        }
        let last = max(1, (count + Self.pageSize - 1) / Self.pageSize)
        return pages.page(
            "speakers",
            title: name.map { "People called “\($0.prefix(60))”" } ?? "People",
            [
                "styles": ["people.css"], "q": name.orFalse, "hasSpeakers": !speakers.isEmpty,
                "speakers": speakers.map(Self.row),
                "isLedgerEmpty": count == 0 && (all ?? 0) == 0,
                "isPastEnd": speakers.isEmpty && count > 0,
                "isEmpty": count == 0 && (all ?? 0) > 0,
                "counted": PlainWords.count(
                    count,
                    kind == nil ? "speaker" : "match",
                    kind == nil ? "speakers" : "matches"
                ),
                "doubts": doubts == 0
                    ? false
                    : PlainWords.count(
                        doubts,
                        "pair may be one and the same",
                        "pairs may be one and the same"
                    ),
                "kinds": ([nil] + Speaker.Kind.allCases).map { each -> [String: Any] in
                    [
                        "value": each?.rawValue ?? "", "isChosen": each == kind,
                        "name": each.map(Self.choice) ?? "Everyone with a name",
                    ]
                },
                "previous": number > 1 ? page(min(number - 1, last)) : false,
                "next": number < last ? page(number + 1) : false,
                "place": last > 1
                    ? "Page \(PlainWords.grouped(number)) of \(PlainWords.grouped(last))" : false,
            ]
        )
    }

    private static func choice(_ kind: Speaker.Kind) -> String {
        switch kind {
        case .person: "People"
        case .organisation: "Organisations"
        case .group: "Groups, such as “the senators”"
        case .document: "Documents, such as a report"
        case .unnamed: "Nobody named, such as “an official”"
        }
    }

    static func row(_ speaker: KnownSpeaker) -> [String: Any] {
        [
            "number": "\(speaker.id)", "address": PageAddress.speaker("\(speaker.id)"),
            "name": speaker.name.isEmpty ? "\(speaker.id)" : speaker.name,
            "counted": PlainWords.count(speaker.statements, "statement", "statements") + " in "
                + PlainWords.count(speaker.articles, "article", "articles"),
            "role": speaker.role.orFalse, "kind": PageWords.kind(speaker.kind.rawValue),
            "statements": PlainWords.grouped(speaker.statements),
            "articles": PlainWords.grouped(speaker.articles),
            "outlets": Self.outlets(speaker.outlets), "first": PageWords.time(speaker.first),
            "last": speaker.last == speaker.first ? false : PageWords.time(speaker.last),
        ]
    }

    /// The first outlets, and how many more.
    static func outlets(_ names: [String]) -> Any {
        guard !names.isEmpty else { return false }
        let first = names.prefix(3).joined(separator: ", ")
        return names.count > 3 ? "\(first) and \(PlainWords.grouped(names.count - 3)) more" : first
    }
}
