extension Discourse {
    func several(_ nominal: Nominal) -> Answer? {
        let head = head(nominal)
        let words = modifiers(of: nominal)
        let count = Self.numbers.firstIndex { name in
            phrases.isOne(nominal.phrase.lowerBound, of: [name]) || words.contains(name)
        }
        // "the senators": everybody named whom the article called a senator, if they are few.
        let people = known(as: head).filter {
            referents[$0].isNamed && referents[$0].number == .one && referents[$0].personEvidence > 0
                && referents[$0].latest >= 0
        }
        if (2...3).contains(people.count), count.map({ $0 == people.count }) ?? true {
            let same = known(as: head).first { !referents[$0].isNamed && referents[$0].number == .several }
            if same.map({ referents[$0].latest < referents[people[0]].latest }) ?? true {
                return Answer(
                    referents: people.sorted { referents[$0].latest < referents[$1].latest },
                    rule: "role",
                    confidence: 0.75,
                    antecedent: nil
                )
            }
        }
        // "the doctors", of "Doctors for Clean Harbours"
        let plural = phrases.form(nominal.head)
        if let body = bodies[plural], words.isEmpty { return answer(body, "kind of organisation", 0.6) }
        if let same = sameHead(nominal, confidence: 0.85),
            joint(near: nominal.head, count: count, within: 1) == nil || count == nil
        {
            return same
        }
        let isPair = Self.pairs.contains(head) || phrases.isOne(nominal.phrase.lowerBound, of: ["both"])
        let isJoint =
            isPair || count != nil || Self.kin.contains(head)
            || words.isEmpty && phrases.classes(nominal.head).contains(.people)
        let wanted = count ?? (isPair ? 2 : nil)
        if isJoint, words.count <= 1,
            let joint = joint(near: nominal.head, count: wanted, within: wanted == nil ? 1 : 4),
            joint.allSatisfy({ fits(nominal, referents[$0]) })
        {
            return Answer(referents: joint, rule: "named together", confidence: 0.7, antecedent: nil)
        }
        return nil
    }

    /// Whether somebody can be one of "the brothers", "both companies".
    func fits(_ nominal: Nominal, _ referent: Referent) -> Bool {
        let kind = phrases.classes(nominal.head).union(Lexicon.shared.classes(of: head(nominal)))
        if kind.contains(.organisation), !kind.contains(.person) { return referent.personEvidence <= 0 }
        if kind.contains(.masculine) != kind.contains(.feminine) {
            guard kind.contains(.masculine) ? referent.gender >= 0 : referent.gender <= 0 else {
                return false
            }
        }
        return referent.personEvidence >= 0
            && (referent.roleHeads.isEmpty || !Self.titles.contains(head(nominal))
                || referent.roleHeads.contains(head(nominal)))
    }

    static let titles: Set<String> = [
        "senator", "minister", "doctor", "scientist", "researcher", "judge", "officer", "lawyer",
    ]
    static let kin: Set<String> = [
        "brother", "sister", "sibling", "twin", "cousin", "spouse", "parent", "partner", "friend",
        "candidate",
    ]
    static let numbers = ["zero", "one", "two", "three", "four", "five"]
    static let pairs: Set<String> = ["pair", "couple", "duo"]
}
