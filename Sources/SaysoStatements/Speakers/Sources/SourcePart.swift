/// Whom a source's words, or one of several joined by "and", refer to.
enum SourcePart {
    /// A name, as an index of the article's names.
    case name(Int)
    /// "she", "they": its token.
    case pronoun(Int)
    /// "who", "which": its token.
    case relative(Int)
    /// "the former", "the latter": the second word's token.
    case ordinal(Int)
    /// "Q" or "A" before a colon: its token.
    case label(Int)
    /// A phrase without a name.
    case nominal(Nominal)

    /// The token by which its place in the text counts.
    func place(_ names: [NameMention]) -> Int {
        switch self {
        case .name(let index): names[index].name.lowerBound
        case .pronoun(let token), .relative(let token), .ordinal(let token), .label(let token): token
        case .nominal(let nominal): nominal.head
        }
    }
}
