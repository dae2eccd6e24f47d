import SaysoArticles

extension SpeakerResolver {
    static let firstPerson = singular.union(["we", "us", "our", "ours", "ourselves"])
    private static let singular: Set<String> = ["i", "me", "my", "mine", "myself"]

    /// Who "I" is: inside a quotation whoever is quoted, else whoever wrote the article.
    func answer(firstPerson token: Int, in context: SourceContext) -> Answer {
        let isOne = phrases.isOne(token, of: Self.singular)
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
        let contents = QuotedContents(sources)
        for source in ordered(answers.keys) {
            guard let found = answers[source], found.count == 1,
                found[0].rule == "first person in a quotation",
                phrases.isOne(source.lowerBound, of: Self.singular),
                let holder = contents.holder(of: source), let outer = answers[holder], outer.count == 1,
                !outer[0].referents.isEmpty
            else { continue }
            var answer = outer[0]
            answer.rule = "first person in a quotation"
            answer.confidence *= 0.9
            answer.antecedent = holder
            answers[source] = [answer]
        }
        for source in ordered(parts.keys) {
            // "My mother told me …," said Lund.
            guard let found = parts[source], found.count == 1, case .nominal(let nominal) = found[0],
                phrases.isOne(nominal.phrase.lowerBound, of: ["my"]),
                phrases.isQuoted(nominal.phrase.lowerBound),
                let holder = contents.holder(of: source), let outer = answers[holder]?.first,
                outer.referents.count == 1, discourse.referents[outer.referents[0]].isNamed
            else { continue }
            possessors[nominal.phrase.lowerBound] = (outer.referents[0], nominal.phrase.lowerBound + 1)
        }
    }

    /// Sources in the order of the text, so that the same comes out every time.
    func ordered(_ sources: some Collection<Range<Int>>) -> [Range<Int>] {
        sources.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }

    /// An answer less probable than this is none.
    static let least = 0.4
}

/// Which contents stand around which sources.
private struct QuotedContents {
    /// In the order of the contents.
    private let contents: [(content: Range<Int>, source: Range<Int>)]

    init(_ sources: [Range<Int>: SourceContext]) {
        contents = sources.flatMap { source, context in context.contents.map { ($0, source) } }.sorted {
            ($0.content.lowerBound, $0.content.upperBound, $0.source.lowerBound)
                < ($1.content.lowerBound, $1.content.upperBound, $1.source.lowerBound)
        }
    }

    /// The source of the innermost content that another source stands in.
    func holder(of source: Range<Int>) -> Range<Int>? {
        let first = contents.partitioningIndex { $0.content.lowerBound > source.lowerBound }
        return contents[..<first].suffix(20).last {
            $0.content.contains(source.lowerBound) && $0.source != source
        }?.source
    }
}
