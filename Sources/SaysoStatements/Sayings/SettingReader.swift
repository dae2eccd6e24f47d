/// Where or through what something was said, and to whom.
struct Setting {
    /// Phrases with their prepositions; UTF-8 offsets in the article's text.
    var medium: [Range<Int>] = []
    /// Whom it was said to.
    var addressee: [Range<Int>] = []
}

/// Reads the settings of statements off the words around their cues.
///
/// Phrases with a word for a medium or an occasion count wherever they stand in the cue's clause; mere places
/// ("in Brussels") only where they follow the cue or open the sentence.
struct SettingReader {
    private let prose: Prose
    private let roles: Roles
    private let statement: Int
    private let cue: Range<Int>
    private let source: Range<Int>
    private let sentence: Range<Int>
    private let layer: Int32
    private let isUttered: Bool
    /// Tokens of the medium's phrases.
    private var media: [Range<Int>] = []
    private var addressee: Range<Int>?

    /// Words farther from the cue are not looked at.
    private static let reach = 120

    /// - Returns: nothing for a statement without a cue.
    static func setting(of statement: Int, _ statements: [Statement], _ roles: Roles, in prose: Prose)
        -> Setting
    {
        guard let cue = roles.cues[statement], !cue.isEmpty else { return Setting() }
        var reader = Self(statement, statements[statement], cue, roles, prose)
        reader.readBefore()
        reader.readAfter()
        return Setting(
            medium: reader.merged().map(prose.bytes),
            addressee: reader.addressee.map { [prose.bytes($0)] } ?? []
        )
    }

    private init(_ index: Int, _ statement: Statement, _ cue: Range<Int>, _ roles: Roles, _ prose: Prose) {
        self.prose = prose
        self.roles = roles
        self.statement = index
        self.cue = cue
        let whole = prose.sentences[prose.sentence(of: cue.lowerBound)].tokens
        sentence =
            max(
                whole.lowerBound,
                cue.lowerBound - Self.reach
            )..<min(whole.upperBound, cue.upperBound + Self.reach)
        source = statement.source.first.map { prose.tokens(in: $0) } ?? cue.lowerBound..<cue.lowerBound
        layer = roles.owners[cue.lowerBound]
        isUttered = statement.saying.kind.isUttered
    }

    /// Whether a token is free: in no other content, and no part of a source.
    private func isFree(_ token: Int) -> Bool {
        roles.owners[token] == layer && !source.contains(token)
            && (roles.reporters[token] < 0 || roles.reporters[token] == Int32(statement))
    }

    /// Whether a token belongs to another statement's source or cue.
    private func isForeign(_ token: Int) -> Bool {
        roles.owners[token] == layer && roles.reporters[token] >= 0
            && roles.reporters[token] != Int32(statement)
            && !source.contains(token) && !cue.contains(token)
    }

    /// Where free words end.
    private func end(of start: Int) -> Int {
        var end = start
        while end < sentence.upperBound, isFree(end) { end += 1 }
        return end
    }

    private mutating func readBefore() {
        var token = sentence.lowerBound
        var isForeignClause = false
        // What opens the sentence, and what follows "speaking", may be a mere place.
        var isOpen = true
        while token < cue.lowerBound {
            defer { token += 1 }
            guard !isForeign(token) else {
                if token < source.lowerBound { media = [] }
                isForeignClause = token >= source.lowerBound
                isOpen = false
                continue
            }
            guard isFree(token), !isForeignClause else {
                isOpen = false
                continue
            }
            let end = min(end(of: token), cue.lowerBound)
            if SettingWords.appearances.contains(prose.form(token)) {
                isOpen = true
                if let listener = listener(at: token + 1, before: end) {
                    addressee = listener
                    token = listener.upperBound - 1
                }
            } else if let phrase = phrase(at: token, before: end, mayBePlace: isOpen) {
                let isClosed =
                    phrase.upperBound >= cue.lowerBound || !isFree(phrase.upperBound)
                    || prose.tokens[phrase.upperBound].shape == .punctuation
                    || prose.startsTime(phrase.upperBound, before: end)
                if isClosed { media.append(phrase) }
                token = phrase.upperBound - 1
            } else {
                isOpen = isOpen && isSkipped(token, before: end)
            }
        }
    }

    private mutating func readAfter() {
        var token = cue.lowerBound
        var isOpen = true
        var isCue = true
        while token < sentence.upperBound {
            defer { token += 1 }
            if isForeign(token) { return }
            guard isFree(token) else { continue }
            let end = end(of: token)
            let word = prose.form(token)
            if isCue, addressee == nil, cue.contains(token), isAddressing(word),
                let object = object(at: token + 1, before: end)
            {
                isCue = false
                token = object.upperBound - 1
            } else if addressee == nil, isOpen, let listener = listener(at: token, before: end) {
                addressee = listener
                token = listener.upperBound - 1
            } else if SettingWords.appearances.contains(word), !cue.contains(token) {
                isOpen = true
            } else if let phrase = phrase(
                at: token,
                before: end,
                mayBePlace: isOpen && token >= cue.lowerBound
            ) {
                media.append(phrase)
                token = phrase.upperBound - 1
            } else if !cue.contains(token) {
                isOpen = isOpen && isSkipped(token, before: end)
            }
        }
    }

    private func isAddressing(_ word: String) -> Bool {
        Lemmas.first(of: word) { SettingWords.addressing.contains($0) ? true : nil } ?? false
    }

    /// Whether a phrase may still stand in its place after a word: an adverb, a time, a comma.
    private func isSkipped(_ token: Int, before end: Int) -> Bool {
        let word = prose.form(token)
        return word.hasSuffix("ly") || word == "," || prose.tokens[token].shape == .digits
            || prose.startsTime(token, before: end) || prose.tokens[token].quotation == .closes
    }

    /// Takes the object of a verb like "told" as the addressee, or as the occasion: "told a news conference".
    private mutating func object(at start: Int, before end: Int) -> Range<Int>? {
        guard let phrase = joined(at: start, before: end) else { return nil }
        // An occasion or a medium, but not The Ferry Post.
        if NounPhrase.isMedium(phrase.head), !phrase.endsInName(in: prose),
            !SettingWords.audiences.contains(phrase.head)
        {
            media.append(extended(phrase, before: end))
            return media.last
        }
        guard isWhom(phrase) || prose.tokens[start].isCapitalised else { return nil }
        addressee = phrase.tokens
        return phrase.tokens
    }

    /// Whom "to" leads to: "to reporters", "to the court", but not "to say".
    private func listener(at start: Int, before end: Int) -> Range<Int>? {
        guard start < end, prose.form(start) == "to", let phrase = joined(at: start + 1, before: end),
            isWhom(phrase), !SettingWords.causes.contains(phrase.head),
            !SettingWords.platforms.contains(phrase.head),
            !NounPhrase.isMedium(phrase.head) || phrase.endsInName(in: prose)
                || SettingWords.audiences.contains(phrase.head)
        else { return nil }
        return phrase.tokens
    }

    /// Whether a phrase looks like people and not like a verb: it has a name or an article, or is a plural.
    private func isWhom(_ phrase: NounPhrase) -> Bool {
        let first = prose.form(phrase.tokens.lowerBound)
        return phrase.isName || SettingWords.determiners.contains(first)
            || SettingWords.objects.contains(first)
            || SettingWords.audiences.contains(phrase.head)
            || phrase.head.hasSuffix("s") && !phrase.head.hasSuffix("ss")
    }

    /// A phrase, with "of" and what follows it, and a second one that "and" joins to it.
    private func joined(at start: Int, before end: Int) -> NounPhrase? {
        guard var phrase = NounPhrase(at: start, before: end, in: prose) else { return nil }
        let of = phrase.tokens.upperBound
        if of < end, prose.form(of) == "of", let whole = NounPhrase(at: of + 1, before: end, in: prose) {
            phrase.extend(to: whole.tokens.upperBound)
        }
        let and = phrase.tokens.upperBound
        if and < end, prose.form(and) == "and", let second = NounPhrase(at: and + 1, before: end, in: prose),
            isWhom(second), second.tokens.upperBound < end
        {
            phrase.extend(to: second.tokens.upperBound)
        }
        return phrase
    }

    /// A phrase for a medium, an occasion or a place that begins with a preposition.
    private mutating func phrase(at start: Int, before end: Int, mayBePlace: Bool) -> Range<Int>? {
        let preposition = prose.form(start)
        guard start + 1 < end, SettingWords.prepositions.contains(preposition),
            !prose.startsTime(start, before: end),
            let phrase = NounPhrase(at: start + 1, before: end, in: prose),
            !SettingWords.placeless.contains(phrase.head),
            !SettingWords.degrees.contains(prose.form(start + 1))
        else { return nil }
        let isMedium = NounPhrase.isMedium(phrase.head)
        let isCue = cue.contains(start)
        let mayBePlace = mayBePlace && isUttered && (!isCue || phrase.isName)
        switch preposition {
        case "by":
            guard SettingWords.means.contains(phrase.head), !phrase.isDetermined(in: prose) else {
                return nil
            }
        case "near", "from", "inside", "outside", "aboard": guard mayBePlace, !isCue else { return nil }
        case "to": guard SettingWords.platforms.contains(phrase.head) else { return nil }
        case "via", "through", "at": guard isMedium || mayBePlace else { return nil }
        case "on", "in":
            guard
                isMedium || mayBePlace && phrase.endsInName(in: prose)
                    || preposition == "on" && phrase.head == "x"
            else { return nil }
        default: guard isMedium else { return nil }
        }
        return start..<extended(phrase, before: end).upperBound
    }

    /// A phrase with what belongs to it: "with Channel 4", "published on the ministry's website", "in Ohio"; and
    /// with the addressee of a letter taken off.
    private mutating func extended(_ phrase: NounPhrase, before end: Int) -> Range<Int> {
        var last = phrase.tokens.upperBound
        var head = phrase.head
        while last < end {
            let word = prose.form(last)
            if SettingWords.participles.contains(word), NounPhrase.isMedium(head) {
                last = clause(from: last, before: end)
                break
            }
            if word == "to", addressee == nil, SettingWords.addressed.contains(head),
                let listener = listener(at: last, before: end)
            {
                addressee = listener
                break
            }
            guard SettingWords.linking.contains(word), word != "to", !prose.startsTime(last, before: end),
                let next = NounPhrase(at: last + 1, before: end, in: prose), word != "for" || next.isName,
                !SettingWords.placeless.contains(next.head)
            else { break }
            last = next.tokens.upperBound
            head = next.head
        }
        return phrase.tokens.lowerBound..<last
    }

    /// Where a participle's clause ends: at a mark, a time, "that".
    private func clause(from start: Int, before end: Int) -> Int {
        var last = start + 1
        while last < end, !prose.startsTime(last, before: end) {
            if SettingWords.linking.contains(prose.form(last)) {
                guard let next = NounPhrase(at: last + 1, before: end, in: prose) else { break }
                last = next.tokens.upperBound
            } else if let next = NounPhrase(at: last, before: end, in: prose) {
                last = next.tokens.upperBound
            } else {
                break
            }
        }
        return last
    }

    /// The medium's phrases in order, those right after each other as one.
    private func merged() -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for phrase in media.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, last.upperBound >= phrase.lowerBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, phrase.upperBound)
            } else {
                merged.append(phrase)
            }
        }
        return merged
    }
}

extension NounPhrase {
    /// Whether it begins with an article, a possessive or a number.
    fileprivate func isDetermined(in prose: Prose) -> Bool {
        SettingWords.determiners.contains(prose.form(tokens.lowerBound))
    }

    /// Whether its last word is a name's.
    fileprivate func endsInName(in prose: Prose) -> Bool {
        isName && prose.tokens[tokens.upperBound - 1].shape != .lower
    }
}
