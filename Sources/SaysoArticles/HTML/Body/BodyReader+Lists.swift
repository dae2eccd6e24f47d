extension BodyReader {
    /// Lists of fewer items say nothing of what stands beside them.
    private static let longList = 10
    /// A list may stand in so many elements of its own inside the story.
    private static let levels = 3

    /// Keeps a long list of the story as a whole, and the paragraphs beside it.
    ///
    /// A list of dozens of items looks like a menu, and its weight makes the few paragraphs beside it look like
    /// what stands around a story. But where most of its items are the story's, the story is where the list is.
    func keepLists(_ kept: inout [Bool]) {
        let nodes = outline.markup.nodes
        let blocks = outline.blocks
        guard blocks.reduce(0, { $0 + ($1.around.contains(.listItem) ? 1 : 0) }) >= Self.longList else {
            return
        }
        /// For each element, the outermost list around it; -1 for none.
        var lists = Array(repeating: -1, count: nodes.count)
        for index in nodes.indices.dropFirst() {
            let outer = lists[Int(nodes[index].parent)]
            lists[index] = outer >= 0 ? outer : [.ul, .ol].contains(nodes[index].tag) ? index : -1
        }
        var items: [Int: (all: Int, kept: Int)] = [:]
        for index in blocks.indices where lists[blocks[index].element] >= 0 {
            items[lists[blocks[index].element], default: (0, 0)].all += 1
            if kept[index] { items[lists[blocks[index].element], default: (0, 0)].kept += 1 }
        }
        items = items.filter { $0.value.all >= Self.longList && $0.value.kept * 2 > $0.value.all }
        guard !items.isEmpty else { return }
        var places: Set<Int> = []
        for list in items.keys {
            var place = list
            for _ in 0..<Self.levels where place > 0 && ![.article, .main, .body].contains(nodes[place].tag) {
                place = Int(nodes[place].parent)
                places.insert(place)
            }
        }
        for index in blocks.indices where !kept[index] && mayBeStory(blocks[index]) {
            let element = blocks[index].element
            let isParagraph = nodes[element].tag == .p && places.contains(Int(nodes[element].parent))
            kept[index] = items[lists[element]] != nil || isParagraph
        }
    }

    /// Whether nothing about a block itself says that it is no part of a story.
    private func mayBeStory(_ block: PageOutline.Block) -> Bool {
        let own = outline.elements[block.element].own.union(block.inline)
        return !block.words.isEmpty && block.linkDensity < 0.34
            && own.isDisjoint(with: .furniture)
            && own.isDisjoint(with: [.byline, .hidden, .caption, .captionText])
            && block.around.isDisjoint(with: [.hidden, .margin, .aside, .form, .figureCaption])
    }
}
