import HTTPTypes
import Hummingbird
import SaysoLedger

/// The page of a quotation: where else the same words were printed, and how they differ.
struct ClusterPage {
    let readers: LedgerReaders
    let pages: Pages

    /// More printings than this are not shown.
    private static let most = 200

    func addRoutes(to table: inout RouteTable) { table.get("/clusters/{cluster}", show) }

    @Sendable private func show(_ request: Request, _ context: ServerContext) async throws -> Response {
        try Query(request.uri.query, isForm: true).finish()
        guard let id = Int64(try context.name("cluster")), id > 0 else {
            throw Problem.invalid("quotations have numbers from 1 on")
        }
        let cluster = try await readers.read { try $0.cluster(id) }
        let first = cluster.appearances[0]
        let who = first.speakers.isEmpty ? "Nobody named" : ArticleVoices.joined(first.speakers)
        var content: Content = [
            "id": cluster.id, "who": ShortText.line(who), "words": first.content.visible,
            "isLong": first.content.utf8.count > 300, "outlets": PlainWords.count(cluster.outlets, "outlet"),
            "places": PlainWords.count(cluster.appearances.count, "article"),
            "hasCopies": Set(cluster.appearances.map(\.story)).count < cluster.appearances.count,
            "first": Self.content(first, of: first, isCopy: false),
            "search": "/?cluster=\(cluster.id)",
        ]
        var stories: Set<Int64> = [first.story]
        content["others"] = cluster.appearances.dropFirst().prefix(Self.most).map { appearance in
            Self.content(appearance, of: first, isCopy: !stories.insert(appearance.story).inserted)
        }
        content["hasOthers"] = cluster.appearances.count > 1
        let rest = cluster.appearances.count - 1 - Self.most
        if rest > 0 { content["rest"] = PlainWords.grouped(rest) }
        return pages.page("cluster", title: "The same words in \(content["outlets"]!): \(who)", content)
    }

    /// A printing of a quotation.
    ///
    /// - Parameters:
    ///   - appearance: the printing.
    ///   - first: the one whose words it is compared with.
    ///   - isCopy: whether its article is a copy of one before.
    /// - Returns: what templates show of it.
    private static func content(
        _ appearance: QuotationCluster.Appearance,
        of first: QuotationCluster.Appearance,
        isCopy: Bool
    ) -> Content {
        let difference = WordDifference(from: first.content, to: appearance.content)
        var content: Content = [
            "who": ShortText.line(
                appearance.speakers.isEmpty ? "Nobody named" : ArticleVoices.joined(appearance.speakers)
            ),
            "isOtherSpeaker": appearance.speakers != first.speakers, "isCopy": isCopy,
            "isSameWords": difference.isNone, "difference": difference.content,
            "outlet": ShortText.line(appearance.outlet ?? "An unknown outlet", 120),
            "headline": ShortText.line(appearance.headline ?? "An article without a headline", 200),
            "place": PageAddress.place(appearance.statement),
            "address": PageAddress.statement(appearance.statement),
        ]
        content["published"] = DayText.content(appearance.published)
        return content
    }
}
