extension WrittenDateReader {
    /// The time of day right behind the day or right before it; moves behind what it takes.
    mutating func clock(around start: Int) -> (WrittenClock?, start: Int) {
        let end = index
        skipConnectors()
        if let clock = clock() { return (clock, start) }
        index = end
        for back in stride(from: 2, through: 9, by: 1) where start - back >= 0 {
            index = start - back
            guard case .number(_, let digits) = tokens[index], digits <= 2,
                index == 0 || tokens[index - 1].mark != ":", let clock = clock()
            else { continue }
            let clockEnd = index
            skipConnectors()
            guard index == start || index > start && clockEnd <= start else { continue }
            index = end
            return (clock, start - back)
        }
        index = end
        return (nil, start)
    }

    private mutating func skipConnectors() {
        var steps = 0
        while steps < 5, let token = token() {
            switch token {
            case .mark(let mark): guard ",-–—|•·/().،@:".unicodeScalars.contains(mark) else { return }
            case .word(let word):
                guard Self.connectors.contains(word) || Self.isWeekday(word) else { return }
            case .number: return
            }
            index += 1
            steps += 1
        }
    }

    private mutating func clock() -> WrittenClock? {
        attempt { reader in
            var half = reader.halfOfDay()
            guard let hour = reader.number(1...2) else { return nil }
            var clock = WrittenClock(hour: hour)
            if reader.skip(marks: ":.：") != nil {
                guard let minute = reader.number(2...2) else { return nil }
                clock.minute = minute
                if reader.skip(marks: ":") != nil, let second = reader.number(2...2) {
                    clock.second = second
                    if reader.skip(marks: ".,") != nil, reader.number(1...9) == nil { reader.index -= 1 }
                }
            } else if reader.skip(words: ["h", "時", "시", "點", "点", "u", "uhr"]) {
                clock.minute = reader.number(2...2) ?? 0
                _ = reader.skip(words: ["分", "분", "min"])
            } else if half == nil, !["am", "pm", "a", "p"].contains(reader.token()?.word ?? "") {
                return nil
            }
            half = half ?? reader.halfOfDay()
            if let half, clock.hour <= 12 { clock.hour = clock.hour % 12 + (half ? 12 : 0) }
            guard clock.hour < 24, clock.minute < 60, clock.second ?? 0 < 60 else { return nil }
            clock.zone = reader.zone()
            return clock
        }
    }

    /// True for afternoons.
    private mutating func halfOfDay() -> Bool? {
        attempt { reader in
            guard let word = reader.token()?.word else { return nil }
            if let half = Self.halves[word] {
                reader.index += 1
                return half
            }
            let tokens = reader.tokens
            let next = reader.index + 1
            func letter(_ offset: Int) -> String? { offset < tokens.count ? tokens[offset].word : nil }
            // "p. m.", "ب.ظ", and two characters of Chinese, Japanese or Korean
            if let half = Self.pairs[word + (letter(next) ?? "")] {
                reader.index += 2
                return half
            }
            if next < tokens.count, tokens[next].mark == ".",
                let half = Self.pairs[word + (letter(next + 1) ?? "")]
            {
                reader.index += 3
                _ = reader.skip(marks: ".")
                return half
            }
            return nil
        }
    }

    private mutating func zone() -> ZoneNames.Zone? {
        attempt { reader in
            let isBracketed = reader.skip(marks: "(") != nil
            let named = reader.token()?.word.flatMap(ZoneNames.zone(named:))
            if named != nil { reader.index += 1 }
            var zone = named
            if named == nil || named == .fixed(0), let offset = reader.offset() { zone = offset }
            if isBracketed, reader.skip(marks: ")") == nil { return nil }
            return zone
        }
    }

    private mutating func offset() -> ZoneNames.Zone? {
        attempt { reader in
            guard let sign = reader.skip(marks: "+-−") else { return nil }
            var minutes: Int
            if let hours = reader.number(1...2) {
                minutes = hours * 60
                if reader.skip(marks: ":") != nil {
                    guard let rest = reader.number(2...2) else { return nil }
                    minutes += rest
                } else if sign != "+" {
                    return nil
                }
            } else if let number = reader.number(4...4), number <= 1400 {
                minutes = number / 100 * 60 + number % 100
            } else {
                return nil
            }
            return minutes <= 14 * 60 ? .fixed(sign == "+" ? minutes : -minutes) : nil
        }
    }
}
