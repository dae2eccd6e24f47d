import SaysoStatements

/// Cuts a question into its parts.
struct QuestionScanner {
    enum Lexeme: Hashable {
        case open, close, not, or
        case words(String, isPrefix: Bool)
        case field(Field, String)
    }

    /// What can stand before a colon.
    enum Field: String, CaseIterable {
        case speaker, role, outlet, kind, form, said, published, cluster, changed
    }

    /// More words than this are no question but a text.
    static let mostWords = 64
    private static let mostCharacters = 20_000
    private static let fewestBeforeStar = 3

    private var rest: Substring
    private var lexemes: [Lexeme] = []
    private var words = 0

    /// - Throws: ``LedgerError`` that says what makes no sense.
    static func lexemes(of text: String) throws(LedgerError) -> [Lexeme] {
        guard text.unicodeScalars.count <= mostCharacters else {
            throw .question("it is longer than \(mostCharacters) characters")
        }
        var scalars = String.UnicodeScalarView()
        // SQLite's texts end at a NUL.
        scalars.append(contentsOf: text.unicodeScalars.map { $0 == "\0" ? " " : $0 })
        let cleaned = String(scalars)
        var scanner = QuestionScanner(rest: cleaned[...])
        while try scanner.scan() {}
        return scanner.lexemes
    }

    private init(rest: Substring) { self.rest = rest }

    /// Takes one part; false at the end.
    private mutating func scan() throws(LedgerError) -> Bool {
        rest = rest.drop(while: \.isWhitespace)
        guard let first = rest.first else { return false }
        switch first {
        case "(", ")":
            rest.removeFirst()
            lexemes.append(first == "(" ? .open : .close)
        case "|":
            rest.removeFirst()
            lexemes.append(.or)
        case _ where Self.isQuote(first): try add(phrase())
        case "-":
            rest.removeFirst()
            if let next = rest.first, !next.isWhitespace, next != "-" { lexemes.append(.not) }
        default: try word()
        }
        return true
    }

    private static func isQuote(_ character: Character) -> Bool { "\"“”„«»".contains(character) }

    /// Takes what stands in quotation marks.
    private mutating func phrase() throws(LedgerError) -> String {
        rest.removeFirst()
        guard let end = rest.firstIndex(where: Self.isQuote) else {
            throw .question("a quotation mark has no second one")
        }
        defer { rest = rest[rest.index(after: end)...] }
        return String(rest[..<end])
    }

    private mutating func add(_ words: String) throws(LedgerError) {
        let isPrefix = rest.first == "*"
        if isPrefix { rest.removeFirst() }
        try add(words, isPrefix: isPrefix)
    }

    private mutating func add(_ text: String, isPrefix: Bool) throws(LedgerError) {
        let found = text.split { !$0.isLetter && !$0.isNumber }
        words += found.count
        if words > Self.mostWords { throw .question("it has more than \(Self.mostWords) words") }
        if isPrefix, (found.last?.count ?? 0) < Self.fewestBeforeStar {
            throw .question("\(text)*: a * needs at least \(Self.fewestBeforeStar) letters before it")
        }
        lexemes.append(.words(text, isPrefix: isPrefix))
    }

    private mutating func word() throws(LedgerError) {
        let word = rest.prefix { !$0.isWhitespace && !"()|".contains($0) && !Self.isQuote($0) }
        rest = rest[word.endIndex...]
        switch word {
        case "OR": return lexemes.append(.or)
        case "AND": return
        case "NOT": return lexemes.append(.not)
        default: break
        }
        if let colon = word.firstIndex(of: ":"), word[..<colon].allSatisfy({ $0.isASCII && $0.isLetter }),
            !word[colon...].hasPrefix("://"), colon != word.startIndex
        {
            return try field(word[..<colon].lowercased(), String(word[word.index(after: colon)...]))
        }
        let stem = word.last == "*" ? word.dropLast() : word
        if stem.contains("*") { throw .question("\(word): a * can only end a word") }
        try add(String(stem), isPrefix: stem.count < word.count)
    }

    private mutating func field(_ name: String, _ start: String) throws(LedgerError) {
        guard let field = Field(rawValue: name) else {
            let names = Field.allCases.map { $0.rawValue + ":" }.joined(separator: ", ")
            throw .question(
                "\(name): is none of \(names); write words with a colon in quotation marks"
            )
        }
        let isQuoted = start.isEmpty && rest.first.map(Self.isQuote) == true
        let value = isQuoted ? try phrase() : start
        words += value.split { !$0.isLetter && !$0.isNumber }.count
        if words > Self.mostWords { throw .question("it has more than \(Self.mostWords) words") }
        guard value.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw .question("\(name): needs something after the colon, such as \(field.example)")
        }
        lexemes.append(.field(field, value))
    }
}

extension QuestionScanner.Field {
    /// How it is used.
    var example: String {
        switch self {
        case .speaker: "speaker:Osk, speaker:\"Mara Osk\" or speaker:p12"
        case .role: "role:minister"
        case .outlet: "outlet:coastwire.example"
        case .kind: "kind:denied,warned"
        case .form: "form:direct"
        case .said: "said:2025-03 or said:2025-03-01..2025-03-14"
        case .published: "published:2025-03 or published:2025-03-01.."
        case .cluster: "cluster:7"
        case .changed: "changed:yes"
        }
    }
}

extension LedgerError {
    /// A question that makes no sense.
    static func question(_ reason: String) -> LedgerError {
        LedgerError(.invalid, "the question makes no sense: \(reason)")
    }
}
