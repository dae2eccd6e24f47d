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
        return Answer(referents: [add(nominal)], rule: "description", confidence: 0.9, antecedent: nil)
    }

    /// "Police" after "Tamsin police".
    private func isKnownBare(_ nominal: Nominal) -> Bool {
        nominal.phrase.count == 1 && phrases.isOne(nominal.head, of: ["police", "parliament", "management", "congress"])
    }

    // MARK: Named later

    /// In a headline, or at an article's beginning, somebody of whom the name comes later with the very role.
    private func introducedLater(_ nominal: Nominal) -> Answer? {
        let sentence = phrases.prose.sentence(of: nominal.head)
        let isHeadline = phrases.prose.sentences[sentence].kind == .headline
        let kind = phrases.classes(nominal.head)
        guard !nominal.isPlural, !kind.isDisjoint(with: [.person, .organisation]) else { return nil }
        let words = modifiers(of: nominal)
        let later = named(as: head(nominal)).filter { candidate in
            let referent = referents[candidate]
            guard kind.contains(.person) ? referent.personEvidence > 0 : referent.personEvidence <= 0 else { return false }
            return isHeadline || isToldAgain(nominal, words, candidate)
        }
        guard later.count == 1 else { return nil }
        return answer(later[0], "named later", 0.65)
    }

    /// Whether "a retired teacher" comes again as "Tobias Lindqvist, the retired teacher".
    private func isToldAgain(_ nominal: Nominal, _ words: [String], _ candidate: Int) -> Bool {
        guard !nominal.isDefinite, !words.isEmpty else { return false }
        return definiteRoles[(words + [phrases.form(nominal.head)]).joined(separator: " ")] == candidate
    }

    /// "The 54-year-old"
    private func isAge(_ nominal: Nominal) -> Bool {
        phrases.isOne(nominal.head, of: ["old"]) && nominal.head > nominal.phrase.lowerBound + 3
            && phrases.isOne(nominal.head - 2, of: ["year"])
    }

    private func aged(_ nominal: Nominal) -> Answer? {
        let age = phrases.form(nominal.head - 4)
        for mention in mentions.suffix(40).reversed() {
            let end = mention.tokens.upperBound
            guard phrases.isOne(end, of: [","]), phrases.isOne(end + 1, of: [age]), referents[mention.referent].isNamed else { continue }
            return answer(mention.referent, "age", 0.85)
        }
        return onlyPerson(at: nominal.head).map { answer($0.referent, "only one in mind", 0.6) }
    }

    private func head(_ nominal: Nominal) -> String { Lexicon.singular(phrases.form(nominal.head)) }

    /// Somebody mentioned before by the same noun.
    private func sameHead(_ nominal: Nominal, confidence: Double) -> Answer? {
        let wanted: Referent.Number = nominal.isPlural ? .several : .one
        let same = known(as: head(nominal)).first { candidate in
            let referent = referents[candidate]
            guard !referent.isNamed, referent.number == wanted, referent.latest >= 0 else { return false }
            return isCompatible(nominal, referent)
        }
        return same.map { answer($0, "same noun", confidence) }
    }

    private func answer(_ referent: Int, _ rule: String, _ confidence: Double) -> Answer {
        let mention = referents[referent].latest
        return Answer(
            referents: [referent],
            rule: rule,
            confidence: confidence,
            antecedent: mention >= 0 ? mentions[mention].tokens : nil
        )
    }

    /// Whether a phrase's adjectives do not contradict another's: "the first study" is not "a second study".
    private func isCompatible(_ nominal: Nominal, _ referent: Referent) -> Bool {
        let words = modifiers(of: nominal)
        guard !words.isEmpty, let phrase = referent.phrase else { return true }
        let others = Set(phrase.map { phrases.form($0) })
        return words.allSatisfy { others.contains($0) }
    }

    /// The words between determiner and noun.
    private func modifiers(of nominal: Nominal) -> [String] {
        guard nominal.start < nominal.head else { return [] }
        return (nominal.start..<nominal.head).compactMap { index in
            phrases.isMark(index) || phrases.form(index) == "s" ? nil : phrases.form(index)
        }
    }

    /// A phrase's first word with a capital before its noun, which says whose it is: "French", "Ellery".
    private func capital(of nominal: Nominal) -> String? {
        (nominal.start..<max(nominal.start, nominal.head)).first { index in
            phrases.token(index).isCapitalised && index > nominal.phrase.lowerBound - 1 && !phrases.classes(index).contains(.title)
        }.map { phrases.form($0) }
    }

    // MARK: One person

    private func person(_ nominal: Nominal) -> Answer? {
        let head = head(nominal)
        let words = modifiers(of: nominal)
        var best: (referent: Int, score: Double)?
        let isFormer = words.contains("former")
        for candidate in known(as: head) {
            let referent = referents[candidate]
            guard referent.latest >= 0, referent.number == .one, fitsGender(nominal, referent) else { continue }
            if isFormer ? !former.contains(candidate) && !isSaid("former", of: referent) : former.contains(candidate) { continue }
            // Two of a kind in one breath: nothing says which.
            if let best, words.isEmpty, referent.isNamed, referents[best.referent].isNamed, best.referent != candidate,
                mentions[referent.latest].sentence == mentions[referents[best.referent].latest].sentence,
                lastSource.map({ $0.referents != [best.referent] }) ?? true
            {
                return .none("role")
            }
            let score = match(words, referent, strange: capital(of: nominal)) + (referent.isNamed ? 0.1 : 0)
            guard score > -0.5 else { continue }
            if best.map({ score > $0.score + 0.2 }) ?? true { best = (candidate, score) }
        }
        if let best { return answer(best.referent, "role", best.score >= 0 ? 0.88 : 0.6) }
        for narrower in Self.narrower[head] ?? [] {
            for candidate in known(as: narrower) where referents[candidate].latest >= 0 {
                let referent = referents[candidate]
                guard referent.number == .one, fitsGender(nominal, referent), isNear(candidate, nominal.head, 6) else { continue }
                return answer(candidate, "kind of role", 0.75)
            }
        }
        // "The real estate agent", of whom the name comes with that role elsewhere.
        let elsewhere = isFormer ? [] : named(as: head).filter { referents[$0].personEvidence > 0 && fitsGender(nominal, referents[$0]) }
        if elsewhere.count == 1, match(words, referents[elsewhere[0]]) >= 0 || referents[elsewhere[0]].latest >= 0 {
            return answer(elsewhere[0], "role", 0.65)
        }
        // Another description of whoever is in mind, of whom the article has called nothing yet.
        if !phrases.classes(nominal.head).contains(.title), !(nominal.start..<nominal.head).contains(where: { phrases.isPossessiveMark($0) }),
            phrases.isOne(nominal.phrase.lowerBound, of: ["the"]), !isFormer || lastSource != nil,
            let candidate = onlyPerson(at: nominal.head)
        {
            let referent = referents[candidate.referent]
            // Whoever has a role may have another one, if it is told in more than a word: "the former first lady".
            let isOpen = referent.roleHeads.isEmpty || (words.count > 0 && candidate.distance <= 1)
            if isOpen, fitsGender(nominal, referent) { return answer(candidate.referent, "only one in mind", 0.55) }
        }
        // "The woman": whoever is most in mind, if only one can be meant.
        if Self.anybody.contains(head), words.isEmpty {
            let wanted: (Referent) -> Bool = { $0.mayBePerson && $0.personEvidence > 0 && self.fitsGender(nominal, $0) }
            if let found = salient(at: nominal.head, where: wanted) {
                return Answer(
                    referents: [found.referent],
                    rule: "most in mind",
                    confidence: found.confidence * 0.8,
                    antecedent: found.mention
                )
            }
        }
        return nil
    }

    /// The last one quoted, or the only person with a name whom the article has mentioned lately.
    private func onlyPerson(at token: Int) -> (referent: Int, distance: Int)? {
        let sentence = phrases.prose.sentence(of: token)
        if let last = lastSource, last.referents.count == 1, sentence - last.sentence <= 2,
            referents[last.referents[0]].isNamed, referents[last.referents[0]].personEvidence > 0
        {
            return (last.referents[0], sentence - last.sentence)
        }
        var found: (referent: Int, distance: Int)?
        for mention in mentions.suffix(30).reversed() where sentence - mention.sentence <= 8 {
            let referent = referents[mention.referent]
            guard referent.isNamed, referent.personEvidence > 0 else { continue }
            if let found, found.referent != mention.referent { return nil }
            if found == nil { found = (mention.referent, sentence - mention.sentence) }
        }
        return found
    }

    private func isSaid(_ word: String, of referent: Referent) -> Bool {
        referent.roles.contains { role in role.contains { phrases.isOne($0, of: [word]) } }
    }

    private static let anybody: Set<String> = ["man", "woman", "boy", "girl", "teenager", "lady", "gentleman"]

    private func isNear(_ candidate: Int, _ token: Int, _ sentences: Int) -> Bool {
        let latest = referents[candidate].latest
        return latest >= 0 && phrases.prose.sentence(of: token) - mentions[latest].sentence <= sentences
    }

    private func fitsGender(_ nominal: Nominal, _ referent: Referent) -> Bool {
        let kind = phrases.classes(nominal.head)
        guard kind.contains(.masculine) != kind.contains(.feminine) else { return true }
        return kind.contains(.masculine) ? referent.gender >= 0 : referent.gender <= 0
    }

    /// How well adjectives agree with what somebody has been called: below zero when none of them was said.
    private func match(_ words: [String], _ referent: Referent, strange: String? = nil) -> Double {
        guard !words.isEmpty else { return 0 }
        var said: Set<String> = []
        for role in referent.roles { for index in role { said.insert(phrases.form(index)) } }
        for index in referent.phrase ?? 0..<0 { said.insert(phrases.form(index)) }
        said.formUnion(referent.words)
        // "the French ministry" is not Russia's, whatever else agrees.
        if let strange, !said.contains(strange) { return -1 }
        let hits = words.count { said.contains($0) }
        return hits > 0 ? Double(hits) / Double(words.count) : -0.4
    }

    /// Wider words for a role, with the roles that they may stand for.
    private static let narrower: [String: [String]] = [
        "diplomat": ["ambassador", "envoy", "consul", "spokeswoman", "spokesman", "spokesperson", "minister", "secretary"],
        "official": [
            "spokeswoman", "spokesman", "spokesperson", "minister", "secretary", "director", "commissioner",
            "administrator", "chief", "deputy", "chairman", "chairwoman", "head",
        ],
        "politician": ["senator", "minister", "mayor", "governor", "congressman", "congresswoman", "mp", "councillor", "leader", "president", "candidate"],
        "lawmaker": ["senator", "congressman", "congresswoman", "representative", "legislator", "deputy", "mp"],
        "legislator": ["senator", "congressman", "congresswoman", "representative", "lawmaker"],
        "congressman": ["representative"],
        "congresswoman": ["representative"],
        "leader": ["president", "premier", "minister", "chancellor", "chairman", "chairwoman", "chief", "head", "king", "queen", "prince"],
        "premier": ["minister"],
        "scientist": ["professor", "researcher", "biologist", "physicist", "chemist", "geologist", "ecologist", "astronomer", "epidemiologist"],
        "researcher": ["professor", "scientist", "scholar", "biologist", "physicist", "fellow"],
        "academic": ["professor", "lecturer", "scholar", "historian"],
        "executive": ["ceo", "president", "chief", "chairman", "founder", "officer", "director"],
        "boss": ["ceo", "chief", "head", "manager", "director", "chairman"],
        "officer": ["sergeant", "detective", "inspector", "captain", "constable", "superintendent", "lieutenant", "sheriff"],
        "physician": ["doctor", "surgeon", "psychiatrist", "pulmonologist"],
        "doctor": ["physician", "surgeon", "psychiatrist", "dentist", "pulmonologist"],
        "lawyer": ["attorney", "solicitor", "barrister", "counsel"],
        "attorney": ["lawyer"],
        "source": ["insider", "person", "official"],
        "insider": ["source"],
        "author": ["writer", "novelist", "historian"],
        "writer": ["author", "novelist", "columnist", "journalist"],
        "journalist": ["reporter", "correspondent", "editor", "columnist"],
        "reporter": ["journalist", "correspondent"],
        "performer": ["singer", "actor", "actress", "musician"],
        "star": ["singer", "actor", "actress", "player"],
        "spokesman": ["spokesperson"],
        "spokeswoman": ["spokesperson"],
        "coach": ["manager"],
        "soldier": ["sergeant", "captain", "corporal", "colonel", "marine"],
        "general": ["commander", "chief"],
        "businessman": ["tycoon", "entrepreneur", "billionaire", "developer", "ceo", "executive"],
    ]

    // MARK: One organisation, one document

    private func organisation(_ nominal: Nominal) -> Answer? {
        let head = head(nominal)
        let words = modifiers(of: nominal)
        var best: (referent: Int, score: Double)?
        for candidate in known(as: head) {
            let referent = referents[candidate]
            guard referent.latest >= 0, referent.number == .one, referent.personEvidence <= 0,
                referent.isNamed || isNear(candidate, nominal.head, 5)
            else { continue }
            // "the utilities commission" for the "Public Utilities Commission"
            var score = match(words, referent, strange: capital(of: nominal))
            guard score > -1 else { continue }
            if words.isEmpty || words.allSatisfy({ referent.words.contains($0) }) { score = max(score, 0.5) }
            score += referent.isNamed ? 0.3 : 0
            guard score > -0.2 else { continue }
            if best.map({ score > $0.score + 0.2 }) ?? true { best = (candidate, score) }
        }
        if let best { return answer(best.referent, "kind of organisation", 0.82) }
        if Self.lands.contains(head), words.isEmpty {
            let isLand: (Referent) -> Bool = { $0.isNamed && $0.mayBeThing && ($0.isPlace || $0.words.count == 1) }
            if let found = salient(at: nominal.head, where: isLand) {
                return Answer(referents: [found.referent], rule: "most in mind", confidence: found.confidence * 0.85, antecedent: found.mention)
            }
        }
        // "the ferry company" for "Northline Ferries"
        let byWord = mentions.suffix(40).last { mention in
            let referent = referents[mention.referent]
            return referent.isNamed && referent.personEvidence <= 0
                && referent.words.contains { word in words.contains(word) || words.contains(Lexicon.singular(word)) }
        }
        if let byWord, !words.isEmpty { return answer(byWord.referent, "kind of organisation", 0.7) }
        guard phrases.classes(nominal.head).contains(.generic) || Self.bodies.contains(head), words.count <= 1 else { return nil }
        let isWanted: (Referent) -> Bool = { $0.isNamed && $0.mayBeThing && !$0.isPlace && $0.personEvidence < 0 }
        guard let found = salient(at: nominal.head, where: isWanted), found.confidence > 0.4 else {
            // A bare "the company" is somebody's whom the article has named; it does not say whose.
            return words.isEmpty && phrases.classes(nominal.head).contains(.generic) ? .none("most in mind") : nil
        }
        return Answer(
            referents: [found.referent],
            rule: "most in mind",
            confidence: found.confidence * 0.85,
            antecedent: found.mention
        )
    }

    private static let lands: Set<String> = ["country", "nation", "kingdom", "republic", "island", "city", "town", "state"]

    /// Words for an organisation that are more often a second than a first mention.
    private static let bodies: Set<String> = [
        "utility", "airline", "carrier", "bank", "university", "hospital", "manufacturer", "automaker", "retailer",
        "regulator", "newspaper", "network", "broadcaster", "charity", "nonprofit", "union", "club", "studio",
        "ministry", "department", "platform", "carmaker", "startup", "lender", "insurer", "giant", "watchdog", "union",
        "publisher", "magazine", "website", "site", "alliance", "coalition", "label", "operator", "maker",
    ]

    private func document(_ nominal: Nominal) -> Answer? {
        let titled = known(as: head(nominal)).first { referents[$0].isNamed && referents[$0].isDocument && referents[$0].latest >= 0 }
        if let titled, modifiers(of: nominal).isEmpty { return answer(titled, "name of a document", 0.8) }
        if let same = sameHead(nominal, confidence: 0.85) { return same }
        guard modifiers(of: nominal).isEmpty else { return nil }
        let head = head(nominal)
        for family in Self.documents where family.contains(head) {
            var latest: Int?
            for other in family where other != head {
                for candidate in known(as: other) {
                    let referent = referents[candidate]
                    guard referent.isDocument, !referent.isNamed, referent.latest >= 0, isNear(candidate, nominal.head, 8) else { continue }
                    if latest.map({ referents[$0].latest < referent.latest }) ?? true { latest = candidate }
                }
            }
            if let latest { return answer(latest, "kind of document", 0.7) }
        }
        return nil
    }

    /// Words for one and the same piece of writing.
    private static let documents: [Set<String>] = [
        ["report", "study", "analysis", "research", "paper", "review", "assessment", "audit", "survey"],
        ["article", "story", "piece", "column", "editorial", "op-ed"],
        ["poll", "survey"], ["post", "tweet", "message"], ["lawsuit", "complaint", "filing", "suit", "petition"],
        ["law", "act", "bill", "statute", "measure"], ["ruling", "decision", "verdict", "judgment", "judgement", "opinion"],
        ["book", "memoir"], ["agreement", "deal", "contract", "treaty", "accord"], ["video", "footage", "recording", "tape"],
        ["memo", "document", "file"],
    ]

    // MARK: Several

    private func several(_ nominal: Nominal) -> Answer? {
        let head = head(nominal)
        let words = modifiers(of: nominal)
        let count = Self.numbers.firstIndex { name in phrases.isOne(nominal.phrase.lowerBound, of: [name]) || words.contains(name) }
        // "the senators": everybody named whom the article called a senator, if they are few.
        let people = known(as: head).filter { referents[$0].isNamed && referents[$0].number == .one && referents[$0].personEvidence > 0 && referents[$0].latest >= 0 }
        if (2...3).contains(people.count), count.map({ $0 == people.count }) ?? true {
            let same = known(as: head).first { !referents[$0].isNamed && referents[$0].number == .several }
            if same.map({ referents[$0].latest < referents[people[0]].latest }) ?? true {
                return Answer(referents: people.sorted { referents[$0].latest < referents[$1].latest }, rule: "role", confidence: 0.75, antecedent: nil)
            }
        }
        // "the doctors", of "Doctors for Clean Harbours"
        let plural = phrases.form(nominal.head)
        if let body = bodies[plural], words.isEmpty { return answer(body, "kind of organisation", 0.6) }
        if let same = sameHead(nominal, confidence: 0.85), joint(near: nominal.head, count: count, within: 1) == nil || count == nil { return same }
        let isPair = Self.pairs.contains(head) || phrases.isOne(nominal.phrase.lowerBound, of: ["both"])
        let isJoint = isPair || count != nil || Self.kin.contains(head) || words.isEmpty && phrases.classes(nominal.head).contains(.people)
        let wanted = count ?? (isPair ? 2 : nil)
        if isJoint, words.count <= 1, let joint = joint(near: nominal.head, count: wanted, within: wanted == nil ? 1 : 4),
            joint.allSatisfy({ fits(nominal, referents[$0]) })
        {
            return Answer(referents: joint, rule: "named together", confidence: 0.7, antecedent: nil)
        }
        return nil
    }

    /// Whether somebody can be one of "the brothers", "both companies".
    private func fits(_ nominal: Nominal, _ referent: Referent) -> Bool {
        let kind = phrases.classes(nominal.head).union(Lexicon.shared.classes(of: head(nominal)))
        if kind.contains(.organisation), !kind.contains(.person) { return referent.personEvidence <= 0 }
        if kind.contains(.masculine) != kind.contains(.feminine) {
            guard kind.contains(.masculine) ? referent.gender >= 0 : referent.gender <= 0 else { return false }
        }
        return referent.personEvidence >= 0 && (referent.roleHeads.isEmpty || !Self.titles.contains(head(nominal)) || referent.roleHeads.contains(head(nominal)))
    }

    private static let titles: Set<String> = ["senator", "minister", "doctor", "scientist", "researcher", "judge", "officer", "lawyer"]
    private static let kin: Set<String> = ["brother", "sister", "sibling", "twin", "cousin", "spouse", "parent", "partner", "friend", "candidate"]
    private static let numbers = ["zero", "one", "two", "three", "four", "five"]
    private static let pairs: Set<String> = ["pair", "couple", "duo"]
}
