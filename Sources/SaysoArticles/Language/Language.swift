/// Tells which language a text is in, by its script and its commonest words.
package enum Language {
    /// A language and how sure it is.
    package struct Guess: Hashable, Sendable {
        /// A primary language subtag of BCP 47: `en`, `uk`, `zh`.
        package let tag: String
        /// From 0 to 1: how much of what was seen speaks for it, and not for the next likely one.
        package let confidence: Double
    }

    /// Guesses the language of a text.
    ///
    /// Built so that English is not taken for anything else: another language that is written in Latin letters
    /// needs clearly more of its common words in the text than English has.
    ///
    /// - Parameter text: valid UTF-8; the first 8,000 bytes count.
    /// - Returns: nil for a text of less than some fifteen words, and one in none of the languages known here.
    package static func guess(_ text: some Sequence<UInt8>) -> Guess? {
        var counter = WordCounter()
        counter.count(text)
        return counter.guess
    }

    /// Guesses the language of a text.
    package static func guess(_ text: String) -> Guess? { guess(text.utf8) }

    /// A tag as BCP 47 writes it: `en_us` is `en-US`; nil for what cannot be a tag.
    package static func normalized(_ tag: String) -> String? {
        let first = tag.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == " " }).first ?? ""
        let parts = first.split(whereSeparator: { $0 == "-" || $0 == "_" })
        guard let primary = parts.first, (2...3).contains(primary.utf8.count),
            parts.allSatisfy({
                $0.utf8.count <= 8 && $0.utf8.allSatisfy { $0.isASCIILetter || (0x30...0x39).contains($0) }
            }),
            primary.utf8.allSatisfy(\.isASCIILetter)
        else { return names[tag.collapsed.lowercased()] }
        var tags = [primary.lowercased()]
        for part in parts.dropFirst() {
            switch part.utf8.count {
            case 2: tags.append(part.uppercased())
            case 4: tags.append(part.prefix(1).uppercased() + part.dropFirst().lowercased())
            default: tags.append(part.lowercased())
            }
        }
        return tags.joined(separator: "-")
    }

    private static let names: [String: String] = [
        "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr",
        "spanish": "es", "español": "es", "italian": "it", "italiano": "it", "russian": "ru",
        "русский": "ru", "arabic": "ar", "portuguese": "pt", "turkish": "tr",
    ]
}

/// Counts scripts and common words.
private struct WordCounter {
    private static let longest = 8000
    private static let fewestWords = 15
    private static let fewestLetters = 40

    private var words = 0
    private var hits: [Int] = Array(repeating: 0, count: FunctionWords.languages.count)
    private var letters = (latin: 0, cyrillic: 0, arabic: 0, han: 0, kana: 0, hangul: 0)
    private var others: [String: Int] = [:]
    private var special: [UInt32: Int] = [:]

    mutating func count(_ text: some Sequence<UInt8>) {
        let text = String(decoding: Array(text.prefix(Self.longest)), as: UTF8.self)
        var word = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            if scalar.value < 0x80
                ? (0x61...0x7A).contains(scalar.value)
                : scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
            {
                word.append(scalar)
                count(scalar)
            } else if scalar == "'" || scalar == "’", !word.isEmpty {
                word.append("'")
            } else if !word.isEmpty {
                add(word)
                word = String.UnicodeScalarView()
            }
        }
        if !word.isEmpty { add(word) }
    }

    private mutating func add(_ word: String.UnicodeScalarView) {
        words += 1
        guard word.count <= 12 else { return }
        for language in FunctionWords.table[String(word)] ?? [] { hits[language] += 1 }
        // "l'eau", "dell'arte"
        if let cut = word.firstIndex(of: "'") {
            for language in FunctionWords.table[String(word[...cut])] ?? [] { hits[language] += 1 }
        }
    }

    private mutating func count(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0...0x24F, 0x1E00...0x1EFF: letters.latin += 1
        case 0x400...0x52F: letters.cyrillic += 1
        case 0x600...0x6FF, 0x750...0x77F:
            letters.arabic += 1
            special[scalar.value, default: 0] += 1
        case 0x3041...0x30FF: letters.kana += 1
        case 0x3400...0x9FFF: letters.han += 1
        case 0xAC00...0xD7A3: letters.hangul += 1
        default:
            for (range, tag) in Self.scripts where range.contains(scalar.value) {
                others[tag, default: 0] += 1
            }
        }
    }

    private static let scripts: [(ClosedRange<UInt32>, String)] = [
        (0x370...0x3FF, "el"), (0x1F00...0x1FFF, "el"), (0x530...0x58F, "hy"), (0x590...0x5FF, "he"),
        (0x900...0x97F, "hi"), (0x980...0x9FF, "bn"), (0xA00...0xA7F, "pa"), (0xA80...0xAFF, "gu"),
        (0xB00...0xB7F, "or"), (0xB80...0xBFF, "ta"), (0xC00...0xC7F, "te"), (0xC80...0xCFF, "kn"),
        (0xD00...0xD7F, "ml"), (0xD80...0xDFF, "si"), (0xE00...0xE7F, "th"), (0xE80...0xEFF, "lo"),
        (0xF00...0xFFF, "bo"), (0x1000...0x109F, "my"), (0x10A0...0x10FF, "ka"), (0x1200...0x137F, "am"),
        (0x1780...0x17FF, "km"),
    ]

    var guess: Language.Guess? {
        let total =
            letters.latin + letters.cyrillic + letters.arabic + letters.han + letters.kana + letters.hangul
            + others.values.reduce(0, +)
        guard total >= Self.fewestLetters else { return nil }
        let cjk = letters.han + letters.kana + letters.hangul
        let most = max(letters.latin, letters.cyrillic, letters.arabic, 2 * cjk, others.values.max() ?? 0)
        if most == letters.latin { return byWords(in: FunctionWords.latin) }
        let share = Double(most == 2 * cjk ? cjk : most) / Double(total)
        if most == letters.cyrillic { return byWords(in: FunctionWords.cyrillic) }
        if most == letters.arabic { return Language.Guess(tag: arabic, confidence: share) }
        if most == 2 * cjk {
            // Japanese has kana between its characters.
            let tag = letters.hangul * 2 > cjk ? "ko" : letters.kana * 10 > cjk ? "ja" : "zh"
            return Language.Guess(tag: tag, confidence: share)
        }
        let tag = others.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? "und"
        return Language.Guess(tag: tag, confidence: share)
    }

    /// Urdu and Persian have letters that Arabic has not.
    private var arabic: String {
        func share(_ letters: [UInt32]) -> Int { letters.reduce(0) { $0 + special[$1, default: 0] } }
        let total = self.letters.arabic
        if share([0x679, 0x688, 0x691, 0x6D2, 0x6BA]) * 50 > total { return "ur" }
        if share([0x67C, 0x689, 0x693, 0x69A, 0x6D0]) * 100 > total { return "ps" }
        if share([0x6CE, 0x6C6, 0x695, 0x6B5, 0x6D5]) * 25 > total { return "ckb" }
        return share([0x67E, 0x686, 0x698, 0x6AF, 0x6CC, 0x6A9]) * 40 > total ? "fa" : "ar"
    }

    private func byWords(in languages: Range<Int>) -> Language.Guess? {
        guard words >= Self.fewestWords else { return nil }
        let shares = languages.map { (language: $0, share: Double(hits[$0]) / Double(words)) }
        guard let best = shares.max(by: { ($0.share, $1.language) < ($1.share, $0.language) }),
            best.share > 0.1
        else { return nil }
        let next = shares.filter { $0.language != best.language }.map(\.share).max() ?? 0
        let tag = FunctionWords.languages[best.language]
        if tag != "en", languages == FunctionWords.latin {
            let english = shares.first { FunctionWords.languages[$0.language] == "en" }?.share ?? 0
            guard best.share > (english < 0.1 ? 2 : 3) * english else { return nil }
        }
        return Language.Guess(tag: tag, confidence: min(1, 3 * best.share) * (1 - 0.5 * next / best.share))
    }
}
