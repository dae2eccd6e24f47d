/// The measures that decide which blocks of a page belong to its article, for training what weighs them.
package struct BodyMeasures {
    private let features: BlockFeatures

    package init(_ markup: Markup) {
        features = BlockFeatures(PageOutline(markup))
    }

    /// How many blocks there are.
    package var count: Int { features.outline.blocks.count }

    /// A block's length in words.
    package func size(of block: Int) -> Int { features.outline.blocks[block].size }

    /// A block's text, its lines parted by spaces.
    package func text(of block: Int) -> String { features.outline.text(of: block) }

    /// The measures of a block: of itself, and once all have been judged, of those around it.
    ///
    /// - Parameter judgements: for each block, how probably it belongs to the article; nil in the first round.
    /// - Returns: for each block, its measures in an order that never changes.
    package func values(judgements: [Float]?) -> [[Float]] {
        let context = judgements.map { BlockContext(features, $0) }
        return features.outline.blocks.indices.map { index in
            var values: [Float] = []
            features.append(index, to: &values)
            context?.append(index, to: &values)
            return values
        }
    }
}

extension PageOutline {
    /// A block's text, its white space as it stands in the page but for line breaks and the gaps of cells.
    func text(of block: Int) -> String {
        nodes[blocks[block].nodes].reduce(into: "") { text, index in
            let index = Int(index)
            text += markup.nodes[index].tag == .text ? markup.text(of: index) : " "
        }
    }
}
