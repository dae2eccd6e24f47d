/// A noun phrase without a name: "the spokeswoman", "two officials", "a report by the trust".
struct Nominal {
    /// The whole phrase with its determiner, as tokens.
    var phrase: Range<Int>
    /// The noun that it is about.
    var head: Int
    /// Where its adjectives begin, behind the determiner.
    var start: Int
    /// Whether it is about something known: "the", "this", or a capital as in "Foreign Minister".
    var isDefinite: Bool
    var isPlural: Bool
}

extension Phrases {
    /// The phrases in the article that could be somebody's who says something, in order.
    ///
    /// - Parameter taken: tokens of names and of the roles beside them, which are no phrases of their own.
    /// - Returns: the phrases by their nouns' places.
    func nominals(without taken: [Bool]) -> [Nominal] {
        var found: [Nominal] = []
        for sentence in prose.sentences {
            for index in sentence.tokens where !taken[index] && isHead(index, in: sentence.tokens) {
                let start = start(ofPhraseEndingAt: index, least: sentence.tokens.lowerBound)
                let before = start - 1
                // "that companies report": there "that" is no article.
                let isArticle =
                    sentence.tokens.contains(before) && classes(before).contains(.determiner)
                    && !isMark(before)
                    && (start == index || !isOne(before, of: ["that"]))
                let determiner = isArticle ? before : nil
                let kind = classes(index)
                let isPlural = kind.contains(.people) && !kind.contains(.person) || isManyPeople(index)
                guard determiner != nil || isPlural || isStartDeterminer(start) else { continue }
                let first = determiner ?? start
                found.append(
                    Nominal(
                        phrase: first..<endOfPhrase(after: index, in: sentence.tokens),
                        head: index,
                        start: start,
                        isDefinite: isOne(first, of: ["the", "this", "that", "these", "those", "both"])
                            || (start..<index).contains { isPossessiveMark($0) },
                        isPlural: isPlural
                    )
                )
            }
        }
        return found
    }

    /// "group" of "a group of employees".
    func isManyPeople(_ head: Int) -> Bool {
        guard isOne(head, of: Self.manyOf), isOne(head + 1, of: ["of"]) else { return false }
        return (head + 2..<min(count, head + 6)).contains {
            classes($0).contains(.people) || form($0).hasSuffix("s")
        }
    }

    private static let manyOf: Set<String> = [
        "group", "number", "couple", "team", "handful", "crowd", "majority", "panel", "band", "dozen",
        "hundreds", "dozens",
        "thousands", "coalition", "pair", "trio", "bunch", "series",
    ]

    private func isStartDeterminer(_ index: Int) -> Bool {
        classes(index).contains(.possessive) || classes(index).contains(.quantity)
    }

    private func isHead(_ index: Int, in sentence: Range<Int>) -> Bool {
        let kind = classes(index)
        guard !kind.isDisjoint(with: .sourceNoun), kind.isDisjoint(with: [.preposition, .pronoun]),
            !isMark(index)
        else { return false }
        if kind.contains(.verb), index > 0, !classes(index - 1).contains(.determiner) { return false }
        // "companies report", "officials claim"
        if kind.contains(.document), index > sentence.lowerBound, classes(index - 1).contains(.people),
            token(index - 1).shape == .lower
        {
            return false
        }
        let next = index + 1
        guard next < sentence.upperBound else { return true }
        if isPossessiveMark(next) { return false }
        if isHyphen(next) { return false }
        guard !isMark(next) else { return true }
        let after = classes(next)
        if !after.isDisjoint(with: .sourceNoun), after.isDisjoint(with: [.verb, .function, .preposition]) {
            return false
        }
        return true
    }

    /// Behind a noun and the "of", "by" and "for" that belong to it.
    func endOfPhrase(after head: Int, in sentence: Range<Int>) -> Int {
        var end = head + 1
        // "playwright-in-residence"
        while end + 1 < sentence.upperBound, isHyphen(end) { end += 2 }
        var links = 0
        while links < 2, end + 1 < sentence.upperBound,
            isOne(end, of: ["of", "by", "for", "from", "at", "to", "in", "with", "on", "about"])
        {
            // Only "of" and the like bind closely; "in" and "with" are more often about the verb.
            let isWriting =
                classes(head).contains(.document) && isOne(end, of: ["to", "from", "on", "about"])
            if isOne(end, of: ["to", "in", "with", "from", "at", "on", "about"]), !isWriting, !isTight(end) {
                break
            }
            if isOne(end, of: ["on", "about"]), !isWriting { break }
            var next = end + 1
            var hasNoun = false
            while next < sentence.upperBound, next - end < 10 {
                let kind = classes(next)
                if isMark(next), !isHyphen(next), !isPossessiveMark(next), !isAbbreviationStop(next) { break }
                if kind.contains(.determiner), next > end + 1 { break }
                if token(next).shape == .lower, form(next).hasSuffix("ing"),
                    kind.isDisjoint(with: .sourceNoun)
                {
                    break
                }
                if !kind.isDisjoint(with: [.preposition, .function, .verb, .calendar]),
                    !token(next).isCapitalised
                {
                    break
                }
                if kind.contains(.calendar) { break }
                hasNoun = hasNoun || !kind.contains(.determiner)
                next += 1
            }
            guard hasNoun else { break }
            end = next
            links += 1
        }
        return end
    }

    /// Whether a name or an article follows a preposition, so that it likely belongs to the noun before it.
    private func isTight(_ index: Int) -> Bool {
        let next = index + 1
        guard next < count else { return false }
        return token(next).isCapitalised
            || (isOne(next, of: ["the"]) && next + 1 < count && token(next + 1).isCapitalised)
    }
}
