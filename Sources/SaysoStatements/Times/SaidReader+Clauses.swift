/// Tells the clause of the words that report from the clauses around it.
///
/// A sentence falls into segments between commas, dashes and brackets. Those that other clauses fill ("who on
/// Sunday had denied it") are left out of account.
extension SaidReader {
    /// How far an expression stands before the words that report: few words for those of their own segment, more
    /// for those that open the sentence; nil where it tells when something else happened.
    func distanceBefore(
        _ anchor: Range<Int>,
        of tokens: Range<Int>,
        _ statement: Statement,
        in sentence: Range<Int>
    ) -> Int? {
        let own = segment(around: tokens, in: sentence)
        let count: Int
        if own.upperBound > anchor.lowerBound {
            guard
                let words = words(
                    in: tokens.upperBound..<anchor.lowerBound,
                    statement,
                    endAt: Self.clauseWords
                )
            else { return nil }
            count = words
        } else {
            guard tells(tokens, in: own, statement, opensSentence: own.lowerBound == sentence.lowerBound)
            else { return nil }
            let last = segment(around: anchor, in: sentence)
            guard
                let words = words(in: last.lowerBound..<anchor.lowerBound, statement, endAt: Self.clauseWords)
            else { return nil }
            count = words
        }
        if count <= 3 { return count + 1 }
        return opens(sentence, tokens) ? 8 : nil
    }

    /// The same for an expression behind them.
    func distanceBehind(
        _ anchor: Range<Int>,
        of tokens: Range<Int>,
        _ statement: Statement,
        in sentence: Range<Int>
    ) -> Int? {
        let own = segment(around: tokens, in: sentence)
        if own.lowerBound >= anchor.upperBound, !tells(tokens, in: own, statement, opensSentence: false) {
            return nil
        }
        let between = anchor.upperBound..<tokens.lowerBound
        guard let count = words(in: between, statement, endAt: Self.relatives) else { return nil }
        return count <= Self.farthest ? count : nil
    }

    /// How many words of a stretch are outside source and content; nil when another clause begins there.
    private func words(in tokens: Range<Int>, _ statement: Statement, endAt clauseWords: Set<String>) -> Int?
    {
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
            if clauseWords.contains(form) { return nil }
            if form == "," { isTopic = false }
            if form == "of" || form == "about" { isTopic = true }
            if token.shape != .punctuation { count += 1 }
        }
        // "spoke of the storm on Monday"
        return isTopic ? nil : count
    }

    /// Whether an expression in a segment of its own can tell when the words that report were said.
    private func tells(
        _ tokens: Range<Int>,
        in segment: Range<Int>,
        _ statement: Statement,
        opensSentence: Bool
    ) -> Bool {
        // "Since Tuesday, the mayor has said"
        let isFront = opensSentence && tokens.lowerBound - segment.lowerBound <= 1
        let before = segment.lowerBound..<tokens.lowerBound
        if !isFront, before.contains(where: { Self.clauseWords.contains(prose.form($0)) }) { return false }
        guard let first = before.first else { return true }
        // "The mayor resigned on Friday, saying"
        let start = prose.tokens[first].start
        if statement.source.contains(where: { before.contains(prose.tokens(in: $0).lowerBound) }) {
            return true
        }
        if statement.source.contains(where: { $0.contains(start) }) { return true }
        let form = prose.form(first)
        if form.hasSuffix("ing") { return !["having", "being", "following"].contains(form) }
        if Self.appearing.contains(form), isDocument(statement) { return true }
        return Self.occasions.contains(form) || Self.asked.contains(form)
    }

    private func isDocument(_ statement: Statement) -> Bool {
        guard let source = statement.source.first, let head = prose.tokens(in: source).last else {
            return false
        }
        return Self.documents.contains(prose.form(head))
    }

    /// "Tuesday's"
    func isPossessive(_ tokens: Range<Int>) -> Bool {
        guard tokens.upperBound + 1 < prose.tokens.count else { return false }
        return ["'", "’"].contains(prose.form(tokens.upperBound)) && prose.form(tokens.upperBound + 1) == "s"
    }

    /// Whether a preposition before an expression makes what follows an occasion to speak.
    func isOccasion(before tokens: Range<Int>) -> Bool {
        tokens.lowerBound > 0 && Self.occasions.contains(prose.form(tokens.lowerBound - 1))
    }

    /// Whether an expression opens the sentence and tells when it happens: "On Monday, …", "Earlier this week …".
    private func opens(_ sentence: Range<Int>, _ tokens: Range<Int>) -> Bool {
        let front = sentence.lowerBound
        guard tokens.lowerBound - front <= 3,
            (front..<tokens.lowerBound).allSatisfy({ !prose.tokens[$0].quotation.isInside })
        else { return false }
        if tokens.upperBound < sentence.upperBound, prose.form(tokens.upperBound) == "," { return true }
        if tokens.lowerBound == front { return prose.form(front) != "the" }
        return isOccasion(before: tokens)
    }

    /// The tokens around some, up to the next breaks.
    private func segment(around tokens: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
        var (first, end) = (tokens.lowerBound, tokens.upperBound)
        while first > sentence.lowerBound, !isBreak(first - 1) { first -= 1 }
        while end < sentence.upperBound, !isBreak(end) { end += 1 }
        return first..<end
    }

    private func isBreak(_ place: Int) -> Bool {
        let token = prose.tokens[place]
        guard token.shape == .punctuation else { return false }
        let form = prose.form(place)
        return form == "-" ? token.isSpaced : Self.breaks.contains(form)
    }

    private static let farthest = 12
    private static let breaks: Set<String> = [",", ";", ":", "(", ")", "–", "—", "“", "”", "\""]
    private static let relatives: Set<String> = [
        "who", "whose", "whom", "which", "that", "where", "when", "because", "since", "if", "whether", ";",
        "(",
    ]
    static let clauseWords = relatives.union([
        "after", "before", "while", "as", "although", "though", "but", "once",
    ])
    static let prepositions = occasions.union(["by", "from", "to", "with", "for", "of"])
    private static let occasions: Set<String> = ["on", "in", "at", "during", "over", "around", "through"]
    private static let asked: Set<String> = [
        "asked", "pressed", "questioned", "interviewed", "quoted", "reached", "contacted", "earlier", "late",
        "early",
    ]
}
