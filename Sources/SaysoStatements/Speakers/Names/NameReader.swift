/// Finds the names in an article by their capitals.
struct NameReader {
    let phrases: Phrases
    /// The sentence in hand.
    var sentence: Range<Int> = 0..<0
    var isShouting = false

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
    mutating func withCommonWords(_ found: [NameMention]) -> [NameMention] {
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
                guard parts.contains(phrases.form(token)),
                    all.last.map({ $0.name.upperBound <= token }) ?? true,
                    isSurname(token), var mention = mention(named: token..<token + 1)
                else { continue }
                mention.isShouted = isShouting
                all.append(mention)
            }
        }
        return all + found[next...]
    }

    /// Whether a word that is part of a full name elsewhere is one here.
    func isSurname(_ index: Int) -> Bool {
        let token = phrases.token(index)
        let kind = phrases.classes(index)
        if !phrases.hasCapitals {
            return kind.isDisjoint(with: [.function, .verb, .preposition, .determiner, .pronoun])
        }
        guard token.isCapitalised, !isShouting else { return false }
        let before = index - 1
        if sentence.contains(before),
            phrases.classes(before).contains(.determiner) || phrases.isHyphen(before)
        {
            return false
        }
        let next = index + 1
        if sentence.contains(next), phrases.token(next).isCapitalised, phrases.token(next).isSpaced {
            return false
        }
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
        guard token.isCapitalised || (token.shape == .mixed && !first) || isMixedName(index) else {
            return false
        }
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
            if !first, index > sentence.lowerBound, phrases.classes(index - 1).contains(.givenName),
                phrases.token(index - 1).isCapitalised
            {
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
            if kind.contains(.particle), !isShouting, particles(at: next) != nil || isParticleName(index) {
                return true
            }
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
    func isUncapitalisedName(_ index: Int, first: Bool) -> Bool {
        let kind = phrases.classes(index)
        if first {
            return kind.contains(.givenName) && kind.isDisjoint(with: [.function, .verb, .calendar])
                || phrases.isOne(index, of: ["mr", "mrs", "ms", "dr"]) && phrases.isOne(index + 1, of: ["."])
        }
        return kind.isEmpty || kind.contains(.givenName) && kind.isDisjoint(with: [.function, .verb])
    }

    /// "De Vries", "Van Buren": a particle with a capital right before a word that the article has as a name.
    func isParticleName(_ index: Int) -> Bool {
        let next = index + 1
        return sentence.contains(next) && phrases.token(next).isCapitalised && phrases.token(next).isSpaced
            && phrases.classes(next).isDisjoint(with: .sourceNoun) && phrases.isKnownCapital(next)
    }

    func isMixedName(_ index: Int) -> Bool {
        phrases.token(index).shape == .mixed && phrases.classes(index).isEmpty
    }

    /// Whether a sentence begins here inside a quotation or after a colon or dash.
    func isAfterOpening(_ index: Int) -> Bool {
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
            if !phrases.hasCapitals, token.shape == .lower, end - start > 1, !phrases.isMark(end - 1) {
                break
            }
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
            } else if token.isSpaced, token.isCapitalised, hasInstitution, !isShouting,
                phrases.classes(end).contains(.determiner),
                end + 1 < sentence.upperBound, phrases.token(end + 1).isCapitalised
            {
                end += 2  // "Alliance to Save Our Harbours"
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
}
