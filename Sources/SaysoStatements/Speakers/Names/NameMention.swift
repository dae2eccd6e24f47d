/// One place where the article prints a name.
struct NameMention {
    /// The name's own tokens, titles apart.
    var name: Range<Int>
    /// What stands before it and says what its bearer is, titles among it: "Foreign Ministry spokeswoman".
    var roleBefore: Range<Int>?
    /// What stands after it, between commas: "a dentist".
    var roleAfter: Range<Int>?
    /// How much its own words and neighbours speak for a person, less what speaks for an organisation.
    var personEvidence = 0
    /// Its bearer's sex as title or first name tell it: above zero for a man, below for a woman.
    var gender = 0
    /// Whether the network takes it for a place.
    var isPlace = false
    /// Whether it only says whose or which something else is: "Brandt's letter", "the Brandt campaign".
    var isModifier = false
    /// Whether it stands in a headline or another line with capitals throughout.
    var isShouted = false
    /// Whether its bearer's role is over: "Fenwick succeeded Stroud as mayor".
    var isReplaced = false
    /// Of a first name that shares the surname of a name joined to it: that surname's token.
    var surname: Int?
    /// Its words in lower case, initials without stops; hyphened parts are one word.
    var words: [String]

    /// From the role's beginning to the name's end.
    var whole: Range<Int> { (roleBefore?.lowerBound ?? name.lowerBound)..<name.upperBound }
}
