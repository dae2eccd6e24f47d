/// Whom one mention refers to, and how that was found.
struct Answer {
    /// Indices of the discourse's referents; none when it is not clear.
    var referents: [Int]
    /// "name", "pronoun", "role", …
    var rule: String
    /// How probable it is that this is right; for each rule, about the share that was right on development articles.
    var confidence: Double
    /// The mention that led there, as tokens.
    var antecedent: Range<Int>?

    static func none(_ rule: String) -> Answer {
        Answer(referents: [], rule: rule, confidence: 0, antecedent: nil)
    }
}

/// What surrounds a source.
struct SourceContext {
    /// Its tokens.
    var source: Range<Int>
    /// The contents of its statements, as tokens.
    var contents: [Range<Int>]
}
