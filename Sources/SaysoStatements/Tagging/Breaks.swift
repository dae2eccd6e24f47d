/// How good a place is to cut a paragraph that is too long for one window.
enum Break: Int, Comparable {
    case none, insideQuotation, outsideQuotation

    static func < (left: Break, right: Break) -> Bool { left.rawValue < right.rawValue }

    /// The break before the word at an index.
    init(before index: Int, of words: [Word], in reader: ScalarReader) {
        self = .none
        guard index > 0, let first = reader.scalar(at: words[index].start) else { return }
        var last = index - 1
        while last > 0, index - last < Self.closers, words[last].quotation != .opens,
            Self.isCloser(reader.scalar(at: words[last].start))
        {
            last -= 1
        }
        let end = words[last]
        let mark = reader.scalar(at: end.start)
        guard last > 0, mark == "." || mark == "?" || mark == "!" else { return }
        if first.isLetter, !first.isCapital { return }
        switch words[index].quotation {
        case .closes, .closesSingle, .apostrophe: return
        default: break
        }
        let before = words[last - 1]
        if mark == ".", before.end == end.start {
            if before.shape == .capital { return }
            if Self.abbreviations.contains(reader.lowercased(before)) { return }
            let isDecimal = before.shape == .digits && words[index].start == end.end
            if isDecimal, first.properties.numericType == .decimal { return }
        }
        self = words[index].quotation.isInside ? .insideQuotation : .outsideQuotation
    }

    /// Closing marks and brackets after a stop, at most.
    private static let closers = 8

    private static func isCloser(_ scalar: Unicode.Scalar?) -> Bool {
        switch scalar {
        case ")", "]", "}": true
        default: QuotationMarks.isDouble(scalar) || QuotationMarks.isSingle(scalar)
        }
    }

    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "col", "lt", "sgt", "capt", "maj", "adm",
        "rev", "hon", "st", "jr", "sr", "no", "vs", "inc", "co", "corp", "ltd", "jan", "feb", "mar", "apr",
        "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "dept", "univ", "assn", "bros", "etc", "ft",
        "mt",
    ]
}

extension ScalarReader {
    /// A word's text in lower case.
    func lowercased(_ word: Word) -> String {
        let word = UnsafeBufferPointer(rebasing: bytes[word.start..<word.end])
        return String(decoding: word, as: UTF8.self).lowercased()
    }
}
