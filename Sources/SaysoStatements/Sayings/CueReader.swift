/// The words around a cue, in lower case, from which one can tell how something was said.
struct CueContext {
    /// The words right before the cue, in its own clause, without those of the source.
    var before: [String] = []
    /// The cue's words.
    var cue: [String]
    /// The first words of the content, where they follow the cue.
    var after: [String] = []
    /// Whether all of the content is quoted.
    var isQuoted = false
    /// Whether a condition stands before it all: "if he says …".
    var isConditional = false
}

extension Saying {
    /// Reads a cue.
    init(_ context: CueContext) {
        let head = CueHead(context)
        let words = CueWords(context, head: head.index)
        self.init(kind: head.kind, isNegated: words.isNegated, isHedged: words.isHedged)
    }
}

/// The word that says most of what kind of act a cue reports.
private struct CueHead {
    /// Its index in the cue, or in cue and content together; nil when no word says anything.
    private(set) var index: Int?
    private(set) var kind = Saying.Kind.other

    init(_ context: CueContext) {
        let words = context.cue
        let lexicon = CueLexicon.shared
        for index in words.indices {
            if let phrase = Self.phrase(at: index, in: context) {
                (self.index, kind) = phrase
                return
            }
            guard let kind = lexicon.verb(words[index]), !lexicon.isLight(words[index]) else { continue }
            (self.index, self.kind) = (index, kind)
            return
        }
        let others = words.indices.lazy.compactMap { at in lexicon.other(words[at]).map { (at, $0) } }
        if let (index, kind) = others.first(where: { !lexicon.isLight(words[$0.0]) }) {
            (self.index, self.kind) = (index, kind)
        } else if let index = words.lastIndex(where: { lexicon.verb($0) != nil }) {
            self.index = index
            // "declined | to comment"
            if Negations.isRefusal(words[index]), context.after.count > 1, context.after[0] == "to",
                let kind = lexicon.verb(context.after[1]), kind.isUttered
            {
                self.index = words.count + 1
                self.kind = kind
            } else {
                kind = lexicon.verb(words[index]) ?? .other
            }
        } else if context.isQuoted || !words.contains(where: { $0.contains(where: \.isLetter) }) {
            kind = .said
        } else if words.count == 1 {
            kind = Self.prepositions[words[0]] ?? .other
        }
    }

    /// The last word and the kind of a phrase that begins at a word: in "called on Monday for" it is "call for".
    private static func phrase(at index: Int, in context: CueContext) -> (last: Int, kind: Saying.Kind)? {
        let words = context.cue + context.after.prefix(2)
        for phrase in CueLexicon.shared.phrases(words[index]) {
            var rest = phrase.rest[...]
            var last = index
            for next in words.indices[(index + 1)...] where rest.first.map({ words[next] == $0 }) == true {
                rest.removeFirst()
                last = next
            }
            if rest.isEmpty { return (min(last, context.cue.count - 1), phrase.kind) }
        }
        return nil
    }

    /// Cues of one small word: "50 percent chose the ferry in a poll", "for many islanders it is a dream".
    private static let prepositions: [String: Saying.Kind] = [
        "in": .reported, "under": .reported, "for": .thought, "to": .thought,
    ]
}

/// What the small words of a cue do to it.
private struct CueWords {
    let isNegated: Bool
    let isHedged: Bool

    init(_ context: CueContext, head: Int?) {
        let cue = context.cue + context.after
        let words = context.before + cue.prefix(head ?? context.cue.count)
        let rest = cue.dropFirst(head ?? context.cue.count)
        isNegated =
            Negations.isNegated(words, goingOn: rest.first) || rest.prefix(2).contains("nothing")
        isHedged = context.isConditional || Hedges.isHedged(words, rest: Array(rest))
    }
}

/// Words that say that something was not said.
enum Negations {
    private static let words: Set<String> = [
        "not", "never", "without", "neither", "nor", "cannot", "yet", "unable", "unwilling", "reluctant",
        "short",
        "rather", "instead", "dont", "didnt", "wont",
    ]
    private static let refusals: Set<String> = [
        "decline", "refuse", "fail", "avoid", "hesitate", "forget", "omit", "neglect", "dodge", "stop",
    ]
    /// What takes the sting out of "not" or "no".
    private static let additions: Set<String> = [
        "only", "just", "merely", "simply", "doubt", "question", "secret",
    ]

    static func isRefusal(_ word: String) -> Bool {
        Lemmas.first(of: word) { refusals.contains($0) ? true : nil } ?? false
    }

    /// Whether some words before a verb negate it; the verb is the one that they go on with.
    static func isNegated(_ before: [String], goingOn verb: String?) -> Bool {
        before.indices.contains { index in
            let word = before[index]
            let isShort =
                word == "t" && index > 1 && before[index - 2].hasSuffix("n") && before[index - 1] != "n"
            guard isShort || words.contains(word) || word == "no" || isRefusal(word) else { return false }
            let next = index + 1 < before.count ? before[index + 1] : verb
            return next.map(additions.contains) != true
        }
    }
}

/// Words that leave open that something was said.
enum Hedges {
    private static let adverbs: Set<String> = [
        "reportedly", "allegedly", "supposedly", "purportedly", "apparently", "seemingly", "possibly",
        "perhaps",
        "maybe", "probably", "likely", "ostensibly", "presumably",
    ]
    private static let modals: Set<String> = [
        "may", "might", "could", "would", "should", "can", "will", "shall", "ll",
    ]
    private static let intentions: Set<String> = [
        "expect", "want", "plan", "intend", "hope", "try", "attempt", "seek", "appear", "seem", "prepare",
        "need",
        "set", "schedule", "aim", "wish",
    ]
    private static let hearsay: Set<String> = [
        "said", "believed", "thought", "reported", "alleged", "rumoured", "rumored", "understood",
    ]
    private static let forms: Set<String> = ["is", "are", "was", "were", "be", "been", "am", "s", "re"]

    /// Whether some words before a verb hedge it, or the verb and what follows do: "is said to have".
    static func isHedged(_ before: [String], rest: [String]) -> Bool {
        for (index, word) in before.enumerated() {
            let next = index + 1 < before.count ? before[index + 1] : ""
            if adverbs.contains(word) { return true }
            // "would not say" is a refusal; "may not have said" is not sure.
            let isRefused = next == "not" || next == "never"
            if modals.contains(word), !isRefused || word == "may" || word == "might" { return true }
            if forms.contains(word), next == "to" { return true }
            let isIntended = Lemmas.first(of: word) { intentions.contains($0) ? true : nil } ?? false
            if isIntended, next == "to" { return true }
        }
        if let first = rest.first, adverbs.contains(first) { return true }
        return rest.count > 1 && rest[1] == "to" && hearsay.contains(rest[0])
            && before.contains(where: forms.contains)
    }
}
