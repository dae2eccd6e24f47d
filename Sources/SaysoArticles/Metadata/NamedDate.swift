/// Dates with the month's name: `Thu, 01 Jan 2004 19:48:21 GMT` (RFC 822 and its successors),
/// `Thu Jan  1 19:48:21 2004` (`asctime`), `Thursday, 01-Jan-04 19:48:21 GMT` (RFC 850), in any order.
enum NamedDate {
    static func time(_ scanner: inout DateScanner) -> StatedTime? {
        var parts = Parts()
        while scanner.next != nil, !scanner.skip("([") {
            if !parts.read(&scanner) { return nil }
        }
        return parts.time
    }

    private struct Parts {
        private var month: Int?
        private var numbers: [(value: Int, digits: Int)] = []
        private var clock: WrittenClock?
        private var zone: ZoneNames.Zone?
        private var hasWord = false
        private var monthMayBeWeekday = false

        /// Reads one number, name or mark; false when it belongs to no date.
        mutating func read(_ scanner: inout DateScanner) -> Bool {
            let start = scanner.index
            if clock != nil, zone == nil, let zone = ClockReader.zone(&scanner) {
                self.zone = zone
                return true
            }
            scanner.index = start
            if let number = scanner.digits(1...4) {
                if clock == nil, scanner.next == UInt8(ascii: ":") {
                    scanner.index = start
                    clock = ClockReader.timeOfDay(&scanner)
                    return clock != nil
                }
                numbers.append((number.value, number.count))
                return numbers.count <= 2
            }
            if let word = scanner.word() {
                if let month = Months.named(word) {
                    // "mar" in front is Tuesday in some languages, when a month follows.
                    guard self.month == nil || monthMayBeWeekday else { return false }
                    monthMayBeWeekday = !hasWord && numbers.isEmpty
                    self.month = month
                } else {
                    // A weekday in any language comes first; `st`, `nd`, `of`, `T` and the like follow numbers.
                    guard !hasWord && numbers.isEmpty || word.utf8.count <= 2 else { return false }
                }
                hasWord = true
                return true
            }
            return scanner.skip(" ,.-/")
        }

        var time: StatedTime? {
            guard let month, numbers.count == 2 else { return nil }
            // The year is the one that cannot be a day; of two short numbers, the second.
            let yearIsFirst = numbers[0].digits > 2
            guard let year = Parts.year(numbers[yearIsFirst ? 0 : 1]) else { return nil }
            let day = numbers[yearIsFirst ? 1 : 0].value
            guard let number = DayNumber.existing(year: year, month: month, day: day) else { return nil }
            guard var clock else { return StatedTime(year: year, month: month, day: day) }
            clock.zone = zone
            return clock.time(onDay: number)
        }

        /// Years of two and three digits as RFC 2822, section 4.3, has them.
        private static func year(_ number: (value: Int, digits: Int)) -> Int? {
            switch number.digits {
            case 4: number.value
            case 3: number.value + 1900
            case 2: number.value + (number.value < 50 ? 2000 : 1900)
            default: nil
            }
        }
    }
}

/// Names of months, whole or cut short, in the languages that programs set up in Europe write.
private enum Months {
    static func named(_ word: String) -> Int? {
        let letters = word.prefix(4)
        return byStart[String(letters)] ?? byStart[String(letters.prefix(3))]
    }

    /// By the first three letters, or four where three are not enough.
    private static let byStart: [String: Int] = {
        let names = [
            "jan jän ene gen", "feb fév fev", "mar mär mrz mrt maa", "apr avr abr", "may mai mei mag maj",
            "jun juin giu", "jul juil lug", "aug aoû ago", "sep set", "oct okt ott out", "nov",
            "dec déc dez dic",
        ]
        var months: [String: Int] = [:]
        for (index, starts) in names.enumerated() {
            for start in starts.split(separator: " ") { months[String(start)] = index + 1 }
        }
        return months
    }()
}
