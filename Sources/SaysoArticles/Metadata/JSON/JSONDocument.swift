/// JSON as pages and feeds hold it, read leniently: a flat tree with exact places in the bytes.
///
/// Whatever the input, something comes out, in linear time and without recursion. Forgiven are comments and
/// the wrappers that hide scripts (`<!-- -->`, `<![CDATA[ ]]>`), commas too many or too few, line ends and
/// unescaped quotation marks in strings, strings in single quotes, names without quotes, wrong escapes, wrong
/// or missing closing brackets, and text that breaks off.
package struct JSONDocument: Sendable {
    /// What a value is.
    package enum Kind: Sendable, Hashable {
        case null, bool(Bool), number, string, array, object
    }

    /// One value; its elements or members follow it.
    ///
    /// Offsets have 32 bits, as everywhere in an article: a document may have a value for each two of its bytes.
    package struct Node: Sendable {
        /// What it is.
        package let kind: Kind
        private let hasName: Bool
        private let nameStart: UInt32
        private let nameEnd: UInt32
        private let start: UInt32
        private var rangeEnd: UInt32
        private var endIndex: UInt32

        init(kind: Kind, name: Range<Int>?, range: Range<Int>, end: Int) {
            self.kind = kind
            hasName = name != nil
            nameStart = UInt32(clamping: name?.lowerBound ?? 0)
            nameEnd = UInt32(clamping: name?.upperBound ?? 0)
            start = UInt32(clamping: range.lowerBound)
            rangeEnd = UInt32(clamping: range.upperBound)
            endIndex = UInt32(clamping: end)
        }

        /// Its name as a member of an object, between the quotation marks, escapes not yet decoded.
        package var name: Range<Int>? { hasName ? Int(nameStart)..<Int(nameEnd) : nil }
        /// Its bytes; of a string those between the quotation marks.
        package var range: Range<Int> { Int(start)..<Int(rangeEnd) }
        /// The index after its last descendant.
        package var end: Int { Int(endIndex) }

        /// Notes where an array or an object ends.
        mutating func close(at offset: Int, before end: Int) {
            rangeEnd = UInt32(clamping: offset)
            endIndex = UInt32(clamping: end)
        }
    }

    /// A place where values may have been lost, unlike where something was forgiven that loses none.
    package struct Fault: Sendable, Hashable {
        /// What is wrong.
        package enum Reason: String, Sendable {
            case closingBracket = "a closing bracket that does not fit"
            case valueWithoutName = "a value without a name"
            case nameWithoutValue = "a name without a value"
            case noValue = "something that is no value"
        }

        /// What is wrong.
        package let reason: Reason
        /// Where, in the bytes.
        package let offset: Int
    }

    /// What was read.
    package let bytes: [UInt8]
    /// All values in document order.
    package let nodes: [Node]
    /// The indices of the arrays and objects that were open at the end, the outermost first: none, unless the text
    /// breaks off.
    package let unclosed: [Int]
    /// The first fault; nil when there is none.
    package let fault: Fault?

    /// Reads JSON.
    ///
    /// - Parameters:
    ///   - bytes: valid UTF-8, or a string's value may hold U+FFFD.
    ///   - range: the part to read, as the contents of a script in a page; all places stay those of `bytes`.
    package init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
        self.bytes = bytes
        (nodes, unclosed, fault) = bytes.withUnsafeBufferPointer { buffer in
            var reader = JSONReader(buffer, in: (range ?? 0..<buffer.count).clamped(to: 0..<buffer.count))
            let (nodes, unclosed) = reader.read()
            return (nodes, unclosed, reader.fault)
        }
    }

    /// The value at an index of `nodes`.
    package subscript(index: Int) -> JSONValue { JSONValue(document: self, index: index) }

    /// The first value; nil when there is none at all.
    package var root: JSONValue? { nodes.isEmpty ? nil : self[0] }

    /// Every value that is not inside another: one, but for several documents in a row.
    package var roots: [JSONValue] {
        var roots: [JSONValue] = []
        var index = 0
        while index < nodes.count {
            roots.append(self[index])
            index = nodes[index].end
        }
        return roots
    }
}

/// A value of a ``JSONDocument``.
package struct JSONValue: Sendable {
    /// The document it is in.
    package let document: JSONDocument
    /// Its place among the document's nodes.
    package let index: Int

    /// What it is.
    package var kind: JSONDocument.Kind { node.kind }
    /// Its bytes; of a string those between the quotation marks.
    package var range: Range<Int> { node.range }
    /// Its name as a member of an object, decoded.
    package var name: String? { node.name.map { JSONString.decoded(document.bytes, $0) } }

    private var node: JSONDocument.Node { document.nodes[index] }

    /// The elements of an array or the members' values of an object; of anything else, none.
    package var children: [JSONValue] {
        var children: [JSONValue] = []
        var child = index + 1
        while child < node.end {
            children.append(JSONValue(document: document, index: child))
            child = document.nodes[child].end
        }
        return children
    }

    /// An array's elements, or the value itself as the only one, as JSON-LD and many feeds mean it.
    package var elements: [JSONValue] { kind == .array ? children : [self] }

    /// The member of an object with a name; the last of several, nil when there is none.
    package subscript(name: StaticString) -> JSONValue? {
        guard kind == .object else { return nil }
        var found: Int?
        var child = index + 1
        while child < node.end {
            if let range = document.nodes[child].name, JSONString.equals(document.bytes, range, name) {
                found = child
            }
            child = document.nodes[child].end
        }
        return found.map { JSONValue(document: document, index: $0) }
    }

    /// A string's characters; nil for anything else.
    package var string: String? { kind == .string ? JSONString.decoded(document.bytes, range) : nil }

    /// A string's characters and where each stretch of them stands; nil for anything else.
    package var pieces: [JSONString.Piece]? {
        kind == .string ? JSONString.pieces(document.bytes, range) : nil
    }

    /// A truth value; nil for anything else.
    package var bool: Bool? {
        if case .bool(let value) = kind { value } else { nil }
    }

    /// A number; nil for anything else.
    package var number: Double? {
        kind == .number ? Double(String(decoding: document.bytes[range], as: UTF8.self)) : nil
    }

    /// The digits of a number or the characters of a string, as identifiers and years come as either.
    package var scalar: String? {
        kind == .number ? String(decoding: document.bytes[range], as: UTF8.self) : string
    }
}
