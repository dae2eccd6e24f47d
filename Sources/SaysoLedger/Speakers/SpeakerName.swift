import SaysoStatements

/// A speaker's name, taken apart to compare it with others.
struct SpeakerName: Hashable {
    /// Where names that may be one's are looked for; nil when the name tells nobody from anybody else, so that it
    /// means somebody else in each article.
    let block: String?
    /// Equal for names that differ only in titles, stops, accents and capitals.
    let key: String
    /// A person's given names, or initials of them.
    let given: [String]
    /// "jr", "iii".
    let suffix: String?
    /// A person's surname or only name; an organisation's capitals, when its name is nothing else.
    let last: String
    let kind: Speaker.Kind

    /// - Parameters:
    ///   - name: as printed.
    ///   - kind: what it names.
    init(_ name: String, kind: Speaker.Kind) {
        self.kind = kind
        let printed = Self.printedWords(name, kind)
        var words = printed.map(Self.plain).filter { !$0.isEmpty }
        if kind == .person {
            while words.count > 1, Self.titles.contains(words[0]) { words.removeFirst() }
            while words.count > 1, Self.letters.contains(words[words.count - 1]) { words.removeLast() }
            suffix =
                words.count > 1 && Self.generations.contains(words[words.count - 1])
                ? words.removeLast() : nil
            last = words.last ?? ""
            given = Array(words.dropLast())
            key = words.joined(separator: " ") + (suffix.map { ", " + $0 } ?? "")
            block = words.isEmpty ? nil : "p \(last)" + (given.first?.first.map { " \($0)" } ?? "")
            return
        }
        if words.count > 1, words[0] == "the" { words.removeFirst() }
        while words.count > 1, Self.companies.contains(words[words.count - 1]) { words.removeLast() }
        (given, suffix) = ([], nil)
        key = words.joined(separator: " ")
        let isShort = printed.count == 1 && words.count == 1 && (2...6).contains(words[0].count)
        last = isShort && printed[0].filter(\.isLetter).allSatisfy(\.isUppercase) ? words[0] : ""
        let isProper =
            !words.isEmpty
            && printed.allSatisfy { word in
                word.first.map { $0.isUppercase || $0.isNumber } == true
                    || Self.small.contains(Self.plain(word))
            }
        let says = words.contains { !Self.small.contains($0) && !Self.bodies.contains($0) }
        switch kind {
        case .organisation where isProper && says:
            block = "o " + (last.isEmpty ? Self.initials(words) ?? words[0] : last)
        case .group where isProper && says: block = "g " + key
        case .document where isProper && says && words.count > 1: block = "d " + key
        default: block = nil
        }
    }

    /// The initials of an organisation's words: "ht" for "Harbour Trust".
    var initials: String? { Self.initials(key.split(separator: " ").map(String.init)) }

    private static func initials(_ words: [String]) -> String? {
        let letters = words.filter { !small.contains($0) }.compactMap(\.first)
        return letters.count > 1 ? String(letters) : nil
    }

    /// How much a name tells, to compare forms of one: the letters of a person's given names, or of all.
    var fullness: Int { kind == .person ? given.reduce(0) { $0 + $1.count } : key.count }

    /// Whether two names of one surname can be one person's: "Mara Osk", "M. L. Osk".
    func fits(_ other: SpeakerName) -> Bool {
        guard last == other.last, suffix == other.suffix, let first = given.first,
            let second = other.given.first,
            Self.isInitial(first, of: second)
        else { return false }
        let (middle, others) = (given.dropFirst(), other.given.dropFirst())
        return zip(middle, others).allSatisfy { Self.isInitial($0, of: $1) }
    }

    private static func isInitial(_ one: String, of other: String) -> Bool {
        one == other || one.count == 1 && other.hasPrefix(one) || other.count == 1 && one.hasPrefix(other)
    }

    // MARK: Words

    /// At most so many words of a name count; no name has more.
    private static let most = 12

    private static func printedWords(_ name: String, _ kind: Speaker.Kind) -> [String] {
        if name.utf8.allSatisfy({ (0x41...0x7A).contains($0) || $0 == 0x20 }) {
            return name.split(separator: " ").prefix(most).map(String.init)
        }
        // "J.K." are two initials, "U.N." is one word.
        let text = kind == .person ? name.replacing(".", with: " ") : name.replacing(".", with: "")
        return text.split { $0.isWhitespace || $0 == "," }.prefix(most).map(String.init)
    }

    /// Letters and digits alone, small and without accents.
    static func plain(_ word: some StringProtocol) -> String {
        if word.utf8.allSatisfy({ (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }) {
            return String(decoding: word.utf8.map { $0 | 0x20 }, as: UTF8.self)
        }
        var plain = ""
        for character in word.lowercased() where character.isLetter || character.isNumber || character == "-"
        {
            plain.append(accents[character] ?? character)
        }
        return plain
    }

    private static let accents: [Character: Character] = {
        var table: [Character: Character] = [:]
        for (letter, forms) in [
            ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđ"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
            ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"), ("o", "òóôõöøōŏő"),
            ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"),
            ("z", "źżž"),
        ] as [(Character, String)] {
            for form in forms { table[form] = letter }
        }
        return table
    }()

    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "doctor", "sir", "dame", "lord", "lady",
        "rev",
        "reverend", "gen", "general", "col", "colonel", "lt", "lieutenant", "sgt", "sergeant", "capt",
        "captain",
        "maj", "major", "hon",
    ]
    private static let letters: Set<String> = [
        "mp", "msp", "qc", "kc", "mbe", "obe", "cbe", "phd", "md", "esq",
    ]
    private static let generations: Set<String> = ["jr", "sr", "ii", "iii", "iv"]
    private static let companies: Set<String> = [
        "inc", "ltd", "llc", "plc", "corp", "co", "limited", "gmbh", "ag",
    ]
    static let small: Set<String> = [
        "of", "and", "for", "the", "to", "on", "in", "at", "de", "la", "von", "van",
    ]

    /// Bodies that every country or town has one of: alone they do not say which is meant.
    private static let bodies: Set<String> = [
        "ministry", "department", "police", "court", "council", "government", "parliament", "senate",
        "congress",
        "house", "assembly", "cabinet", "board", "committee", "commission", "agency", "office", "embassy",
        "bureau",
        "university", "hospital", "school", "church", "army", "navy", "air", "force", "coast", "guard",
        "foreign",
        "defence", "defense", "health", "interior", "justice", "finance", "treasury", "education",
        "environment",
        "agriculture", "transport", "trade", "energy", "labour", "labor", "supreme", "high", "appeal",
        "appeals",
        "district", "city", "town", "state", "national", "federal", "county", "central", "bank", "fire",
        "service",
        "public", "attorney", "general", "prosecutor", "prosecutors", "election", "electoral", "party",
        "union",
        "opposition", "administration", "authority", "authorities", "affairs", "central", "crown", "group",
        "company", "association", "institute", "foundation", "team", "club", "us", "report",
    ]
}
