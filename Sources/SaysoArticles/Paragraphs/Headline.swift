/// Decides whether a text's first paragraph is its headline. When in doubt it is not: a sentence taken for a
/// headline is worse than a headline taken for a sentence.
enum Headline {
    private static let longest = 200  // bytes
    private static let mostWords = 25

    static func isHeadline(_ first: Range<Int>, before second: Range<Int>, in text: ArticleText) -> Bool {
        guard first.count <= longest, second.count > first.count / 2 else { return false }
        let words = text[first].split(whereSeparator: \.isWhitespace)
        guard (2...mostWords).contains(words.count), let last = words.last?.last else { return false }
        if last.isLetter || last.isNumber || last == "?" || last == ")" { return !hasSentenceEnd(words) }
        let isQuoteMark = "\"'”’»“‘".contains(last)
        let endsSentence = words.last?.contains { ".!?…,".contains($0) } ?? false
        if isQuoteMark, !endsSentence { return !hasSentenceEnd(words) }
        return last == "." && isTitleCase(words) && !hasSentenceEnd(words.dropLast())
    }

    /// Whether a sentence ends before the last word: an ordinary word with a stop.
    private static func hasSentenceEnd(_ words: some Collection<Substring>) -> Bool {
        words.dropLast().contains { word in
            let letters = word.prefix { $0.isLetter }
            return letters.count > 3 && letters.contains(where: \.isLowercase)
                && word.dropFirst(letters.count).first == "." && !Abbreviations.contains(String(letters))
        }
    }

    /// Whether nearly all of the longer words begin with a capital.
    private static func isTitleCase(_ words: [Substring]) -> Bool {
        let long = words.filter { $0.count > 3 && $0.contains(where: \.isLetter) }
        let capital = long.filter { $0.first { $0.isLetter }?.isUppercase ?? false }
        return long.count >= 4 && capital.count * 5 >= long.count * 4
    }
}
