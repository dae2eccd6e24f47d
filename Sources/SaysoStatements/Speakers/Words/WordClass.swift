/// What a word may be, by itself: a word can be several things, and its neighbours decide.
struct WordClass: OptionSet {
    let rawValue: UInt32

    /// Begins a noun phrase: "a", "the", "some", "two".
    static let determiner = WordClass(rawValue: 1 << 0)
    /// A determiner that says the thing is known: "the", "this".
    static let definite = WordClass(rawValue: 1 << 1)
    /// "his", "its", "their": a determiner that stands for somebody.
    static let possessive = WordClass(rawValue: 1 << 2)
    /// "of", "in", "by".
    static let preposition = WordClass(rawValue: 1 << 3)
    /// Any other word of grammar: no noun phrase goes over it.
    static let function = WordClass(rawValue: 1 << 4)
    /// A frequent verb form: no noun phrase goes over it either.
    static let verb = WordClass(rawValue: 1 << 5)
    /// "he", "who", "they".
    static let pronoun = WordClass(rawValue: 1 << 6)
    /// What stands before a name, with a capital: "Mr", "President", "Coach".
    static let title = WordClass(rawValue: 1 << 7)
    /// What one person is: "doctor", "spokeswoman".
    static let person = WordClass(rawValue: 1 << 8)
    /// What several people are: "doctors", "residents".
    static let people = WordClass(rawValue: 1 << 9)
    /// What an organisation is: "agency", "ministry".
    static let organisation = WordClass(rawValue: 1 << 10)
    /// What is written or shown: "report", "poll".
    static let document = WordClass(rawValue: 1 << 11)
    /// A man's first name, or a word for a man.
    static let masculine = WordClass(rawValue: 1 << 12)
    /// A woman's first name, or a word for a woman.
    static let feminine = WordClass(rawValue: 1 << 13)
    /// A first name.
    static let givenName = WordClass(rawValue: 1 << 14)
    /// Joins the parts of a surname: "van", "de", "al".
    static let particle = WordClass(rawValue: 1 << 15)
    /// A day or month, which no name goes over.
    static let calendar = WordClass(rawValue: 1 << 16)
    /// Of a country or party, before a role: "Russian", "Democratic".
    static let adjective = WordClass(rawValue: 1 << 17)
    /// A country or city that can act: "Germany".
    static let place = WordClass(rawValue: 1 << 18)
    /// What ends an organisation's name: "Inc", "Ltd".
    static let legalForm = WordClass(rawValue: 1 << 19)
    /// What the head of an office is head of: "state", "staff", "defence".
    static let office = WordClass(rawValue: 1 << 20)
    /// A number, in words or digits, or another word for how many.
    static let quantity = WordClass(rawValue: 1 << 21)
    /// Comes after a name without being of it: "Jr", "III".
    static let suffix = WordClass(rawValue: 1 << 22)
    /// What an organisation's name has among its words: "Ministry", "Bank", "Times".
    static let institution = WordClass(rawValue: 1 << 24)
    /// One of a kind, for which there may be a name elsewhere: "organisation" without more, "firm".
    static let generic = WordClass(rawValue: 1 << 23)

    /// Any noun for somebody or something that can say something.
    static let sourceNoun: WordClass = [.person, .people, .organisation, .document]
    /// Where a noun phrase ends, reading leftwards.
    static let boundary: WordClass = [.preposition, .function, .verb, .pronoun]
}
