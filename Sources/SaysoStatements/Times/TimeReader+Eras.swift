extension TimeReader {
    /// "the 1990s", "the '90s", "the nineties", "the nineteen seventies".
    mutating func readDecade() -> StatedDate? {
        attempt { reader in
            let before = reader.text(reader.index - 1)
            let hasArticle = reader.skip("the")
            let hasMark = reader.skip("'") || reader.skip("’")
            var century = 0
            if case .number(let number) = reader.word(), case .decade(let short) = reader.word(1), number > 9,
                short < 100
            {
                century = number
                reader.index += 1
            }
            if hasArticle, let decade = reader.readNewDecade() { return reader.known(decade: decade) }
            let decade: Int
            if case .decade(let number) = reader.word() {
                decade = number
            } else if case .digits(let number, 2...4) = reader.word(), number % 10 == 0, hasArticle,
                reader.text(reader.index + 1) == "'" || reader.text(reader.index + 1) == "’",
                reader.text(reader.index + 2) == "s"
            {
                decade = number
                reader.index += 2
            } else {
                return nil
            }
            reader.index += 1
            if decade >= 1000 { return reader.known(decade: decade) }
            if century > 0 { return reader.known(decade: century * 100 + decade) }
            guard hasArticle || hasMark, decade < 100, !Self.possessives.contains(before) else { return nil }
            guard let year = reader.today?.year else { return reader.known(decade: 1900 + decade) }
            let newest = year / 10 * 10
            return reader.known(decade: newest - (newest - decade) % 100)
        }
    }

    /// "two thousands", "twenty-tens".
    private mutating func readNewDecade() -> Int? {
        attempt { reader in
            if reader.skip("two") { return reader.skip("thousands") ? 2000 : nil }
            guard reader.skip("twenty") else { return nil }
            _ = reader.skip("-")
            return reader.skip("tens") ? 2010 : nil
        }
    }

    private func known(decade: Int) -> StatedDate {
        Day(decade, 1, 1).map { .known(Period(.decade, containing: $0)) } ?? .unknown
    }

    private static let possessives: Set<String> = ["his", "her", "their", "my", "our", "your"]

    /// "the 19th century".
    mutating func readCentury() -> StatedDate? {
        attempt { reader in
            _ = reader.skip("the")
            guard let number = reader.readOrdinal() else { return nil }
            _ = reader.skip("-")
            guard case .unit(.century, isPlural: false) = reader.word() else { return nil }
            reader.index += 1
            return Day(max(1, number * 100 - 100), 1, 1).map { .known(Period(.century, containing: $0)) }
        }
    }

    /// "fiscal 2024", "fiscal year 2024", "FY2024".
    mutating func readFiscalYear() -> Int? {
        attempt { reader in
            if case .fiscalYear(let year) = reader.word() {
                reader.index += 1
                return year
            }
            _ = reader.skip("the")
            guard reader.skip("fiscal") else { return nil }
            _ = reader.skip("year")
            return reader.digits(4...4)
        }
    }

    mutating func readFiscalDate() -> StatedDate? {
        readFiscalYear().map { year in
            Day(year, 1, 1).map { .known(Period(.fiscalYear, containing: $0)) } ?? .unknown
        }
    }
}
