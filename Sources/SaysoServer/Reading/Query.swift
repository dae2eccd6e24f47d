import Hummingbird
import SaysoArticles
import SaysoLedger

/// The parameters of an address, taken one by one; what nobody takes makes no sense.
struct Query {
    private var values: [(name: String, value: String)]
    /// Whether fields that were left empty count as missing, as forms send them.
    private let isForm: Bool

    /// - Parameters:
    ///   - query: what stands after the question mark, or a form's body.
    ///   - isForm: whether fields that were left empty count as missing.
    /// - Throws: `Problem` when it is not spelled as forms spell it.
    init(_ query: String?, isForm: Bool = false) throws(Problem) {
        self.isForm = isForm
        values = []
        for pair in (query ?? "").utf8.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(
                separator: UInt8(ascii: "="),
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            let name = try Self.decoded(parts[0])
            let value = try parts.count > 1 ? Self.decoded(parts[1]) : ""
            if !isForm || !value.isEmpty { values.append((name, value)) }
        }
    }

    /// - Parameter fields: a form's fields; those that were left empty count as missing.
    init(fields: [(name: String, value: String)]) {
        isForm = true
        values = fields.filter { !$0.value.isEmpty }
    }

    /// All values of a name.
    mutating func texts(_ name: String) throws(Problem) -> [String] {
        let found = values.filter { $0.name == name }.map(\.value)
        values.removeAll { $0.name == name }
        if found.contains(where: \.isEmpty) { throw .invalid("\(name) is empty") }
        return found
    }

    /// The only value of a name; nil when there is none.
    mutating func text(_ name: String) throws(Problem) -> String? {
        let found = try texts(name)
        if found.count > 1 { throw .invalid("\(name) is given \(found.count) times") }
        return found.first
    }

    /// All names and values that are left.
    var pairs: [(name: String, value: String)] { values }

    /// The first value of a name, which stays there to be taken.
    func first(_ name: String) -> String? { values.first { $0.name == name }?.value }

    /// A number.
    mutating func number(_ name: String, in range: ClosedRange<Int>) throws(Problem) -> Int? {
        guard let text = try text(name) else { return nil }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
            range.contains(number)
        else { throw .invalid("\(name) is a number from \(range.lowerBound) to \(range.upperBound)") }
        return number
    }

    /// Whether something is so: `true`, or `false` as when it is not said.
    mutating func flag(_ name: String) throws(Problem) -> Bool {
        switch try text(name) {
        case nil, "false": return false
        case "true": return true
        default: throw .invalid("\(name) is true or false")
        }
    }

    /// Days: `2025-03-03`, `2025-03`, `2025`, or two with `..` between.
    mutating func days(_ name: String) throws(Problem) -> DayRange? {
        guard let text = try text(name) else { return nil }
        guard let days = DayRange(text) else {
            throw .invalid("\(name) is a day, a month or a year such as 2025-03, or two with .. between")
        }
        return days
    }

    private mutating func period(_ name: String) throws(Problem) -> DayRange? {
        guard let text = try text(name) else { return nil }
        guard let days = DayRange.period(text) else {
            throw .invalid("\(name) is a day, a month or a year such as 2025-03")
        }
        return days
    }

    /// The days from `since` to `until`, each a day, a month or a year.
    mutating func span() throws(Problem) -> DayRange {
        let days = DayRange(first: try period("since")?.first, last: try period("until")?.last)
        if let first = days.first, let last = days.last, first > last {
            throw .invalid("since is later than until")
        }
        return days
    }

    /// One of some words.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(_ name: String) throws(Problem)
        -> Choice?
    {
        guard let text = try text(name) else { return nil }
        return try Self.choice(name, text[...])
    }

    /// Some of some words, parted by commas or given one by one.
    mutating func choices<Choice: RawRepresentable<String> & CaseIterable & Hashable>(_ name: String)
        throws(Problem) -> Set<Choice>
    {
        var choices: Set<Choice> = []
        for text in try texts(name) {
            for part in text.split(separator: ",", omittingEmptySubsequences: false) {
                choices.insert(try Self.choice(name, part))
            }
        }
        return choices
    }

    /// Sees to it that nothing is left.
    func finish() throws(Problem) {
        if let (name, _) = values.first {
            throw .invalid("there is no parameter “\(name.prefix(60))” here")
        }
    }

    /// The parameters as an address has them.
    ///
    /// - Parameters:
    ///   - name: is left out.
    ///   - other: is added.
    /// - Returns: what stands after a question mark.
    func spelled(without name: String, with other: (name: String, value: String)? = nil) -> String {
        (values.filter { $0.name != name } + (other.map { [$0] } ?? [])).map { name, value in
            Self.encoded(name) + "=" + Self.encoded(value)
        }.joined(separator: "&")
    }

    /// Text as it stands in an address.
    static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                encoded.unicodeScalars.append(UnicodeScalar(byte))
            default: encoded += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }

    private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String,
        _ text: Substring
    )
        throws(Problem) -> Choice
    {
        guard let choice = Choice(rawValue: String(text)) else {
            let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid("\(name) is one of \(all)")
        }
        return choice
    }

    private static func decoded(_ text: some Collection<UInt8>) throws(Problem) -> String {
        var bytes: [UInt8] = []
        var digits = 0
        var code: UInt8 = 0
        for byte in text {
            if digits > 0 {
                guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { throw .spelling }
                (code, digits) = (code << 4 | UInt8(digit), digits - 1)
                if digits == 0 { bytes.append(code) }
            } else if byte == UInt8(ascii: "%") {
                (code, digits) = (0, 2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        guard digits == 0, !bytes.contains(0), let decoded = String(validating: bytes, as: UTF8.self) else {
            throw .spelling
        }
        return decoded
    }
}

extension Problem {
    fileprivate static let spelling = Problem.invalid(
        "the address is not spelled as addresses are (percent, UTF-8)"
    )
}

extension Search {
    /// Reads a search from an address: the same parameters for pages, the API and feeds.
    ///
    /// - Parameter query: the address' parameters.
    /// - Throws: `Problem` and ``LedgerError`` when one makes no sense.
    init(_ query: inout Query) throws { try self.init(&query) { throw $1 } }

    /// Reads a search from an address, field by field.
    ///
    /// - Parameters:
    ///   - query: the address' parameters.
    ///   - onProblem: is told which field makes no sense, and why; the search is then read without it.
    /// - Throws: what `onProblem` throws.
    init(_ query: inout Query, onProblem: (String, any Error) throws -> Void) throws {
        func read<Value>(
            _ name: String,
            _ other: Value,
            _ value: (inout Query) throws -> Value
        ) throws -> Value {
            do { return try value(&query) } catch {
                try onProblem(name, error)
                return other
            }
        }
        self.init(try read("q", Question()) { try Question($0.text("q") ?? "") })
        speakers = try read("speaker", []) { try $0.texts("speaker") }
        role = try read("role", nil) { try $0.text("role") }
        outlets = try read("outlet", []) { try $0.texts("outlet") }
        said = try read("said", DayRange()) { try $0.days("said") ?? DayRange() }
        published = try read("published", DayRange()) { try $0.days("published") ?? DayRange() }
        forms = try read("form", []) { try $0.choices("form") }
        kinds = try read("kind", []) { try $0.choices("kind") }
        cluster = try read("cluster", nil) { try $0.number("cluster", in: 1...Int(Int32.max)) }
        isChanged = try read("changed", false) { try $0.flag("changed") }
        hasEarlierRevisions = try read("all_revisions", false) { try $0.flag("all_revisions") }
        order = try read("sort", .relevance) { try $0.choice("sort") ?? .relevance }
        limit = try read("limit", 20) { try $0.number("limit", in: 1...1000) ?? 20 }
        cursor = try read("cursor", nil) { try $0.text("cursor") }
    }
}
