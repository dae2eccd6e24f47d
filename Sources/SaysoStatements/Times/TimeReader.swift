/// Reads time expressions from an article's words.
///
/// Each `read…` method tries at ``index`` and moves it past what it read, or leaves it where it was and returns
/// nil. What the words say is kept apart from which day they mean: ``TimeResolver`` decides that with the
/// clause's tense.
struct TimeReader {
    /// An expression: its tokens, and what it says.
    struct Found {
        let tokens: Range<Int>
        let reading: Reading
    }

    let prose: Prose
    /// The article's day; without it nothing relative is known.
    let today: Day?
    private let words: [TimeWord]
    /// The token to read next.
    var index = 0
    /// The tokens of the sentence in hand.
    private(set) var sentence = 0..<0

    init(_ prose: Prose, today: Day?) {
        self.prose = prose
        self.today = today
        words = prose.forms.map { TimeWord($0) }
    }

    /// All expressions of a sentence, in order.
    mutating func expressions(in sentence: Range<Int>) -> [Found] {
        self.sentence = sentence
        index = sentence.lowerBound
        var found: [Found] = []
        while index < sentence.upperBound {
            guard word().isOfTime || !word().isOther && (1...4).contains(where: { word($0).isOfTime }) else {
                index += 1
                continue
            }
            let start = index
            if skipAge() { continue }
            guard let reading = readLongest() else {
                index = start + 1
                continue
            }
            var first = start
            // "in 2015" and "on Monday" begin after their prepositions.
            while first < index - 1, !reading.isReference || text(first + 1) == "recent",
                Self.prepositions.contains(text(first))
            {
                first += 1
            }
            found.append(Found(tokens: first..<index, reading: reading))
        }
        return found
    }

    /// The reading that takes the most words.
    private mutating func readLongest() -> Reading? {
        let start = index
        var best: (reading: Reading, end: Int)?
        func keep(_ reading: Reading?, _ reader: inout TimeReader) {
            if let reading, reader.index > best?.end ?? start { best = (reading, reader.index) }
            reader.index = start
        }
        keep(readStretch(), &self)
        keep(readDayStretch(), &self)
        keep(readFirstOrLast(), &self)
        keep(readOffset(), &self)
        keep(readSet(), &self)
        keep(readMoment().map(Reading.moment), &self)
        keep(readSpan(), &self)
        keep(readRest(), &self)
        keep(readToDate(), &self)
        keep(readDuration().map(Reading.duration), &self)
        keep(readReference(), &self)
        guard let best else { return nil }
        index = best.end
        return best.reading
    }

    private static let prepositions: Set<String> = ["in", "on", "at", "of", "for"]
}

// MARK: Words

extension TimeReader {
    /// What a token can mean; nothing beyond the sentence.
    func word(_ ahead: Int = 0) -> TimeWord {
        let place = index + ahead
        return sentence.contains(place) ? words[Int(prose.tokens[place].form)] : .other
    }

    /// A token in lower case; empty beyond the sentence.
    func text(_ place: Int) -> String { sentence.contains(place) ? prose.form(place) : "" }

    /// The next token in lower case.
    var next: String { text(index) }

    func isCapitalised(_ place: Int) -> Bool {
        sentence.contains(place) && prose.tokens[place].isCapitalised
    }

    /// Whether a token has a capital and small letters, which says more than capitals alone.
    func isTitle(_ place: Int) -> Bool {
        sentence.contains(place) && prose.tokens[place].shape == .title
    }

    /// Whether white space stands before a token, or the sentence begins or ends there.
    func isSpaced(_ place: Int) -> Bool { !sentence.contains(place) || prose.tokens[place].isSpaced }

    mutating func attempt<Result>(_ read: (inout TimeReader) -> Result?) -> Result? {
        let start = index
        let result = read(&self)
        if result == nil { index = start }
        return result
    }

    mutating func skip(_ form: String) -> Bool {
        guard next == form else { return false }
        index += 1
        return true
    }

    mutating func skip(in forms: Set<String>) -> Bool {
        guard forms.contains(next) else { return false }
        index += 1
        return true
    }

    /// A mark without white space before it.
    mutating func skipTight(_ form: String) -> Bool {
        guard next == form, !isSpaced(index) else { return false }
        index += 1
        return true
    }

    /// A number in figures.
    mutating func digits(_ counts: ClosedRange<Int>) -> Int? {
        guard case .digits(let number, let count) = word(), counts.contains(count) else { return nil }
        index += 1
        return number
    }

    /// "26-year-old" and "aged 26 years" tell nobody's day.
    private mutating func skipAge() -> Bool {
        attempt { reader in
            guard reader.readDuration() != nil else { return nil }
            _ = reader.skip("-")
            guard reader.skip("old") || reader.next == "of" && reader.text(reader.index + 1) == "age" else {
                return nil
            }
            return true
        } ?? false
    }
}
