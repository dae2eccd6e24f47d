/// Texts made of what news is made of, and of what breaks programs that read it.
public enum RandomText {
    private static let words = [
        "the", "ferry", "harbour", "said", "Vane", "Marn", "Orlo", "minister", "on", "Saturday", "U.S.",
        "3.5m",
        "Mr.", "p.m.", "naïve", "Ørby", "паром", "Министр", "渡轮", "フェリー", "سفينة", "עבר", "e\u{301}te\u{301}",
        "👩‍👩‍👧", "🇫🇷", "\u{1F3DD}\u{FE0F}", "𝒪rlo", "example.com", "it's", "nations’", "26.04.2025", "16:19",
    ]
    private static let joints = [
        " ", " ", " ", " ", " ", " ", ". ", ".", "! ", "?\" ", ",\" ", " \"", " “", "” ", ".”", " «", "». ",
        "„", "“",
        "…", "... ", "\n", "\n\n", "\r\n", "\r", "\u{2028}", "\u{A0}", "\u{3000}", " (", ") ", " — ", "。",
        "\t",
        "\0", "\u{FEFF}", "\u{200B}", "[1] ", "'", "’ ",
    ]

    /// Words and marks in no sensible order.
    ///
    /// - Parameters:
    ///   - count: the number of words.
    ///   - generator: where the randomness comes from.
    /// - Returns: a text of any scripts.
    public static func jumble(_ count: Int, using generator: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<count {
            text += generator.pick(words)
            text += generator.pick(joints)
        }
        return text
    }

    /// A sentence of made-up words that is like no other.
    ///
    /// - Parameters:
    ///   - count: the number of words.
    ///   - generator: where the randomness comes from.
    /// - Returns: a sentence with a capital and a full stop.
    public static func sentence(_ count: Int, using generator: inout SeededGenerator) -> String {
        let words = (0..<count).map { _ in
            (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                generator.pick(Array("bdfgklmnprstvz")).description
                    + generator.pick(["a", "e", "i", "o", "u"])
            }.joined()
        }
        let sentence = words.joined(separator: " ")
        return sentence.prefix(1).uppercased() + sentence.dropFirst() + "."
    }
}
