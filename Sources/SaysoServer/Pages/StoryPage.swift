import HTTPTypes
import Hummingbird
import SaysoLedger

/// The page that sets beside each other what outlets reported, and in which words.
struct StoryPage {
    let readers: LedgerReaders
    let pages: Pages

    private static let mostOutlets = 4
    private static let mostRows = 150
    private static let mostQuotations = 12

    func addRoutes(to table: inout RouteTable) { table.get("/stories", show) }

    /// What the ledger says.
    private struct Reading: Sendable {
        var known: [ListedOutlet] = []
        var story: StoryComparison?
        var quotations: [QuotationCluster] = []
        var complaint: String?
    }

    @Sendable private func show(_ request: Request, _ context: ServerContext) async throws -> Response {
        var filter = try OutletDaysFilter(request.uri.query)
        let words = try filter.query.text("q")
        let speaker = try filter.query.text("speaker")
        let article = try filter.query.text("article")
        try filter.query.finish()
        if let article { return try await begin(with: article) }
        let reading = try await readers.read { [filter] in try Self.reading($0, filter, words, speaker) }
        var content = filter.content(reading.known)
        (content["q"], content["speaker"]) = (words.orFalse, speaker.orFalse)
        content["complaint"] = reading.complaint.orFalse
        content["hasOne"] = filter.outlets.count == 1 && reading.complaint == nil
        content["story"] = reading.story.map(Self.content).orFalse
        content["isOpen"] = reading.story == nil
        content["quotations"] = reading.quotations.map(Self.quotation)
        content["hasQuotations"] = !reading.quotations.isEmpty
        content["isEmpty"] = reading.known.count < 2
        content["boxesLegend"] = "Outlets, two to four"
        content["styles"] = ["people.css"]
        let title = reading.story.map {
            $0.sides.map { ShortText.line($0.outlet, 30) }.joined(separator: ", ")
        }
        return pages.page(
            "stories",
            title: title.map { "What \($0) reported" } ?? "A story across outlets",
            status: reading.complaint == nil ? .ok : .badRequest,
            content
        )
    }

    private static func reading(
        _ ledger: Ledger,
        _ filter: OutletDaysFilter,
        _ words: String?,
        _ speaker: String?
    ) throws -> Reading {
        var reading = Reading(known: try ledger.outlets(limit: OutletDaysFilter.mostOutlets))
        do {
            var scope = try filter.scope()
            (scope.outlets, scope.speaker) = ([], speaker)
            guard filter.outlets.count <= mostOutlets else {
                throw LedgerError(.invalid, "choose from two to \(mostOutlets) outlets")
            }
            if filter.outlets.count > 1 {
                reading.story = try ledger.story(filter.outlets, scope, about: words ?? "")
                return reading
            }
        } catch let error where (error as? LedgerError)?.isAboutQuestion == true {
            reading.complaint = (error as? LedgerError)?.message
        }
        for cluster in try ledger.clusters(limit: mostQuotations) where cluster.outlets > 1 {
            do throws(LedgerError) { reading.quotations.append(try ledger.cluster(cluster.id)) } catch {
                // It has become part of another one meanwhile.
                guard error.code == .notFound else { throw error }
            }
        }
        return reading
    }

    /// Leads to the story that an article tells: the outlets that have quotations of it, and their days.
    private func begin(with article: String) async throws -> Response {
        let start = try await readers.read { ledger in
            try ledger.storyStart(of: try ledger.revision(named: article))
        }
        return Response(
            status: .seeOther,
            headers: [.location: "/stories?" + Self.fields(start.outlets, start.days)]
        )
    }

    private static func fields(_ outlets: [String], _ days: DayRange) -> String {
        (outlets.prefix(mostOutlets).map { "outlet=\(Query.encoded($0))" }
            + [("since", days.first), ("until", days.last)].compactMap { name, day in
                day.map { "\(name)=\(PageWords.spelled($0))" }
            }).joined(separator: "&")
    }

    // MARK: Parts

    private static func quotation(_ cluster: QuotationCluster) -> [String: Any] {
        let first = cluster.appearances[0]
        var names: [String] = []
        for name in cluster.appearances.compactMap(\.outlet) where !names.contains(name) {
            names.append(name)
        }
        let days = cluster.appearances.compactMap { $0.published.flatMap { DayRange(String($0.prefix(10))) } }
        let range = DayRange(first: days.compactMap(\.first).min(), last: days.compactMap(\.last).max())
        return [
            "content": Snippet(of: first.content, marks: [], length: 240).text,
            "who": first.speakers.isEmpty ? "Nobody named" : first.speakers.joined(separator: ", "),
            "cluster": "/clusters/\(cluster.id)", "names": SpeakersPage.outlets(names),
            "day": DayText.content(first.published.map { String($0.prefix(10)) }).orFalse,
            "compare": names.count > 1 ? "/stories?" + fields(names, range) : false,
        ]
    }

    private static func content(_ story: StoryComparison) -> [String: Any] {
        let all = story.rows.count { $0.outlets == story.sides.count }
        let alone = story.rows.count { $0.outlets == 1 }
        let names = story.sides.map { ShortText.line($0.outlet, 60) }
        return [
            "sides": story.sides.map { side -> [String: Any] in
                [
                    "outlet": ShortText.line(side.outlet, 60),
                    "articles": PlainWords.count(side.articles, "article", "articles"),
                    "statements": PlainWords.count(side.statements, "statement", "statements"),
                    "exact": PlainWords.grouped(side.forms["direct"] ?? 0),
                    "ownVoice": side.ownVoiceShare.map(PageWords.percent).orFalse,
                ]
            },
            "columns": "columns-\(story.sides.count)", "hasRows": !story.rows.isEmpty,
            "counted": PlainWords.count(story.rows.count, "thing said", "things said"),
            "inAll": story.sides.count == 2 ? "\(all) in both" : "\(all) in all of them",
            "inOne": "\(alone) in one alone",
            "rows": story.rows.prefix(mostRows).map { row($0, names) },
            "more": story.rows.count > mostRows ? PlainWords.grouped(story.rows.count - mostRows) : false,
        ]
    }

    private static func row(_ row: StoryComparison.Row, _ names: [String]) -> [String: Any] {
        let first = row.words.first { $0?.statement != nil } ?? nil
        return [
            "speakers": zip(row.ids, row.speakers).map { id, name in
                ["address": PageAddress.speaker("\(id)"), "name": ShortText.line(name, 120)]
            },
            "isNobody": row.ids.isEmpty,
            "cells": zip(row.words, names).map { words, outlet -> [String: Any] in
                guard let words else { return ["outlet": outlet, "isMissing": true, "words": false] }
                return [
                    "outlet": outlet, "isMissing": false, "words": cell(words, first),
                ]
            },
        ]
    }

    /// An outlet's words, with those marked that the first outlet does not have.
    private static func cell(_ words: OutletComparison.Words, _ first: OutletComparison.Words?) -> [String:
        Any]
    {
        var parts: [[String: Any]] = [["text": words.text, "isOther": false]]
        if let first, first != words, first.text.utf8.count <= 4000, words.text.utf8.count <= 4000 {
            // Words that both have are spelled as the outlet spells them.
            parts = WordDifference(from: words.text, to: first.text).parts.filter { $0.kind != .come }.map {
                ["text": $0.text, "isOther": $0.kind == .gone]
            }
        }
        return [
            "parts": parts, "isOwnVoice": words.statement == nil,
            "form": words.form.map { PlainWords.name($0) }.orFalse,
            "day": words.day.map { PageWords.time($0) } ?? false,
            "address": words.statement.map { PageAddress.statement($0) }.orFalse,
        ]
    }
}
