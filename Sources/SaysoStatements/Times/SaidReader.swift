import SaysoArticles

/// Finds the expression that tells when something was said.
struct SaidReader {
    private let prose: Prose
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

    private func stated(
        _ statement: Statement,
        _ index: Int,
        _ anchor: Range<Int>,
        in sentence: Prose.Sentence
    ) -> Said? {
        let bytes = prose.bytes(sentence.tokens)
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
            let tells = isOfDocument(tokens, in: statement) || closesSource(tokens, of: statement)
            return !isVague && tells ? 4 : nil
        }
        if tokens.lowerBound >= anchor.upperBound {
            return gap(anchor.upperBound..<tokens.lowerBound, statement, beforeCue: false)
        }
        // An expression that overlaps the anchor's words is part of them.
        guard tokens.upperBound <= anchor.lowerBound, !isSubordinate(tokens, in: sentence),
            let gap = gap(tokens.upperBound..<anchor.lowerBound, statement, beforeCue: true)
        else { return nil }
        if gap <= 3 { return gap + 1 }
        return opens(sentence, tokens) ? 8 : nil
    }

    /// How many words lie between an expression and the cue, apart from source and content; nil when another
    /// clause begins there, or when they are too many.
    private func gap(_ tokens: Range<Int>, _ statement: Statement, beforeCue: Bool) -> Int? {
        var count = 0
        var isTopic = false
        for place in tokens {
            let token = prose.tokens[place]
            if statement.source.contains(where: { $0.contains(token.start) })
                || statement.content.contains(where: { $0.contains(token.start) })
            {
                continue
            }
            let form = prose.form(place)
            if Self.boundaries.contains(form) || beforeCue && Self.conjunctions.contains(form) { return nil }
            if form == "," { isTopic = false }
            if form == "of" || form == "about" { isTopic = true }
            if token.shape != .punctuation { count += 1 }
        }
        // "spoke of the storm on Monday"
        if isTopic { return nil }
        return beforeCue || count <= Self.farthest ? count : nil
    }

    /// Whether an expression opens the sentence and tells when it happens: "On Monday, …", "Earlier this week …".
    private func opens(_ sentence: Range<Int>, _ tokens: Range<Int>) -> Bool {
        let front = sentence.lowerBound
        guard tokens.lowerBound - front <= 3,
            (front..<tokens.lowerBound).allSatisfy({ !prose.tokens[$0].quotation.isInside })
        else { return false }
        if tokens.upperBound < sentence.upperBound, prose.form(tokens.upperBound) == "," { return true }
        if tokens.lowerBound == front { return prose.form(front) != "the" }
        return ["on", "in", "at", "by", "during", "over", "around"].contains(
            prose.form(tokens.lowerBound - 1)
        )
    }

    /// Whether an expression stands in a clause before the main one: "After the mayor left in May, …".
    private func isSubordinate(_ tokens: Range<Int>, in sentence: Range<Int>) -> Bool {
        let front = sentence.lowerBound
        return tokens.lowerBound - front > 1 && Self.conjunctions.contains(prose.form(front))
            && !(front..<tokens.lowerBound).contains { prose.form($0) == "," }
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

    /// "the top court last week": the end of a source that is only a name with its time.
    private func closesSource(_ tokens: Range<Int>, of statement: Statement) -> Bool {
        let end = prose.tokens[tokens.upperBound - 1].end
        let start = prose.tokens[tokens.lowerBound].start
        guard let source = statement.source.first(where: { $0.upperBound == end && $0.lowerBound < start })
        else { return false }
        let name = prose.tokens(in: source.lowerBound..<start)
        return !name.isEmpty
            && !name.contains { Self.boundaries.contains(prose.form($0)) && prose.form($0) != "(" }
            && !name.contains { prose.form($0).hasSuffix("ed") || prose.form($0) == "in" }
    }

    private static let farthest = 12
    private static let boundaries: Set<String> = [
        "who", "whose", "which", "that", "where", "when", "because", "whom", ";", "since", "if", "whether",
        "(",
    ]
    private static let conjunctions: Set<String> = [
        "after", "before", "while", "when", "as", "although", "though", "but", "because", "since", "if",
        "once",
    ]
    private static let documents: Set<String> = [
        "report", "survey", "study", "poll", "statement", "letter", "memo", "interview", "article", "paper",
        "review", "analysis", "speech", "filing", "lawsuit", "ruling", "post", "tweet", "email", "briefing",
        "announcement", "release", "document", "book", "assessment", "forecast", "estimate",
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
