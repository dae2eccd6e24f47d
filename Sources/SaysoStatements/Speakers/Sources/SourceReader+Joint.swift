extension SourceReader {
    /// "Venn and Brandt", "the board, the union and Mara Venn", "Venn and two others".
    func joint(_ source: Range<Int>) -> [SourcePart]? {
        var source = withoutExamples(source)
        if phrases.isOne(source.lowerBound, of: ["both"]), source.count > 2 {
            source = source.lowerBound + 1..<source.upperBound
        }
        guard source.count >= 3, let and = lastAnd(in: source) else { return nil }
        var segments = [trimmed(and + 1..<source.upperBound)]
        var left = source.lowerBound..<and
        if phrases.isOne(and - 1, of: ["together", "along"]) { left = source.lowerBound..<and - 1 }
        guard !left.isEmpty else { return nil }
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
            !phrases.isOne(and - 1, of: [","]),
            names(endingAt: comma) == nil || !endsInName(segments[segments.count - 1])
        {
            return nil
        }
        guard segments.allSatisfy({ !$0.isEmpty }) else { return nil }
        let heads = segments.map(part)
        guard heads.allSatisfy({ $0 != nil }) else { return nil }
        let parts = heads.compactMap { $0 }
        // "voters in states like Ohio, Michigan and Iowa": what follows belongs to the first one's "in".
        if case .nominal(let nominal) = parts[0],
            nameIndices(in: nominal.head..<segments[0].upperBound).isEmpty == false
        {
            return nil
        }
        let areNames = parts.filter { if case .name = $0 { true } else { false } }.count
        // "the board and the union" are two, "officials and residents" one phrase.
        let areFull = segments.allSatisfy { startsPhrase($0) && !isPluralPhrase($0) }
        guard areNames > 0 || areFull else { return nil }
        // "residents and Brandt" is joint; "Brandt supporters and aides" is one phrase.
        guard segments.enumerated().allSatisfy({ $0.offset == 0 || startsPhrase($0.element) }) else {
            return nil
        }
        // "John Venn, a lawyer and former judge": and belongs to the role.
        if let first = segments.first, first.count > 1, isWithinApposition(and, in: source) { return nil }
        return parts
    }

    /// Up to ", like", ", including" and the like.
    func withoutExamples(_ source: Range<Int>) -> Range<Int> {
        let mark = source.dropFirst().first { index in
            phrases.isOne(index, of: [","])
                && phrases.isOne(
                    index + 1,
                    of: ["like", "including", "such", "especially", "among", "notably", "which", "who"]
                )
        }
        return source.lowerBound..<(mark ?? source.upperBound)
    }

    func lastAnd(in source: Range<Int>) -> Int? {
        source.dropFirst().last { index in
            (phrases.isOne(index, of: ["and", "&"])
                || phrases.isOne(index, of: ["with"]) && phrases.isOne(index - 1, of: ["together", "along"]))
                && !isInName(index) && index + 1 < source.upperBound
                && (startsPhrase(trimmed(index + 1..<source.upperBound)))
        } ?? commaOthers(in: source)
    }

    /// "Brandt, others" in headlines.
    func commaOthers(in source: Range<Int>) -> Int? {
        source.dropFirst().last { phrases.isOne($0, of: [","]) && phrases.isOne($0 + 1, of: ["others"]) }
    }

    /// Whether some words can be a whole phrase of their own: with a name, a determiner or a plural at the front.
    func startsPhrase(_ words: Range<Int>) -> Bool {
        guard let first = words.first else { return false }
        let kind = phrases.classes(first)
        if kind.contains(.determiner) || kind.contains(.possessive) || phrases.isOne(first, of: ["others"]) {
            return true
        }
        if isPluralPhrase(words) { return true }
        if phrases.isOne(first, of: SourceReader.personal) { return true }
        // A name, with a role before it or none.
        return nameIndices(in: words).contains {
            names[$0].whole.lowerBound <= first && !names[$0].isModifier
        }
    }

    /// "leaders of the assembly": a plural without determiner.
    func isPluralPhrase(_ words: Range<Int>) -> Bool {
        guard let head = head(of: words), head - words.lowerBound <= 2 else { return false }
        let kind = phrases.classes(head)
        return kind.contains(.people) && !kind.contains(.person)
    }

    func isNameOrPhrase(_ words: Range<Int>) -> Bool { !words.isEmpty && startsPhrase(words) }

    /// "Venn, a dentist" or "Venn, of the Harbour Trust".
    func isApposition(_ words: Range<Int>, before comma: Int) -> Bool {
        guard let name = names(endingAt: comma) else { return false }
        if names[name].roleAfter.map({
            $0.lowerBound <= words.lowerBound + 1 && $0.upperBound >= words.upperBound
        }) == true {
            // "Venn, the mayor and the clerk": the longer the list, the less it is one.
            return phrases.isOne(words.lowerBound, of: ["a", "an", "the"]) || nameIndices(in: words).isEmpty
        }
        return false
    }

    func isWithinApposition(_ index: Int, in source: Range<Int>) -> Bool {
        guard
            let comma = (source.lowerBound..<index).first(where: {
                phrases.isOne($0, of: [",", "—", "–"]) && !isInName($0)
            })
        else { return false }
        guard let name = names(endingAt: comma) else { return false }
        if names[name].personEvidence > 0,
            names[name].roleAfter?.lowerBound == comma + 1
                || phrases.isOne(comma + 1, of: ["a", "an", "the"])
        {
            let rest = trimmed(index + 1..<source.upperBound)
            let isPerson = nameIndices(in: rest).contains {
                names[$0].personEvidence > 2 && names[$0].whole.lowerBound <= rest.lowerBound
            }
            if !isPerson { return true }
        }
        // What follows the "and" must be a name without a role noun between, else it goes on describing.
        let rest = trimmed(index + 1..<source.upperBound)
        let isNamed = nameIndices(in: rest).contains {
            names[$0].whole.lowerBound <= rest.lowerBound && !names[$0].isModifier
        }
        if isNamed, !phrases.isOne(comma + 1, of: ["who", "which"]) {
            return names[name].roleAfter.map { $0.contains(index) && !phrases.isOne(index - 1, of: [","]) }
                == true
                && !endsInName(rest)
        }
        return true
    }

    func endsInName(_ words: Range<Int>) -> Bool {
        nameIndices(in: words).contains {
            names[$0].name.upperBound == words.upperBound && names[$0].personEvidence > 0
        }
    }
}
