/// A page's article in parts: what the page says of it, and its paragraphs.
struct PageReader {
    let markup: Markup
    let metadata: Metadata
    /// The paragraphs, headline and standfirst apart.
    let blocks: [Block]
    private let page: PageMetadata

    /// Reads a web page, where the article is one part of many.
    init(_ markup: Markup, _ origin: Origin) {
        let page = MetadataReader.read(markup, origin: origin)
        self.init(markup, page, BodyReader.blocks(of: markup))
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
        self.init(markup, page, BodyReader.allBlocks(of: markup))
    }

    private init(_ markup: Markup, _ page: PageMetadata, _ blocks: [Block]) {
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
        } else if let headline = metadata.headline, let range = place(of: headline) {
            text.append(verbatim: range, as: .headline)
        }
        for block in blocks { text.append(block) }
        return text
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
