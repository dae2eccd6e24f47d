import SaysoArticles

/// What tells an article from all others: its address, else where it was found.
public enum ArticleKey {
    /// The key of an article with an address.
    ///
    /// Scheme, `www.`, fragment, a slash at the end and what only tells where a reader came from make no other
    /// article.
    ///
    /// - Parameter address: an address of the web.
    /// - Returns: the key, such as `coastwire.example/harbour?page=2`; nil when it is no such address.
    public static func of(address: String) -> String? {
        guard let scheme = address.firstRange(of: "://"),
            ["http", "https"].contains(address[..<scheme.lowerBound].lowercased())
        else { return nil }
        let rest = address[scheme.upperBound...].prefix { $0 != "#" }
        let authority = rest.prefix { !"/?".contains($0) }
        var host = (authority.split(separator: "@").last ?? "").lowercased()
        for (secure, port) in [("http", ":80"), ("https", ":443")]
        where address[..<scheme.lowerBound].lowercased() == secure && host.hasSuffix(port) {
            host.removeLast(port.count)
        }
        if host.hasPrefix("www.") { host.removeFirst(4) }
        guard !host.isEmpty else { return nil }
        let parts = rest[authority.endIndex...].split(
            separator: "?",
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        var path = parts.first.map(String.init) ?? ""
        if path.hasSuffix("/") { path.removeLast() }
        let query = (parts.count > 1 ? parts[1] : "").split(separator: "&").filter { !isTracking($0) }
        return host + path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    /// The key of an article that has no address.
    ///
    /// - Parameters:
    ///   - path: the file's absolute path.
    ///   - item: which of several articles in the file; nil when there is one.
    /// - Returns: the key, such as `file:/desk/dam.txt#2`.
    public static func of(file path: String, item: String? = nil) -> String {
        "file:" + path + (item.map { "#" + $0 } ?? "")
    }

    /// The key of a text from nowhere, such as standard input.
    public static func of(text: [UInt8]) -> String { "text:" + Digest(of: text).description.dropFirst(7) }

    /// The host of an address, in small letters and without `www.`; nil when it has none.
    static func host(of address: String?) -> String? {
        guard let key = address.flatMap(of(address:)) else { return nil }
        return String(key.prefix { !"/?:".contains($0) })
    }

    private static let trackers: Set<Substring> = [
        "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid", "cmpid", "ocid", "smid",
    ]

    private static func isTracking(_ field: Substring) -> Bool {
        let name = field.prefix { $0 != "=" }
        return name.hasPrefix("utm_") || name.hasPrefix("at_") || trackers.contains(name)
    }
}
