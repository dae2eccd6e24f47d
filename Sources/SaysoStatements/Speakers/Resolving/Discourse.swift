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
    var referents: [Referent]
    var mentions: [Mention] = []
    /// The last sentence of which a mention is the first.
    var sentenceWithFirst = -1
    /// By the noun that says what they are: whoever the article has called so, the latest last.
    var byHead: [String: [Int]] = [:]
    /// Whoever the last statement was attributed to, and the sentence of its source.
    var lastSource: (referents: [Int], sentence: Int)?
    /// The last people named together: "Venn and Brandt".
    var lastJoint: [Int] = []
    var jointSentence = 0
    /// The last relative pronoun, and whom it referred to.
    var lastRelative: (token: Int, answer: Answer)?
    var jointReferents: [[Int]: Int] = [:]
    /// For those whose name came later: whose it was.
    var same: [Int: Int] = [:]
    /// By the noun that says what they are: everybody with a name, wherever in the article it is said.
    var namedByHead: [String: [Int]] = [:]
    /// The words of everybody's roles, wherever in the article they are said.
    var roleWords: [Int: Set<String>] = [:]
    /// Those whose role is somebody else's now.
    var former: Set<Int> = []
    /// By its words, whoever has a role with "the": "Tobias Lindqvist, the retired teacher".
    var definiteRoles: [String: Int] = [:]
    /// Whether somebody with a name was mentioned yet.
    var hasPerson = false
    /// By the plural that its name begins with: "Doctors for Clean Harbours".
    var bodies: [String: Int] = [:]

    /// So many mentions back a pronoun can refer.
    static let reach = 60
    /// So many at most are spoken of together.
    static let mostJoint = 24

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
                if roleWords[owner, default: []].count < 40 {
                    roleWords[owner, default: []].formUnion(role.map { phrases.form($0) })
                }
            }
            guard referents[owner].personEvidence <= 0 else { continue }
            for token in name.name where phrases.classes(token).contains(.organisation) {
                know(owner, as: phrases.form(token))
            }
        }
    }

    /// "Sefo … his drummer": the pronoun after a name of which nothing else is known tells what it is.
    mutating func weighPronouns() {
        for (index, name) in names.enumerated() {
            guard let owner = owners[index], abs(referents[owner].personEvidence) <= 1,
                !referents[owner].isPlace, !name.isShouted
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

    mutating func know(_ owner: Int, as head: String) {
        guard namedByHead[head, default: []].count < 8, namedByHead[head]?.contains(owner) != true else {
            return
        }
        namedByHead[head, default: []].append(owner)
    }

    /// Whoever the article calls by a noun somewhere, before or after.
    func named(as head: String) -> [Int] { namedByHead[head] ?? [] }

    // MARK: Taking note

    /// Takes note of a mention.
    mutating func note(
        _ tokens: Range<Int>,
        of referent: Int,
        isModifier: Bool = false,
        isJoint: Bool = false
    ) {
        let sentence = phrases.prose.sentence(of: tokens.lowerBound)
        // "In a statement, the ministry said": what stands behind a preposition is not what the sentence is about.
        let before = tokens.lowerBound - 1
        let isObject =
            !isJoint && before >= 0 && phrases.classes(before).contains(.preposition)
            || !isJoint && before > 0 && phrases.classes(before).contains(.determiner)
                && phrases.classes(before - 1).contains(.preposition)
        // Neither of "Venn and Brandt" is what the sentence is about, but both together.
        let isFirst = !isObject && !isJoint && sentence != sentenceWithFirst
        if isFirst { sentenceWithFirst = sentence }
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

    func isJoint(_ one: Int, _ other: Int) -> Bool {
        lastJoint.contains(one) && lastJoint.contains(other)
    }

    /// Takes note of a name, and of what the article says its bearer is.
    mutating func note(name index: Int, isJoint: Bool) {
        guard let owner = owners[index] else { return }
        let mention = names[index]
        // "the group, Ferrymen United,": what was known as the group so far is Ferrymen United.
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

    /// Takes note of another description of somebody: "the retired glazier".
    mutating func describe(_ referent: Int, as nominal: Nominal) {
        guard referents[referent].isNamed, referents[referent].roles.count < 12,
            nominal.start < nominal.head || referents[referent].roles.isEmpty,
            phrases.classes(nominal.head).contains(.person)
        else { return }
        referents[referent].roles.append(nominal.start..<max(nominal.head + 1, nominal.phrase.upperBound))
    }

    /// Whether somebody without a name may be the one whose name now comes.
    func isEarlier(_ candidate: Int, than name: NameMention) -> Bool {
        let referent = referents[candidate]
        guard !referent.isNamed, referent.latest >= 0, referent.number == .one || name.personEvidence <= 0
        else { return false }
        let distance = phrases.prose.sentence(of: name.name.lowerBound) - mentions[referent.latest].sentence
        return distance <= 8 && !referent.isDocument
    }

    mutating func note(_ referent: Int, as head: String) {
        guard referents[referent].roleHeads.insert(head).inserted else { return }
        byHead[head, default: []].append(referent)
    }

    /// Takes note of whom a statement is attributed to.
    mutating func note(source answer: Answer, at token: Int) {
        guard !answer.referents.isEmpty else { return }
        lastSource = (answer.referents, phrases.prose.sentence(of: token))
    }

    /// Takes note that some were named together: "Venn and Brandt".
    ///
    /// A list of dozens is nobody whom "they" or "each" refers to.
    mutating func note(_ tokens: Range<Int>, ofAll members: [Int]) {
        guard members.count <= Self.mostJoint else { return }
        lastJoint = members
        jointSentence = phrases.prose.sentence(of: tokens.lowerBound)
        // A title in the plural is everybody's: "Senators Greaves and Holm".
        let title = referents[members[0]].roles.last { role in
            role.contains { phrases.classes($0).contains(.people) && phrases.classes($0).contains(.title) }
        }
        for member in members.dropFirst() {
            guard let title, referents[member].roles.count < 12, !referents[member].roles.contains(title)
            else { break }
            for head in phrases.roleNouns(in: title) { note(member, as: head) }
            referents[member].roles.insert(title, at: 0)
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
        referent.isDocument =
            kind.contains(.document) && kind.isDisjoint(with: [.person, .people, .organisation])
        if kind.contains(.person) {
            referent.personEvidence = 2
        } else if !kind.isDisjoint(with: [.organisation, .document]) {
            referent.personEvidence = -2
        }
        if kind.contains(.masculine) != kind.contains(.feminine) {
            referent.gender = kind.contains(.masculine) ? 2 : -2
        }
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

    /// Whoever the article has called by a noun, the latest mentioned first.
    func known(as head: String) -> [Int] {
        (byHead[head] ?? []).suffix(40).map(identity).sorted { referents[$0].latest > referents[$1].latest }
    }

    /// The organisation, or whatever passes a test, that is most in mind.
    func salient(at token: Int, where isWanted: (Referent) -> Bool) -> (
        referent: Int, confidence: Double, mention: Range<Int>
    )? {
        let sentence = phrases.prose.sentence(of: token)
        var scores: [Int: (score: Double, mention: Int)] = [:]
        for index in mentions.indices.suffix(Self.reach) {
            let mention = mentions[index]
            guard isWanted(referents[mention.referent]), sentence - mention.sentence <= 12 else { continue }
            var score =
                Self.recency(sentence - mention.sentence) + 0.5
                * log(Double(1 + referents[mention.referent].count))
            if mention.isFirst { score += 0.5 }
            if mention.isModifier { score -= 0.3 }
            if let last = lastSource, last.referents == [mention.referent], sentence - last.sentence <= 3 {
                score += 1
            }
            if let old = scores[mention.referent], old.score >= score { continue }
            scores[mention.referent] = (score, index)
        }
        guard let best = scores.max(by: { ($0.value.score, $0.key) < ($1.value.score, $1.key) }) else {
            return nil
        }
        // Of two named in one breath, and of nobody since, neither is more in mind.
        if scores.contains(where: {
            $0.key != best.key && isJoint($0.key, best.key) && best.value.score - $0.value.score < 0.6
        }) {
            return nil
        }
        let sum = Self.weight(of: scores.values.map(\.score), beside: best.value.score, other: 0.8)
        return (best.key, 1 / sum, mentions[best.value.mention].tokens)
    }
}
