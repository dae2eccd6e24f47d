/// Reads lines that consist of nothing but times and the words that introduce them.
struct TimeLineReader {
    private static let longest = 200  // bytes

    private var reader: StampReader
    private var stamps: [TimeLine.Stamp] = []
    private var lastDay: StampReader.Day?
    private var event: TimeLine.Event?
    private var isIntroduced = false

    /// The time line that a paragraph is; nil when it says anything else.
    static func timeLine(_ range: Range<Int>, of text: ArticleText) -> TimeLine? {
        guard range.count <= longest, text.utf8[range].contains(where: { (0x30...0x39).contains($0) }) else {
            return nil
        }
        var reader = TimeLineReader(LineToken.tokens(in: range, of: text))
        guard reader.readAll() else { return nil }
        return TimeLine(range: range, stamps: reader.stamps, isIntroduced: reader.isIntroduced)
    }

    private init(_ tokens: [LineToken]) {
        reader = StampReader(tokens)
    }

    private mutating func readAll() -> Bool {
        while let token = reader.token {
            if readStamp() || readReadingTime() { continue }
            if let word = token.word {
                if Self.published.contains(word) {
                    event = event ?? .published
                } else if Self.modified.contains(word) {
                    event = .modified
                } else if !Self.others.contains(word) {
                    return false
                }
                isIntroduced = isIntroduced || event != nil
            } else if token.mark.map(Self.separators.contains) != true {
                return false
            }
            reader.index += 1
        }
        return !stamps.isEmpty
    }

    private mutating func readStamp() -> Bool {
        let start = reader.token?.range.lowerBound ?? 0
        let stated: StatedTime?
        if let day = reader.day() {
            stated = day.stated(at: clockAfterDay())
            lastDay = day
        } else if let clock = reader.clock(afterDay: false) {
            if let day = dayAfterClock() {
                stated = day.stated(at: clock)
                lastDay = day
            } else {
                // "Published 26.04.2025 16:19, updated 17:05": the same day. A time alone is none.
                guard isIntroduced || lastDay != nil else { return false }
                stated = lastDay?.stated(at: clock)
            }
        } else if readRelative() {
            stated = nil
        } else {
            return false
        }
        stamps.append(TimeLine.Stamp(event: event ?? .published, range: start..<reader.end, time: stated))
        event = nil
        return true
    }

    private mutating func clockAfterDay() -> StampReader.Clock? {
        let start = reader.index
        skipConnectors()
        if let clock = reader.clock(afterDay: true) { return clock }
        reader.index = start
        return nil
    }

    private mutating func dayAfterClock() -> StampReader.Day? {
        let start = reader.index
        skipConnectors()
        if let day = reader.day() { return day }
        reader.index = start
        return nil
    }

    private mutating func skipConnectors() {
        while let token = reader.token {
            let isConnector =
                token.word.map(["at", "on", "t", "um"].contains) ?? token.mark.map(",-–—|•·/".contains)
            guard isConnector == true else { return }
            reader.index += 1
        }
    }

    /// "3 hours ago"
    private mutating func readRelative() -> Bool {
        let tokens = reader.tokens[reader.index...].prefix(3)
        guard tokens.count == 3, let first = tokens.first, let ago = tokens.last else { return false }
        let unit = tokens[tokens.startIndex + 1].word ?? ""
        guard first.number(digits: 1...3) != nil, Self.units.contains(unit), ago.word == "ago" else {
            return false
        }
        reader.index += 3
        return true
    }

    /// "4 min read"
    private mutating func readReadingTime() -> Bool {
        let words = reader.tokens[reader.index...].dropFirst().prefix(2).compactMap(\.word)
        guard reader.token?.number(digits: 1...3) != nil, words.count == 2, words[1] == "read",
            Self.units.contains(words[0])
        else { return false }
        reader.index += 3
        return true
    }

    private static let published: Set<String> = [
        "published", "posted", "publish", "issued", "created", "released",
    ]
    private static let modified: Set<String> = [
        "updated", "update", "modified", "edited", "revised", "amended", "changed",
    ]
    private static let others: Set<String> = [
        "on", "at", "the", "this", "article", "story", "page", "was", "is", "first", "last", "latest",
        "originally",
        "date", "time", "local", "of", "and",
    ]
    private static let separators: Set<Character> = Set(",.:;|•·-–—/()[]")
    private static let units: Set<String> = [
        "s", "sec", "secs", "second", "seconds", "m", "min", "mins", "minute", "minutes", "h", "hr", "hrs",
        "hour",
        "hours", "d", "day", "days", "w", "week", "weeks", "month", "months", "year", "years",
    ]
}
