extension NameReader {
    /// A name's words in lower case: "Jean-Marc" and "O'Hara" are one word each, stops and nicknames are left out.
    func words(of name: Range<Int>) -> [String] {
        var words: [String] = []
        var isGlued = false
        var isNickname = false
        for index in name {
            if phrases.isOne(index, of: ["(", ")"]) || phrases.isQuote(index) && !isNamesApostrophe(index) {
                isNickname.toggle()
                continue
            }
            if isNickname { continue }
            if phrases.isMark(index) {
                let glues =
                    phrases.isHyphen(index) || phrases.isApostrophe(index) || phrases.form(index) == "&"
                if glues, !words.isEmpty {
                    words[words.count - 1] += phrases.isApostrophe(index) ? "'" : phrases.form(index)
                    isGlued = true
                }
                continue
            }
            let isInitials =
                phrases.isAbbreviationStop(index - 1) && index - 1 > name.lowerBound
                && !phrases.token(index).isSpaced && phrases.token(index).shape == .capital
            let form = Self.folded(phrases.form(index))
            if isGlued || isInitials, !words.isEmpty {
                words[words.count - 1] += (isInitials ? "." : "") + form
            } else {
                words.append(form)
            }
            isGlued = false
        }
        return words
    }

    /// Without accents, which short forms often leave out.
    static func folded(_ word: String) -> String {
        guard word.utf8.contains(where: { $0 >= 0x80 }) else { return word }
        var result = ""
        for character in word { result += letters[character] ?? String(character) }
        return result
    }

    static let letters: [Character: String] = {
        var letters: [Character: String] = ["ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"]
        let groups = [
            "a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ",
            "i": "ìíîïĩīĭįı",
            "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŋ", "o": "òóôõöøōŏő", "r": "ŕŗř", "s": "śŝşšș",
            "t": "ţťŧț",
            "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ", "z": "źżž",
        ]
        for (plain, accented) in groups { for letter in accented { letters[letter] = plain } }
        return letters
    }()
}
