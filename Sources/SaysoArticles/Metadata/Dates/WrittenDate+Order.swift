extension WrittenDateReader.Order {
    /// The order that a page's language and its server's country use.
    ///
    /// - Parameters:
    ///   - language: the page's language, with its region if that is stated.
    ///   - host: the server's name.
    init(language: String?, host: String?) {
        let parts = language?.split(separator: "-").map(String.init) ?? []
        let primary = parts.first
        let region = parts.dropFirst().first { $0.utf8.count == 2 }
        let country = host?.split(separator: ".").last.map { $0.lowercased() }
        let isAmerican =
            region.map { Self.monthFirst.contains($0) } ?? country.map {
                Self.monthFirst.contains($0.uppercased())
            } ?? false
        let dayFirst: Bool? =
            if let primary, primary != "en", primary != "tl", primary != "fil" {
                true
            } else if isAmerican {
                false
            } else if let country, country.utf8.count == 2, !Self.generic.contains(country) {
                true
            } else if let region, region != "US" {
                true
            } else {
                nil
            }
        self.init(language: primary, isDayFirst: dayFirst)
    }

    private static let monthFirst: Set<String> = ["US", "PH", "FM", "PW", "MH", "GOV", "MIL"]
    /// Two letters of countries that serve all the world.
    private static let generic: Set<String> = ["tv", "io", "co", "me", "fm", "ai", "ly", "to", "cc", "ws"]
}
