/// A name of XML in its two parts, in lower case.
struct FeedName {
    /// What stands before the colon; empty when there is none.
    let prefix: String
    let local: String

    init(_ name: String) {
        let name = name.lowercased()
        if let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) {
            prefix = String(name[..<colon])
            local = String(name[name.utf8.index(after: colon)...])
        } else {
            (prefix, local) = ("", name)
        }
    }
}

/// A set of names with one author.
enum FeedVocabulary {
    case rss, atom, content, dublinCore, feedBurner, itunes, rdf, xhtml
    /// One that says nothing we want to know.
    case other

    /// The vocabulary of a namespace; nil for an unknown one. Case, scheme and the last mark do not matter.
    init?(uri: String) {
        var uri = uri.lowercased()[...]
        if let scheme = uri.firstRange(of: "://") { uri = uri[scheme.upperBound...] }
        while let last = uri.last, last == "/" || last == "#" || last == " " { uri.removeLast() }
        switch uri {
        case "www.w3.org/2005/atom", "purl.org/atom/ns": self = .atom
        case "purl.org/rss/1.0", "purl.org/net/rss1.1", "blogs.law.harvard.edu/tech/rss": self = .rss
        case "purl.org/rss/1.0/modules/content": self = .content
        case "www.w3.org/1999/02/22-rdf-syntax-ns": self = .rdf
        case "www.w3.org/1999/xhtml": self = .xhtml
        case "www.w3.org/2000/svg", "www.w3.org/1998/math/mathml", "search.yahoo.com/mrss": self = .other
        case "www.itunes.com/dtds/podcast-1.0.dtd": self = .itunes
        case "rssnamespace.org/feedburner/ext/1.0": self = .feedBurner
        case _ where uri.hasPrefix("purl.org/dc/"): self = .dublinCore
        case _ where uri.hasPrefix("backend.userland.com/rss"): self = .rss
        case _ where uri.contains("netscape.com/") && uri.contains("rss"): self = .rss
        case _ where uri.hasSuffix("netscape.com/rdf/simple/0.9"): self = .rss
        default: return nil
        }
    }

    /// The vocabulary that a prefix usually means, for feeds that forgot to declare it.
    init?(usualPrefix prefix: String) {
        switch prefix {
        case "atom", "atom10", "atom03", "a10": self = .atom
        case "rss", "rss1": self = .rss
        case "content": self = .content
        case "dc", "dcterms", "dct": self = .dublinCore
        case "feedburner": self = .feedBurner
        case "itunes": self = .itunes
        case "rdf": self = .rdf
        case "xhtml": self = .xhtml
        default: return nil
        }
    }
}

/// What an element of a feed says.
enum FeedTerm {
    /// The feed itself or a part around entries.
    case container
    case entry
    case title, link, identifier, summary, content
    case published, created, updated
    /// A date of either event.
    case date
    case author, category, language
    /// The page that a counted link leads to in the end.
    case originalLink

    init?(_ vocabulary: FeedVocabulary, _ name: String) {
        switch vocabulary {
        case .rss, .atom: self.init(core: name)
        case .dublinCore: self.init(dublinCore: name)
        case .content where name == "encoded": self = .content
        case .feedBurner where name == "origlink": self = .originalLink
        case .itunes where name == "author": self = .author
        case .itunes where name == "summary" || name == "subtitle": self = .summary
        case .rdf where name == "rdf": self = .container
        case .xhtml where name == "body" || name == "div": self = .content
        default: return nil
        }
    }

    private init?(core name: String) {
        switch name {
        case "rss", "feed", "channel": self = .container
        case "item", "entry": self = .entry
        case "title": self = .title
        case "link": self = .link
        case "guid", "id": self = .identifier
        case "description", "summary", "abstract", "subtitle", "tagline": self = .summary
        case "content", "fullitem", "body": self = .content
        case "pubdate", "published", "issued": self = .published
        case "created": self = .created
        case "updated", "modified", "lastbuilddate", "lastmod": self = .updated
        case "author": self = .author
        case "category": self = .category
        case "language": self = .language
        default: return nil
        }
    }

    private init?(dublinCore name: String) {
        switch name {
        case "title": self = .title
        case "description", "abstract": self = .summary
        case "identifier": self = .identifier
        case "creator", "author": self = .author
        case "date": self = .date
        case "issued": self = .published
        case "created": self = .created
        case "modified": self = .updated
        case "subject": self = .category
        case "language": self = .language
        default: return nil
        }
    }

    /// Names that no markup of a text has: where one stands inside another element, that one was not closed.
    static func breaksOut(_ name: FeedName) -> Bool {
        switch name.local {
        case "item", "entry", "pubdate", "guid", "description", "published", "updated", "issued", "modified",
            "author", "category", "lastbuilddate":
            name.prefix.isEmpty
        case "encoded": name.prefix == "content"
        default: name.prefix == "dc"
        }
    }
}
