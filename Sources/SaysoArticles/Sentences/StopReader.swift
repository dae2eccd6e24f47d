/// Decides whether a sentence ends at a stop, from the words on both sides.
struct StopReader {
    private let text: ArticleText
    private let range: Range<Int>
    private let stop: SentenceSplitter.Stop
    /// The first offset after the stop that is not white space.
    private let next: Int

    init(text: ArticleText, range: Range<Int>, stop: SentenceSplitter.Stop) {
        self.text = text
        self.range = range
        self.stop = stop
        next = text.skipSpace(from: stop.end, to: range.upperBound)
    }

    var endsSentence: Bool {
        guard next < range.upperBound else { return true }
        if stop.last >= 0x3000 { return true }  // 。！？ stand without spaces
        return next == stop.end ? endsGluedSentence : endsSpacedSentence
    }

    private var isSinglePeriod: Bool { stop.terminators == 1 && stop.last == 0x2E }
    private var isEllipsis: Bool {
        stop.last == 0x2026 || (stop.last == 0x2E && stop.terminators > 1)
    }

    // MARK: A space follows

    private var endsSpacedSentence: Bool {
        let (value, length) = text.scalar(at: next)
        switch text.letterCase(at: next, to: range.upperBound) {
        case .lower: return false
        case .upper, .uncased: break
        case .none:
            switch value {
            case 0x2C, 0x3A, 0x3B, 0x2D, 0x2012...0x2015, 0x29, 0x5D, 0x2F:  // , : ; dashes ) ] /
                return false
            default: break
            }
            // "No. 10", "§ 3. 12" and "Jan. 3" go on; other digits begin sentences.
            if (0x30...0x39).contains(value), isSinglePeriod, stop.closers == 0 { return endsBeforeDigit }
            if QuotationMarks.isMark(value) || value == 0x28 || value == 0x5B {
                let inner = text.letterCase(at: next + length, to: range.upperBound)
                if inner == .lower, stop.closers == 0 || value == 0x28 { return false }
            }
        }
        if isEllipsis, stop.closers == 0 {
            // A pause stands between spaces or before "I"; an ellipsis that ends a sentence does not.
            let pauses = stop.offset > range.lowerBound && text.spaceLength(at: stop.offset - 1) > 0
            return !pauses && nextWord() != "I"
        }
        if stop.closers > 0, !isSinglePeriod, isFollowedBySpeaker { return false }
        if stop.last == 0x21, stop.terminators == 1, stop.closers == 0 {
            return !Abbreviations.exclaimedNames.contains(wordBefore().word)
        }
        guard isSinglePeriod, stop.closers == 0 else { return true }
        return endsAfterPeriod
    }

    private var endsAfterPeriod: Bool {
        let (word, isInitial) = wordBefore()
        if stop.offset - word.utf8.count == stop.sentenceStart, isListNumber(word) { return false }
        if isInitial || isDottedAcronym(word) {
            return Abbreviations.opensSentences(nextWord()) || beginsQuotation
        }
        return switch Abbreviations.role(of: word) {
        case .opensName: false
        case .mayEnd: Abbreviations.opensSentences(nextWord()) || beginsQuotation
        case .beforeNumber, nil: true
        }
    }

    private var endsBeforeDigit: Bool {
        let (word, isInitial) = wordBefore()
        if isListNumber(word), stop.offset - word.utf8.count == stop.sentenceStart { return false }
        return !isInitial && !isDottedAcronym(word) && !Abbreviations.contains(word)
    }

    private var beginsQuotation: Bool {
        let value = text.scalar(at: next).value
        return QuotationMarks.isMark(value) && value != 0x27
    }

    /// Whether a name of up to four words and a verb of saying follow, as in `"Will they?" Petrova asked.`
    private var isFollowedBySpeaker: Bool {
        var offset = next
        for position in 0..<5 {
            let word = self.word(from: offset)
            if word.isEmpty { return false }
            if position > 0, Abbreviations.sayingVerbs.contains(word) { return true }
            let isName = text.letterCase(at: offset, to: range.upperBound) == .upper
            guard isName || position > 0 && ["the", "of", "de", "van", "bin"].contains(word) else {
                return position > 0 && ["The", "A"].contains(self.word(from: next))
                    && Abbreviations.sayingVerbs.contains(self.word(from: after(offset, word)))
            }
            offset = after(offset, word)
        }
        return false
    }

    private func after(_ offset: Int, _ word: String) -> Int {
        let end = offset + word.utf8.count
        let stop = end < range.upperBound && text.utf8[end] == 0x2E ? end + 1 : end
        return text.skipSpace(from: stop, to: range.upperBound)
    }

    // MARK: No space follows

    private var endsGluedSentence: Bool {
        let (value, length) = text.scalar(at: next)
        let isMark = QuotationMarks.isMark(value)
        let opensBracket = value == 0x28 || value == 0x5B
        let letter = isMark || opensBracket ? next + length : next
        guard text.letterCase(at: letter, to: range.upperBound) == .upper else {
            // After a question or a closed quotation a number may begin; "3.5" and "v1.2" go on.
            return stop.closers > 0 && (0x30...0x39).contains(value) && stop.last != 0x2E
        }
        if stop.closers > 0 { return !isFollowedBySpeaker }
        if isEllipsis || !isSinglePeriod { return !isInsideCode }
        let (word, isInitial) = wordBefore()
        if word == "p.m" || word == "a.m" { return true }
        if word.isEmpty || isInitial || isDottedAcronym(word) || isInsideCode { return false }
        if Abbreviations.role(of: word) == .opensName { return false }
        if isMark || opensBracket { return word.utf8.count > 1 }
        let following = self.word(from: letter)
        let isName = text.letterCase(at: stop.offset - word.utf8.count, to: stop.offset) == .upper
        if isName, Abbreviations.domains.contains(following) { return false }
        // "Region.Ukrainian" and "said.A man" are two sentences, "U.S.Senate" and "ASP.NET" are not.
        let second = letter + text.scalar(at: letter).length
        let isCapitalised =
            text.letterCase(at: second, to: range.upperBound) == .lower || following.utf8.count == 1
        let endsInWord = word.unicodeScalars.count > 1
        return endsInWord && isCapitalised
    }

    /// Whether the stop lies in an address, a file name or a program's words.
    private var isInsideCode: Bool {
        let reach = 200
        let utf8 = text.utf8
        var start = stop.offset
        while start > range.lowerBound, start > stop.offset - reach, utf8[start - 1] > 0x20 { start -= 1 }
        var end = stop.end
        while end < range.upperBound, end < stop.end + reach, utf8[end] > 0x20 { end += 1 }
        var dotsBeforeLower = 0
        for index in start..<end {
            switch utf8[index] {
            case 0x40, 0x5C, 0x5F, 0x60: return true  // @ \ _ `
            case 0x2F where index == start || utf8[index - 1] == 0x3A: return true  // /path, scheme:/
            case 0x28 where index > stop.end: return true  // a call
            case 0x2E where index + 1 < end && (0x61...0x7A).contains(utf8[index + 1]): dotsBeforeLower += 1
            default: break
            }
        }
        return dotsBeforeLower > 0
    }

    // MARK: Words

    /// The letters, digits and inner stops before the stop; and whether that is one capital letter.
    private func wordBefore() -> (word: String, isInitial: Bool) {
        let longest = 40
        var start = stop.offset
        while start > range.lowerBound, stop.offset - start < longest {
            let (value, length) = text.scalar(before: start)
            let isInnerStop = value == 0x2E && start < stop.offset
            guard SentenceSplitter.isWordCharacter(value) || isInnerStop else { break }
            start -= length
        }
        while start < stop.offset, text.utf8[start] == 0x2E { start += 1 }
        let word = text[start..<stop.offset]
        let isInitial =
            word.unicodeScalars.count == 1 && text.letterCase(at: start, to: stop.offset) == .upper
        return (word, isInitial)
    }

    private func nextWord() -> String { word(from: next) }

    private func word(from offset: Int) -> String {
        var end = offset
        while end < range.upperBound, end < offset + 40 {
            let (value, length) = text.scalar(at: end)
            guard SentenceSplitter.isWordCharacter(value) || value == 0x2D else { break }
            end += length
        }
        return text[offset..<end]
    }

    /// "U.S", "J.K": single letters with stops between. "a.m" and the like are in the list.
    private func isDottedAcronym(_ word: String) -> Bool {
        let parts = word.split(separator: ".")
        return parts.count > 1 && parts.allSatisfy { $0.unicodeScalars.count == 1 }
            && !Abbreviations.contains(word)
    }

    private func isListNumber(_ word: String) -> Bool {
        word.utf8.count <= 3 && !word.isEmpty && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
