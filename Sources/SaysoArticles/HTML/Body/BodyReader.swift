/// Finds which texts of a page are its article.
///
/// The page's texts are cut into blocks where a browser would begin a new line of its own. Each block is measured
/// (its length, links, punctuation, the words of classes around it, what the blocks around it are like, …), and
/// boosted trees judge it twice: by itself, and again knowing how its surroundings were judged.
struct BodyReader {
    let features: BlockFeatures
    var outline: PageOutline { features.outline }
    /// For each block, how probably it belongs to the article.
    private let judgements: [Float]

    /// The article's paragraphs in the page's order, captions and pull quotes among them.
    ///
    /// - Complexity: linear in the page's length.
    static func blocks(of markup: Markup) -> [Block] {
        let reader = BodyReader(markup)
        return reader.blocks(reader.kept())
    }

    /// All paragraphs of a page that is nothing but an article, as a feed's entry is.
    static func allBlocks(of markup: Markup) -> [Block] {
        let reader = BodyReader(markup)
        return reader.outline.blocks.filter { !$0.words.isEmpty }.map { block in
            Block(kind: reader.kind(of: block), nodes: reader.outline.nodes[block.nodes].map { Int($0) })
        }
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

    /// No block that is less probable is taken for a story's.
    private static let leastLikely: Float = 0.1

    /// Which blocks are of the story.
    private func kept() -> [Bool] {
        let blocks = outline.blocks
        // Where nothing looks like a story, what looks most like one is better than nothing.
        let best = blocks.indices.reduce(Float(0)) { best, index in
            blocks[index].size >= 10 && !blocks[index].around.contains(.heading)
                ? max(best, judgements[index]) : best
        }
        let threshold = max(Self.leastLikely, min(0.5, best / 2))
        var kept = blocks.indices.map { judgements[$0] > threshold && !blocks[$0].words.isEmpty }
        keepShort(&kept)
        keepLists(&kept)
        dropTitle(&kept)
        keepTables(&kept)
        dropCopies(&kept)
        return kept
    }

    /// A page of few words is no outlet's: it was written by hand, or cleaned before. All of it is the article but
    /// what is marked as something else.
    private func keepShort(_ kept: inout [Bool]) {
        let (mostBlocks, mostWords, fewestWords, sentence) = (250, 250, 25, 8)
        guard outline.blocks.count <= mostBlocks, outline.blocks.reduce(0, { $0 + $1.size }) <= mostWords
        else { return }
        let plain = outline.blocks.indices.filter { isPlain(outline.blocks[$0]) }
        let words = plain.map { outline.blocks[$0].size }.filter { $0 >= sentence }.reduce(0, +)
        let hasParagraph = plain.contains {
            outline.blocks[$0].around.contains(.paragraph) && outline.blocks[$0].size > 4
        }
        guard kept.contains(true) || hasParagraph || words >= fewestWords else { return }
        for index in plain { kept[index] = true }
    }

    /// Whether nothing around a block says that it is no part of a story.
    private func isPlain(_ block: PageOutline.Block) -> Bool {
        var purposes = block.inline
        var element = block.element
        while element > 0 {
            purposes.formUnion(outline.elements[element].own)
            element = Int(outline.markup.nodes[element].parent)
        }
        return !block.words.isEmpty && block.linkDensity < 0.34
            && purposes.isDisjoint(with: .furniture)
            && purposes.isDisjoint(with: [.byline, .hidden, .caption, .captionText])
            && block.around.isDisjoint(with: [.hidden, .margin, .aside, .form, .figureCaption])
    }

    /// The headline above the story is not of its body.
    private func dropTitle(_ kept: inout [Bool]) {
        guard let first = kept.firstIndex(of: true) else { return }
        let block = outline.blocks[first]
        guard block.around.contains(.heading), block.size <= 30 else { return }
        kept[first] = features.hints.share(ofTitle: outline.words.hashes[block.words]) < 0.6
    }

    /// A table in the middle of a story belongs to it as a whole, or does not.
    private func keepTables(_ kept: inout [Bool]) {
        guard let first = kept.firstIndex(of: true), let last = kept.lastIndex(of: true) else { return }
        var index = first
        while index < last {
            let table = table(of: index)
            var end = index + 1
            guard table >= 0 else {
                index = end
                continue
            }
            while end < kept.count, self.table(of: end) == table { end += 1 }
            let (sum, linked, size) = (index..<end).reduce((Float(0), 0, 0)) { sums, row in
                let block = outline.blocks[row]
                return (sums.0 + judgements[row], sums.1 + block.linked, sums.2 + block.counts.words)
            }
            let belongs = sum / Float(end - index) > 0.15 && linked * 2 <= size && end - index > 1
            for row in index..<end where !outline.blocks[row].words.isEmpty { kept[row] = belongs }
            index = end
        }
    }

    /// The table of data that a block is a row of; -1 for none.
    private func table(of index: Int) -> Int {
        let nodes = outline.markup.nodes
        let row = outline.blocks[index].element
        guard nodes[row].tag == .tr else { return -1 }
        let parent = Int(nodes[row].parent)
        return parent >= 0 && nodes[parent].tag != .table ? Int(nodes[parent].parent) : parent
    }

    private func blocks(_ kept: [Bool]) -> [Block] {
        guard let first = kept.firstIndex(of: true), let last = kept.lastIndex(of: true) else { return [] }
        let story = RunsOfWords(of: outline, in: kept.indices.filter { kept[$0] && !isSetApart($0) })
        return kept.indices.compactMap { index in
            let block = outline.blocks[index]
            var kind = Paragraph.Kind.body
            if isSetApart(index), !block.around.contains(.hidden), first <= index, index <= last,
                story.contain(block)
            {
                kind = .pullQuote
            } else if kept[index] {
                kind = self.kind(of: block)
            } else if isCaption(block), first <= index + 3, index <= last {
                kind = .caption
            } else {
                return nil
            }
            return Block(kind: kind, nodes: outline.nodes[block.nodes].map { Int($0) })
        }
    }

    private func isCaption(_ block: PageOutline.Block) -> Bool {
        let own = outline.elements[block.element].own.union(block.inline)
        let isMarked = block.around.contains(.figureCaption) || own.contains(.captionText)
        return isMarked && block.size >= 3 && !block.around.contains(.hidden) && block.linkDensity < 0.5
    }

    /// Whether a block is printed as a quotation or beside the story.
    private func isSetApart(_ index: Int) -> Bool {
        let block = outline.blocks[index]
        let parent = features.ancestor(of: block.element, 1)
        return block.around.contains(.blockquote) || block.around.contains(.aside)
            || outline.elements[block.element].own.contains(.quotation)
            || outline.elements[parent].own.contains(.quotation) || block.inline.contains(.quotation)
    }

    private func kind(of block: PageOutline.Block) -> Paragraph.Kind {
        let own = outline.elements[block.element].own.union(block.inline)
        let parent = outline.elements[features.ancestor(of: block.element, 1)].own
        if own.union(parent).contains(.pullQuote) { return .pullQuote }
        if block.around.contains(.figureCaption) { return .caption }
        if block.around.contains(.heading) { return .subhead }
        if block.around.contains(.blockquote) { return .blockquote }
        if block.around.contains(.listItem) { return .listItem }
        return .body
    }
}

/// Runs of five words, to tell what is said a second time.
private struct RunsOfWords {
    private let outline: PageOutline
    private let hashes: Set<UInt64>

    init(of outline: PageOutline, in blocks: [Int]) {
        self.outline = outline
        // A set of its own while it grows: another owner would make each addition a copy.
        var hashes: Set<UInt64> = []
        for index in blocks { Self.forEach(in: outline.blocks[index], of: outline) { hashes.insert($0) } }
        self.hashes = hashes
    }

    /// Whether nearly all of a block's runs are among these.
    func contain(_ block: PageOutline.Block) -> Bool {
        guard block.words.count >= 6 else { return false }
        var found = 0
        Self.forEach(in: block, of: outline) { found += hashes.contains($0) ? 1 : 0 }
        return found * 10 >= (block.words.count - 4) * 9
    }

    private static func forEach(
        in block: PageOutline.Block,
        of outline: PageOutline,
        _ body: (UInt64) -> Void
    ) {
        let words = outline.words.hashes[block.words]
        guard words.count >= 5 else { return }
        for start in words.startIndex...words.endIndex - 5 {
            body(
                words[start..<start + 5].reduce(14_695_981_039_346_656_037) {
                    ($0 ^ UInt64($1)) &* 1_099_511_628_211
                }
            )
        }
    }
}
