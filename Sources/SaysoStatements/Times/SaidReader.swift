import SaysoArticles

/// Finds the expression that tells when something was said.
struct SaidReader {
    let prose: Prose
    private let times: [TimeExpression]
    private let today: Day?
    /// The innermost content that each expression stands in, as an index of the statements; nil for none.
    private let holders: [Int?]
    /// The same for the words that report each statement.
    private let cueHolders: [Int?]
    /// The statement before, with the passage that it was reported in.
    private var previous: (statement: Statement, said: Said, passage: Int)?

    init(_ prose: Prose, _ times: [TimeExpression], _ statements: [Statement], today: Day?) {
        self.prose = prose
        self.times = times
        self.today = today
        let holders = Self.holders(
            of: times.map(\.range.lowerBound) + statements.map { $0.anchor.lowerBound },
            in: statements
        )
        self.holders = Array(holders[..<times.count])
        cueHolders = Array(holders[times.count...])
    }

    /// When a statement was said. Statements are asked for in order.
    mutating func said(_ statement: Statement, at index: Int) -> Said? {
        let anchor = prose.tokens(in: statement.anchor)
        guard !anchor.isEmpty else { return nil }
        let sentence = prose.sentences[prose.sentence(of: anchor.lowerBound)]
        let said = stated(statement, index, anchor, in: sentence) ?? carried(statement, sentence.passage)
        if let said {
            previous = (statement, said, sentence.passage)
            return said
        }
        previous = nil
        guard let today, statement.saying.kind.isUttered else { return nil }
        return Said(expression: nil, value: Period(.day, containing: today).value, basis: .published)
    }

    // MARK: Stated

    /// How many tokens around the words that report are looked at.
    private static let reach = 120

    private func stated(
        _ statement: Statement,
        _ index: Int,
        _ anchor: Range<Int>,
        in sentence: Prose.Sentence
    ) -> Said? {
        let near = sentence.tokens.clamped(
            to: anchor.lowerBound - Self.reach..<anchor.upperBound + Self.reach
        )
        let bytes = prose.bytes(near)
        var place = times.partitioningIndex { $0.range.upperBound > bytes.lowerBound }
        var best: (time: TimeExpression, distance: Int)?
        while place < times.count, times[place].range.lowerBound < bytes.upperBound {
            let time = times[place]
            if time.tellsWhen, holders[place] == cueHolders[index],
                let distance = distance(of: time, statement, anchor, in: sentence.tokens),
                distance < best?.distance ?? .max
            {
                best = (time, distance)
            }
            place += 1
        }
        guard let time = best?.time else { return nil }
        var value = time.value
        if let clock = value, clock.hasPrefix("T") {
            value = today.map { Period(.day, containing: $0).value + clock }
        }
        return Said(expression: time.range, value: value, basis: .stated)
    }

    /// How far an expression stands from the words that report; nil where it tells something else.
    private func distance(
        of time: TimeExpression,
        _ statement: Statement,
        _ anchor: Range<Int>,
        in sentence: Range<Int>
    ) -> Int? {
        let tokens = prose.tokens(in: time.range)
        let isVague = time.value == TimeReference.past.rawValue
        if statement.cue.contains(where: { $0.overlaps(time.range) }) { return isVague ? nil : 0 }
        if statement.source.contains(where: { $0.overlaps(time.range) }) {
            let tells =
                isOfDocument(tokens, in: statement) || isOfDocumentBefore(tokens, in: statement)
                || time.value?.contains("/") != true && closesSource(tokens, of: statement)
            return !isVague && tells ? 4 : nil
        }
        // "at Tuesday's meeting", but not "after Tuesday's storm"
        if isPossessive(tokens), !isOccasion(before: tokens) { return nil }
        if tokens.lowerBound >= anchor.upperBound {
            return distanceBehind(anchor, of: tokens, statement, in: sentence)
        }
        // An expression that overlaps the anchor's words is part of them.
        guard tokens.upperBound <= anchor.lowerBound else { return nil }
        return distanceBefore(anchor, of: tokens, statement, in: sentence)
    }

    /// "a 2018 survey", "an October 11 presentation", "Tuesday's report": a document says things on its day.
    private func isOfDocument(_ tokens: Range<Int>, in statement: Statement) -> Bool {
        func isInSource(_ place: Int) -> Bool {
            let start = prose.tokens[place].start
            return statement.source.contains { $0.contains(start) }
        }
        let end = min(prose.tokens.count, tokens.upperBound + 5)
        guard tokens.upperBound < end, isInSource(tokens.upperBound) else { return false }
        let first = max(0, tokens.lowerBound - 1)
        if ["a", "an"].contains(prose.form(first)), isInSource(first),
            prose.tokens[tokens.upperBound].shape == .lower
        {
            return true
        }
        return (tokens.upperBound..<end).contains {
            Self.documents.contains(prose.form($0)) && isInSource($0)
        }
    }

    /// "a report released on Tuesday", "the letter of March 3".
    private func isOfDocumentBefore(_ tokens: Range<Int>, in statement: Statement) -> Bool {
        guard
            let source = statement.source.first(where: { $0.contains(prose.tokens[tokens.lowerBound].start) }
            ),
            !isPossessive(tokens)
        else { return false }
        var noun = tokens.lowerBound - 1
        while noun >= 0, prose.tokens[noun].start >= source.lowerBound,
            Self.appearing.contains(prose.form(noun))
        {
            noun -= 1
        }
        return noun >= 0 && source.contains(prose.tokens[noun].start)
            && Self.documents.contains(prose.form(noun))
    }

    /// "the top court last week": the end of a source that is only a name with its time.
    private func closesSource(_ tokens: Range<Int>, of statement: Statement) -> Bool {
        let (start, end) = (prose.tokens[tokens.lowerBound].start, prose.tokens[tokens.upperBound - 1].end)
        guard
            let source = statement.source.first(where: { $0.upperBound == end && $0.lowerBound < start })
        else { return false }
        let name = prose.tokens(in: source.lowerBound..<start)
        return !name.isEmpty
            && !name.contains { place in
                let form = prose.form(place)
                // "witnesses of the crash on Tuesday"; not "the mayor of Orlo on Tuesday"
                let opensPlace =
                    place + 1 < name.upperBound && prose.tokens[place + 1].isCapitalised && form != "in"
                return Self.clauseWords.contains(form) || form.hasSuffix("ed")
                    || Self.prepositions.contains(form) && !opensPlace
            }
    }

    static let documents: Set<String> = [
        "report", "survey", "study", "poll", "statement", "letter", "memo", "interview", "article", "paper",
        "review", "analysis", "speech", "filing", "lawsuit", "ruling", "post", "tweet", "email", "briefing",
        "announcement", "release", "document", "book", "assessment", "forecast", "estimate", "figures",
        "data",
    ]
    static let appearing: Set<String> = [
        "published", "released", "issued", "posted", "sent", "dated", "conducted", "filed", "on", "of",
        "from", "in",
        "late", "early",
    ]

    // MARK: Carried

    /// The day of the same speaker's statement right before.
    private func carried(_ statement: Statement, _ passage: Int) -> Said? {
        guard let previous, passage - previous.passage <= 1, passage >= previous.passage,
            isSameSpeaker(statement, previous.statement)
        else { return nil }
        return Said(expression: previous.said.expression, value: previous.said.value, basis: .carried)
    }

    private func isSameSpeaker(_ statement: Statement, _ other: Statement) -> Bool {
        let (speakers, others) = (statement.resolution.speakers, other.resolution.speakers)
        if !speakers.isEmpty, !others.isEmpty { return speakers.map(\.id) == others.map(\.id) }
        func text(_ spans: [Range<Int>]) -> String {
            spans.map { prose.article.text[$0] }.joined(separator: " ").lowercased()
        }
        guard !statement.source.isEmpty, !other.source.isEmpty else { return false }
        let source = text(statement.source)
        return ["he", "she", "they"].contains(source) || source == text(other.source)
    }

    // MARK: Contents

    /// The innermost content around each place.
    private static func holders(of places: [Int], in statements: [Statement]) -> [Int?] {
        let spans = statements.indices.flatMap { index in
            statements[index].content.map { (range: $0, owner: index) }
        }.sorted { $0.range.lowerBound < $1.range.lowerBound }
        var holders = [Int?](repeating: nil, count: places.count)
        var open: [(range: Range<Int>, owner: Int)] = []
        var next = 0
        for index in places.indices.sorted(by: { places[$0] < places[$1] }) {
            let place = places[index]
            while next < spans.count, spans[next].range.lowerBound <= place {
                open.append(spans[next])
                next += 1
            }
            open.removeAll { $0.range.upperBound <= place }
            holders[index] = open.min { $0.range.count < $1.range.count }?.owner
        }
        return holders
    }
}

extension Statement {
    /// The words that report it: the cue, else the source, else the content.
    fileprivate var anchor: Range<Int> { cue.first ?? source.first ?? content[0] }
}

extension TimeExpression {
    /// Whether it can tell when something happened.
    fileprivate var tellsWhen: Bool {
        (kind == .date || kind == .time) && value != TimeReference.present.rawValue
            && value != TimeReference.future.rawValue
    }
}
