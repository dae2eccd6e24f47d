import SaysoArticles

/// Finds out, over a whole article, whom the sources of its statements refer to.
struct SpeakerResolver {
    let phrases: Phrases
    let names: [NameMention]
    let reader: SourceReader
    var discourse: Discourse
    /// A source's tokens, with its statements' contents.
    var sources: [Range<Int>: SourceContext] = [:]
    /// By a source's tokens: its parts, and whom each refers to.
    var parts: [Range<Int>: [SourcePart]] = [:]
    var answers: [Range<Int>: [Answer]] = [:]
    /// Names that stand joined by "and".
    var joined: Set<Int> = []
    /// Whoever wrote the article.
    var narrator: (referent: Int, mention: Range<Int>)?
    /// By the first token of a phrase such as "his letter": whose it is, and where the rest of it begins.
    var possessors: [Int: (referent: Int, rest: Int)] = [:]

    init(_ prose: Prose, _ tags: NameTags) {
        phrases = Phrases(prose)
        var mentions = NameReader.mentions(in: phrases)
        mentions.weigh(tags, in: phrases)
        let directory = NameDirectory(mentions, in: phrases)
        names = directory.mentions
        discourse = Discourse(phrases, directory)
        reader = SourceReader(phrases: phrases, names: names)
    }

    /// What happens at one place of the text, in the order of the text.
    private enum Event {
        case name(Int)
        case nominal(Nominal)
        case joint(Range<Int>)
        case part(source: Range<Int>, index: Int)
    }

    /// Reads the article from its beginning to its end.
    mutating func read(_ statements: [Statement]) {
        for statement in statements {
            guard let source = tokens(of: statement.source) else { continue }
            let contents = statement.content.map { phrases.prose.tokens(in: $0) }
            sources[source, default: SourceContext(source: source, contents: [])].contents += contents
        }
        var events: [(place: Int, order: Int, event: Event)] = []
        var taken = [Bool](repeating: false, count: phrases.count)
        for (index, name) in names.enumerated() {
            events.append((name.name.lowerBound, 0, .name(index)))
            for token in name.whole { taken[token] = true }
            for token in name.roleAfter ?? 0..<0 { taken[token] = true }
        }
        for joint in names.coordinations(in: phrases) {
            joined.formUnion(joint)
            events.append((names[joint.upperBound - 1].name.lowerBound, 1, .joint(joint)))
        }
        for source in ordered(sources.keys) {
            let parts = reader.parts(of: source)
            self.parts[source] = parts
            for (index, part) in parts.enumerated() {
                if case .nominal(let nominal) = part { taken[nominal.head] = true }
                events.append((part.place(names), 2, .part(source: source, index: index)))
            }
        }
        for nominal in phrases.nominals(without: taken) {
            events.append((nominal.head, 1, .nominal(nominal)))
        }
        events.sort { ($0.place, $0.order) < ($1.place, $1.order) }
        narrator = findNarrator()
        for event in events { take(event.event) }
        answerQuoted()
    }

    private mutating func take(_ event: Event) {
        switch event {
        case .name(let index): discourse.note(name: index, isJoint: joined.contains(index))
        case .nominal(let nominal):
            let answer = discourse.answer(nominal)
            for referent in answer.referents { discourse.note(nominal.phrase, of: referent) }
        case .joint(let joint):
            let members = joint.compactMap { discourse.owners[$0] }
            guard members.count == joint.count, Set(members).count == members.count else { return }
            // "in Aldwick, and Tull that …": a town and a person are no pair.
            let isPerson = members.map { discourse.referents[$0].personEvidence > 0 }
            guard Set(isPerson).count == 1 else { return }
            discourse.note(
                names[joint.lowerBound].name.lowerBound..<names[joint.upperBound - 1].name.upperBound,
                ofAll: members
            )
        case .part(let source, let index):
            guard let part = parts[source]?[index], let context = sources[source] else { return }
            let answer = answer(part, in: context)
            answers[source, default: []].append(answer)
            guard answers[source]?.count == parts[source]?.count else { return }
            var all = answer
            all.referents = answers[source]?.flatMap(\.referents).map(discourse.identity) ?? []
            if all.referents.count > 1, answers[source]?.count ?? 0 > 1,
                Set(all.referents).count == all.referents.count
            {
                discourse.note(source, ofAll: all.referents)
            }
            discourse.note(source: all, at: part.place(names))
        }
    }

    mutating func answer(_ part: SourcePart, in context: SourceContext) -> Answer {
        switch part {
        case .name(let index):
            guard let owner = discourse.owners[index] else { return .none("name") }
            let isWhole = discourse.referents[owner].words.count == names[index].words.count
            return Answer(
                referents: [owner],
                rule: isWhole ? "name" : "short name",
                confidence: isWhole ? 0.95 : 0.97,
                antecedent: nil
            )
        case .pronoun(let token):
            if phrases.isOne(token, of: Self.firstPerson) { return answer(firstPerson: token, in: context) }
            let answer = discourse.answer(pronoun: token, in: context)
            if answer.confidence >= Self.least {
                for referent in answer.referents { discourse.note(token..<token + 1, of: referent) }
            }
            return answer
        case .relative(let token): return discourse.answer(relative: token)
        case .ordinal(let token): return discourse.answer(ordinal: token)
        case .label(let token): return answer(label: token)
        case .nominal(let nominal):
            readPossessor(of: nominal, in: context)
            let answer = discourse.answer(nominal)
            for referent in answer.referents { discourse.note(nominal.phrase, of: referent) }
            if answer.referents.count == 1, answer.rule == "only one in mind" {
                discourse.describe(answer.referents[0], as: nominal)
            }
            return answer
        }
    }

    /// Who "Q" and "A" are in an interview: the outlet that asks, if it says so, and whoever the article is about.
    func answer(label token: Int) -> Answer {
        let first = names.partitioningIndex { $0.name.lowerBound >= token }
        let isQuestion = phrases.isOne(token, of: ["q"])
        var counts: [Int: Int] = [:]
        for index in 0..<min(first, 40) {
            guard let owner = discourse.owners[index], owner != narrator?.referent else { continue }
            let referent = discourse.referents[owner]
            guard isQuestion ? referent.personEvidence < 0 && !referent.isPlace : referent.personEvidence > 0
            else { continue }
            counts[owner, default: 0] += 1
        }
        guard let most = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) else {
            return .none("label")
        }
        return Answer(
            referents: [most.key],
            rule: "label",
            confidence: counts.count == 1 ? 0.7 : 0.5,
            antecedent: nil
        )
    }

    /// The tokens of a source.
    func tokens(of spans: [Range<Int>]) -> Range<Int>? {
        guard let span = spans.first else { return nil }
        let tokens = phrases.prose.tokens(in: span)
        return tokens.isEmpty ? nil : tokens
    }
}
