extension Discourse {
    func person(_ nominal: Nominal) -> Answer? {
        let head = head(nominal)
        let words = modifiers(of: nominal)
        var best: (referent: Int, score: Double)?
        let isFormer = words.contains("former")
        for candidate in known(as: head) {
            let referent = referents[candidate]
            guard referent.latest >= 0, referent.number == .one, fitsGender(nominal, referent) else {
                continue
            }
            if isFormer
                ? !former.contains(candidate) && !isSaid("former", of: referent) : former.contains(candidate)
            {
                continue
            }
            // Two of a kind in one breath: nothing says which.
            if let best, words.isEmpty, referent.isNamed, referents[best.referent].isNamed,
                best.referent != candidate,
                mentions[referent.latest].sentence == mentions[referents[best.referent].latest].sentence,
                lastSource.map({ $0.referents != [best.referent] }) ?? true
            {
                return .none("role")
            }
            let score = match(words, referent, strange: capital(of: nominal)) + (referent.isNamed ? 0.1 : 0)
            guard score > -0.5 else { continue }
            if best.map({ score > $0.score + 0.2 }) ?? true { best = (candidate, score) }
        }
        if let best { return answer(best.referent, "role", best.score >= 0 ? 0.8 : 0.6) }
        for narrower in Self.narrower[head] ?? [] {
            for candidate in known(as: narrower) where referents[candidate].latest >= 0 {
                let referent = referents[candidate]
                guard referent.number == .one, fitsGender(nominal, referent),
                    isNear(candidate, nominal.head, 6)
                else { continue }
                return answer(candidate, "kind of role", 0.75)
            }
        }
        // "The real estate agent", of whom the name comes with that role elsewhere.
        let elsewhere =
            isFormer
            ? []
            : named(as: head).filter {
                referents[$0].personEvidence > 0 && fitsGender(nominal, referents[$0])
            }
        if elsewhere.count == 1 {
            let said = roleWords[elsewhere[0]] ?? []
            let isForeign = capital(of: nominal).map { !said.contains($0) } ?? false
            if !isForeign,
                words.isEmpty || words.contains(where: said.contains) || referents[elsewhere[0]].latest >= 0
            {
                return answer(elsewhere[0], "role", 0.65)
            }
        }
        // Another description of whoever is in mind, of whom the article has called nothing yet.
        if !phrases.classes(nominal.head).contains(.title),
            !(nominal.start..<nominal.head).contains(where: { phrases.isPossessiveMark($0) }),
            phrases.isOne(nominal.phrase.lowerBound, of: ["the"]), !isFormer || lastSource != nil,
            let candidate = onlyPerson(at: nominal.head)
        {
            let referent = referents[candidate.referent]
            // Whoever has a role may have another one, if it is told in more than a word: "the former first lady".
            let isOpen = referent.roleHeads.isEmpty || (words.count > 0 && candidate.distance <= 1)
            if isOpen, fitsGender(nominal, referent) {
                return answer(candidate.referent, "only one in mind", 0.55)
            }
        }
        // "The woman": whoever is most in mind, if only one can be meant.
        if Self.anybody.contains(head), words.isEmpty {
            let wanted: (Referent) -> Bool = {
                $0.mayBePerson && $0.personEvidence > 0 && self.fitsGender(nominal, $0)
            }
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
    func onlyPerson(at token: Int) -> (referent: Int, distance: Int)? {
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

    func isSaid(_ word: String, of referent: Referent) -> Bool {
        referent.roles.contains { role in role.contains { phrases.isOne($0, of: [word]) } }
    }

    static let anybody: Set<String> = [
        "man", "woman", "boy", "girl", "teenager", "lady", "gentleman",
    ]

    func isNear(_ candidate: Int, _ token: Int, _ sentences: Int) -> Bool {
        let latest = referents[candidate].latest
        return latest >= 0 && phrases.prose.sentence(of: token) - mentions[latest].sentence <= sentences
    }

    func fitsGender(_ nominal: Nominal, _ referent: Referent) -> Bool {
        let kind = phrases.classes(nominal.head)
        guard kind.contains(.masculine) != kind.contains(.feminine) else { return true }
        return kind.contains(.masculine) ? referent.gender >= 0 : referent.gender <= 0
    }

    /// How well adjectives agree with what somebody has been called: below zero when none of them was said.
    func match(_ words: [String], _ referent: Referent, strange: String? = nil) -> Double {
        guard !words.isEmpty else { return 0 }
        var said: Set<String> = []
        for role in referent.roles {
            for index in role.prefix(Self.most) { said.insert(phrases.form(index)) }
        }
        for index in (referent.phrase ?? 0..<0).prefix(Self.most) { said.insert(phrases.form(index)) }
        said.formUnion(referent.words)
        // "the French ministry" is not Russia's, whatever else agrees.
        if let strange, !said.contains(strange) { return -1 }
        let hits = words.count { said.contains($0) }
        return hits > 0 ? Double(hits) / Double(words.count) : -0.4
    }

    /// So many words of a role or phrase are compared.
    static let most = 32

    /// Wider words for a role, with the roles that they may stand for.
    static let narrower: [String: [String]] = [
        "diplomat": [
            "ambassador", "envoy", "consul", "spokeswoman", "spokesman", "spokesperson", "minister",
            "secretary",
        ],
        "official": [
            "spokeswoman", "spokesman", "spokesperson", "minister", "secretary", "director", "commissioner",
            "administrator", "chief", "deputy", "chairman", "chairwoman", "head",
        ],
        "politician": [
            "senator", "minister", "mayor", "governor", "congressman", "congresswoman", "mp", "councillor",
            "leader", "president", "candidate",
        ],
        "lawmaker": [
            "senator", "congressman", "congresswoman", "representative", "legislator", "deputy", "mp",
        ],
        "legislator": ["senator", "congressman", "congresswoman", "representative", "lawmaker"],
        "congressman": ["representative"],
        "congresswoman": ["representative"],
        "leader": [
            "president", "premier", "minister", "chancellor", "chairman", "chairwoman", "chief", "head",
            "king", "queen", "prince",
        ],
        "premier": ["minister"],
        "scientist": [
            "professor", "researcher", "biologist", "physicist", "chemist", "geologist", "ecologist",
            "astronomer", "epidemiologist",
        ],
        "researcher": ["professor", "scientist", "scholar", "biologist", "physicist", "fellow"],
        "academic": ["professor", "lecturer", "scholar", "historian"],
        "executive": ["ceo", "president", "chief", "chairman", "founder", "officer", "director"],
        "boss": ["ceo", "chief", "head", "manager", "director", "chairman"],
        "officer": [
            "sergeant", "detective", "inspector", "captain", "constable", "superintendent", "lieutenant",
            "sheriff",
        ],
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
}
