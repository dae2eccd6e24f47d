import SaysoArticles

/// Takes a source's words apart: who is named, which noun it is about, who are joined.
struct SourceReader {
    let phrases: Phrases
    let names: [NameMention]

    /// The parts of a source: more than one for a joint statement, none when nothing in it can be read.
    func parts(of source: Range<Int>) -> [SourcePart] {
        let source = trimmed(source)
        guard let first = source.first else { return [] }
        if source.count == 1 || isOnlyPronoun(source) {
            if let pronoun = pronoun(at: first) { return [pronoun] }
        }
        if source.count == 2, phrases.isOne(first, of: ["the"]),
            phrases.isOne(first + 1, of: ["former", "latter"])
        {
            return [.ordinal(first + 1)]
        }
        if source.count == 1, phrases.isOne(first, of: ["q", "a"]), phrases.token(first).shape == .capital,
            phrases.isOne(first + 1, of: [":", "."])
        {
            return [.label(first)]
        }
        // "all three", "both of them"
        if source.allSatisfy({
            phrases.isOne($0, of: ["all", "both", "the", "of", "them", "two", "three", "four"])
        }), source.contains(where: { phrases.isOne($0, of: ["all", "both", "two", "three", "four"]) }) {
            return [.ordinal(source.upperBound - 1)]
        }
        if let joint = joint(source) { return joint }
        return part(source).map { [$0] } ?? []
    }

    /// Without marks, conjunctions and prepositions at its ends.
    func trimmed(_ source: Range<Int>) -> Range<Int> {
        var (first, end) = (source.lowerBound, source.upperBound)
        while first < end {
            let isOpen = phrases.isMark(first) && !phrases.isApostrophe(first)
            let isSmall = phrases.isOne(
                first,
                of: ["by", "from", "to", "as", "and", "but", "according", "even", "says", "said"]
            )
            guard isOpen || (isSmall && end - first > 1) else { break }
            first += 1
        }
        while first < end {
            let last = end - 1
            if phrases.isMark(last), !phrases.isAbbreviationStop(last), !phrases.isOne(last, of: [")"]) {
                end -= 1
            } else if last > first, phrases.form(last) == "s", phrases.isPossessiveMark(last - 1) {
                end -= 2
            } else if phrases.isPossessiveMark(last) {
                end -= 1
            } else {
                break
            }
        }
        return first..<max(first, end)
    }

    /// "she", "he himself", "they too".
    func isOnlyPronoun(_ source: Range<Int>) -> Bool {
        guard let first = source.first, phrases.classes(first).contains(.pronoun) else { return false }
        guard
            !phrases.isOne(
                first,
                of: [
                    "one", "some", "many", "most", "all", "few", "several", "those", "these", "others",
                    "none", "that",
                ]
            )
        else { return false }
        if phrases.classes(first).contains(.possessive), source.count > 1 { return false }
        let next = first + 1
        return next >= source.upperBound || phrases.isMark(next)
            || !phrases.classes(next).isDisjoint(with: [.pronoun, .function, .preposition, .verb])
    }

    func pronoun(at token: Int) -> SourcePart? {
        // "WHO" and "IT" are names where other words have small letters.
        if phrases.token(token).shape == .upper, phrases.hasCapitals,
            !nameIndices(in: token..<token + 1).isEmpty
        {
            return nil
        }
        if phrases.isOne(token, of: ["who", "which", "that", "whom", "whose"]) { return .relative(token) }
        if phrases.isOne(token, of: Self.personal) { return .pronoun(token) }
        return nil
    }

    static let personal: Set<String> = [
        "he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "theirs", "himself",
        "herself", "itself", "themselves", "each", "both", "i", "me", "my", "mine", "myself", "we", "us",
        "our", "ours", "ourselves",
    ]

    /// Whom some words without "and" are about.
    func part(_ words: Range<Int>) -> SourcePart? {
        guard let first = words.first else { return nil }
        if words.count == 1, let pronoun = pronoun(at: first) { return pronoun }
        let core = core(of: words)
        if let name = headName(in: core) ?? apposedName(to: core, in: words) { return .name(name) }
        // "…, most of whom", "one of whom", "whose leaders".
        if let whom = words.first(where: { phrases.isOne($0, of: ["whom"]) }) { return .relative(whom) }
        return nominal(core, of: words)
    }

    /// Up to the first comma, bracket, dash or relative clause.
    func core(of words: Range<Int>) -> Range<Int> {
        var end = words.lowerBound
        while end < words.upperBound {
            if end > words.lowerBound, !isInName(end) {
                if phrases.isOne(end, of: [",", "(", "—", "–", ":", ";", "["]) { break }
                if phrases.isOne(end, of: ["-"]), !phrases.isHyphen(end) { break }
            }
            end += 1
        }
        return words.lowerBound..<end
    }

    /// The name that some words are about: at their end, behind a role, or before "of" and the like.
    func headName(in core: Range<Int>) -> Int? {
        let inside = nameIndices(in: core).filter {
            !names[$0].isModifier || names[$0].name.upperBound >= core.upperBound
        }
        guard !inside.isEmpty else { return nil }
        if let last = inside.last,
            names[last].name.upperBound >= core.upperBound || isFollowedByClause(last, core)
        {
            // Only a role or adjectives lead up to it: in "a spokesman for Brandt" it is somebody else's.
            let before = core.lowerBound..<max(core.lowerBound, names[last].whole.lowerBound)
            if isOnlyDeterminer(before) { return last }
        }
        if let first = inside.first,
            names[first].whole.lowerBound <= core.lowerBound
                || isOnlyDeterminer(core.lowerBound..<names[first].whole.lowerBound)
        {
            let next = names[first].name.upperBound
            if next < core.upperBound,
                !phrases.classes(next).isDisjoint(with: [.preposition, .verb, .function, .pronoun])
            {
                return first
            }
            // A source that runs on into words that are no noun: "Brandt himself".
            if next < core.upperBound, phrases.isMark(next) { return first }
        }
        return nil
    }

    /// "Norrland's chief executive, Mara Venn,"
    func apposedName(to core: Range<Int>, in words: Range<Int>) -> Int? {
        nameIndices(in: core.upperBound..<words.upperBound).first { index in
            guard let role = names[index].roleBefore, role.upperBound == core.upperBound else { return false }
            return role.lowerBound <= core.lowerBound || isOnlyDeterminer(core.lowerBound..<role.lowerBound)
        } ?? lastName(behind: core, in: words)
    }

    /// "The group that owns the ferry, Brightwater,": nothing but a name behind the comma.
    func lastName(behind core: Range<Int>, in words: Range<Int>) -> Int? {
        let rest = trimmed(core.upperBound..<words.upperBound)
        guard let index = nameIndices(in: rest).first, names[index].name.upperBound == rest.upperBound,
            names[index].name == rest
                || names[index].personEvidence > 0 && names[index].whole.lowerBound <= rest.lowerBound + 1,
            !isInName(core.upperBound - 1)
                || core.contains(where: { phrases.isOne($0, of: ["that", "which", "who"]) }),
            phrases.isOne(core.lowerBound, of: ["the"]) || (core.contains { phrases.isPossessiveMark($0) }),
            !rest.contains(where: { phrases.classes($0).contains(.place) })
        else { return nil }
        return index
    }

    func isFollowedByClause(_ name: Int, _ core: Range<Int>) -> Bool {
        let next = names[name].name.upperBound
        return next < core.upperBound
            && phrases.isOne(
                next,
                of: ["who", "which", "that", "himself", "herself", "itself", "too", "also"]
            )
    }

    func isOnlyDeterminer(_ words: Range<Int>) -> Bool {
        words.allSatisfy { index in
            !phrases.classes(index).isDisjoint(with: [.determiner, .adjective, .quantity, .title])
                || isAdjectival(index)
                || phrases.isAbbreviationStop(index)
                || isOwner(index)
        }
    }

    /// "the board's" of "the board's Mara Venn".
    func isOwner(_ index: Int) -> Bool {
        if phrases.isPossessiveMark(index) || phrases.isPossessiveMark(index - 1) { return true }
        let name = names.partitioningIndex { $0.name.upperBound > index }
        return name < names.count && names[name].name.contains(index) && names[name].isModifier
    }

    /// "the conservative-leaning", "nonpartisan": a word in lower case that is no noun for somebody.
    func isAdjectival(_ index: Int) -> Bool {
        phrases.isHyphen(index) || phrases.token(index).shape == .digits
            || phrases.token(index).shape == .lower
                && phrases.classes(index).isDisjoint(with: [.preposition, .function, .verb, .pronoun])
                && phrases.classes(index).isDisjoint(with: .sourceNoun)
    }

    /// The names that begin inside some words.
    func nameIndices(in words: Range<Int>) -> Range<Int> {
        let first = names.partitioningIndex { $0.name.lowerBound >= words.lowerBound }
        let end = names.partitioningIndex { $0.name.lowerBound >= words.upperBound }
        return first..<max(first, end)
    }

    func names(endingAt token: Int) -> Int? {
        let index = names.partitioningIndex { $0.name.upperBound >= token }
        return index < names.count && names[index].name.upperBound == token ? index : nil
    }

    func isInName(_ token: Int) -> Bool {
        let index = names.partitioningIndex { $0.name.upperBound > token }
        return index < names.count && names[index].name.contains(token)
    }
}
