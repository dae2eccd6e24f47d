import GRDB
import SaysoStatements

/// What one outlet printed, ready to be compared.
struct PrintedStatements {
    private struct Entry {
        let key: String
        let grams: Set<String>
        let speakers: [Int64]
        let names: [String]
        let words: OutletComparison.Words
    }

    /// The most articles of an outlet: all of them are in memory at once.
    private static let mostArticles = 5_000

    private var side: OutletComparison.Side
    private var entries: [Entry] = []
    private var sentences: [(text: String, day: Int?)] = []
    /// Sentences of its own voice, by runs of four words.
    private var sentencesByGram: [String: [Int]] = [:]

    init(_ database: Database, outlet: String, _ scope: AuditScope) throws {
        var scope = scope
        scope.outlets = [outlet]
        side = OutletComparison.Side(
            outlet: outlet,
            articles: 0,
            statements: 0,
            forms: [:],
            ownVoiceShare: nil
        )
        let statements = try scope.statements(database)
        var articles = try scope.articles(database)
        if scope.speaker != nil {
            articles += " AND revision.id IN (SELECT revision_id FROM statement WHERE \(statements))"
        }
        let inScope = """
            SELECT revision.* FROM revision JOIN article ON article.id = revision.article_id WHERE \(articles)
            """
        let next = "SELECT 1 FROM (\(inScope) LIMIT 1 OFFSET \(Self.mostArticles))"
        if try Int.fetchOne(database, sql: next) != nil {
            throw LedgerError(
                .invalid,
                "more than 5,000 articles of \(outlet) are in these days; choose fewer days"
            )
        }
        var (count, share, number) = (0, 0.0, 0)
        var forms: [String: Int] = [:]
        var seen: Set<String> = []
        let speakersOf = try database.cachedStatement(
            sql: """
                SELECT number, speaker.id, speaker.name FROM article_speaker
                JOIN speaker ON speaker.id = speaker_id WHERE revision_id = ?
                """
        )
        let given = try database.cachedStatement(
            sql: """
                SELECT statement_id, statement_speaker.number, speaker.id, speaker.name FROM statement
                CROSS JOIN statement_speaker ON statement_id = statement.id
                CROSS JOIN speaker ON speaker.id = speaker_id WHERE revision_id = ?
                """
        )
        let said = try database.makeStatement(
            sql: "SELECT * FROM statement WHERE revision_id = ? AND \(statements) ORDER BY number"
        )
        let revisions = try Row.fetchCursor(
            database,
            sql: "\(inScope) ORDER BY revision.day, revision.id"
        )
        while let row = try revisions.next() {
            let revision: Int64 = try row["id"]
            let name = try RevisionID(number: row["uid"])
            let day = try row["day"] as Int?
            let rows = try Row.fetchAll(said, arguments: [revision])
            count += 1
            share += try row["own_voice_share"]
            number += rows.count
            try readOwnVoice(StoredRevision(row: row), day)
            var speakers: [Int: (Int64, String)] = [:]
            for row in try Row.fetchAll(speakersOf, arguments: [revision]) {
                try speakers[row[0]] = (row[1], row[2])
            }
            var others: [Int64: [Int: (Int64, String)]] = [:]
            for row in try Row.fetchAll(given, arguments: [revision]) {
                try others[row[0], default: [:]][row[1]] = (row[2], row[3])
            }
            for row in rows {
                let form = try Statement.Form(rawValue: row["form"])
                try forms[row["form"], default: 0] += 1
                let content: String = try row["content"]
                let parts = Wording.words(Wording.folded(content))
                let key = try (row["cluster_id"] as Int64?).map { "\($0)" } ?? parts.joined(separator: " ")
                guard !parts.isEmpty, seen.insert(key).inserted else { continue }
                let whose = try (row["speakers"] as String).split(separator: ",").compactMap { Int($0) }
                    .compactMap { try others[row["id"]]?[$0] ?? speakers[$0] }
                let id = try StatementID(revision: name, index: row["number"])
                entries.append(
                    Entry(
                        key: key,
                        grams: Self.grams(parts),
                        speakers: whose.map(\.0),
                        names: whose.map(\.1),
                        words: OutletComparison.Words(text: content, statement: id, form: form, day: day)
                    )
                )
            }
        }
        side = OutletComparison.Side(
            outlet: outlet,
            articles: count,
            statements: number,
            forms: forms,
            ownVoiceShare: count == 0 ? nil : share / Double(count)
        )
    }

    private mutating func readOwnVoice(_ revision: StoredRevision, _ day: Int?) throws {
        let text = try revision.text()
        for range in try revision.ownVoice() where range.upperBound <= text.count {
            let sentence = String(decoding: text[range], as: UTF8.self)
            for gram in Self.grams(Wording.words(Wording.folded(sentence))) {
                sentencesByGram[gram, default: []].append(sentences.count)
            }
            sentences.append((sentence, day))
        }
    }

    private static func grams(_ words: [Substring]) -> Set<String> {
        guard words.count >= 4 else { return [] }
        return Set((0...words.count - 4).map { words[$0..<$0 + 4].joined(separator: " ") })
    }

    /// The sentence of its own voice that has most of a statement's runs of four words; nil when none has.
    private func ownVoice(_ entry: Entry) -> OutletComparison.Words? {
        guard entry.grams.count >= 2 else { return nil }
        var hits: [Int: Int] = [:]
        for gram in entry.grams {
            for sentence in sentencesByGram[gram] ?? [] { hits[sentence, default: 0] += 1 }
        }
        guard let best = hits.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            2 * best.value >= entry.grams.count
        else { return nil }
        let sentence = sentences[best.key]
        return OutletComparison.Words(text: sentence.text, statement: nil, form: nil, day: sentence.day)
    }

    /// What both, and what each alone has.
    func compared(with other: PrintedStatements, sharedOnly: Bool) -> OutletComparison {
        let theirs = Dictionary(other.entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let ours = Set(entries.map(\.key))
        let shared = Set(entries.flatMap(\.speakers)).intersection(other.entries.flatMap(\.speakers))
        var items: [OutletComparison.Result: [OutletComparison.Item]] = [:]
        func add(
            _ result: OutletComparison.Result,
            _ entry: Entry,
            _ first: OutletComparison.Words?,
            _ second: OutletComparison.Words?
        ) {
            if sharedOnly, result == .first || result == .second, shared.isDisjoint(with: entry.speakers) {
                return
            }
            items[result, default: []].append(
                OutletComparison.Item(result: result, speakers: entry.names, first: first, second: second)
            )
        }
        for entry in entries {
            if let match = theirs[entry.key] {
                add(.both, entry, entry.words, match.words)
            } else if let words = other.ownVoice(entry) {
                add(.secondOwnVoice, entry, entry.words, words)
            } else {
                add(.first, entry, entry.words, nil)
            }
        }
        for entry in other.entries where !ours.contains(entry.key) {
            if let words = ownVoice(entry) {
                add(.firstOwnVoice, entry, words, entry.words)
            } else {
                add(.second, entry, nil, entry.words)
            }
        }
        return OutletComparison(
            first: side,
            second: other.side,
            items: OutletComparison.Result.allCases.flatMap { items[$0] ?? [] }
        )
    }

    /// What each of some outlets has.
    ///
    /// - Parameters:
    ///   - all: the outlets.
    ///   - words: beginnings of words, folded, all of which must be in what one of them has.
    /// - Returns: what the most outlets have first, then by day.
    static func beside(_ all: [PrintedStatements], about words: [Substring]) -> StoryComparison {
        let byKey = all.map { side in
            Dictionary(side.entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        }
        var (rows, seen): ([StoryComparison.Row], Set<String>) = ([], [])
        for entry in all.flatMap(\.entries) where seen.insert(entry.key).inserted {
            let cells = all.indices.map { byKey[$0][entry.key]?.words ?? all[$0].ownVoice(entry) }
            let texts = cells.compactMap { $0?.text } + entry.names
            let printed = Wording.words(Wording.folded(texts.joined(separator: " ")))
            guard words.allSatisfy({ word in printed.contains { $0.hasPrefix(word) } }) else { continue }
            rows.append(
                StoryComparison.Row(
                    speakers: entry.names,
                    ids: entry.speakers.map(SpeakerID.init(number:)),
                    words: cells
                )
            )
        }
        let order = rows.enumerated().sorted { one, other in
            let days = [one, other].map { $0.element.words.compactMap { $0?.day }.min() ?? 0 }
            return (-one.element.outlets, days[0], one.offset) < (
                -other.element.outlets, days[1], other.offset
            )
        }
        return StoryComparison(sides: all.map(\.side), rows: order.map(\.element))
    }
}
