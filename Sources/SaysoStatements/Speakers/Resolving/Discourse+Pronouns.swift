import SaysoArticles

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Discourse {
    /// Whom "he", "she", "it" or "they" refers to.
    mutating func answer(pronoun token: Int, in context: SourceContext) -> Answer {
        let form = phrases.form(token)
        let sentence = phrases.prose.sentence(of: token)
        if form == "each" || form == "both" {
            guard let joint = joint(near: token, count: form == "both" ? 2 : nil) else {
                return .none("pronoun")
            }
            return Answer(referents: joint, rule: "named together", confidence: 0.7, antecedent: nil)
        }
        var scores: [Int: (score: Double, mention: Int)] = [:]
        var seen: Set<Int> = []
        let passage = phrases.prose.sentences[sentence].passage
        for index in mentions.indices.suffix(Self.reach).reversed() {
            let mention = mentions[index]
            guard mention.tokens.lowerBound < token else { continue }
            // Who has the word in a transcript speaks of others.
            if phrases.isOne(mention.tokens.upperBound, of: [":"]) { continue }
            let distance = sentence - mention.sentence
            guard distance <= 12 else { break }
            guard let fit = fit(of: mention.referent, to: form) else { continue }
            var score = fit + Self.recency(distance)
            let isOwn = context.contents.contains { $0.contains(mention.tokens.lowerBound) }
            if isOwn { score -= 2.5 } else if mention.isQuoted { score -= 1.0 }
            if mention.isFirst { score += 0.6 }
            if mention.isModifier { score -= 0.7 }
            if mention.isObject { score -= 0.5 }
            if phrases.prose.sentences[mention.sentence].passage == passage { score += 0.4 }
            if seen.insert(mention.referent).inserted {
                score += 0.25 * log(Double(1 + referents[mention.referent].count))
                if let last = lastSource, last.referents == [mention.referent], sentence - last.sentence <= 3
                {
                    score += sentence == last.sentence ? 1.2 : 1.8
                }
            }
            if let old = scores[mention.referent], old.score >= score { continue }
            scores[mention.referent] = (score, index)
        }
        let rule = "pronoun"
        guard let best = scores.max(by: { ($0.value.score, $0.key) < ($1.value.score, $1.key) }) else {
            return ahead(of: token, form, context)
        }
        // Between two who are equally likely there is no telling.
        let second = scores.filter { $0.key != best.key }.max {
            ($0.value.score, $0.key) < ($1.value.score, $1.key)
        }
        if let second, best.value.score - second.value.score < Self.leastMargin { return .none(rule) }
        // "The two women talked. She …": since both were spoken of together, neither is more in mind.
        if second != nil, referents[best.key].members.isEmpty, referents[best.key].number == .one,
            let after = mentions.suffix(Self.reach).last(where: {
                $0.isFirst && $0.sentence < sentence && referents[$0.referent].number == .several
            }),
            after.sentence > mentions[best.value.mention].sentence, after.sentence >= sentence - 2
        {
            return .none(rule)
        }
        // One more candidate stands for "somebody else".
        let sum = Self.weight(of: scores.values.map(\.score), beside: best.value.score, other: 0.3)
        let confidence = 1 / sum
        if confidence > 0.6, form == "he" || form == "him" || form == "his" {
            referents[best.key].gender += 1
        }
        if confidence > 0.6, form == "she" || form == "her" || form == "hers" {
            referents[best.key].gender -= 1
        }
        let members = referents[best.key].members
        return Answer(
            referents: members.isEmpty ? [best.key] : members,
            rule: rule,
            confidence: confidence,
            antecedent: mentions[best.value.mention].tokens
        )
    }

    /// The candidates' weights in a softmax, one more for "somebody else" among them, as multiples of the best one's.
    ///
    /// They are added in the order of their size, so that the sum is the same every time.
    static func weight(of scores: [Double], beside best: Double, other: Double) -> Double {
        (scores + [other]).sorted().reduce(0) { $0 + exp($1 - best) }
    }

    static let leastMargin = 0.12

    /// Somebody named only after the pronoun: "When she said so, Mara Venn meant it."
    func ahead(of token: Int, _ form: String, _ context: SourceContext) -> Answer {
        let sentence = phrases.prose.sentence(of: token)
        let first = names.partitioningIndex { $0.name.lowerBound > token }
        for index in first..<min(names.count, first + 4) {
            guard let owner = owners[index], !names[index].isModifier, referents[owner].personEvidence > 0,
                fit(of: owner, to: form) != nil, form != "they"
            else { continue }
            let distance = phrases.prose.sentence(of: names[index].name.lowerBound) - sentence
            let isOwn = context.contents.contains { $0.contains(names[index].name.lowerBound) }
            guard distance == 0 && !isOwn || distance == 1 && !hasPerson else { continue }
            return Answer(
                referents: [owner],
                rule: "pronoun ahead of its name",
                confidence: 0.5,
                antecedent: names[index].name
            )
        }
        return .none("pronoun")
    }

    static func recency(_ distance: Int) -> Double {
        switch distance {
        case 0: 1.5
        case 1: 1.3
        case 2: 0.6
        case 3: 0.1
        default: 0.1 - 0.35 * Double(distance - 3)
        }
    }

    /// How well somebody fits a pronoun; nil when it cannot be.
    func fit(of referent: Int, to pronoun: String) -> Double? {
        let candidate = referents[referent]
        switch pronoun {
        case "he", "him", "his", "himself":
            guard candidate.mayBePerson, candidate.gender >= 0,
                !candidate.isPlace || candidate.personEvidence > 1
            else { return nil }
            return (candidate.gender > 0 ? 0.8 : 0) + (candidate.personEvidence > 0 ? 0.6 : -0.6)
        case "she", "her", "hers", "herself":
            guard candidate.mayBePerson, candidate.gender <= 0,
                !candidate.isPlace || candidate.personEvidence > 1
            else { return nil }
            return (candidate.gender < 0 ? 0.8 : 0) + (candidate.personEvidence > 0 ? 0.6 : -0.6)
        case "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves": return nil
        case "it", "its", "itself":
            guard candidate.mayBeThing else { return nil }
            return (candidate.isDocument ? -1.0 : 0.2) + (candidate.personEvidence < 0 ? 0.5 : -0.3)
        default:
            if candidate.number == .several || !candidate.members.isEmpty { return 1.0 }
            if candidate.isDocument { return nil }
            if candidate.personEvidence < 0 { return -0.2 }
            return candidate.gender == 0 && lastSource?.referents == [referent] ? -0.5 : -1.2
        }
    }

    /// Who "the former", "the latter" or "all three" are among those last named together.
    func answer(ordinal token: Int) -> Answer {
        let count = ["two": 2, "both": 2, "three": 3, "four": 4][phrases.form(token)]
        let isOneOfTwo = phrases.isOne(token, of: ["former", "latter"])
        guard let joint = joint(near: token, count: count) ?? (isOneOfTwo ? lastTwo(before: token) : nil)
        else {
            return .none("named together")
        }
        switch phrases.form(token) {
        case "former":
            return Answer(referents: [joint[0]], rule: "named together", confidence: 0.8, antecedent: nil)
        case "latter":
            return Answer(
                referents: [joint[joint.count - 1]],
                rule: "named together",
                confidence: 0.8,
                antecedent: nil
            )
        default: return Answer(referents: joint, rule: "named together", confidence: 0.75, antecedent: nil)
        }
    }

    /// The only two with a name in this sentence and the one before.
    func lastTwo(before token: Int) -> [Int]? {
        let sentence = phrases.prose.sentence(of: token)
        var found: [Int] = []
        for mention in mentions.suffix(12)
        where sentence - mention.sentence <= 1 && !found.contains(mention.referent) {
            if referents[mention.referent].isNamed { found.append(mention.referent) }
        }
        return found.count == 2 ? found : nil
    }
}
