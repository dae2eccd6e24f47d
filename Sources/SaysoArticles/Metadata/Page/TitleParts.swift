/// Takes titles apart: the headline, and the outlet's name that pages put before or behind it.
enum TitleParts {
    private static let separators = [
        " | ", " - ", " – ", " — ", " · ", " • ", " » ", " :: ", " : ", " ‹ ", " / ", " < ", "|",
    ].map { Array($0.utf8) }

    /// A title without the outlet's name, section and tags.
    static func headline(in title: String, outlet: String?, host: String?) -> String {
        var text = title.collapsed
        for _ in 0..<3 {
            guard let (head, tail) = cut(text, fromEnd: true) else { break }
            guard
                isOutlet(tail, outlet, host)
                    || tail.split(separator: " ").count <= 3 && head.split(separator: " ").count >= 5
                        && hasOutlet(title, outlet, host)
            else { break }
            text = head
        }
        if let (head, tail) = cut(text, fromEnd: false), isOutlet(head, outlet, host) { text = tail }
        return text
    }

    /// The outlet's name in a title: a part that is like the server's name.
    static func outlet(in title: String, host: String?) -> String? {
        let title = title.collapsed
        for fromEnd in [true, false] {
            guard let (head, tail) = cut(title, fromEnd: fromEnd) else { continue }
            let part = fromEnd ? tail : head
            if isOutlet(part, nil, host) { return part }
        }
        return nil
    }

    /// Cuts a title at the separator next to its end or its beginning.
    private static func cut(_ text: String, fromEnd: Bool) -> (String, String)? {
        let bytes = Array(text.utf8)
        var best: Range<Int>?
        for separator in separators {
            let starts = 1..<max(1, bytes.count - separator.count)
            let start =
                fromEnd
                ? starts.last { bytes[$0...].starts(with: separator) }
                : starts.first { bytes[$0...].starts(with: separator) }
            guard let start else { continue }
            if let best, fromEnd ? start <= best.lowerBound : start >= best.lowerBound { continue }
            best = start..<start + separator.count
        }
        guard let best else { return nil }
        return (
            String(decoding: bytes[..<best.lowerBound], as: UTF8.self).collapsed,
            String(decoding: bytes[best.upperBound...], as: UTF8.self).collapsed
        )
    }

    private static func hasOutlet(_ title: String, _ outlet: String?, _ host: String?) -> Bool {
        outlet.map { title.folded.contains($0.folded) } ?? false
    }

    /// Whether a part of a title is the outlet's name, or is spelled in the server's.
    private static func isOutlet(_ part: String, _ outlet: String?, _ host: String?) -> Bool {
        let words = part.folded
        guard !words.isEmpty, words.utf8.count <= 60 else { return false }
        if let outlet = outlet?.folded,
            words == outlet || words.hasPrefix(outlet + " ") || outlet.hasPrefix(words + " ")
        {
            return true
        }
        guard let host = host?.lowercased() else { return false }
        let labels = host.split(separator: ".").dropLast().filter { $0 != "www" && $0.utf8.count > 2 }
        let letters = words.filter { $0 != " " }
        let plain = letters.hasPrefix("the") ? String(letters.dropFirst(3)) : letters
        let initials = String(words.split(separator: " ").compactMap(\.first))
        return labels.contains { label in
            let label = label.filter { $0 != "-" }
            return label == letters || label == plain
                || label.count >= 4 && 10 * letters.count <= 22 * label.count && letters.hasPrefix(label)
                || plain.count >= 4 && label.contains(plain) || initials.count >= 3 && label == initials
                || words == host
        } || host.hasSuffix(words.filter { $0 != " " }) && words.contains(".")
    }

    static func agree(_ one: String, _ other: String) -> Bool {
        TitleWords(one).likeness(to: TitleWords(other)) >= 0.6
    }
}

/// The words of a title, for finding the same title elsewhere.
struct TitleWords {
    /// Numbers for the words, in order and without repeats.
    private let words: [UInt64]

    init(_ text: String) {
        var words: [UInt64] = []
        var letters: [UInt64] = []
        var word: UInt64 = 0
        for byte in text.folded.utf8 {
            if byte == 0x20 {
                words.append(word)
                word = 0
            } else {
                word = (word ^ UInt64(byte)) &* 0x100_0000_01B3 &+ 1
                if letters.count < 200 { letters.append(UInt64(byte) | (letters.last ?? 0) << 8) }
            }
        }
        if word != 0 { words.append(word) }
        // Without spaces between words, stretches of letters have to do.
        if words.count <= 2, letters.count > 12 { words = letters.dropFirst(7).map(\.self) }
        words.sort()
        self.words = words.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    /// The share of the longer title's words that the other has too.
    func likeness(to other: TitleWords) -> Double {
        guard !words.isEmpty, !other.words.isEmpty else { return 0 }
        var (one, two, common) = (0, 0, 0)
        while one < words.count, two < other.words.count {
            if words[one] == other.words[two] {
                (one, two, common) = (one + 1, two + 1, common + 1)
            } else if words[one] < other.words[two] {
                one += 1
            } else {
                two += 1
            }
        }
        return Double(common) / Double(max(words.count, other.words.count))
    }
}
