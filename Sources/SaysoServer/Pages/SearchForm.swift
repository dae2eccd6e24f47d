import SaysoLedger
import SaysoStatements

/// A search as its form has it: what somebody typed, what it means, and what is wrong with it.
struct SearchForm: Sendable {
    /// All fields that were filled in.
    private let fields: [(name: String, value: String)]
    /// What they mean, without those that make no sense.
    let search: Search
    /// What is wrong with a field, by its name.
    let problems: [String: String]

    /// - Parameter query: what stands after the question mark.
    /// - Throws: `Problem` when it is not spelled as addresses are.
    init(_ query: String?) throws {
        var query = try Query(query, isForm: true)
        fields = query.pairs
        var problems: [String: String] = [:]
        search = try Search(&query) { name, error in problems[name] = Self.words(error, of: name) }
        if let name = query.pairs.first?.name {
            problems["other"] =
                "There is no field “\(ShortText.line(name, 60))” here; the others were read without it."
        }
        self.problems = problems
    }

    /// Whether nothing is asked.
    var isBlank: Bool { fields.allSatisfy { $0.name == "sort" || $0.name == "limit" } }

    /// What a browser's tab says.
    var title: String {
        guard let words = value("q") else { return isBlank ? "Who said what" : "Search" }
        return "Search: \(words)"
    }

    private func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// The address of the same search elsewhere, or on another page.
    ///
    /// - Parameters:
    ///   - path: of what answers it.
    ///   - left: the field that is left out, as an index.
    ///   - choice: the one of its values that is left out, where commas part them; nil for all of it.
    ///   - cursor: where the page begins.
    /// - Returns: path and fields.
    func address(_ path: String, without left: Int? = nil, choice: Substring? = nil, cursor: String? = nil)
        -> String
    {
        var pairs: [(String, String)] = []
        for (index, field) in fields.enumerated() where field.name != "cursor" {
            guard index == left else {
                pairs.append(field)
                continue
            }
            let rest = field.value.split(separator: ",").filter { $0 != choice }
            if choice != nil, !rest.isEmpty { pairs.append((field.name, rest.joined(separator: ","))) }
        }
        if let cursor { pairs.append(("cursor", cursor)) }
        let spelled = pairs.map { Query.encoded($0) + "=" + Query.encoded($1) }.joined(separator: "&")
        return spelled.isEmpty ? path : "\(path)?\(spelled)"
    }

    // MARK: Problems

    private static func words(_ error: any Error, of name: String) -> String {
        let examples = [
            "said":
                "Write a day, a month or a year, such as 2025-03-03, 2025-03 or 2025, or two with .. between.",
            "published":
                "Write a day, a month or a year, such as 2025-03-03, 2025-03 or 2025, or two with .. between.",
            "cursor": "This page of results is not to be found any more; begin with the first.",
        ]
        if let example = examples[name] { return example }
        let message =
            switch error {
            case let problem as Problem: problem.detail
            case let error as LedgerError: error.message
            default: "this makes no sense"
            }
        return message.prefix(1).uppercased() + message.dropFirst() + "."
    }

    /// Finds the field that a ledger refuses: each is asked for alone.
    ///
    /// - Parameters:
    ///   - error: what the ledger said.
    ///   - ledger: the ledger.
    /// - Returns: what is wrong, by field.
    func blame(_ error: LedgerError, _ ledger: Ledger) -> [String: String] {
        var problems: [String: String] = [:]
        func ask(_ name: String, _ change: (inout Search) -> Void) {
            var part = Search(Question())
            part.limit = 1
            change(&part)
            do throws(LedgerError) { _ = try ledger.search(part) } catch {
                problems[name] = Self.words(error, of: name)
            }
        }
        if !search.speakers.isEmpty { ask("speaker") { $0.speakers = search.speakers } }
        if !search.outlets.isEmpty { ask("outlet") { $0.outlets = search.outlets } }
        ask("q") { $0.question = search.question }
        if problems.isEmpty { problems["cursor"] = Self.words(error, of: "cursor") }
        return problems
    }

    // MARK: Content

    /// The form with what was typed, the filters that are set, and where the same search leads.
    func content(problems: [String: String], names: [String: String]) -> Content {
        var content: Content = [:]
        for name in ["q", "role", "said", "published", "cluster", "limit"] {
            content["field_\(name)"] = value(name)
        }
        for name in ["speaker", "outlet"] {
            let all = fields.filter { $0.name == name }.map(\.value)
            // The form has one of each; an address may have more.
            content["fields_\(name)"] = (all.isEmpty ? [""] : all).enumerated().map { number, value in
                ["value": value, "id": number == 0 ? name : "\(name)\(number + 1)"] as Content
            }
        }
        content["problem"] = problems.mapValues { $0 as Any }
        content["hasProblems"] = !problems.isEmpty
        let forms = typed("form")
        content["forms"] = Statement.Form.allCases.map {
            choice("form", $0.rawValue, PlainWords.name($0), nil, forms.contains(Substring($0.rawValue)))
        }
        let kinds = typed("kind")
        content["kinds"] = Saying.Kind.allCases.map {
            choice(
                "kind",
                $0.rawValue,
                PlainWords.name($0),
                PlainWords.examples($0),
                kinds.contains(Substring($0.rawValue))
            )
        }
        content["isChanged"] = search.isChanged
        content["hasEarlier"] = search.hasEarlierRevisions
        let orders: [(Search.Order, String)] = [
            (.relevance, "Best answers first"), (.newest, "Latest day first"),
            (.oldest, "Earliest day first"),
        ]
        content["orders"] = orders.map { order, name in
            ["value": order.rawValue, "name": name, "isChosen": order == search.order] as Content
        }
        let filters = filters(names)
        content["filters"] = filters
        content["hasFilters"] = !filters.isEmpty
        content["isOpen"] = problems.keys.contains { !["q", "cursor", "other"].contains($0) }
        content["isBlank"] = isBlank
        content["first"] = address("/")
        if problems.isEmpty {
            content["feeds"] = [
                feed("Atom", "application/atom+xml", "/feeds/search.atom"),
                feed("JSON Feed", "application/feed+json", "/feeds/search.json"),
            ]
            content["csv"] = address("/search.csv")
            content["json"] = address("/api/v1/search")
        }
        return content
    }

    private func typed(_ name: String) -> Set<Substring> {
        Set(fields.filter { $0.name == name }.flatMap { $0.value.split(separator: ",") })
    }

    private func choice(
        _ field: String,
        _ value: String,
        _ name: String,
        _ examples: String?,
        _ isChosen: Bool
    )
        -> Content
    {
        var content: Content = [
            "field": field, "value": value, "name": name, "isChosen": isChosen, "id": "\(field)-\(value)",
        ]
        content["examples"] = examples
        return content
    }

    private func feed(_ name: String, _ type: String, _ path: String) -> Content {
        ["name": name, "type": type, "title": "This search as \(name)", "address": address(path)]
    }

    private static let labels = [
        "speaker": "Speaker", "role": "Role", "outlet": "Outlet", "said": "Said", "published": "Published",
        "form": "Words given", "kind": "Kind", "cluster": "Quotation", "changed": "Changed after publication",
        "all_revisions": "Earlier revisions, too",
    ]

    /// The filters that are set, each with the search without it.
    private func filters(_ names: [String: String]) -> [Content] {
        fields.enumerated().flatMap { index, field -> [Content] in
            guard let label = Self.labels[field.name] else { return [] }
            let isFlag = field.name == "changed" || field.name == "all_revisions"
            if isFlag, field.value != "true" { return [] }
            let isList = field.name == "form" || field.name == "kind"
            let values = isList ? field.value.split(separator: ",") : [Substring(field.value)]
            return values.map { value in
                var text = names[String(value)] ?? String(value)
                if field.name == "said" || field.name == "published" {
                    text = value.split(separator: "..", omittingEmptySubsequences: false)
                        .map { DayText.spelled(String($0)) }.joined(separator: " to ")
                }
                if let form = Statement.Form(rawValue: text), field.name == "form" {
                    text = PlainWords.name(form)
                }
                var content: Content = [
                    "label": label,
                    "address": address("/", without: index, choice: isList ? value : nil),
                ]
                if !isFlag { content["value"] = ShortText.line(text, 80) }
                return content
            }
        }
    }
}
