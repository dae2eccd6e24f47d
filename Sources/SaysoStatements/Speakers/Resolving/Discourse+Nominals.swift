import SaysoArticles

extension Discourse {
    /// Whom a phrase without a name refers to: somebody named, somebody mentioned before, or somebody new.
    mutating func answer(_ nominal: Nominal) -> Answer {
        let found: Answer?
        let kind = phrases.classes(nominal.head)
        if isAge(nominal) {
            found = aged(nominal)
        } else if let later = introducedLater(nominal) {
            found = later
        } else if let owned = owned(nominal) {
            found = owned
        } else if !nominal.isDefinite, !isKnownBare(nominal) {
            found = nil
        } else if nominal.isPlural || Self.pairs.contains(head(nominal)) {
            found = several(nominal)
        } else if kind.contains(.person) {
            found = person(nominal) ?? (kind.contains(.organisation) ? organisation(nominal) : nil)
        } else if kind.contains(.organisation) {
            found = organisation(nominal)
        } else if kind.contains(.document) {
            found = document(nominal)
        } else {
            found = sameHead(nominal, confidence: 0.7)
        }
        if let found {
            return found
        }
        // Bare plurals keep meaning the same people: "officials … officials".
        if nominal.isPlural, nominal.phrase.count == 1, let same = sameHead(nominal, confidence: 0.8),
            referents[same.referents[0]].phrase?.count == 1
        {
            return same
        }
        return Answer(referents: [add(nominal)], rule: "description", confidence: 0.84, antecedent: nil)
    }

    /// "Police" after "Tamsin police".
    func isKnownBare(_ nominal: Nominal) -> Bool {
        // A label of a transcript: "CHAIR:" every time.
        if nominal.phrase.count <= 2, phrases.isOne(nominal.phrase.upperBound, of: [":"]) { return true }
        return nominal.phrase.count == 1
            && phrases.isOne(nominal.head, of: ["police", "parliament", "management", "congress"])
    }

    /// "Her deputy" after "her deputy, Tom Vale": whoever has just that of somebody.
    func owned(_ nominal: Nominal) -> Answer? {
        guard phrases.isOne(nominal.phrase.lowerBound, of: ["his", "her", "its", "their"]), !nominal.isPlural
        else { return nil }
        let head = head(nominal)
        let candidate = known(as: head).first { candidate in
            let referent = referents[candidate]
            guard referent.latest >= 0, referent.number == .one, isNear(candidate, nominal.head, 8),
                fitsGender(nominal, referent)
            else { return false }
            let said = referent.isNamed ? referent.roles : referent.phrase.map { [$0] } ?? []
            return said.contains { role in
                let isOwned =
                    phrases.classes(role.lowerBound).contains(.possessive)
                    || role.contains { phrases.isPossessiveMark($0) }
                return isOwned && role.contains { Lexicon.singular(phrases.form($0)) == head }
            }
        }
        return candidate.map { answer($0, "same noun", 0.75) }
    }

    // MARK: Named later

    /// In a headline, or at an article's beginning, somebody of whom the name comes later with the very role.
    func introducedLater(_ nominal: Nominal) -> Answer? {
        let sentence = phrases.prose.sentence(of: nominal.head)
        let isHeadline = phrases.prose.sentences[sentence].kind == .headline
        let kind = phrases.classes(nominal.head)
        guard !nominal.isPlural, !kind.isDisjoint(with: [.person, .organisation]) else { return nil }
        let words = modifiers(of: nominal)
        let later = named(as: head(nominal)).filter { candidate in
            let referent = referents[candidate]
            guard kind.contains(.person) ? referent.personEvidence > 0 : referent.personEvidence <= 0 else {
                return false
            }
            return isHeadline || isToldAgain(nominal, words, candidate)
        }
        guard later.count == 1 else { return nil }
        return answer(later[0], "named later", 0.65)
    }

    /// Whether "a retired teacher" comes again as "Tobias Lindqvist, the retired teacher".
    func isToldAgain(_ nominal: Nominal, _ words: [String], _ candidate: Int) -> Bool {
        guard !nominal.isDefinite, !words.isEmpty else { return false }
        return definiteRoles[(words + [phrases.form(nominal.head)]).joined(separator: " ")] == candidate
    }

    /// "The 54-year-old"
    func isAge(_ nominal: Nominal) -> Bool {
        phrases.isOne(nominal.head, of: ["old"]) && nominal.head > nominal.phrase.lowerBound + 3
            && phrases.isOne(nominal.head - 2, of: ["year"])
    }

    func aged(_ nominal: Nominal) -> Answer? {
        let age = phrases.form(nominal.head - 4)
        for mention in mentions.suffix(40).reversed() {
            let end = mention.tokens.upperBound
            guard phrases.isOne(end, of: [","]), phrases.isOne(end + 1, of: [age]),
                referents[mention.referent].isNamed
            else { continue }
            return answer(mention.referent, "age", 0.85)
        }
        return onlyPerson(at: nominal.head).map { answer($0.referent, "only one in mind", 0.6) }
    }

    func head(_ nominal: Nominal) -> String { Lexicon.singular(phrases.form(nominal.head)) }

    /// Somebody mentioned before by the same noun.
    func sameHead(_ nominal: Nominal, confidence: Double) -> Answer? {
        let wanted: Referent.Number = nominal.isPlural ? .several : .one
        let same = known(as: head(nominal)).first { candidate in
            let referent = referents[candidate]
            guard !referent.isNamed, referent.number == wanted, referent.latest >= 0 else { return false }
            return isCompatible(nominal, referent)
        }
        return same.map { answer($0, "same noun", confidence) }
    }

    func answer(_ referent: Int, _ rule: String, _ confidence: Double) -> Answer {
        let mention = referents[referent].latest
        return Answer(
            referents: [referent],
            rule: rule,
            confidence: confidence,
            antecedent: mention >= 0 ? mentions[mention].tokens : nil
        )
    }

    /// Whether a phrase's adjectives do not contradict another's: "the first study" is not "a second study".
    func isCompatible(_ nominal: Nominal, _ referent: Referent) -> Bool {
        let words = modifiers(of: nominal)
        guard !words.isEmpty, let phrase = referent.phrase else { return true }
        let others = Set(phrase.prefix(Self.most).map { phrases.form($0) })
        return words.allSatisfy { others.contains($0) }
    }

    /// The words between determiner and noun.
    func modifiers(of nominal: Nominal) -> [String] {
        guard nominal.start < nominal.head else { return [] }
        return (nominal.start..<nominal.head).compactMap { index in
            phrases.isMark(index) || phrases.form(index) == "s" ? nil : phrases.form(index)
        }
    }

    /// A phrase's first word with a capital before its noun, which says whose it is: "French", "Ellery".
    func capital(of nominal: Nominal) -> String? {
        (nominal.start..<max(nominal.start, nominal.head)).first { index in
            phrases.token(index).isCapitalised && index > nominal.phrase.lowerBound - 1
                && !phrases.classes(index).contains(.title)
        }.map { phrases.form($0) }
    }
}
