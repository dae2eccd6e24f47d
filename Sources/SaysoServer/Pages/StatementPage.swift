import HTTPTypes
import Hummingbird
import SaysoArticles
import SaysoLedger
import SaysoStatements

/// The page of a statement: who said what, where it stands, and the evidence for it.
struct StatementPage {
    let readers: LedgerReaders
    let pages: Pages

    /// More printings than this are left to the page of the quotation.
    private static let mostAppearances = 20

    func addRoutes(to table: inout RouteTable) { table.get("/statements/{statement}", show) }

    @Sendable private func show(_ request: Request, _ context: ServerContext) async throws -> Response {
        try Query(request.uri.query, isForm: true).finish()
        let name = try context.name("statement")
        let found = try await readers.read { ledger in
            guard case .statement(let id) = try ledger.named(name) else {
                throw Problem(
                    .notFound,
                    "not-found",
                    "\(name) is an article; a statement's name has a dot and a number"
                )
            }
            return StatementEvidence(
                id: id,
                reading: try ledger.reading(id.revision, withSource: true),
                appearances: try ledger.appearances(of: id, limit: Self.mostAppearances + 1),
                history: try ledger.history(of: id)
            )
        }
        var content = found.content
        content["others"] = found.appearances.prefix(Self.mostAppearances).map(found.content)
        content["hasOthers"] = !found.appearances.isEmpty
        content["hasMore"] = found.appearances.count > Self.mostAppearances
        return pages.page("statement", title: "\(found.who): \(found.words)", content)
    }
}

/// All that is known of a statement.
struct StatementEvidence: Sendable {
    let id: StatementID
    let reading: ArticleReading
    let appearances: [RevisionDetails.Appearance]
    let history: [StatementVersion]

    private var index: Int { id.number - 1 }
    private var revision: Revision { reading.revision }
    private var statement: Revision.Statement { revision.statements[index] }
    private var speakers: [ArticleReading.Voice] { reading.voices[index] }

    /// What was said.
    var words: String { revision.words(statement.content) }

    /// Who said it, by name.
    var who: String {
        if !speakers.isEmpty { return ArticleVoices.joined(speakers.map(\.name)) }
        return statement.isUnresolved ? "Left open by the article" : "Nobody named"
    }

    /// The page's contents but for other printings.
    var content: Content {
        let statement = statement
        var content = ArticleHead.content(reading)
        content["statement"] = "\(id)"
        content["place"] = PageAddress.place(id)
        content["words"] = words
        content["isLong"] = words.utf8.count > 300
        content["colour"] = ArticleVoices(reading).colour(of: index)
        content["people"] = speakers.enumerated().map { number, speaker in
            var content: Content = [
                "name": ShortText.line(speaker.name, 200), "address": PageAddress.speaker(speaker.id),
                "before": number == 0 ? "" : number == speakers.count - 1 ? " and " : ", ",
            ]
            content["role"] = role(speaker)
            return content
        }
        if speakers.isEmpty { content["nobody"] = who }
        content["source"] = shown(statement.source)
        content["cue"] = shown(statement.cue)
        content["medium"] = shown(statement.medium)
        content["addressee"] = shown(statement.addressee)
        content["kind"] = PlainWords.name(statement.kind)
        content["examples"] = PlainWords.examples(statement.kind)
        content["form"] = PlainWords.name(statement.form)
        content["isNegated"] = statement.isNegated
        content["isHedged"] = statement.isHedged
        content["isHeadline"] = statement.isHeadline
        content["said"] = DayText.content(statement.said?.value)
        content["reason"] = dayReason
        content["sureWords"] = PlainWords.confidence(statement.confidence)
        content["sureSpeaker"] =
            speakers.isEmpty ? nil : PlainWords.confidence(statement.speakerConfidence)
        if let parent = statement.parent, revision.statements.indices.contains(parent) {
            content["parent"] =
                [
                    "address": PageAddress.statement(reading.name(parent)),
                    "who": ShortText.line(ArticleVoices.joined(reading.voices[parent].map(\.name)), 120),
                ] as Content
        }
        content["cluster"] = reading.clusters[index].map { "/clusters/\($0)" }
        content["context"] = context
        for (name, value) in original { content[name] = value }
        for (name, value) in speakerEvidence { content[name] = value }
        content["versions"] = history.map(version)
        content["hasHistory"] = reading.siblings.count > 1
        content["citation"] = citation
        content["json"] = "/api/v1/statements/\(id)"
        return content
    }

    private func role(_ speaker: ArticleReading.Voice) -> String? {
        guard let role = speaker.role, !speaker.name.lowercased().contains(role.lowercased()) else {
            return nil
        }
        return ShortText.line(role, 200)
    }

    private func shown(_ spans: [Range<Int>]) -> String? {
        spans.isEmpty ? nil : ShortText.line(revision.words(spans), 400)
    }

    private var dayReason: String {
        guard let said = statement.said else { return "Neither the statement nor the article names a day." }
        let words = said.expression.map { "“\(ShortText.line(revision.words([$0]), 120))”" }
        switch said.basis {
        case .stated: return words.map { "The article says so: \($0)." } ?? "The article says so."
        case .carried:
            return "The same speaker’s words before it name the day" + (words.map { ": \($0)." } ?? ".")
        case .published: return "The article names no day for it; this is the day it came out."
        }
    }

    // MARK: In the text

    /// The paragraphs that it stands in, with one before and one after.
    private var context: [Content] {
        let spans = statement.content + statement.source + statement.cue
        let indices = revision.paragraphs.indices.filter { number in
            spans.contains { $0.overlaps(revision.paragraphs[number].range) }
        }
        guard let first = indices.first, let last = indices.last else { return [] }
        let wanted = max(0, first - 1)...min(revision.paragraphs.count - 1, last + 1)
        let content = SegmentContent(reading, ArticleVoices(reading), only: index)
        return content.paragraphs(wanted).map { paragraph in
            let isAround = paragraph.index.map { !indices.contains($0) } ?? true
            return ["segments": paragraph.segments, "class": isAround ? "around" : "here"]
        }
    }

    // MARK: In the original

    private static let formats = ["html": "a web page", "text": "a text", "feed": "a feed"]

    private var original: Content {
        let source = revision.source
        var content: Content = [
            "digest": "\(source.digest)", "length": PlainWords.grouped(source.length),
            "format": Self.formats[source.format] ?? source.format, "encoding": source.encoding,
            "isKept": source.bytes != nil,
            "path": ShortText.line(revision.origin.path, 300),
        ]
        if let bytes = source.bytes {
            content["isWhole"] = Digest(of: bytes) == source.digest
            content["download"] = "/api/v1/revisions/\(id.revision)/source"
        }
        let exhibit = Exhibit(reading, index)
        var parts: [Content] = []
        for (name, spans) in exhibit.parts {
            for range in exhibit.bytes(of: spans) {
                var part: Content = [
                    "part": ["source": "Source", "cue": "Cue", "content": "Words"][name] ?? name,
                    "from": PlainWords.grouped(range.lowerBound), "to": PlainWords.grouped(range.upperBound),
                ]
                if let bytes = source.bytes, range.upperBound <= bytes.count {
                    let encoding = TextEncoding(rawValue: source.encoding) ?? .utf8
                    let slice = bytes[range]
                    part["text"] = ShortText.line(encoding.decode(slice), 600)
                    part["hexadecimal"] =
                        slice.prefix(24).map { byte in
                            (byte < 16 ? "0" : "") + String(byte, radix: 16)
                        }.joined(separator: " ") + (slice.count > 24 ? " …" : "")
                }
                parts.append(part)
            }
        }
        content["parts"] = parts
        if let range = exhibit.bytes(of: statement.content).first {
            content["command"] = "tail -c +\(range.lowerBound + 1) original | head -c \(range.count)"
        }
        return content
    }

    // MARK: Who said it

    private var speakerEvidence: Content {
        var content: Content = [:]
        content["chain"] = statement.chain.enumerated().map { number, step in
            [
                "words": ShortText.line(revision.words([step.mention]), 200),
                "rule": Self.rules[step.rule] ?? step.rule, "isFirst": number == 0,
            ] as Content
        }
        content["hasChain"] = !statement.chain.isEmpty
        var mentions: [Content] = []
        for number in statement.speakers where revision.speakers.indices.contains(number) {
            let speaker = revision.speakers[number]
            var counts: [(words: String, count: Int)] = []
            for mention in speaker.mentions.prefix(200) {
                let words = ShortText.line(revision.words([mention]), 120)
                if let place = counts.firstIndex(where: { $0.words == words }) {
                    counts[place].count += 1
                } else {
                    counts.append((words, 1))
                }
            }
            mentions.append([
                "name": ShortText.line(speaker.name, 120),
                "list": counts.prefix(20).map { words, count in
                    count == 1 ? "“\(words)”" : "“\(words)” (\(count) times)"
                }.joined(separator: ", "),
            ])
        }
        content["mentions"] = mentions
        content["hasMentions"] = !mentions.isEmpty
        return content
    }

    /// The rules of `Docs/speakers.md` in plain words.
    private static let rules = [
        "name": "the full name", "short name": "a short form of the name", "pronoun": "a pronoun",
        "pronoun ahead of its name": "a pronoun before its name", "relative pronoun": "“who” or “which”",
        "role": "a role that the article gave before", "kind of role": "a kind of the role given before",
        "named later": "somebody whom the article names below", "age": "an age that the article gave",
        "only one in mind": "the only one whom the article was speaking of",
        "most in mind": "the one whom the article was speaking of",
        "kind of organisation": "a kind of organisation that the article named",
        "name of a document": "a document’s name", "kind of document": "a kind of document that it named",
        "same noun": "the same noun as before", "named together": "people named together",
        "author": "the author", "first person in a quotation": "the first person in somebody’s quotation",
        "label": "a label in a transcript", "description": "the article’s own description; it names nobody",
        "antecedent": "what those words refer to",
    ]

    // MARK: Elsewhere, and in time

    /// The same quotation in another place.
    func content(_ appearance: RevisionDetails.Appearance) -> Content {
        let difference = WordDifference(from: words, to: appearance.content)
        var content: Content = [
            "address": PageAddress.statement(appearance.id), "place": PageAddress.place(appearance.id),
            "outlet": ShortText.line(appearance.outlet ?? "An unknown outlet", 120),
            "isSameWords": difference.isNone, "difference": difference.content,
            "isHere": appearance.id.revision == id.revision,
        ]
        content["published"] = DayText.content(appearance.published)
        return content
    }

    private func version(_ version: StatementVersion) -> Content {
        var content: Content = [
            "number": version.revision.number, "address": PageAddress.article(version.revision.id),
            "isThis": version.statement == id,
        ]
        content["seen"] = DayText.content(version.revision.retrieved ?? version.revision.added)
        content["statement"] = version.statement.map(PageAddress.statement)
        switch version.event {
        case .first:
            content["event"] =
                version.revision.number == 1 ? "Said so when it was first seen" : "Said so for the first time"
        case .same: content["event"] = "The same words"
        case .changed(let change):
            content["event"] = PlainWords.name(change.kind)
            content["isSilent"] = change.isSilent
            content["difference"] = RevisionsPage.words(change)
            content["hasDifference"] = true
        case .gone(let isSilent):
            content["event"] = "Not there any more"
            content["isSilent"] = isSilent
        }
        return content
    }

    // MARK: Citing

    private var citation: String {
        var text = ShortText.line(who, 120)
        if let speaker = speakers.first, speakers.count == 1, let role = role(speaker) { text += ", \(role)" }
        let day = statement.said?.value.map { ", \(DayText.spelled($0))" } ?? ""
        let words = ShortText.line(words, 2000)
        text += statement.form == .direct ? "\(day): \(words)" : "\(day), as reported: \(words)"
        if !words.unicodeScalars.reversed().prefix(2).contains(where: { ".!?…".unicodeScalars.contains($0) })
        {
            text += "."
        }
        let publication = revision.publication
        if let headline = publication.headline { text += " “\(ShortText.line(headline, 300)),”" }
        if let outlet = reading.outlet { text += " \(ShortText.line(outlet, 120))" }
        if let published = publication.published {
            text += ", \(DayText.spelled(String(published.prefix(10))))"
        }
        text += "."
        if let url = PageAddress.web(publication.url) { text += " \(url)" }
        return text + " [Sayso \(id); original \(revision.source.digest)]"
    }
}
