import SaysoStatements

/// What somebody looks for, in the words they wrote: `dam "safety review" -tunnel speaker:Osk said:2025-03`.
///
/// Words are found in what was said, in all their forms (`warn` finds `warned`), whatever their case and accents.
///
/// | Written | Finds |
/// |---|---|
/// | `dam flood` | both words |
/// | `dam OR dyke` | either |
/// | `"safety review"` | the words in this order |
/// | `reserv*` | words that begin so |
/// | `-tunnel`, `NOT tunnel` | what has not the word |
/// | `(dam OR dyke) flood` | either, with the other |
/// | `speaker:Osk`, `role:"harbour minister"` | words of a speaker's name or role, as the article prints them |
/// | `speaker:p12` | one speaker of the ledger |
/// | `outlet:coastwire.example` | one outlet, by name or host |
/// | `kind:denied,warned`, `form:direct` | kinds of saying, forms |
/// | `said:2025-03`, `published:2025-03-01..2025-03-14` | days |
/// | `cluster:7` | the places of one quotation |
/// | `changed:yes` | what was changed after publication |
public struct Question: Hashable, Sendable {
    /// What a question is made of.
    indirect enum Node: Hashable, Sendable {
        /// Words that follow each other in a column.
        case words(String, isPrefix: Bool, in: Column)
        case kinds([Saying.Kind])
        case outlet(String)
        /// Any of some marks of statements; see `Schema.words`.
        case tags([String])
        case all([Node])
        case any([Node])
        case not(Node)
    }

    /// Where words are looked for.
    enum Column: String, Hashable, Sendable {
        case content, speaker, role
    }

    /// What must be so; nil for anything.
    var root: Node?
    /// When it must have been said.
    var said: DayRange?
    /// When it must have been published.
    var published: DayRange?
    /// Of which speaker of the ledger it must be.
    var speaker: String?
    /// In which forms it must be; none for all.
    var forms: [Statement.Form] = []
    /// Of which quotation it must be a place.
    var cluster: Int?
    /// Whether it must have been changed after publication.
    var isChanged = false

    /// Asks for everything.
    public init() {}

    /// Reads a question.
    ///
    /// - Parameter text: what somebody wrote.
    /// - Throws: ``LedgerError`` with the code `invalid` that says what makes no sense. A question of no words at all
    ///   makes sense: it asks for everything.
    /// - Complexity: linear in the text's length.
    public init(_ text: String) throws(LedgerError) {
        var reader = QuestionReader(try QuestionScanner.lexemes(of: text))
        self = try reader.question()
    }
}
