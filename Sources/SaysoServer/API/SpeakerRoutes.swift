import HTTPTypes
import Hummingbird
import SaysoArticles
import SaysoLedger
import SaysoStatements

/// Who says something, over all articles; and what people decided about that.
struct SpeakerRoutes {
    let readers: LedgerReaders

    func addRoutes(to table: inout RouteTable) {
        table.get("/api/v1/speakers", list)
        table.get("/api/v1/speakers/{speaker}", speaker)
        table.get("/api/v1/speakers/{speaker}/timeline", timeline)
        table.get("/api/v1/speakers/{speaker}/counts", counts)
        table.get("/api/v1/doubts", doubts)
        table.get("/api/v1/decisions", decisions)
    }

    @Sendable private func list(_ request: Request, _ context: ServerContext) async throws -> Response {
        var query = try Query(request.uri.query)
        let name = try query.text("name")
        let kind: Speaker.Kind? = try query.choice("kind")
        let limit = try query.number("limit", in: 1...1000) ?? 50
        try query.finish()
        return try await readers.answer(request) { ledger in
            let speakers = try ledger.speakers(named: name, kind: kind, limit: limit)
            return Representation.json { $0.rows("speakers", speakers) }
        }
    }

    @Sendable private func speaker(_ request: Request, _ context: ServerContext) async throws -> Response {
        try Query(request.uri.query).finish()
        let id = try context.speaker()
        return try await readers.answer(request) { ledger in
            let speaker = try ledger.speaker(id)
            return Representation.json { json in
                json.members(of: speaker)
                json.rows("faces", speaker.faces)
            }
        }
    }

    @Sendable private func timeline(_ request: Request, _ context: ServerContext) async throws -> Response {
        var query = try Query(request.uri.query)
        let fields = query
        let unit: OffsetUnit = try query.choice("offsets") ?? .codePoints
        let search = try Search(&query)
        try query.finish()
        let id = try context.speaker()
        return try await readers.answer(request) { ledger in
            let timeline = try ledger.timeline(of: id, search)
            var answer = Representation.json { json in
                json.object("speaker") { json in
                    json.member("id", "\(timeline.speaker)")
                    json.member("name", timeline.name)
                }
                json.rows("statements", timeline.hits.map { HitRow($0, unit: unit) })
                json.member("next", timeline.next)
            }
            answer.setNext(timeline.next, after: fields, at: "/api/v1/speakers/\(id)/timeline")
            return answer
        }
    }

    @Sendable private func counts(_ request: Request, _ context: ServerContext) async throws -> Response {
        var query = try Query(request.uri.query)
        let step: Timeline.Step = try query.choice("by") ?? .day
        let days = try query.days("said") ?? DayRange()
        try query.finish()
        let id = try context.speaker()
        return try await readers.answer(request) { ledger in
            let counts = try ledger.counts(of: id, by: step, days: days)
            return Representation.json { json in
                json.array("counts", counts) { json, count in
                    json.object { json in
                        json.member("period", count.period)
                        json.member("statements", count.statements)
                        json.member("articles", count.articles)
                    }
                }
            }
        }
    }

    @Sendable private func doubts(_ request: Request, _ context: ServerContext) async throws -> Response {
        var query = try Query(request.uri.query)
        let limit = try query.number("limit", in: 1...1000) ?? 100
        try query.finish()
        return try await readers.answer(request) { ledger in
            let doubts = try ledger.speakerDoubts(limit: limit)
            return Representation.json { $0.rows("doubts", doubts) }
        }
    }

    @Sendable private func decisions(_ request: Request, _ context: ServerContext) async throws -> Response {
        try Query(request.uri.query).finish()
        return try await readers.answer(request) { ledger in
            let decisions = try ledger.decisions()
            return Representation.json { $0.rows("decisions", decisions) }
        }
    }
}

extension ServerContext {
    /// The part of the path that names a speaker.
    func speaker() throws(Problem) -> String {
        guard let id = SpeakerID(try name("speaker")) else {
            throw .invalid("speakers are named as in p12; /api/v1/speakers?name=… finds their numbers")
        }
        return id.description
    }
}
