/// What is measured of each block of a page to tell whether it belongs to the article.
struct BlockFeatures {
    let outline: PageOutline
    let hints: PageHints

    /// What is counted over an element and everything below it.
    struct Sums {
        var size: Float = 0
        /// The same for paragraphs: long enough, with punctuation, not made of links.
        var prose: Float = 0
        var linked: Float = 0
        var blocks: Float = 0
    }

    /// What blocks of one look have together.
    struct Look {
        var size: Float = 0
        var prose: Float = 0
        var linked: Float = 0
        var blocks: Float = 0
    }

    private(set) var sums: [Sums]
    private(set) var scores: [Float]
    /// Purposes of the elements between an element and the innermost one that holds most of the prose.
    private var below: [Purposes]
    /// The element that holds most of the prose, and the one whose paragraphs score best.
    private(set) var bulk = 0
    private(set) var best = 0
    private var bulkDistances: [Int32]
    private var bestDistances: [Int32]
    private(set) var looks: [Look] = []
    private(set) var lookOfBlock: [Int] = []
    private var copies: [Int] = []
    private var wordsBefore: [Int] = []
    private var allWords = 0
    /// For each block what it weighs as a paragraph, and how many blocks above it the title stands; -1 for none.
    private var prose: [Float] = []
    private var sinceTitle: [Int] = []
    private var firstTitle: Int?
    private var hasArticleBody = false

    init(_ outline: PageOutline) {
        self.outline = outline
        hints = PageHints(outline.markup)
        let count = outline.elements.count
        sums = Array(repeating: Sums(), count: count)
        scores = Array(repeating: 0, count: count)
        below = Array(repeating: [], count: count)
        bulkDistances = Array(repeating: 0, count: count)
        bestDistances = Array(repeating: 0, count: count)
        weighProse()
        sumUp()
        bulk = innermost(above: 0.5) { sums[$0].prose }
        score()
        bulkDistances = distances(to: bulk)
        bestDistances = distances(to: best)
        for index in 1..<max(count, 1) {
            let parent = Int(outline.markup.nodes[index].parent)
            below[index] = outline.elements[index].own
            if parent != bulk { below[index].formUnion(below[parent]) }
        }
        compareBlocks()
    }

    /// For each block its length if it may be a paragraph of a story: less where that is unlikely.
    private mutating func weighProse() {
        var purposes = Array(repeating: Purposes(), count: outline.elements.count)
        for index in 1..<max(1, purposes.count) {
            purposes[index] = outline.elements[index].own.union(
                purposes[Int(outline.markup.nodes[index].parent)]
            )
        }
        var last = -1
        for (index, block) in outline.blocks.enumerated() {
            let words = outline.words.hashes[block.words]
            let isTitle = block.size <= 30 && block.size >= 3 && hints.share(ofTitle: words) > 0.55
            if isTitle { last = index }
            if firstTitle == nil, isTitle || block.around.contains(.title) { firstTitle = index }
            sinceTitle.append(last < 0 ? -1 : index - last)
            guard block.size >= 10, block.linkDensity < 0.34, block.counts.stops + block.counts.commas > 0
            else {
                prose.append(0)
                continue
            }
            var weight: Float = 1
            if block.around.contains(.hidden) { weight *= 0.3 }
            if block.counts.endsInEllipsis { weight *= 0.3 }
            if block.around.contains(.listItem) { weight *= 0.6 }
            let around = purposes[block.element]
            if around.contains(.comments) { weight *= 0.4 }
            if around.contains(.related) { weight *= 0.6 }
            prose.append(weight * Float(block.size))
        }
        if let firstTitle { for index in 0..<firstTitle { prose[index] *= 0.5 } }
    }

    private mutating func sumUp() {
        for (index, block) in outline.blocks.enumerated() {
            sums[block.element].size += Float(block.size)
            sums[block.element].prose += prose[index]
            sums[block.element].linked += Float(block.linked)
            sums[block.element].blocks += 1
        }
        let nodes = outline.markup.nodes
        for index in stride(from: nodes.count - 1, to: 0, by: -1) where sums[index].blocks > 0 {
            let parent = Int(nodes[index].parent)
            sums[parent].size += sums[index].size
            sums[parent].prose += sums[index].prose
            sums[parent].linked += sums[index].linked
            sums[parent].blocks += sums[index].blocks
        }
        hasArticleBody = outline.elements.indices.contains {
            outline.elements[$0].around.contains(.articleBody) && sums[$0].prose > 0.2 * sums[0].prose
        }
    }

    /// The innermost element that is reached from the document by steps that each keep more than a share.
    func innermost(above share: Float, _ mass: (Int) -> Float) -> Int {
        var index = 0
        while true {
            var heaviest = -1
            for child in outline.markup.children(of: index)
            where heaviest < 0 || mass(child) > mass(heaviest) { heaviest = child }
            guard heaviest > 0, mass(heaviest) > 0, mass(heaviest) >= share * mass(index) else {
                return index
            }
            switch outline.markup.nodes[heaviest].tag {
            case .p, .h1, .h2, .blockquote, .li, .dd, .td: return index
            default: index = heaviest
            }
        }
    }

    /// Gives each element points for the paragraphs close below it.
    private mutating func score() {
        let nodes = outline.markup.nodes
        for (index, block) in outline.blocks.enumerated() where prose[index] > 0 {
            let stops = Float(block.counts.stops + block.counts.commas)
            var points = min(Float(block.size) / 20, 4) + 1 + stops * 0.2
            points *= prose[index] / Float(block.size)
            var index = block.element
            switch nodes[index].tag {
            case .p, .li, .blockquote, .h2, .h3, .pre: index = Int(nodes[index].parent)
            default: break
            }
            for share: Float in [1, 0.5, 0.25, 0.15] {
                guard index > 0 else { break }
                scores[index] += points * share
                index = Int(nodes[index].parent)
            }
        }
        for index in scores.indices where scores[index] > 0 {
            let own = outline.elements[index].own
            if !own.isDisjoint(with: [.body, .article]) { scores[index] *= 1.3 }
            for purpose: Purposes in [.navigation, .related, .advertisement, .comments, .signup]
            where own.contains(purpose) { scores[index] *= 0.7 }
            scores[index] *= max(0, 1 - sums[index].linked / max(1, sums[index].size))
            if scores[index] > scores[best] { best = index }
        }
    }

    /// For each element, how many levels above `target` the element lies that holds both; 0 inside `target`.
    func distances(to target: Int) -> [Int32] {
        let nodes = outline.markup.nodes
        var distances = Array(repeating: Int32(-1), count: nodes.count)
        var (index, distance) = (target, Int32(0))
        while index >= 0 {
            distances[index] = distance
            index = Int(nodes[index].parent)
            distance += 1
        }
        for index in nodes.indices where distances[index] < 0 {
            distances[index] = distances[Int(nodes[index].parent)]
        }
        return distances
    }

    private mutating func compareBlocks() {
        let nodes = outline.markup.nodes
        var numbers: [UInt32: Int] = [:]
        var texts: [UInt32: Int] = [:]
        var openings: [UInt32] = []
        for (index, block) in outline.blocks.enumerated() {
            let parent = max(0, Int(nodes[block.element].parent))
            let look = (outline.elements[block.element].look &* 31) ^ outline.elements[parent].look
            let number = numbers[look] ?? looks.count
            if number == looks.count {
                numbers[look] = number
                looks.append(Look())
            }
            lookOfBlock.append(number)
            looks[number].size += Float(block.size)
            looks[number].prose += prose[index]
            looks[number].linked += Float(block.linked)
            looks[number].blocks += 1
            let opening = outline.words.hashes[block.words].prefix(30).reduce(UInt32(7)) { $0 &* 31 ^ $1 }
            openings.append(opening)
            texts[opening, default: 0] += 1
            wordsBefore.append(allWords)
            allWords += block.size
        }
        copies = openings.map { texts[$0] ?? 1 }
    }

    func ancestor(of index: Int, _ levels: Int) -> Int {
        var index = index
        for _ in 0..<levels where index > 0 { index = Int(outline.markup.nodes[index].parent) }
        return index
    }

    private func share(_ part: Float, _ whole: Float) -> Float { whole > 0 ? part / whole : 0 }

    /// Appends a block's measures, in the order of `names`.
    func append(_ index: Int, to values: inout [Float]) {
        let block = outline.blocks[index]
        appendText(block, to: &values)
        appendPlace(index, block, to: &values)
        appendPurposes(block, to: &values)
        appendLooks(index, block, to: &values)
        appendHints(block, to: &values)
        for offset in [-2, -1, 1, 2] { appendNeighbour(index, offset, to: &values) }
    }

    private func appendText(_ block: PageOutline.Block, to values: inout [Float]) {
        let counts = block.counts
        let words = Float(max(1, counts.words))
        values.append(Float(min(block.size, 200)))
        values.append(min(20, Float(counts.characters) / words))
        values.append(block.linkDensity)
        values.append(PageWords.endsSentence(counts.last) ? 1 : counts.last == 0x3A ? -1 : 0)
        values.append(Float(counts.stops + counts.commas) / words)
        values.append(Float(min(counts.commas, 20)))
        values.append(share(Float(counts.digits), Float(counts.characters)))
        values.append(Float(counts.capitalised) / words)
        values.append(Float(block.strong) / words)
        values.append(Float(min(block.breaks, 20)))
        values.append(Float(min(counts.ats, 4)))
        values.append(counts.endsInEllipsis ? 1 : 0)
        values.append(
            counts.first < 0x80 && UInt8(counts.first).lowercasedASCII.isLetter
                ? 0 : Float(min(counts.first, 0x80))
        )
        for topic in 0..<PageWords.Topics.count { values.append(Float(counts.topics[topic]) / words) }
        values.append(Float(counts.topics.wrappedSum()))
        for topic in 0..<PageWords.Topics.count {
            values.append(counts.firstTopics.rawValue >> UInt8(topic) & 1 == 1 ? 1 : 0)
        }
    }

    private func appendPlace(_ index: Int, _ block: PageOutline.Block, to values: inout [Float]) {
        let tag = outline.markup.nodes[block.element].tag
        values.append(
            tag == .div || tag == .section || tag == .article || tag == .main || tag == .body ? 1 : 0
        )
        for surroundings: PageOutline.Surroundings in [
            .paragraph, .listItem, .title, .heading, .table, .blockquote, .figure, .figureCaption, .article,
            .main,
            .aside, .margin, .form, .hidden, .preformatted,
        ] {
            values.append(block.around.contains(surroundings) ? 1 : 0)
        }
        values.append((block.around.contains(.articleBody) ? 1 : 0) - (hasArticleBody ? 0 : 0.5))
        let depth = outline.elements[block.element].depth
        for (container, distances) in [(bulk, bulkDistances), (best, bestDistances)] {
            let distance = distances[block.element]
            values.append(Float(min(distance, 30)))
            values.append(distance == 0 ? Float(min(depth - outline.elements[container].depth, 30)) : -1)
        }
        for level in 1...3 {
            let around = sums[ancestor(of: block.element, level)]
            values.append(share(around.linked, max(1, around.size)))
            values.append(min(2000, around.size))
            values.append(share(around.prose, sums[0].prose))
            values.append(min(50, around.blocks))
            values.append(min(200, share(around.size, around.blocks)))
        }
        let top = scores[best]
        values.append(share(scores[ancestor(of: block.element, 1)], top))
        values.append(share(scores[block.element], top))
        values.append(share(Float(wordsBefore[index]), Float(allWords)))
        values.append(firstTitle.map { Float(max(-30, min(60, index - $0))) } ?? -40)
        values.append(Float(min(sinceTitle[index], 60)))
        values.append(share(prose[index], Float(block.size)))
    }

    private func appendPurposes(_ block: PageOutline.Block, to values: inout [Float]) {
        let parent = ancestor(of: block.element, 1)
        let near = block.inline.union(outline.elements[block.element].own).union(outline.elements[parent].own)
        let far = near.union(outline.elements[ancestor(of: block.element, 2)].own)
            .union(outline.elements[ancestor(of: block.element, 3)].own)
        let all = below[block.element].union(block.inline)
        for purposes in [near, far, all] {
            for purpose: Purposes in [
                .related, .comments, .byline, .caption, .captionText, .tags, .headline, .quotation, .hidden,
                .signup,
            ] {
                values.append(purposes.contains(purpose) ? 1 : 0)
            }
            values.append(purposes.isDisjoint(with: [.body, .article]) ? 0 : 1)
            values.append(Float(purposes.intersection(.furniture).rawValue.nonzeroBitCount))
        }
    }

    private func appendLooks(_ index: Int, _ block: PageOutline.Block, to values: inout [Float]) {
        let look = looks[lookOfBlock[index]]
        values.append(share(look.prose, sums[0].prose))
        values.append(min(50, look.blocks))
        values.append(share(look.linked, max(1, look.size)))
        values.append(min(100, share(look.size, look.blocks)))
        values.append(Float(min(copies[index], 5)))
    }

    private func appendHints(_ block: PageOutline.Block, to values: inout [Float]) {
        let hashes = outline.words.hashes[block.words]
        for table in [hints.title, hints.summary] {
            var (count, seen) = (0, UInt64(0))
            if table.count > 0 {
                for hash in hashes {
                    guard let number = table[hash] else { continue }
                    count += 1
                    seen |= 1 << UInt64(min(number, 63))
                }
            }
            values.append(table.count == 0 ? -1 : Float(count) / Float(max(1, hashes.count)))
            values.append(Float(seen.nonzeroBitCount) / Float(max(1, table.count)))
        }
        guard !hints.body.isEmpty, hashes.count > 2 else {
            values.append(-1)
            return
        }
        var found = 0
        for last in hashes.startIndex + 2..<hashes.endIndex
        where hints.body.contains(PageHints.run(hashes[last - 2], hashes[last - 1], hashes[last])) {
            found += 1
        }
        values.append(Float(found) / Float(hashes.count - 2))
    }

    private func appendNeighbour(_ index: Int, _ offset: Int, to values: inout [Float]) {
        guard outline.blocks.indices.contains(index + offset) else {
            values.append(contentsOf: repeatElement(-1, count: 8))
            return
        }
        let block = outline.blocks[index + offset]
        values.append(Float(min(block.size, 200)))
        values.append(block.linkDensity)
        values.append(PageWords.endsSentence(block.counts.last) ? 1 : 0)
        values.append(block.around.contains(.heading) ? 1 : 0)
        values.append(block.around.contains(.figure) ? 1 : 0)
        values.append(share(looks[lookOfBlock[index + offset]].prose, sums[0].prose))
        values.append(Float(bestDistances[block.element] == 0 ? 1 : 0))
        let sameLook: Float = lookOfBlock[index] == lookOfBlock[index + offset] ? 1 : 0
        let nodes = outline.markup.nodes
        let siblings = nodes[block.element].parent == nodes[outline.blocks[index].element].parent
        values.append(sameLook + (siblings ? 1 : 0))
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (0x61...0x7A).contains(self) }
}
