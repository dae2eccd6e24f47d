import SaysoArticles

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Who has been mentioned so far, as a reader going through the article knows it.
struct Discourse {
    let phrases: Phrases
    let names: [NameMention]
    /// For each name, whose it is.
    let owners: [Int?]
    private(set) var referents: [Referent]
    private(set) var mentions: [Mention] = []
    /// By the noun that says what they are: whoever the article has called so, the latest last.
    private var byHead: [String: [Int]] = [:]
    /// Whoever the last statement was attributed to, and the sentence of its source.
    private(set) var lastSource: (referents: [Int], sentence: Int)?
    /// The last people named together: "Venn and Brandt".
    private(set) var lastJoint: [Int] = []
    private var jointSentence = 0
    /// The last relative pronoun, and whom it referred to.
    private var lastRelative: (token: Int, answer: Answer)?
    private var jointReferents: [[Int]: Int] = [:]
    /// For those whose name came later: whose it was.
    private var same: [Int: Int] = [:]
    /// By the noun that says what they are: everybody with a name, wherever in the article it is said.
    private var namedByHead: [String: [Int]] = [:]
    /// Those whose role is somebody else's now.
    private(set) var former: Set<Int> = []
    /// By its words, whoever has a role with "the": "Tobias Lindqvist, the retired teacher".
    private(set) var definiteRoles: [String: Int] = [:]
    /// Whether somebody with a name was mentioned yet.
    private var hasPerson = false
    /// By the plural that its name begins with: "Doctors for Clean Harbours".
    private(set) var bodies: [String: Int] = [:]

    /// So many mentions back a pronoun can refer.
    private static let reach = 60

    init(_ phrases: Phrases, _ directory: NameDirectory) {
        self.phrases = phrases
        names = directory.mentions
        owners = directory.owners
        referents = directory.referents
        weighPronouns()
        for (index, referent) in referents.enumerated() where referent.words.count > 2 {
            bodies[referent.words[0]] = bodies[referent.words[0]] ?? index
        }
        for (index, name) in names.enumerated() {
            guard let owner = owners[index] else { continue }
            if let role = name.roleAfter, phrases.isOne(role.lowerBound - 1, of: ["the"]), role.count < 8 {
                definiteRoles[role.map { phrases.form($0) }.joined(separator: " ")] = owner
            }
            for role in [name.roleBefore, name.roleAfter].compactMap({ $0 }) {
                for head in phrases.roleNouns(in: role) { know(owner, as: head) }
            }
            guard referents[owner].personEvidence <= 0 else { continue }
            for token in name.name where phrases.classes(token).contains(.organisation) { know(owner, as: phrases.form(token)) }
        }
    }

    /// "Sefo … his drummer": the pronoun after a name of which nothing else is known tells what it is.
    private mutating func weighPronouns() {
        for (index, name) in names.enumerated() {
            guard let owner = owners[index], abs(referents[owner].personEvidence) <= 1, !referents[owner].isPlace, !name.isShouted
            else { continue }
            let end = index + 1 < names.count ? names[index + 1].whole.lowerBound : phrases.count
            let reach = name.name.upperBound..<max(name.name.upperBound, min(end, name.name.upperBound + 24))
            for token in reach {
                if phrases.isOne(token, of: ["he", "his", "him"]) {
                    referents[owner].personEvidence += 2
                    referents[owner].gender += 1
                } else if phrases.isOne(token, of: ["she", "her"]) {
                    referents[owner].personEvidence += 2
                    referents[owner].gender -= 1
                } else if phrases.isOne(token, of: ["it", "its"]) {
                    referents[owner].personEvidence -= 1
                } else {
                    continue
                }
                break
            }
        }
    }

    private mutating func know(_ owner: Int, as head: String) {
        guard namedByHead[head, default: []].count < 8, namedByHead[head]?.contains(owner) != true else { return }
        namedByHead[head, default: []].append(owner)
    }

    /// Whoever the article calls by a noun somewhere, before or after.
    func named(as head: String) -> [Int] { namedByHead[head] ?? [] }

    // MARK: Taking note

    /// Takes note of a mention.
    mutating func note(_ tokens: Range<Int>, of referent: Int, isModifier: Bool = false, isJoint: Bool = false) {
        let sentence = phrases.prose.sentence(of: tokens.lowerBound)
        // "In a statement, the ministry said": what stands behind a preposition is not what the sentence is about.
        let before = tokens.lowerBound - 1
        let isObject =
            !isJoint && before >= 0 && phrases.classes(before).contains(.preposition)
            || !isJoint && before > 0 && phrases.classes(before).contains(.determiner) && phrases.classes(before - 1).contains(.preposition)
        // Neither of "Venn and Brandt" is what the sentence is about, but both together.
        let isFirst = !isObject && !isJoint && !hasFirst(sentence)
        mentions.append(
            Mention(
                tokens: tokens,
                referent: referent,
                sentence: sentence,
                isQuoted: phrases.isQuoted(tokens.lowerBound),
                isModifier: isModifier,
                isFirst: isFirst,
                isObject: isObject
            )
        )
        hasPerson = hasPerson || referents[referent].isNamed && referents[referent].personEvidence > 0
        referents[referent].count += 1
        referents[referent].latest = mentions.count - 1
    }

    private func hasFirst(_ sentence: Int) -> Bool {
        for mention in mentions.reversed() {
            guard mention.sentence == sentence else { return false }
            if mention.isFirst { return true }
        }
        return false
    }

    private func isJoint(_ one: Int, _ other: Int) -> Bool { lastJoint.contains(one) && lastJoint.contains(other) }

    /// Takes note of a name, and of what the article says its bearer is.
    mutating func note(name index: Int, isJoint: Bool) {
        guard let owner = owners[index] else { return }
        let mention = names[index]
        // "the group, WeWorkers Coalition,": what was known as the group so far is the coalition.
        if let role = mention.roleBefore, role.upperBound < mention.name.lowerBound {
            let start = phrases.classes(role.lowerBound - 1 < 0 ? 0 : role.lowerBound - 1)
            if start.contains(.definite), let head = phrases.roleNouns(in: role).last,
                let known = known(as: head).first(where: { isEarlier($0, than: mention) })
            {
                merge(known, into: owner)
            }
        }
        for role in [mention.roleBefore, mention.roleAfter].compactMap({ $0 }) {
            if referents[owner].roles.count < 12 { referents[owner].roles.append(role) }
            for head in phrases.roleNouns(in: role) { note(owner, as: head) }
        }
        if referents[owner].personEvidence <= 0 {
            let kinds: WordClass = referents[owner].isDocument ? .document : .organisation
            for token in mention.name where !phrases.classes(token).isDisjoint(with: kinds) {
                note(owner, as: phrases.form(token))
            }
        }
        if mention.isReplaced { former.insert(owner) }
        note(mention.name, of: owner, isModifier: mention.isModifier, isJoint: isJoint)
    }

    /// Takes note of another description of somebody: "the New York businessman".
    mutating func describe(_ referent: Int, as nominal: Nominal) {
        guard referents[referent].isNamed, referents[referent].roles.count < 12, nominal.start < nominal.head || referents[referent].roles.isEmpty,
            phrases.classes(nominal.head).contains(.person)
        else { return }
        referents[referent].roles.append(nominal.start..<max(nominal.head + 1, nominal.phrase.upperBound))
    }

    /// Whether somebody without a name may be the one whose name now comes.
    private func isEarlier(_ candidate: Int, than name: NameMention) -> Bool {
        let referent = referents[candidate]
        guard !referent.isNamed, referent.latest >= 0, referent.number == .one || name.personEvidence <= 0 else { return false }
        let distance = phrases.prose.sentence(of: name.name.lowerBound) - mentions[referent.latest].sentence
        return distance <= 8 && !referent.isDocument
    }

    private mutating func note(_ referent: Int, as head: String) {
        guard referents[referent].roleHeads.insert(head).inserted else { return }
        byHead[head, default: []].append(referent)
    }

    /// Takes note of whom a statement is attributed to.
    mutating func note(source answer: Answer, at token: Int) {
        guard !answer.referents.isEmpty else { return }
        lastSource = (answer.referents, phrases.prose.sentence(of: token))
    }

    /// Takes note that some were named together: "Venn and Brandt".
    mutating func note(_ tokens: Range<Int>, ofAll members: [Int]) {
        lastJoint = members
        jointSentence = phrases.prose.sentence(of: tokens.lowerBound)
        // A title in the plural is everybody's: "Senators Greaves and Holm".
        let heads = referents[members[0]].roleHeads
        for member in members.dropFirst() where referents[member].roleHeads.isEmpty {
            guard let role = referents[members[0]].roles.last, role.contains(where: { phrases.classes($0).contains(.people) }) else { break }
            for head in heads { note(member, as: head) }
            referents[member].roles.append(role)
        }
        let joint = jointReferents[members] ?? referents.count
        if joint == referents.count {
            var referent = Referent()
            referent.members = members
            referent.number = .several
            referents.append(referent)
            jointReferents[members] = joint
        }
        note(tokens, of: joint)
    }

    /// Those who were last named together, if that was near and they are as many as wanted.
    func joint(near token: Int, count: Int?, within sentences: Int = 4) -> [Int]? {
        guard lastJoint.count > 1, count.map({ $0 == lastJoint.count }) ?? true,
            phrases.prose.sentence(of: token) - jointSentence <= sentences
        else { return nil }
        return lastJoint
    }

    /// Somebody new whom the article does not name.
    mutating func add(_ nominal: Nominal) -> Int {
        var referent = Referent()
        referent.phrase = nominal.phrase
        referent.head = nominal.head
        referent.number = nominal.isPlural ? .several : .one
        let kind = phrases.classes(nominal.head)
        referent.isDocument = kind.contains(.document) && kind.isDisjoint(with: [.person, .people, .organisation])
        if kind.contains(.person) {
            referent.personEvidence = 2
        } else if !kind.isDisjoint(with: [.organisation, .document]) {
            referent.personEvidence = -2
        }
        if kind.contains(.masculine) != kind.contains(.feminine) { referent.gender = kind.contains(.masculine) ? 2 : -2 }
        referents.append(referent)
        let head = Lexicon.singular(phrases.form(nominal.head))
        note(referents.count - 1, as: head)
        return referents.count - 1
    }

    /// Takes note that somebody called by a phrase has a name after all.
    mutating func merge(_ unnamed: Int, into named: Int) {
        guard unnamed != named, !referents[unnamed].isNamed, same[unnamed] == nil else { return }
        same[unnamed] = named
        for head in referents[unnamed].roleHeads { note(named, as: head) }
        referents[named].count += referents[unnamed].count
    }

    /// Whoever a referent has turned out to be.
    func identity(_ referent: Int) -> Int { same[referent].map(identity) ?? referent }

    // MARK: Pronouns

    /// Whom "he", "she", "it" or "they" refers to.
    mutating func answer(pronoun token: Int, in context: SourceContext) -> Answer {
        let form = phrases.form(token)
        let sentence = phrases.prose.sentence(of: token)
        if form == "each" || form == "both" {
            guard let joint = joint(near: token, count: form == "both" ? 2 : nil) else { return .none("pronoun") }
            return Answer(referents: joint, rule: "named together", confidence: 0.7, antecedent: nil)
        }
        var scores: [Int: (score: Double, mention: Int)] = [:]
        var seen: Set<Int> = []
        let passage = phrases.prose.sentences[sentence].passage
        for index in mentions.indices.suffix(Self.reach).reversed() {
            let mention = mentions[index]
            guard mention.tokens.lowerBound < token else { continue }
            let distance = sentence - mention.sentence
            guard distance <= 12 else { break }
            guard let fit = fit(of: mention.referent, to: form) else { continue }
            var score = fit + Self.recency(distance)
            let isOwn = context.contents.contains { $0.contains(mention.tokens.lowerBound) }
            if isOwn { score -= 2.5 } else if mention.isQuoted { score -= 1.0 }
            if mention.isFirst { score += 0.8 }
            if mention.isModifier { score -= 0.7 }
            if mention.isObject { score -= 0.5 }
            if phrases.prose.sentences[mention.sentence].passage == passage { score += 0.4 }
            if seen.insert(mention.referent).inserted {
                score += 0.25 * log(Double(1 + referents[mention.referent].count))
                if let last = lastSource, last.referents == [mention.referent], sentence - last.sentence <= 3 {
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
        let second = scores.filter { $0.key != best.key }.max { ($0.value.score, $0.key) < ($1.value.score, $1.key) }
        if let second, best.value.score - second.value.score < Self.leastMargin { return .none(rule) }
        // "The two women talked. She …": since both were spoken of together, neither is more in mind.
        if second != nil, referents[best.key].members.isEmpty, referents[best.key].number == .one,
            let after = mentions.last(where: { $0.isFirst && $0.sentence < sentence && referents[$0.referent].number == .several }),
            after.sentence > mentions[best.value.mention].sentence, after.sentence >= sentence - 2
        {
            return .none(rule)
        }
        // One more candidate stands for "somebody else".
        let sum = scores.values.reduce(exp(0.3 - best.value.score)) { $0 + exp($1.score - best.value.score) }
        let confidence = 1 / sum
        if confidence > 0.6, form == "he" || form == "him" || form == "his" { referents[best.key].gender += 1 }
        if confidence > 0.6, form == "she" || form == "her" || form == "hers" { referents[best.key].gender -= 1 }
        let members = referents[best.key].members
        return Answer(
            referents: members.isEmpty ? [best.key] : members,
            rule: rule,
            confidence: confidence,
            antecedent: mentions[best.value.mention].tokens
        )
    }

    private static let leastMargin = 0.12

    /// Somebody named only after the pronoun: "When she said so, Mara Venn meant it."
    private func ahead(of token: Int, _ form: String, _ context: SourceContext) -> Answer {
        let sentence = phrases.prose.sentence(of: token)
        let first = names.partitioningIndex { $0.name.lowerBound > token }
        for index in first..<min(names.count, first + 4) {
            guard let owner = owners[index], !names[index].isModifier, referents[owner].personEvidence > 0,
                fit(of: owner, to: form) != nil, form != "they"
            else { continue }
            let distance = phrases.prose.sentence(of: names[index].name.lowerBound) - sentence
            let isOwn = context.contents.contains { $0.contains(names[index].name.lowerBound) }
            guard distance == 0 && !isOwn || distance == 1 && !hasPerson else { continue }
            return Answer(referents: [owner], rule: "pronoun ahead of its name", confidence: 0.5, antecedent: names[index].name)
        }
        return .none("pronoun")
    }

    private static func recency(_ distance: Int) -> Double {
        switch distance {
        case 0: 1.5
        case 1: 1.3
        case 2: 0.6
        case 3: 0.1
        default: 0.1 - 0.35 * Double(distance - 3)
        }
    }

    /// How well somebody fits a pronoun; nil when it cannot be.
    private func fit(of referent: Int, to pronoun: String) -> Double? {
        let candidate = referents[referent]
        switch pronoun {
        case "he", "him", "his", "himself":
            guard candidate.mayBePerson, candidate.gender >= 0, !candidate.isPlace || candidate.personEvidence > 1 else { return nil }
            return (candidate.gender > 0 ? 0.8 : 0) + (candidate.personEvidence > 0 ? 0.6 : -0.6)
        case "she", "her", "hers", "herself":
            guard candidate.mayBePerson, candidate.gender <= 0, !candidate.isPlace || candidate.personEvidence > 1 else { return nil }
            return (candidate.gender < 0 ? 0.8 : 0) + (candidate.personEvidence > 0 ? 0.6 : -0.6)
        case "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves": return nil
        case "it", "its", "itself":
            guard candidate.mayBeThing else { return nil }
            return (candidate.isDocument ? -0.4 : 0.2) + (candidate.personEvidence < 0 ? 0.5 : -0.3)
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
        guard let joint = joint(near: token, count: count) ?? (isOneOfTwo ? lastTwo(before: token) : nil) else {
            return .none("named together")
        }
        switch phrases.form(token) {
        case "former": return Answer(referents: [joint[0]], rule: "named together", confidence: 0.8, antecedent: nil)
        case "latter": return Answer(referents: [joint[joint.count - 1]], rule: "named together", confidence: 0.8, antecedent: nil)
        default: return Answer(referents: joint, rule: "named together", confidence: 0.75, antecedent: nil)
        }
    }

    /// The only two with a name in this sentence and the one before.
    private func lastTwo(before token: Int) -> [Int]? {
        let sentence = phrases.prose.sentence(of: token)
        var found: [Int] = []
        for mention in mentions.suffix(12) where sentence - mention.sentence <= 1 && !found.contains(mention.referent) {
            if referents[mention.referent].isNamed { found.append(mention.referent) }
        }
        return found.count == 2 ? found : nil
    }

    // MARK: Relative pronouns

    /// Whom "who" or "which" refers to: what stands right before it.
    mutating func answer(relative token: Int) -> Answer {
        let answer = antecedent(of: token)
        if !answer.referents.isEmpty { lastRelative = (token, answer) }
        return answer
    }

    private mutating func antecedent(of token: Int) -> Answer {
        let sentence = phrases.prose.sentences[phrases.prose.sentence(of: token)].tokens
        var end = token
        while end > sentence.lowerBound, phrases.isMark(end - 1) || phrases.isOne(end - 1, of: ["of", "most", "some", "many", "one", "all", "both", "and"]) {
            end -= 1
            if token - end > 5 { break }
        }
        guard end > sentence.lowerBound else { return .none("relative pronoun") }
        // "who sings, and who paints"
        if token > sentence.lowerBound, phrases.isOne(token - 1, of: ["and", "or", "but"]), let lastRelative, sentence.contains(lastRelative.token) {
            return lastRelative.answer
        }
        // "Corin Hale, not the mayor, who"
        if let not = (max(sentence.lowerBound, end - 7)..<end).last(where: { phrases.isOne($0, of: ["not"]) }),
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
            guard reaches, let owner = owners[index], !name.isModifier || name.name.upperBound < end else { continue }
            if phrases.isOne(token, of: ["who", "whom"]), referents[owner].personEvidence < -2 { continue }
            return Answer(referents: [owner], rule: "relative pronoun", confidence: 0.9, antecedent: name.name)
        }
        // A phrase that was noted and ends here.
        for mention in mentions.suffix(8).reversed() where mention.tokens.upperBound == end || mention.tokens.contains(end - 1) {
            return Answer(
                referents: [mention.referent],
                rule: "relative pronoun",
                confidence: 0.85,
                antecedent: mention.tokens
            )
        }
        let head = end - 1
        guard !phrases.isMark(head), phrases.classes(head).isDisjoint(with: [.function, .verb, .preposition]) else {
            return .none("relative pronoun")
        }
        var start = phrases.start(ofPhraseEndingAt: head, least: sentence.lowerBound)
        if start > sentence.lowerBound, phrases.classes(start - 1).contains(.determiner) { start -= 1 }
        let isPlural = phrases.form(head).hasSuffix("s") || phrases.classes(head).contains(.people)
        let nominal = Nominal(phrase: start..<end, head: head, start: start, isDefinite: false, isPlural: isPlural)
        let referent = add(nominal)
        note(start..<end, of: referent)
        return Answer(referents: [referent], rule: "relative pronoun", confidence: 0.8, antecedent: start..<end)
    }

    // MARK: By what they are

    /// Whoever the article has called by a noun, the latest mentioned first.
    func known(as head: String) -> [Int] {
        (byHead[head] ?? []).suffix(40).map(identity).sorted { referents[$0].latest > referents[$1].latest }
    }

    /// The organisation, or whatever passes a test, that is most in mind.
    func salient(at token: Int, where isWanted: (Referent) -> Bool) -> (referent: Int, confidence: Double, mention: Range<Int>)? {
        let sentence = phrases.prose.sentence(of: token)
        var scores: [Int: (score: Double, mention: Int)] = [:]
        for index in mentions.indices.suffix(Self.reach) {
            let mention = mentions[index]
            guard isWanted(referents[mention.referent]), sentence - mention.sentence <= 12 else { continue }
            var score = Self.recency(sentence - mention.sentence) + 0.5 * log(Double(1 + referents[mention.referent].count))
            if mention.isFirst { score += 0.5 }
            if mention.isModifier { score -= 0.3 }
            if let last = lastSource, last.referents == [mention.referent], sentence - last.sentence <= 3 { score += 1 }
            if let old = scores[mention.referent], old.score >= score { continue }
            scores[mention.referent] = (score, index)
        }
        guard let best = scores.max(by: { ($0.value.score, $0.key) < ($1.value.score, $1.key) }) else { return nil }
        // Of two named in one breath, and of nobody since, neither is more in mind.
        if scores.contains(where: { $0.key != best.key && isJoint($0.key, best.key) && best.value.score - $0.value.score < 0.6 }) { return nil }
        let sum = scores.values.reduce(exp(0.8 - best.value.score)) { $0 + exp($1.score - best.value.score) }
        return (best.key, 1 / sum, mentions[best.value.mention].tokens)
    }
}

extension Phrases {
    /// The nouns in a role that say what its bearer is, singular: "president" and "officer" of "president and chief
    /// operating officer of the bank".
    func roleNouns(in role: Range<Int>) -> [String] {
        var nouns: [String] = []
        for index in role.prefix(16) {
            let kind = classes(index)
            if form(index) == "s", index > 0, isPossessiveMark(index - 1) {
                nouns = []
                continue
            }
            if isMark(index) || isOne(index, of: ["and"]) { continue }
            if !kind.isDisjoint(with: [.preposition, .function, .pronoun]), !nouns.isEmpty { break }
            if !kind.isDisjoint(with: [.person, .people, .organisation]) {
                nouns.append(Self.spelledOut[form(index)] ?? Lexicon.singular(form(index)))
            } else if let full = Self.spelledOut[form(index)] {
                nouns.append(full)
            }
        }
        return nouns
    }

    private static let spelledOut = [
        "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "dr": "doctor",
        "prof": "professor", "lt": "lieutenant", "col": "colonel", "sgt": "sergeant", "capt": "captain",
        "adm": "admiral", "rev": "reverend", "insp": "inspector", "det": "detective", "supt": "superintendent",
    ]
}
