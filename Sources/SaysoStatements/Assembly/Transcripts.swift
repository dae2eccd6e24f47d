import SaysoArticles

/// The paragraphs of a transcript or an interview, each led by its speaker's label: "VENN: …", "Q: …".
struct Transcript {
    /// One paragraph.
    struct Turn: Equatable {
        /// The label without its colon; UTF-8 offsets in the article's text, as below.
        let label: Range<Int>
        let colon: Range<Int>
        let content: Range<Int>
    }

    /// The turns, in order; none when the article is no transcript.
    let turns: [Turn]

    /// Reads the paragraphs' labels.
    init(_ prose: Prose) {
        var loud: [Turn] = []
        var plain: [(label: String, passage: Int, turn: Turn)] = []
        var previous = -1
        for sentence in prose.sentences {
            defer { previous = sentence.passage }
            guard sentence.passage != previous,
                let label = Self.label(at: sentence.tokens.lowerBound, in: prose),
                let end = Self.end(of: sentence.passage, after: label.upperBound, in: prose)
            else { continue }
            let turn = Turn(
                label: prose.bytes(label),
                colon: prose.tokens[label.upperBound].range,
                content: prose.tokens[label.upperBound + 1].start..<end
            )
            if Self.isLoud(label, in: prose) {
                loud.append(turn)
            } else {
                plain.append((label.map { prose.form($0) }.joined(separator: " "), sentence.passage, turn))
            }
        }
        // One paragraph with a colon is a headline or a list; a conversation goes back and forth.
        let repeated = Dictionary(plain.map { ($0.label, 1) }, uniquingKeysWith: +).filter { $0.value > 1 }
        let isTogether = plain.indices.dropFirst(2).contains {
            plain[$0].passage - plain[$0 - 2].passage == 2
        }
        let isConversation = plain.count > 3 && repeated.count > 1 && isTogether
        let passages = Set(plain.map(\.passage))
        let spoken = plain.filter { turn in
            repeated[turn.label] != nil || passages.contains(turn.passage - 1)
                || passages.contains(turn.passage + 1)
        }
        let found = (loud.count > 1 ? loud : []) + (isConversation ? spoken.map(\.turn) : [])
        turns = found.sorted { $0.label.lowerBound < $1.label.lowerBound }
    }

    private static let longest = 6

    /// The words before a colon at a paragraph's beginning, if they can be a name.
    private static func label(at start: Int, in prose: Prose) -> Range<Int>? {
        var first = start
        if prose.tokens[first].shape == .punctuation, prose.tokens[first].quotation != .outside { first += 1 }
        var end = first
        while end < prose.tokens.count, end - first <= longest, prose.form(end) != ":" {
            let token = prose.tokens[end]
            guard
                token.isCapitalised
                    || token.shape == .punctuation && [".", "-", "'", "’"].contains(prose.form(end))
            else { return nil }
            end += 1
        }
        guard end > first, end - first <= longest, end + 2 < prose.tokens.count, prose.form(end) == ":" else {
            return nil
        }
        return first..<end
    }

    /// Whether all its letters are capitals, which no ordinary paragraph begins with: "VENN", "MR. THIEL", "Q".
    private static func isLoud(_ label: Range<Int>, in prose: Prose) -> Bool {
        let words = label.filter { prose.tokens[$0].shape != .punctuation }
        if words.count == 1, prose.tokens[words[0]].shape == .capital {
            return ["q", "a"].contains(prose.form(words[0]))
        }
        // "READ MORE:", "WHO:" and "PHOTO:" are nobody.
        let others: WordClass = [.function, .verb, .pronoun, .preposition, .document, .calendar]
        return !words.isEmpty
            && words.allSatisfy { index in
                let kind = Lexicon.shared.classes(of: prose.form(index))
                let isName =
                    kind.isDisjoint(with: others) || !kind.isDisjoint(with: [.givenName, .title, .particle])
                return isName && [.upper, .capital].contains(prose.tokens[index].shape)
            }
    }

    /// Where the paragraph ends, if more than a word follows its label.
    private static func end(of passage: Int, after colon: Int, in prose: Prose) -> Int? {
        let next = prose.sentences.partitioningIndex { $0.passage > passage }
        let end = prose.sentences[next - 1].tokens.upperBound
        return end > colon + 2 ? prose.tokens[end - 1].end : nil
    }
}

extension [Statement] {
    /// Gives each paragraph of a transcript to the speaker whose label leads it.
    ///
    /// What the network found inside such a paragraph with a source of its own stays: it is quoted there.
    mutating func readTranscript(in prose: Prose) {
        let turns = Transcript(prose).turns
        guard !turns.isEmpty else { return }
        removeAll { statement in
            let first = statement.content[0].lowerBound
            let index = turns.partitioningIndex { $0.content.upperBound > first }
            guard index < turns.count else { return false }
            let turn = turns[index]
            let isInside =
                turn.content.contains(first) || turn.label.contains(first) || turn.colon.contains(first)
            return statement.source.contains { $0.overlaps(turn.label) }
                || (isInside && statement.source.isEmpty)
        }
        for turn in turns {
            append(
                Statement(
                    form: .direct,
                    source: [turn.label],
                    cue: [turn.colon],
                    content: [turn.content],
                    confidence: 0.9,
                    occurrences: prose.article.occurrences(of: turn.content)
                )
            )
        }
        sort()
    }
}
