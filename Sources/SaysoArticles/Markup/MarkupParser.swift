/// Reads tags and texts, and builds the flat tree on the way.
struct MarkupParser {
    typealias Node = Markup.Node

    let source: UnsafeBufferPointer<UInt8>
    let isXML: Bool
    var offset = 0
    var result = Result()
    var names = NameTable()
    var stack = OpenElements()

    struct Result {
        var nodes: [Node] = []
        var attributes: [Markup.Attribute] = []
        var verbatim: Set<Int32> = []
        var entities: [String: String] = [:]
    }

    init(_ source: UnsafeBufferPointer<UInt8>, isXML: Bool) {
        self.source = source
        self.isXML = isXML
        result.nodes.reserveCapacity(source.count / 24 + 16)
        result.attributes.reserveCapacity(source.count / 40 + 16)
    }

    mutating func parse() {
        result.nodes.append(
            Node(tag: .document, name: Int32(Tag.document.rawValue), range: 0..<0, parent: -1)
        )
        stack.push(0, tag: .document, name: Int32(Tag.document.rawValue))
        while offset < source.count {
            let start = offset
            offset = index(of: 0x3C, from: start)
            // "<" that opens nothing is a character.
            while offset < source.count, !opensMarkup { offset = index(of: 0x3C, from: offset + 1) }
            if start < offset { addText(start..<offset) }
            if offset < source.count { readMarkup() }
        }
        while !stack.isEmpty { pop(at: source.count..<source.count) }
    }

    /// Whether the "<" at the offset begins a tag, a comment or the like.
    private var opensMarkup: Bool {
        guard let next = byte(at: offset + 1) else { return false }
        if next.isASCIILetter || next == 0x21 || next == 0x3F { return true }
        if next == 0x2F { return byte(at: offset + 2) != nil }
        return isXML && (next == 0x5F || next == 0x3A || next >= 0x80)
    }

    private mutating func readMarkup() {
        switch source[offset + 1] {
        case 0x21: readDeclaration()
        case 0x3F: skip(past: isXML ? "?>" : ">")
        case 0x2F: readEndTag()
        default: readStartTag()
        }
    }

    // MARK: Texts

    mutating func addText(_ range: Range<Int>, isVerbatim: Bool = false) {
        let parent = stack.current
        if let last = result.nodes.indices.last, result.nodes[last].tag == .text,
            result.nodes[last].parent == parent, result.nodes[last].range.upperBound == range.lowerBound,
            result.verbatim.contains(Int32(last)) == isVerbatim
        {
            result.nodes[last].extend(to: range.upperBound)
            return
        }
        if !isXML, !isVerbatim { leaveHead(before: range) }
        let index = result.nodes.count
        var node = Node(tag: .text, name: Int32(Tag.text.rawValue), range: range, parent: stack.current)
        node.close(before: index + 1, at: range.upperBound..<range.upperBound)
        result.nodes.append(node)
        if isVerbatim { result.verbatim.insert(Int32(index)) }
    }

    /// Characters do not stand in a head: whoever forgot its end tag is in the body now.
    private mutating func leaveHead(before range: Range<Int>) {
        guard stack.currentTag == .head, range.contains(where: { !source[$0].isMarkupSpace }) else { return }
        pop(at: range.lowerBound..<range.lowerBound)
    }

    // MARK: Declarations

    private mutating func readDeclaration() {
        if matches("<!--") {
            let start = offset + 4
            // "<!-->" and "<!--->" are whole comments.
            if matches(">", at: start) || matches("->", at: start) { return skip(past: ">") }
            offset = start
            while offset < source.count {
                offset = index(of: 0x2D, from: offset)
                if matches("-->") || !isXML && matches("--!>") { return skip(past: ">") }
                offset += 1
            }
        } else if matches("<![CDATA["), isXML || stack.foreign > 0 {
            let start = offset + 9
            offset = start
            while offset < source.count, !matches("]]>") { offset = index(of: 0x5D, from: offset + 1) }
            if start < offset { addText(start..<offset, isVerbatim: true) }
            offset = min(offset + 3, source.count)
        } else if isXML, matches("<!DOCTYPE") {
            readDocumentType()
        } else {
            skip(past: ">")
        }
    }

    /// A document type with declarations between square brackets. Only short entities without markup and
    /// references are kept: nothing can grow by more than a few bytes a byte, and nothing outside is read.
    private mutating func readDocumentType() {
        var isInside = false
        while offset < source.count {
            switch source[offset] {
            case 0x5B: isInside = true
            case 0x5D: isInside = false
            case 0x3E where !isInside:
                offset += 1
                return
            case 0x21 where isInside && matches("!ENTITY"): readEntity()
            case 0x2D where isInside && matches("--"):
                // A comment may hold an apostrophe.
                offset += 2
                while offset < source.count, !matches("--") { offset = index(of: 0x2D, from: offset + 1) }
            case 0x22, 0x27: offset = index(of: source[offset], from: offset + 1)
            default: break
            }
            offset += 1
        }
        offset = min(offset, source.count)
    }

    private mutating func readEntity() {
        let (longest, most) = (32, 256)
        var next = skipSpace(from: offset + 7)
        let name = next..<endOfName(from: next)
        next = skipSpace(from: name.upperBound)
        guard !name.isEmpty, let quote = byte(at: next), quote == 0x22 || quote == 0x27 else { return }
        let value = next + 1..<index(of: quote, from: next + 1)
        offset = min(value.upperBound, source.count - 1)
        guard value.count <= longest, result.entities.count < most,
            !source[value].contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x25 })
        else { return }
        result.entities[string(name)] = string(value)
    }

    // MARK: Tags

    private mutating func readEndTag() {
        let start = offset
        guard let first = byte(at: offset + 2), first.isASCIILetter || isXML && first != 0x3E else {
            return skip(past: ">")
        }
        let name = offset + 2..<endOfName(from: offset + 2)
        offset = name.upperBound
        let attributes = result.attributes.count
        _ = readAttributes()
        result.attributes.removeLast(result.attributes.count - attributes)
        guard !name.isEmpty else { return }
        endElement(names.number(of: name, in: source), at: start..<offset)
    }

    private mutating func readStartTag() {
        let start = offset
        let name = offset + 1..<endOfName(from: offset + 1)
        offset = name.upperBound
        let first = result.attributes.count
        guard let isSelfClosing = readAttributes() else {
            // A tag that never ends is no tag, and there is nothing behind it.
            result.attributes.removeLast(result.attributes.count - first)
            return
        }
        startElement(
            names.number(of: name, in: source),
            at: start..<offset,
            attributes: first..<result.attributes.count,
            isSelfClosing: isSelfClosing
        )
    }

    /// Reads up to and with ">".
    ///
    /// - Returns: whether "/" stood before it; nil at the end of the page.
    private mutating func readAttributes() -> Bool? {
        var isSelfClosing = false
        while let next = byte(at: offset) {
            switch next {
            case 0x3E:
                offset += 1
                return isSelfClosing
            case 0x2F:
                isSelfClosing = true
                offset += 1
            case _ where next.isMarkupSpace: offset += 1
            case 0x3C where isXML:
                // The ">" was forgotten.
                return isSelfClosing
            default:
                isSelfClosing = false
                readAttribute()
            }
        }
        return nil
    }

    private mutating func readAttribute() {
        let start = offset
        offset += 1
        while let next = byte(at: offset), !next.isMarkupSpace, next != 0x2F, next != 0x3E, next != 0x3D {
            offset += 1
        }
        let name = start..<offset
        let equals = skipSpace(from: offset)
        var value = offset..<offset
        if byte(at: equals) == 0x3D {
            offset = skipSpace(from: equals + 1)
            if let quote = byte(at: offset), quote == 0x22 || quote == 0x27 {
                let end = index(of: quote, from: offset + 1)
                value = offset + 1..<end
                offset = min(end + 1, source.count)
            } else {
                let start = offset
                while let next = byte(at: offset), !next.isMarkupSpace, next != 0x3E { offset += 1 }
                value = start..<offset
            }
        }
        result.attributes.append(
            Markup.Attribute(
                nameStart: UInt32(name.lowerBound),
                nameEnd: UInt32(name.upperBound),
                valueStart: UInt32(value.lowerBound),
                valueEnd: UInt32(max(value.lowerBound, value.upperBound))
            )
        )
    }
}
