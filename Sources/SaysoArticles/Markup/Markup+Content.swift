extension Markup {
    /// An element's name: in lower case for HTML, as it is spelled for XML, with its prefix.
    package func name(of index: Int) -> String {
        let node = nodes[index]
        if node.tag != .other { return node.tag.spelling }
        let start = Int(node.start) + 1
        let length = bytes[start..<Int(node.contentStart)].prefix {
            !$0.isMarkupSpace && $0 != 0x3E && $0 != 0x2F
        }
        .count
        let name = String(decoding: bytes[start..<start + length], as: UTF8.self)
        return isXML ? name : name.lowercased()
    }

    /// Where the value of an element's attribute is spelled.
    ///
    /// - Parameters:
    ///   - name: the attribute's name, in lower case; case makes no difference in the page.
    ///   - index: the element.
    /// - Returns: the bytes between the quotation marks; empty when there is no value, nil when there is no such
    ///   attribute. Of several attributes of one name the first counts.
    package func attributeRange(_ name: StaticString, of index: Int) -> Range<Int>? {
        let node = nodes[index]
        for attribute in attributes[Int(node.firstAttribute)..<Int(node.firstAttribute + node.attributeCount)]
        where Int(attribute.nameEnd - attribute.nameStart) == name.utf8CodeUnitCount
            && matches(attribute, name)
        {
            return attribute.value
        }
        return nil
    }

    private func matches(_ attribute: Attribute, _ name: StaticString) -> Bool {
        for (index, offset) in attribute.name.enumerated()
        where bytes[offset].lowercasedASCII != name.utf8Start[index] {
            return false
        }
        return true
    }

    /// The value of an element's attribute, its references decoded; nil when there is no such attribute.
    package func attribute(_ name: StaticString, of index: Int) -> String? {
        attributeRange(name, of: index).map { decoded($0, isInAttribute: true) }
    }

    /// All attributes of an element with their decoded values.
    package func attributes(of index: Int) -> [(name: String, value: String)] {
        let node = nodes[index]
        return attributes[Int(node.firstAttribute)..<Int(node.firstAttribute + node.attributeCount)].map {
            (String(decoding: bytes[$0.name], as: UTF8.self), decoded($0.value, isInAttribute: true))
        }
    }

    /// The characters of all texts below a node, or of a text, with white space as it is; without scripts and
    /// styles below it.
    package func text(of index: Int) -> String {
        var text = ""
        var next = index
        while next < nodes[index].end {
            let node = nodes[next]
            if next > index, node.tag == .script || node.tag == .style || node.tag == .template {
                next = node.end
                continue
            }
            if node.tag == .text {
                forEachRun(of: next) { text += String(decoding: $1 ?? bytes[$0], as: UTF8.self) }
            }
            next += 1
        }
        return text
    }

    /// Walks over a text's characters: runs that stand in the page as they are, and references.
    ///
    /// - Parameters:
    ///   - index: a text.
    ///   - body: takes where a run is spelled, and what it means when that is something else.
    package func forEachRun(of index: Int, _ body: (Range<Int>, ArraySlice<UInt8>?) -> Void) {
        forEachRun(in: nodes[index].content, isVerbatim: verbatim.contains(Int32(index)), body)
    }

    private func decoded(_ range: Range<Int>, isInAttribute: Bool) -> String {
        var text = ""
        forEachRun(in: range, isInAttribute: isInAttribute) {
            text += String(decoding: $1 ?? bytes[$0], as: UTF8.self)
        }
        return text
    }

    private func forEachRun(
        in range: Range<Int>,
        isVerbatim: Bool = false,
        isInAttribute: Bool = false,
        _ body: (Range<Int>, ArraySlice<UInt8>?) -> Void
    ) {
        bytes.withUnsafeBufferPointer { source in
            var start = range.lowerBound
            var offset = isVerbatim ? range.upperBound : start
            while offset < range.upperBound {
                guard source[offset] == 0x26,
                    let reference = CharacterReferences.reference(
                        at: offset,
                        to: range.upperBound,
                        of: source,
                        isInAttribute: isInAttribute,
                        declared: entities
                    )
                else {
                    offset += 1
                    continue
                }
                if start < offset { body(start..<offset, nil) }
                start = offset + reference.length
                body(offset..<start, ArraySlice(reference.characters.utf8))
                offset = start
            }
            if start < range.upperBound { body(start..<range.upperBound, nil) }
        }
    }
}
