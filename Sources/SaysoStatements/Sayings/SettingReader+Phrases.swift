extension SettingReader {
    /// Takes the object of a verb like "told" as the addressee, or as the occasion: "told a news conference".
    mutating func object(at start: Int, before end: Int) -> Range<Int>? {
        guard let phrase = joined(at: start, before: end) else { return nil }
        // An occasion or a medium, but not The Ferry Post.
        if NounPhrase.isMedium(phrase.head), !phrase.endsInName(in: prose),
            !SettingWords.audiences.contains(phrase.head)
        {
            media.append(extended(phrase, before: end))
            return media.last
        }
        guard isWhom(phrase) || prose.tokens[start].isCapitalised else { return nil }
        addressee = phrase.tokens
        return phrase.tokens
    }

    /// Whom "to" leads to: "to reporters", "to the court", but not "to say".
    func listener(at start: Int, before end: Int) -> Range<Int>? {
        guard isUttered, start < end, prose.form(start) == "to",
            let phrase = joined(at: start + 1, before: end),
            isWhom(phrase), !SettingWords.causes.contains(phrase.head),
            !SettingWords.platforms.contains(phrase.head),
            !NounPhrase.isMedium(phrase.head) || phrase.endsInName(in: prose)
                || SettingWords.audiences.contains(phrase.head)
        else { return nil }
        return phrase.tokens
    }

    /// Whether a phrase looks like people and not like a verb: it has a name or an article, or is a plural.
    private func isWhom(_ phrase: NounPhrase) -> Bool {
        let first = prose.form(phrase.tokens.lowerBound)
        return phrase.isName || SettingWords.determiners.contains(first)
            || SettingWords.objects.contains(first)
            || SettingWords.audiences.contains(phrase.head)
            || phrase.head.hasSuffix("s") && !phrase.head.hasSuffix("ss")
    }

    /// A phrase, with "of" and what follows it, and a second one that "and" joins to it.
    private func joined(at start: Int, before end: Int) -> NounPhrase? {
        guard var phrase = NounPhrase(at: start, before: end, in: prose) else { return nil }
        let of = phrase.tokens.upperBound
        if of < end, prose.form(of) == "of", let whole = NounPhrase(at: of + 1, before: end, in: prose) {
            phrase.extend(to: whole.tokens.upperBound)
        }
        let and = phrase.tokens.upperBound
        if and < end, prose.form(and) == "and", let second = NounPhrase(at: and + 1, before: end, in: prose),
            isWhom(second), second.tokens.upperBound < end
        {
            phrase.extend(to: second.tokens.upperBound)
        }
        return phrase
    }

    /// A phrase for a medium, an occasion or a place that begins with a preposition.
    mutating func phrase(at start: Int, before end: Int, mayBePlace: Bool) -> Range<Int>? {
        let preposition = prose.form(start)
        // Not the "in" of a commander-in-chief.
        let isWord =
            start == 0 || prose.tokens[start].isSpaced
            || prose.isMark(start - 1) && prose.form(start - 1) != "-"
        guard isWord, start + 1 < end, SettingWords.prepositions.contains(preposition),
            !prose.startsTime(start, before: end),
            let phrase = NounPhrase(at: start + 1, before: end, in: prose),
            !SettingWords.placeless.contains(phrase.head),
            !SettingWords.degrees.contains(prose.form(start + 1))
        else { return nil }
        let isMedium = NounPhrase.isMedium(phrase.head)
        let isCue = cue.contains(start)
        let mayBePlace = mayBePlace && isUttered && (!isCue || phrase.isName)
        switch preposition {
        case "by":
            guard SettingWords.means.contains(phrase.head), phrase.tokens.count <= 3,
                !phrase.isDetermined(in: prose)
            else {
                return nil
            }
        case "near", "from", "inside", "outside", "aboard": guard mayBePlace, !isCue else { return nil }
        case "to": guard SettingWords.platforms.contains(phrase.head) else { return nil }
        case "via", "through", "at": guard isMedium || mayBePlace else { return nil }
        case "on", "in":
            guard
                isMedium || mayBePlace && phrase.endsInName(in: prose)
                    || preposition == "on" && phrase.head == "x"
            else { return nil }
        default: guard isMedium else { return nil }
        }
        return start..<extended(phrase, before: end).upperBound
    }

    /// A phrase with what belongs to it: "with Channel 4", "published on the ministry's website", "in Ohio"; and
    /// with the addressee of a letter taken off.
    mutating func extended(_ phrase: NounPhrase, before end: Int) -> Range<Int> {
        var last = phrase.tokens.upperBound
        var head = phrase.head
        while last < end {
            let word = prose.form(last)
            if SettingWords.participles.contains(word), NounPhrase.isMedium(head) {
                last = clause(from: last, before: end) ?? last
                break
            }
            if word == "to", addressee == nil, SettingWords.addressed.contains(head),
                let listener = listener(at: last, before: end)
            {
                addressee = listener
                break
            }
            guard SettingWords.linking.contains(word), word != "to", !prose.startsTime(last, before: end),
                let next = NounPhrase(at: last + 1, before: end, in: prose), word != "for" || next.isName,
                !SettingWords.placeless.contains(next.head)
            else { break }
            last = next.tokens.upperBound
            head = next.head
        }
        return phrase.tokens.lowerBound..<last
    }

    /// Where a participle's clause ends: at a mark, a time, "that"; nil when nothing follows the participle.
    private func clause(from start: Int, before end: Int) -> Int? {
        var last = start + 1
        while last < end, !prose.startsTime(last, before: end) {
            if SettingWords.linking.contains(prose.form(last)) {
                guard let next = NounPhrase(at: last + 1, before: end, in: prose) else { break }
                last = next.tokens.upperBound
            } else if let next = NounPhrase(at: last, before: end, in: prose) {
                last = next.tokens.upperBound
            } else {
                break
            }
        }
        return last > start + 1 ? last : nil
    }
}

extension NounPhrase {
    /// Whether it begins with an article, a possessive or a number.
    fileprivate func isDetermined(in prose: Prose) -> Bool {
        SettingWords.determiners.contains(prose.form(tokens.lowerBound))
    }

    /// Whether its last word is a name's.
    fileprivate func endsInName(in prose: Prose) -> Bool {
        isName && prose.tokens[tokens.upperBound - 1].shape != .lower
    }
}
