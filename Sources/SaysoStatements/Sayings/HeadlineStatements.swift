import SaysoArticles

extension StatementEditor {
    /// Puts right what a headline says: keeps its statements to itself, takes away labels ("Opinion: …"), and adds
    /// the short forms that the network misses ("Dam is safe – minister", "Dam is safe: Brandt").
    mutating func readHeadline() {
        guard let headline = prose.article.headline else { return }
        let tokens = prose.tokens(in: headline)
        guard !tokens.isEmpty else { return }
        setApart(headline)
        var isSaid = false
        for index in statements.indices {
            let statement = statements[index]
            let reporters = statement.source + statement.cue
            guard !reporters.isEmpty, reporters.allSatisfy({ headline.contains($0.lowerBound) }) else {
                continue
            }
            if isLabel(statement, in: headline) || isOutlet(statement, in: tokens) {
                remove(index)
            } else if !statement.content.contains(where: { headline.contains($0.lowerBound) }) {
                // What it announces stands in the story.
                continue
            }
            isSaid = true
        }
        if !isSaid { addShortForm(in: tokens) }
    }

    /// Parts contents of the headline from those of the story. A statement keeps those on its reporting words' side;
    /// a quotation on the other side is said there too, and other words are nobody's.
    private mutating func setApart(_ headline: Range<Int>) {
        for index in statements.indices {
            let statement = statements[index]
            let content = statement.content.map { prose.tokens(in: $0) }.filter { !$0.isEmpty }
            let inside = content.filter { headline.contains(prose.tokens[$0.lowerBound].start) }
            let outside = content.filter { !headline.contains(prose.tokens[$0.lowerBound].start) }
            guard !inside.isEmpty, !outside.isEmpty else { continue }
            let reporters = statement.source + statement.cue
            let isInside = !reporters.isEmpty && reporters.allSatisfy { headline.contains($0.lowerBound) }
            replace(
                index,
                source: statement.source.map { prose.tokens(in: $0) },
                cue: statement.cue.map { prose.tokens(in: $0) },
                content: isInside ? inside : outside
            )
            let other = isInside ? outside : inside
            if prose.form(of: other) == .direct { add(like: index, content: other) }
        }
    }

    /// "Opinion: The dam must go": nobody says that.
    private func isLabel(_ statement: Statement, in headline: Range<Int>) -> Bool {
        guard statement.cue.allSatisfy({ prose.article.text[$0] == ":" }),
            let source = statement.source.first,
            source.lowerBound == headline.lowerBound
        else { return false }
        return prose.tokens(in: source).allSatisfy { SourceWords.labels.contains(prose.form($0)) }
    }

    /// "Dam is safe – The Orlo Herald": unquoted words before a dash, and nobody behind it whom the story quotes.
    private func isOutlet(_ statement: Statement, in headline: Range<Int>) -> Bool {
        guard statement.form == .indirect, let cue = statement.cue.first.map({ prose.tokens(in: $0) }),
            cue.count == 1, prose.isSeparator(cue.lowerBound), prose.form(cue.lowerBound) != ":"
        else { return false }
        return speaker(in: cue.upperBound..<headline.upperBound) == nil
    }

    /// A statement whose cue is a colon or a dash.
    private mutating func addShortForm(in headline: Range<Int>) {
        let marks = headline.filter { prose.isSeparator($0) }
        guard let last = marks.last, let first = marks.first else { return }
        let forms = [
            (cue: last, source: last + 1..<headline.upperBound, content: headline.lowerBound..<last),
            (cue: first, source: headline.lowerBound..<first, content: first + 1..<headline.upperBound),
        ]
        for form in forms {
            let content = prose.trimmed(form.content)
            // A dash before the content sets a topic apart, not a speaker.
            let isLeadingDash = form.content.lowerBound > form.cue && prose.form(form.cue) != ":"
            guard !isLeadingDash, content.count > 1, let speaker = speaker(in: form.source) else { continue }
            add(
                source: speaker,
                cue: form.cue..<form.cue + 1,
                content: [content],
                confidence: 0.8
            )
            return
        }
    }

    /// All of some words as a speaker: a word for a source, or a name that the story quotes.
    private func speaker(in tokens: Range<Int>) -> Range<Int>? {
        guard (1...6).contains(tokens.count),
            let phrase = NounPhrase(at: tokens.lowerBound, before: tokens.upperBound, in: prose),
            phrase.tokens == tokens
        else { return nil }
        if SourceWords.sources.contains(phrase.head) { return tokens }
        let isQuoted =
            phrase.isName
            && statements.contains { statement in
                statement.source.contains { source in
                    prose.tokens(in: source).contains {
                        prose.form($0) == phrase.head && prose.tokens[$0].isCapitalised
                    }
                }
            }
        return isQuoted ? tokens : nil
    }
}

extension Prose {
    /// Whether a mark sets a headline's parts apart: a colon, or a dash with space around it.
    fileprivate func isSeparator(_ token: Int) -> Bool {
        switch form(token) {
        case ":": !tokens[token].isSpaced
        case "-", "–", "—": tokens[token].isSpaced && token + 1 < tokens.count && tokens[token + 1].isSpaced
        default: false
        }
    }
}
