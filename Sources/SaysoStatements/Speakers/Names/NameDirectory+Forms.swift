extension NameDirectory {
    /// Whose name of several words this is, if it was there before.
    func full(_ mention: NameMention) -> Int? {
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
    func isAbbreviated(_ short: [String], _ long: [String]) -> Bool {
        guard short.count > 1, let first = short.first, first.utf8.count > 1 else { return false }
        let rest = short.count - 1
        guard long.count > short.count, long.suffix(rest) == short.suffix(rest) else { return false }
        return Self.plain(first) == String(long.dropLast(rest).compactMap(\.first))
    }

    /// Without the stops of "U.N.".
    static func plain(_ word: String) -> String { word.filter { $0 != "." } }

    func isSuffix(_ short: [String], of long: [String]) -> Bool {
        short.count > 1 && short.count < long.count && long.suffix(short.count) == short[...]
    }

    /// Whether two full names with one surname can be one person's: "Mara Venn", "M. L. Venn".
    static func isSamePerson(_ one: [String], _ other: [String]) -> Bool {
        guard let a = one.first, let b = other.first else { return false }
        if a == b {
            // Middle names must not contradict each other.
            guard one.count > 2, other.count > 2 else { return true }
            return isInitial(one[1], of: other[1]) || isInitial(other[1], of: one[1])
        }
        return isInitial(a, of: b) || isInitial(b, of: a)
    }

    static func isInitial(_ short: String, of long: String) -> Bool {
        if short == long { return true }
        // "Pat" for Patrick, but not "Paul" for Paula.
        let isCut = short.count > 2 && long.count - short.count > 2
        if long.hasPrefix(short), short.count == 1 || isCut { return true }
        return familiar[short]?.contains(long) == true
    }

    /// Short first names that do not begin the long one.
    static let familiar: [String: Set<String>] = [
        "mike": ["michael"], "bill": ["william"], "will": ["william"], "billy": ["william"],
        "bob": ["robert"],
        "bobby": ["robert"], "jim": ["james"], "jimmy": ["james"], "tom": ["thomas"], "dave": ["david"],
        "steve": ["stephen", "steven"], "tony": ["anthony", "antonio"], "liz": ["elizabeth"],
        "beth": ["elizabeth"],
        "betty": ["elizabeth"], "kate": ["katherine", "catherine", "kathryn"],
        "kathy": ["katherine", "catherine"],
        "jack": ["john"], "johnny": ["john"], "ted": ["edward", "theodore"], "dick": ["richard"],
        "rick": ["richard"],
        "chuck": ["charles"], "charlie": ["charles"], "andy": ["andrew"], "larry": ["lawrence"],
        "jerry": ["gerald", "jerome"],
        "peggy": ["margaret"], "meg": ["margaret"], "maggie": ["margaret"],
        "sasha": ["alexander", "alexandra"],
        "harry": ["harold", "henry"], "hank": ["henry"], "nancy": ["ann"], "jenny": ["jennifer"],
        "tim": ["timothy"],
        "jeff": ["jeffrey", "geoffrey"], "geoff": ["geoffrey"], "ken": ["kenneth"], "ron": ["ronald"],
    ]

    // MARK: Short forms

    /// Whose a name of one word, or a headline's, is.
    func short(_ index: Int) -> Int? {
        let mention = mentions[index]
        let words = Self.core(mention.words)
        guard let last = words.last, let first = words.first else { return nil }
        if words.count > 1 {
            if let same = byName[mention.words.joined(separator: " ")] { return same }
            return byLast[last]?.suffix(Self.most).last {
                isSuffix(words, of: referents[$0].words) || Self.isSamePerson(words, referents[$0].words)
            }
        }
        let firstToken = mention.name.lowerBound
        let isUpper = phrases.token(firstToken).shape == .upper || mention.name.count > 2
        if isUpper, !mention.isShouted, let owner = byInitials[Self.plain(last)], last.count > 1,
            byLast[last] == nil, referents[owner].words.count > 1
        {
            return owner
        }
        let people = (byLast[last] ?? []).suffix(Self.most).filter {
            fits(mention, $0) && !isPlaceWord(firstToken, of: $0)
        }
        let nouns = mention.roleBefore.map { Set(phrases.roleNouns(in: $0)) } ?? []
        let titled = people.filter { !nouns.isDisjoint(with: titles[$0] ?? []) }
        if let best = nearest(titled.isEmpty ? people : titled, to: index) {
            // "Orrel said", of the Orrel Trust, before Vera Orrel is introduced.
            let body = (byFirst[first] ?? []).suffix(Self.most).first { owner in
                referents[owner].personEvidence < 0 && (referents[owner].name ?? .max) < index
            }
            if let body, titled.isEmpty, mention.roleBefore == nil, (referents[best].name ?? 0) > index {
                return body
            }
            return best
        }
        if people.isEmpty, let same = byName[last], fits(mention, same) { return same }
        guard people.isEmpty else { return nil }
        let namesakes = (byFirst[first] ?? []).suffix(Self.most).filter { owner in
            fits(mention, owner) && referents[owner].words.count > 1
        }
        let kind = phrases.classes(firstToken)
        guard kind.isDisjoint(with: [.place, .adjective]) || kind.contains(.givenName), !isUpper else {
            return nil
        }
        let double = Set((byMiddle[first] ?? []).suffix(Self.most)).filter {
            fits(mention, $0) && referents[$0].personEvidence > 0
        }
        if namesakes.isEmpty, double.count == 1 { return double.first }
        // "Venn" is not Venn Bakery's for being printed beside it; a first name is only somebody's who has no namesake.
        let owners = Set(namesakes)
        return owners.count == 1 ? owners.first : nil
    }

    /// "Korea" is not short for "North Korea", nor "Ohio" for "Bank of Ohio".
    func isPlaceWord(_ token: Int, of owner: Int) -> Bool {
        phrases.classes(token).contains(.place) && referents[owner].personEvidence <= 0
            && referents[owner].words.count > 1
    }

    func fits(_ mention: NameMention, _ owner: Int) -> Bool {
        let referent = referents[owner]
        if mention.gender >= 2, referent.gender < 0 { return false }
        if mention.gender <= -2, referent.gender > 0 { return false }
        if mention.roleBefore != nil, mention.personEvidence >= 3, referent.personEvidence < -2 {
            return false
        }
        return true
    }

    /// The one whose last mention with more than a surname is nearest before, else the first after.
    func nearest(_ candidates: [Int], to index: Int) -> Int? {
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
    func gap(_ one: Int, _ other: Int) -> Int {
        mentions[other].name.lowerBound - mentions[one].name.upperBound
    }
}
