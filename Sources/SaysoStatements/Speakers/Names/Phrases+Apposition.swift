extension Phrases {
    /// What stands between commas after a name and says what its bearer is.
    ///
    /// - Parameters:
    ///   - end: the token after the name.
    ///   - sentence: the tokens of its sentence.
    /// - Returns: the role's tokens without its article, and whether it is a person's.
    func apposition(after end: Int, in sentence: Range<Int>) -> (range: Range<Int>, isPerson: Bool)? {
        var start = end
        guard start < sentence.upperBound else { return nil }
        var close: Set<String> = [",", ";", "—", "–", ":"]
        if isOne(start, of: ["("]) {
            close = [")"]
        } else if isOne(start, of: ["—", "–"]) {
            close = ["—", "–"]
        } else if !isOne(start, of: [","]) {
            return nil
        }
        start += 1
        // ", 45, a dentist"
        if start + 1 < sentence.upperBound, token(start).shape == .digits, isOne(start + 1, of: [","]) {
            start += 2
        }
        guard start < sentence.upperBound, !isQuote(start) else { return nil }
        // "who leads the boat owners' association" says what somebody is, too.
        if isOne(start, of: ["who"]), isOne(start + 1, of: Self.offices) {
            var stop = start + 2
            while stop < sentence.upperBound, stop - start < 16,
                !isOne(stop, of: [",", ";", "—", "–", ".", ":"]) || isAbbreviationStop(stop)
            { stop += 1 }
            return stop - start > 2 ? (start + 1..<stop, true) : nil
        }
        let isDefinite = isOne(start, of: ["the"])
        if isOne(start, of: ["a", "an", "the"]) { start += 1 }
        var stop = start
        while stop < sentence.upperBound, stop - start < 40, !close.contains(form(stop)) {
            // Quotation marks around a nickname are rare; what is quoted is no role.
            if token(stop).quotation == .opens { break }
            stop += 1
        }
        if stop == sentence.upperBound, stop > start, isOne(stop - 1, of: [".", "?", "!"]),
            !isAbbreviationStop(stop - 1)
        {
            stop -= 1
        }
        guard stop > start else { return nil }
        guard let head = roleHead(in: start..<stop) else {
            // ", a glazier,": no list has every trade.
            let isShort =
                stop - start <= (isDefinite ? 2 : 4) && stop < sentence.upperBound
                && isOne(stop, of: [",", "—", "–", ")"])
            let isArticle = start > 0 && isOne(start - 1, of: ["a", "an", "the"])
            let isPlain = (start..<stop).allSatisfy {
                token($0).shape == .lower && classes($0).isDisjoint(with: .boundary)
            }
            return isShort && isArticle && isPlain ? (start..<stop, true) : nil
        }
        // ", the agency selected …" goes on with the sentence.
        if head + 1 < stop, isPastVerb(head + 1, least: start) || classes(head + 1).contains(.verb) {
            return nil
        }
        if isDefinite, classes(head).contains(.generic), head + 1 < stop,
            !isOne(head + 1, of: ["that", "which", "behind", "of"])
        {
            return nil
        }
        return (start..<stop, !classes(head).isDisjoint(with: [.person, .people]))
    }

    private static let offices: Set<String> = [
        "leads", "runs", "heads", "owns", "chairs", "directs", "manages", "represents", "oversees", "teaches",
        "edits",
        "founded", "co-founded", "coaches", "studies", "leading", "serves", "led", "headed", "chaired", "ran",
        "advises",
    ]

    /// What a sentence says somebody is: "a retired judge" of "Venn is a retired judge", "trade minister" of "Lind
    /// joined the cabinet as trade minister".
    func complement(after end: Int, in sentence: Range<Int>) -> (range: Range<Int>, isPerson: Bool)? {
        guard end + 1 < sentence.upperBound else { return nil }
        var start = end + 1
        if isOne(end, of: ["is", "was"]) {
            if isOne(start, of: ["a", "an", "the"]) {
                start += 1
            } else {
                // "Venn is director of the trust"
                guard start < sentence.upperBound, classes(start).contains(.person),
                    token(start).shape == .lower
                else { return nil }
            }
        } else {
            // Only in the sentence's own clause, before the next name.
            var index = end
            while index < sentence.upperBound, index - end < 10, !isMark(index), !isOne(index, of: ["as"]) {
                index += 1
            }
            guard index < sentence.upperBound, isOne(index, of: ["as"]) else { return nil }
            start = index + 1
            if start < sentence.upperBound, isOne(start, of: ["a", "an", "the"]) { start += 1 }
        }
        guard start < sentence.upperBound, let head = roleHead(in: start..<sentence.upperBound),
            head - start <= 5,
            classes(head).contains(.person), !(start..<head).contains(where: isQuote)
        else { return nil }
        var stop = endOfPhrase(after: head, in: sentence)
        // "director of the trust and editor of its magazine"
        if stop < sentence.upperBound, isOne(stop, of: ["and"]),
            let next = roleHead(in: stop + 1..<sentence.upperBound),
            next - stop <= 5,
            classes(next).contains(.person)
        {
            stop = endOfPhrase(after: next, in: sentence)
        }
        return (start..<stop, true)
    }

    /// The noun that a role is about: "director" of "executive director of the trust".
    func roleHead(in range: Range<Int>) -> Int? {
        var head: Int?
        for index in range.prefix(14) {
            let kind = classes(index)
            if isMark(index) {
                if isHyphen(index) || isOne(index, of: ["&"]) || isPossessiveMark(index)
                    || isAbbreviationStop(index) || isQuote(index)
                {
                    continue
                }
                break
            }
            if form(index) == "s", index > 0, isPossessiveMark(index - 1) {
                head = nil
                continue
            }
            if index == range.lowerBound, kind.contains(.possessive) || kind.contains(.quantity) { continue }
            if kind.contains(.person) || kind.contains(.organisation),
                kind.isDisjoint(with: [.preposition, .function])
            {
                head = index
                continue
            }
            if head == nil, isOne(index, of: ["only", "just", "now", "then", "once", "also"]) { continue }
            // The noun phrase goes on over adjectives and names, and ends at a preposition or verb.
            if !kind.isDisjoint(with: [.preposition, .function, .pronoun])
                || (kind.contains(.verb) && head != nil)
            {
                break
            }
            if kind.contains(.verb), !token(index).isCapitalised { break }
        }
        return head
    }
}
