import SaysoArticles

extension SpeakerResolver {
    /// A speaker's name as the article prints it at its fullest.
    ///
    /// - Parameters:
    ///   - referent: who it is.
    ///   - links: so many times an owner's own owner is told; misread, they can go on without end.
    /// - Returns: the name; empty for those who were only named together.
    func name(of referent: Int, links: Int = 2) -> String {
        let found = discourse.referents[referent]
        if let index = found.name {
            let mention = discourse.names[index]
            let name = readable(mention.name, isLoud: mention.isShouted || found.personEvidence > 0)
            guard let surname = mention.surname else { return name }
            return "\(name) \(readable(surname..<surname + 1, isLoud: true))"
        }
        guard let phrase = found.phrase else { return "" }
        if links > 0, let possessor = possessors[phrase.lowerBound], possessor.rest < phrase.upperBound {
            let owner = discourse.identity(possessor.referent)
            guard discourse.referents[owner].isNamed else {
                // "leaders of several countries"
                return Self.onOneLine(phrases.text(possessor.rest..<phrase.upperBound)) + " of "
                    + name(of: owner, links: links - 1)
            }
            return "\(name(of: owner))’s \(Self.onOneLine(phrases.text(possessor.rest..<phrase.upperBound)))"
        }
        return readable(phrase, isLoud: phrase.count <= 2)
    }

    /// Words as a reader wants them: capitals throughout are the article's way of printing, not part of a name.
    func readable(_ tokens: Range<Int>, isLoud: Bool) -> String {
        let text = Self.onOneLine(phrases.text(tokens))
        let words = tokens.filter { !phrases.isMark($0) }
        guard isLoud, words.allSatisfy({ [.upper, .capital].contains(phrases.token($0).shape) }),
            words.contains(where: { phrases.token($0).range.count > 3 })
        else { return text }
        var result = ""
        var isInside = false
        for character in text {
            result += isInside ? character.lowercased() : String(character)
            isInside = character.isLetter
        }
        return result
    }

    static func onOneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// What a speaker is.
    func kind(of referent: Int) -> Speaker.Kind {
        let found = discourse.referents[referent]
        if found.number == .several { return .group }
        let isMany = found.roles.contains { role in role.contains { phrases.isManyPeople($0) } }
        if found.isNamed, isMany { return .group }
        if found.isDocument { return .document }
        if found.isNamed {
            return found.personEvidence > 0 || (found.personEvidence == 0 && found.gender != 0)
                ? .person : .organisation
        }
        return found.personEvidence < 0 ? .organisation : .unnamed
    }

    /// What the article says a speaker is: the first role it gives that is more than "Mr" or a bare title.
    func role(of referent: Int) -> Range<Int>? {
        let found = discourse.referents[referent]
        if found.isNamed {
            let roles = found.roles.filter { role in
                !role.allSatisfy { phrases.isMark($0) || phrases.isOne($0, of: Self.honorifics) }
            }
            // "Gen." and "real Prince" say less than what stands elsewhere.
            let isRank: (Range<Int>) -> Bool = { role in
                guard let last = role.last(where: { !phrases.isMark($0) }) else { return true }
                let hasOffice = role.contains {
                    phrases.classes($0).contains(.title) && !phrases.isOne($0, of: Self.ranks)
                }
                return role.count <= 3 && phrases.isOne(last, of: Self.ranks) && !hasOffice
            }
            return roles.first { !isRank($0) } ?? roles.first
        }
        guard kind(of: referent) == .unnamed, let phrase = found.phrase, let head = found.head,
            head < phrase.upperBound,
            phrases.classes(head).contains(.person), !phrases.isOne(head, of: Self.anybody)
        else { return nil }
        let start = phrases.classes(phrase.lowerBound).contains(.determiner) && phrase.count > 1 ? 1 : 0
        return phrase.lowerBound + start..<phrase.upperBound
    }

    /// Whom a role belongs to: "Foreign Ministry" of "Foreign Ministry spokeswoman", "Harbour Trust" of "chair of the
    /// Harbour Trust".
    func affiliation(in role: Range<Int>) -> String? {
        // "Orrin Sound boat owners' association": the noun may stand behind a name.
        let body = role.last { index in
            let kind = phrases.classes(index)
            return phrases.token(index).shape == .lower && !phrases.isPossessiveMark(index + 1)
                && kind.contains(.organisation) && kind.isDisjoint(with: [.person, .verb])
        }
        if let body {
            let start = phrases.start(ofPhraseEndingAt: body, least: role.lowerBound)
            if start < body, phrases.token(start).isCapitalised {
                return Self.onOneLine(phrases.text(start..<body + 1))
            }
        }
        let first = discourse.names.partitioningIndex { $0.name.lowerBound >= role.lowerBound }
        for index in first..<max(first, discourse.names.count) {
            let name = discourse.names[index]
            guard name.name.lowerBound < role.upperBound else { break }
            guard name.name.upperBound <= role.upperBound, name.personEvidence <= 0 else { continue }
            return Self.onOneLine(phrases.text(name.name))
        }
        guard let link = role.first(where: { phrases.isOne($0, of: ["of", "at", "for", "with"]) }) else {
            return nil
        }
        let bodies: WordClass = [.organisation, .institution]
        let start = phrases.isOne(link + 1, of: ["the", "a", "an"]) ? link + 2 : link + 1
        guard
            let head = (start..<max(start, role.upperBound)).first(where: {
                !phrases.classes($0).isDisjoint(with: bodies)
            }),
            head - start <= 4
        else { return nil }
        return Self.onOneLine(phrases.text(start..<head + 1))
    }

    static let ranks: Set<String> = [
        "gen", "general", "col", "colonel", "lt", "lieutenant", "sgt", "sergeant", "capt", "captain", "maj",
        "major",
        "adm", "admiral", "prof", "professor", "rev", "prince", "princess", "mr", "mrs", "ms", "dr", "doctor",
        "sir",
    ]
    static let honorifics: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady",
    ]
    static let anybody: Set<String> = [
        "person", "man", "woman", "boy", "girl", "source", "insider", "one",
    ]

    /// Whom the parts of a source refer to, each once; nobody where one of them is not clear.
    private func clear(_ answers: [Answer]) -> [Int] {
        guard answers.allSatisfy({ $0.confidence >= Self.least }) else { return [] }
        var seen: Set<Int> = []
        return answers.flatMap(\.referents).map(discourse.identity).filter { seen.insert($0).inserted }
    }

    /// The article's speakers, and whom each statement's source refers to.
    func speakers(of statements: inout [Statement]) -> [Speaker] {
        var places: [Int: Set<Range<Int>>] = [:]
        for statement in statements {
            guard let source = tokens(of: statement.source), let answers = answers[source] else { continue }
            for referent in clear(answers) { places[referent] = [] }
        }
        for mention in discourse.mentions {
            places[discourse.identity(mention.referent)]?.insert(phrases.bytes(mention.tokens))
        }
        let mentions = places.mapValues { places in
            places.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        }
        let order = mentions.keys.sorted {
            (mentions[$0]?.first?.lowerBound ?? 0, $0) < (mentions[$1]?.first?.lowerBound ?? 0, $1)
        }
        var numbers: [Int: Int] = [:]
        for (number, referent) in order.enumerated() { numbers[referent] = number }
        let speakers = order.enumerated().map { number, referent in
            let role = role(of: referent)
            return Speaker(
                id: number,
                name: name(of: referent),
                kind: kind(of: referent),
                role: role.map { Self.onOneLine(phrases.text($0)) },
                affiliation: role.flatMap(affiliation),
                mentions: mentions[referent] ?? []
            )
        }
        for index in statements.indices {
            guard let source = tokens(of: statements[index].source) else { continue }
            guard let answers = answers[source], !answers.isEmpty else {
                statements[index].resolution = Resolution(
                    speakers: [],
                    isUnresolved: true,
                    confidence: 0,
                    chain: []
                )
                continue
            }
            let confidence = answers.map(\.confidence).min() ?? 0
            let found = clear(answers).compactMap { numbers[$0].map { speakers[$0] } }
            var chain: [Resolution.Step] = []
            for answer in answers {
                chain.append(Resolution.Step(mention: phrases.bytes(source), rule: answer.rule))
                if let antecedent = answer.antecedent {
                    chain.append(.init(mention: phrases.bytes(antecedent), rule: "antecedent"))
                }
            }
            statements[index].resolution = Resolution(
                speakers: found,
                isUnresolved: found.isEmpty,
                confidence: confidence,
                chain: chain
            )
        }
        return speakers
    }
}
