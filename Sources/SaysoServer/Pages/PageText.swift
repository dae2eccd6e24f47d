import Mustache
import SaysoArticles
import SaysoLedger
import SaysoStatements

/// What a template shows, by name.
typealias Content = [String: Any]

/// Text as HTML has it, in elements and in quoted attributes.
///
/// Mustache's own escaping looks at whole characters, so that a quotation mark with an accent on it would end an
/// attribute.
struct EscapedText: MustacheContentType {
    /// What templates call it, in the first line of each that others are made of.
    static let name = "ESCAPED"

    func escapeText(_ text: String) -> String {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): escaped += "&lt;".utf8
            case UInt8(ascii: ">"): escaped += "&gt;".utf8
            case UInt8(ascii: "&"): escaped += "&amp;".utf8
            case UInt8(ascii: "\""): escaped += "&quot;".utf8
            case UInt8(ascii: "'"): escaped += "&#39;".utf8
            // HTML has no place for it.
            case 0: escaped += "\u{FFFD}".utf8
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}

/// Words of others where there is little room.
enum ShortText {
    /// On one line, without what could steer what stands beside it, and cut where it is too long.
    ///
    /// - Parameters:
    ///   - text: what somebody wrote.
    ///   - most: how many characters, about.
    /// - Returns: the line.
    static func line(_ text: String, _ most: Int = 160) -> String {
        var line = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator:
                if line.last != " " { line.append(" ") }
            // Directions would reach beyond the words; joiners stay.
            case .format where scalar != "\u{200D}" && scalar != "\u{200C}": continue
            default: line.append(scalar)
            }
            count += 1
            if count >= most {
                line.append("…")
                break
            }
        }
        return String(line)
    }
}

/// Days and times as people write them.
enum DayText {
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    /// `2025-03-03` as `3 March 2025`; months, years, weeks, parts of days and intervals likewise.
    ///
    /// - Parameter value: an ISO day or a TIMEX3 value.
    /// - Returns: itself where it is something else.
    static func spelled(_ value: String) -> String {
        let ends = value.split(separator: "/", omittingEmptySubsequences: false)
        if ends.count == 2 { return "\(spelled(String(ends[0]))) to \(spelled(String(ends[1])))" }
        let halves = value.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let day = day(halves[0]) else { return value }
        guard halves.count == 2 else { return day }
        let parts = [
            "MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "MI": "midday",
            "DT": "daytime",
        ]
        if let part = parts[String(halves[1])] { return "\(day), \(part)" }
        return halves[1].utf8.first.map { (0x30...0x39).contains($0) } == true
            ? "\(day), \(clock(halves[1]))" : day
    }

    /// `08:00:00Z` as `08:00 UTC`, `08:00+02:00` as `08:00 (UTC+02:00)`.
    private static func clock(_ text: Substring) -> String {
        let digits = text.prefix { $0 != "Z" && $0 != "+" && $0 != "-" }
        let zone = text[digits.endIndex...]
        let time = digits.prefix(5)
        return zone.isEmpty ? String(time) : zone == "Z" ? "\(time) UTC" : "\(time) (UTC\(zone))"
    }

    private static func day(_ text: Substring) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4, let year = Int(parts[0]) else {
            return nil
        }
        guard parts.count > 1 else { return "\(year)" }
        if parts[1].hasPrefix("W"), let week = Int(parts[1].dropFirst()) {
            return parts.count > 2 ? "weekend of week \(week), \(year)" : "week \(week), \(year)"
        }
        let seasons = ["SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"]
        if let season = seasons[String(parts[1])] { return "\(season) \(year)" }
        guard let month = Int(parts[1]), (1...12).contains(month) else { return nil }
        guard parts.count > 2 else { return "\(months[month - 1]) \(year)" }
        guard let day = Int(parts[2]), (1...31).contains(day) else { return nil }
        return "\(day) \(months[month - 1]) \(year)"
    }

    /// What a template shows as a time: `iso` and `text`; nil when there is none.
    static func content(_ value: String?) -> Content? {
        guard let value, !value.isEmpty else { return nil }
        let text = spelled(value)
        // What HTML does not know as a time stands without one.
        guard
            value.wholeMatch(of: /\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?)?)?/)
                != nil
        else { return ["text": text] }
        return ["iso": value, "text": text]
    }
}

/// The ledger's terms in plain words.
enum PlainWords {
    /// How words are given.
    static func name(_ form: Statement.Form) -> String {
        switch form {
        case .direct: "word for word"
        case .mixed: "partly word for word"
        case .indirect: "in the reporter’s words"
        }
    }

    /// What a kind of saying takes in.
    static func examples(_ kind: Saying.Kind) -> String {
        switch kind {
        case .said: "said, told, added, according to"
        case .wrote: "wrote, posted, signed a letter"
        case .announced: "announced, declared, launched"
        case .reported: "found, showed, documented"
        case .claimed: "claimed, argued, insisted"
        case .confirmed: "confirmed, admitted, agreed"
        case .denied: "denied, rejected, refused"
        case .asked: "asked, urged, proposed"
        case .ordered: "ordered, demanded, banned"
        case .promised: "promised, vowed, offered"
        case .warned: "warned, threatened"
        case .predicted: "predicted, estimated"
        case .criticised: "criticised, accused"
        case .praised: "praised, welcomed, thanked"
        case .thought: "thought, feared, wanted"
        case .decided: "decided, planned, approved"
        case .other: "anything else"
        }
    }

    /// What a kind of saying is called of a statement.
    static func name(_ kind: Saying.Kind, isNegated: Bool = false, isHedged: Bool = false) -> String {
        (isNegated ? "not " : "") + (kind == .other ? "other" : kind.rawValue) + (isHedged ? ", perhaps" : "")
    }

    /// A probability in words and as a number.
    static func confidence(_ share: Double) -> String {
        let percent = Int((min(1, max(0, share)) * 100).rounded())
        let words =
            switch percent {
            case 95...: "nearly sure"
            case 85..<95: "very likely"
            case 70..<85: "likely"
            case 50..<70: "more likely than not"
            default: "doubtful"
            }
        return "\(words) (\(percent)%)"
    }

    /// `1 statement`, `2,300 statements`.
    static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
    }

    /// A number with commas between thousands.
    static func grouped(_ number: Int) -> String {
        var digits = String(abs(number))
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
    }

    /// What stands between two revisions.
    static func name(_ kind: RevisionChange.Kind) -> String {
        switch kind {
        case .added: "Added"
        case .removed: "Removed"
        case .reworded: "Reworded"
        case .moved: "Given to another speaker"
        case .headline: "Headline changed"
        case .ownVoice: "Changed in the outlet’s own voice"
        }
    }
}

extension WordDifference {
    /// The runs of words for a template: `isSame`, `isGone` or `isCome`, with `text`.
    var content: [Content] {
        parts.map { part in
            let name =
                switch part.kind {
                case .same: "isSame"
                case .gone: "isGone"
                case .come: "isCome"
                }
            return [name: true, "text": part.text]
        }
    }
}

/// Addresses of pages.
enum PageAddress {
    static func article(_ id: RevisionID) -> String { "/articles/\(id)" }
    static func statement(_ id: StatementID) -> String { "/statements/\(id)" }
    /// Where a statement stands in its article.
    static func place(_ id: StatementID) -> String { "/articles/\(id.revision)#\(id)" }
    /// Of somebody, by an id such as `p12`.
    static func speaker(_ id: String) -> String { "/speakers/\(id)" }

    /// An address of the web that may be led to; nil for anything else.
    static func web(_ text: String?) -> String? {
        guard let text, text.utf8.count <= 2000,
            text.lowercased().hasPrefix("http://") || text.lowercased().hasPrefix("https://")
        else { return nil }
        return text
    }
}
