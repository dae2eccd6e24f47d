extension BodyReader {
    /// So many blocks in a row that say what others in a row said are one passage printed again.
    private static let passage = 3
    /// Copies are looked for so many levels up.
    private static let deepest = 8

    /// Drops what a page prints a second time for another place or another screen, word for word.
    ///
    /// A sentence that comes again in the story's own course, as a refrain or the answer of a witness, stays: it was
    /// said again.
    func dropCopies(_ kept: inout [Bool]) {
        let order = kept.indices.filter { kept[$0] && outline.blocks[$0].words.count >= 8 }
        var firsts: [ArraySlice<UInt32>: Int] = [:]
        /// For each of these blocks, which of them says the same first; itself where none does.
        let first = order.indices.map { place in
            let words = outline.words.hashes[outline.blocks[order[place]].words]
            let known = firsts[words] ?? place
            if known == place { firsts[words] = place }
            return known
        }
        var start = 0
        // The block before, unless it is a picture's caption.
        var before: Int?
        while start < order.count {
            var end = start + 1
            while end < order.count, first[start] < start, first[end] == first[end - 1] + 1 { end += 1 }
            for place in start..<end {
                let isNext = before.map { first[$0] == first[place] } ?? false
                if !outline.blocks[order[place]].around.contains(.figureCaption) { before = place }
                guard first[place] < place else { continue }
                let isRefrain =
                    end - start < Self.passage && !isNext && isInSamePlace(order[first[place]], order[place])
                if !isRefrain { kept[order[place]] = false }
            }
            start = end
        }
    }

    /// Whether two blocks stand in one element, or in neighbours of one kind, as the turns of a conversation do.
    private func isInSamePlace(_ one: Int, _ other: Int) -> Bool {
        let nodes = outline.markup.nodes
        var (one, other) = (outline.blocks[one].element, outline.blocks[other].element)
        for _ in 0..<Self.deepest where one > 0 && other > 0 {
            if one == other { return true }
            guard outline.elements[one].look == outline.elements[other].look else { return false }
            (one, other) = (Int(nodes[one].parent), Int(nodes[other].parent))
        }
        return one == other
    }
}
