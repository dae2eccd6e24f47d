import HTTPTypes
import Hummingbird
import SaysoLedger
import SaysoStatements

/// The page on which people settle who is who: doubts, what was decided, and one speaker's forms.
struct SettlePage {
    let readers: LedgerReaders
    let writer: LedgerWriter
    let forms: FormToken
    let pages: Pages
    /// The ledger's file, which strangers need not know.
    let ledger: String

    private static let mostBytes = 1 << 20
    private static let doubtsAtOnce = 5
    private static let statementsOfSide = 3
    private static let statementsToSplit = 50
    private static let decisionsAtOnce = 20
    private static let mostDecisions = 1000

    func addRoutes(to table: inout RouteTable) {
        table.get("/settle", show)
        table.post("/settle", settle)
    }

    /// What is looked at.
    private struct View {
        var speaker: String?
        var page = 1
        var cursor: String?
        /// The decision that was just made or undone.
        var decision: Int64?
        var hasWholeLog = false
        /// Why nothing was done.
        var complaint: String?
        var status = HTTPResponse.Status.ok
        /// What was typed into fields, which is not lost when it makes no sense.
        var typed: [String: String] = [:]
    }

    @Sendable private func show(_ request: Request, _ context: ServerContext) async throws -> Response {
        var query = try Query(request.uri.query, isForm: true)
        var view = View()
        view.speaker = try query.text("speaker")
        view.page = try query.number("page", in: 1...100_000) ?? 1
        view.cursor = try query.text("cursor")
        view.decision = try query.number("decision", in: 1...Int(Int32.max)).map(Int64.init)
        view.hasWholeLog = try query.flag("all")
        try query.finish()
        return try await page(view, request)
    }

    @Sendable private func settle(_ request: Request, _ context: ServerContext) async throws -> Response {
        var form = try await forms.form(of: request, upTo: Self.mostBytes).fields
        var view = View()
        view.speaker = try form.text("speaker")
        for name in ["name", "address", "other"] { view.typed[name] = form.first(name) }
        do {
            let choice = try Choice(&form, speaker: view.speaker)
            try form.finish()
            let decision = try await writer.write { [author = writer.author] in
                try choice.make(in: $0, author: author)
            }
            return Response(
                status: .seeOther,
                headers: [.location: "/settle?decision=\(decision.number)"]
            )
        } catch let error as LedgerError {
            let problem = Problem(error, path: ledger)
            (view.complaint, view.status) = (problem.detail, problem.status)
        } catch let problem as Problem {
            (view.complaint, view.status) = (problem.detail, problem.status)
        }
        return try await page(view, request)
    }

    private func page(_ view: View, _ request: Request) async throws -> Response {
        if view.speaker != nil { return try await speakerPage(view, request) }
        return try await doubtsPage(view, request)
    }

    // MARK: Doubts and decisions

    private struct Side: Sendable {
        let speaker: KnownSpeaker
        let hits: [SearchHit]

        init(_ id: SpeakerID, _ ledger: Ledger) throws {
            speaker = try ledger.speaker("\(id)")
            var search = Search(Question())
            (search.speakers, search.order, search.limit) = (["\(id)"], .newest, statementsOfSide)
            hits = try ledger.search(search).hits
        }

        var content: [String: Any] {
            let faces = Set(speaker.faces.map(\.name)).subtracting([speaker.name]).sorted()
            return SpeakersPage.row(speaker).merging([
                "id": "\(speaker.id)", "said": SaidList.content(hits, withDifferences: false),
                "alsoPrinted": faces.isEmpty ? false : faces.prefix(5).joined(separator: ", "),
            ]) { own, _ in own }
        }
    }

    private func doubtsPage(_ view: View, _ request: Request) async throws -> Response {
        let (count, doubts, decisions) = try await readers.read { [page = view.page] ledger in
            let offset = (page - 1) * Self.doubtsAtOnce
            let doubts = try ledger.speakerDoubts(limit: Self.doubtsAtOnce, offset: offset).map {
                doubt -> (String, [Side]) in
                let sides = try [Side(doubt.one, ledger), Side(doubt.other, ledger)]
                // Who says more is who the other one becomes.
                let isTurned = sides[0].speaker.statements < sides[1].speaker.statements
                return (doubt.reason, isTurned ? Array(sides.reversed()) : sides)
            }
            return (try ledger.speakerDoubtCount(), doubts, try ledger.decisions())
        }
        let log = Self.log(decisions)
        let shown = view.hasWholeLog ? Self.mostDecisions : Self.decisionsAtOnce
        let last = max(1, (count + Self.doubtsAtOnce - 1) / Self.doubtsAtOnce)
        func address(_ page: Int) -> String { page > 1 ? "/settle?page=\(page)" : "/settle" }
        let done = decisions.firstIndex { $0.number == view.decision }.map { log[$0] }
        var content: [String: Any] = [
            "complaint": view.complaint.orFalse, "done": done.orFalse,
            "hasDoubts": !doubts.isEmpty, "isSettled": count == 0, "isPastEnd": doubts.isEmpty && count > 0,
            "counted": PlainWords.count(count, "pair", "pairs"),
            "previous": view.page > 1 ? address(min(view.page - 1, last)) : false,
            "next": view.page < last ? address(view.page + 1) : false,
            "place": last > 1 ? "Page \(view.page) of \(PlainWords.grouped(last))" : false,
            "hasLog": !log.isEmpty, "log": Array(log.prefix(shown)),
            "moreLog": log.count > shown && !view.hasWholeLog ? PlainWords.grouped(log.count) : false,
            "styles": ["people.css"],
        ]
        content["doubts"] = doubts.enumerated().map { index, doubt -> [String: Any] in
            [
                "number": (view.page - 1) * Self.doubtsAtOnce + index + 1, "reason": doubt.0,
                "one": doubt.1[0].content, "other": doubt.1[1].content,
                "names": doubt.1.map { ShortText.line($0.speaker.name, 60) }.joined(separator: " and "),
            ]
        }
        return forms.page(request) { token in
            content["form_token"] = token
            return pages.page("settle", title: "Who is who", status: view.status, content)
        }
    }

    /// What was decided, as rows of a table.
    private static func log(_ decisions: [SpeakerDecision]) -> [[String: Any]] {
        var later: [SpeakerID: Int64] = [:]
        return decisions.map { decision -> Content in
            let blocking = decision.speakers.compactMap { later[$0] }.max()
            if decision.undone == nil { for id in decision.speakers { later[id] = decision.number } }
            return [
                "number": "\(decision.number)", "what": words(decision.action), "details": decision.details,
                "speakers": decision.speakers.map {
                    ["id": "\($0)", "address": PageAddress.speaker("\($0)")]
                },
                "made": DayText.content(decision.made).orFalse, "by": decision.author,
                "undone": decision.undone.flatMap { DayText.content($0) }.orFalse,
                "undoneBy": decision.undoneBy.orFalse, "holds": decision.undone == nil,
                "canUndo": decision.undone == nil && blocking == nil,
                "blocking": decision.undone == nil ? blocking.map { "\($0)" }.orFalse : false,
            ]
        }
    }

    private static func words(_ action: SpeakerDecision.Action) -> String {
        switch action {
        case .merge: "Made one"
        case .split: "Split off"
        case .rename: "Renamed"
        case .link: "Linked"
        case .apart: "Kept apart"
        case .adopt: "Taken over from another ledger"
        }
    }

    // MARK: One speaker

    private func speakerPage(_ view: View, _ request: Request) async throws -> Response {
        let name = view.speaker ?? ""
        let (speaker, results, doubts) = try await readers.read { [cursor = view.cursor] ledger in
            let speaker = try ledger.speaker(name)
            var search = Search(Question())
            (search.speakers, search.order, search.limit, search.cursor) = (
                ["\(speaker.id)"], .newest, Self.statementsToSplit, cursor
            )
            return (speaker, try ledger.search(search), try ledger.speakers(alike: speaker))
        }
        let address = "/settle?speaker=\(speaker.id)"
        var content = PersonPage.about(speaker, outlets: [])
        content["complaint"] = view.complaint.orFalse
        content["address"] = PageAddress.speaker("\(speaker.id)")
        content["statements"] = SaidList.content(results.hits, withDifferences: false)
        content["hasStatements"] = speaker.statements > 1
        content["next"] = results.next.map { "\(address)&cursor=\(Query.encoded($0))#split" }.orFalse
        content["roles"] = Set(speaker.faces.compactMap(\.role)).sorted().prefix(50).enumerated().map {
            ["number": "\($0.offset)", "text": $0.element]
        }
        content["hasRoles"] = speaker.faces.contains { $0.role != nil } && speaker.faces.count > 1
        content["alike"] = doubts.map(SpeakersPage.row)
        content["hasAlike"] = !doubts.isEmpty
        content["typedName"] = view.typed["name"] ?? speaker.name
        content["typedAddress"] = (view.typed["address"] ?? speaker.link).orFalse
        content["typedOther"] = view.typed["other"].orFalse
        content["styles"] = ["people.css"]
        return forms.page(request) { token in
            content["form_token"] = token
            return pages.page(
                "settle-speaker",
                title: "Settle who \(ShortText.line(speaker.name, 80)) is",
                status: view.status,
                content
            )
        }
    }
}

extension Ledger {
    /// Others whom a name's last word may mean too, for those who look for somebody to merge.
    fileprivate func speakers(alike speaker: KnownSpeaker) throws(LedgerError) -> [KnownSpeaker] {
        guard let last = speaker.name.split(separator: " ").last, speaker.kind != .unnamed else { return [] }
        return try speakers(named: String(last), limit: 9).filter { $0.id != speaker.id }
    }
}
