extension NameReader {
    /// Whether an organisation's name ends right before a person's, with a comma lost between.
    func isSplit(_ start: Int, _ run: Range<Int>) -> Bool {
        phrases.classes(start - 1).contains(.institution) && !phrases.classes(start - 1).contains(.title)
            && phrases.classes(start).contains(.givenName)
    }

    /// Behind "Britain" in "the ambassador to Britain Mara Venn".
    func afterPlace(_ run: Range<Int>) -> Int? {
        let before = run.lowerBound - 2
        guard sentence.contains(before), phrases.isOne(before + 1, of: ["to", "of", "for", "in"]),
            phrases.classes(before).contains(.person), phrases.classes(run.lowerBound).contains(.place),
            run.count > 2,
            phrases.token(run.lowerBound + 1).isSpaced,
            phrases.classes(run.lowerBound + 1).isDisjoint(with: [.place, .institution])
        else { return nil }
        return run.lowerBound + 1
    }

    /// Where the name begins behind titles: all of a run may be titles.
    func nameStart(in run: Range<Int>) -> Int {
        // "the Justice Department", "Bank of Norrland": a title among an organisation's words is none.
        let lastWord = run.last { !phrases.isMark($0) } ?? run.lowerBound
        let lastInstitution = run.last { phrases.classes($0).contains(.institution) } ?? -1
        var start = run.lowerBound
        // "Deckhand Joss Averin"
        let isFirstName = start + 1 < run.upperBound && phrases.classes(start + 1).contains(.givenName)
        if start == sentence.lowerBound || isFirstName, run.count > 1,
            phrases.classes(start).contains(.person),
            phrases.classes(start).isDisjoint(with: [.givenName, .institution, .title]),
            phrases.token(start + 1).isSpaced
        {
            start += 1
        }
        for index in run where isTitle(index) {
            guard index >= start, index > lastInstitution || !phrases.classes(lastWord).contains(.institution)
            else { continue }
            start = afterOffice(index, in: run)
        }
        if start == run.lowerBound, isBare(run) { return run.upperBound }
        if start > run.lowerBound, start < run.upperBound, isBare(start..<run.upperBound),
            !phrases.classes(start).contains(.givenName)
        {
            return run.upperBound
        }
        if start == run.lowerBound, lastInstitution < run.lowerBound { return afterAdjectives(run) }
        return start
    }

    func isTitle(_ index: Int) -> Bool {
        let kind = phrases.classes(index)
        guard kind.contains(.title), !phrases.isPossessiveMark(index + 1) else { return false }
        // "Justice", "Major" or "Baby" may be somebody's name: after a first name they are.
        let before = index - 1
        if sentence.contains(before), phrases.classes(before).contains(.givenName),
            phrases.token(before).isCapitalised, phrases.token(index).isSpaced
        {
            return false
        }
        return true
    }

    /// Behind a title, its full stop, and "of State" or "General" after it.
    func afterOffice(_ title: Int, in run: Range<Int>) -> Int {
        var end = title + 1
        if end < run.upperBound, phrases.isOne(end, of: ["."]) { end += 1 }
        if end < run.upperBound, phrases.isOne(end, of: ["of", "for"]) {
            var last: Int?
            var index = end + 1
            while index < run.upperBound, index - end < 6 {
                if phrases.classes(index).contains(.office) { last = index }
                index += 1
            }
            if let last { end = last + 1 }
        }
        if end < run.upperBound, phrases.isOne(end, of: ["general", "elect", "emeritus"]) { end += 1 }
        return end
    }

    /// Whether some words are titles, offices and adjectives, and no name.
    func isBare(_ words: Range<Int>) -> Bool {
        var hasNoun = false
        for index in words where !phrases.isMark(index) {
            let kind = phrases.classes(index)
            if kind.contains(.givenName) || kind.contains(.institution) || kind.contains(.place) {
                return false
            }
            if phrases.isOne(index, of: ["of", "the", "and", "for"]) { continue }
            guard !kind.isDisjoint(with: [.title, .person, .people, .adjective, .office]) else {
                return false
            }
            hasNoun = hasNoun || !kind.isDisjoint(with: [.person, .people, .title])
        }
        return hasNoun
    }

    /// Behind words such as "Russian" or "BBC" before a first name.
    func afterAdjectives(_ run: Range<Int>) -> Int {
        var index = run.lowerBound
        while index + 2 < run.upperBound {
            let kind = phrases.classes(index)
            let isAcronym = phrases.token(index).shape == .upper && !isShouting
            guard kind.contains(.adjective) || isAcronym, !kind.contains(.givenName) else { break }
            index += 1
        }
        guard index > run.lowerBound, phrases.classes(index).contains(.givenName) else {
            return run.lowerBound
        }
        return index
    }
}
