/// When a clause happens, as its verb says.
enum Tense: Sendable {
    case past, future, unknown
}

/// Finds a clause's tense by the verbs next to a place in it.
struct TenseReader {
    private enum Word {
        case other
        /// "was", "said": a past that nothing before it changes.
        case past
        /// "arrested", "held": past, or a participle after "will be".
        case participle
        /// "will", "could", "scheduled".
        case future
        /// Of the future when "to" follows: "plans", "agreed".
        case plan
        /// Of the future in "let's".
        case `let`
        case boundary
        case comma
    }

    private let prose: Prose
    private let words: [Word]

    init(_ prose: Prose) {
        self.prose = prose
        words = prose.forms.map { Self.word($0) }
    }

    /// The tense of the clause that some tokens stand in.
    ///
    /// - Parameters:
    ///   - tokens: what the clause says it of.
    ///   - sentence: the tokens of the sentence.
    /// - Returns: by the nearest verb before them, else after them.
    func tense(around tokens: Range<Int>, in sentence: Range<Int>) -> Tense {
        let farthest = 30
        let left = (max(sentence.lowerBound, tokens.lowerBound - farthest)..<tokens.lowerBound).reversed()
        let before = tense(of: left, in: sentence, backwards: true)
        if before != .unknown { return before }
        let right = tokens.upperBound..<min(sentence.upperBound, tokens.upperBound + farthest)
        return tense(of: right, in: sentence, backwards: false)
    }

    private func tense(of places: some Sequence<Int>, in sentence: Range<Int>, backwards: Bool) -> Tense {
        var found = Tense.unknown
        for place in places {
            switch words[Int(prose.tokens[place].form)] {
            case .other: continue
            case .let:
                // "Let's"
                if place + 1 < sentence.upperBound, ["'", "’"].contains(prose.form(place + 1)) {
                    return .future
                }
            case .comma: if found != .unknown { return found }
            case .boundary: return found
            case .past: return .past
            case .participle:
                // "will be held": the verb that decides stands before it.
                if !backwards { return .past }
                if found == .unknown { found = .past }
            case .plan:
                if place + 1 < sentence.upperBound, prose.form(place + 1) == "to" { return .future }
                if prose.form(place).hasSuffix("ed"), found == .unknown { found = .past }
            case .future:
                // "Will Marn said", "Theresa May"
                let isName =
                    prose.tokens[place].shape == .title
                    && (place > sentence.lowerBound
                        || place + 1 < sentence.upperBound
                            && prose.tokens[place + 1].isCapitalised)
                if !isName { return .future }
            }
        }
        return found
    }

    private static func word(_ form: String) -> Word {
        if let word = list[form] { return word }
        guard form.utf8.count > 4, form.hasSuffix("ed"), !form.hasSuffix("eed") else { return .other }
        return notVerbs.contains(form) ? .other : .participle
    }

    private static let list: [String: Word] = {
        var list: [String: Word] = [:]
        func add(_ forms: String, _ word: Word) {
            for form in forms.split(separator: " ") { list[String(form)] = word }
        }
        add(
            "was were had did said told went came began saw took gave knew spoke wrote broke fell grew rose flew "
                + "drove chose ran became got felt",
            .past
        )
        add(
            "left made held met found sent won lost led brought bought thought sought fought caught taught kept "
                + "paid put set cut hit shot struck built spent stood sat read heard begun seen taken given known "
                + "spoken written broken fallen risen been done gone born",
            .participle
        )
        add(
            "will ll shall would could should might may can must cannot won scheduled slated due expected "
                + "upcoming "
                // What is planned is told in the present.
                + "opens begins starts holds hosts meets faces launches arrives returns ends expires resumes "
                + "closes airs premieres goes takes comes",
            .future
        )
        list["won"] = .participle
        list["let"] = .let
        add(
            "plan plans planned planning expect expects agree agrees agreed want wants wanted vow vows "
                + "vowed pledge pledges pledged intend intends intended hope hopes hoped propose proposes "
                + "proposed promise promises promised set going likely about is are was were has have had need "
                + "needs needed ready supposed",
            .plan
        )
        add("was were had", .past)
        add(
            "; : “ ” \" ( ) — – that which who whose when while because although but if where why how what whether",
            .boundary
        )
        add(",", .comma)
        return list
    }()

    private static let notVerbs: Set<String> = [
        "hundred", "united", "naked", "sacred", "wicked", "rugged", "kindred", "alleged", "so-called",
    ]
}
