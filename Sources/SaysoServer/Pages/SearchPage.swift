import HTTPTypes
import Hummingbird
import SaysoArticles
import SaysoLedger
import SaysoStatements
import Synchronization

/// The page on which statements are searched.
struct SearchPage {
    let readers: LedgerReaders
    let pages: Pages
    private let sizes = LedgerSizes()

    init(readers: LedgerReaders, pages: Pages) {
        (self.readers, self.pages) = (readers, pages)
    }

    func addRoutes(to table: inout RouteTable) {
        table.get("/", show)
        table.get("/search.csv", download)
    }

    /// What the ledger answers.
    private struct Answer: Sendable {
        /// Nil where something is wrong with the question.
        var results: SearchResults?
        var size: LedgerSize?
        /// What is wrong with a field, by its name.
        var problems: [String: String] = [:]
        /// What speakers that are named by number are called.
        var names: [String: String] = [:]
    }

    @Sendable private func show(_ request: Request, _ context: ServerContext) async throws -> Response {
        let form = try SearchForm(request.uri.query)
        let answer = try await readers.read { [sizes] ledger in
            var answer = Answer()
            answer.problems = form.problems
            if form.isBlank { answer.size = try sizes.size(of: ledger) }
            for id in form.search.speakers.prefix(20) where SpeakerID(id) != nil {
                do throws(LedgerError) { answer.names[id] = try ledger.speaker(id).name } catch {
                    guard error.code == .notFound else { throw error }
                }
            }
            guard answer.problems.isEmpty else { return answer }
            do throws(LedgerError) { answer.results = try ledger.search(form.search) } catch {
                guard error.code == .invalid || error.code == .notFound else { throw error }
                answer.problems = form.blame(error, ledger)
            }
            return answer
        }
        var content = form.content(problems: answer.problems, names: answer.names)
        let hits = answer.results?.hits ?? []
        content["hits"] = hits.map(HitContent.of)
        content["hasHits"] = !hits.isEmpty
        content["isPartlyRanked"] = answer.results?.isPartlyRanked ?? false
        content["isLater"] = form.search.cursor != nil
        content["next"] = answer.results?.next.map { form.address("/", cursor: $0) }
        content["isEmpty"] = hits.isEmpty && answer.problems.isEmpty && answer.size?.articles != 0
        if let size = answer.size {
            content["size"] = size.articles == 0 ? nil : Self.content(size)
            content["isNothingThere"] = size.articles == 0
        }
        return pages.page(
            "search",
            title: form.title,
            status: answer.problems.isEmpty ? .ok : .badRequest,
            content
        )
    }

    private static func content(_ size: LedgerSize) -> Content {
        var content: Content = [
            "statements": PlainWords.count(size.statements, "statement"),
            "articles": PlainWords.count(size.articles, "article"),
            "speakers": PlainWords.count(size.speakers, "named speaker"),
            "outlets": PlainWords.count(size.outlets, "outlet"),
        ]
        if size.changedArticles > 0 {
            content["changed"] = PlainWords.count(size.changedArticles, "article was", "articles were")
        }
        if let first = DayText.content(size.first), let last = DayText.content(size.last) {
            content["days"] = size.first == size.last ? nil : ["first": first, "last": last] as Content
        }
        return content
    }

    /// The results as a table, as many as one search gives.
    @Sendable private func download(_ request: Request, _ context: ServerContext) async throws -> Response {
        var query = try Query(request.uri.query, isForm: true)
        var search = try Search(&query)
        try query.finish()
        search.limit = SearchResults.mostRanked
        return try await readers.read { [search] ledger in
            let hits = try ledger.search(search).hits
            let text = hits.reduce(into: HitRow.header) { $0 += HitRow($1, unit: .codePoints).line }
            var answer = Representation(Array(text.utf8), type: "text/csv; charset=utf-8")
            answer.headers[.contentDisposition] = "attachment; filename=\"search.csv\""
            return answer
        }.response(to: request)
    }
}

/// How much a ledger holds, counted once for each state of it.
private final class LedgerSizes: Sendable {
    private let last = Mutex<(revision: RevisionID?, decisions: Int, size: LedgerSize)?>(nil)

    func size(of ledger: Ledger) throws -> LedgerSize {
        let (newest, decisions) = (try ledger.newestRevision(), try ledger.decisionSteps())
        if let last = last.withLock({ $0 }), last.revision == newest, last.decisions == decisions {
            return last.size
        }
        let size = try ledger.size()
        last.withLock { $0 = (newest, decisions, size) }
        return size
    }
}

/// A statement that a search found, as templates show it.
enum HitContent {
    static func of(_ hit: SearchHit) -> Content {
        var content: Content = [
            "id": hit.id.description, "evidence": PageAddress.statement(hit.id),
            "place": PageAddress.place(hit.id),
            "kind": PlainWords.name(hit.kind, isNegated: hit.isNegated), "form": PlainWords.name(hit.form),
            "headline": ShortText.line(hit.headline ?? "An article without a headline", 200),
            "parts": MarkedText.parts(of: hit), "isEarlier": !hit.isCurrent,
        ]
        if hit.speakers.isEmpty {
            content["nobody"] = ShortText.line(hit.source.isEmpty ? "Nobody named" : hit.source)
        }
        content["people"] = zip(hit.speakers, hit.speakerIDs).enumerated().map { number, speaker in
            [
                "name": ShortText.line(speaker.0), "address": PageAddress.speaker(speaker.1),
                "before": number == 0 ? "" : ", ",
            ] as Content
        }
        let names = hit.speakers.joined(separator: ", ").lowercased()
        content["role"] = hit.role.flatMap {
            names.contains($0.lowercased()) ? nil : ShortText.line($0, 200)
        }
        // "In January" is the first of January only where days are put in order.
        content["day"] = DayText.content(
            hit.said.flatMap { $0.first?.isNumber == true ? $0 : nil } ?? hit.day
        )
        content["isPrinted"] = hit.said == nil
        content["outlet"] = hit.outlet.map { ShortText.line($0, 120) }
        content["cluster"] = hit.cluster.map { "/clusters/\($0)" }
        return content
    }
}

/// Words with what was looked for in them.
enum MarkedText {
    /// A part of what was said, cut where marks begin and end.
    static func parts(of hit: SearchHit) -> [Content] {
        let snippet = Snippet(of: hit.content, marks: hit.marks)
        let bytes = Array(snippet.text.utf8)
        var parts: [Content] = []
        func add(_ range: Range<Int>, isMarked: Bool) {
            guard !range.isEmpty else { return }
            parts.append(["text": String(decoding: bytes[range], as: UTF8.self), "isMarked": isMarked])
        }
        var position = 0
        for mark in snippet.marks {
            add(position..<mark.lowerBound, isMarked: false)
            add(mark, isMarked: true)
            position = mark.upperBound
        }
        add(position..<bytes.count, isMarked: false)
        return parts
    }
}
