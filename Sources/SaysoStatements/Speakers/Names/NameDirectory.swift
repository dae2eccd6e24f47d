import SaysoArticles

/// Whose names an article prints: short forms with the full ones.
struct NameDirectory {
    private let phrases: Phrases
    /// The article's names, without those that a line in capitals only seemed to hold.
    private(set) var mentions: [NameMention]
    /// Everybody with a name.
    private(set) var referents: [Referent] = []
    /// For each mention, whose it is; nil for a headline's capitals that name nobody.
    private(set) var owners: [Int?]
    /// By all words of a name.
    private var byName: [String: Int] = [:]
    private var byLast: [String: [Int]] = [:]
    private var byFirst: [String: [Int]] = [:]
    /// By a word between first and last, which in some countries is the surname.
    private var byMiddle: [String: [Int]] = [:]
    private static let small: Set<String> = ["of", "and", "for", "the", "to", "on", "in", "von", "van", "der", "del", "los"]
    private var byInitials: [String: Int] = [:]
    /// Those who turned out to be somebody else of the list.
    private var merged: [Int: Int] = [:]
    /// Those of whom an alias may be longer than the name that counts.
    private var settled: Set<Int> = []
    /// The nouns of everybody's roles.
    private var titles: [Int: Set<String>] = [:]
    /// Bound on the people of one surname that are looked through.
    private static let most = 24

    init(_ mentions: [NameMention], in phrases: Phrases) {
        self.phrases = phrases
        self.mentions = mentions
        owners = Array(repeating: nil, count: mentions.count)
        splitGlued()
        for (index, mention) in self.mentions.enumerated() where mention.words.count > 1 && !mention.isShouted {
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
            } else if mention.words.count == 1, byLast[mention.words[0]]?.contains(where: { referents[$0].personEvidence > 0 }) == true,
                mention.personEvidence >= 0
            {
                continue  // a surname of several
            } else if !mention.isShouted || !phrases.hasCapitals || mention.personEvidence > 0 && !isInHeadline(index) {
                assign(index, to: add(index))
            }
        }
        for index in owners.indices { owners[index] = owners[index].map(identity) }
        dropUnowned()
    }

    private func identity(_ owner: Int) -> Int { merged[owner].map(identity) ?? owner }

    /// "Ida and Tessa Marwick": the first one's surname comes with the second.
    private mutating func shareSurnames() {
        for joint in mentions.coordinations(in: phrases) {
            guard let last = mentions[joint.upperBound - 1].words.last, mentions[joint.upperBound - 1].words.count > 1,
                mentions[joint.upperBound - 1].personEvidence > 0
            else { continue }
            for index in joint.dropLast() where mentions[index].words.count == 1 {
                let token = mentions[index].name.lowerBound
                guard phrases.classes(token).contains(.givenName), byFirst[mentions[index].words[0]] == nil, byLast[mentions[index].words[0]] == nil
                else { continue }
                mentions[index].surname = mentions[joint.upperBound - 1].name.upperBound - 1
                mentions[index].words.append(last)
                mentions[index].personEvidence += 2
            }
        }
    }

    private func isInHeadline(_ index: Int) -> Bool {
        let sentence = phrases.prose.sentences[phrases.prose.sentence(of: mentions[index].name.lowerBound)]
        return sentence.kind == .headline && !phrases.isOne(sentence.tokens.lowerBound, of: ["by"])
    }

    private mutating func dropUnowned() {
        let kept = mentions.indices.filter { owners[$0] != nil }
        var places: [Int: Int] = [:]
        for (place, index) in kept.enumerated() { places[index] = place }
        mentions = kept.map { mentions[$0] }
        owners = kept.map { owners[$0] }
        for index in referents.indices { referents[index].name = referents[index].name.flatMap { places[$0] } }
    }

    /// Parts "The Ferry Post Brandt said", where the comma or link between two names is lost: an institution's name
    /// before a word that the article often prints alone.
    private mutating func splitGlued() {
        var alone: [String: Int] = [:]
        for mention in mentions where mention.words.count == 1 && !mention.isShouted { alone[mention.words[0], default: 0] += 1 }
        for index in mentions.indices where mentions[index].words.count > 2 {
            let name = mentions[index].name
            let last = name.upperBound - 1
            guard alone[phrases.form(last), default: 0] > 1, !phrases.isMark(last - 1),
                phrases.classes(last - 1).contains(.institution), phrases.classes(last).isDisjoint(with: [.institution, .legalForm])
            else { continue }
            mentions[index].name = last..<name.upperBound
            mentions[index].words = [phrases.form(last)]
            mentions[index].roleBefore = nil
            mentions[index].personEvidence = 0
        }
    }

    private mutating func add(_ index: Int) -> Int {
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
        let isWriting = mention.words.count > 1 && mention.name.contains { phrases.classes($0).contains(.document) }
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
    private static func isWriting(_ words: [String]) -> Bool {
        let end = words.firstIndex { $0 == "of" || $0 == "on" } ?? words.count
        return end > 0 && writings.contains(words[end - 1])
    }

    private static let writings: Set<String> = [
        "act", "law", "bill", "treaty", "charter", "constitution", "accord", "report", "declaration", "agreement",
    ]

    /// The words in quotation marks or brackets inside a name.
    private func nicknames(in name: Range<Int>) -> [String] {
        var isInside = false
        var found: [String] = []
        for index in name {
            if phrases.isOne(index, of: ["(", ")"]) || phrases.isQuote(index) && !phrases.isPossessiveMark(index) {
                isInside.toggle()
            } else if isInside, !phrases.isMark(index) {
                found.append(phrases.form(index))
            }
        }
        return isInside ? [] : found
    }

    private mutating func register(_ words: [String], as owner: Int) {
        let joined = words.joined(separator: " ")
        if byName[joined] == nil { byName[joined] = owner }
        let core = Self.core(words)
        if let last = core.last { byLast[last, default: []].append(owner) }
        if let first = core.first { byFirst[first, default: []].append(owner) }
        for middle in core.dropFirst().dropLast() where middle.utf8.count > 2 && !Self.small.contains(middle) {
            byMiddle[middle, default: []].append(owner)
        }
        guard words.count > 1 else { return }
        let initials = words.filter { !Self.small.contains($0) }.compactMap(\.first)
        if initials.count > 1 { byInitials[String(initials)] = owner }
        let all = String(words.compactMap(\.first))
        if byInitials[all] == nil { byInitials[all] = owner }
    }

    private mutating func assign(_ index: Int, to owner: Int) {
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
        if mention.words.count > fullest.count, mention.words.count <= 7, !settled.contains(owner), Self.core(mention.words).last == Self.core(fullest).last
            || mention.words.first == fullest.first
        {
            if !mention.isShouted {
                referents[owner].words = mention.words
                referents[owner].name = index
                register(mention.words, as: owner)
            }
        }
        // "WALLACE" and later "Wallace": the one that is not shouted.
        if let name = referents[owner].name, mention.words == referents[owner].words, isLoud(name), !isLoud(index) {
            referents[owner].name = index
        }
    }

    private func isLoud(_ index: Int) -> Bool {
        mentions[index].name.contains { phrases.token($0).shape == .upper }
    }

    /// Without "Jr", "Inc" and the like.
    private static func core(_ words: [String]) -> [String] {
        guard words.count > 1, let last = words.last, suffixes.contains(last) else { return words }
        return Array(words.dropLast())
    }

    private static let suffixes: Set<String> = [
        "jr", "sr", "ii", "iii", "iv", "inc", "ltd", "llc", "plc", "corp", "co", "limited", "gmbh", "ag",
    ]

    // MARK: Full names

    /// Whose name of several words this is, if it was there before.
    private func full(_ mention: NameMention) -> Int? {
        if let same = byName[mention.words.joined(separator: " ")] { return same }
        let words = Self.core(mention.words)
        guard let last = words.last else { return nil }
        // "Harbour Trust" for "Harbour Trust for Orrin and Tamsin"
        let longer = byFirst[words[0]]?.suffix(Self.most).last { owner in
            let other = referents[owner].words
            return other.count > words.count && other.prefix(words.count) == words[...]
                && ["for", "of"].contains(other[words.count])
        }
        if mention.personEvidence < 0, let longer { return longer }
        return byLast[last]?.suffix(Self.most).last { owner in
            let other = Self.core(referents[owner].words)
            guard other.count > 1 else { return false }
            if words == other || isAbbreviated(words, other) || isAbbreviated(other, words) { return true }
            if isSuffix(words, of: other) || isSuffix(other, of: words) {
                // "Security Council" and "United Nations Security Council"; not "Ann Lee" and "Mary Ann Lee" alone.
                return true
            }
            return Self.isSamePerson(words, other) && mention.personEvidence >= 0
                && referents[owner].personEvidence >= 0 && min(words.count, other.count) <= 3
        }
    }

    /// "U.N. Security Council" for "United Nations Security Council".
    private func isAbbreviated(_ short: [String], _ long: [String]) -> Bool {
        guard short.count > 1, let first = short.first, first.utf8.count > 1 else { return false }
        let rest = short.count - 1
        guard long.count > short.count, long.suffix(rest) == short.suffix(rest) else { return false }
        return Self.plain(first) == String(long.dropLast(rest).compactMap(\.first))
    }

    /// Without the stops of "U.N.".
    private static func plain(_ word: String) -> String { word.filter { $0 != "." } }

    private func isSuffix(_ short: [String], of long: [String]) -> Bool {
        short.count > 1 && short.count < long.count && long.suffix(short.count) == short[...]
    }

    /// Whether two full names with one surname can be one person's: "John Kerry", "J. F. Kerry".
    private static func isSamePerson(_ one: [String], _ other: [String]) -> Bool {
        guard let a = one.first, let b = other.first else { return false }
        if a == b {
            // Middle names must not contradict each other.
            guard one.count > 2, other.count > 2 else { return true }
            return isInitial(one[1], of: other[1]) || isInitial(other[1], of: one[1])
        }
        return isInitial(a, of: b) || isInitial(b, of: a)
    }

    private static func isInitial(_ short: String, of long: String) -> Bool {
        if short == long { return true }
        if long.hasPrefix(short), short.count == 1 || short.count > 2 { return true }
        return familiar[short]?.contains(long) == true
    }

    /// Short first names that do not begin the long one.
    private static let familiar: [String: Set<String>] = [
        "mike": ["michael"], "bill": ["william"], "will": ["william"], "billy": ["william"], "bob": ["robert"],
        "bobby": ["robert"], "jim": ["james"], "jimmy": ["james"], "tom": ["thomas"], "dave": ["david"],
        "steve": ["stephen", "steven"], "tony": ["anthony", "antonio"], "liz": ["elizabeth"], "beth": ["elizabeth"],
        "betty": ["elizabeth"], "kate": ["katherine", "catherine", "kathryn"], "kathy": ["katherine", "catherine"],
        "jack": ["john"], "johnny": ["john"], "ted": ["edward", "theodore"], "dick": ["richard"], "rick": ["richard"],
        "chuck": ["charles"], "charlie": ["charles"], "andy": ["andrew"], "larry": ["lawrence"], "jerry": ["gerald", "jerome"],
        "peggy": ["margaret"], "meg": ["margaret"], "maggie": ["margaret"], "sasha": ["alexander", "alexandra"],
        "harry": ["harold", "henry"], "hank": ["henry"], "nancy": ["ann"], "jenny": ["jennifer"], "tim": ["timothy"],
        "jeff": ["jeffrey", "geoffrey"], "geoff": ["geoffrey"], "ken": ["kenneth"], "ron": ["ronald"],
    ]

    // MARK: Short forms

    /// Whose a name of one word, or a headline's, is.
    private func short(_ index: Int) -> Int? {
        let mention = mentions[index]
        let words = Self.core(mention.words)
        guard let last = words.last, let first = words.first else { return nil }
        if words.count > 1 {
            if let same = byName[mention.words.joined(separator: " ")] { return same }
            let owners = byLast[last]?.suffix(Self.most) ?? []
            return owners.last { isSuffix(words, of: referents[$0].words) || Self.isSamePerson(words, referents[$0].words) }
        }
        let firstToken = mention.name.lowerBound
        let isUpper = phrases.token(firstToken).shape == .upper || mention.name.count > 2
        if isUpper, !mention.isShouted, let owner = byInitials[Self.plain(last)], last.count > 1,
            byLast[last] == nil, referents[owner].words.count > 1
        {
            return owner
        }
        let people = (byLast[last] ?? []).suffix(Self.most).filter { fits(mention, $0) && !isPlaceWord(firstToken, of: $0) }
        let nouns = mention.roleBefore.map { Set(phrases.roleNouns(in: $0)) } ?? []
        let titled = people.filter { !nouns.isDisjoint(with: titles[$0] ?? []) }
        if let best = nearest(titled.isEmpty ? people : titled, to: index) { return best }
        if people.isEmpty, let same = byName[last] { return same }
        guard people.isEmpty else { return nil }
        let namesakes = (byFirst[first] ?? []).suffix(Self.most).filter { owner in
            fits(mention, owner) && referents[owner].words.count > 1
        }
        let kind = phrases.classes(firstToken)
        guard kind.isDisjoint(with: [.place, .adjective]) || kind.contains(.givenName), !isUpper else { return nil }
        let double = Set((byMiddle[first] ?? []).suffix(Self.most)).filter { fits(mention, $0) && referents[$0].personEvidence > 0 }
        if namesakes.isEmpty, double.count == 1 { return double.first }
        // "Venn" is not Venn Bakery's for being printed beside it; a first name is only somebody's who has no namesake.
        let owners = Set(namesakes)
        return owners.count == 1 ? owners.first : nil
    }

    /// "Korea" is not short for "North Korea", nor "Ohio" for "Bank of Ohio".
    private func isPlaceWord(_ token: Int, of owner: Int) -> Bool {
        phrases.classes(token).contains(.place) && referents[owner].personEvidence <= 0
            && referents[owner].words.count > 1
    }

    private func fits(_ mention: NameMention, _ owner: Int) -> Bool {
        let referent = referents[owner]
        if mention.gender >= 2, referent.gender < 0 { return false }
        if mention.gender <= -2, referent.gender > 0 { return false }
        if mention.roleBefore != nil, mention.personEvidence >= 3, referent.personEvidence < -2 { return false }
        return true
    }

    /// The one whose last mention with more than a surname is nearest before, else the first after.
    private func nearest(_ candidates: [Int], to index: Int) -> Int? {
        let distinct = Array(Set(candidates)).sorted()
        guard distinct.count > 1 else { return distinct.first }
        let set = Set(distinct)
        var before = index - 1
        while before >= 0, index - before < 200 {
            if let owner = owners[before], set.contains(owner) {
                // "Ida Marwick and Tessa Marwick … Marwick said": it could be either.
                let other = before > 0 ? owners[before - 1] : nil
                let isJoint = other.map { $0 != owner && set.contains($0) } ?? false
                return isJoint && mentions[index].gender == 0 && gap(before - 1, before) <= 2 ? nil : owner
            }
            before -= 1
        }
        return distinct.first
    }

    /// The tokens between two mentions.
    private func gap(_ one: Int, _ other: Int) -> Int { mentions[other].name.lowerBound - mentions[one].name.upperBound }

    // MARK: Aliases

    /// "Harbour Trust (HT)", "HT (Harbour Trust)", "Norrland [North Vale]", "…, known as …".
    private mutating func readAliases() {
        var owner: [Int: Int] = [:]
        for index in mentions.indices { owner[mentions[index].name.lowerBound] = index }
        for index in mentions.indices {
            let end = mentions[index].name.upperBound
            var next = end
            var needsClose = false
            if phrases.isOne(next, of: ["(", "["]) {
                next += 1
                needsClose = true
                if phrases.isOne(next, of: ["the", "or"]) { next += 1 }
            } else {
                if phrases.isOne(next, of: [","]) { next += 1 }
                if phrases.isOne(next, of: ["also", "formerly", "better", "commonly"]) { next += 1 }
                if phrases.isOne(next, of: ["known", "called", "aka"]), next > end {
                    if phrases.isOne(next, of: ["known"]) {
                        next += 1
                        guard phrases.isOne(next, of: ["as"]) else { continue }
                    }
                    next += 1
                } else if !phrases.isOne(next - 1, of: ["formerly"]) {
                    continue
                }
                if phrases.isOne(next, of: ["the"]) { next += 1 }
            }
            if next < phrases.count, phrases.isQuote(next) { next += 1 }
            guard let other = owner[next], other != index else { continue }
            if needsClose {
                var close = mentions[other].name.upperBound
                if close < phrases.count, phrases.isQuote(close) { close += 1 }
                guard phrases.isOne(close, of: [")", "]"]) else { continue }
                // "(R-IN)", "(Ohio)" say where, not what else.
                let token = mentions[other].name.lowerBound
                if phrases.isOne(next - 1, of: ["("]), phrases.classes(token).contains(.place) { continue }
            }
            let isOther = phrases.isOne(end, of: ["["]) || !needsClose
            join(index, other, keepsFirst: isOther && !isLoud(index))
        }
    }

    /// Makes two mentions one's: the longer name counts, or the first where the other one is only an alias.
    private mutating func join(_ index: Int, _ other: Int, keepsFirst: Bool) {
        if let one = owners[index], let two = owners[other] {
            guard identity(one) != identity(two) else { return }
            let (one, two) = (identity(one), identity(two))
            // Both were there before; what is printed in brackets or behind "known as" names the first.
            merged[two] = one
            alias(mentions[other].words, of: one)
            return
        }
        let owner = owners[index] ?? owners[other] ?? add(index)
        let isLonger = mentions[index].words.count >= mentions[other].words.count
        let keep = isLonger || keepsFirst ? index : other
        for place in [index, other] where owners[place] == nil { assign(place, to: owner) }
        alias(mentions[index].words, of: owner)
        alias(mentions[other].words, of: owner)
        if keepsFirst {
            referents[owner].name = keep
            referents[owner].words = mentions[keep].words
            settled.insert(owner)
        }
    }

    private mutating func alias(_ words: [String], of owner: Int) {
        byName[words.joined(separator: " ")] = owner
        if words.count == 1 { byLast[words[0], default: []].append(owner) }
    }
}
