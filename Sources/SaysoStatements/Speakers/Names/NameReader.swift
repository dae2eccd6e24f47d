/// Finds the names in an article by their capitals.
struct NameReader {
    let phrases: Phrases
    /// The sentence in hand.
    private(set) var sentence: Range<Int> = 0..<0
    private(set) var isShouting = false

    init(_ phrases: Phrases) { self.phrases = phrases }

    /// The names of the article, in order.
    static func mentions(in phrases: Phrases) -> [NameMention] {
        var reader = NameReader(phrases)
        var found: [NameMention] = []
        for (index, sentence) in phrases.prose.sentences.enumerated() {
            reader.sentence = sentence.tokens
            reader.isShouting = phrases.isShouting(index)
            var token = sentence.tokens.lowerBound
            while token < sentence.tokens.upperBound {
                guard let run = reader.run(at: token) else {
                    token += 1
                    continue
                }
                token = run.upperBound
                if let mention = reader.mention(in: run) { found.append(mention) }
            }
        }
        return reader.withCommonWords(found)
    }

    /// Adds the words that are common nouns or verbs elsewhere, but parts of somebody's full name here: "Baker",
    /// "Will".
    private mutating func withCommonWords(_ found: [NameMention]) -> [NameMention] {
        var parts: Set<String> = []
        for mention in found where mention.words.count > 1 && mention.personEvidence > 0 {
            parts.insert(mention.words[0])
            parts.insert(mention.words[mention.words.count - 1])
        }
        guard !parts.isEmpty else { return found }
        var all: [NameMention] = []
        var next = 0
        for (index, sentence) in phrases.prose.sentences.enumerated() {
            self.sentence = sentence.tokens
            isShouting = phrases.isShouting(index)
            for token in sentence.tokens {
                while next < found.count, found[next].name.lowerBound <= token {
                    all.append(found[next])
                    next += 1
                }
                guard parts.contains(phrases.form(token)), all.last.map({ $0.name.upperBound <= token }) ?? true,
                    isSurname(token), var mention = mention(named: token..<token + 1)
                else { continue }
                mention.isShouted = isShouting
                all.append(mention)
            }
        }
        return all + found[next...]
    }

    /// Whether a word that is part of a full name elsewhere is one here.
    private func isSurname(_ index: Int) -> Bool {
        let token = phrases.token(index)
        let kind = phrases.classes(index)
        if !phrases.hasCapitals { return kind.isDisjoint(with: [.function, .verb, .preposition, .determiner, .pronoun]) }
        guard token.isCapitalised, !isShouting else { return false }
        let before = index - 1
        if sentence.contains(before), phrases.classes(before).contains(.determiner) || phrases.isHyphen(before) { return false }
        let next = index + 1
        if sentence.contains(next), phrases.token(next).isCapitalised, phrases.token(next).isSpaced { return false }
        // "Will he", "May the best": only before a verb is it a name at the beginning of a sentence.
        if !kind.isDisjoint(with: [.function, .verb]), index == sentence.lowerBound || isAfterOpening(index) {
            return sentence.contains(next) && phrases.classes(next).contains(.verb)
        }
        return true
    }

    // MARK: Runs

    /// Whether a name can begin, or go on, at a token.
    func isNameWord(_ index: Int, first: Bool) -> Bool {
        guard sentence.contains(index) else { return false }
        let token = phrases.token(index)
        if !phrases.hasCapitals, token.shape == .lower { return isUncapitalisedName(index, first: first) }
        guard token.isCapitalised || (token.shape == .mixed && !first) || isMixedName(index) else { return false }
        let kind = phrases.classes(index)
        let next = index + 1
        let isOffice =
            kind.contains(.title) && phrases.isOne(next, of: ["of"]) && next + 1 < sentence.upperBound
            && phrases.token(next + 1).isCapitalised
        let goesOn =
            isOffice
            || next < sentence.upperBound && phrases.token(next).isCapitalised && phrases.token(next).isSpaced
                && phrases.classes(next).isDisjoint(with: [.function, .determiner, .pronoun, .preposition])
        if kind.contains(.calendar) {
            // "Detective April Monday": a day right behind a first name.
            if !first, index > sentence.lowerBound, phrases.classes(index - 1).contains(.givenName), phrases.token(index - 1).isCapitalised {
                return true
            }
            guard kind.contains(.givenName) else { return false }
            // "his brother Jan"
            if index > sentence.lowerBound, phrases.classes(index - 1).contains(.person),
                phrases.token(index - 1).shape == .lower
            {
                return true
            }
            return goesOn || (!first && index > sentence.lowerBound)
        }
        if token.shape == .capital, phrases.isOne(index, of: ["i", "a"]) {
            return phrases.isOne(index + 1, of: ["."])
        }
        let grammar: WordClass = [.function, .determiner, .pronoun, .preposition, .verb]
        if token.shape == .upper, !isShouting, token.range.count > 1, phrases.hasCapitals { return true }
        if isShouting || index == sentence.lowerBound || isAfterOpening(index) {
            if kind.contains(.particle), !isShouting, particles(at: next) != nil || isParticleName(index) { return true }
            if !kind.isDisjoint(with: grammar) {
                return kind.contains(.givenName) && (goesOn || phrases.isKnownCapital(index)) && !isShouting
            }
            // "Former", "Police": words that are common nouns elsewhere.
            if !isShouting, first, !goesOn, !phrases.isMoreOftenCapital(index) {
                let noun: WordClass = [.person, .people, .organisation, .document, .adjective, .quantity]
                if !kind.isDisjoint(with: noun) || phrases.isKnownLower(index) { return false }
            }
            return true
        }
        if !kind.isDisjoint(with: [.function, .determiner, .pronoun, .preposition]), token.shape != .upper {
            if phrases.isHyphen(next), index > sentence.lowerBound { return true }
            return kind.contains(.givenName) || (kind.contains(.particle) && goesOn)
        }
        return true
    }

    /// Without capitals a name begins with a first name or "mr", and goes on over words that are nothing else.
    private func isUncapitalisedName(_ index: Int, first: Bool) -> Bool {
        let kind = phrases.classes(index)
        if first {
            return kind.contains(.givenName) && kind.isDisjoint(with: [.function, .verb, .calendar])
                || phrases.isOne(index, of: ["mr", "mrs", "ms", "dr"]) && phrases.isOne(index + 1, of: ["."])
        }
        return kind.isEmpty || kind.contains(.givenName) && kind.isDisjoint(with: [.function, .verb])
    }

    /// "De Vries", "Van Buren": a particle with a capital right before a word that the article has as a name.
    private func isParticleName(_ index: Int) -> Bool {
        let next = index + 1
        return sentence.contains(next) && phrases.token(next).isCapitalised && phrases.token(next).isSpaced
            && phrases.classes(next).isDisjoint(with: .sourceNoun) && phrases.isKnownCapital(next)
    }

    private func isMixedName(_ index: Int) -> Bool {
        phrases.token(index).shape == .mixed && phrases.classes(index).isEmpty
    }

    /// Whether a sentence begins here inside a quotation or after a colon or dash.
    private func isAfterOpening(_ index: Int) -> Bool {
        let before = index - 1
        guard before >= sentence.lowerBound else { return false }
        return phrases.token(before).quotation == .opens && phrases.isMark(before)
            || phrases.isOne(before, of: [":", "•", "–", "—", "*", "…"])
    }

    /// Words with capitals that belong together, with particles, initials and small words between.
    func run(at start: Int) -> Range<Int>? {
        guard isNameWord(start, first: true) || isParticleStart(start) else { return nil }
        var end = start + 1
        var hasInstitution = phrases.classes(start).contains(.institution)
        let isAfterArticle =
            start > sentence.lowerBound && phrases.isOne(start - 1, of: ["the"])
        while end < sentence.upperBound {
            let token = phrases.token(end)
            // Without capitals nothing says where a name ends: a first name and a surname.
            if !phrases.hasCapitals, token.shape == .lower, end - start > 1, !phrases.isMark(end - 1) { break }
            if phrases.isAbbreviationStop(end) {
                end += 1
            } else if phrases.isHyphen(end), joinsHyphen(end) {
                end += 2
            } else if isNamesApostrophe(end) {
                end += 2
            } else if phrases.isOne(end, of: ["&"]), end + 1 < sentence.upperBound,
                phrases.token(end + 1).isCapitalised
            {
                end += 2
            } else if !token.isSpaced, token.isCapitalised, phrases.isAbbreviationStop(end - 1) {
                end += 1  // U.S.
            } else if token.isSpaced, isNameWord(end, first: false) {
                hasInstitution = hasInstitution || phrases.classes(end).contains(.institution)
                end += 1
            } else if token.isSpaced, token.isCapitalised, hasInstitution, !isShouting, phrases.classes(end).contains(.determiner),
                end + 1 < sentence.upperBound, phrases.token(end + 1).isCapitalised
            {
                end += 2  // "Alliance to Reclaim Our Schools"
            } else if let next = office(at: end) {
                hasInstitution = true
                end = next
            } else if let next = domain(at: end) {
                end = next
            } else if let next = particles(at: end) {
                end = next
            } else if let next = nickname(at: end) {
                end = next
            } else if let next = connector(at: end, from: start, isOpen: hasInstitution || isAfterArticle) {
                hasInstitution = true
                end = next
            } else {
                break
            }
        }
        // A full stop that ends the sentence is not the name's, unless an initial's or a title's.
        if end == sentence.upperBound, phrases.isOne(end - 1, of: ["."]), end - start > 1 {
            let isInitials = end - start > 3 && phrases.isOne(end - 3, of: ["."])
            if !isInitials { end -= 1 }
        }
        return start..<end
    }

    /// "'s Office" of "the Governor's Office", "'s Hospital" of "Women's Hospital".
    private func office(at index: Int) -> Int? {
        guard phrases.isPossessiveMark(index), !phrases.classes(index - 1).isDisjoint(with: [.title, .people]) else { return nil }
        let next = phrases.afterPossessive(index)
        guard sentence.contains(next), phrases.token(next).isCapitalised, endsInInstitution(next) else { return nil }
        return next + 1
    }

    /// ".com" of "Ferrypost.com".
    private func domain(at index: Int) -> Int? {
        guard phrases.isOne(index, of: ["."]), !phrases.token(index).isSpaced, sentence.contains(index + 1),
            !phrases.token(index + 1).isSpaced, phrases.isOne(index + 1, of: ["com", "org", "net", "io", "gov", "edu", "tv", "info"])
        else { return nil }
        return index + 2
    }

    private func isParticleStart(_ index: Int) -> Bool {
        guard phrases.classes(index).contains(.particle), !phrases.isOne(index, of: ["the", "do", "la", "av", "af"])
        else { return false }
        let next = index + 1
        guard next < sentence.upperBound else { return false }
        if phrases.isHyphen(next), next + 1 < sentence.upperBound {
            return phrases.token(next + 1).isCapitalised && phrases.isOne(index, of: ["al", "el", "bin", "ben"])
        }
        return particles(at: index) != nil
    }

    /// "van der Meer", "bin Salman".
    private func particles(at index: Int) -> Int? {
        var end = index
        while end < sentence.upperBound, phrases.classes(end).contains(.particle), phrases.token(end).isSpaced,
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

    private func joinsHyphen(_ index: Int) -> Bool {
        let next = phrases.token(index + 1)
        guard sentence.contains(index + 1) else { return false }
        if next.isCapitalised || next.shape == .digits { return true }
        // "Ki-moon", but not "London-based".
        return next.shape == .lower && phrases.form(index - 1).utf8.count <= 4 && next.range.count <= 5
            && phrases.classes(index + 1).isEmpty && !Self.hyphened.contains(phrases.form(index + 1))
    }

    private static let hyphened: Set<String> = [
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
    private func nickname(at index: Int) -> Int? {
        if phrases.isOne(index, of: ["("]), sentence.contains(index + 3), phrases.token(index + 1).isCapitalised,
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
    private func connector(at index: Int, from start: Int, isOpen: Bool) -> Int? {
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
            let isCause = phrases.isOne(index - 1, of: ["alliance", "campaign", "committee", "coalition", "movement", "fund"])
            return isCause ? next + 1 : nil
        case "and":
            // "Strategic and International Studies", "Border Protection": a name's last word says so.
            guard isOpen || isAfterConnector(index, from: start) || endsInInstitution(next) else { return nil }
            let isComplete = last.contains(.institution) && index - start > 1 && !isAfterConnector(index, from: start)
            guard phrases.classes(next).isDisjoint(with: [.givenName, .title]), next == index + 1,
                last.isDisjoint(with: [.givenName, .place]), !isComplete
            else { return nil }
            guard (start..<index).allSatisfy({ phrases.classes($0).isDisjoint(with: [.givenName, .title]) }) else { return nil }
            guard endsInInstitution(next) || isAfterConnector(index, from: start) else { return nil }
            return next + 1
        default: return nil
        }
    }

    private func isAfterConnector(_ index: Int, from start: Int) -> Bool {
        (max(start, index - 4)..<index).contains { phrases.isOne($0, of: ["for", "of", "on"]) }
    }

    /// Whether the words with capitals from here on end in "Department", "Services" or the like.
    private func endsInInstitution(_ index: Int) -> Bool {
        var end = index
        while end < sentence.upperBound, end - index < 5, phrases.token(end).isCapitalised { end += 1 }
        return end > index && phrases.classes(end - 1).contains(.institution)
    }

    private func isOffice(_ index: Int) -> Bool {
        var end = index
        while end < sentence.upperBound, end - index < 3, phrases.token(end).isCapitalised {
            if phrases.classes(end).contains(.office) { return true }
            end += 1
        }
        return false
    }
}
