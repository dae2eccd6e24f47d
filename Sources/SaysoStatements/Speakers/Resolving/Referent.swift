/// Somebody or something that an article's mentions refer to.
struct Referent {
    /// What it can be told to be.
    enum Number { case one, several }

    /// The fullest name's words in lower case; empty without a name.
    var words: [String] = []
    /// The mention with the fullest name, as an index of the article's names.
    var name: Int?
    /// Without a name: the fullest phrase, as tokens.
    var phrase: Range<Int>?
    /// The noun that the phrase is about.
    var head: Int?
    /// How much speaks for a person, less what speaks for an organisation.
    var personEvidence = 0
    /// Above zero for a man, below for a woman.
    var gender = 0
    var number = Number.one
    var isDocument = false
    /// Whether its words are a place's: a country, a city.
    var isPlace = false
    /// What the article says it is, as tokens, in order.
    var roles: [Range<Int>] = []
    /// The nouns of those roles, singular and in lower case.
    var roleHeads: Set<String> = []
    /// Whom a joint mention is of: "the two ministers".
    var members: [Int] = []
    /// How often the article mentioned it so far.
    var count = 0
    /// Its latest mention, as an index of the discourse's mentions.
    var latest = -1

    var isNamed: Bool { name != nil }

    /// Whether it may be one person.
    var mayBePerson: Bool { number == .one && !isDocument && personEvidence >= 0 && members.isEmpty }
    /// Whether it may be an organisation or a thing.
    var mayBeThing: Bool { number == .one && personEvidence <= 0 && members.isEmpty }
}

/// One place that refers to somebody, in the order of the text.
struct Mention {
    let tokens: Range<Int>
    let referent: Int
    let sentence: Int
    /// Whether it stands inside a quotation.
    let isQuoted: Bool
    /// Whether it only says whose something is.
    let isModifier: Bool
    /// Whether it is the first in its sentence.
    let isFirst: Bool
    /// Whether it stands behind a preposition.
    let isObject: Bool
}
