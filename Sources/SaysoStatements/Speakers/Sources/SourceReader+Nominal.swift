extension SourceReader {
    func nominal(_ core: Range<Int>, of words: Range<Int>) -> SourcePart? {
        guard let head = head(of: core) else { return nil }
        let kind = phrases.classes(head)
        let first = core.lowerBound
        let core = core.lowerBound..<phraseEnd(core, head)
        let hasDeterminer = phrases.classes(first).contains(.determiner)
        var start = first
        if hasDeterminer, !phrases.classes(first).contains(.possessive),
            !phrases.classes(first).contains(.quantity), start < head
        {
            start += 1
        }
        let isCapital = phrases.token(head).isCapitalised && head > first && !hasDeterminer
        let form = phrases.form(head)
        let isPlural =
            (kind.contains(.people) && !kind.contains(.person))
            || (kind.isDisjoint(with: .sourceNoun) && form.hasSuffix("s") && !form.hasSuffix("ss"))
        let isMany = phrases.isManyPeople(head)
        return .nominal(
            Nominal(
                phrase: core,
                head: head,
                start: start,
                isDefinite: phrases.isOne(first, of: ["the", "this", "that", "these", "those", "both"])
                    || isCapital && !isPlural
                    || (first..<head).contains { phrases.isPossessiveMark($0) },
                isPlural: isPlural || isMany
            )
        )
    }

    /// Without "in April", "on Monday" and a dangling "who" at the end.
    func phraseEnd(_ core: Range<Int>, _ head: Int) -> Int {
        var end = core.upperBound
        while end > head + 1 {
            let last = end - 1
            let kind = phrases.classes(last)
            let isTime =
                kind.contains(.calendar)
                || phrases.token(last).shape == .digits && phrases.token(last).range.count == 4
            if isTime, last - 1 > head, phrases.classes(last - 1).contains(.preposition) {
                end -= 2
            } else if !kind.isDisjoint(with: [.function, .pronoun, .preposition]), !isInName(last),
                !phrases.isOne(last - 1, of: ["of"])
            {
                end -= 1
            } else if phrases.isMark(last), !phrases.isQuote(last), !phrases.isAbbreviationStop(last) {
                end -= 1
            } else {
                break
            }
        }
        return end
    }

    /// The noun that a phrase is about: the last before the first "of", "who" or verb.
    func head(of core: Range<Int>) -> Int? {
        var last: Int?
        var noun: Int?
        for index in core {
            let isStart = index == core.lowerBound
            let kind = phrases.classes(index)
            // "the researchers' calculations"
            if phrases.isPossessiveMark(index) { noun = nil }
            if phrases.isMark(index) { continue }
            if phrases.form(index) == "s", index > core.lowerBound, phrases.isPossessiveMark(index - 1) {
                noun = nil
                continue
            }
            let isBoundary =
                !kind.isDisjoint(with: [.preposition, .function, .verb])
                && kind.isDisjoint(with: [.adjective])
                && !isInName(index) && !(kind.contains(.determiner) && isStart)
            if isBoundary, last != nil { break }
            if kind.contains(.determiner), isStart, core.count > 1, !kind.contains(.quantity) { continue }
            last = index
            if !kind.isDisjoint(with: .sourceNoun) { noun = index }
        }
        return noun ?? last
    }
}
