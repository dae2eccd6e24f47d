/// A speaker's name as names are compared: capitals, a leading article, titles, a possessive and the shape of
/// apostrophes make no difference.
package struct SpeakerName: Hashable, Comparable, Sendable {
    private static let articles: Set<String> = ["the", "a", "an"]
    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "dr", "sen", "senator", "rep", "gov", "governor", "president", "gen", "general",
        "prof", "sir", "former",
    ]
    private static let margins: Set<Character> = [" ", ".", ",", ";", ":", "\"", "“", "”"]

    private let words: [String]

    /// Reads one name.
    package init(_ name: some StringProtocol) {
        var name = name.lowercased().map { $0 == "’" ? "'" : $0 }[...]
        while let first = name.first, Self.margins.contains(first) { name.removeFirst() }
        while let last = name.last, Self.margins.contains(last) { name.removeLast() }
        if name.suffix(2) == ["'", "s"] { name.removeLast(2) }
        var words = name.split(whereSeparator: \.isWhitespace).map { String($0) }
        if words.count > 1, Self.articles.contains(words[0]) { words.removeFirst() }
        while words.count > 1, Self.isTitle(words[0]) { words.removeFirst() }
        self.words = words
    }

    /// Reads the names of several speakers together, which semicolons part.
    package static func all(in names: String) -> [SpeakerName] {
        names.split(separator: ";").filter { !$0.allSatisfy(\.isWhitespace) }.map { SpeakerName($0) }
    }

    /// Whether one name begins or ends with all words of the other: "Brandt" and "Halina Brandt".
    package func isLike(_ other: SpeakerName) -> Bool {
        guard !words.isEmpty, !other.words.isEmpty else { return false }
        let (short, long) = words.count <= other.words.count ? (words, other.words) : (other.words, words)
        return long.starts(with: short) || long.suffix(short.count).elementsEqual(short)
    }

    package static func < (left: SpeakerName, right: SpeakerName) -> Bool {
        left.words.lexicographicallyPrecedes(right.words)
    }

    private static func isTitle(_ word: String) -> Bool {
        titles.contains(word.last == "." ? String(word.dropLast()) : word)
    }
}
