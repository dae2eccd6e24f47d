import SaysoArticles

extension SpeakerResolver {
    /// Finds whose "his operatives", "whose lawyer" or "the ministry's statement" are.
    mutating func readPossessor(of nominal: Nominal, in context: SourceContext) {
        let token = nominal.phrase.lowerBound
        guard nominal.phrase.count > 1 else { return }
        if phrases.isOne(token, of: ["his", "her", "its", "their"]) {
            // "Venn and his team" says itself whose team it is.
            guard parts[context.source]?.count == 1 else { return }
            own(token + 1, by: discourse.answer(pronoun: token, in: context), at: token)
        } else if phrases.isOne(token, of: ["whose"]) {
            own(token + 1, by: discourse.answer(relative: token), at: token)
        } else if phrases.isOne(token, of: ["my", "our"]), !phrases.isQuoted(token), let narrator {
            let answer = Answer(
                referents: [narrator.referent],
                rule: "author",
                confidence: 0.8,
                antecedent: narrator.mention
            )
            own(token + 1, by: answer, at: token)
        } else if let mark = (token..<nominal.head).first(where: { phrases.isPossessiveMark($0) }) {
            own(phrases.afterPossessive(mark), by: owner(in: token..<mark), at: token)
        }
    }

    /// Whom the words before an apostrophe refer to.
    mutating func owner(in words: Range<Int>) -> Answer {
        let name = names.partitioningIndex { $0.name.upperBound >= words.upperBound }
        if name < names.count, names[name].name.upperBound == words.upperBound,
            names[name].name.lowerBound >= words.lowerBound,
            names[name].whole.lowerBound <= words.lowerBound + 1, let owner = discourse.owners[name]
        {
            return Answer(referents: [owner], rule: "name", confidence: 0.95, antecedent: nil)
        }
        let head = words.upperBound - 1
        guard words.count > 1, phrases.isOne(words.lowerBound, of: ["the"]),
            !phrases.classes(head).isDisjoint(with: [.person, .organisation])
        else { return .none("possessor") }
        let nominal = Nominal(
            phrase: words,
            head: head,
            start: words.lowerBound + 1,
            isDefinite: true,
            isPlural: false
        )
        return discourse.answer(nominal)
    }

    mutating func own(_ rest: Int, by answer: Answer, at token: Int) {
        guard answer.confidence >= 0.5, answer.referents.count == 1 else { return }
        let isNamed = discourse.referents[answer.referents[0]].isNamed
        guard isNamed || phrases.isOne(token, of: ["whose"]) else { return }
        possessors[token] = (answer.referents[0], rest)
    }
}
