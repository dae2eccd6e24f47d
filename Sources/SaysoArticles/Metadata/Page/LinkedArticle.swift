/// An article as a page's JSON-LD describes it. (https://schema.org/Article)
struct LinkedArticle {
    let value: JSONValue
    private let ids: [String: JSONValue]

    // MARK: Finding

    /// The articles that scripts describe, those that the page is about before others.
    static func articles(in documents: [JSONDocument]) -> [LinkedArticle] {
        var ids: [String: JSONValue] = [:]
        var found: [(rank: Int, value: JSONValue)] = []
        for document in documents {
            for root in document.roots { collect(root, &found, &ids) }
        }
        let best = found.map(\.rank).min() ?? 0
        return found.filter { $0.rank == best }.map { LinkedArticle(value: $0.value, ids: ids) }
    }

    /// Walks from a root through what holds the page's own things, and not into lists of other articles.
    private static func collect(
        _ root: JSONValue,
        _ found: inout [(rank: Int, value: JSONValue)],
        _ ids: inout [String: JSONValue]
    ) {
        var open = [root]
        while let value = open.popLast() {
            switch value.kind {
            case .array: open += value.children.reversed()
            case .object:
                if let id = value["@id"]?.string, value["name"] != nil { ids[id] = value }
                if let rank = rank(of: value) { found.append((rank, value)) }
                for member in [value["mainEntity"], value["mainEntityOfPage"], value["@graph"]] {
                    if let member, member.kind != .string { open.append(member) }
                }
            default: break
            }
        }
    }

    private static func rank(of value: JSONValue) -> Int? {
        guard let type = value["@type"] else { return nil }
        var best: Int?
        for name in type.elements.compactMap(\.string) {
            let plain =
                name.split(whereSeparator: { $0 == "/" || $0 == "#" || $0 == ":" }).last.map(String.init)
                ?? name
            let rank =
                if articleTypes.contains(plain) || plain.hasSuffix("NewsArticle") {
                    0
                } else if plain == "WebPage" || plain == "ItemPage" {
                    2
                } else if otherTypes.contains(plain) {
                    1
                } else {
                    Int.max
                }
            if rank < best ?? Int.max { best = rank }
        }
        return best
    }

    private static let articleTypes: Set<String> = [
        "Article", "NewsArticle", "BlogPosting", "LiveBlogPosting", "Report", "ScholarlyArticle",
        "TechArticle", "AdvertiserContentArticle", "SatiricalArticle", "SocialMediaPosting",
        "PressRelease",
    ]
    private static let otherTypes: Set<String> = [
        "DiscussionForumPosting", "VideoObject", "AudioObject", "PodcastEpisode", "CreativeWork", "Review",
        "Recipe", "Question", "MediaGallery", "ImageGallery", "Blog",
    ]

    // MARK: Reading

    func text(_ name: StaticString) -> String? {
        value[name]?.elements.lazy.compactMap { $0.string ?? $0["@value"]?.string ?? $0["name"]?.string }
            .map { $0.beginning.plainText }.first { !$0.isEmpty }
    }

    /// The names of people and organisations that members refer to.
    func names(_ members: [StaticString]) -> [(name: String, isOrganisation: Bool)] {
        var names: [(String, Bool)] = []
        for member in members {
            guard let value = value[member] else { continue }
            for element in value.elements.prefix(40) {
                let entity =
                    element["@id"]?.string.flatMap { element["name"] == nil ? ids[$0] : nil } ?? element
                let isOrganisation =
                    entity["@type"]?.elements.contains { $0.string?.hasSuffix("Organization") == true }
                    ?? false
                for name in entity["name"]?.elements ?? [entity] {
                    if let text = name.string?.beginning.plainText, !text.isEmpty {
                        names.append((text, isOrganisation))
                    }
                }
            }
            if !names.isEmpty { break }
        }
        return names
    }

    /// The addresses that it gives itself.
    var addresses: [String] {
        var addresses: [String] = []
        for member in [value["url"], value["mainEntityOfPage"], value["@id"]] {
            for element in member?.elements ?? [] {
                if addresses.count < 20,
                    let text = element.string ?? element["@id"]?.string ?? element["url"]?.string
                {
                    addresses.append(text)
                }
            }
        }
        return addresses
    }
}

extension String {
    /// As much of it as a title or a summary may be.
    fileprivate var beginning: String {
        utf8.count <= 4000 ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(2000)))
    }

    /// Without tags, references to characters decoded, white space drawn together: structured data often holds
    /// pieces of HTML.
    var plainText: String {
        guard utf8.contains(where: { $0 == 0x26 || $0 == 0x3C }) else { return collapsed }
        let markup = Markup(html: Array(utf8))
        let text = markup.text(of: 0)
        guard text.utf8.contains(0x26) else { return text.collapsed }
        return Markup(html: Array(text.utf8)).text(of: 0).collapsed  // "&amp;#8217;" is usual
    }

    /// White space drawn together into single spaces, none at the ends; characters without width are left out.
    var collapsed: String {
        var copy = self
        return copy.withUTF8 { source in
            var bytes: [UInt8] = []
            bytes.reserveCapacity(source.count)
            var isPending = false
            var offset = 0
            while offset < source.count {
                let byte = source[offset]
                let length = byte < 0x80 ? (byte <= 0x20 ? 1 : 0) : source.spaceLength(at: offset)
                if length > 0 {
                    isPending = !bytes.isEmpty
                    offset += length
                    continue
                }
                if isPending { bytes.append(0x20) }
                isPending = false
                bytes.append(byte)
                offset += 1
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The length of the space, or of the character without width, that stands at an offset; 0 for others.
    fileprivate func spaceLength(at offset: Int) -> Int {
        guard offset + 1 < count else { return 0 }
        switch (self[offset], self[offset + 1]) {
        case (0xC2, 0xA0), (0xC2, 0x85), (0xC2, 0xAD): return 2  // no-break space, next line, soft hyphen
        case (0xE2, 0x80) where offset + 2 < count:
            let last = self[offset + 2]
            return last <= 0x8F || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0
        case (0xE2, 0x81) where offset + 2 < count: return self[offset + 2] == 0x9F ? 3 : 0
        case (0xE3, 0x80) where offset + 2 < count: return self[offset + 2] == 0x80 ? 3 : 0
        case (0xEF, 0xBB) where offset + 2 < count: return self[offset + 2] == 0xBF ? 3 : 0
        default: return 0
        }
    }
}
