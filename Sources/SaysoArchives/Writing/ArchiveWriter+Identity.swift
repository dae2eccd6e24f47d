extension ArchiveWriter {
    /// A new identifier: a random UUID (RFC 9562, 5.4).
    static func recordID() -> String {
        var generator = SystemRandomNumberGenerator()
        let high = generator.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let low = generator.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        let digits = Array(hexadecimal(high) + hexadecimal(low))
        let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
        return "<urn:uuid:\(parts.joined(separator: "-"))>"
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Writes a moment as WARC dates are written, `2025-04-26T16:19:00Z`.
    ///
    /// - Parameter seconds: since the beginning of 1970, UTC; the years 1970 to 9999.
    /// - Returns: the moment in the form of ISO 8601.
    public static func timestamp(secondsSince1970 seconds: Int) -> String {
        let seconds = min(max(0, seconds), 253_402_300_799)
        // Days to a date of the proleptic Gregorian calendar; years begin in March, so that leap days come last.
        let days = seconds / 86_400 + 719_468
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let year = era * 400 + yearOfEra + (month >= 10 ? 1 : 0)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let time = seconds % 86_400
        let date = "\(year)-\(two(month < 10 ? month + 3 : month - 9))-\(two(day))"
        return "\(date)T\(two(time / 3_600)):\(two(time / 60 % 60)):\(two(time % 60))Z"
    }
}
