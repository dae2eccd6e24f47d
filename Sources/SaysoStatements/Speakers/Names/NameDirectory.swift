import SaysoArticles

/// Whose names an article prints: short forms with the full ones.
struct NameDirectory {
    let phrases: Phrases
    /// The article's names, without those that a line in capitals only seemed to hold.
    var mentions: [NameMention]
    /// Everybody with a name.
    var referents: [Referent] = []
    /// For each mention, whose it is; nil for a headline's capitals that name nobody.
    var owners: [Int?]
    /// By all words of a name.
    var byName: [String: Int] = [:]
    var byLast: [String: [Int]] = [:]
    var byFirst: [String: [Int]] = [:]
    /// By a word between first and last, which in some countries is the surname.
    var byMiddle: [String: [Int]] = [:]
    static let small: Set<String> = [
        "of", "and", "for", "the", "to", "on", "in", "von", "van", "der", "del", "los",
    ]
    var byInitials: [String: Int] = [:]
    /// Those who turned out to be somebody else of the list.
    var merged: [Int: Int] = [:]
    /// Those of whom an alias may be longer than the name that counts.
    var settled: Set<Int> = []
    /// The nouns of everybody's roles.
    var titles: [Int: Set<String>] = [:]
    /// Bound on the people of one surname that are looked through.
    static let most = 24

    init(_ mentions: [NameMention], in phrases: Phrases) {
        self.phrases = phrases
        self.mentions = mentions
        owners = Array(repeating: nil, count: mentions.count)
        splitGlued()
        for (index, mention) in self.mentions.enumerated() where mention.words.count > 1 && !mention.isShouted
        {
            assign(index, to: full(mention) ?? add(index))
        }
        shareSurnames()
        for (index, mention) in self.mentions.enumerated() where mention.surname != nil {
            assign(index, to: full(mention) ?? add(index))
        }
        readAliases()
        for index in mentions.indices where owners[index] == nil {
            let mention = self.mentions[index]
            if let owner = short(index) {
                assign(index, to: owner)
            } else if mention.words.count == 1,
                byLast[mention.words[0]]?.contains(where: { referents[$0].personEvidence > 0 }) == true,
                mention.personEvidence >= 0, mention.roleBefore == nil
            {
                continue  // a surname of several
            } else if !mention.isShouted || !phrases.hasCapitals
                || isByline(index) || mention.personEvidence > 0 && !isInHeadline(index)
            {
                assign(index, to: add(index))
            }
        }
        for index in owners.indices {
            if let owner = owners[index] { owners[index] = identity(owner) }
        }
        dropUnowned()
    }

    /// Whom somebody of the list turned out to be; the way there is shortened, as aliases of aliases make it long.
    mutating func identity(_ owner: Int) -> Int {
        var root = owner
        while let next = merged[root] { root = next }
        var place = owner
        while place != root, let next = merged.updateValue(root, forKey: place) { place = next }
        return root
    }

    /// "Ida and Tessa Marwick": the first one's surname comes with the second.
    mutating func shareSurnames() {
        for joint in mentions.coordinations(in: phrases) {
            guard let last = mentions[joint.upperBound - 1].words.last,
                mentions[joint.upperBound - 1].words.count > 1,
                mentions[joint.upperBound - 1].personEvidence > 0
            else { continue }
            for index in joint.dropLast() where mentions[index].words.count == 1 {
                let token = mentions[index].name.lowerBound
                guard phrases.classes(token).contains(.givenName), byFirst[mentions[index].words[0]] == nil,
                    byLast[mentions[index].words[0]] == nil
                else { continue }
                mentions[index].surname = mentions[joint.upperBound - 1].name.upperBound - 1
                mentions[index].words.append(last)
                mentions[index].personEvidence += 2
            }
        }
    }

    func isInHeadline(_ index: Int) -> Bool { sentence(of: index).kind == .headline }

    /// Whether a name stands behind the "By" of a byline.
    func isByline(_ index: Int) -> Bool {
        let start = sentence(of: index).tokens.lowerBound
        return phrases.isOne(start, of: ["by"]) && mentions[index].name.lowerBound == start + 1
    }

    private func sentence(of index: Int) -> Prose.Sentence {
        phrases.prose.sentences[phrases.prose.sentence(of: mentions[index].name.lowerBound)]
    }

    mutating func dropUnowned() {
        let kept = mentions.indices.filter { owners[$0] != nil }
        var places: [Int: Int] = [:]
        for (place, index) in kept.enumerated() { places[index] = place }
        mentions = kept.map { mentions[$0] }
        owners = kept.map { owners[$0] }
        for index in referents.indices {
            referents[index].name = referents[index].name.flatMap { places[$0] }
        }
    }

    /// Parts "The Ferry Post Brandt said", where the comma or link between two names is lost: an institution's name
    /// before a word that the article often prints alone.
    mutating func splitGlued() {
        var alone: [String: Int] = [:]
        for mention in mentions where mention.words.count == 1 && !mention.isShouted {
            alone[mention.words[0], default: 0] += 1
        }
        for index in mentions.indices where mentions[index].words.count > 2 {
            let name = mentions[index].name
            let last = name.upperBound - 1
            guard alone[phrases.form(last), default: 0] > 1, !phrases.isMark(last - 1),
                phrases.classes(last - 1).contains(.institution),
                phrases.classes(last).isDisjoint(with: [.institution, .legalForm])
            else { continue }
            mentions[index].name = last..<name.upperBound
            mentions[index].words = [phrases.form(last)]
            mentions[index].roleBefore = nil
            mentions[index].personEvidence = 0
        }
    }

    mutating func add(_ index: Int) -> Int {
        let mention = mentions[index]
        let owner = referents.count
        var referent = Referent()
        referent.words = mention.words
        referent.name = index
        let first = mention.name.first { !phrases.isMark($0) } ?? mention.name.lowerBound
        let last = mention.name.last { !phrases.isMark($0) } ?? first
        referent.isPlace =
            phrases.classes(last).contains(.place) && mention.personEvidence <= 0
            || phrases.classes(first).contains(.place) && mention.words.count == 1 || mention.isPlace
        let isWriting =
            mention.words.count > 1 && mention.name.contains { phrases.classes($0).contains(.document) }
        referent.isDocument = isWriting && mention.personEvidence <= 0 && Self.isWriting(mention.words)
        if mention.words.count == 1, mention.words[0].hasSuffix("ists") { referent.number = .several }
        referents.append(referent)
        register(mention.words, as: owner)
        for word in nicknames(in: mention.name) {
            byName[word] = byName[word] ?? owner
            if let last = Self.core(mention.words).last { byName["\(word) \(last)"] = owner }
        }
        return owner
    }

    /// Whether a name's last word, or the one before "of", is a law's or a treaty's.
    static func isWriting(_ words: [String]) -> Bool {
        let end = words.firstIndex { $0 == "of" || $0 == "on" } ?? words.count
        return end > 0 && writings.contains(words[end - 1])
    }

    static let writings: Set<String> = [
        "act", "law", "bill", "treaty", "charter", "constitution", "accord", "report", "declaration",
        "agreement",
    ]

    /// The words in quotation marks or brackets inside a name.
    func nicknames(in name: Range<Int>) -> [String] {
        var isInside = false
        var found: [String] = []
        for index in name {
            if phrases.isOne(index, of: ["(", ")"])
                || phrases.isQuote(index) && !phrases.isPossessiveMark(index)
            {
                isInside.toggle()
            } else if isInside, !phrases.isMark(index) {
                found.append(phrases.form(index))
            }
        }
        return isInside ? [] : found
    }

    mutating func register(_ words: [String], as owner: Int) {
        let joined = words.joined(separator: " ")
        if byName[joined] == nil { byName[joined] = owner }
        let core = Self.core(words)
        if let last = core.last { byLast[last, default: []].append(owner) }
        if let first = core.first { byFirst[first, default: []].append(owner) }
        for middle in core.dropFirst().dropLast() where middle.utf8.count > 2 && !Self.small.contains(middle)
        {
            byMiddle[middle, default: []].append(owner)
        }
        guard words.count > 1 else { return }
        let initials = words.filter { !Self.small.contains($0) }.compactMap(\.first)
        if initials.count > 1 { byInitials[String(initials)] = owner }
        let all = String(words.compactMap(\.first))
        if byInitials[all] == nil { byInitials[all] = owner }
    }

    mutating func assign(_ index: Int, to owner: Int) {
        owners[index] = owner
        let mention = mentions[index]
        // "QUILL" or "TQ" in capitals is no sign against somebody who has a full name.
        let isShort = mention.words.count < referents[owner].words.count
        if !(isShort && referents[owner].personEvidence > 0 && mention.personEvidence < 0) {
            referents[owner].personEvidence += mention.personEvidence
        }
        referents[owner].gender += mention.gender
        for role in [mention.roleBefore, mention.roleAfter].compactMap({ $0 }) {
            titles[owner, default: []].formUnion(phrases.roleNouns(in: role))
        }
        let fullest = referents[owner].words
        if mention.words.count > fullest.count, mention.words.count <= 7, !settled.contains(owner),
            Self.core(mention.words).last == Self.core(fullest).last
                || mention.words.first == fullest.first
        {
            if !mention.isShouted {
                referents[owner].words = mention.words
                referents[owner].name = index
                register(mention.words, as: owner)
            }
        }
        // "WALLACE" and later "Wallace": the one that is not shouted.
        if let name = referents[owner].name, mention.words == referents[owner].words, isLoud(name),
            !isLoud(index)
        {
            referents[owner].name = index
        }
    }

    func isLoud(_ index: Int) -> Bool {
        mentions[index].name.contains { phrases.token($0).shape == .upper }
    }

    /// Without "Jr", "Inc" and the like.
    static func core(_ words: [String]) -> [String] {
        guard words.count > 1, let last = words.last, suffixes.contains(last) else { return words }
        return Array(words.dropLast())
    }

    static let suffixes: Set<String> = [
        "jr", "sr", "ii", "iii", "iv", "inc", "ltd", "llc", "plc", "corp", "co", "limited", "gmbh", "ag",
    ]
}
