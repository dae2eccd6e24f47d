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
        if source.count == 2, phrases.isOne(first, of: ["the"]), phrases.isOne(first + 1, of: ["former", "latter"]) {
            return [.ordinal(first + 1)]
        }
        if source.count == 1, phrases.isOne(first, of: ["q", "a"]), phrases.token(first).shape == .capital,
            phrases.isOne(first + 1, of: [":", "."])
        {
            return [.label(first)]
        }
        // "all three", "both of them"
        if source.allSatisfy({ phrases.isOne($0, of: ["all", "both", "the", "of", "them", "two", "three", "four"]) }) {
            return [.ordinal(source.upperBound - 1)]
        }
        if let joint = joint(source) { return joint }
        return part(source).map { [$0] } ?? []
    }

    /// Without marks, conjunctions and prepositions at its ends.
    private func trimmed(_ source: Range<Int>) -> Range<Int> {
        var (first, end) = (source.lowerBound, source.upperBound)
        while first < end {
            let isOpen = phrases.isMark(first) && !phrases.isApostrophe(first)
            let isSmall = phrases.isOne(first, of: ["by", "from", "to", "as", "and", "but", "according", "even", "says", "said"])
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
    private func isOnlyPronoun(_ source: Range<Int>) -> Bool {
        guard let first = source.first, phrases.classes(first).contains(.pronoun) else { return false }
        guard !phrases.isOne(first, of: ["one", "some", "many", "most", "all", "few", "several", "those", "these", "others", "none", "that"])
        else { return false }
        if phrases.classes(first).contains(.possessive), source.count > 1 { return false }
        let next = first + 1
        return next >= source.upperBound || phrases.isMark(next)
            || !phrases.classes(next).isDisjoint(with: [.pronoun, .function, .preposition, .verb])
    }

    private func pronoun(at token: Int) -> SourcePart? {
        // "WHO" and "IT" are names where other words have small letters.
        if phrases.token(token).shape == .upper, phrases.hasCapitals, !nameIndices(in: token..<token + 1).isEmpty {
            return nil
        }
        if phrases.isOne(token, of: ["who", "which", "that", "whom", "whose"]) { return .relative(token) }
        if phrases.isOne(token, of: Self.personal) { return .pronoun(token) }
        return nil
    }

    static let personal: Set<String> = [
        "he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "theirs", "himself",
        "herself", "itself", "themselves", "each", "both", "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves",
    ]

    // MARK: Several

    /// "Venn and Brandt", "the board, the union and Mara Venn", "Venn and two others".
    private func joint(_ source: Range<Int>) -> [SourcePart]? {
        var source = withoutExamples(source)
        if phrases.isOne(source.lowerBound, of: ["both"]), source.count > 2 { source = source.lowerBound + 1..<source.upperBound }
        guard source.count >= 3, let and = lastAnd(in: source) else { return nil }
        var segments = [trimmed(and + 1..<source.upperBound)]
        var left = source.lowerBound..<and
        if phrases.isOne(and - 1, of: ["together", "along"]) { left = source.lowerBound..<and - 1 }
        if phrases.isOne(left.upperBound - 1, of: [","]) { left = source.lowerBound..<left.upperBound - 1 }
        // "A, B and C": each comma must part names or phrases.
        while let comma = left.last(where: { phrases.isOne($0, of: [","]) && !isInName($0) }) {
            let segment = trimmed(comma + 1..<left.upperBound)
            guard isNameOrPhrase(segment), !isApposition(segment, before: comma) else { break }
            segments.insert(segment, at: 0)
            left = left.lowerBound..<comma
        }
        segments.insert(trimmed(left), at: 0)
        // "Officials at the port, a branch of Customs and Excise": a comma left over begins an apposition.
        if let comma = segments[0].first(where: { phrases.isOne($0, of: [","]) && !isInName($0) }),
            !phrases.isOne(and - 1, of: [","]), names(endingAt: comma) == nil || !endsInName(segments[segments.count - 1])
        {
            return nil
        }
        guard segments.allSatisfy({ !$0.isEmpty }) else { return nil }
        let heads = segments.map(part)
        guard heads.allSatisfy({ $0 != nil }) else { return nil }
        let parts = heads.compactMap { $0 }
        // "voters in states like Ohio, Michigan and Iowa": what follows belongs to the first one's "in".
        if case .nominal(let nominal) = parts[0], nameIndices(in: nominal.head..<segments[0].upperBound).isEmpty == false { return nil }
        let areNames = parts.filter { if case .name = $0 { true } else { false } }.count
        // "the board and the union" are two, "officials and residents" one phrase.
        let areFull = segments.allSatisfy { startsPhrase($0) && !isPluralPhrase($0) }
        guard areNames > 0 || areFull else { return nil }
        // "residents and Brandt" is joint; "Trump supporters and aides" is one phrase.
        guard segments.enumerated().allSatisfy({ $0.offset == 0 || startsPhrase($0.element) }) else { return nil }
        // "John Venn, a lawyer and former judge": and belongs to the role.
        if let first = segments.first, first.count > 1, isWithinApposition(and, in: source) { return nil }
        return parts
    }

    /// Up to ", like", ", including" and the like.
    private func withoutExamples(_ source: Range<Int>) -> Range<Int> {
        let mark = source.dropFirst().first { index in
            phrases.isOne(index, of: [","])
                && phrases.isOne(index + 1, of: ["like", "including", "such", "especially", "among", "notably", "which", "who"])
        }
        return source.lowerBound..<(mark ?? source.upperBound)
    }

    private func lastAnd(in source: Range<Int>) -> Int? {
        source.dropFirst().last { index in
            (phrases.isOne(index, of: ["and", "&"]) || phrases.isOne(index, of: ["with"]) && phrases.isOne(index - 1, of: ["together", "along"]))
                && !isInName(index) && index + 1 < source.upperBound
                && (startsPhrase(trimmed(index + 1..<source.upperBound)))
        } ?? commaOthers(in: source)
    }

    /// "Brandt, others" in headlines.
    private func commaOthers(in source: Range<Int>) -> Int? {
        source.dropFirst().last { phrases.isOne($0, of: [","]) && phrases.isOne($0 + 1, of: ["others"]) }
    }

    /// Whether some words can be a whole phrase of their own: with a name, a determiner or a plural at the front.
    private func startsPhrase(_ words: Range<Int>) -> Bool {
        guard let first = words.first else { return false }
        let kind = phrases.classes(first)
        if kind.contains(.determiner) || kind.contains(.possessive) || phrases.isOne(first, of: ["others"]) { return true }
        if isPluralPhrase(words) { return true }
        if phrases.isOne(first, of: SourceReader.personal) { return true }
        // A name, with a role before it or none.
        return nameIndices(in: words).contains { names[$0].whole.lowerBound <= first && !names[$0].isModifier }
    }

    /// "leaders of the assembly": a plural without determiner.
    private func isPluralPhrase(_ words: Range<Int>) -> Bool {
        guard let head = head(of: words), head - words.lowerBound <= 2 else { return false }
        let kind = phrases.classes(head)
        return kind.contains(.people) && !kind.contains(.person)
    }

    private func isNameOrPhrase(_ words: Range<Int>) -> Bool { !words.isEmpty && startsPhrase(words) }

    /// "Venn, a dentist" or "Venn, of the Harbour Trust".
    private func isApposition(_ words: Range<Int>, before comma: Int) -> Bool {
        guard let name = names(endingAt: comma) else { return false }
        if names[name].roleAfter.map({ $0.lowerBound <= words.lowerBound + 1 && $0.upperBound >= words.upperBound }) == true {
            // "Venn, the mayor and the clerk": the longer the list, the less it is one.
            return phrases.isOne(words.lowerBound, of: ["a", "an", "the"]) || nameIndices(in: words).isEmpty
        }
        return false
    }

    private func isWithinApposition(_ index: Int, in source: Range<Int>) -> Bool {
        guard let comma = (source.lowerBound..<index).first(where: { phrases.isOne($0, of: [",", "—", "–"]) && !isInName($0) })
        else { return false }
        guard let name = names(endingAt: comma) else { return false }
        if names[name].personEvidence > 0, names[name].roleAfter?.lowerBound == comma + 1 || phrases.isOne(comma + 1, of: ["a", "an", "the"]) {
            let rest = trimmed(index + 1..<source.upperBound)
            let isPerson = nameIndices(in: rest).contains { names[$0].personEvidence > 2 && names[$0].whole.lowerBound <= rest.lowerBound }
            if !isPerson { return true }
        }
        // What follows the "and" must be a name without a role noun between, else it goes on describing.
        let rest = trimmed(index + 1..<source.upperBound)
        let isNamed = nameIndices(in: rest).contains { names[$0].whole.lowerBound <= rest.lowerBound && !names[$0].isModifier }
        if isNamed, !phrases.isOne(comma + 1, of: ["who", "which"]) {
            return names[name].roleAfter.map { $0.contains(index) && !phrases.isOne(index - 1, of: [","]) } == true
                && !endsInName(rest)
        }
        return true
    }

    private func endsInName(_ words: Range<Int>) -> Bool {
        nameIndices(in: words).contains { names[$0].name.upperBound == words.upperBound && names[$0].personEvidence > 0 }
    }

    // MARK: One

    /// Whom some words without "and" are about.
    private func part(_ words: Range<Int>) -> SourcePart? {
        guard let first = words.first else { return nil }
        if words.count == 1, let pronoun = pronoun(at: first) { return pronoun }
        let core = core(of: words)
        if let name = headName(in: core) ?? apposedName(to: core, in: words) { return .name(name) }
        // "…, most of whom", "one of whom", "whose leaders".
        if let whom = words.first(where: { phrases.isOne($0, of: ["whom"]) }) { return .relative(whom) }
        return nominal(core, of: words)
    }

    /// Up to the first comma, bracket, dash or relative clause.
    private func core(of words: Range<Int>) -> Range<Int> {
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
    private func headName(in core: Range<Int>) -> Int? {
        let inside = nameIndices(in: core).filter { !names[$0].isModifier || names[$0].name.upperBound >= core.upperBound }
        guard !inside.isEmpty else { return nil }
        if let last = inside.last, names[last].name.upperBound >= core.upperBound || isFollowedByClause(last, core) {
            // Only a role or adjectives lead up to it: in "a spokesman for Brandt" it is somebody else's.
            let before = core.lowerBound..<max(core.lowerBound, names[last].whole.lowerBound)
            if isOnlyDeterminer(before) { return last }
        }
        if let first = inside.first, names[first].whole.lowerBound <= core.lowerBound || isOnlyDeterminer(core.lowerBound..<names[first].whole.lowerBound) {
            let next = names[first].name.upperBound
            if next < core.upperBound, !phrases.classes(next).isDisjoint(with: [.preposition, .verb, .function, .pronoun]) {
                return first
            }
            // A source that runs on into words that are no noun: "Brandt himself".
            if next < core.upperBound, phrases.isMark(next) { return first }
        }
        return nil
    }

    /// "Norrland's chief executive, Mara Venn,"
    private func apposedName(to core: Range<Int>, in words: Range<Int>) -> Int? {
        nameIndices(in: core.upperBound..<words.upperBound).first { index in
            guard let role = names[index].roleBefore, role.upperBound == core.upperBound else { return false }
            return role.lowerBound <= core.lowerBound || isOnlyDeterminer(core.lowerBound..<role.lowerBound)
        } ?? lastName(behind: core, in: words)
    }

    /// "The group that owns the ferry, Brightwater,": nothing but a name behind the comma.
    private func lastName(behind core: Range<Int>, in words: Range<Int>) -> Int? {
        let rest = trimmed(core.upperBound..<words.upperBound)
        guard let index = nameIndices(in: rest).first, names[index].name == rest, !isInName(core.upperBound - 1),
            phrases.isOne(core.lowerBound, of: ["the"]) || (core.contains { phrases.isPossessiveMark($0) }),
            !rest.contains(where: { phrases.classes($0).contains(.place) })
        else { return nil }
        return index
    }

    private func isFollowedByClause(_ name: Int, _ core: Range<Int>) -> Bool {
        let next = names[name].name.upperBound
        return next < core.upperBound && phrases.isOne(next, of: ["who", "which", "that", "himself", "herself", "itself", "too", "also"])
    }

    private func isOnlyDeterminer(_ words: Range<Int>) -> Bool {
        words.allSatisfy { index in
            !phrases.classes(index).isDisjoint(with: [.determiner, .adjective, .quantity, .title]) || isAdjectival(index)
                || phrases.isAbbreviationStop(index)
                || isOwner(index)
        }
    }

    /// "NASA's" of "NASA's Steve Clarke".
    private func isOwner(_ index: Int) -> Bool {
        if phrases.isPossessiveMark(index) || phrases.isPossessiveMark(index - 1) { return true }
        let name = names.partitioningIndex { $0.name.upperBound > index }
        return name < names.count && names[name].name.contains(index) && names[name].isModifier
    }

    /// "the conservative-leaning", "nonpartisan": a word in lower case that is no noun for somebody.
    private func isAdjectival(_ index: Int) -> Bool {
        phrases.isHyphen(index) || phrases.token(index).shape == .digits
            || phrases.token(index).shape == .lower && phrases.classes(index).isDisjoint(with: [.preposition, .function, .verb, .pronoun])
                && phrases.classes(index).isDisjoint(with: .sourceNoun)
    }

    private func nominal(_ core: Range<Int>, of words: Range<Int>) -> SourcePart? {
        guard let head = head(of: core) else { return nil }
        let kind = phrases.classes(head)
        let first = core.lowerBound
        let core = core.lowerBound..<phraseEnd(core, head)
        let hasDeterminer = phrases.classes(first).contains(.determiner)
        var start = first
        if hasDeterminer, !phrases.classes(first).contains(.possessive), !phrases.classes(first).contains(.quantity), start < head { start += 1 }
        let isCapital = phrases.token(head).isCapitalised && head > first && !hasDeterminer
        let form = phrases.form(head)
        let isPlural =
            (kind.contains(.people) && !kind.contains(.person)) || (kind.isDisjoint(with: .sourceNoun) && form.hasSuffix("s") && !form.hasSuffix("ss"))
        let isMany = phrases.isManyPeople(head)
        return .nominal(
            Nominal(
                phrase: core,
                head: head,
                start: start,
                isDefinite: phrases.isOne(first, of: ["the", "this", "that", "these", "those", "both"]) || isCapital && !isPlural
                    || (first..<head).contains { phrases.isPossessiveMark($0) },
                isPlural: isPlural || isMany
            )
        )
    }

    /// Without "in April", "on Monday" and a dangling "who" at the end.
    private func phraseEnd(_ core: Range<Int>, _ head: Int) -> Int {
        var end = core.upperBound
        while end > head + 1 {
            let last = end - 1
            let kind = phrases.classes(last)
            let isTime = kind.contains(.calendar) || phrases.token(last).shape == .digits && phrases.token(last).range.count == 4
            if isTime, last - 1 > head, phrases.classes(last - 1).contains(.preposition) {
                end -= 2
            } else if !kind.isDisjoint(with: [.function, .pronoun, .preposition]), !isInName(last),
                !phrases.isOne(last - 1, of: ["of"])
            {
                end -= 1
            } else if phrases.isMark(last), !phrases.isQuote(last), !phrases.isAbbreviationStop(last) {
                end -= 1
            } else {
                break
            }
        }
        return end
    }

    /// The noun that a phrase is about: the last before the first "of", "who" or verb.
    private func head(of core: Range<Int>) -> Int? {
        var last: Int?
        var noun: Int?
        for index in core {
            let isStart = index == core.lowerBound
            let kind = phrases.classes(index)
            if phrases.isMark(index) { continue }
            if phrases.form(index) == "s", index > core.lowerBound, phrases.isPossessiveMark(index - 1) {
                noun = nil
                continue
            }
            let isBoundary =
                !kind.isDisjoint(with: [.preposition, .function, .verb]) && kind.isDisjoint(with: [.adjective])
                && !isInName(index) && !(kind.contains(.determiner) && isStart)
            if isBoundary, last != nil { break }
            if kind.contains(.determiner), isStart, core.count > 1, !kind.contains(.quantity) { continue }
            last = index
            if !kind.isDisjoint(with: .sourceNoun) { noun = index }
        }
        return noun ?? last
    }

    // MARK: Names by place

    /// The names that begin inside some words.
    func nameIndices(in words: Range<Int>) -> Range<Int> {
        let first = names.partitioningIndex { $0.name.lowerBound >= words.lowerBound }
        let end = names.partitioningIndex { $0.name.lowerBound >= words.upperBound }
        return first..<max(first, end)
    }

    private func names(endingAt token: Int) -> Int? {
        let index = names.partitioningIndex { $0.name.upperBound >= token }
        return index < names.count && names[index].name.upperBound == token ? index : nil
    }

    private func isInName(_ token: Int) -> Bool {
        let index = names.partitioningIndex { $0.name.upperBound > token }
        return index < names.count && names[index].name.contains(token)
    }
}
