/// What elements around the current one state for it: namespaces, `xml:base`, `xml:lang`.
struct FeedContext {
    private struct Scope {
        let end: Int
        let base: URIReference?
        let language: String?
        /// Prefixes declared here, with what they meant outside.
        let outer: [(prefix: String, vocabulary: FeedVocabulary?)]
    }

    let markup: Markup
    private let unnamed: FeedVocabulary
    private var scopes: [Scope] = []
    private var vocabularies: [String: FeedVocabulary] = [:]
    private var names: [Int32: FeedName] = [:]

    init(_ markup: Markup, unnamed: FeedVocabulary) {
        (self.markup, self.unnamed) = (markup, unnamed)
    }

    /// BCP 47; nil when none is stated.
    var language: String? { scopes.last?.language }

    /// Takes what an element states for itself and all inside it.
    mutating func enter(_ index: Int) {
        while let last = scopes.last, last.end <= index {
            for (prefix, vocabulary) in scopes.removeLast().outer.reversed() {
                vocabularies[prefix] = vocabulary
            }
        }
        guard statesContext(index) else { return }
        var (base, language) = (scopes.last?.base, scopes.last?.language)
        var outer: [(prefix: String, vocabulary: FeedVocabulary?)] = []
        for (name, value) in markup.attributes(of: index) {
            let name = FeedName(name)
            switch (name.prefix, name.local) {
            case ("xml", "base"): base = nested(value, in: base)
            case ("xml", "lang"):
                let tag = value.filter { !$0.isWhitespace }
                language = tag.isEmpty ? nil : tag
            case ("", "xmlns"):
                outer.append(("", vocabularies[""]))
                vocabularies[""] = FeedVocabulary(uri: value)
            case ("xmlns", let prefix):
                outer.append((prefix, vocabularies[prefix]))
                let usual = FeedVocabulary(usualPrefix: prefix) ?? .other
                vocabularies[prefix] = FeedVocabulary(uri: value) ?? usual
            default: break
            }
        }
        let end = markup.nodes[index].end
        scopes.append(Scope(end: end, base: base, language: language, outer: outer))
    }

    /// Whether one of an element's attributes is about names, addresses or languages.
    private func statesContext(_ index: Int) -> Bool {
        let node = markup.nodes[index]
        let first = Int(node.firstAttribute)
        return markup.attributes[first..<first + Int(node.attributeCount)].contains {
            markup.bytes[$0.name].prefix(3).elementsEqual("xml".utf8, by: { $0.lowercasedASCII == $1 })
        }
    }

    /// An element's vocabulary and name.
    mutating func name(of index: Int) -> (FeedVocabulary, FeedName) {
        let number = markup.nodes[index].name
        let name = names[number] ?? FeedName(markup.name(of: index))
        names[number] = name
        let declared = vocabularies[name.prefix]
        if name.prefix.isEmpty { return (declared ?? unnamed, name) }
        return (declared ?? FeedVocabulary(usualPrefix: name.prefix) ?? .other, name)
    }

    /// An element's name, without noting anything.
    func name(ofKnown index: Int) -> FeedName {
        names[markup.nodes[index].name] ?? FeedName(markup.name(of: index))
    }

    /// An address as far as the feed itself completes it.
    func resolve(_ address: String) -> URIReference {
        let address = URIReference(address)
        return scopes.last?.base.map { address.resolved(against: $0) } ?? address
    }

    private static let deepest = 100

    private func nested(_ address: String, in base: URIReference?) -> URIReference? {
        guard scopes.count < Self.deepest, address.utf8.count <= FeedDraft.longestBase else { return base }
        let address = URIReference(address)
        guard let base else { return address }
        let resolved = address.resolved(against: base)
        return resolved.path.utf8.count <= FeedDraft.longestBase ? resolved : base
    }
}
