import SaysoArticles

/// Which articles are wanted.
struct ArticleFilter: Sendable {
    /// The languages that are read.
    enum Languages: Sendable {
        case all
        /// One, and what does not tell its language.
        case only(String)
    }

    var languages = Languages.all
    /// The first and the last day, as `2025-04-26`.
    var since: String?
    var until: String?
    /// Names or hosts, in small letters; empty for all.
    var outlets: [String] = []

    /// What to say of an article in another language, after that it was left out.
    var hint: String {
        if case .only("en") = languages { return ", --any-language reads it anyway" }
        return ""
    }

    /// Whether an article is wanted.
    ///
    /// - Parameters:
    ///   - article: the article.
    ///   - url: its address, as far as known.
    /// - Returns: why it is not; nil when it is.
    func skip(_ article: Article, url: String?) -> Skip? {
        if case .only(let wanted) = languages, let language = article.metadata.language,
            !Self.language(language, is: wanted)
        {
            return .language(language)
        }
        if since != nil || until != nil {
            guard let published = article.published, published.year != nil else { return .undated }
            let day = String(published.description.prefix(10))
            if let since, day < since { return .day }
            if let until, day > until { return .day }
        }
        let names = [article.metadata.outlet?.lowercased(), Self.host(url)].compactMap(\.self)
        if !outlets.isEmpty,
            !outlets.contains(where: { wanted in names.contains { Self.name($0, is: wanted) } })
        {
            return .outlet
        }
        return nil
    }

    /// Whether a language is the one wanted, or a variety of it: `en-GB` is `en`.
    private static func language(_ tag: String, is wanted: String) -> Bool {
        let (tag, wanted) = (tag.lowercased(), wanted.lowercased())
        return tag == wanted || tag.hasPrefix(wanted + "-")
    }

    /// Whether a name is the one wanted, or a host below it.
    private static func name(_ name: String, is wanted: String) -> Bool {
        name == wanted || (wanted.contains(".") && name.hasSuffix("." + wanted))
    }

    /// The host of an address, in small letters.
    static func host(_ url: String?) -> String? {
        guard let url, let scheme = url.firstRange(of: "://") else { return nil }
        let authority = url[scheme.upperBound...].prefix { !"/?#".contains($0) }
        let host = (authority.split(separator: "@").last ?? "").prefix { $0 != ":" }
        return host.isEmpty ? nil : host.lowercased()
    }
}
