/// A run of words that names something, as far as that can be told without a grammar.
struct NounPhrase {
    /// Its tokens.
    private(set) var tokens: Range<Int>
    /// Its last word, in lower case: "interview" in "a long interview".
    let head: String
    /// Whether one of its words has a capital.
    let isName: Bool

    /// Reads a phrase; nil when none begins there.
    ///
    /// - Parameters:
    ///   - start: its first token.
    ///   - end: a token that it does not reach.
    ///   - prose: the article.
    init?(at start: Int, before end: Int, in prose: Prose) {
        if start < end, prose.isObject(start) {
            (tokens, head, isName) = (start..<start + 1, prose.form(start), false)
            return
        }
        var next = start
        if next < end, SettingWords.determiners.contains(prose.form(next)) { next += 1 }
        let opening = next
        var head: String?
        var isName = false
        let limit = min(end, start + Self.longest)
        while next < limit {
            let token = prose.tokens[next]
            let form = prose.form(next)
            if token.shape == .punctuation {
                if next > opening, prose.form(next - 1) == "s",
                    let close = prose.titleEnd(next, before: limit)
                {
                    (next, head, isName) = (close, "", true)
                    continue
                }
                guard prose.joins(next, before: limit) else { break }
                next += 1
                // A possessive's s says nothing.
                if next < limit, prose.form(next) == "s", !prose.tokens[next].isSpaced { next += 1 }
                continue
            }
            let isStop = SettingWords.stops.contains(form) && !prose.isNamePart(next, after: opening)
            if isStop || prose.isTime(next, after: opening) { break }
            // "at a stop this Monday", "nothing the president said": another phrase begins.
            if next > opening, !token.isCapitalised, SettingWords.articles.contains(form) { break }
            if let head, SettingWords.participles.contains(form) {
                // "a statement published", "the governor dated March 3", but "a recorded message".
                let after = next + 1
                let isClause =
                    after >= limit || prose.startsTime(after, before: limit)
                    || SettingWords.linking.contains(prose.form(after))
                if isClause || Self.isMedium(head) { break }
            }
            head = form
            isName = isName || token.isCapitalised || token.shape == .mixed
            next += 1
        }
        // Joints that joined nothing.
        while next > opening, prose.isLoose(next - 1) { next -= 1 }
        // "told her"
        if head == nil, opening > start, SettingWords.objects.contains(prose.form(start)) {
            head = prose.form(start)
        }
        guard let head, next > start else { return nil }
        tokens = start..<next
        self.head = head
        self.isName = isName
    }

    /// Takes in what follows.
    mutating func extend(to end: Int) { tokens = tokens.lowerBound..<end }

    /// No phrase has more words.
    private static let longest = 16

    static func isMedium(_ word: String) -> Bool {
        SettingWords.media.contains(word) || SettingWords.occasions.contains(word)
    }
}

extension Prose {
    /// The token after a short title in quotation marks: "on Channel Six's 'The Evening Show'".
    fileprivate func titleEnd(_ index: Int, before end: Int) -> Int? {
        guard tokens[index].quotation == .opens || tokens[index].quotation == .opensSingle else { return nil }
        return (index + 1..<min(end, index + 8)).first {
            tokens[$0].quotation == .closes || tokens[$0].quotation == .closesSingle
        }.map { $0 + 1 }
    }

    /// Whether a phrase that ends with a token ends too late: with a mark, or a possessive without its noun.
    fileprivate func isLoose(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.shape == .punctuation {
            return token.quotation != .closes && token.quotation != .closesSingle
        }
        return form(index) == "s" && !token.isSpaced && index > 0
            && tokens[index - 1].quotation == .apostrophe
    }

    /// Whether a token is a pronoun that stands alone: "him", but not "her", which may have a noun.
    fileprivate func isObject(_ index: Int) -> Bool {
        SettingWords.objects.contains(form(index)) && !SettingWords.determiners.contains(form(index))
    }

    /// Whether a mark lies inside a name or a compound: "Orlo's", "co-operation", "A&B", "J. Brandt".
    fileprivate func joins(_ mark: Int, before end: Int) -> Bool {
        guard mark + 1 < end, mark > 0 else { return false }
        let token = tokens[mark]
        let isTight = !token.isSpaced && !tokens[mark + 1].isSpaced
        switch form(mark) {
        case "'", "’", "-", "–", "/", "&", "@", "_": return isTight || form(mark) == "&"
        case "‑", "‐": return true
        case ".":
            // An initial or an abbreviated title goes on with a capital.
            let before = tokens[mark - 1]
            return isTight && tokens[mark + 1].shape != .punctuation
                || before.isCapitalised && before.range.count <= 3 && tokens[mark + 1].isCapitalised
        default: return false
        }
    }

    /// Whether a small word is part of a name: "Voice of Orlo", "Bank of the North".
    fileprivate func isNamePart(_ index: Int, after start: Int) -> Bool {
        guard index > start, index + 1 < tokens.count, tokens[index - 1].isCapitalised else { return false }
        switch form(index) {
        case "of", "and", "for":
            return tokens[index + 1].isCapitalised && tokens[index + 1].shape != .punctuation
        default: return false
        }
    }

    /// Whether a word is a time's, and no name's: in "the Orlo Times" it is not.
    fileprivate func isTime(_ index: Int, after start: Int) -> Bool {
        let word = form(index)
        if SettingWords.calendar.contains(word) { return true }
        let isName = index > start && tokens[index].isCapitalised && tokens[index - 1].isCapitalised
        return SettingWords.times.contains(word) && !isName
    }

    /// Whether a time begins at a token: "Monday", "on Monday", "late on Monday", "in 2019".
    func startsTime(_ index: Int, before end: Int) -> Bool {
        guard index < end else { return false }
        let word = form(index)
        if isTime(index, after: index) { return true }
        if index + 1 < end, SettingWords.determiners.contains(word), isTime(index + 1, after: index + 1) {
            return true
        }
        guard index + 1 < end, SettingWords.prepositions.contains(word) || word == "of" else { return false }
        if isTime(index + 1, after: index + 1) || tokens[index + 1].shape == .digits { return true }
        let isDetermined = SettingWords.determiners.contains(form(index + 1))
        return isDetermined && index + 2 < end && isTime(index + 2, after: index + 2)
            && !(tokens[index + 2].isCapitalised && index + 3 < end && tokens[index + 3].isCapitalised)
    }
}
