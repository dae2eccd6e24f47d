import SaysoLedger

/// The fields of a form that chooses outlets and days: for the audit and for stories.
struct OutletDaysFilter: Sendable {
    /// So many outlets are offered.
    static let mostOutlets = 20
    /// So many may be chosen.
    private static let most = 20

    let outlets: [String]
    let since: String?
    let until: String?
    /// What else is asked for.
    var query: Query

    /// Takes the fields; what else there is stays in ``query``.
    init(_ text: String?) throws {
        query = try Query(text, isForm: true)
        // Boxes and fields of one name may say the same.
        var seen: Set<String> = []
        outlets = try query.texts("outlet").filter { seen.insert($0).inserted }
        since = try query.text("since")
        until = try query.text("until")
        guard outlets.count <= Self.most else { throw Problem.invalid("choose at most \(Self.most) outlets") }
    }

    var isEmpty: Bool { outlets.isEmpty && since == nil && until == nil }

    /// Which articles are meant.
    func scope() throws(LedgerError) -> AuditScope {
        var scope = AuditScope()
        scope.outlets = outlets
        func day(_ text: String?, _ name: String) throws(LedgerError) -> DayRange? {
            guard let text else { return nil }
            guard let days = DayRange(text), !text.contains("..") else {
                throw LedgerError(.invalid, "\(name): write a day as 2025-03-03, or 2025-03, or 2025")
            }
            return days
        }
        scope.published = DayRange(first: try day(since, "From")?.first, last: try day(until, "To")?.last)
        if let first = scope.published.first, let last = scope.published.last, first > last {
            throw LedgerError(.invalid, "From is later than To; exchange the two days")
        }
        return scope
    }

    /// The fields in an address, with other outlets.
    func fields(outlets: [String]) -> String {
        (outlets.map { "outlet=\(Query.encoded($0))" }
            + [since.map { "since=\(Query.encoded($0))" }, until.map { "until=\(Query.encoded($0))" }]
            .compactMap(\.self)).joined(separator: "&")
    }

    /// The fields for a template.
    ///
    /// - Parameter known: the outlets that are offered.
    /// - Returns: what the form shows.
    func content(_ known: [ListedOutlet]) -> [String: Any] {
        let chosen = Set(outlets.map { $0.lowercased() })
        let names = Set(known.map { $0.name.lowercased() })
        let others = outlets.filter { !names.contains($0.lowercased()) }.map { ($0, false as Any) }
        let all = others + known.map { ($0.name, PlainWords.grouped($0.articles) as Any) }
        return [
            "since": since.orFalse, "until": until.orFalse, "hasOutlets": !all.isEmpty,
            "outlets": all.enumerated().map { index, outlet -> [String: Any] in
                [
                    "box": "outlet-\(index)", "outlet": outlet.0, "articles": outlet.1,
                    "isChosen": chosen.contains(outlet.0.lowercased()),
                ]
            },
        ]
    }
}
