import SaysoArticles

/// An article's words with what each may be, and the phrases around them.
struct Phrases {
    let prose: Prose
    /// By form.
    private let classes: [WordClass]
    /// By form: how often it stands in lower case.
    private let lowered: [UInt32]
    /// By form: how often it has a capital inside a sentence that is not all capitals.
    private let capitalised: [UInt32]
    /// By sentence: whether nearly all its words have capitals, as in headlines.
    private let isShouting: [Bool]
    /// Whether capitals say nothing in this article, as there are none.
    let hasCapitals: Bool

    init(_ prose: Prose) {
        self.prose = prose
        let classes = prose.forms.map(Lexicon.shared.classes)
        var lowered = [UInt32](repeating: 0, count: prose.forms.count)
        var capitalised = lowered
        var isShouting: [Bool] = []
        var hasCapitals = false
        for sentence in prose.sentences {
            var (upper, lower, loud) = (0, 0, 0)
            for token in prose.tokens[sentence.tokens] {
                switch token.shape {
                case .title: upper += 1
                case .upper, .capital:
                    upper += 1
                    loud += 1
                case .lower: lower += 1
                default: break
                }
            }
            // A headline has no full stop at its end, or small words with capitals.
            let isOpen = !prose.form(sentence.tokens.upperBound - 1).hasPrefix(".")
            let hasLoudGrammar = sentence.tokens.dropFirst().contains { index in
                let token = prose.tokens[index]
                return token.shape == .title
                    && !classes[Int(token.form)].isDisjoint(with: [.verb, .function, .preposition, .people])
            }
            let shouts =
                (isOpen || hasLoudGrammar) && upper >= 3 && upper >= 2 * lower
                || loud >= 2 && loud == upper && lower == 0
            isShouting.append(shouts)
            hasCapitals = hasCapitals || (upper > 0 && lower > 0)
            for (place, token) in prose.tokens[sentence.tokens].enumerated() {
                if token.shape == .lower {
                    lowered[Int(token.form)] += 1
                } else if place > 0, !shouts, token.isCapitalised {
                    capitalised[Int(token.form)] += 1
                }
            }
        }
        self.classes = classes
        self.lowered = lowered
        self.capitalised = capitalised
        self.isShouting = isShouting
        self.hasCapitals = hasCapitals
    }

    var count: Int { prose.tokens.count }

    func token(_ index: Int) -> Prose.Token { prose.tokens[index] }

    func form(_ index: Int) -> String { prose.form(index) }

    /// What a word may be.
    func classes(_ index: Int) -> WordClass { classes[Int(prose.tokens[index].form)] }

    func isMark(_ index: Int) -> Bool { prose.tokens[index].shape == .punctuation }

    /// Whether a token is one of some marks or words.
    func isOne(_ index: Int, of forms: Set<String>) -> Bool {
        prose.tokens.indices.contains(index) && forms.contains(form(index))
    }

    func isShouting(_ sentence: Int) -> Bool { isShouting[sentence] }

    /// Whether a word elsewhere in the article has a capital although no sentence begins there.
    func isKnownCapital(_ index: Int) -> Bool { capitalised[Int(prose.tokens[index].form)] > 0 }

    /// Whether inside sentences a word has a capital more often than none.
    func isMoreOftenCapital(_ index: Int) -> Bool {
        let form = Int(prose.tokens[index].form)
        return capitalised[form] > lowered[form]
    }

    /// Whether a word elsewhere in the article has no capital.
    func isKnownLower(_ index: Int) -> Bool { lowered[Int(prose.tokens[index].form)] > 0 }

    /// Whether a token is an apostrophe with an s, or one after an s, that makes a possessive.
    func isPossessiveMark(_ index: Int) -> Bool {
        guard index > 0, index < count, isApostrophe(index), !token(index).isSpaced else { return false }
        if index + 1 < count, form(index + 1) == "s", !token(index + 1).isSpaced { return true }
        let isLast = index + 1 >= count || token(index + 1).isSpaced
        return isLast && token(index).quotation == .apostrophe && form(index - 1).hasSuffix("s")
    }

    /// The index after a possessive mark at an index; the index itself when there is none.
    func afterPossessive(_ index: Int) -> Int {
        guard isPossessiveMark(index) else { return index }
        return index + 1 < count && form(index + 1) == "s" && !token(index + 1).isSpaced
            ? index + 2 : index + 1
    }

    func isApostrophe(_ index: Int) -> Bool { isOne(index, of: ["'", "’", "‘", "`"]) }

    /// Whether a token is glued to the ones on both sides: the hyphen of "vice-president".
    func isHyphen(_ index: Int) -> Bool {
        isOne(index, of: ["-", "‑", "‐"]) && index > 0 && index + 1 < count && !token(index).isSpaced
            && !token(index + 1).isSpaced
    }

    /// Whether a token is the full stop of an initial or abbreviation, not a sentence's end.
    func isAbbreviationStop(_ index: Int) -> Bool {
        guard isOne(index, of: ["."]), index > 0, !token(index).isSpaced else { return false }
        let before = token(index - 1)
        if before.shape == .capital || before.range.count == 1 { return true }
        return (before.isCapitalised || !hasCapitals) && Self.abbreviations.contains(form(index - 1))
    }

    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "capt", "maj", "cpl",
        "adm",
        "rev", "hon", "st", "jr", "sr", "inc", "ltd", "corp", "co", "cmdr", "supt", "insp", "det", "fr", "mt",
        "no",
        "va", "calif", "fla", "mo", "pa", "mass", "conn", "ill", "wis", "minn", "tenn", "ky", "ariz", "okla",
    ]

    /// Where the noun phrase begins whose last word has this index: after the determiner, if there is one.
    ///
    /// - Parameters:
    ///   - last: a noun.
    ///   - least: no earlier than this.
    /// - Returns: the token of the phrase's first word.
    func start(ofPhraseEndingAt last: Int, least: Int) -> Int {
        var start = last
        var index = last - 1
        let limit = max(least, last - 14)
        while index >= limit {
            if isHyphen(index) || isAbbreviationStop(index) || isOne(index, of: ["&"]) {
                index -= 1
                continue
            }
            // "Ferry Post's"
            if form(index) == "s", index > 0, isPossessiveMark(index - 1) {
                index -= 2
                continue
            }
            if isPossessiveMark(index) {
                index -= 1
                continue
            }
            if isQuote(index) {
                index -= 1
                continue
            }
            if isMark(index) { break }
            let kind = classes(index)
            // "surgeon and television star"
            if isOne(index, of: ["and"]), index > limit, classes(index - 1).contains(.person), start < last,
                !token(index - 1).isCapitalised
            {
                index -= 1
                continue
            }
            if kind.contains(.determiner), !kind.contains(.adjective) {
                if kind.contains(.quantity) || kind.contains(.possessive) { start = index }
                break
            }
            let isName =
                token(index).isCapitalised && kind.isDisjoint(with: [.pronoun, .function, .preposition])
            // "Nov. 5 letter"
            if token(index).shape == .digits, index > limit,
                isOne(index - 1, of: ["."]) || classes(index - 1).contains(.calendar)
            {
                break
            }
            if kind.contains(.calendar), !kind.contains(.givenName) { break }
            if !kind.isDisjoint(with: .boundary), !isName { break }
            if token(index).shape == .lower, kind.contains(.people), !kind.contains(.person), index < last {
                // "lawmakers grilled Colonel …": before another noun only a singular describes it.
                if !isMark(index + 1), token(index + 1).shape != .lower || form(index + 1).hasSuffix("ed") {
                    break
                }
            }
            if isPastVerb(index, least: limit) { break }
            start = index
            index -= 1
        }
        return start
    }

    /// Whether a word that ends in "ed" follows a noun, so that it is rather that noun's verb: "agency selected".
    func isPastVerb(_ index: Int, least: Int) -> Bool {
        guard index > least, token(index).shape == .lower, form(index).hasSuffix("ed"),
            form(index).utf8.count > 4,
            !isMark(index - 1), !Self.participles.contains(form(index))
        else { return false }
        let before = classes(index - 1)
        return token(index - 1).isCapitalised && !before.contains(.adjective)
            || !before.isDisjoint(with: [.person, .people, .organisation])
    }

    private static let participles: Set<String> = [
        "based", "called", "named", "owned", "founded", "retired", "elected", "appointed", "trained",
        "certified",
        "registered", "hundred", "united", "backed", "sponsored", "funded", "convicted", "accused", "charged",
        "known", "related", "limited", "skilled", "armed", "disgraced", "renowned", "celebrated",
    ]

    /// A double or single mark of quotation, not an apostrophe.
    func isQuote(_ index: Int) -> Bool {
        switch token(index).quotation {
        case .opens, .closes, .opensSingle, .closesSingle: isMark(index)
        default: false
        }
    }

    /// Whether the words at an index are somebody's own.
    func isQuoted(_ index: Int) -> Bool { token(index).quotation.isInside }

    /// The text of some tokens.
    func text(_ range: Range<Int>) -> String { prose.text(range) }

    /// The bytes of some tokens.
    func bytes(_ range: Range<Int>) -> Range<Int> { prose.bytes(range) }
}
