/// A page's article in parts: what the page says of it, and its paragraphs.
struct PageReader {
    let markup: Markup
    let metadata: Metadata
    /// The paragraphs, headline and standfirst apart.
    let blocks: [Block]
    private let page: PageMetadata
    /// Whether there is nothing but the article.
    private let isEntry: Bool

    /// Reads a web page, where the article is one part of many.
    init(_ markup: Markup, _ origin: Origin) {
        let page = MetadataReader.read(markup, origin: origin)
        self.init(markup, page, BodyReader.blocks(of: markup), isEntry: false)
    }

    /// Reads a page that is nothing but an article.
    ///
    /// - Parameters:
    ///   - markup: the article.
    ///   - metadata: what is known of it.
    init(entry markup: Markup, _ metadata: Metadata) {
        var page = PageMetadata()
        page.metadata = metadata
        page.headline = markup.nodes.firstIndex { $0.tag == .h1 }
        self.init(markup, page, BodyReader.allBlocks(of: markup), isEntry: true)
    }

    private init(_ markup: Markup, _ page: PageMetadata, _ blocks: [Block], isEntry: Bool) {
        self.isEntry = isEntry
        self.markup = markup
        self.page = page
        metadata = page.metadata
        let apart = Set(page.bylines + page.timeLines)
        let headline = page.headline.map { $0..<markup.nodes[$0].end } ?? 0..<0
        self.blocks = blocks.filter { block in
            !block.nodes.allSatisfy { headline.contains($0) || apart.contains($0) }
        }
    }

    /// Headline and paragraphs as one text.
    var text: PageText {
        var text = PageText(markup)
        if let headline = page.headline {
            let nodes = markup.descendants(of: headline).filter {
                markup.nodes[$0].tag == .text || markup.nodes[$0].tag == .br
            }
            text.append(Block(kind: .headline, nodes: nodes))
        } else if !isEntry, let headline = metadata.headline, let range = place(of: headline) {
            text.append(verbatim: range, as: .headline)
        }
        for block in blocks { text.append(block) }
        return text
    }

    /// So much longer is a story in structured data than what a page shows of it, when it shows another story or none.
    private static let shown = 3

    /// The story that the page holds for machines alone; nil when it shows a story, or holds none.
    var linkedStory: LinkedStory? {
        guard let body = page.articleBody else { return nil }
        let visible = blocks.lazy.filter { $0.kind == .body }.flatMap(\.nodes).map {
            markup.nodes[$0].content.count
        }
        guard visible.reduce(0, +) * Self.shown < body.text.utf8.count else { return nil }
        var headline: [(Range<Int>, ArraySlice<UInt8>?)] = []
        if let node = page.headline {
            for text in markup.descendants(of: node) where markup.nodes[text].tag == .text {
                markup.forEachRun(of: text) { headline.append(($0, $1)) }
            }
        } else if let place = metadata.headline.flatMap({ place(of: $0) }) {
            headline = [(place, nil)]
        }
        return LinkedStory(body, under: headline, in: markup)
    }

    /// Where a headline that no heading shows is spelled: in the title, in an attribute, in a script.
    private func place(of headline: String) -> Range<Int>? {
        let longest = 512  // bytes; nobody's headline, and the search stays short
        let words = Array(headline.utf8)
        guard let first = words.first, words.count <= min(longest, markup.bytes.count) else { return nil }
        return markup.bytes.withUnsafeBufferPointer { bytes in
            (0...bytes.count - words.count).first { start in
                bytes[start] == first && bytes[start..<start + words.count].elementsEqual(words)
            }
        }.map { $0..<$0 + words.count }
    }
}
