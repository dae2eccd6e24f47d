/// Finds the dateline before a paragraph's first sentence.
///
/// A dateline is a place, a day or an agency before a dash. Speakers' names stand before marks too
/// ("VANE: We agree."), and to lose a speaker is worse than to read a dateline: a place alone counts only
/// in capitals, before a dash, where the story begins.
struct DatelineReader {
    private static let longest = 120  // bytes

    private let text: ArticleText
    private let paragraph: Range<Int>
    private var tokens: ArraySlice<LineToken> = []

    /// The dateline that a paragraph begins with.
    ///
    /// - Parameters:
    ///   - paragraph: the paragraph's range.
    ///   - text: the article's text.
    ///   - opensStory: whether it is one of the article's first paragraphs.
    /// - Returns: nil when there is none, as in most paragraphs.
    static func dateline(
        of paragraph: Range<Int>,
        in text: ArticleText,
        opensStory: Bool
    ) -> Dateline? {
        var reader = DatelineReader(text: text, paragraph: paragraph)
        return reader.read(opensStory: opensStory)
    }

    private init(text: ArticleText, paragraph: Range<Int>) {
        self.text = text
        self.paragraph = paragraph
    }

    private mutating func read(opensStory: Bool) -> Dateline? {
        guard let close = closingMark() else { return nil }
        let end = text.skipSpace(from: close.upperBound, to: paragraph.upperBound)
        guard end < paragraph.upperBound, beginsSentence(at: end) else { return nil }
        tokens = LineToken.tokens(in: paragraph.lowerBound..<close.lowerBound, of: text)[...]

        guard let agency = takeAgency() else { return nil }
        guard let date = takeDate() else { return nil }
        while tokens.last?.mark == "," { tokens.removeLast() }
        let place =
            tokens.isEmpty ? nil : tokens[tokens.startIndex].range.lowerBound..<tokens.last!.range.upperBound

        guard let style = placeStyle() else { return nil }
        let isKnown = agency.range.map { Self.agencies.contains(text[$0].lowercased()) } ?? false
        switch style {
        case .none: guard isKnown || agency.range != nil && date.range != nil else { return nil }
        case .capitals:
            // "VANE--No" is an interruption in a transcript.
            let isAlone = agency.range == nil && date.range == nil
            if isAlone {
                guard opensStory, place.map({ $0.upperBound < close.lowerBound }) == true else { return nil }
            }
        case .mixed: guard isKnown || agency.range != nil && date.range != nil else { return nil }
        }
        return Dateline(
            range: paragraph.lowerBound..<close.upperBound,
            place: place,
            agency: agency.range,
            date: date.range,
            day: date.day,
            end: end
        )
    }

    /// The dash that ends the dateline, or the stop after an agency between slashes.
    private func closingMark() -> Range<Int>? {
        let utf8 = text.utf8
        let first = utf8[paragraph.lowerBound]
        guard first >= 0x80 || first == 0x28 || (0x30...0x39).contains(first) || (0x41...0x5A).contains(first)
        else { return nil }
        let limit = min(paragraph.upperBound, paragraph.lowerBound + Self.longest)
        var offset = paragraph.lowerBound
        while offset < limit {
            let (value, length) = text.scalar(at: offset)
            let end = offset + length
            guard end < paragraph.upperBound else { return nil }
            switch value {
            case 0x2012...0x2015: return offset..<end  // dashes
            case 0x2D:
                let precedesSpace = text.spaceLength(at: end) > 0
                if utf8[end] == 0x2D { return offset..<end + 1 }
                let follows = offset > paragraph.lowerBound ? text.scalar(before: offset).value : 0x41
                if precedesSpace, ArticleText.isSpace(follows) || follows == 0x29 { return offset..<end }
            case 0x2F where utf8[end] == 0x2E: return end..<end + 1  // "/Orlo Wire/."
            case 0x22, 0x201C, 0x201D, 0x21, 0x3F, 0x3B: return nil
            default: break
            }
            offset = end
        }
        return nil
    }

    private func beginsSentence(at offset: Int) -> Bool {
        let (value, _) = text.scalar(at: offset)
        return switch ArticleText.letterCase(value) {
        case .upper, .uncased: true
        case .lower: false
        case .none: QuotationMarks.isMark(value) || (0x30...0x39).contains(value) || value == 0x24
        }
    }

    private struct Agency {
        /// Nil when no agency is named.
        let range: Range<Int>?
    }

    /// Takes "(Reuters)" or "/TASS/" from the end; an empty result when there is none, nil when brackets
    /// hold something else.
    private mutating func takeAgency() -> Agency? {
        guard let last = tokens.last?.mark, last == ")" || last == "/" else { return Agency(range: nil) }
        let opener: Character = last == ")" ? "(" : "/"
        guard let open = tokens.dropLast().lastIndex(where: { $0.mark == opener }) else { return nil }
        let inner = tokens[(open + 1)..<(tokens.endIndex - 1)]
        guard let first = inner.first, let end = inner.last, inner.count <= 6,
            end.range.upperBound - first.range.lowerBound <= 40
        else { return nil }
        // "Vane (D-Orlo) —" is a politician.
        guard inner.allSatisfy({ $0.word != nil || $0.mark == "/" }) else { return nil }
        tokens = tokens[..<open]
        return Agency(range: first.range.lowerBound..<end.range.upperBound)
    }

    /// Takes a day from the end; nil when something follows it.
    private mutating func takeDate() -> (range: Range<Int>?, day: StatedTime?)? {
        for start in tokens.indices {
            var reader = StampReader(Array(tokens[start...]))
            guard let day = reader.day(needsYear: false) else { continue }
            let range = tokens[start].range.lowerBound..<reader.end
            while reader.skip(",.") {}
            guard reader.token == nil else { return nil }
            tokens = tokens[..<start]
            return (range, day.stated(at: nil))
        }
        return (nil, nil)
    }

    private enum PlaceStyle { case none, capitals, mixed }

    /// How the place is written; nil when it cannot be one.
    private func placeStyle() -> PlaceStyle? {
        if tokens.isEmpty { return PlaceStyle.none }
        let city = tokens.prefix { $0.mark != "," }
        let words = tokens.filter { $0.word != nil }
        guard (1...4).contains(city.count(where: { $0.word != nil })), words.count <= 8 else { return nil }
        guard !Self.labels.contains(tokens[tokens.startIndex].word ?? "") else { return nil }
        let hasOthers = tokens.contains { token in
            token.word == nil && token.mark.map { ",.-'’".contains($0) } != true
        }
        guard !hasOthers else { return nil }
        let isCapitals = city.allSatisfy { token in
            token.word == nil || text[token.range].unicodeScalars.allSatisfy { !$0.properties.isLowercase }
        }
        let isCapitalised = words.allSatisfy { token in
            text.letterCase(at: token.range.lowerBound, to: token.range.upperBound) != .lower
                || Self.connectors.contains(token.word ?? "")
        }
        guard isCapitalised else { return nil }
        let hasWord = city.contains { $0.range.count > 2 }
        return isCapitals && hasWord ? .capitals : .mixed
    }

    private static let labels: Set<String> = [
        "exclusive", "breaking", "update", "updated", "watch", "video", "opinion", "analysis", "live",
        "correction",
    ]

    static let connectors: Set<String> = ["of", "de", "la", "le", "al", "del", "on", "upon", "sur"]

    /// Agencies that also stand after places in mixed case; after capitals any name in brackets will do.
    private static let agencies: Set<String> = [
        "ap", "reuters", "afp", "upi", "tass", "dpa", "xinhua", "bloomberg", "cnn", "ani", "pti", "ians",
        "kyodo",
        "yonhap", "interfax", "ria", "ria novosti", "sputnik", "efe", "ansa", "pa", "aap", "cp", "wafa",
        "irna",
        "anadolu", "aa", "kuna", "spa", "belta", "ukrinform", "apa", "ats", "ntb", "tt", "ritzau", "mena",
        "bernama",
        "antara", "the canadian press", "thomson reuters foundation", "the associated press",
        "associated press",
    ]
}
