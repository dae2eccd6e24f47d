extension NameReader {
    /// "'s Office" of "the Governor's Office", "'s Hospital" of "Women's Hospital".
    func office(at index: Int) -> Int? {
        guard phrases.isPossessiveMark(index),
            !phrases.classes(index - 1).isDisjoint(with: [.title, .people])
        else { return nil }
        let next = phrases.afterPossessive(index)
        guard sentence.contains(next), phrases.token(next).isCapitalised, endsInInstitution(next) else {
            return nil
        }
        return next + 1
    }

    /// ".com" of "Ferrypost.com".
    func domain(at index: Int) -> Int? {
        guard phrases.isOne(index, of: ["."]), !phrases.token(index).isSpaced, sentence.contains(index + 1),
            !phrases.token(index + 1).isSpaced,
            phrases.isOne(index + 1, of: ["com", "org", "net", "io", "gov", "edu", "tv", "info"])
        else { return nil }
        return index + 2
    }

    func isParticleStart(_ index: Int) -> Bool {
        guard phrases.classes(index).contains(.particle),
            !phrases.isOne(index, of: ["the", "do", "la", "av", "af"])
        else { return false }
        let next = index + 1
        guard next < sentence.upperBound else { return false }
        if phrases.isHyphen(next), next + 1 < sentence.upperBound {
            return phrases.token(next + 1).isCapitalised
                && phrases.isOne(index, of: ["al", "el", "bin", "ben"])
        }
        return particles(at: index) != nil
    }

    /// "van der Meer", "bin Salman".
    func particles(at index: Int) -> Int? {
        var end = index
        while end < sentence.upperBound, phrases.classes(end).contains(.particle),
            phrases.token(end).isSpaced,
            phrases.token(end).shape == .lower, end - index < 3
        {
            end += 1
        }
        guard end > index, end < sentence.upperBound else { return nil }
        if phrases.isHyphen(end), end + 1 < sentence.upperBound, phrases.token(end + 1).isCapitalised {
            return end + 2  // "al-Sayegh"
        }
        return phrases.token(end).isCapitalised && isNameWord(end, first: false) ? end + 1 : nil
    }

    func joinsHyphen(_ index: Int) -> Bool {
        let next = phrases.token(index + 1)
        guard sentence.contains(index + 1) else { return false }
        if next.isCapitalised || next.shape == .digits { return true }
        // "Ha-rin", but not "London-based".
        return next.shape == .lower && phrases.form(index - 1).utf8.count <= 4 && next.range.count <= 5
            && phrases.classes(index + 1).isEmpty && !Self.hyphened.contains(phrases.form(index + 1))
    }

    static let hyphened: Set<String> = [
        "based", "born", "led", "like", "style", "owned", "era", "made", "run", "wide", "backed", "only",
    ]

    /// The apostrophe of "O'Hara" and "d'Orsay".
    func isNamesApostrophe(_ index: Int) -> Bool {
        guard phrases.isApostrophe(index), index + 1 < sentence.upperBound, !phrases.token(index).isSpaced,
            !phrases.token(index + 1).isSpaced, phrases.token(index + 1).isCapitalised
        else { return false }
        return phrases.token(index - 1).range.count <= 2
    }

    /// A nickname in quotation marks or brackets between first name and surname.
    func nickname(at index: Int) -> Int? {
        if phrases.isOne(index, of: ["("]), sentence.contains(index + 3),
            phrases.token(index + 1).isCapitalised,
            phrases.classes(index + 1).isDisjoint(with: .place), phrases.token(index + 1).shape == .title,
            phrases.isOne(index + 2, of: [")"]), isNameWord(index + 3, first: false)
        {
            return index + 4
        }
        guard phrases.isQuote(index), phrases.token(index).isSpaced else { return nil }
        var end = index + 1
        while end < sentence.upperBound, end - index <= 4, !phrases.isQuote(end) {
            guard !phrases.isMark(end) || phrases.isHyphen(end) else { return nil }
            end += 1
        }
        guard end + 1 < sentence.upperBound, phrases.isQuote(end), end > index + 1,
            phrases.token(index + 1).isCapitalised || phrases.form(index + 1) == "the"
        else { return nil }
        return isNameWord(end + 1, first: false) && phrases.token(end + 1).isSpaced ? end + 2 : nil
    }

    /// "Center for Strategic and International Studies", "Secretary of State".
    func connector(at index: Int, from start: Int, isOpen: Bool) -> Int? {
        guard phrases.isOne(index, of: ["of", "for", "and", "on", "to"]) else { return nil }
        var next = index + 1
        if phrases.isOne(next, of: ["the", "a", "an"]) { next += 1 }
        // "Hedge Act of 1954"
        if phrases.form(index) == "of", sentence.contains(next), phrases.token(next).shape == .digits,
            phrases.token(next).range.count == 4, phrases.classes(index - 1).contains(.document)
        {
            return next + 1
        }
        guard next < sentence.upperBound, phrases.token(next).isCapitalised,
            isNameWord(next, first: false) || phrases.classes(next).contains(.determiner)
        else { return nil }
        let last = phrases.classes(index - 1)
        switch phrases.form(index) {
        case "of":
            let isTitle = last.contains(.title) && !last.contains(.institution)
            if isTitle { return isOffice(next) ? next + 1 : nil }
            return isOpen ? next + 1 : nil
        case "for", "on":
            // "Doctors for Clean Harbours"
            let arePeople = last.contains(.people) && index - start == 1 && phrases.form(index) == "for"
            return last.contains(.institution) || arePeople ? next + 1 : nil
        case "to":
            let isCause = phrases.isOne(
                index - 1,
                of: ["alliance", "campaign", "committee", "coalition", "movement", "fund"]
            )
            return isCause ? next + 1 : nil
        case "and":
            // "Strategic and International Studies", "Border Protection": a name's last word says so.
            guard isOpen || isAfterConnector(index, from: start) || endsInInstitution(next) else {
                return nil
            }
            let isComplete =
                last.contains(.institution) && index - start > 1 && !isAfterConnector(index, from: start)
            guard phrases.classes(next).isDisjoint(with: [.givenName, .title]), next == index + 1,
                last.isDisjoint(with: [.givenName, .place]), !isComplete
            else { return nil }
            guard (start..<index).allSatisfy({ phrases.classes($0).isDisjoint(with: [.givenName, .title]) })
            else { return nil }
            guard endsInInstitution(next) || isAfterConnector(index, from: start) else { return nil }
            return next + 1
        default: return nil
        }
    }

    func isAfterConnector(_ index: Int, from start: Int) -> Bool {
        (max(start, index - 4)..<index).contains { phrases.isOne($0, of: ["for", "of", "on"]) }
    }

    /// Whether the words with capitals from here on end in "Department", "Services" or the like.
    func endsInInstitution(_ index: Int) -> Bool {
        var end = index
        while end < sentence.upperBound, end - index < 5, phrases.token(end).isCapitalised { end += 1 }
        return end > index && phrases.classes(end - 1).contains(.institution)
    }

    func isOffice(_ index: Int) -> Bool {
        var end = index
        while end < sentence.upperBound, end - index < 3, phrases.token(end).isCapitalised {
            if phrases.classes(end).contains(.office) { return true }
            end += 1
        }
        return false
    }
}
