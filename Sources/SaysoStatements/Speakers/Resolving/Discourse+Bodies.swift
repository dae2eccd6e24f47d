extension Discourse {
    func organisation(_ nominal: Nominal) -> Answer? {
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
            let isLand: (Referent) -> Bool = {
                $0.isNamed && $0.mayBeThing && ($0.isPlace || $0.words.count == 1)
            }
            if let found = salient(at: nominal.head, where: isLand) {
                return Answer(
                    referents: [found.referent],
                    rule: "most in mind",
                    confidence: found.confidence * 0.85,
                    antecedent: found.mention
                )
            }
        }
        // "the ferry company" for "Northline Ferries"; "Norrland's ferry company" is not Norrland.
        let kinds =
            (nominal.start..<max(nominal.start, nominal.head)).contains { phrases.token($0).isCapitalised }
            ? [] : words
        let byWord = mentions.suffix(40).last { mention in
            let referent = referents[mention.referent]
            return referent.isNamed && referent.personEvidence <= 0 && !referent.isPlace
                && referent.words.contains { kinds.contains($0) || kinds.contains(Lexicon.singular($0)) }
        }
        if let byWord { return answer(byWord.referent, "kind of organisation", 0.7) }
        // "The transport ministry" says by itself which one it is; "the local company" may be the one in mind.
        let isGeneric = phrases.classes(nominal.head).contains(.generic)
        guard isGeneric ? words.count <= 1 : Self.bodies.contains(head) && words.isEmpty else { return nil }
        let isWanted: (Referent) -> Bool = {
            $0.isNamed && $0.mayBeThing && !$0.isPlace && $0.personEvidence < 0
        }
        guard let found = salient(at: nominal.head, where: isWanted), found.confidence > 0.4 else {
            // A bare "the company" is somebody's whom the article has named; it does not say whose.
            return words.isEmpty && phrases.classes(nominal.head).contains(.generic)
                ? .none("most in mind") : nil
        }
        return Answer(
            referents: [found.referent],
            rule: "most in mind",
            confidence: found.confidence * 0.85,
            antecedent: found.mention
        )
    }

    static let lands: Set<String> = [
        "country", "nation", "kingdom", "republic", "island", "city", "town", "state",
    ]

    /// Words for an organisation that are more often a second than a first mention.
    static let bodies: Set<String> = [
        "utility", "airline", "carrier", "bank", "university", "hospital", "manufacturer", "automaker",
        "retailer",
        "regulator", "newspaper", "network", "broadcaster", "charity", "nonprofit", "union", "club", "studio",
        "ministry", "department", "platform", "carmaker", "startup", "lender", "insurer", "giant", "watchdog",
        "union",
        "publisher", "magazine", "website", "site", "alliance", "coalition", "label", "operator", "maker",
    ]

    func document(_ nominal: Nominal) -> Answer? {
        let titled = known(as: head(nominal)).first {
            referents[$0].isNamed && referents[$0].isDocument && referents[$0].latest >= 0
        }
        if let titled, modifiers(of: nominal).isEmpty { return answer(titled, "name of a document", 0.8) }
        if let same = sameHead(nominal, confidence: 0.85) { return same }
        guard modifiers(of: nominal).isEmpty else { return nil }
        let head = head(nominal)
        for family in Self.documents where family.contains(head) {
            var latest: Int?
            for other in family where other != head {
                for candidate in known(as: other) {
                    let referent = referents[candidate]
                    guard referent.isDocument, !referent.isNamed, referent.latest >= 0,
                        isNear(candidate, nominal.head, 8)
                    else { continue }
                    if latest.map({ referents[$0].latest < referent.latest }) ?? true { latest = candidate }
                }
            }
            if let latest { return answer(latest, "kind of document", 0.7) }
        }
        return nil
    }

    /// Words for one and the same piece of writing.
    static let documents: [Set<String>] = [
        ["report", "study", "analysis", "research", "paper", "review", "assessment", "audit", "survey"],
        ["article", "story", "piece", "column", "editorial", "op-ed"],
        ["poll", "survey"], ["post", "tweet", "message"],
        ["lawsuit", "complaint", "filing", "suit", "petition"],
        ["law", "act", "bill", "statute", "measure"],
        ["ruling", "decision", "verdict", "judgment", "judgement", "opinion"],
        ["book", "memoir"], ["agreement", "deal", "contract", "treaty", "accord"],
        ["video", "footage", "recording", "tape"],
        ["memo", "document", "file"],
    ]
}
