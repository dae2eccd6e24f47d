/// A page's elements as far as they matter to where its article is, and its texts in blocks.
struct PageOutline {
    /// What an element inherits from those around it.
    struct Surroundings: OptionSet {
        let rawValue: UInt32

        static let hidden = Surroundings(rawValue: 1 << 0)
        static let link = Surroundings(rawValue: 1 << 1)
        static let strong = Surroundings(rawValue: 1 << 2)
        static let paragraph = Surroundings(rawValue: 1 << 3)
        static let listItem = Surroundings(rawValue: 1 << 4)
        static let title = Surroundings(rawValue: 1 << 5)
        static let heading = Surroundings(rawValue: 1 << 6)
        static let table = Surroundings(rawValue: 1 << 7)
        static let blockquote = Surroundings(rawValue: 1 << 8)
        static let figure = Surroundings(rawValue: 1 << 9)
        static let article = Surroundings(rawValue: 1 << 10)
        static let main = Surroundings(rawValue: 1 << 11)
        static let aside = Surroundings(rawValue: 1 << 12)
        static let margin = Surroundings(rawValue: 1 << 13)
        static let form = Surroundings(rawValue: 1 << 14)
        static let articleBody = Surroundings(rawValue: 1 << 15)
        static let preformatted = Surroundings(rawValue: 1 << 16)
        static let figureCaption = Surroundings(rawValue: 1 << 17)

        /// What does not reach beyond a block.
        static let inline: Surroundings = [.link, .strong]
    }

    /// An element of the page, by its index.
    struct Element {
        var around: Surroundings = []
        /// What it is for by its own class, id, role and tag.
        var own: Purposes = []
        /// The same with the inline elements around it, up to its block.
        var inline: Purposes = []
        var depth: Int32 = 0
        /// The innermost block around it, or itself.
        var block: Int32 = 0
        /// Its tag and class in one number: elements of a kind share it.
        var look: UInt32 = 0
    }

    /// A stretch of text between two boundaries of blocks.
    struct Block {
        /// The element that it stands in.
        let element: Int
        /// Its texts and line breaks, in `PageOutline.nodes`.
        var nodes: Range<Int>
        /// Its words, in `PageWords.hashes`.
        var words: Range<Int>
        var counts = PageWords.Counts()
        var around: Surroundings
        var inline: Purposes
        var linked = 0
        var strong = 0
        var breaks = 0
        /// Its length: words, or what stands for them where no space parts words.
        var size: Int { max(counts.words, counts.unspaced / 2) }
        var linkDensity: Float { counts.words == 0 ? 0 : Float(linked) / Float(counts.words) }
    }

    let markup: Markup
    private(set) var elements: [Element]
    private(set) var words = PageWords()
    /// Texts, line breaks, and cells whose ends part texts; what blocks are made of.
    private(set) var nodes: [Int32] = []
    private(set) var blocks: [Block] = []

    init(_ markup: Markup) {
        self.markup = markup
        elements = Array(repeating: Element(), count: markup.nodes.count)
        read(DataTables(markup))
        dropHiddenCopies()
    }

    /// Drops hidden blocks whose words are among those for reading: copies for other screens and for machines.
    private mutating func dropHiddenCopies() {
        let isLong = { (block: Block) in block.around.contains(.hidden) && block.words.count >= 8 }
        guard blocks.contains(where: isLong) else { return }
        func forEachRun(of block: Block, _ body: (UInt32) -> Void) {
            var hash: UInt32 = 0
            for index in block.words {
                // Words further back than six are shifted out.
                hash = hash << 6 &+ (words.hashes[index] &* 2_654_435_769 >> 7)
                if index >= block.words.lowerBound + 5 { body(hash) }
            }
        }
        var seen: Set<UInt32> = []
        for block in blocks where !block.around.contains(.hidden) {
            forEachRun(of: block) { seen.insert($0) }
        }
        blocks.removeAll { block in
            guard isLong(block) else { return false }
            var found = 0
            forEachRun(of: block) { found += seen.contains($0) ? 1 : 0 }
            return found * 3 > (block.words.count - 5) * 2
        }
    }

    private mutating func read(_ tables: DataTables) {
        var open: Block?
        var breaks = 0
        var index = 1
        markup.bytes.withUnsafeBufferPointer { bytes in
            while index < markup.nodes.count {
                let node = markup.nodes[index]
                if node.tag == .text {
                    add(text: index, to: &open, after: &breaks, in: bytes)
                    index += 1
                    continue
                }
                if Self.isPassedOver(node.tag) {
                    index = node.end
                    continue
                }
                let isCell = (node.tag == .td || node.tag == .th) && tables.contains(cell: index)
                read(element: index, isBlock: Self.isBlock(node.tag) && !isCell, in: bytes)
                if node.tag == .br {
                    breaks += 1
                    if breaks > 1 {
                        close(&open)
                    } else if open != nil {
                        nodes.append(Int32(index))
                        open?.breaks += 1
                    }
                } else if isCell {
                    if open != nil { nodes.append(Int32(index)) }
                } else if elements[index].block == Int32(index) {
                    close(&open)
                    breaks = 0
                }
                index += 1
            }
        }
        close(&open)
    }

    private mutating func close(_ open: inout Block?) {
        guard var block = open else { return }
        words.close(&block.counts)
        block.nodes = block.nodes.lowerBound..<nodes.count
        block.words = block.words.lowerBound..<words.hashes.count
        if block.counts.characters > 0 { blocks.append(block) }
        open = nil
    }

    private mutating func add(
        text index: Int,
        to open: inout Block?,
        after breaks: inout Int,
        in bytes: UnsafeBufferPointer<UInt8>
    ) {
        let range = markup.nodes[index].content
        let parent = elements[Int(markup.nodes[index].parent)]
        let block = Int(parent.block)
        if bytes[range].allSatisfy(\.isMarkupSpace) {
            if open?.element == block { nodes.append(Int32(index)) }
            if var block = open {
                words.close(&block.counts)
                open = block
            }
            return
        }
        // Words hidden inside a visible paragraph are no part of it.
        if parent.around.contains(.hidden), !elements[block].around.contains(.hidden) { return }
        if let element = open?.element, element != block { close(&open) }
        breaks = 0
        var current =
            open
            ?? Block(
                element: block,
                nodes: nodes.count..<nodes.count,
                words: words.hashes.count..<words.hashes.count,
                around: parent.around.subtracting(.inline),
                inline: parent.inline
            )
        open = nil
        if nodes.count > current.nodes.lowerBound, let last = nodes.last, markup.nodes[Int(last)].tag != .text
        {
            words.close(&current.counts)
        }
        let before = current.counts.words
        markup.forEachRun(of: index) { run, meaning in
            if let meaning {
                meaning.withUnsafeBufferPointer { words.add($0, to: &current.counts) }
            } else {
                words.add(UnsafeBufferPointer(rebasing: bytes[run]), to: &current.counts)
            }
        }
        let added = current.counts.words - before
        if parent.around.contains(.link) { current.linked += max(added, 1) }
        if parent.around.contains(.strong) { current.strong += added }
        nodes.append(Int32(index))
        open = current
    }

    private mutating func read(element index: Int, isBlock: Bool, in bytes: UnsafeBufferPointer<UInt8>) {
        let node = markup.nodes[index]
        let parent = elements[Int(node.parent)]
        var element = Element(around: parent.around, depth: parent.depth + 1, block: parent.block)
        element.around.formUnion(Self.surroundings(of: node.tag))
        element.own = Self.purposes(of: node.tag)
        element.look = UInt32(node.name) &* 2_654_435_769
        read(attributesOf: node, into: &element, in: bytes)
        if node.tag == .html || node.tag == .body { element.own = [] }
        if isBlock {
            element.block = Int32(index)
            element.around.subtract(.inline)
            element.inline = []
        } else {
            element.inline = parent.inline.union(element.own)
        }
        elements[index] = element
    }

    private func read(
        attributesOf node: Markup.Node,
        into element: inout Element,
        in bytes: UnsafeBufferPointer<UInt8>
    ) {
        let first = Int(node.firstAttribute)
        for attribute in markup.attributes[first..<first + Int(node.attributeCount)] {
            let name = UnsafeBufferPointer(rebasing: bytes[attribute.name])
            let value = attribute.value
            switch name.count {
            case 2 where Self.equals(name, "id"):
                element.own.formUnion(Purposes.read(value, of: bytes))
            case 4 where Self.equals(name, "role"):
                element.own.formUnion(Purposes.read(role: value, of: bytes))
            case 5 where Self.equals(name, "class"):
                element.own.formUnion(Purposes.read(value, of: bytes))
                var hash = WordHash()
                for offset in value { hash.add(bytes[offset]) }
                element.look ^= hash.value
            case 5 where Self.equals(name, "style"):
                if HiddenStyle.matches(UnsafeBufferPointer(rebasing: bytes[value])) {
                    element.around.insert(.hidden)
                }
            case 6 where Self.equals(name, "hidden"):
                element.around.insert(.hidden)
            case 8 where Self.equals(name, "itemprop") || Self.equals(name, "property"):
                if Self.equals(UnsafeBufferPointer(rebasing: bytes[value]), "articlebody") {
                    element.around.insert(.articleBody)
                }
            case 11 where Self.equals(name, "aria-hidden"):
                if Self.equals(UnsafeBufferPointer(rebasing: bytes[value]), "true") {
                    element.around.insert(.hidden)
                }
            default: break
            }
        }
    }

    /// Whether bytes are a word, upper and lower case alike.
    static func equals(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
        guard bytes.count == word.utf8CodeUnitCount else { return false }
        for index in 0..<bytes.count where bytes[index].lowercasedASCII != word.utf8Start[index] {
            return false
        }
        return true
    }
}
