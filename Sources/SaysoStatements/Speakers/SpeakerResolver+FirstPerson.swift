import SaysoArticles

extension SpeakerResolver {
    static let firstPerson: Set<String> = [
        "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves",
    ]

    /// Who "I" is: inside a quotation whoever is quoted, else whoever wrote the article.
    func answer(firstPerson token: Int, in context: SourceContext) -> Answer {
        let isOne = phrases.isOne(token, of: ["i", "me", "my", "mine", "myself"])
        if phrases.isQuoted(token) { return .none("first person in a quotation") }
        guard isOne, let narrator else { return .none("first person") }
        return Answer(
            referents: [narrator.referent],
            rule: "author",
            confidence: 0.8,
            antecedent: narrator.mention
        )
    }

    /// Whoever wrote the article: by its byline, or by the line at its end that says who they are.
    func findNarrator() -> (referent: Int, mention: Range<Int>)? {
        let sentences = phrases.prose.sentences
        for sentence in sentences.prefix(4)
        where sentence.tokens.count <= 14 && phrases.isOne(sentence.tokens.lowerBound, of: ["by"]) {
            if let found = author(startingAt: sentence.tokens.lowerBound + 1) {
                return (found.referent, found.mention)
            }
        }
        for sentence in sentences.suffix(4).reversed() {
            guard let found = author(startingAt: sentence.tokens.lowerBound),
                discourse.names[found.name].words.count > 1
            else { continue }
            if phrases.isOne(found.mention.upperBound, of: ["is", "was", "teaches", "writes", "covers", ","])
            {
                return (found.referent, found.mention)
            }
        }
        return nil
    }

    func author(startingAt token: Int) -> (referent: Int, mention: Range<Int>, name: Int)? {
        let index = names.partitioningIndex { $0.name.lowerBound >= token }
        guard index < names.count, names[index].name.lowerBound == token, !names[index].isModifier,
            let owner = discourse.owners[index], discourse.referents[owner].personEvidence >= 0
        else { return nil }
        return (owner, names[index].name, index)
    }

    /// Gives "I" inside quotations to whoever is quoted.
    mutating func answerQuoted() {
        var around: [(content: Range<Int>, source: Range<Int>)] = []
        for (source, context) in sources { around += context.contents.map { ($0, source) } }
        around.sort {
            ($0.content.lowerBound, $0.content.upperBound) < ($1.content.lowerBound, $1.content.upperBound)
        }
        for (source, found) in answers
        where found.count == 1 && found[0].rule == "first person in a quotation" {
            let first = around.partitioningIndex { $0.content.lowerBound > source.lowerBound }
            let holder = around[..<first].suffix(20).last {
                $0.content.contains(source.lowerBound) && $0.source != source
            }
            guard let holder, let outer = answers[holder.source], outer.count == 1,
                !outer[0].referents.isEmpty,
                phrases.isOne(source.lowerBound, of: ["i", "me", "my", "mine", "myself"])
            else { continue }
            var answer = outer[0]
            answer.rule = "first person in a quotation"
            answer.confidence *= 0.9
            answer.antecedent = holder.source
            answers[source] = [answer]
        }
        for (source, found) in parts {
            // "My mother told me …," said Lund.
            guard found.count == 1, case .nominal(let nominal) = found[0],
                phrases.isOne(nominal.phrase.lowerBound, of: ["my"]),
                phrases.isQuoted(nominal.phrase.lowerBound)
            else { continue }
            let first = around.partitioningIndex { $0.content.lowerBound > source.lowerBound }
            let holder = around[..<first].suffix(20).last {
                $0.content.contains(source.lowerBound) && $0.source != source
            }
            guard let holder, let outer = answers[holder.source]?.first, outer.referents.count == 1,
                discourse.referents[outer.referents[0]].isNamed
            else { continue }
            possessors[nominal.phrase.lowerBound] = (outer.referents[0], nominal.phrase.lowerBound + 1)
        }
    }

    /// An answer less probable than this is none.
    static let least = 0.4
}
