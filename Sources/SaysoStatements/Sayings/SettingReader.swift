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
    let prose: Prose
    private let roles: Roles
    private let statement: Int
    let cue: Range<Int>
    private let source: Range<Int>
    let sentence: Range<Int>
    private let layer: Int32
    let isUttered: Bool
    /// Tokens of the medium's phrases.
    var media: [Range<Int>] = []
    var addressee: Range<Int>?

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
                    || SettingWords.participles.contains(prose.form(phrase.upperBound))
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
