/// Reads RSS, Atom and CDF from parsed XML, in one pass over its elements.
struct FeedReader {
    let markup: Markup
    var context: FeedContext
    private var feed = FeedDraft()
    private var entries: [FeedDraft] = []
    /// The last entry's element.
    private var last: Int?
    /// The entries around the current element: an entry nobody closed holds the next.
    private var open: [(entry: Int, end: Int)] = []
    /// The end of an element of which nothing counts but entries inside it.
    private var mutedEnd = 0
    /// Whether nobody closed that element, so that a feed's own names stand outside it.
    private var isMuteWeak = false

    /// Reads what an element and all behind it say.
    static func read(_ markup: Markup, from root: Int) -> (feed: FeedDraft, entries: [FeedDraft]) {
        var reader = FeedReader(markup, root: root)
        reader.read(from: root)
        if let last = reader.last, markup.isCutOff(root), markup.isCutOff(last) {
            reader.entries[reader.entries.count - 1].isWhole = false
        }
        return (reader.feed, reader.entries)
    }

    private init(_ markup: Markup, root: Int) {
        self.markup = markup
        let name = FeedName(markup.name(of: root))
        context = FeedContext(markup, unnamed: name.local == "feed" ? .atom : .rss)
    }

    private mutating func read(from root: Int) {
        var index = root
        while index < markup.nodes.count {
            let node = markup.nodes[index]
            guard node.tag == .other else {
                index += 1
                continue
            }
            while let last = open.last, last.end <= index { open.removeLast() }
            context.enter(index)
            let (vocabulary, name) = context.name(of: index)
            let term = FeedTerm(vocabulary, name.local)
            if isMuteWeak, term != nil, FeedTerm.breaksOut(name) { mutedEnd = min(mutedEnd, index) }
            switch term {
            case .entry:
                open.append((entries.count, node.end))
                entries.append(FeedDraft())
                last = index
                readAttributes(of: index)
                mutedEnd = 0
                index += 1
            case _ where index < mutedEnd:
                index += 1
            case .container where open.isEmpty:
                readAttributes(of: index)
                index += 1
            case nil, .container:
                (mutedEnd, isMuteWeak) = (node.end, vocabulary == .other && !markup.hasEndTag(index))
                index += 1
            case .some(let term):
                let property = FeedProperty(of: index, vocabulary, name, context)
                if let entry = open.last?.entry {
                    property.add(to: &entries[entry], as: term)
                } else {
                    property.add(to: &feed, as: term)
                }
                index = property.end
            }
        }
    }

    /// What CDF and RDF say in attributes of a whole feed or entry.
    private mutating func readAttributes(of index: Int) {
        func read(_ draft: inout FeedDraft) {
            if let about = markup.attribute("rdf:about", of: index) {
                draft.id.offer(about, rank: 0)
                draft.link.offer(context.resolve(about), rank: 0)
            }
            if let address = markup.attribute("href", of: index) {
                draft.link.offer(context.resolve(address), rank: 1)
            }
            if let date = markup.attribute("lastmod", of: index) {
                draft.updated.offer(FeedDate.time(in: date, language: context.language), rank: 0)
            }
            draft.language.offer(context.language, rank: 0)
        }
        if let entry = open.last?.entry { read(&entries[entry]) } else { read(&feed) }
    }
}
