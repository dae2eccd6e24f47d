import HTTPTypes
import Hummingbird
import SaysoArticles
import SaysoLedger

/// The page of an article's revisions: what changed after it was printed, statement by statement.
struct RevisionsPage {
    let readers: LedgerReaders
    let pages: Pages

    /// More changes than this are not shown.
    private static let mostChanges = 1000

    func addRoutes(to table: inout RouteTable) { table.get("/articles/{revision}/revisions", show) }

    @Sendable private func show(_ request: Request, _ context: ServerContext) async throws -> Response {
        try Query(request.uri.query, isForm: true).finish()
        let name = try context.name("revision")
        let (reading, changes) = try await readers.read { ledger in
            var filter = ChangeFilter()
            let id = try ledger.revision(named: name)
            filter.article = id
            return (try ledger.reading(id), try ledger.changes(filter, limit: Self.mostChanges + 1))
        }
        var content = ArticleHead.content(reading)
        content["isTooMany"] = changes.count > Self.mostChanges
        content["isOnly"] = reading.siblings.count == 1
        let byRevision = Dictionary(grouping: changes.prefix(Self.mostChanges)) { $0.change.later }
        content["list"] = reading.siblings.reversed().map { sibling in
            Self.content(sibling, byRevision[sibling.id] ?? [], newest: reading.siblings.last?.id)
        }
        let headline = reading.revision.publication.headline ?? "an article without a headline"
        return pages.page("revisions", title: "Revisions of \(headline)", content)
    }

    private static func content(
        _ sibling: RevisionDetails.Sibling,
        _ changes: [ArticleChange],
        newest: RevisionID?
    ) -> Content {
        var content: Content = [
            "number": sibling.number, "address": PageAddress.article(sibling.id), "name": "\(sibling.id)",
            "isNewest": sibling.id == newest, "isFirst": sibling.number == 1,
            "isSilent": changes.contains { $0.change.isSilent },
            "summary": summary(changes.map(\.change)),
            "changes": changes.map(Self.content),
            "isUnexplained": changes.isEmpty && sibling.number > 1,
        ]
        content["seen"] = DayText.content(sibling.retrieved ?? sibling.added)
        content["headline"] = ShortText.line(sibling.headline ?? "No headline", 300)
        return content
    }

    /// `2 added, 1 reworded`.
    private static func summary(_ changes: [RevisionChange]) -> String {
        let names: [(RevisionChange.Kind, String)] = [
            (.headline, "headline changed"), (.added, "added"), (.removed, "removed"),
            (.reworded, "reworded"),
            (.moved, "given to another speaker"), (.ownVoice, "changed in the outlet’s own voice"),
        ]
        return names.compactMap { kind, name in
            let count = changes.count { $0.kind == kind }
            return count == 0 ? nil : kind == .headline || kind == .ownVoice ? name : "\(count) \(name)"
        }.joined(separator: ", ")
    }

    private static func content(_ change: ArticleChange) -> Content {
        var content: Content = [
            "kind": PlainWords.name(change.change.kind), "class": change.change.kind.rawValue,
            "difference": Self.words(change.change),
        ]
        if change.change.kind != .headline, change.change.kind != .ownVoice {
            content["who"] =
                change.speakers.isEmpty
                ? "Nobody named" : ShortText.line(change.speakers.joined(separator: ", "))
        }
        if change.change.kind == .moved {
            content["former"] =
                change.formerSpeakers.isEmpty
                ? "Nobody named" : ShortText.line(change.formerSpeakers.joined(separator: ", "))
        }
        content["before"] = change.change.before.map(PageAddress.statement)
        content["after"] = change.change.after.map(PageAddress.statement)
        return content
    }

    /// How the words differ; where there are none on one side, all are gone or come.
    static func words(_ change: RevisionChange) -> [Content] {
        if let difference = change.difference { return difference.content }
        if let gone = change.wordsBefore { return [["isGone": true, "text": gone]] }
        return [["isCome": true, "text": change.wordsAfter ?? ""]]
    }
}
