extension TimeReader {
    /// "every Monday", "each day at noon", "twice a year", "Tuesdays", "daily".
    mutating func readSet() -> Reading? {
        attempt { reader in
            if let value = reader.readEvery() { return .set(value + reader.readClockOfSet()) }
            if case .weekdays(let weekday) = reader.word() {
                reader.index += 1
                return .set("XXXX-WXX-\(weekday)" + reader.readClockOfSet())
            }
            if case .weekday(let weekday, isShort: false) = reader.word(),
                case .part(let part, isPlural: true) = reader.word(1)
            {
                reader.index += 2
                return .set("XXXX-WXX-\(weekday)\(part.rawValue)")
            }
            if case .unit(.weekend, isPlural: true) = reader.word() {
                reader.index += 1
                return .set("XXXX-WXX-WE")
            }
            // "Daily" with a capital inside a sentence is a newspaper.
            if case .frequency(let value) = reader.word(),
                reader.index == reader.sentence.lowerBound || !reader.isCapitalised(reader.index)
            {
                reader.index += 1
                return .set(value)
            }
            return reader.readTimesEach().map { .set($0) }
        }
    }

    private mutating func readEvery() -> String? {
        attempt { reader in
            guard reader.skip("every") || reader.skip("each") else { return nil }
            let isOther = reader.skip("other")
            if let weekday = reader.readWeekday() { return "XXXX-WXX-\(weekday)" }
            if let month = reader.readMonth(besideNumber: false) { return "XXXX-\(twoDigits(month))" }
            if case .part(let part, isPlural: false) = reader.word() {
                reader.index += 1
                return part.rawValue
            }
            if case .season(let season) = reader.word() {
                reader.index += 1
                return "XXXX-\(["SP", "SU", "FA", "WI"][season.rawValue / 3 - 1])"
            }
            if !isOther, reader.skip("weekend") { return "XXXX-WXX-WE" }
            let number = isOther ? 2 : reader.readNumber() ?? 1
            guard case .unit(let unit, _) = reader.word() else { return nil }
            reader.index += 1
            return TimeSpan(parts: [TimeSpan.Part(hundredths: number * 100, unit: unit)]).value
        }
    }

    /// "at 4 p.m." after a set; empty when there is none.
    private mutating func readClockOfSet() -> String {
        attempt { reader in
            _ = reader.skip("at")
            return reader.readClock()?.value(on: nil)
        } ?? ""
    }

    /// "once a week", "three times per year".
    private mutating func readTimesEach() -> String? {
        attempt { reader in
            if !reader.skip("once"), !reader.skip("twice") {
                guard reader.readNumber() != nil, reader.skip("times") else { return nil }
            }
            guard reader.skip(in: ["a", "an", "per", "every", "each"]),
                case .unit(let unit, isPlural: false) = reader.word()
            else { return nil }
            reader.index += 1
            return TimeSpan(parts: [TimeSpan.Part(hundredths: 100, unit: unit)]).value
        }
    }
}
