/// Finds which texts of a page are its article.
///
/// The page's texts are cut into blocks where a browser would begin a new line of its own. Each block is measured
/// (its length, links, punctuation, the words of classes around it, what the blocks around it are like, …), and
/// boosted trees judge it twice: by itself, and again knowing how its surroundings were judged.
struct BodyReader {
    private let features: BlockFeatures
    private var outline: PageOutline { features.outline }
    /// For each block, how probably it belongs to the article.
    private let judgements: [Float]

    /// The article's paragraphs in the page's order.
    ///
    /// - Complexity: linear in the page's length.
    static func blocks(of markup: Markup) -> [Block] {
        BodyReader(markup).blocks
    }

    private init(_ markup: Markup) {
        let features = BlockFeatures(PageOutline(markup))
        self.features = features
        var values: [Float] = []
        func judge(_ model: BodyModel, _ context: BlockContext?) -> [Float] {
            features.outline.blocks.indices.map { index in
                values.removeAll(keepingCapacity: true)
                features.append(index, to: &values)
                context?.append(index, to: &values)
                return values.withUnsafeBufferPointer { model.probability($0) }
            }
        }
        let first = judge(.first, nil)
        judgements = judge(.second, BlockContext(features, first))
    }

    private static let threshold: Float = 0.5

    private var blocks: [Block] {
        outline.blocks.indices.compactMap { index in
            guard judgements[index] > Self.threshold, !outline.blocks[index].words.isEmpty else { return nil }
            let nodes = outline.nodes[outline.blocks[index].nodes].map { Int($0) }
            return Block(kind: kind(of: outline.blocks[index]), nodes: nodes)
        }
    }

    private func kind(of block: PageOutline.Block) -> Paragraph.Kind {
        let own = outline.elements[block.element].own.union(block.inline)
        if own.contains(.pullQuote) { return .pullQuote }
        if block.around.contains(.figureCaption) { return .caption }
        if block.around.contains(.heading) { return .subhead }
        if block.around.contains(.blockquote) { return .blockquote }
        if block.around.contains(.listItem) { return .listItem }
        return .body
    }
}
