@testable import SaysoArticles

/// What a file of the corpus says should come out of it, judged against what did.
///
/// Only what a ``Feed`` has can be judged; ``init(_:)`` refuses the rest by the names that are asked about. Texts
/// are compared without markup and white space: we keep texts, where the corpus expects HTML after a sanitiser.
struct FeedExpectation {
    typealias Unsupported = PythonExpression.Unsupported

    private let expression: PythonExpression

    /// Takes an expectation.
    ///
    /// - Throws: when it asks about nothing that we have, or about something that we have not.
    init(_ text: String) throws(Unsupported) {
        expression = try PythonExpression(text)
        let paths = expression.paths.filter { $0 != "bozo" }
        guard !paths.isEmpty, expression.asksOnlyForSoundness else { throw Unsupported() }
        for path in paths { _ = try Self.field(path) }
    }

    /// Whether a feed is as expected.
    func isMet(by feed: Feed) throws(Unsupported) -> Bool {
        try isTrue(expression, of: feed)
    }

    // MARK: Fields

    private enum Field {
        case count
        case text(String), time(String), plain(String)
        case content(Int)
        case author(Int)
    }

    private static func field(_ path: String) throws(Unsupported) -> (entry: Int?, field: Field) {
        if path == "entries" { return (nil, .count) }
        var parts = path.split(separator: ".").map(String.init)
        let owner = parts.removeFirst()
        let entry = owner.hasPrefix("entries[") ? Int(owner.dropFirst(8).dropLast()) : nil
        guard entry != nil || owner == "feed" else { throw Unsupported() }
        let name = parts.joined(separator: ".").replacing("_detail.value", with: "")
        switch name {
        case "title": return (entry, .text("title"))
        case "summary", "description": return (entry, .text("summary"))
        case "subtitle", "tagline": if entry == nil { return (entry, .text("summary")) }
        case "link", "language": return (entry, .plain(name))
        case "id", "guid": if entry != nil { return (entry, .plain("id")) }
        case "published", "updated", "published_parsed", "updated_parsed":
            return (entry, .time(String(name.prefix { $0 != "_" })))
        case "author_detail.name": if entry != nil { return (entry, .author(0)) }
        case _ where entry != nil:
            guard let open = name.firstIndex(of: "["), let close = name.firstIndex(of: "]"),
                let index = Int(name[name.index(after: open)..<close])
            else { throw Unsupported() }
            switch name.replacing("[\(index)]", with: "") {
            case "content.value": return (entry, .content(index))
            case "authors.name": return (entry, .author(index))
            default: break
            }
        default: break
        }
        throw Unsupported()
    }

    // MARK: Judging

    private enum Outcome {
        case value(PythonExpression.Value)
        /// The words of a text, without its markup.
        case text(String)
        case time(StatedTime?)
    }

    private func isTrue(_ expression: PythonExpression, of feed: Feed) throws(Unsupported) -> Bool {
        switch expression {
        case .literal(let value): return value != .none && value != .integer(0)
        case .path("bozo"): return false
        case .path, .length: throw Unsupported()
        case .not(let operand): return try !isTrue(operand, of: feed)
        case .and(let one, let other):
            let isFirst = try isTrue(one, of: feed)
            return try isTrue(other, of: feed) && isFirst
        case .or(let one, let other):
            let isFirst = try isTrue(one, of: feed)
            return try isTrue(other, of: feed) || isFirst
        case .comparison(let operands, let equal):
            for index in equal.indices {
                let (one, other) = try (
                    outcome(operands[index], of: feed), outcome(operands[index + 1], of: feed)
                )
                if Self.isEqual(one, other) != equal[index] { return false }
            }
            return true
        }
    }

    private func outcome(_ expression: PythonExpression, of feed: Feed) throws(Unsupported) -> Outcome {
        switch expression {
        case .literal(let value): return .value(value)
        case .length("entries"): return .value(.integer(feed.entries.count))
        case .path(let path):
            let (index, field) = try Self.field(path)
            guard let index else { return try outcome(field, of: feed) }
            guard index < feed.entries.count else { return .value(.none) }
            return try outcome(field, of: feed.entries[index], in: feed)
        default: throw Unsupported()
        }
    }

    private func outcome(_ field: Field, of feed: Feed) throws(Unsupported) -> Outcome {
        switch field {
        case .text("title"): return .text(feed.title ?? "")
        case .text: return .text(feed.subtitle ?? "")
        case .plain("link"): return Self.plain(feed.link)
        case .plain("language"): return Self.plain(feed.language)
        case .time("published"): return .time(feed.published)
        case .time: return .time(feed.updated ?? feed.published)
        default: throw Unsupported()
        }
    }

    private func outcome(_ field: Field, of entry: Feed.Entry, in feed: Feed) throws(Unsupported) -> Outcome {
        func text(_ content: Feed.Content?) -> Outcome {
            guard let content else { return .text("") }
            return .text(Self.words(Markup(html: feed.html(of: content).bytes).text(of: 0)))
        }
        switch field {
        case .text("title"): return .text(entry.title ?? "")
        case .text: return text(entry.summary ?? entry.contents.first)
        case .content(let index):
            return text(entry.contents.indices.contains(index) ? entry.contents[index] : nil)
        case .plain("link"): return Self.plain(entry.link)
        case .plain("id"): return Self.plain(entry.id)
        case .plain("language"): return Self.plain(entry.language)
        case .time("published"): return .time(entry.published)
        case .time: return .time(entry.updated ?? entry.published)
        case .author(let index): return Self.plain(entry.authors.dropFirst(index).first)
        default: throw Unsupported()
        }
    }

    private static func plain(_ text: String?) -> Outcome { .value(text.map { .string($0) } ?? .none) }

    private static func words(_ text: String) -> String {
        text.collapsed
    }

    private static func isEqual(_ one: Outcome, _ other: Outcome) -> Bool {
        switch (one, other) {
        case (.value(let one), .value(let other)): one == other
        case (.text(let one), .text(let other)): one == other
        case (.text(let text), .value(.string(let expected))):
            text == words(Markup(html: Array(expected.utf8)).text(of: 0)) || text == words(expected)
        case (.time(let time), .value(.string(let expected))): time == MachineDate.time(in: expected)
        case (.time(let time), .value(.tuple(let parts))): time.map(moment) == Array(parts.prefix(6))
        default: false
        }
    }

    /// Year to second, in Greenwich.
    private static func moment(_ time: StatedTime) -> [PythonExpression.Value] {
        let minutes = time.minutesSinceEpoch() ?? 0
        let day = Int((Double(minutes) / 1440).rounded(.down))
        let (date, minute) = (DayNumber.date(of: day), minutes - day * 1440)
        let parts = [date.year, date.month, date.day, minute / 60, minute % 60, time.clock?.second ?? 0]
        return parts.map { .integer($0) }
    }
}

extension PythonExpression {
    /// Whether `bozo`, the word for an ill-formed feed, is only asked about as `not bozo`.
    fileprivate var asksOnlyForSoundness: Bool {
        switch self {
        case .path(let path): path != "bozo"
        case .not(.path): true
        case .literal, .length: true
        case .not(let operand): operand.asksOnlyForSoundness
        case .and(let one, let other), .or(let one, let other):
            one.asksOnlyForSoundness && other.asksOnlyForSoundness
        case .comparison(let operands, _): operands.allSatisfy(\.asksOnlyForSoundness)
        }
    }
}
