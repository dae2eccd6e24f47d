/// Finds out, over a whole article, whom the sources of its statements refer to.
struct SpeakerResolver {
    let phrases: Phrases
    private let names: [NameMention]
    private let reader: SourceReader
    private(set) var discourse: Discourse
    /// A source's tokens, with its statements' contents.
    private var sources: [Range<Int>: SourceContext] = [:]
    /// By a source's tokens: its parts, and whom each refers to.
    private(set) var parts: [Range<Int>: [SourcePart]] = [:]
    private(set) var answers: [Range<Int>: [Answer]] = [:]
    /// By the token of "his" or "her": whose name stands for it.
    private(set) var possessors: [Int: String] = [:]

    init(_ prose: Prose) {
        phrases = Phrases(prose)
        names = NameReader.mentions(in: phrases)
        discourse = Discourse(phrases, names, NameDirectory(names, in: phrases))
        reader = SourceReader(phrases: phrases, names: names)
    }

    /// What happens at one place of the text, in the order of the text.
    private enum Event {
        case name(Int)
        case nominal(Nominal)
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
        for source in sources.keys {
            let parts = reader.parts(of: source)
            self.parts[source] = parts
            for (index, part) in parts.enumerated() {
                if case .nominal(let nominal) = part { taken[nominal.head] = true }
                events.append((part.place(names), 2, .part(source: source, index: index)))
            }
        }
        for nominal in phrases.nominals(without: taken) { events.append((nominal.head, 1, .nominal(nominal))) }
        events.sort { ($0.place, $0.order) < ($1.place, $1.order) }
        for event in events { take(event.event) }
    }

    private mutating func take(_ event: Event) {
        switch event {
        case .name(let index): discourse.note(name: index)
        case .nominal(let nominal):
            let answer = discourse.answer(nominal)
            for referent in answer.referents { discourse.note(nominal.phrase, of: referent) }
        case .part(let source, let index):
            guard let part = parts[source]?[index], let context = sources[source] else { return }
            let answer = answer(part, in: context)
            answers[source, default: []].append(answer)
            guard answers[source]?.count == parts[source]?.count else { return }
            var all = answer
            all.referents = answers[source]?.flatMap(\.referents).map(discourse.identity) ?? []
            discourse.note(source: all, at: part.place(names))
        }
    }

    private mutating func answer(_ part: SourcePart, in context: SourceContext) -> Answer {
        switch part {
        case .name(let index):
            guard let owner = discourse.owners[index] else { return .none("name") }
            let isWhole = discourse.referents[owner].words.count == names[index].words.count
            return Answer(
                referents: [owner],
                rule: isWhole ? "name" : "short name",
                confidence: isWhole ? 0.97 : 0.93,
                antecedent: nil
            )
        case .pronoun(let token):
            let answer = discourse.answer(pronoun: token, in: context)
            if let referent = answer.referents.first, answer.confidence >= Self.least {
                discourse.note(token..<token + 1, of: referent)
            }
            return answer
        case .relative(let token): return discourse.answer(relative: token)
        case .nominal(let nominal):
            let answer = discourse.answer(nominal)
            for referent in answer.referents { discourse.note(nominal.phrase, of: referent) }
            return answer
        }
    }

    /// An answer less probable than this is none.
    static let least = 0.45

    /// The tokens of a source.
    func tokens(of spans: [Range<Int>]) -> Range<Int>? {
        guard let span = spans.first else { return nil }
        let tokens = phrases.prose.tokens(in: span)
        return tokens.isEmpty ? nil : tokens
    }
}
