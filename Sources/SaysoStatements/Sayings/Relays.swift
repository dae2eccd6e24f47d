extension StatementEditor {
    /// Tells apart who said something and who passed it on: "KCNA, quoted by Yonhap, said …", "Y reported,
    /// citing X, that …".
    ///
    /// The one who passes on makes the outer statement, the one who is passed on the inner one.
    mutating func addRelays() {
        var bySentence: [Int: [Int]] = [:]
        for index in statements.indices where !isRemoved(index) {
            guard let cue = statements[index].cue.first else { continue }
            let tokens = prose.tokens(in: cue)
            if let first = tokens.first { bySentence[prose.sentence(of: first), default: []].append(index) }
        }
        for (sentence, group) in bySentence.sorted(by: { $0.key < $1.key }) {
            var token = prose.sentences[sentence].tokens.lowerBound
            let end = prose.sentences[sentence].tokens.upperBound
            while token < end {
                if let relay = Relay(at: token, in: prose.sentences[sentence].tokens, of: prose) {
                    apply(relay, to: group)
                    token = relay.tokens.upperBound
                } else {
                    token += 1
                }
            }
        }
    }

    private mutating func apply(_ relay: Relay, to group: [Int]) {
        let place = relay.cue.lowerBound
        func cue(_ index: Int) -> Range<Int> {
            statements[index].cue.first.map { prose.tokens(in: $0) } ?? 0..<0
        }
        // What the network made of the relay itself.
        let own = group.filter { cue($0).lowerBound == place || relay.tokens.contains(cue($0).lowerBound) }
        let main = group.filter { index in
            !isRemoved(index) && !own.contains(index) && cue(index).contains { prose.isReporting($0) }
        }.min { abs(cue($0).lowerBound - place) < abs(cue($1).lowerBound - place) }
        guard let main else { return }
        let content = without(relay, statements[main].content)
        guard !content.isEmpty else { return }
        let source = without(relay, statements[main].source)
        let cues = without(relay, statements[main].cue)
        guard !source.isEmpty, !cues.isEmpty else { return }
        for index in own where statements[index].content.allSatisfy({ lies($0, in: relay) }) { remove(index) }
        guard !own.contains(where: { !isRemoved($0) }) else { return }
        replace(main, source: source, cue: cues, content: content)
        if relay.isOuter {
            let all = (source + cues + content).sorted { $0.lowerBound < $1.lowerBound }
            let clause = all[0].lowerBound..<(all.map(\.upperBound).max() ?? all[0].upperBound)
            let whole = without(relay, [prose.bytes(clause)])
            let outer = add(source: relay.speaker, cue: relay.cue, content: whole, confidence: inner(main))
            setParent(of: main, to: outer)
        } else {
            add(
                source: relay.speaker,
                cue: relay.cue,
                content: content,
                confidence: inner(main),
                parent: main
            )
        }
    }

    private func lies(_ span: Range<Int>, in relay: Relay) -> Bool {
        let tokens = prose.tokens(in: span)
        return tokens.allSatisfy { relay.tokens.contains($0) || prose.isMark($0) }
    }

    /// Spans without the relay's words.
    private func without(_ relay: Relay, _ spans: [Range<Int>]) -> [Range<Int>] {
        spans.flatMap { span -> [Range<Int>] in
            let tokens = prose.tokens(in: span)
            guard tokens.overlaps(relay.tokens) else { return [tokens] }
            let before = tokens.lowerBound..<max(tokens.lowerBound, relay.tokens.lowerBound)
            let after = min(relay.tokens.upperBound, tokens.upperBound)..<tokens.upperBound
            return [before, after].map(prose.trimmed)
        }.filter { !$0.isEmpty }
    }
}

/// Words that say who passed something on, or who was passed on: ", quoted by Yonhap,", ", citing two officials,".
private struct Relay {
    /// All of its words, with the comma before it.
    let tokens: Range<Int>
    let cue: Range<Int>
    let speaker: Range<Int>
    /// Whether its speaker passes on what the sentence's other speaker said.
    let isOuter: Bool

    init?(at token: Int, in sentence: Range<Int>, of prose: Prose) {
        guard !prose.tokens[token].quotation.isInside else { return nil }
        let isFirst = token == sentence.lowerBound
        let comma = !isFirst && prose.form(token - 1) == ","
        guard isFirst || comma else { return nil }
        var next = token
        switch prose.form(token) {
        case "citing", "quoting":
            next += 1
            isOuter = false
        case "with" where token + 2 < sentence.upperBound:
            guard prose.form(token + 1) == "reference", prose.form(token + 2) == "to" else { return nil }
            next += 3
            isOuter = false
        case "as", "quoted", "cited":
            if prose.form(token) == "as" { next += 1 }
            guard comma, next + 1 < sentence.upperBound, prose.form(next + 1) == "by",
                ["quoted", "cited", "reported", "carried", "relayed"].contains(prose.form(next))
            else { return nil }
            next += 2
            isOuter = true
        default: return nil
        }
        guard var phrase = NounPhrase(at: next, before: sentence.upperBound, in: prose),
            prose.isSpeaker(phrase)
        else { return nil }
        let and = phrase.tokens.upperBound
        if and < sentence.upperBound, prose.form(and) == "and",
            let second = NounPhrase(at: and + 1, before: sentence.upperBound, in: prose),
            prose.isSpeaker(second)
        {
            phrase.extend(to: second.tokens.upperBound)
        }
        // It ends where the clause does: nothing else may hang on it.
        let end = phrase.tokens.upperBound
        guard end == sentence.upperBound || prose.isMark(end) || prose.form(end) == "that" else { return nil }
        cue = token..<next
        speaker = phrase.tokens
        tokens = (comma ? token - 1 : token)..<end
    }
}
