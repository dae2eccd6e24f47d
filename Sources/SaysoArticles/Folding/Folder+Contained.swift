extension Folder {
    private static let mostWords = 120
    /// Sentences that begin with the same words are looked at up to this many.
    private static let mostAlike = 8

    /// Folds sentences that stand as they are inside a longer one: pulled quotations, captions, and teasers
    /// that break off.
    mutating func foldContained() {
        var openings: [UInt64: [Int]] = [:]
        for (index, sentence) in passages.sentences.enumerated() where isCandidate(index) {
            openings[opening(at: sentence.words.lowerBound), default: []].append(index)
        }
        // Work for each word is bounded however the words repeat.
        var budget = 64 * passages.hashes.count
        var found: [Int: Range<Int>] = [:]
        for (index, sentence) in passages.sentences.enumerated() where folds[index] == nil {
            guard passages.paragraphs[sentence.paragraph].kind != .headline else { continue }
            // Nor is what is left of a copied block the place to read anything.
            guard foldedShare(ofParagraph: sentence.paragraph) < 0.5 else { continue }
            var start = sentence.words.lowerBound
            while start + Self.fewestWords <= sentence.words.upperBound, budget > 0 {
                budget -= 1
                if let alike = openings[opening(at: start)] {
                    for shorter in alike.prefix(Self.mostAlike)
                    where shorter != index && found[shorter] == nil {
                        budget -= passages.sentences[shorter].words.count
                        found[shorter] = place(of: shorter, at: start, in: index)
                    }
                }
                start += 1
            }
        }
        // In order of length, so that nothing is folded into what is itself folded into a third.
        for (sentence, words) in found.sorted(by: { $0.key < $1.key }) {
            let paragraph = passages.sentences[sentence].paragraph
            guard foldedShare(ofParagraph: paragraph, adding: sentence) >= 0.5 else { continue }
            let isExact = words.count == passages.sentences[sentence].words.count
            set(Fold(words: words, isExact: isExact), for: sentence)
        }
    }

    private func isCandidate(_ index: Int) -> Bool {
        let sentence = passages.sentences[index]
        return folds[index] == nil && (Self.fewestWords...Self.mostWords).contains(sentence.words.count)
            && passages.paragraphs[sentence.paragraph].kind != .headline
    }

    private func opening(at word: Int) -> UInt64 {
        passages.fingerprint(word..<word + Self.fewestWords)
    }

    /// The words of a longer sentence that are those of a shorter one, if they are from a word on.
    private func place(of shorter: Int, at start: Int, in longer: Int) -> Range<Int>? {
        let (own, others) = (passages.sentences[shorter], passages.sentences[longer])
        let limit = min(own.words.count, others.words.upperBound - start)
        var count = 0
        while count < limit, passages.hashes[own.words.lowerBound + count] == passages.hashes[start + count] {
            count += 1
        }
        if count == own.words.count {
            return others.words.count > count ? start..<start + count : nil
        }
        guard count >= Self.fewestWords else { return nil }
        // A teaser breaks off inside its last word; a pulled quotation may name the speaker after a dash.
        let rest = own.words.count - count
        let isTeaser = rest == 1 && endsInEllipsis(own.range)
        let isSigned = rest <= 4 && followsDash(own.words.lowerBound + count, in: own.range)
        return isTeaser || isSigned ? start..<start + count : nil
    }

    private func endsInEllipsis(_ range: Range<Int>) -> Bool {
        let end = passages.text.scalar(before: range.upperBound).value
        return end == 0x2026 || passages.text[range].hasSuffix("...") || passages.text[range].hasSuffix("[…]")
    }

    private func followsDash(_ word: Int, in range: Range<Int>) -> Bool {
        let text = passages.text
        var offset = passages.range(ofWord: word).lowerBound
        while offset > range.lowerBound {
            let (value, length) = text.scalar(before: offset)
            if value == 0x2D || (0x2012...0x2015).contains(value) { return true }
            guard ArticleText.isSpace(value) else { return false }
            offset -= length
        }
        return false
    }
}
