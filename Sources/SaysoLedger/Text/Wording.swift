/// Words without what is only a matter of typography.
package enum Wording {
    /// A text with one space for each run of white space, straight quotation marks, and small letters, unless it keeps
    /// its own.
    package static func folded(_ text: String, keepsCase: Bool = false) -> String {
        var result = String.UnicodeScalarView()
        var isSpace = true
        for scalar in (keepsCase ? text : text.lowercased()).unicodeScalars {
            if scalar.properties.isWhitespace {
                if !isSpace { result.append(" ") }
                isSpace = true
                continue
            }
            isSpace = false
            switch scalar {
            case "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "\u{2032}", "`": result.append("'")
            case "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{00AB}", "\u{00BB}", "\u{2033}":
                result.append("\"")
            case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}": result.append("-")
            case "\u{AD}", "\u{200B}", "\u{FEFF}": break
            default: result.append(scalar)
            }
        }
        if result.last == " " { result.removeLast() }
        return String(result)
    }

    /// The words of a folded text: letters and digits, with apostrophes inside.
    package static func words(_ folded: String) -> [Substring] {
        folded.split { !($0.isLetter || $0.isNumber || $0 == "'") }
            .map { $0.drop { $0 == "'" } }
            .filter { !$0.isEmpty }
    }

    /// How alike two lists of words are, whatever their order: Dice's coefficient, from 0 to 1.
    package static func likeness(_ left: [Substring], _ right: [Substring]) -> Double {
        guard !left.isEmpty || !right.isEmpty else { return 1 }
        var counts: [Substring: Int] = [:]
        for word in left { counts[word, default: 0] += 1 }
        var common = 0
        for word in right where counts[word, default: 0] > 0 {
            counts[word]! -= 1
            common += 1
        }
        return 2 * Double(common) / Double(left.count + right.count)
    }
}
