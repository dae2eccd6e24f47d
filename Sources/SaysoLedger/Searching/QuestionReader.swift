import SaysoStatements

/// Puts a question together from its parts.
struct QuestionReader {
    private typealias Lexeme = QuestionScanner.Lexeme

    private let lexemes: [QuestionScanner.Lexeme]
    private var position = 0
    private var result = Question()
    private var depth = 0
    /// Whether what is read holds for the whole question: no `OR`, no group, no `-` around it.
    private var isAtTop: Bool { depth == 0 && !hasAlternatives }
    private var hasAlternatives = false

    /// Deeper groups are nobody's question.
    private static let mostGroups = 16

    init(_ lexemes: [QuestionScanner.Lexeme]) { self.lexemes = lexemes }

    /// - Throws: ``LedgerError`` that says what makes no sense.
    mutating func question() throws(LedgerError) -> Question {
        hasAlternatives = lexemes.contains(.or)
        result.root = try alternatives()
        if position < lexemes.count { throw .question("a ) has no ( before it") }
        if result.root == nil, result == Question(), !lexemes.isEmpty {
            throw .question("it has no word: a word has letters or digits")
        }
        return result
    }

    /// What stands between brackets, or all.
    private mutating func alternatives() throws(LedgerError) -> Question.Node? {
        var parts: [Question.Node] = []
        while true {
            let part = try conjunction()
            if let part { parts.append(part) }
            guard position < lexemes.count, lexemes[position] == .or else { break }
            position += 1
            let isLast = position == lexemes.count || lexemes[position] == .close || lexemes[position] == .or
            if part == nil || isLast { throw .question("OR needs something on both sides") }
        }
        return parts.count > 1 ? .any(parts) : parts.first
    }

    private mutating func conjunction() throws(LedgerError) -> Question.Node? {
        var parts: [Question.Node] = []
        while position < lexemes.count, lexemes[position] != .or, lexemes[position] != .close {
            if let part = try part() { parts.append(part) }
        }
        return parts.count > 1 || parts.contains(where: \.isNegation) ? .all(parts) : parts.first
    }

    private mutating func part() throws(LedgerError) -> Question.Node? {
        let lexeme = lexemes[position]
        position += 1
        switch lexeme {
        case .words(let words, let isPrefix):
            guard words.hasWord else { return nil }
            return .words(words, isPrefix: isPrefix, in: .content)
        case .field(let field, let value): return try node(field, value)
        case .not:
            guard position < lexemes.count, lexemes[position] != .or, lexemes[position] != .close,
                lexemes[position] != .not
            else { throw .question("- and NOT need something after them") }
            depth += 1
            defer { depth -= 1 }
            return try part().map(Question.Node.not)
        case .open:
            depth += 1
            defer { depth -= 1 }
            if depth > Self.mostGroups { throw .question("more than \(Self.mostGroups) ( in each other") }
            let group = try alternatives()
            guard position < lexemes.count, lexemes[position] == .close else {
                throw .question("a ( has no ) after it")
            }
            position += 1
            return group
        case .close, .or: preconditionFailure("read elsewhere")
        }
    }

    private mutating func node(_ field: QuestionScanner.Field, _ value: String) throws(LedgerError)
        -> Question.Node?
    {
        switch field {
        case .speaker where SpeakerID(value) != nil:
            try checkTop(field)
            result.speaker = value
        case .speaker: return .words(value, isPrefix: false, in: .speaker)
        case .role: return .words(value, isPrefix: false, in: .role)
        case .outlet: return .outlet(value)
        case .kind: return .kinds(try Self.values(field, value))
        case .form:
            try checkTop(field)
            result.forms = try Self.values(field, value)
        case .said:
            result.said = try days(field, value).intersection(result.said)
        case .published:
            result.published = try days(field, value).intersection(result.published)
        case .cluster:
            try checkTop(field)
            guard let number = Int(value) else { throw .question("\(field.example) has a number") }
            result.cluster = number
        case .changed:
            try checkTop(field)
            guard ["yes", "true"].contains(value.lowercased()) else {
                throw .question("changed: goes with yes only")
            }
            result.isChanged = true
        }
        return nil
    }

    private func checkTop(_ field: QuestionScanner.Field) throws(LedgerError) {
        if !isAtTop {
            throw .question("\(field.rawValue): holds for the whole question; it goes with no OR, ( or -")
        }
    }

    private func days(_ field: QuestionScanner.Field, _ value: String) throws(LedgerError) -> DayRange {
        try checkTop(field)
        guard let days = DayRange(value) else {
            throw .question("\(field.rawValue):\(value) is no day; write \(field.example)")
        }
        return days
    }

    private static func values<Value: RawRepresentable<String> & CaseIterable & Hashable>(
        _ field: QuestionScanner.Field,
        _ text: String
    ) throws(LedgerError) -> [Value] {
        var values: Set<Value> = []
        for name in text.split(separator: ",") {
            guard let value = Value(rawValue: name.lowercased()) else {
                let names = Value.allCases.map(\.rawValue).joined(separator: ", ")
                throw .question("\(field.rawValue):\(name) is none of \(names)")
            }
            values.insert(value)
        }
        return values.sorted { $0.rawValue < $1.rawValue }
    }
}

extension Question.Node {
    var isNegation: Bool {
        if case .not = self { return true }
        return false
    }
}

extension String {
    /// Whether there is anything that a search can find.
    var hasWord: Bool { contains { $0.isLetter || $0.isNumber } }
}
