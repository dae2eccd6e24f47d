import SaysoArticles
import SaysoStatements

/// Article records as JSON, piece by piece; `Docs/extract.schema.json` describes them.
struct RecordJSON {
    /// Counts the changes of the form that can break a reader's program.
    private static let version = 3
    /// So many mentions of a speaker stand with each statement. A long document with one speaker would
    /// otherwise print all of them once a statement.
    private static let mentionsShown = 100

    private let record: ArticleRecord
    private let json: JSON
    /// The mentions that stand with each statement, by speaker.
    private let mentions: [Int: String]

    init(_ record: ArticleRecord, isPretty: Bool) {
        let json = JSON(isPretty: isPretty)
        self.record = record
        self.json = json
        mentions = record.speakers.reduce(into: [:]) { mentions, entry in
            let first = Array(entry.speaker.mentions.prefix(Self.mentionsShown))
            mentions[entry.speaker.id] = json.spans(record.offsets(first))
        }
    }

    /// Writes the record without a line end after it.
    ///
    /// - Parameter write: takes the pieces.
    func write(to write: (String) throws -> Void) rethrows {
        let article = ArticleMembers(record: record, json: json)
        let head =
            [("version", "\(Self.version)")] + article.names + article.publication
            + [
                article.source, ("text_digest", JSON.quoted(record.textDigest)),
                ("offsets", JSON.quoted(record.selection.unit.rawValue)),
            ]
        try write("{" + json.line(1) + json.members(head, depth: 1) + ",")
        try writeList("speakers", record.speakers, to: write) { speaker, statements in
            members(of: speaker) + [
                ("statements", "\(statements)"),
                ("mentions", json.spans(record.offsets(speaker.mentions))),
            ]
        }
        try writeList("statements", record.shown, to: write, members: members(ofStatement:))
        try writeList("times", record.report?.times ?? [], to: write, members: members(of:))
        let tail = [("own_voice", record.report.map { ownVoice($0.ownVoice) } ?? "null")] + article.problems
        try write(json.line(1) + json.members(tail, depth: 1) + json.line(0) + "}")
    }

    /// Writes a member of the record that is an array of objects, and the comma after it.
    private func writeList<Value>(
        _ name: String,
        _ values: [Value],
        to write: (String) throws -> Void,
        members: (Value) -> [(String, String)]
    ) rethrows {
        try write(json.line(1) + json.name(name) + "[")
        for (index, value) in values.enumerated() {
            try write((index == 0 ? "" : ",") + json.line(2) + json.object(members(value), depth: 2))
        }
        try write((values.isEmpty ? "" : json.line(1)) + "],")
    }

    private func members(ofStatement index: Int) -> [(String, String)] {
        let statement = record.statements[index]
        let (saying, resolution) = (statement.saying, statement.resolution)
        let speakers = resolution.speakers.map { speaker in
            let more = [
                ("confidence", "\(resolution.confidence.inThousandths)"),
                ("mentions", mentions[speaker.id] ?? "[]"),
            ]
            return json.object(members(of: speaker) + more, depth: 4)
        }
        var all = [
            ("id", JSON.quoted(ArticleRecord.statementID(index))),
            ("form", JSON.quoted(statement.form.rawValue)),
            ("kind", JSON.quoted(saying.kind.rawValue)),
            ("negated", "\(saying.isNegated)"),
            ("hedged", "\(saying.isHedged)"),
            ("parent", JSON.quoted(statement.parent.map(ArticleRecord.statementID))),
            ("in_headline", "\(statement.isHeadline)"),
            ("speakers", json.list(speakers, depth: 3)),
            ("unresolved", "\(resolution.isUnresolved)"),
            ("said", said(statement.said)),
        ]
        let parts = [
            ("source", statement.source), ("cue", statement.cue), ("content", statement.content),
            ("medium", statement.medium), ("addressee", statement.addressee),
        ]
        all += parts.map { ($0, json.spans(record.offsets($1))) }
        all += parts.map { ($0 + "_text", JSON.quoted(record.words($1))) }
        all += [
            ("confidence", "\(statement.confidence.inThousandths)"),
            ("occurrences", json.spans(record.offsets(statement.occurrences))),
            ("evidence", evidence(statement)),
        ]
        guard record.selection.explains else { return all }
        let chain = resolution.chain.map { step in
            let step = [
                ("rule", JSON.quoted(step.rule)), ("span", json.span(record.offsets(step.mention))),
                ("text", JSON.quoted(record.words([step.mention]))),
            ]
            return json.object(step, depth: 4)
        }
        return all + [("chain", json.list(chain, depth: 3))]
    }

    /// Where the statement's words lie in the source.
    private func evidence(_ statement: Statement) -> String {
        let parts = [("source", statement.source), ("cue", statement.cue), ("content", statement.content)]
        let members = parts.map { ($0, json.spans(record.sourceRanges($1))) }
        return json.object([("digest", JSON.quoted(record.sourceDigest))] + members, depth: 3)
    }

    private func members(of speaker: Speaker) -> [(String, String)] {
        [
            ("id", JSON.quoted(ArticleRecord.speakerID(speaker))),
            ("name", JSON.quoted(speaker.name)),
            ("kind", JSON.quoted(speaker.kind.rawValue)),
            ("role", JSON.quoted(speaker.role)),
            ("affiliation", JSON.quoted(speaker.affiliation)),
        ]
    }

    private func members(of time: TimeExpression) -> [(String, String)] {
        [
            ("span", json.span(record.offsets(time.range))),
            ("text", JSON.quoted(record.words([time.range]))),
            ("kind", JSON.quoted(time.kind.rawValue)),
            ("value", JSON.quoted(time.value)),
        ]
    }

    private func said(_ said: Said?) -> String {
        guard let said else { return "null" }
        let members = [
            ("span", json.span(said.expression.map(record.offsets))),
            ("text", JSON.quoted(said.expression.map { record.words([$0]) })),
            ("value", JSON.quoted(said.value)),
            ("basis", JSON.quoted(said.basis.rawValue)),
        ]
        return json.object(members, depth: 3)
    }

    private func ownVoice(_ voice: OwnVoice) -> String {
        let members = [
            ("share", "\(voice.share.inThousandths)"),
            ("sentences", json.spans(record.offsets(voice.sentences))),
        ]
        return json.object(members, depth: 1)
    }
}
