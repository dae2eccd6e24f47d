/// Puts the text of an article together out of the parts of a page, one paragraph after another.
///
/// White space is read as HTML shows it: a run of it is one space, none stands at the ends of a paragraph, and
/// `<br>` is a line break. Characters without width (soft hyphens and the like) are left out.
struct PageText {
    private let markup: Markup
    private var builder = TextBuilder()
    /// The paragraphs so far; none is empty.
    private(set) var paragraphs: [Paragraph] = []
    /// White space that will be one space, or a line break, if anything follows it.
    private var space: (range: Range<Int>, isBreak: Bool)?
    private var start = 0

    init(_ markup: Markup) {
        self.markup = markup
    }

    /// The text.
    var bytes: [UInt8] { builder.bytes }
    /// Where the text's bytes came from in the page's.
    var layer: OffsetMap.Layer { builder.layer }

    /// Appends a paragraph that is made of texts, line breaks and the starts of cells; nothing when they hold only white space.
    mutating func append(_ block: Block) {
        open()
        for index in block.nodes {
            let node = markup.nodes[index]
            if node.tag == .br {
                space = (node.range, true)
            } else if node.tag != .text {
                addSpace(node.range.lowerBound..<node.content.lowerBound)
            } else {
                markup.forEachRun(of: index) { append(run: $0, meaning: $1) }
            }
        }
        close(block.kind)
    }

    /// Appends a paragraph that stands in some bytes of the page as it is.
    mutating func append(verbatim range: Range<Int>, as kind: Paragraph.Kind) {
        open()
        append(verbatim: range)
        close(kind)
    }

    private mutating func open() {
        start = builder.bytes.count
        space = nil
    }

    private mutating func close(_ kind: Paragraph.Kind) {
        guard builder.bytes.count > start else { return }
        let first = paragraphs.isEmpty ? start : start + Self.separator.count
        paragraphs.append(Paragraph(kind: kind, range: first..<builder.bytes.count))
    }

    private static let separator = Array("\n\n".utf8)

    /// Appends the space that is due, or what parts two paragraphs.
    private mutating func appendSpace() {
        if builder.bytes.count == start {
            if !paragraphs.isEmpty { builder.append(inserted: Self.separator) }
        } else if let space {
            if !space.isBreak, space.range.count == 1, markup.bytes[space.range.lowerBound] == 0x20 {
                builder.append(verbatim: space.range, of: markup.bytes)
            } else {
                builder.append(space.isBreak ? "\n" : " " as Unicode.Scalar, for: space.range)
            }
        }
        space = nil
    }

    private mutating func append(run: Range<Int>, meaning: ArraySlice<UInt8>?) {
        guard let meaning else { return append(verbatim: run) }
        if meaning.allSatisfy(\.isMarkupSpace) {
            addSpace(run)
        } else if !Self.isInvisible(meaning) {
            appendSpace()
            builder.append(meaning, for: run)
        }
    }

    private mutating func append(verbatim run: Range<Int>) {
        let bytes = markup.bytes
        var index = run.lowerBound
        while index < run.upperBound {
            let first = index
            while index < run.upperBound, bytes[index].isMarkupSpace { index += 1 }
            if first < index { addSpace(first..<index) }
            var word = index
            while index < run.upperBound {
                let byte = bytes[index]
                if byte.isMarkupSpace {
                    // A single space between words is one already.
                    guard byte == 0x20, index > word, index + 1 < run.upperBound,
                        !bytes[index + 1].isMarkupSpace
                    else { break }
                }
                if byte == 0xC2 || byte == 0xE2 || byte == 0xEF, let length = invisible(at: index, in: bytes)
                {
                    add(word..<index)
                    index += length
                    word = index
                } else {
                    index += 1
                }
            }
            add(word..<index)
        }
    }

    private mutating func add(_ word: Range<Int>) {
        guard !word.isEmpty else { return }
        appendSpace()
        builder.append(verbatim: word, of: markup.bytes)
    }

    private mutating func addSpace(_ range: Range<Int>) {
        if space == nil { space = (range, false) }
    }

    /// The length of a character without width, nil when there is none.
    private func invisible(at index: Int, in bytes: [UInt8]) -> Int? {
        let length = bytes[index] == 0xC2 ? 2 : 3
        guard index + length <= bytes.count, Self.isInvisible(bytes[index..<index + length]) else {
            return nil
        }
        return length
    }

    /// Soft hyphens, zero-width spaces, word joiners, stray byte order marks.
    private static func isInvisible(_ character: ArraySlice<UInt8>) -> Bool {
        switch (character.first, character.count) {
        case (0xC2, 2): character.last == 0xAD
        case (0xE2, 3):
            character.elementsEqual([0xE2, 0x80, 0x8B]) || character.elementsEqual([0xE2, 0x81, 0xA0])
        case (0xEF, 3): character.elementsEqual([0xEF, 0xBB, 0xBF])
        default: false
        }
    }
}

/// A paragraph of a page.
struct Block {
    /// The part it plays.
    var kind: Paragraph.Kind
    /// Its texts, line breaks (`br`) and, between the cells of a table's row, cells (`td`, `th`) in order: indices
    /// of the page's nodes.
    var nodes: [Int]
}
