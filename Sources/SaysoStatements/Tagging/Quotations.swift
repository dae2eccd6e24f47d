/// The marks that quotations begin and end with.
enum QuotationMarks {
    /// `"`, curly, low, guillemets and full-width marks.
    static func isDouble(_ scalar: Unicode.Scalar?) -> Bool {
        switch scalar {
        case "\"", "“", "”", "„", "‟", "«", "»", "＂": true
        default: false
        }
    }

    /// Single marks, most of which are apostrophes.
    static func isSingle(_ scalar: Unicode.Scalar?) -> Bool {
        switch scalar {
        case "'", "‘", "’", "‚", "‛", "`", "´", "‹", "›": true
        default: false
        }
    }

    /// Whether a single mark may open a quotation; the others close one or are apostrophes.
    static func mayOpen(_ mark: Unicode.Scalar?) -> Bool { mark != "’" && mark != "´" && mark != "›" }

    /// Whether a mark closes what another one opened, whatever stands around it.
    static func isPair(_ opener: Unicode.Scalar?, _ mark: Unicode.Scalar?) -> Bool {
        switch (opener, mark) {
        case ("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("»", "«"): true
        default: false
        }
    }

    /// What a quotation may stand right after, as after a space.
    static func isOpeningBracket(_ scalar: Unicode.Scalar?) -> Bool {
        switch scalar {
        case "(", "[", "{", "—", "–", "-", "/": true
        default: false
        }
    }
}

extension [Word] {
    /// Gives each word of one paragraph its place in a quotation.
    ///
    /// Marks are read by what stands on their two sides first and by turns second, so that an odd mark, a
    /// quotation never closed, or sentences glued without a space do not turn the rest inside out.
    mutating func markQuotations(in reader: ScalarReader) {
        var opener: Unicode.Scalar?
        var single = false
        var lastSingleClose = -1
        for word in self where QuotationMarks.isSingle(reader.scalar(at: word.start)) {
            if Sides(reader, word.start, word.end).closing { lastSingleClose = word.start }
        }
        var index = 0
        while index < count {
            let word = self[index]
            let first = reader.scalar(at: word.start)
            let isDoubled = Self.isDoubled(first, word, in: reader)
            if QuotationMarks.isDouble(first) || isDoubled {
                let sides = Sides(reader, word.start, isDoubled ? self[index + 1].end : word.end)
                let isPair = QuotationMarks.isPair(opener, first)
                let opening = (sides.opening || first == "„") && !isPair
                let closing = (sides.closing && first != "„") || isPair
                let opens = opener == nil ? !closing || opening : opening && !closing
                opener = opens ? first : nil
                self[index].quotation = opens ? .opens : .closes
                if isDoubled {
                    index += 1
                    self[index].quotation = opens ? .opens : .closes
                }
            } else if QuotationMarks.isSingle(first) {
                let sides = Sides(reader, word.start, word.end)
                if single, !sides.isBetweenLetters, sides.closing {
                    self[index].quotation = .closesSingle
                    single = false
                } else if !single, QuotationMarks.mayOpen(first), sides.opening, !sides.isBetweenLetters,
                    !sides.isYear(first), lastSingleClose > word.start
                {
                    self[index].quotation = .opensSingle
                    single = true
                } else {
                    self[index].quotation = .apostrophe
                }
            } else {
                self[index].quotation = opener != nil ? .inside : single ? .insideSingle : .outside
            }
            index += 1
        }
    }

    /// Whether two single marks stand for a double one: ``like this''.
    private static func isDoubled(_ mark: Unicode.Scalar?, _ word: Word, in reader: ScalarReader) -> Bool {
        guard let mark, mark == "'" || mark == "`" || mark == "‘" || mark == "’",
            reader.scalar(at: word.end) == mark
        else { return false }
        let after = reader.scalar(at: word.end + mark.width)
        return !(reader.isWord(reader.scalar(before: word.start)) && reader.isWord(after))
    }
}

/// What stands on the two sides of a mark.
private struct Sides {
    let opening: Bool
    let closing: Bool
    let isBetweenLetters: Bool
    private let after: Unicode.Scalar?

    init(_ reader: ScalarReader, _ start: Int, _ end: Int) {
        let before = reader.scalar(before: start)
        after = reader.scalar(at: end)
        let openBefore =
            reader.isSpace(before) || QuotationMarks.isOpeningBracket(before)
            || QuotationMarks.isDouble(before) || QuotationMarks.isSingle(before)
        opening = openBefore && !reader.isSpace(after)
        closing = !reader.isSpace(before) && !reader.isWord(after)
        isBetweenLetters = reader.isWord(before) && reader.isWord(after)
    }

    /// An apostrophe before a digit: the '90s.
    func isYear(_ mark: Unicode.Scalar?) -> Bool {
        guard mark == "'" || mark == "’", let after else { return false }
        return ("0"..."9").contains(after)
    }
}
