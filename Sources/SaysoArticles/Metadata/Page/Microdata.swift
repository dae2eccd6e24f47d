/// Reads `itemprop` and RDFa's `property` where they describe the page's article.
struct Microdata {
    let markup: Markup
    let scan: PageScan

    /// The values of a property of the article, in order: not those of things inside it, such as comments.
    func values(_ name: String) -> [(node: Int, value: String)] {
        scan.properties.lazy.filter { $0.name == name && isArticle($0.node) }.prefix(8).map {
            ($0.node, value(of: $0.node))
        }
    }

    /// The value that an element gives: an attribute where it has one that holds values.
    func value(of node: Int) -> String {
        let attribute =
            markup.shortAttribute("content", of: node)
            ?? (markup.nodes[node].tag == .time ? markup.shortAttribute("datetime", of: node) : nil)
        if let attribute, !attribute.isEmpty { return attribute.collapsed }
        let inside = markup.descendants(of: node)
        let name = scan.properties.first { $0.name == "name" && inside.contains($0.node) }?.node ?? node
        if name != node, let content = markup.shortAttribute("content", of: name) { return content.collapsed }
        return markup.shortText(of: name) ?? ""
    }

    private static let articleTypes: [StaticString] = [
        "article", "posting", "webpage", "report", "creativework", "videoobject", "blog",
    ]

    /// Whether the thing that a property belongs to is an article, or is not said to be anything.
    private func isArticle(_ node: Int) -> Bool {
        var parent = Int(markup.nodes[node].parent)
        for _ in 0..<64 where parent > 0 {
            if markup.nodes[parent].attributeCount > 0 {
                let type =
                    markup.shortAttribute("itemtype", of: parent)
                    ?? markup.shortAttribute("typeof", of: parent)
                if let type {
                    return Self.articleTypes.contains { type.has($0) }
                }
                if markup.attributeRange("itemscope", of: parent) != nil { return false }
            }
            parent = Int(markup.nodes[parent].parent)
        }
        return true
    }
}
