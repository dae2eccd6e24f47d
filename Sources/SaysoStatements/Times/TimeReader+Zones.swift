import SaysoArticles

extension TimeReader {
    var isZone: Bool {
        var reader = self
        return reader.skipZone() != nil
    }

    mutating func readZone() -> ClockTime.Zone? {
        guard let zone = skipZone() else { return nil }
        return zone
    }

    /// "GMT", "ET", "(UTC+3)", "Eastern time", "local time"; the inner nil says that the zone is not clear.
    private mutating func skipZone() -> ClockTime.Zone?? {
        attempt { reader in
            let isBracketed = reader.skip("(")
            guard let zone = reader.readZoneName() else { return nil }
            if isBracketed, !reader.skip(")") { return nil }
            return .some(zone)
        }
    }

    private mutating func readZoneName() -> ClockTime.Zone?? {
        attempt { reader in
            let place = reader.index
            guard reader.sentence.contains(place) else { return nil }
            if reader.skip("local") { return reader.skip("time") ? .some(nil) : nil }
            if reader.isCapitalised(place), let winter = Self.americanZones[reader.next] {
                reader.index += 1
                _ = reader.skip("standard") || reader.skip("daylight")
                _ = reader.skip("time")
                return .some(.american(winter))
            }
            if reader.prose.tokens[place].shape == .upper, let zone = ZoneNames.zone(named: reader.next) {
                reader.index += 1
                switch zone {
                case .american(let winter): return .some(.american(winter))
                case .fixed(let minutes):
                    let offset = minutes == 0 ? reader.readOffsetFromGreenwich() : nil
                    return .some(.fixed(offset ?? minutes))
                case .ambiguous: return .some(nil)
                }
            }
            // "Moscow time"
            if reader.isCapitalised(place), reader.text(place + 1) == "time" {
                reader.index += 2
                return .some(nil)
            }
            return reader.readOffsetFromGreenwich().map { .some(.fixed($0)) }
        }
    }

    /// "+03:00", "-5"; minutes.
    private mutating func readOffsetFromGreenwich() -> Int? {
        attempt { reader in
            let isWest = reader.next == "-" || reader.next == "−"
            guard !reader.isSpaced(reader.index), isWest || reader.next == "+" else { return nil }
            let isNamed = ["gmt", "utc"].contains(reader.text(reader.index - 1))
            // "10:00-12:00" is from ten to twelve.
            guard isNamed || !isWest else { return nil }
            reader.index += 1
            var minutes: Int
            if let number = reader.digits(4...4) {
                minutes = number / 100 * 60 + number % 100
            } else {
                guard let hours = reader.digits(1...2) else { return nil }
                minutes = hours * 60
                if reader.skipTight(":") {
                    guard let rest = reader.digits(2...2) else { return nil }
                    minutes += rest
                } else if !isNamed {
                    return nil
                }
            }
            return minutes <= 14 * 60 ? (isWest ? -minutes : minutes) : nil
        }
    }

    private static let americanZones = ["eastern": -300, "central": -360, "mountain": -420, "pacific": -480]
}
