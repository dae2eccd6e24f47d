/// What is measured of blocks once each has been judged by itself: how those around it were judged.
struct BlockContext {
    private let features: BlockFeatures
    private let judgements: [Float]
    private struct Mass {
        var kept: Float = 0
        var all: Float = 0
    }
    private var masses: [Mass]
    private var looks: [Mass]
    private var core = 0
    private var distances: [Int32]
    /// The nearest blocks before and after that are surely of the article; -1 and the number of blocks for none.
    private var before: [Int] = []
    private var after: [Int] = []
    private var wordsBefore: [Int]

    /// Prepares the measures of all blocks.
    ///
    /// - Parameters:
    ///   - features: the blocks.
    ///   - judgements: for each block, how probably it belongs to the article.
    init(_ features: BlockFeatures, _ judgements: [Float]) {
        self.features = features
        self.judgements = judgements
        let outline = features.outline
        let nodes = outline.markup.nodes
        masses = Array(repeating: Mass(), count: nodes.count)
        looks = Array(repeating: Mass(), count: features.looks.count)
        for (index, block) in outline.blocks.enumerated() {
            let size = Float(block.size + 1)
            masses[block.element].kept += judgements[index] * size
            masses[block.element].all += size
            looks[features.lookOfBlock[index]].kept += judgements[index] * size
            looks[features.lookOfBlock[index]].all += size
        }
        for index in stride(from: nodes.count - 1, to: 0, by: -1) where masses[index].all > 0 {
            masses[Int(nodes[index].parent)].kept += masses[index].kept
            masses[Int(nodes[index].parent)].all += masses[index].all
        }
        let sum = masses
        core = features.innermost(above: 0.8) { sum[$0].kept }
        distances = features.distances(to: core)
        wordsBefore = [0]
        let isSure = outline.blocks.indices.map { judgements[$0] > 0.7 && outline.blocks[$0].size >= 12 }
        var last = -1
        for (index, block) in outline.blocks.enumerated() {
            wordsBefore.append(wordsBefore[index] + block.size)
            before.append(last)
            if isSure[index] { last = index }
        }
        after = Array(repeating: 0, count: before.count)
        last = before.count
        for index in before.indices.reversed() {
            after[index] = last
            if isSure[index] { last = index }
        }
    }

    /// Appends a block's measures.
    func append(_ index: Int, to values: inout [Float]) {
        let blocks = features.outline.blocks
        let element = blocks[index].element
        let own = judgements[index] * Float(blocks[index].size + 1)
        let ownAll = Float(blocks[index].size + 1)
        func share(_ mass: Mass) {
            values.append(mass.all > ownAll ? (mass.kept - own) / (mass.all - ownAll) : -1)
            values.append(masses[0].kept > 0 ? (mass.kept - own) / masses[0].kept : 0)
        }
        values.append(judgements[index])
        for offset in [-3, -2, -1, 1, 2, 3] {
            values.append(blocks.indices.contains(index + offset) ? judgements[index + offset] : -1)
        }
        for level in 0...4 { share(masses[features.ancestor(of: element, level)]) }
        values.append(Float(min(distances[element], 30)))
        let (previous, next) = (before[index], after[index])
        values.append(previous < 0 ? -1 : next == blocks.count ? 1 : 0)
        values.append(previous < 0 ? 40 : Float(min(30, index - previous)))
        values.append(next == blocks.count ? 40 : Float(min(30, next - index)))
        values.append(previous < 0 ? 400 : Float(min(300, wordsBefore[index] - wordsBefore[previous + 1])))
        values.append(
            next == blocks.count ? 400 : Float(min(300, wordsBefore[next] - wordsBefore[index + 1]))
        )
        share(looks[features.lookOfBlock[index]])
    }
}
