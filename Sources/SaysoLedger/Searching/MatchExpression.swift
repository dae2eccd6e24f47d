import SaysoStatements

/// A question in the language of SQLite's FTS5. Nothing that somebody wrote stands in it outside of quotation marks.
struct MatchExpression {
    /// Words of contents that a match is ranked and marked by.
    struct Phrase {
        let words: String
        let isPrefix: Bool

        /// The phrase alone.
        var expression: String { MatchExpression.spelled(words, isPrefix: isPrefix, in: "content") }
    }

    /// The expression.
    private(set) var text = ""
    /// For each phrase of the expression, in order, what it ranks by; nil for filters and what is left out.
    private(set) var phrases: [Phrase?] = []
    private let outlets: OutletReference

    /// - Parameters:
    ///   - nodes: what must all be so; at least one.
    ///   - outlets: finds an outlet's rows by name or host.
    /// - Throws: ``LedgerError`` when nothing but what to leave out is there, and what `outlets` throws.
    init(_ nodes: [Question.Node], outlets: OutletReference) throws {
        self.outlets = outlets
        try add(.all(nodes), isLeftOut: false)
    }

    /// The expression, and that one of some tags is there.
    func with(tags: [String]) -> String { "(\(text)) AND \(Self.spelled(tags: tags))" }

    private mutating func add(_ node: Question.Node, isLeftOut: Bool) throws {
        switch node {
        case .words(let words, let isPrefix, let column):
            var alternatives = [Phrase(words: words, isPrefix: isPrefix)]
            if isPrefix, let whole = Self.completed(words) {
                alternatives.append(Phrase(words: whole, isPrefix: false))
            }
            let spelled = alternatives.map {
                Self.spelled($0.words, isPrefix: $0.isPrefix, in: column.rawValue)
            }
            text += spelled.count == 1 ? spelled[0] : "(" + spelled.joined(separator: " OR ") + ")"
            phrases += alternatives.map { column == .content && !isLeftOut ? $0 : nil }
        case .kinds(let kinds): add(tags: kinds.map { "k" + $0.rawValue })
        case .outlet(let name): add(tags: try outlets.rows(name).map { "o\($0)" })
        case .tags(let tags): add(tags: tags)
        case .any(let nodes): try add(nodes, " OR ", isLeftOut)
        case .not(let node):
            try add(.all([.not(node)]), isLeftOut: isLeftOut)
        case .all(let nodes):
            let wanted = nodes.filter { !$0.isNegation }
            let unwanted = nodes.filter(\.isNegation)
            guard !wanted.isEmpty else {
                throw LedgerError.question("it says only what to leave out; say what to look for as well")
            }
            if !unwanted.isEmpty { text += "(" }
            try add(wanted, " AND ", isLeftOut)
            for case .not(let node) in unwanted {
                text += " NOT "
                try add([node], "", true)
            }
            if !unwanted.isEmpty { text += ")" }
        }
    }

    private mutating func add(_ nodes: [Question.Node], _ word: String, _ isLeftOut: Bool) throws {
        text += "("
        for (index, node) in nodes.enumerated() {
            if index > 0 { text += word }
            try add(node, isLeftOut: isLeftOut)
        }
        text += ")"
    }

    /// Parts of endings that the index cuts off, and endings with which the word has the same stem; the first that
    /// fits holds.
    private static let endings = [
        ("izatio", "ize"), ("izati", "ize"), ("izat", "ize"), ("iza", "ize"), ("iz", "ize"),
        ("iona", "ional"),
        ("atio", "ate"), ("ati", "ate"), ("at", "ate"), ("abl", "able"), ("ab", "able"), ("ibl", "ible"),
        ("men", "ment"), ("me", "ment"), ("anc", "ance"), ("enc", "ence"), ("en", "ence"), ("iv", "ive"),
        ("io", "ion"), ("a", "ate"), ("i", "ize"), ("m", "ment"),
    ]

    /// A whole word for a beginning that goes into its ending, `negotiate` for `negotiat`: the index has only
    /// `negoti`. Nil for other beginnings. A word that does not exist has a stem of its own, and finds nothing.
    private static func completed(_ beginning: String) -> String? {
        let small = beginning.lowercased()
        return endings.first { small.hasSuffix($0.0) }.map { String(small.dropLast($0.0.count)) + $0.1 }
    }

    private mutating func add(tags: [String]) {
        // No outlet has the number 0: nothing is found.
        let tags = tags.isEmpty ? ["o0"] : tags
        text += Self.spelled(tags: tags)
        phrases += tags.map { _ in nil }
    }

    private static func spelled(tags: [String]) -> String {
        "tags : (" + tags.map { "\"\($0)\"" }.joined(separator: " OR ") + ")"
    }

    private static func spelled(_ words: String, isPrefix: Bool, in column: String) -> String {
        "\(column) : \"" + words.replacing("\"", with: " ") + (isPrefix ? "\" *" : "\"")
    }
}
