import SaysoLedger

extension SettlePage {
    /// What a form of the page asks for.
    enum Choice: Sendable {
        case merge([String])
        case apart(String, String)
        case split(String, statements: [String], roles: [String], name: String?)
        case rename(String, name: String)
        case link(String, address: String?)
        case undo(Int64)

        /// Reads a form.
        ///
        /// - Parameters:
        ///   - form: its fields.
        ///   - speaker: whose page it is on; nil for doubts and decisions.
        /// - Throws: `Problem` that says what is missing.
        init(_ form: inout Query, speaker: String?) throws {
            let action = try form.text("action")
            if action == "undo" {
                guard let number = try form.number("decision", in: 1...Int(Int32.max)) else {
                    throw Problem.invalid("say which decision is undone; each in the list has a button")
                }
                self = .undo(Int64(number))
                return
            }
            let (one, name) = (try speaker ?? form.text("one"), try form.text("name"))
            let (other, address) = (try form.text("other"), try form.text("address"))
            let (statements, roles) = (try form.texts("statement"), try form.texts("role"))
            guard let one else {
                throw Problem.invalid("say who is meant, by a number such as p12 or a name")
            }
            switch action {
            case "merge", "apart":
                guard let other else {
                    throw Problem.invalid("say who the other one is, by a number such as p12 or a name")
                }
                self = action == "merge" ? .merge([one, other]) : .apart(one, other)
            case "split":
                guard !statements.isEmpty || !roles.isEmpty else {
                    throw Problem.invalid(
                        "choose the statements or roles that are somebody else’s, then split them off"
                    )
                }
                self = .split(one, statements: statements, roles: roles, name: name)
            case "rename":
                guard let name else { throw Problem.invalid("write the new name") }
                self = .rename(one, name: name)
            case "link": self = .link(one, address: address)
            default:
                throw Problem.invalid("this form is not known here; load the page again, and send it again")
            }
        }

        /// Does it.
        func make(in ledger: Ledger, author: String) throws -> SpeakerDecision {
            switch self {
            case .merge(let speakers): return try ledger.merge(speakers, author: author)
            case .apart(let one, let other): return try ledger.keepApart(one, other, author: author)
            case .split(let speaker, let statements, let roles, let name):
                var parts = SpeakerParts()
                parts.statements = try statements.map { text in
                    guard let statement = StatementID(text) else {
                        throw Problem.invalid("“\(text.prefix(60))” is no statement; load the page again")
                    }
                    return statement
                }
                parts.roles = roles
                return try ledger.split(speaker, parts, name: name, author: author)
            case .rename(let speaker, let name): return try ledger.rename(speaker, to: name, author: author)
            case .link(let speaker, let address):
                return try ledger.link(speaker, to: address, author: author)
            case .undo(let number): return try ledger.undo(number, author: author)
            }
        }
    }
}
