extension TimeReader {
    /// Dates in figures: `2025-04-26`, `26.04.2025`, `04/26/2025`, `5/26/98`.
    mutating func readNumericDate() -> StatedDate? {
        attempt { reader in
            let start = reader.index
            guard !reader.continuesNumber(start), reader.text(start - 1) != "-" || reader.isSpaced(start),
                let first = reader.digits(1...4), let mark = reader.readMark()
            else { return nil }
            if first >= 1000 {
                guard let month = reader.digits(1...2) ?? reader.readMonth(besideNumber: true),
                    reader.skipTight(mark), !reader.isSpaced(reader.index), let day = reader.digits(1...2)
                else { return nil }
                return reader.day(first, month, day, after: mark)
            }
            guard first <= 31, let second = reader.digits(1...2), reader.skipTight(mark),
                !reader.isSpaced(reader.index)
            else { return nil }
            let year: Int
            if let full = reader.digits(4...4) {
                year = full
            } else if mark != "-", let short = reader.digits(2...2) {
                year = reader.fullYear(short)
            } else {
                return nil
            }
            // With full stops the day comes first everywhere.
            if mark == "." || first > 12 { return reader.day(year, second, first, after: mark) }
            if second > 12 { return reader.day(year, first, second, after: mark) }
            guard first == second else {
                // Half the world reads it one way, half the other.
                return reader.endsCode(after: mark) ? .unknown : nil
            }
            return reader.day(year, first, second, after: mark)
        }
    }

    private mutating func readMark() -> String? {
        for mark in ["-", "/", "."] where !isSpaced(index + 1) {
            if skipTight(mark) { return mark }
        }
        return nil
    }

    /// Whether the figures end here: telephone numbers and codes go on.
    private func endsCode(after mark: String) -> Bool {
        if isSpaced(index) || isSpaced(index + 1) { return true }
        if case .digits = word(1) { return next != mark && next != "-" }
        return true
    }

    private func day(_ year: Int, _ month: Int, _ day: Int, after mark: String) -> StatedDate? {
        guard endsCode(after: mark), (1000...2500).contains(year), (1...12).contains(month),
            (1...31).contains(day)
        else { return nil }
        return Day(year, month, day).map { .known(Period(.day, containing: $0)) } ?? .unknown
    }
}
