extension MarkupParser {
    mutating func startElement(
        _ name: Int32,
        at range: Range<Int>,
        attributes: Range<Int>,
        isSelfClosing: Bool
    ) {
        guard !isXML else {
            open(.other, name, at: range, attributes: attributes)
            if isSelfClosing { pop(at: offset..<offset) }
            return
        }
        let tag = name < NameTable.known ? Tag(rawValue: UInt8(name)) ?? .other : .other
        guard stack.foreign == 0 || tag == .svg || tag == .math else {
            // A page's block ends a drawing whose end tag was forgotten.
            if !tag.is(.endsParagraph) {
                open(tag, name, at: range, attributes: attributes)
                if isSelfClosing { pop(at: offset..<offset) }
                return
            }
            pop(
                to: max(stack.place(of: .svg), stack.place(of: .math)),
                at: range.lowerBound..<range.lowerBound
            )
            return startElement(name, at: range, attributes: attributes, isSelfClosing: isSelfClosing)
        }
        let isRepeated = tag == .html || tag == .body || tag == .head
        if isRepeated, stack.place(of: tag) >= 0 { return }
        endImplied(by: tag, at: range.lowerBound..<range.lowerBound)
        open(tag, name, at: range, attributes: attributes)
        if tag.is(.void) || isSelfClosing && (tag == .svg || tag == .math) {
            pop(at: offset..<offset)
        } else if tag.is(.raw) || tag.is(.escapable) {
            readRaw(tag)
        }
    }

    private mutating func open(_ tag: Tag, _ name: Int32, at range: Range<Int>, attributes: Range<Int>) {
        let index = result.nodes.count
        result.nodes.append(
            Node(tag: tag, name: name, range: range, parent: stack.current, attributes: attributes)
        )
        stack.push(index, tag: tag, name: name)
    }

    /// Ends the innermost element, and those around it that were waiting for it.
    mutating func pop(at end: Range<Int>) {
        guard let element = stack.pop() else { return }
        result.nodes[Int(element.node)].close(before: result.nodes.count, at: end)
        while stack.elements.last?.isEnding == true, let outer = stack.pop() {
            result.nodes[Int(outer.node)].close(
                before: result.nodes.count,
                at: end.upperBound..<end.upperBound
            )
        }
    }

    /// Ends an element and all inside it; nothing when the place is -1.
    private mutating func pop(to place: Int32, at end: Range<Int>) {
        guard place >= 0 else { return }
        while stack.elements.count > Int(place) + 1 { pop(at: end.lowerBound..<end.lowerBound) }
        if stack.elements.count == Int(place) + 1 { pop(at: end) }
    }

    /// Ends what cannot be open where a tag starts.
    private mutating func endImplied(by tag: Tag, at end: Range<Int>) {
        if !tag.is(.head), tag != .head, stack.currentTag == .head { pop(at: end) }
        if tag.is(.endsParagraph), tag != .table || stack.place(of: .p) >= 0 { endParagraph(at: end) }
        let limits = stack.limits
        switch tag {
        case .body: pop(to: stack.place(of: .head), at: end)
        case .h1, .h2, .h3, .h4, .h5, .h6:
            if (Tag.h1.rawValue...Tag.h6.rawValue).contains(stack.currentTag.rawValue) { pop(at: end) }
        case .li:
            if stack.place(of: .li) > limits.list { pop(to: stack.place(of: .li), at: end) }
        case .dt, .dd:
            let place = max(stack.place(of: .dt), stack.place(of: .dd))
            if place > limits.list { pop(to: place, at: end) }
        case .option, .optgroup:
            if stack.currentTag == .option { pop(at: end) }
        case .button:
            if stack.place(of: .button) > limits.scope { pop(to: stack.place(of: .button), at: end) }
        case .a:
            let place = stack.place(of: .a)
            if place > limits.block {
                pop(to: place, at: end)
            } else if place > limits.scope {
                stack.endLater(place)
            }
        case .td, .th, .tr, .tbody, .thead, .tfoot, .caption, .colgroup, .col:
            endTableParts(before: tag, at: end)
        default: break
        }
    }

    private mutating func endParagraph(at end: Range<Int>) {
        let place = stack.place(of: .p)
        if place > stack.limits.button { pop(to: place, at: end) }
    }

    private mutating func endTableParts(before tag: Tag, at end: Range<Int>) {
        var parts: [Tag] = [.td, .th, .caption, .colgroup]
        if tag != .td, tag != .th { parts.append(.tr) }
        if tag == .tbody || tag == .thead || tag == .tfoot { parts += [.tbody, .thead, .tfoot] }
        let outermost = parts.map { stack.place(of: $0) }.filter { $0 > stack.limits.table }.min()
        if let outermost { pop(to: outermost, at: end) }
    }

    mutating func endElement(_ name: Int32, at range: Range<Int>) {
        let place = stack.place(of: name)
        guard !isXML else { return pop(to: place, at: range) }
        let tag = name < NameTable.known ? Tag(rawValue: UInt8(name)) ?? .other : .other
        let limits = stack.limits
        switch tag {
        case .html, .body: break  // what stands behind them belongs to them all the same
        case .br:
            open(.br, name, at: range, attributes: 0..<0)
            pop(at: range.upperBound..<range.upperBound)
        case .p where place <= limits.button:
            // An end alone parts what stands around it.
            open(.p, name, at: range, attributes: 0..<0)
            pop(at: range.upperBound..<range.upperBound)
        case .h1, .h2, .h3, .h4, .h5, .h6:
            let headings: [Tag] = [.h1, .h2, .h3, .h4, .h5, .h6]
            let place = headings.map { stack.place(of: $0) }.max() ?? -1
            if place > limits.scope { pop(to: place, at: range) }
        case .table, .tbody, .thead, .tfoot, .tr, .td, .th, .caption, .template:
            if place >= limits.table { pop(to: place, at: range) }
        case .li:
            if place > limits.list { pop(to: place, at: range) }
        case _ where tag.is(.inline) || tag == .other:
            if place > limits.block {
                pop(to: place, at: range)
            } else if place > limits.scope {
                stack.endLater(place)
            }
        default:
            if place > limits.scope || place == limits.scope && place > 0 { pop(to: place, at: range) }
        }
    }

    // MARK: Raw texts

    /// Reads a script, a title and the like up to its end tag.
    private mutating func readRaw(_ tag: Tag) {
        let start = offset
        let end = tag == .plaintext ? source.count : endOfRaw(tag)
        if start < end { addText(start..<end, isVerbatim: tag.is(.raw)) }
        offset = end
        if tag != .plaintext, end < source.count { skip(past: ">") }
        pop(at: end..<offset)
    }

    /// Where the end tag of a raw element begins. A script that holds `<!--` and then `<script` goes on behind
    /// the next end tag, as the standard wants it.
    private func endOfRaw(_ tag: Tag) -> Int {
        let spelling = tag.spelling.utf8
        func isTag(at start: Int) -> Bool {
            let end = start + spelling.count
            guard end <= source.count,
                zip(spelling, source[start..<end]).allSatisfy({ $0 == $1.lowercasedASCII })
            else { return false }
            guard let next = byte(at: end) else { return true }
            return next.isMarkupSpace || next == 0x2F || next == 0x3E
        }
        var index = self.index(of: 0x3C, from: offset)
        var (isEscaped, isDouble, comment) = (false, false, offset)
        while index < source.count {
            if isEscaped {
                if hasCommentEnd(from: comment, to: index) { (isEscaped, isDouble) = (false, false) }
                comment = max(comment, index - 2)
            }
            if byte(at: index + 1) == 0x2F, isTag(at: index + 2) {
                guard isDouble else { return index }
                isDouble = false
            } else if tag == .script, !isEscaped, matches("<!--", at: index) {
                (isEscaped, comment) = (true, index + 2)
            } else if isEscaped, isTag(at: index + 1) {
                isDouble = true
            }
            index = self.index(of: 0x3C, from: index + 1)
        }
        return source.count
    }

    private func hasCommentEnd(from start: Int, to end: Int) -> Bool {
        start + 3 <= end && (start...end - 3).contains { source[$0] == 0x2D && matches("-->", at: $0) }
    }
}
