extension StringProtocol {
    /// The words with one space between them; nil when there are none.
    var singleSpaced: String? {
        var words = String.UnicodeScalarView()
        var isInside = false
        for scalar in unicodeScalars {
            let isSpace = scalar.isASCII ? scalar.value <= 0x20 : scalar.properties.isWhitespace
            if isSpace {
                isInside = false
                continue
            }
            if !isInside, !words.isEmpty { words.append(" ") }
            isInside = true
            words.append(scalar)
        }
        return words.isEmpty ? nil : String(words)
    }
}
