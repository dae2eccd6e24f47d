/// A page or a feed, parsed: its elements and texts in document order, each with its place in the bytes.
///
/// The tree is flat. A node's descendants are the nodes behind it, up to its `end`; so a walk over a part of
/// the tree is a walk over a range, and no depth of nesting costs memory or a stack. Comments, document types
/// and processing instructions are left out.
///
/// Tags are read as section 13.2.5 of the HTML standard (https://html.spec.whatwg.org) says. The tree is built
/// by a shorter set of rules than the standard's: implied end tags and the limits of end tags are kept,
/// formatting elements are not split, nothing is moved in front of a table, and no element is made up.
package struct Markup: Sendable {
    /// An element or a text.
    package struct Node: Sendable {
        /// What it is; `other` for names that mean nothing here, and for all elements of XML.
        package let tag: Tag
        /// The same number for the same name, in upper or lower case.
        let name: Int32
        /// Its first byte in `bytes`.
        let start: UInt32
        /// One past the last byte of its start tag; of a text, of its characters.
        let contentStart: UInt32
        /// Where its end tag begins.
        var contentEnd: UInt32
        /// One past its last byte, the end tag's.
        var stop: UInt32
        /// The index of the element around it; -1 for the document.
        package let parent: Int32
        private(set) var last: Int32
        /// Its attributes.
        let firstAttribute: UInt32
        let attributeCount: UInt32

        /// One past the index of its last descendant, which is the index of its next sibling if it has one.
        package var end: Int { Int(last) }
        /// Where it stands in the bytes: an element with its tags, a text with references as they are spelled.
        package var range: Range<Int> { Int(start)..<Int(stop) }
        /// What stands between an element's tags.
        package var content: Range<Int> { Int(contentStart)..<Int(contentEnd) }

        init(
            tag: Tag,
            name: Int32,
            range: Range<Int>,
            parent: Int32,
            attributes: Range<Int> = 0..<0
        ) {
            self.tag = tag
            self.name = name
            start = UInt32(range.lowerBound)
            contentStart = UInt32(tag == .text ? range.lowerBound : range.upperBound)
            contentEnd = UInt32(range.upperBound)
            stop = UInt32(range.upperBound)
            self.parent = parent
            last = 0
            firstAttribute = UInt32(attributes.lowerBound)
            attributeCount = UInt32(attributes.count)
        }

        /// Says where the node is over: before the node `end`, at an end tag.
        mutating func close(before end: Int, at tag: Range<Int>) {
            last = Int32(end)
            contentEnd = UInt32(tag.lowerBound)
            stop = UInt32(tag.upperBound)
        }

        mutating func extend(to offset: Int) {
            contentEnd = UInt32(offset)
            stop = UInt32(offset)
        }
    }

    /// An attribute as it is spelled.
    struct Attribute: Sendable {
        let nameStart: UInt32
        let nameEnd: UInt32
        let valueStart: UInt32
        let valueEnd: UInt32

        var name: Range<Int> { Int(nameStart)..<Int(nameEnd) }
        var value: Range<Int> { Int(valueStart)..<Int(valueEnd) }
    }

    /// Longer input is cut here, so that offsets fit into four bytes.
    package static let longest = Int(Int32.max)

    /// The page: valid UTF-8.
    package let bytes: [UInt8]
    /// The document, then its elements and texts in the order of their first bytes.
    package let nodes: [Node]
    let attributes: [Attribute]
    /// Texts whose characters are as they are spelled, references or not: scripts, CDATA.
    let verbatim: Set<Int32>
    /// Short entities that an XML document declares for itself.
    let entities: [String: String]
    /// Whether it was parsed as XML.
    package let isXML: Bool

    /// Parses a page.
    ///
    /// - Parameter html: valid UTF-8.
    /// - Complexity: linear, whatever the page holds.
    package init(html: [UInt8]) { self.init(html, isXML: false) }

    /// Parses XML, as far as it is XML: names match in upper and lower case, end tags may lack, entities need no
    /// declaration, and nothing outside the document is read.
    ///
    /// - Parameter xml: valid UTF-8.
    /// - Complexity: linear, whatever the document holds.
    package init(xml: [UInt8]) { self.init(xml, isXML: true) }

    private init(_ bytes: [UInt8], isXML: Bool) {
        let parser = bytes.withUnsafeBufferPointer { source in
            var parser = MarkupParser(
                UnsafeBufferPointer(rebasing: source.prefix(Self.longest)),
                isXML: isXML
            )
            parser.parse()
            return parser.result
        }
        self.bytes = bytes
        nodes = parser.nodes
        attributes = parser.attributes
        verbatim = parser.verbatim
        entities = parser.entities
        self.isXML = isXML
    }

    /// The indices of a node's children.
    package func children(of index: Int) -> Children {
        Children(nodes: nodes, index: index + 1, end: nodes[index].end)
    }

    /// The indices of all nodes below a node.
    package func descendants(of index: Int) -> Range<Int> { index + 1..<nodes[index].end }

    /// The children of a node, one after another.
    package struct Children: Sequence, IteratorProtocol {
        fileprivate let nodes: [Node]
        fileprivate var index: Int
        fileprivate let end: Int

        package mutating func next() -> Int? {
            guard index < end else { return nil }
            defer { index = nodes[index].end }
            return index
        }
    }
}
