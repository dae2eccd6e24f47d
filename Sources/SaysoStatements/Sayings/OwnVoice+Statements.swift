extension OwnVoice {
    /// The sentences that no statement takes part in, with a source, a cue or a content.
    ///
    /// A sentence of which only a part is attributed counts as attributed: what stands beside a content is mostly
    /// the frame around it ("he said, as snow fell"), and a reader who wants the outlet's own assertions wants none
    /// with somebody else's words in them. The share counts words, without marks.
    ///
    /// - Complexity: linear in the length of the text and the statements' spans.
    init(beside statements: [Statement], in prose: Prose) {
        var isAttributed = [Bool](repeating: false, count: prose.sentences.count)
        for statement in statements {
            for span in statement.source + statement.cue + statement.content {
                let tokens = prose.tokens(in: span)
                guard !tokens.isEmpty else { continue }
                let first = prose.sentence(of: tokens.lowerBound)
                for sentence in first...Swift.max(first, prose.sentence(of: tokens.upperBound - 1)) {
                    isAttributed[sentence] = true
                }
            }
        }
        var own: [Range<Int>] = []
        var (ownWords, words) = (0, 0)
        for (sentence, isAttributed) in zip(prose.sentences, isAttributed) {
            let count = prose.tokens[sentence.tokens].count { $0.shape != .punctuation }
            words += count
            guard !isAttributed, count > 0 else { continue }
            ownWords += count
            own.append(prose.bytes(sentence.tokens))
        }
        self.init(sentences: own, share: words == 0 ? 0 : Double(ownWords) / Double(words))
    }
}
