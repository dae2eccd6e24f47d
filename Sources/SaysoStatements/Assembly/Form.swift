extension Statement.Form {
    /// How some words are given, by the quotation marks that are their own: marks among them or right before
    /// them. Words in somebody else's quotation, whose marks stand farther off, are not quoted for that.
    ///
    /// - Parameters:
    ///   - contents: ranges of the words.
    ///   - words: words of whole paragraphs.
    init(of contents: [Range<Int>], in words: [Word]) {
        var quoted = 0
        var unquoted = 0
        for content in contents {
            let before = content.lowerBound > 0 ? words[content.lowerBound - 1].quotation : .outside
            var isDouble = before == .opens
            var isSingle = before == .opensSingle
            for word in words[content] {
                switch word.quotation {
                case .opens: isDouble = true
                case .closes: isDouble = false
                case .opensSingle: isSingle = true
                case .closesSingle: isSingle = false
                default:
                    guard word.shape != .punctuation else { continue }
                    if isDouble || isSingle { quoted += 1 } else { unquoted += 1 }
                }
            }
        }
        self = quoted == 0 ? .indirect : unquoted == 0 ? .direct : .mixed
    }
}
