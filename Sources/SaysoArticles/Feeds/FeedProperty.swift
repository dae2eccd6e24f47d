/// An element that says one thing of a feed or an entry.
struct FeedProperty {
    private let markup: Markup
    private let index: Int
    private let vocabulary: FeedVocabulary
    private let name: FeedName
    private let context: FeedContext
    /// Where it is over: behind its last descendant, or before what cannot be inside it.
    let end: Int

    init(
        of index: Int,
        _ vocabulary: FeedVocabulary,
        _ name: FeedName,
        _ context: FeedContext
    ) {
        markup = context.markup
        (self.index, self.vocabulary, self.name, self.context) = (index, vocabulary, name, context)
        let whole = markup.nodes[index].end
        let inside = markup.hasEndTag(index) ? whole..<whole : index + 1..<whole
        let next = inside.first { child in
            context.markup.nodes[child].tag == .other && FeedTerm.breaksOut(context.name(ofKnown: child))
        }
        end = next ?? whole
    }

    /// Whether what it says counts before what another vocabulary says.
    private var isOwn: Bool { vocabulary == .rss || vocabulary == .atom }

    /// Writes down what it says.
    func add(to draft: inout FeedDraft, as term: FeedTerm) {
        switch term {
        case .container, .entry: break
        case .title: draft.title.offer(content, rank: isOwn ? 1 : 0)
        case .summary: draft.summary.offer(content, rank: name.local == "info" || !isOwn ? 0 : 1)
        case .content: addContent(to: &draft)
        case .link: addLink(to: &draft)
        case .originalLink: draft.link.offer(context.resolve(text), rank: 5)
        case .identifier: addIdentifier(to: &draft)
        case .published: draft.published.replace(time, rank: isOwn ? 2 : 1)
        case .created: draft.published.offer(time, rank: 0)
        case .updated: draft.updated.replace(time, rank: isOwn ? 1 : 0)
        case .date: draft.date = draft.date ?? time
        case .author: addAuthor(to: &draft)
        case .category: addCategory(to: &draft)
        case .language: draft.language.offer(line, rank: 1)
        }
    }

    // MARK: Texts

    /// Its characters, as they are.
    private var text: String {
        var text = ""
        for index in index + 1..<max(end, index + 1) where markup.nodes[index].tag == .text {
            markup.forEachRun(of: index) { text += String(decoding: $1 ?? markup.bytes[$0], as: UTF8.self) }
        }
        return text
    }

    /// Its characters with single spaces for white space; nil when that leaves nothing.
    private var line: String? { text.singleSpaced }

    private var time: StatedTime? { FeedDate.time(in: text, language: context.language) }

    /// The type it states, in lower case and without parameters.
    private static func type(of index: Int, in markup: Markup) -> String? {
        let type = markup.attribute("type", of: index)?.lowercased().prefix { $0 != ";" }
        return type.map { $0.filter { !$0.isWhitespace } }
    }

    private static func isOtherXML(_ type: String?) -> Bool {
        guard let type, type != "application/xhtml+xml" else { return false }
        return type.hasSuffix("+xml") || type.hasSuffix("/xml")
    }

    /// Its text with markup or without; nil when there is none, or it is of no use.
    private var content: Feed.Content? {
        let type = Self.type(of: index, in: markup)
        guard !Self.isOtherXML(type) else { return nil }
        let nodes = index + 1..<max(end, index + 1)
        let hasText = nodes.contains { markup.nodes[$0].tag == .text && !isBlank(markup.nodes[$0].range) }
        guard hasText else { return nil }
        let content = markup.nodes[index].content
        let stop = end < markup.nodes[index].end ? markup.nodes[end].range.lowerBound : content.upperBound
        return Feed.Content(
            form: form(type, of: nodes),
            range: content.lowerBound..<max(stop, content.lowerBound),
            language: context.language,
            nodes: nodes
        )
    }

    private func isBlank(_ range: Range<Int>) -> Bool { markup.bytes[range].allSatisfy(\.isMarkupSpace) }

    private func form(_ type: String?, of nodes: Range<Int>) -> Feed.Content.Form {
        if markup.attribute("mode", of: index)?.lowercased() == "base64" { return .base64 }
        if nodes.contains(where: { markup.nodes[$0].tag == .other }) {
            return type?.hasSuffix("xhtml") != true && hasMarkupInCharacterData(nodes) ? .escaped : .inline
        }
        switch type {
        case "text", "text/plain": return .plain
        case "html", "xhtml": return .escaped
        case let type? where vocabulary == .atom && type.contains("/"):
            return type.hasPrefix("text/") || type == "application/xhtml+xml" ? .escaped : .base64
        case nil where vocabulary == .atom: return looksLikeMarkup ? .escaped : .plain
        default: return .escaped
        }
    }

    /// Whether CDATA holds markup: then elements beside it are strays.
    private func hasMarkupInCharacterData(_ nodes: Range<Int>) -> Bool {
        nodes.contains { node in
            markup.verbatim.contains(Int32(node)) && markup.bytes[markup.nodes[node].range].contains(0x3C)
        }
    }

    /// Whether characters that are said to have no markup have some: an end tag, a line break or a reference.
    private var looksLikeMarkup: Bool {
        let text = Array(text.utf8)
        guard text.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return false }
        let markup = Markup(html: text)
        return markup.nodes.indices.contains { index in
            switch markup.nodes[index].tag {
            case .document, .other: return false
            case .text:
                var hasReference = false
                markup.forEachRun(of: index) { if $1 != nil { hasReference = true } }
                return hasReference
            case .br, .hr, .img: return true
            default: return markup.nodes[index].range.upperBound > markup.nodes[index].content.upperBound
            }
        }
    }

    private func addContent(to draft: inout FeedDraft) {
        if let address = markup.attribute("src", of: index) {
            draft.link.offer(context.resolve(address), rank: 0)
        }
        if let content { draft.contents.append(content) }
    }

    // MARK: Addresses and names

    /// Links are ranked: the page itself, then other forms of it, then what only identifies it.
    private func addLink(to draft: inout FeedDraft) {
        guard let address = markup.attribute("href", of: index) ?? line, !address.isEmpty else { return }
        let isText = markup.attribute("href", of: index) == nil
        let relation = markup.attribute("rel", of: index)?.lowercased() ?? "alternate"
        if relation == "self" { draft.own = draft.own ?? context.resolve(address) }
        guard relation == "alternate" || relation == "" else { return }
        let type = Self.type(of: index, in: markup)
        let isPage = type == nil || type == "text/html" || type == "application/xhtml+xml"
        let rank = isText && vocabulary == .rss ? 4 : isPage ? 3 : 2
        draft.link.offer(context.resolve(address), rank: rank)
    }

    private func addIdentifier(to draft: inout FeedDraft) {
        guard let id = line else { return }
        draft.id.offer(id, rank: isOwn ? 2 : 1)
        guard name.local == "guid", markup.attribute("ispermalink", of: index)?.lowercased() != "false" else {
            return
        }
        let address = context.resolve(id)
        if address.isWeb || markup.attribute("ispermalink", of: index) != nil {
            draft.link.offer(address, rank: 1)
        }
    }

    private func addAuthor(to draft: inout FeedDraft) {
        // Atom: a name among an address and the like. Elsewhere the name is all there is.
        let child = markup.children(of: index).first { child in
            markup.nodes[child].tag == .other && context.name(ofKnown: child).local == "name"
        }
        let hasChildren = markup.children(of: index).contains { markup.nodes[$0].tag == .other }
        let text = child.map { markup.text(of: $0) } ?? (hasChildren ? "" : self.text)
        guard let name = FeedAuthor.name(in: text) else { return }
        if isOwn || vocabulary == .dublinCore {
            FeedDraft.add(name, to: &draft.authors)
        } else {
            FeedDraft.add(name, to: &draft.otherAuthors)
        }
    }

    private func addCategory(to draft: inout FeedDraft) {
        let stated = markup.attribute("label", of: index) ?? markup.attribute("term", of: index)
        let category = stated?.singleSpaced ?? line
        guard let category else { return }
        draft.categories.append(category)
    }
}

extension Markup {
    /// Whether an element was closed by a tag of its own.
    func hasEndTag(_ index: Int) -> Bool { nodes[index].range.upperBound > nodes[index].content.upperBound }

    /// Whether the document ends before an element does.
    func isCutOff(_ index: Int) -> Bool {
        let content = nodes[index].content
        let isSelfClosing = content.isEmpty && bytes[..<content.lowerBound].suffix(2).elementsEqual("/>".utf8)
        return content.upperBound == bytes.count && !isSelfClosing
    }
}

/// People as feeds write them.
enum FeedAuthor {
    /// The name in `desk@marn.example (Dessa Marn)` and the like; nil when there is but an address.
    static func name(in text: String) -> String? {
        var words = text.split { $0.isWhitespace || $0 == "<" || $0 == ">" }
        words.removeAll { $0.contains("@") }
        var name = words.joined(separator: " ")[...]
        if name.first == "(", name.last == ")" { name = name.dropFirst().dropLast() }
        return name.contains { $0.isLetter } ? String(name).singleSpaced : nil
    }
}
