extension StatementEditor {
    /// Adds statements that stand inside the contents of others, where the words leave no doubt: "X said that Y
    /// had warned that …", "“She told me ‘never again’,” said X", "…, X said, according to Y", "Y quoted X as
    /// saying …".
    ///
    /// The network gives each word one part, so it finds either the outer or the inner statement of such
    /// sentences.
    mutating func addNested() {
        for index in statements.indices where !isRemoved(index) && !isOuter(index) {
            let spans = statements[index].content.map { prose.tokens(in: $0) }.filter { !$0.isEmpty }
            addQuoted(in: spans, of: index)
            for span in spans {
                if !addTrailing(in: span, of: index) { addLeading(in: span, of: index) }
            }
        }
    }

    /// How sure a rule's statement is that started from one of the network's: the rules are right nine times in ten.
    func inner(_ index: Int) -> Double { statements[index].confidence * 0.9 }

    /// "[that] Averin had warned that the dam would break", at a content's beginning.
    private mutating func addLeading(in span: Range<Int>, of index: Int) {
        var start = span.lowerBound
        while start < span.upperBound, prose.isIntroduction(start) { start += 1 }
        let limit = min(span.upperBound, start + 14)
        guard start < limit else { return }
        for verb in start + 1..<max(start + 1, limit) where prose.isReporting(verb) && prose.isWord(verb) {
            guard let subject = prose.subject(at: start, before: verb),
                let content = prose.reported(after: verb, before: span.upperBound)
            else { continue }
            let isQuoted =
                prose.tokens[content.lowerBound].quotation != .outside && prose.isMark(content.lowerBound)
            // "a Ferry Post report that …" is a noun.
            if prose.isBare(verb), !prose.isPlural(subject) { continue }
            // "I said that" is no news within one's own words, and "you say" is nobody.
            let first = prose.form(start)
            if first == "you" || !isQuoted && ["i", "we", "it"].contains(first) { return }
            add(
                source: subject,
                cue: subject.upperBound..<verb + 1,
                content: [content],
                confidence: inner(index),
                parent: index
            )
            return
        }
    }

    /// "The dam will break, Averin said", at a content's end.
    private mutating func addTrailing(in span: Range<Int>, of index: Int) -> Bool {
        let end = prose.trimmed(span).upperBound
        let near = max(span.lowerBound + 3, end - 12)
        guard near < end, let comma = (near..<end).last(where: { prose.form($0) == "," }) else {
            return false
        }
        var start = comma + 1
        while start < end, prose.isMark(start) { start += 1 }
        guard start + 1 < end else { return false }
        let cue: Range<Int>
        let subject: Range<Int>
        if prose.isReporting(end - 1), let found = prose.subject(at: start, before: end - 1) {
            (subject, cue) = (found, found.upperBound..<end)
        } else if prose.isReporting(start), let found = prose.subject(at: start + 1, before: end),
            found.upperBound == end
        {
            (subject, cue) = (found, start..<start + 1)
        } else {
            return false
        }
        let content = prose.trimmed(span.lowerBound..<comma)
        guard content.count > 2 else { return false }
        add(source: subject, cue: cue, content: [content], confidence: inner(index), parent: index)
        return true
    }

    /// "The Ferry Post quoted | Averin as saying that the dam was safe".
    private mutating func addQuoted(in spans: [Range<Int>], of index: Int) {
        guard let last = spans.last, statements[index].cue.contains(where: { prose.quotes(in: $0) }) else {
            return
        }
        let near = last.lowerBound..<min(last.upperBound - 1, last.lowerBound + 20)
        guard near.lowerBound < near.upperBound,
            let cue = near.first(where: { prose.form($0) == "as" && prose.form($0 + 1) == "saying" })
        else { return }
        let source = cue > last.lowerBound ? last.lowerBound..<cue : spans.count > 1 ? spans[0] : nil
        let content = prose.trimmed(cue + 2..<last.upperBound)
        guard let source, !content.isEmpty, source.count < 16 else { return }
        add(
            source: prose.trimmed(source),
            cue: cue..<cue + 2,
            content: [content],
            confidence: inner(index),
            parent: index
        )
    }
}

extension Prose {
    /// Whether a token is a mark.
    func isMark(_ token: Int) -> Bool { tokens[token].shape == .punctuation }

    /// Whether a token is a word in lower case, or all of a shouting text's.
    fileprivate func isWord(_ token: Int) -> Bool {
        tokens[token].shape == .lower || tokens[token].shape == .upper
    }

    /// Whether a verb has no ending, as "report", and so may be a noun.
    fileprivate func isBare(_ verb: Int) -> Bool { SourceWords.reporting.contains(form(verb)) }

    /// Whether a subject takes a verb without an ending: "they", "officials", "I".
    fileprivate func isPlural(_ subject: Range<Int>) -> Bool {
        let head = form(subject.upperBound - 1)
        return ["they", "i", "we", "you", "people", "police"].contains(head)
            || head.hasSuffix("s") && tokens[subject.upperBound - 1].shape == .lower
    }

    /// What a content may begin with before its subject.
    fileprivate func isIntroduction(_ token: Int) -> Bool {
        if isMark(token) { return tokens[token].quotation != .apostrophe }
        return form(token) == "that"
    }

    /// Whether a cue quotes somebody: "quoted", "was cited by".
    fileprivate func quotes(in cue: Range<Int>) -> Bool {
        tokens(in: cue).contains {
            ["quoted", "quotes", "quoting", "cited", "cites", "citing"].contains(form($0))
        }
    }

    /// Somebody who speaks, with nothing but auxiliaries up to the verb.
    fileprivate func subject(at start: Int, before verb: Int) -> Range<Int>? {
        let end: Int
        if ["he", "she", "they", "i", "we", "you", "it", "who"].contains(form(start)) {
            end = start + 1
        } else if let phrase = NounPhrase(at: start, before: verb, in: self) {
            var last = phrase.tokens.upperBound
            var subject = phrase.tokens
            // "has repeatedly": no part of who speaks
            while last > start + 1, SourceWords.auxiliaries.contains(form(last - 1)) { last -= 1 }
            if last < subject.upperBound {
                guard let shorter = NounPhrase(at: start, before: last, in: self) else { return nil }
                subject = shorter.tokens
                guard isSpeaker(shorter) else { return nil }
            } else if !isSpeaker(phrase) {
                return nil
            }
            end = subject.upperBound
        } else {
            return nil
        }
        let isClose =
            verb - end <= 3 && (end..<verb).allSatisfy { SourceWords.auxiliaries.contains(form($0)) }
        return isClose ? start..<end : nil
    }

    /// What a verb reports: a clause with "that", or words in quotation marks; after an object, if it has one.
    fileprivate func reported(after verb: Int, before end: Int) -> Range<Int>? {
        var next = verb + 1
        if next < end,
            SettingWords.objects.contains(form(next)) || tokens[next].isCapitalised && !isMark(next),
            let object = NounPhrase(at: next, before: end, in: self)
        {
            next = object.tokens.upperBound
        } else if next < end, SettingWords.determiners.contains(form(next)), form(next) != "that",
            let object = NounPhrase(at: next, before: end, in: self)
        {
            next = object.tokens.upperBound
        }
        if next < end, form(next) == "," || form(next) == ":" { next += 1 }
        guard next < end else { return nil }
        if form(next) == "that" {
            // What is told ends with the sentence of its verb.
            let end = min(end, sentences[sentence(of: verb)].tokens.upperBound)
            guard next < end else { return nil }
            let content = trimmed(next..<end)
            return content.count > 2 ? content : nil
        }
        switch tokens[next].quotation {
        case .opens:
            let close = (next + 1..<end).first { tokens[$0].quotation == .closes }
            return close.map { next..<$0 + 1 }
        case .opensSingle:
            let close = (next + 1..<end).first { tokens[$0].quotation == .closesSingle }
            return close.map { next..<$0 + 1 }
        default: return nil
        }
    }

    /// A range without the marks at its ends, but for a quotation's that begins and ends in it.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isMark(start), !isOpening(start) { start += 1 }
        let isOpened = start < end && (start..<min(end, start + 40)).contains { isOpening($0) }
        while start < end, isMark(end - 1), !(isOpened && isClosing(end - 1)) { end -= 1 }
        return start..<end
    }

    private func isOpening(_ token: Int) -> Bool {
        tokens[token].quotation == .opens || tokens[token].quotation == .opensSingle
    }

    private func isClosing(_ token: Int) -> Bool {
        tokens[token].quotation == .closes || tokens[token].quotation == .closesSingle
    }
}
