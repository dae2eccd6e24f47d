/// What words say of an act of saying.
///
/// The lists hold dictionary forms; American spellings stand beside British ones where they differ by more than
/// an s.
struct CueLexicon {
    /// A verb with the words that must follow it in the cue, or open the content: "call" with "for".
    struct Phrase {
        let rest: [Substring]
        let kind: Saying.Kind
    }

    /// The one that everybody reads.
    static let shared = CueLexicon()

    private let verbs: [String: Saying.Kind]
    private let others: [String: Saying.Kind]
    private let phrases: [String: [Phrase]]

    private init() {
        verbs = Self.entries(Self.verbLists)
        others = Self.entries(Self.otherLists)
        var phrases: [String: [Phrase]] = [:]
        for (kind, list) in Self.phraseLists {
            for phrase in list.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
                let words = phrase.split(separator: " ")
                phrases[String(words[0]), default: []].append(Phrase(rest: Array(words[1...]), kind: kind))
            }
        }
        // The more words, the surer.
        self.phrases = phrases.mapValues { $0.sorted { $0.rest.count > $1.rest.count } }
    }

    /// What a form of a verb says.
    func verb(_ word: String) -> Saying.Kind? {
        Lemmas.first(of: word) { verbs[$0] ?? verbs[Self.british($0)] }
    }

    /// What a form of a noun, an adjective, an adverb or a preposition says.
    func other(_ word: String) -> Saying.Kind? {
        Lemmas.first(of: word) { others[$0] ?? others[Self.british($0)] }
    }

    /// The phrases that begin with a form of a word.
    func phrases(_ word: String) -> [Phrase] { Lemmas.first(of: word) { phrases[$0] } ?? [] }

    /// Whether a word is a form of one that leaves the meaning to what follows it: "made a promise", "went on
    /// to say", "is expected to announce".
    func isLight(_ word: String) -> Bool {
        Lemmas.first(of: word) { Self.light.contains($0) ? true : nil } ?? false
    }

    private static func british(_ word: String) -> String {
        word.hasSuffix("ize") ? word.dropLast(2) + "se" : word
    }

    private static func entries(_ lists: [(Saying.Kind, String)]) -> [String: Saying.Kind] {
        var entries: [String: Saying.Kind] = [:]
        for (kind, list) in lists {
            for word in list.split(whereSeparator: \.isWhitespace) { entries[String(word)] = kind }
        }
        return entries
    }

    private static let light: Set<String> = [
        "be", "have", "do", "go", "continue", "begin", "start", "keep", "get", "try", "seek", "appear",
        "seem",
        "decline", "refuse", "fail", "use", "proceed", "come", "make", "give", "issue", "release", "take",
        "put",
        "send", "deliver", "expect", "publish", "hold", "file", "provide", "need", "stop", "attempt",
        "manage",
        "want", "plan", "intend", "hope", "set", "offer", "submit", "circulate", "read", "look", "avoid",
        "quote",
        "cite", "back",
    ]
}
