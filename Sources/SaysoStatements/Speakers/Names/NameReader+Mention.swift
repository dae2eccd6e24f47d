extension NameReader {
    /// The name in a run of words with capitals, apart from the titles before it.
    ///
    /// - Returns: nil when the run is no name: "the Foreign Minister", "President".
    func mention(in run: Range<Int>) -> NameMention? {
        let start = afterPlace(run) ?? nameStart(in: run)
        guard start < run.upperBound, var mention = mention(named: start..<run.upperBound, in: run) else {
            return nil
        }
        // "Russian" or "Democratic" alone describe something.
        let kind = phrases.classes(start)
        if mention.words.count == 1, kind.contains(.generic) { return nil }
        // "Q:" and "A:" are labels, not names.
        if mention.words[0].utf8.count == 1, mention.words.count == 1,
            phrases.isOne(run.upperBound, of: [":"])
        {
            return nil
        }
        if mention.words.count == 1, kind.contains(.adjective),
            kind.isDisjoint(with: [.person, .givenName, .place]),
            phrases.token(start).shape == .title
        {
            return nil
        }
        mention.isShouted = isShouting
        return mention
    }

    /// A name of which its place is known.
    ///
    /// - Parameters:
    ///   - name: its tokens.
    ///   - run: the words with capitals that it is part of, titles first.
    /// - Returns: nil when there is no word in it.
    func mention(named name: Range<Int>, in run: Range<Int>? = nil) -> NameMention? {
        let run = run ?? name
        let start = name.lowerBound
        var mention = NameMention(name: name, words: words(of: name))
        guard !mention.words.isEmpty else { return nil }
        if start > run.lowerBound, !isSplit(start, run) {
            let isPlaced = afterPlace(run) == start
            let last = isPlaced ? run.lowerBound - 2 : start - 1
            let first = phrases.start(ofPhraseEndingAt: last, least: sentence.lowerBound)
            mention.roleBefore = min(first, run.lowerBound)..<start
            mention.personEvidence += phrases.classes(start - 1).contains(.organisation) && !isPlaced ? 1 : 3
        } else {
            mention.roleBefore = roleBefore(start)
        }
        readName(&mention, in: run)
        readNeighbours(&mention)
        return mention
    }

    func readName(_ mention: inout NameMention, in run: Range<Int>) {
        let name = mention.name
        let words = name.filter { !phrases.isMark($0) }
        guard let first = words.first, let last = words.last else { return }
        let firstKind = phrases.classes(first)
        var evidence = 0
        if firstKind.contains(.givenName) {
            evidence += words.count > 1 ? 3 : 1
            if firstKind.contains(.masculine) != firstKind.contains(.feminine) {
                mention.gender += firstKind.contains(.masculine) ? 1 : -1
            }
        }
        if phrases.classes(last).contains(.suffix), words.count > 1 { evidence += 2 }
        if phrases.classes(last).contains(.institution) { evidence -= words.count > 1 ? 4 : 3 }
        if phrases.classes(last).contains(.legalForm), words.count > 1 { evidence -= 4 }
        if name.contains(where: { phrases.isOne($0, of: ["of", "for", "&"]) }) { evidence -= 3 }
        if words.count > 1, words.dropFirst().contains(where: { phrases.isOne($0, of: ["the", "and"]) }) {
            evidence -= 2
        }
        let isAcronym =
            phrases.token(first).shape == .upper && !isShouting && mention.words[0].utf8.count <= 6
        if words.count == 1, isAcronym { evidence -= 3 }
        if name.count > 3, mention.words.count == 1, phrases.isOne(name.lowerBound + 1, of: ["."]) {
            evidence -= 3
        }
        if words.count == 1, firstKind.contains(.place) { evidence -= 3 }
        if words.count > 1, phrases.classes(last).contains(.place), !firstKind.contains(.givenName) {
            evidence -= 2
        }
        if (2...3).contains(words.count), !firstKind.contains(.place) {
            // "Northline Ferries" is rather a firm.
            evidence += mention.words[mention.words.count - 1].hasSuffix("s") && evidence <= 0 ? -1 : 1
        }
        for index in mention.roleBefore ?? 0..<0 {
            let kind = phrases.classes(index)
            if phrases.isOne(index, of: ["mr", "sir", "lord"]) { mention.gender += 3 }
            if phrases.isOne(index, of: ["mrs", "ms", "miss", "dame", "lady"]) { mention.gender -= 3 }
            if kind.contains(.masculine), kind.contains(.person) { mention.gender += 2 }
            if kind.contains(.feminine), kind.contains(.person) { mention.gender -= 2 }
        }
        mention.personEvidence += evidence
    }

    /// The role that ends right before a name: "company CEO", "the event organizer".
    func roleBefore(_ name: Int) -> Range<Int>? {
        var last = name - 1
        guard sentence.contains(last), phrases.token(name).isSpaced else { return nil }
        // "a woman named Venn", "Norrland's chief executive, Mara Venn,", "His lawyer is Oskar Thiel."
        if phrases.isOne(last, of: ["named", "called", ",", "is", "was"]), last > sentence.lowerBound {
            if phrases.isOne(last, of: [",", "is", "was"]), !isClosed(name) { return nil }
            let head = last - 1
            let kind = phrases.classes(head)
            guard !phrases.isMark(head) else { return nil }
            var start = phrases.start(ofPhraseEndingAt: head, least: sentence.lowerBound)
            var noun = kind
            // "The head of the board, Noor Haddon,"
            var link = start - 1
            if sentence.contains(link), phrases.classes(link).contains(.determiner) { link -= 1 }
            if sentence.contains(link - 1), phrases.isOne(link, of: ["of", "at", "for"]) {
                start = phrases.start(ofPhraseEndingAt: link - 1, least: sentence.lowerBound)
                noun = phrases.classes(link - 1)
            }
            guard !noun.isDisjoint(with: [.person, .organisation, .people]),
                noun.isDisjoint(with: [.verb, .function, .preposition])
            else { return nil }
            let isDetermined =
                phrases.classes(start).contains(.possessive)
                || sentence.contains(start - 1) && phrases.classes(start - 1).contains(.determiner)
                || (start..<head).contains { phrases.isPossessiveMark($0) }
            return isDetermined ? start..<last : nil
        }
        if phrases.isQuote(last), phrases.token(last).quotation == .closes { last -= 1 }
        guard sentence.contains(last), !phrases.isMark(last) else { return nil }
        let kind = phrases.classes(last)
        // "her brother-in-law Karl Dunmore"
        if phrases.isOne(last, of: ["law"]), phrases.isHyphen(last - 1), last - 4 >= sentence.lowerBound {
            return phrases.start(ofPhraseEndingAt: last - 4, least: sentence.lowerBound)..<name
        }
        let hasSurname =
            sentence.contains(name + 1) && phrases.token(name + 1).isCapitalised
            && phrases.token(name + 1).isSpaced
        if kind.isEmpty, isTrade(last), hasSurname { return last..<name }
        guard !kind.isDisjoint(with: [.person, .organisation]),
            kind.isDisjoint(with: [.function, .preposition, .pronoun])
        else { return nil }
        let start = phrases.start(ofPhraseEndingAt: last, least: sentence.lowerBound)
        // "told police Brandt": a bare noun after a verb is rather its object, but "said spokesman Brandt" is not.
        return start..<name
    }

    /// Whether a word that no list has stands where a trade would: "said glazier Mara Venn".
    func isTrade(_ index: Int) -> Bool {
        let form = phrases.form(index)
        guard phrases.token(index).shape == .lower, form.utf8.count > 3 else { return false }
        guard !["ed", "ing", "ly"].contains(where: form.hasSuffix) else { return false }
        guard sentence.contains(index - 1) else { return false }
        return phrases.isMark(index - 1)
            || !phrases.classes(index - 1).isDisjoint(with: [.verb, .preposition])
    }

    /// Whether a comma or the sentence's end follows the name that begins at a token.
    func isClosed(_ name: Int) -> Bool {
        guard let end = run(at: name)?.upperBound else { return false }
        return !sentence.contains(end) || phrases.isOne(end, of: [",", ".", ":", "—", "–"])
    }

    static let lands: Set<String> = [
        "island", "islands", "kingdom", "republic", "country", "city", "town", "village", "state", "province",
        "port",
        "county", "nation", "duchy", "principality", "district",
    ]

    func readNeighbours(_ mention: inout NameMention) {
        let name = mention.name
        if let role = mention.roleBefore, mention.personEvidence < 3 || name.lowerBound > role.upperBound,
            let last = role.last(where: { !phrases.isMark($0) })
        {
            let kind = phrases.classes(last)
            if kind.contains(.person) {
                mention.personEvidence += kind.contains(.organisation) ? 1 : 3
            } else if kind.contains(.organisation) {
                mention.personEvidence -= 3
            }
        }
        // "the island of Great Sorrel", "the kingdom of Ellery"
        let before = name.lowerBound - 1
        if phrases.isOne(before, of: ["of"]), phrases.isOne(before - 1, of: Self.lands) {
            mention.personEvidence -= 4
        }
        if mention.roleBefore == nil, phrases.isOne(before, of: ["the"]) { mention.personEvidence -= 2 }
        var next = name.upperBound
        mention.isModifier = phrases.isPossessiveMark(next) || phrases.isHyphen(next)
        next = phrases.afterPossessive(next)
        // "Ellery and Tamsin sign": behind two names it is rather their verb.
        let isPair = phrases.isOne(before, of: ["and"])
        let noun: WordClass = isPair ? [.person, .people, .organisation] : .sourceNoun
        if next < sentence.upperBound, !phrases.isMark(next), phrases.token(next).shape == .lower,
            !phrases.classes(next).isDisjoint(with: noun),
            phrases.classes(next).isDisjoint(with: [.verb, .function, .preposition])
        {
            mention.isModifier = true
        }
        if mention.isModifier, mention.personEvidence <= 0, mention.roleBefore?.upperBound == name.lowerBound
        {
            mention.roleBefore = nil
        }
        mention.isReplaced = phrases.isOne(
            mention.whole.lowerBound - 1,
            of: ["succeeded", "succeeds", "replaced", "replaces", "replacing"]
        )
        if phrases.isOne(next, of: [","]) { next += 1 }
        if phrases.isOne(next, of: ["who", "whose"]) { mention.personEvidence += 2 }
        // Whoever has the word in a transcript is somebody.
        if phrases.isOne(next, of: [":"]), phrases.token(name.lowerBound).shape == .upper {
            mention.personEvidence += 2
        }
        if phrases.isOne(next, of: ["which"]), next > name.upperBound { mention.personEvidence -= 2 }
        guard !mention.isModifier,
            let role = phrases.apposition(after: name.upperBound, in: sentence)
                ?? phrases.complement(after: name.upperBound, in: sentence)
        else { return }
        mention.roleAfter = role.range
        mention.personEvidence += role.isPerson ? 3 : -3
        for index in role.range {
            let kind = phrases.classes(index)
            guard kind.contains(.person), kind.contains(.masculine) != kind.contains(.feminine) else {
                continue
            }
            mention.gender += kind.contains(.masculine) ? 2 : -2
            break
        }
    }
}
