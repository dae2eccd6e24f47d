extension TimeReader {
    /// How many of a unit, in hundredths; the outer nil says that there is no number, the inner one that it is
    /// "a few".
    mutating func readAmount() -> Int?? {
        attempt { reader in
            if reader.skip("½") { return .some(50) }
            if reader.skip("half") {
                _ = reader.skip("-")
                _ = reader.skip("an") || reader.skip("a")
                return .some(50)
            }
            if reader.skip("a") || reader.skip("an") || reader.skip("another") {
                if reader.skip("few") || reader.skip("number") && reader.skip("of") {
                    return .some(nil)
                }
                if reader.skip("couple") {
                    _ = reader.skip("of")
                    return .some(200)
                }
                if reader.skip("half") { return .some(50) }
                if reader.skip("hundred") { return .some(10_000) }
                return .some(100)
            }
            if reader.skip("couple") {
                _ = reader.skip("of")
                return .some(200)
            }
            if case .vagueAmount = reader.word() {
                reader.index += 1
                _ = reader.skip("of")
                return .some(nil)
            }
            if reader.skip("some") { return .some(nil) }
            guard let number = reader.readNumber() else { return nil }
            if reader.text(reader.index) == ".", !reader.isSpaced(reader.index),
                !reader.isSpaced(reader.index + 1), case .digits(let rest, let count) = reader.word(1),
                count <= 6
            {
                reader.index += 2
                let hundredths = count == 1 ? rest * 10 : count == 2 ? rest : nil
                guard let hundredths else { return nil }
                return .some(number * 100 + hundredths)
            }
            if let fraction = reader.readFraction() { return .some(number * 100 + fraction) }
            return .some(number * 100)
        }
    }

    /// "and a half"
    mutating func readFraction() -> Int? {
        attempt { reader in
            guard reader.skip("and") else { return nil }
            _ = reader.skip("a")
            if reader.skip("half") { return 50 }
            return reader.skip("quarter") ? 25 : nil
        }
    }

    /// A whole number in figures or words, up to a million.
    mutating func readNumber() -> Int? {
        attempt { reader in
            if let number = reader.digits(1...6) {
                // "1,200"
                if number < 1000, reader.next == ",", !reader.isSpaced(reader.index),
                    !reader.isSpaced(reader.index + 1), case .digits(let rest, 3) = reader.word(1)
                {
                    reader.index += 2
                    return number * 1000 + rest
                }
                return number
            }
            guard let number = reader.readSmallNumber() else { return nil }
            if reader.skip("hundred") {
                return number * 100 + reader.readTail()
            }
            return number
        }
    }

    /// "one" to "ninety-nine".
    mutating func readSmallNumber() -> Int? {
        switch word() {
        case .number(let number):
            index += 1
            return number
        case .tens(let tens):
            index += 1
            let unit = attempt { reader -> Int? in
                _ = reader.skip("-") || reader.skip("and")
                guard case .number(let unit) = reader.word(), unit < 10 else { return nil }
                reader.index += 1
                return unit
            }
            return tens + (unit ?? 0)
        default: return nil
        }
    }

    /// "and eighteen", after hundreds and thousands; 0 when there is nothing such.
    private mutating func readTail() -> Int {
        let rest = attempt { reader -> Int? in
            _ = reader.skip("and")
            return reader.readSmallNumber()
        }
        return rest ?? 0
    }

    /// "26th", "twenty-sixth".
    mutating func readOrdinal() -> Int? {
        attempt { reader in
            switch reader.word() {
            case .ordinal(let number, _):
                reader.index += 1
                return number
            case .tens(let tens):
                reader.index += 1
                _ = reader.skip("-")
                guard case .ordinal(let unit, isWord: true) = reader.word(), unit < 10 else { return nil }
                reader.index += 1
                return tens + unit
            default: return nil
            }
        }
    }

    /// A year in words: "nineteen ninety-nine", "two thousand and eighteen", "seventeen hundred thirty three".
    mutating func readYearInWords() -> Int? {
        attempt { reader in
            guard let century = reader.readSmallNumber() else { return nil }
            if century < 10, reader.skip("thousand") {
                var year = century * 1000
                if let hundreds = reader.attempt({ reader -> Int? in
                    _ = reader.skip("and")
                    guard let number = reader.readSmallNumber(), reader.skip("hundred") else { return nil }
                    return number
                }) {
                    year += hundreds * 100
                }
                return year + reader.readTail()
            }
            guard (11...20).contains(century) else { return nil }
            if reader.skip("hundred") {
                return century * 100 + reader.readTail()
            }
            _ = reader.skip("-")
            if reader.skip("oh") || reader.skip("zero") {
                guard let unit = reader.readSmallNumber(), unit < 10 else { return nil }
                return century * 100 + unit
            }
            guard let rest = reader.readSmallNumber(), rest >= 10 else { return nil }
            return century * 100 + rest
        }
    }

    /// The year of two figures that is meant: at most ten years ahead.
    func fullYear(_ short: Int) -> Int {
        let newest = (today?.year ?? 2020) + 10
        return newest - (newest - short) % 100
    }
}
