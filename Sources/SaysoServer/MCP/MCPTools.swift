import SaysoArticles
import SaysoLedger

/// What an assistant can ask a ledger.
struct MCPTools {
    /// A tool and what it takes.
    struct Tool: Sendable {
        let name: String
        let title: String
        let description: String
        let arguments: [Argument]
        let answer: @Sendable (Ledger, [String: JSONValue]) throws -> [UInt8]
    }

    /// An argument of a tool.
    struct Argument: Sendable {
        let name: String
        /// `string` or `integer`.
        let type: String
        let description: String
        var isRequired = false
    }

    let ledger: Ledger

    static let all = [search, statement, timeline]

    /// Asks.
    ///
    /// - Returns: a JSON object.
    /// - Throws: ``LedgerError`` when the question makes no sense to the ledger; `RPCError` when the arguments are not
    ///   those of the tool.
    func call(_ tool: Tool, _ arguments: JSONValue) throws -> [UInt8] {
        guard case .object(let given) = arguments else {
            throw RPCError(code: -32602, message: "the arguments are an object")
        }
        for (name, value) in given {
            guard let argument = tool.arguments.first(where: { $0.name == name }) else {
                throw RPCError(code: -32602, message: "\(tool.name) takes no “\(name.prefix(60))”")
            }
            switch (value, argument.type) {
            case (.string, "string"): break
            case (.number(let number), "integer") where Int(exactly: number) != nil: break
            default: throw RPCError(code: -32602, message: "\(name) is of the type \(argument.type)")
            }
        }
        for argument in tool.arguments where argument.isRequired && given[argument.name] == nil {
            throw RPCError(code: -32602, message: "\(tool.name) needs “\(argument.name)”")
        }
        return try tool.answer(ledger, given)
    }

    /// Writes a tool as `tools/list` has it.
    static func describe(_ tool: Tool, _ json: inout JSONWriter) {
        json.object { json in
            json.member("name", tool.name)
            json.member("title", tool.title)
            json.member("description", tool.description)
            json.object("inputSchema") { json in
                json.member("type", "object")
                json.object("properties") { json in
                    for argument in tool.arguments {
                        json.object(argument.name) { json in
                            json.member("type", argument.type)
                            json.member("description", argument.description)
                        }
                    }
                }
                json.array("required", tool.arguments.filter(\.isRequired)) { $0.value($1.name) }
                json.member("additionalProperties", false)
            }
            json.object("annotations") { json in
                json.member("readOnlyHint", true)
                json.member("openWorldHint", false)
            }
        }
    }

    // MARK: The tools

    private static let filters = [
        Argument(
            name: "outlet",
            type: "string",
            description: "Only what this outlet printed: its name or host."
        ),
        Argument(
            name: "said",
            type: "string",
            description: "Only what was said then: 2025-03-03, 2025-03, 2025, or two with .. between."
        ),
        Argument(name: "limit", type: "integer", description: "How many at most, from 1 to 100; else 10."),
        Argument(
            name: "cursor",
            type: "string",
            description: "Goes on where an answer ended, as its next has it."
        ),
    ]

    private static let search = Tool(
        name: "search",
        title: "Search statements",
        description: """
            Finds statements by what was said in them. Words are found in all their forms; "…" finds words in order, \
            OR either, - excludes, word* beginnings, kind:denied or form:direct the manner. Gives the exact words, who \
            said them, when, the outlet, and each statement's id.
            """,
        arguments: [
            Argument(
                name: "query",
                type: "string",
                description: "What to look for, such as: dam -tunnel",
                isRequired: true
            ),
            Argument(
                name: "speaker",
                type: "string",
                description: "Only what this speaker said: a name, a part of one, or an id such as p12."
            ),
        ] + filters
    ) { ledger, given in
        var search = try read(given["query"]?.text ?? "", given)
        search.speakers = [given["speaker"]?.text].compactMap(\.self)
        let results = try ledger.search(search)
        return object { json in
            json.rows("statements", results.hits.map { HitRow($0, unit: .codePoints) })
            json.member("next", results.next)
        }
    }

    private static let statement = Tool(
        name: "statement",
        title: "A statement with its evidence",
        description: """
            Gives one statement where it stands: its paragraph with <source>, {cue} and [content] marked, how the speaker \
            was found, its bytes in the original with the digest, what was changed after publication, and where else the \
            same words are printed.
            """,
        arguments: [
            Argument(
                name: "id",
                type: "string",
                description: "The statement, such as 7f3a9c21be045d10.12.",
                isRequired: true
            )
        ]
    ) { ledger, given in
        guard case .statement(let id) = try ledger.named(given["id"]?.text ?? "") else {
            throw LedgerError(.invalid, "this is a revision; a statement's name has a dot and a number")
        }
        let details = try ledger.details(of: id.revision)
        var json = JSONWriter()
        json.value(details, [Exhibit(details, id.number, try ledger.appearances(of: id))])
        return json.bytes
    }

    private static let timeline = Tool(
        name: "timeline",
        title: "What somebody said, day by day",
        description: """
            Gives the statements of one speaker in the order of days. A name that several speakers have is answered with \
            all of them and their ids.
            """,
        arguments: [
            Argument(
                name: "speaker",
                type: "string",
                description: "A name, a part of one, or an id such as p12.",
                isRequired: true
            ),
            Argument(
                name: "about",
                type: "string",
                description: "Only statements that answer this question, written as for search."
            ),
        ] + filters
    ) { ledger, given in
        let search = try read(given["about"]?.text ?? "", given)
        let timeline = try ledger.timeline(of: given["speaker"]?.text ?? "", search)
        return object { json in
            json.object("speaker") { json in
                json.member("id", "\(timeline.speaker)")
                json.member("name", timeline.name)
            }
            json.rows("statements", timeline.hits.map { HitRow($0, unit: .codePoints) })
            json.member("next", timeline.next)
        }
    }

    private static func read(_ question: String, _ given: [String: JSONValue]) throws -> Search {
        var search = Search(try Question(question))
        search.outlets = [given["outlet"]?.text].compactMap(\.self)
        if let said = given["said"]?.text {
            guard let days = DayRange(said) else {
                throw LedgerError(.invalid, "\(said): not a day, a month or a year such as 2025-03")
            }
            search.said = days
        }
        search.cursor = given["cursor"]?.text
        search.limit = 10
        if case .number(let number)? = given["limit"] {
            guard (1...100).contains(number) else { throw LedgerError(.invalid, "limit is from 1 to 100") }
            search.limit = Int(number)
        }
        return search
    }

    private static func object(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter()
        json.object(members)
        return json.bytes
    }
}
