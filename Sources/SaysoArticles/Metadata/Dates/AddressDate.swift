/// Reads the day in an article's address: `/2019/11/27/`, `/2019-11-27-`, `/20191127/`, `/2019/nov/27/`.
enum AddressDate {
    /// The day, and whether the address states it without a doubt.
    static func day(in address: String) -> (day: StatedTime, isPlain: Bool)? {
        let reference = URIReference(address)
        let segments = reference.path.split(separator: "/").map(String.init)
        for index in segments.indices where index + 2 < segments.count {
            guard let year = year(segments[index]), let month = month(segments[index + 1]),
                let day = number(segments[index + 2], 1...31),
                let time = StatedTime(year: year, month: month, day: day)
            else { continue }
            return (time, true)
        }
        for segment in segments {
            if let time = dashed(segment) { return (time, true) }
        }
        for text in segments + [reference.query ?? ""] {
            if let time = digits(text) { return (time, false) }
        }
        return nil
    }

    private static func year(_ text: String) -> Int? {
        text.utf8.count == 4 ? number(text, 1990...2099) : nil
    }

    private static func month(_ text: String) -> Int? {
        number(text, 1...12) ?? MonthNames.month(text.lowercased(), language: nil)
    }

    private static func number(_ text: some StringProtocol, _ range: ClosedRange<Int>) -> Int? {
        guard text.utf8.count <= 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(text)
        else { return nil }
        return range.contains(number) ? number : nil
    }

    /// `2019-11-27-the-pier` or `the-pier-2019-11-27`
    private static func dashed(_ segment: String) -> StatedTime? {
        let parts = segment.split(whereSeparator: { $0 == "-" || $0 == "_" || $0 == "." }).map(String.init)
        for start in [0, parts.count - 3] where start >= 0 && start + 2 < parts.count {
            guard let year = year(parts[start]), let month = number(parts[start + 1], 1...12),
                let day = number(parts[start + 2], 1...31)
            else { continue }
            if let time = StatedTime(year: year, month: month, day: day) { return time }
        }
        return nil
    }

    /// Eight digits, or twelve and more with a time of day behind them.
    private static func digits(_ text: String) -> StatedTime? {
        let runs = text.utf8.split(whereSeparator: { !(0x30...0x39).contains($0) })
        for run in runs where run.count == 8 || run.count >= 12 {
            let digits = run.map { Int($0) - 0x30 }
            func value(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
            guard (1990...2099).contains(value(0..<4)),
                run.count == 8 || value(8..<10) < 24 && value(10..<12) < 60
            else { continue }
            if let time = StatedTime(year: value(0..<4), month: value(4..<6), day: value(6..<8)) {
                return time
            }
        }
        return nil
    }
}
