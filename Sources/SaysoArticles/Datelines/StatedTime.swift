/// A day or a time of day as an article prints it: only what is stated, nothing filled in.
public struct StatedTime: Hashable, Sendable, CustomStringConvertible {
    /// The time of day that goes with a day.
    public struct Clock: Hashable, Sendable {
        /// 0 to 23.
        public let hour: Int
        /// 0 to 59.
        public let minute: Int
        /// 0 to 59; nil when not stated.
        public let second: Int?
        /// Minutes east of Greenwich; nil when no zone is stated or its name is ambiguous.
        public let zone: Int?

        /// Makes a time of day; nil when there is none such.
        public init?(hour: Int, minute: Int, second: Int? = nil, zone: Int? = nil) {
            guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second ?? 0) else {
                return nil
            }
            guard abs(zone ?? 0) <= 14 * 60 else { return nil }
            self.hour = hour
            self.minute = minute
            self.second = second
            self.zone = zone
        }
    }

    /// Years of the common era; nil when a dateline leaves the year out.
    public let year: Int?
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int
    /// Nil when only a day is stated.
    public let clock: Clock?

    /// Makes a day, with a time or without; nil when the calendar has no such day.
    public init?(year: Int?, month: Int, day: Int, clock: Clock? = nil) {
        guard (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day) else { return nil }
        guard (1...9999).contains(year ?? 1) else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.clock = clock
    }

    /// ISO 8601: `2025-04-26T16:19Z`, `2025-04-26T16:19` without a zone, `2025-04-26` for a day, `--04-26`
    /// without a year.
    public var description: String {
        let date = "\(year.map { Self.padded($0, to: 4) } ?? "-")-\(Self.padded(month))-\(Self.padded(day))"
        guard let clock else { return date }
        let second = clock.second.map { ":" + Self.padded($0) } ?? ""
        let time = "\(date)T\(Self.padded(clock.hour)):\(Self.padded(clock.minute))\(second)"
        guard let zone = clock.zone else { return time }
        if zone == 0 { return time + "Z" }
        let (hours, minutes) = abs(zone).quotientAndRemainder(dividingBy: 60)
        return "\(time)\(zone < 0 ? "-" : "+")\(Self.padded(hours)):\(Self.padded(minutes))"
    }

    private static func padded(_ number: Int, to width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func days(in month: Int, of year: Int?) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: isLeap(year ?? 4) ? 29 : 28
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
}
