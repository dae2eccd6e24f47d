import SaysoArticles

extension Discourse {
    /// Whom "who" or "which" refers to: what stands right before it.
    mutating func answer(relative token: Int) -> Answer {
        let answer = antecedent(of: token)
        if !answer.referents.isEmpty { lastRelative = (token, answer) }
        return answer
    }

    mutating func antecedent(of token: Int) -> Answer {
        let sentence = phrases.prose.sentences[phrases.prose.sentence(of: token)].tokens
        var end = token
        while end > sentence.lowerBound,
            phrases.isMark(end - 1)
                || phrases.isOne(end - 1, of: ["of", "most", "some", "many", "one", "all", "both", "and"])
        {
            end -= 1
            if token - end > 5 { break }
        }
        guard end > sentence.lowerBound else { return .none("relative pronoun") }
        // "who sings, and who paints"
        if token > sentence.lowerBound, phrases.isOne(token - 1, of: ["and", "or", "but"]), let lastRelative,
            sentence.contains(lastRelative.token)
        {
            return lastRelative.answer
        }
        // "Corin Hale, not the mayor, who"
        if let not = (max(sentence.lowerBound, end - 7)..<end).last(where: { phrases.isOne($0, of: ["not"]) }
        ),
            not > sentence.lowerBound, phrases.isOne(not - 1, of: [","])
        {
            end = not - 1
        }
        // A name, perhaps with what it is between commas.
        let first = names.partitioningIndex { $0.name.lowerBound >= sentence.lowerBound }
        let last = names.partitioningIndex { $0.name.lowerBound >= token }
        for index in (first..<max(first, last)).reversed() {
            let name = names[index]
            let reaches = name.name.upperBound == end || name.roleAfter?.upperBound == end
            guard reaches, let owner = owners[index], !name.isModifier || name.name.upperBound < end else {
                continue
            }
            if phrases.isOne(token, of: ["who", "whom"]), referents[owner].personEvidence < -2 { continue }
            return Answer(
                referents: [owner],
                rule: "relative pronoun",
                confidence: 0.9,
                antecedent: name.name
            )
        }
        // A phrase that was noted and ends here.
        for mention in mentions.suffix(8).reversed()
        where mention.tokens.upperBound == end || mention.tokens.contains(end - 1) {
            let members = referents[mention.referent].members
            return Answer(
                referents: members.isEmpty ? [mention.referent] : members,
                rule: "relative pronoun",
                confidence: 0.85,
                antecedent: mention.tokens
            )
        }
        let head = end - 1
        guard !phrases.isMark(head), phrases.classes(head).isDisjoint(with: [.function, .verb, .preposition])
        else {
            return .none("relative pronoun")
        }
        var start = phrases.start(ofPhraseEndingAt: head, least: sentence.lowerBound)
        if start > sentence.lowerBound, phrases.classes(start - 1).contains(.determiner) { start -= 1 }
        let isPlural = phrases.form(head).hasSuffix("s") || phrases.classes(head).contains(.people)
        let nominal = Nominal(
            phrase: start..<end,
            head: head,
            start: start,
            isDefinite: false,
            isPlural: isPlural
        )
        let referent = add(nominal)
        note(start..<end, of: referent)
        return Answer(
            referents: [referent],
            rule: "relative pronoun",
            confidence: 0.8,
            antecedent: start..<end
        )
    }
}
