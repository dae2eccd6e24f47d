extension Phrases {
    /// The nouns in a role that say what its bearer is, singular: "president" and "officer" of "president and chief
    /// operating officer of the bank".
    func roleNouns(in role: Range<Int>) -> [String] {
        var nouns: [String] = []
        for index in role.prefix(16) {
            let kind = classes(index)
            if form(index) == "s", index > 0, isPossessiveMark(index - 1) {
                nouns = []
                continue
            }
            if isMark(index) || isOne(index, of: ["and"]) { continue }
            if !kind.isDisjoint(with: [.preposition, .function, .pronoun]), !nouns.isEmpty { break }
            if !kind.isDisjoint(with: [.person, .people, .organisation]) {
                nouns.append(Self.spelledOut[form(index)] ?? Lexicon.singular(form(index)))
            } else if let full = Self.spelledOut[form(index)] {
                nouns.append(full)
            }
        }
        return nouns
    }

    static let spelledOut = [
        "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "dr": "doctor",
        "prof": "professor", "lt": "lieutenant", "col": "colonel", "sgt": "sergeant", "capt": "captain",
        "adm": "admiral", "rev": "reverend", "insp": "inspector", "det": "detective",
        "supt": "superintendent",
    ]
}
