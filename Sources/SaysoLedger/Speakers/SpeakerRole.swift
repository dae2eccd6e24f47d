/// What an article says that somebody is, as words that can be compared.
struct SpeakerRole: Hashable {
    /// All words that tell something, sorted.
    let words: Set<String>
    /// Those among them that are names: of a place, a party, a firm.
    let names: Set<String>

    /// How much a role tells.
    enum Kind {
        /// It names whom somebody belongs to: "mayor of Orrin".
        case specific
        /// It does not: "mayor".
        case general
        /// There is none.
        case none
    }

    var kind: Kind { !names.isEmpty ? .specific : words.isEmpty ? .none : .general }

    /// Its words in one text; equal for equal roles.
    var key: String { words.sorted().joined(separator: " ") }

    /// Whether it can be held by but one person, so that a surname is enough beside it.
    var isTelling: Bool { !names.isEmpty && words.count > 1 }

    /// - Parameters:
    ///   - role: as printed.
    ///   - affiliation: whom somebody belongs to.
    init(_ role: String?, affiliation: String?) {
        var (words, names): (Set<String>, Set<String>) = ([], [])
        for text in [role, affiliation].compactMap(\.self) {
            var capitals = ""
            func endName() {
                // "United States" and "US" share a word.
                if capitals.count > 1 {
                    words.insert(capitals)
                    names.insert(capitals)
                }
                capitals = ""
            }
            for part in text.replacing(".", with: "").split(whereSeparator: { !$0.isLetter && !$0.isNumber })
                .prefix(40)
            {
                let plain = SpeakerName.plain(part)
                let word = Self.same[plain] ?? plain
                let isName = part.first?.isUppercase == true && !Self.offices.contains(word)
                if isName, let first = plain.first { capitals.append(first) } else { endName() }
                guard !Self.weak.contains(word), plain.count > 1 else { continue }
                words.insert(word)
                if isName { names.insert(word) }
            }
            endName()
        }
        (self.words, self.names) = (words, names)
    }

    /// Whether two roles can well be one person's: they share a word, and do not name different places or bodies.
    func agrees(with other: SpeakerRole) -> Bool {
        guard !words.isDisjoint(with: other.words) else { return false }
        return !names.isDisjoint(with: other.words) || !other.names.isDisjoint(with: words) || names.isEmpty
            || other.names.isEmpty
    }

    private static let weak: Set<String> = [
        "of", "the", "at", "for", "and", "an", "in", "on", "to", "from", "with", "by", "former", "ex",
        "senior",
        "deputy", "vice", "chief", "acting", "then", "new", "current", "member", "head", "official", "mr",
        "mrs",
        "ms", "dr", "sir", "his", "her", "its", "who", "is", "was", "has", "local", "old", "year", "long",
        "first",
        "top", "city", "state", "national",
    ]

    /// Words of one meaning.
    private static let same: [String: String] = [
        "spokesman": "spokesperson", "spokeswoman": "spokesperson", "chairman": "chair",
        "chairwoman": "chair",
        "chairperson": "chair", "congressman": "lawmaker", "congresswoman": "lawmaker",
        "legislator": "lawmaker",
        "parliamentarian": "lawmaker", "mp": "lawmaker", "attorney": "lawyer", "solicitor": "lawyer",
        "barrister": "lawyer", "counsel": "lawyer", "ceo": "executive", "boss": "executive",
        "policeman": "police",
        "policewoman": "police", "physician": "doctor", "presidential": "president",
        "ministerial": "minister",
        "prof": "professor", "scientists": "scientist", "researchers": "researcher",
        "councilman": "councillor",
        "councilwoman": "councillor", "councilor": "councillor", "premier": "prime", "actress": "actor",
    ]

    /// Offices, which some papers print with a capital: no names.
    private static let offices: Set<String> = [
        "president", "minister", "prime", "secretary", "chancellor", "governor", "mayor", "senator",
        "lawmaker",
        "representative", "rep", "sen", "gov", "speaker", "leader", "chair", "executive", "director",
        "manager",
        "general", "colonel", "captain", "major", "sergeant", "lieutenant", "inspector", "detective",
        "superintendent",
        "commissioner", "constable", "sheriff", "officer", "police", "judge", "justice", "lawyer",
        "prosecutor",
        "ambassador", "envoy", "king", "queen", "prince", "princess", "pope", "bishop", "archbishop",
        "cardinal",
        "pastor", "father", "imam", "rabbi", "professor", "doctor", "coach", "spokesperson", "economist",
        "analyst",
        "editor", "author", "founder", "owner", "treasurer", "councillor", "candidate", "nominee", "foreign",
        "home",
        "finance", "interior", "defence", "defense", "health", "education", "master", "warden", "engineer",
    ]
}
